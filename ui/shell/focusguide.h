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

private:
    class Ring;

    void follow(QWidget *now);

    QWidget *m_window;
    Ring *m_ring;
};

} // namespace liaison::ui
