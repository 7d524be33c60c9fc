#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/flow.h"

#include <QTimer>

namespace liaison::ui {

/// What stands where a table or a card has nothing to show: says why and offers the way out. Conclusion, then remedy,
/// then detail. Centred in its place, or as a banner above rows that stay on screen.
class StatePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Empty, Loading, Error, Unknown };
    enum class Shape { Centred, Banner };

    explicit StatePanel(Kind kind = Kind::Empty, Shape shape = Shape::Centred, QWidget *parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// For Empty: which icon stands in the disc; NoResult unless set.
    void setIcon(Icon icon);
    /// `remedy` may be empty. All plain text.
    void setTexts(const QString &conclusion, const QString &remedy = {});
    /// Source, age, technical cause: third, smaller.
    void setDetail(const QString &detail);
    /// Fills the texts from an error in the words of `ui/text`.
    void setError(const Error &error, text::Language language);
    /// Loading: done of total; total 0 hides the bar.
    void setProgress(int done, int total);
    /// Left to right; the first one of kind Primary is the way out. Belongs to the panel.
    Button *addAction(const QString &text, Button::Kind kind = Button::Kind::Normal);
    void clearActions();

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Emblem;

    Kind m_kind;
    Shape m_shape;
    Emblem *m_emblem;
    Label *m_title, *m_remedy, *m_detail;
    Meter *m_meter;
    QWidget *m_actions;
    QBoxLayout *m_actionRow;
    QTimer m_step;
};

} // namespace liaison::ui
