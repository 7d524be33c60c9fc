#include "ui/shell/plaintooltips.h"

#include "ui/base/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace liaison::ui {

bool PlainToolTips::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = event->type() == QEvent::ToolTip ? qobject_cast<QWidget *>(watched) : nullptr;
    if (!widget)
        return QObject::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text = widget->toolTip();
    if (const auto *view = qobject_cast<QAbstractItemView *>(widget->parentWidget());
        view && view->viewport() == widget)
        text = view->indexAt(help->pos()).data(Qt::ToolTipRole).toString();
    if (text.isEmpty())
        return QObject::eventFilter(watched, event);
    QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(withoutDirections(text)), widget);
    return true;
}

} // namespace liaison::ui
