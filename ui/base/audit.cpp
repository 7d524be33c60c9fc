#include "ui/base/audit.h"

#include "ui/base/button.h"
#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/base/label.h"
#include "ui/base/table.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <algorithm>

namespace liaison::ui {

namespace {

QString report(const QWidget *widget, const QString &text, int needed, int given)
{
    return QStringLiteral("%1 \"%2\" needs %3, has %4")
        .arg(QString::fromLatin1(widget->metaObject()->className()), text)
        .arg(needed)
        .arg(given);
}

void checkLabel(const QLabel *label, QStringList &found)
{
    const QString text = label->text();
    if (text.isEmpty() || label->textFormat() == Qt::RichText)
        return;
    const auto *own = qobject_cast<const Label *>(label);
    if (own && own->isElided())
        return;
    const QRect place = label->contentsRect();
    if (label->wordWrap()) {
        const int needed = label->heightForWidth(label->width());
        if (needed > label->height() + 1)
            found << report(label, text, needed, label->height()) + QStringLiteral(" high");
        return;
    }
    const QSize needed = label->fontMetrics().size(0, text);
    if (needed.width() > place.width() + 1)
        found << report(label, text, needed.width(), place.width());
    if (needed.height() > place.height() + 1)
        found << report(label, text, needed.height(), place.height()) + QStringLiteral(" high");
}

void checkHeader(const TableHeader *header, QStringList &found)
{
    if (!header->model())
        return;
    const Tokens &t = tokens(header);
    for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(i))
            continue;
        const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
        const bool sorted = header->isSortIndicatorShown() && header->sortIndicatorSection() == i;
        const int needed =
            QFontMetrics(t.font(sorted ? FontRole::LabelStrong : FontRole::Label)).horizontalAdvance(text) +
            (text.isEmpty() ? 0 : t.px(16)) + (sorted ? t.px(15) : 0);
        if (!text.isEmpty() && needed > header->sectionSize(i) + 1)
            found << report(header, text, needed, header->sectionSize(i));
    }
}

/// Cut by something around it that does not scroll.
void checkPlace(const QWidget *widget, const QString &text, QStringList &found)
{
    for (const QWidget *w = widget; w->parentWidget() && !w->isWindow(); w = w->parentWidget()) {
        const QWidget *parent = w->parentWidget();
        if (qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
            return;
        const QRect inside = widget->rect().translated(widget->mapTo(parent, QPoint(0, 0)));
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(inside)) {
            found << report(widget, text, inside.right() + 1, parent->width()) + QStringLiteral(" in ") +
                         QString::fromLatin1(parent->metaObject()->className());
            return;
        }
    }
}

} // namespace

QStringList clippedTexts(const QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        QString text;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            text = label->text();
            checkLabel(label, found);
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            text = button->text();
            if (!text.isEmpty() && button->sizeHint().width() > button->width() + 1)
                found << report(button, text, button->sizeHint().width(), button->width());
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            text = combo->currentText();
            if (combo->sizeHint().width() > combo->width() + 1)
                found << report(combo, text, combo->sizeHint().width(), combo->width());
        } else if (const auto *field = qobject_cast<const QLineEdit *>(widget)) {
            text = field->placeholderText();
            const QMargins m = field->textMargins();
            const int needed = field->fontMetrics().horizontalAdvance(text) + m.left() + m.right() + 4;
            if (!text.isEmpty() && needed > field->width() + 1)
                found << report(field, text, needed, field->width());
        } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            const QFontMetrics fm(tokens(tabs).font(FontRole::Name));
            for (int i = 0; i < tabs->count(); ++i) {
                if (!tabs->isTabVisible(i))
                    continue;
                const int needed = fm.horizontalAdvance(tabs->tabText(i)) + 8;
                if (needed > tabs->tabRect(i).width() || tabs->tabRect(i).right() > tabs->width())
                    found << report(tabs, tabs->tabText(i), needed, tabs->tabRect(i).width());
            }
        } else if (const auto *header = qobject_cast<const TableHeader *>(widget)) {
            checkHeader(header, found);
        }
        if (!text.isEmpty())
            checkPlace(widget, text, found);
    }
    return found;
}

namespace {

/// The contrast of what stands out most against what there is most of.
double strongest(const QImage &image, const QRect &place)
{
    QHash<QRgb, int> counts;
    const QRect inside = place.intersected(image.rect());
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            ++counts[image.pixel(x, y) | 0xff000000];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        best = qMax(best, contrast(QColor(it.key()), QColor(ground)));
    return best;
}

} // namespace

QStringList paleTexts(QWidget *root, double least)
{
    QStringList found;
    const QImage image = root->grab().toImage();
    const auto check = [&](const QWidget *widget, const QRect &rect, const QString &text) {
        const QRect shown = QRect(widget->mapTo(root, rect.topLeft()), rect.size());
        // A dash alone is thinner than a pixel: no colour of it is whole.
        if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); }) ||
            shown.width() < 8 || shown.height() < 8 || !image.rect().contains(shown))
            return;
        const double ratio = strongest(image, shown);
        if (ratio < least)
            found << QStringLiteral("%1 \"%2\": %3")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), text)
                         .arg(ratio);
    };
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            check(label, label->visibleRegion().boundingRect(), label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            check(button, button->visibleRegion().boundingRect(), button->text());
        } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    const QRect cell = view->visualRect(index);
                    if (view->viewport()->rect().contains(cell))
                        check(view->viewport(), cell, index.data().toString());
                }
            }
        }
    }
    return found;
}

QStringList unnamedControls(const QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || qobject_cast<const QScrollBar *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *field = qobject_cast<const QLineEdit *>(widget);
        const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (!button && !field && !takesKeys)
            continue;
        if (field && qobject_cast<const QComboBox *>(widget->parentWidget()))
            continue;
        if (!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()))
            continue;
        // A scroll area that only moves its content, and a table's own corner, have nothing to say.
        const QString name = QString::fromLatin1(widget->metaObject()->className());
        if (name == u"QScrollArea" || name == u"QTableCornerButton" || qobject_cast<const QTabBar *>(widget))
            continue;
        if (button && button->parentWidget() && qobject_cast<const QTabBar *>(button->parentWidget()))
            continue;
        found << name % u' ' % widget->objectName();
    }
    return found;
}

} // namespace liaison::ui
