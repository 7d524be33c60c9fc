#include "ui/base/currentstack.h"

namespace liaison::ui {

QSize CurrentStackLayout::sizeHint() const
{
    const QLayoutItem *item = itemAt(currentIndex());
    return item ? item->sizeHint() : QStackedLayout::sizeHint();
}

QSize CurrentStackLayout::minimumSize() const
{
    const QLayoutItem *item = itemAt(currentIndex());
    return item ? item->minimumSize() : QStackedLayout::minimumSize();
}

CurrentStack::CurrentStack(QWidget *parent) : QStackedWidget(parent)
{
    connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
}

QSize CurrentStack::sizeHint() const
{
    const QLayoutItem *item = layout()->itemAt(currentIndex());
    return item ? item->sizeHint() : QStackedWidget::sizeHint();
}

QSize CurrentStack::minimumSizeHint() const
{
    const QLayoutItem *item = layout()->itemAt(currentIndex());
    return item ? item->minimumSize() : QStackedWidget::minimumSizeHint();
}

} // namespace liaison::ui
