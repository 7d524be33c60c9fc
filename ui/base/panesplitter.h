#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"

#include <QSplitter>

namespace liaison::ui {

/// A list and a pane of details. One of both keeps its size while the window grows; where people move the handle, that
/// size is kept in logical pixels, so that a zoom does not lose it. Below a limit only one of both is shown: the list
/// with a bar that leads to the pane, or the pane with a way back.
class PaneSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// Of the part that keeps its size, logical pixels.
    struct Sizes
    {
        int least = 0;
        int most = 0;
        double share = 0; ///< of the whole, between least and most, until people move the handle
    };
    enum class Keeps { List, Pane };

    /// `name` is the key under which the window remembers the size.
    PaneSplitter(Qt::Orientation orientation, const QString &name, Keeps keeps, const Sizes &sizes,
                 QWidget *parent = nullptr);

    /// Once. The splitter takes both.
    void setParts(QWidget *list, QWidget *pane);
    /// Below this width (height when vertical), logical pixels, only one part is shown.
    void setOneBelow(int logical) { m_oneBelow = logical; }
    [[nodiscard]] bool isOne() const { return m_one; }
    /// Of the two, while only one is shown.
    void showPane(bool shown);
    [[nodiscard]] bool isPaneShown() const { return m_paneShown; }
    /// What the bar under the list says of the pane, and on its button; the words of the way back.
    void setTexts(const QString &summary, const QString &open, const QString &back);
    /// More than one button makes two: the button of the bar looks like the page's one primary action.
    void setOpenKind(Button::Kind kind) { m_open->setKind(kind); }
    [[nodiscard]] Button *openButton() const { return m_open; }
    [[nodiscard]] Button *backButton() const { return m_back; }

    /// For owners that decide themselves what is shown; they set no limit.
    void setShown(bool list, bool pane);

    /// As people set it; 0 until they do.
    [[nodiscard]] int chosenSize() const { return m_chosen; }
    void setChosenSize(int logical);
    /// Again after a part was shown.
    void place();

Q_SIGNALS:
    /// One or both parts, list or pane: pages hide what only the list needs.
    void arranged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    [[nodiscard]] int length() const { return orientation() == Qt::Horizontal ? width() : height(); }

    Keeps m_keeps;
    Sizes m_sizes;
    int m_oneBelow = 0, m_chosen = 0;
    bool m_one = false, m_paneShown = false;
    QWidget *m_list, *m_pane, *m_listBar, *m_paneBar;
    Label *m_summary;
    Button *m_open, *m_back;
};

} // namespace liaison::ui
