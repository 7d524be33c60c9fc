#include "ui/shell/pageframe.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace liaison::ui {

PageFrame::PageFrame(Page *page, QWidget *parent) : QScrollArea(parent), m_page(page)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setSurface(viewport(), Surface::Window);
    setWidget(page);
    page->installEventFilter(this);
}

void PageFrame::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void PageFrame::fit()
{
    const auto least = [this](int width) {
        const QLayout *layout = m_page->layout();
        return layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width)
                                                     : m_page->minimumSizeHint().height();
    };
    const QSize room = maximumViewportSize();
    QSize size(qMax(room.width(), m_page->minimumSizeHint().width()), room.height());
    int needed = least(size.width());
    if (needed > size.height()) { // the bar takes its width from the page
        size.setWidth(qMax(room.width() - verticalScrollBar()->sizeHint().width(), m_page->minimumSizeHint().width()));
        needed = least(size.width());
    }
    size.setHeight(qMax(size.height(), needed));
    m_page->resize(size);
}

} // namespace liaison::ui
