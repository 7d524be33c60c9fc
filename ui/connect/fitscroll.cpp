#include "ui/connect/fitscroll.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace liaison::ui {

FitScroll::FitScroll(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->installEventFilter(this);
}

void FitScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool FitScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void FitScroll::fit()
{
    const auto least = [this](int width) {
        const QLayout *layout = widget()->layout();
        return layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width)
                                                     : widget()->minimumSizeHint().height();
    };
    const QSize room = maximumViewportSize();
    const int narrowest = widget()->minimumSizeHint().width();
    QSize size(qMax(room.width(), narrowest), room.height());
    int needed = least(size.width());
    if (needed > size.height()) { // the bar takes its width from the content
        size.setWidth(qMax(room.width() - verticalScrollBar()->sizeHint().width(), narrowest));
        needed = least(size.width());
    }
    size.setHeight(qMax(size.height(), needed));
    widget()->resize(size);
}

} // namespace liaison::ui
