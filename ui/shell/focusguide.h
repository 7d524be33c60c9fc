#pragma once

#include <QObject>

class QScrollArea;
class QWidget;

namespace liaison::ui {

/// Where the keyboard is, on screen: what has it is scrolled into sight, also from outside of the part that scrolls,
/// and an area that the arrow keys scroll shows the ring that controls draw themselves. One a window.
class FocusGuide : public QObject
{
    Q_OBJECT

public:
    explicit FocusGuide(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Ring;

    void follow(QWidget *now);

    QWidget *m_window;
    Ring *m_ring;
    bool m_byKey = false; ///< how the keyboard came there
};

} // namespace liaison::ui
