#include "ui/shell/focusguide.h"

#include "ui/base/button.h"
#include "ui/base/style.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QPainter>
#include <QScrollArea>

namespace liaison::ui {

class FocusGuide::Ring : public QWidget
{
public:
    explicit Ring(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        drawFocusRing(painter, rect(), t.exact(2), t);
    }
};

FocusGuide::FocusGuide(QWidget *window) : QObject(window), m_window(window), m_ring(new Ring(window))
{
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

bool FocusGuide::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched->isWidgetType())
        m_byKey = isByKeyboard(static_cast<QFocusEvent *>(event)->reason());
    return QObject::eventFilter(watched, event);
}

void FocusGuide::follow(QWidget *now)
{
    if (!now || !m_window->isAncestorOf(now)) {
        m_ring->hide();
        return;
    }
    for (QWidget *w = now->parentWidget(); w && w != m_window; w = w->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(w))
            area->ensureWidgetVisible(now, tokens(now).px(8), tokens(now).px(8));
    }
    // A ring was put up before the scrolling, and does not follow it by itself.
    const auto rings = m_window->findChildren<QFocusFrame *>();
    for (QFocusFrame *ring : rings) {
        if (ring->widget() == now) {
            ring->setWidget(nullptr);
            ring->setWidget(now);
        }
    }
    const bool ringed = m_byKey && qobject_cast<QScrollArea *>(now) && (now->focusPolicy() & Qt::TabFocus) != 0;
    m_ring->setVisible(ringed);
    if (ringed) {
        m_ring->setGeometry(QRect(now->mapTo(m_window, QPoint(0, 0)), now->size()));
        m_ring->raise();
    }
}

} // namespace liaison::ui
