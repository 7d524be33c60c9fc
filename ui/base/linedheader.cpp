#include "ui/base/linedheader.h"

#include "ui/base/bits.h"

#include <QPainter>

namespace liaison::ui {

LinedHeader::LinedHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setMinimumSectionSize(24);
}

QSize LinedHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), tokens(this).px(28)};
}

void LinedHeader::paintEvent(QPaintEvent *event)
{
    const Tokens &t = tokens(this);
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), t.surface);
        painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1),
                         t.highContrast() ? t.border : mixed(t.border, t.line, 0.45));
    }
    QHeaderView::paintEvent(event);
}

} // namespace liaison::ui
