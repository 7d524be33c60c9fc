#include "tests/ui/pages/clipped.h"

#include "ui/base/chip.h"
#include "ui/base/delegate.h"
#include "ui/base/label.h"
#include "ui/pages/factrow.h"

#include <QAbstractButton>
#include <QLabel>

namespace liaison::tests {
namespace {

void say(QStringList &out, const char *what, const QString &text, int needed, int given)
{
    out << QStringLiteral("%1 \"%2\": needs %3, has %4").arg(QLatin1String(what), text).arg(needed).arg(given);
}

void checkLabel(QStringList &out, const QLabel &label)
{
    const auto *ours = qobject_cast<const ui::Label *>(&label);
    if (label.text().isEmpty() || (ours && ours->isElided()))
        return;
    const QRect inner = label.contentsRect();
    const QFontMetrics metrics(label.font());
    if (!label.wordWrap()) {
        if (metrics.horizontalAdvance(label.text()) > inner.width() + 1)
            say(out, "label", label.text(), metrics.horizontalAdvance(label.text()), inner.width());
        return;
    }
    const int height =
        metrics.boundingRect(QRect(0, 0, inner.width(), 10'000), Qt::TextWordWrap, label.text()).height();
    if (height > inner.height() + 1)
        say(out, "text", label.text(), height, inner.height());
}

void checkTable(QStringList &out, const ui::TableView &table)
{
    const auto *model = table.model();
    const ui::Tokens &t = ui::tokens(&table);
    for (int column = 0; column < model->columnCount(); ++column) {
        if (table.isColumnHidden(column))
            continue;
        const int width = table.columnWidth(column);
        const int margins = t.px(table.isFirst(column) ? 16 : 8) + t.px(table.isLast(column) ? 16 : 8);
        const bool sorted = table.horizontalHeader()->sortIndicatorSection() == column;
        const QString heading = model->headerData(column, Qt::Horizontal).toString();
        const int needed =
            QFontMetrics(t.font(sorted ? ui::FontRole::LabelStrong : ui::FontRole::Label)).horizontalAdvance(heading) +
            (sorted ? t.px(15) : 0) + margins;
        if (needed > width)
            say(out, "heading", heading, needed, width);
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, column);
            const QString text = index.data().toString();
            const bool mark = index.data(ui::roles::MarkRole).isValid();
            if (!mark && !index.data(ui::roles::NumberRole).toBool())
                continue;
            const int cell =
                QFontMetrics(t.font(mark ? ui::FontRole::Name : ui::FontRole::Body)).horizontalAdvance(text) +
                (mark ? t.px(24) : 0) + margins;
            if (cell > width + 1)
                say(out, "cell", text, cell, width);
        }
    }
}

} // namespace

QStringList clipped(QWidget *root)
{
    QStringList out;
    for (const QLabel *label : root->findChildren<QLabel *>()) {
        if (label->isVisible())
            checkLabel(out, *label);
    }
    for (const QAbstractButton *button : root->findChildren<QAbstractButton *>()) {
        if (!button->isVisible() || button->accessibleName().isEmpty() == button->text().isEmpty())
            continue;
        const QSize wanted = button->sizeHint();
        if (qobject_cast<const ui::FactRow *>(button) == nullptr && wanted.width() > button->width())
            say(out, "button", button->text() + button->accessibleName(), wanted.width(), button->width());
    }
    for (const ui::TableView *table : root->findChildren<ui::TableView *>()) {
        if (table->isVisible())
            checkTable(out, *table);
    }
    return out;
}

} // namespace liaison::tests
