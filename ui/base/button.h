#pragma once

#include "ui/base/icons.h"
#include "ui/base/marks.h"
#include "ui/base/theme.h"

#include <QFocusFrame>
#include <QPointer>
#include <QPushButton>
#include <optional>

namespace liaison::ui {

/// A push button of the guide: 32 high, label never shortened. One primary button a screen. Its text is its accessible
/// name; a button without text needs setAccessibleName and a tool tip.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary, ///< filled
        Normal,  ///< framed
        Quiet,   ///< no frame until hovered
        Danger,  ///< filled in the colour of failures: for the last step before a removal in production
        Link     ///< accent text without padding: "See all"
    };

    explicit Button(Kind kind = Kind::Normal, QWidget *parent = nullptr);
    Button(const QString &text, Kind kind, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    void setIcon(Icon icon);
    /// A chevron after the text: the button opens a menu (set with setMenu) or a list.
    void setChevron(bool chevron);
    /// 36 high: the button that confirms a plan.
    void setConfirming(bool confirming);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyKind();

    Kind m_kind;
    std::optional<Icon> m_icon;
    bool m_chevron = false, m_confirming = false;
    QPointer<QFocusFrame> m_ring;
};

/// The ring 3 px outside a control, shown while the keyboard is in it. Owned by the control's parent.
/// A ring for keys only: a page that opens, or a click, shows none.
[[nodiscard]] bool isByKeyboard(Qt::FocusReason reason);
[[nodiscard]] QFocusFrame *showFocusRing(QWidget *control);

} // namespace liaison::ui
