#include "ui/courses/linkstable.h"

#include "ui/courses/coursewords.h"
#include "ui/text/format.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextDocument>
#include <QToolTip>
#include <algorithm>

namespace liaison::ui {
namespace {

constexpr int columnOf(LinkColumn column)
{
    return static_cast<int>(column);
}

/// Rows looked at to find how wide a column has to be: all of them would take longer than painting.
constexpr int sample = 400;
/// Less than this is no title any more: a column leaves instead.
constexpr int titleLeast = 160;

} // namespace

LinksTable::LinksTable(LinksModel &model, QWidget *parent) : TableView(32, parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new LinksDelegate(this, model));
    setSelectionMode(ExtendedSelection);
    setStretched(columnOf(LinkColumn::Title));
    setSortingEnabled(true);
    sortByColumn(columnOf(LinkColumn::Course), Qt::AscendingOrder);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    retranslate();
    fitColumns();
}

std::vector<int> LinksTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

std::vector<LinkKey> LinksTable::selectedKeys() const
{
    std::vector<LinkKey> keys;
    for (int row : selectedRows())
        keys.push_back(m_model.keyAt(row));
    return keys;
}

void LinksTable::retranslate()
{
    setAccessibleName(tr("Courses and their rooms"));
    fitColumns();
}

void LinksTable::fitColumns()
{
    const Tokens &t = tokens(this);
    const QFontMetricsF body(t.font(FontRole::Body)), name(t.font(FontRole::Name)), strong(t.font(FontRole::Strong)),
        caption(t.font(FontRole::Caption)), label(t.font(FontRole::Label)), head(t.font(FontRole::LabelStrong));
    // Widths in logical pixels: what the zoom multiplies again.
    const auto logical = [&](qreal width) { return static_cast<int>(width / t.zoom + 0.999); };
    const auto headed = [&](LinkColumn column, int content, int side) {
        const QString text = m_model.headerData(columnOf(column), Qt::Horizontal).toString();
        return std::max(content, logical(head.horizontalAdvance(text)) + 15 + side);
    };
    const LinkIndex *index = m_model.linkIndex().get();

    qreal state = 0, course = 0, room = 0, members = 0, changes = 0;
    if (index) {
        for (int i = 0; i < linkStates; ++i) {
            if (index->totals[static_cast<size_t>(i)] > 0)
                state = std::max(state,
                                 name.horizontalAdvance(text::of(static_cast<LinkState>(i), m_model.language()).name));
        }
        const int step = std::max(1, index->size() / sample);
        for (int item = 0; item < index->size(); item += step) {
            const LinkFacts facts = index->facts(static_cast<quint32>(item));
            course = std::max(course, strong.horizontalAdvance(facts.course.shortName));
            room = std::max(room, body.horizontalAdvance(m_model.roomText(item)));
            members = std::max(members, strong.horizontalAdvance(m_model.membersText(item)));
            changes = std::max(changes, label.horizontalAdvance(m_model.reasonText(item)));
        }
    }
    setColumn(columnOf(LinkColumn::State), headed(LinkColumn::State, 16 + 24 + logical(state) + 8, 24));
    setColumn(columnOf(LinkColumn::Course), headed(LinkColumn::Course, std::clamp(logical(course), 56, 150) + 16, 16));
    m_roomWidth = headed(LinkColumn::Room, std::clamp(logical(room), 80, 180) + 16, 16);
    setColumn(columnOf(LinkColumn::Room), m_roomWidth);
    setColumn(columnOf(LinkColumn::Members), headed(LinkColumn::Members, std::max(logical(members), 64) + 20, 16));
    setColumn(columnOf(LinkColumn::Changes),
              headed(LinkColumn::Changes, std::clamp(logical(changes), 4 * 32, 200) + 16, 16));
    const int age = logical(caption.horizontalAdvance(
        m_model.language() == text::Language::French ? QStringLiteral("à l’instant") : QStringLiteral("just now")));
    m_readWidth = headed(LinkColumn::Read, age + 24, 24);
    setColumn(columnOf(LinkColumn::Read), m_readWidth);
    dropColumns();
}

void LinksTable::dropColumns()
{
    const Tokens &t = tokens(this);
    int fixed = 0;
    for (LinkColumn column : {LinkColumn::State, LinkColumn::Course, LinkColumn::Members, LinkColumn::Changes})
        fixed += columnWidth(columnOf(column));
    const int room = t.px(m_roomWidth), read = t.px(m_readWidth), title = t.px(titleLeast);
    const int there = viewport()->width();
    setColumnHidden(columnOf(LinkColumn::Room), fixed + title + room > there);
    setColumnHidden(columnOf(LinkColumn::Read), fixed + title + room + read > there);
}

void LinksTable::resizeEvent(QResizeEvent *event)
{
    dropColumns();
    TableView::resizeEvent(event);
}

void LinksTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QStringList lines;
        for (int row : selectedRows())
            lines << m_model.rowText(row);
        if (!lines.isEmpty())
            QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        return;
    }
    TableView::keyPressEvent(event);
}

LinksDelegate::LinksDelegate(LinksTable *view, const LinksModel &model) : TableDelegate(view), m_model(model) {}

bool LinksDelegate::isSelected(const QModelIndex &index) const
{
    return view()->selectionModel() && view()->selectionModel()->isSelected(index);
}

QColor LinksDelegate::rowTint(const QModelIndex &index, const Tokens &tokens) const
{
    return isSelected(index) ? tokens.selection : QColor();
}

void LinksDelegate::paintCell(const Cell &given, const QModelIndex &index) const
{
    Cell cell{given.painter, given.tokens, given.inner, given.background, given.selected, given.hovered};
    cell.selected = given.selected || isSelected(index);
    const int item = m_model.itemAt(index.row());
    const LinkFacts facts = m_model.linkIndex()->facts(static_cast<quint32>(item));
    const QString text = index.data().toString();
    switch (static_cast<LinkColumn>(index.column())) {
    case LinkColumn::State:
        drawMarkWord(cell, markOf(facts.row.state), text);
        break;
    case LinkColumn::Course:
        drawText(cell, text, FontRole::Strong, Ink::Text);
        break;
    case LinkColumn::Title:
        drawText(cell, text, FontRole::Body, Ink::Text);
        break;
    case LinkColumn::Room:
        drawText(cell, text, FontRole::Body, Ink::Secondary);
        break;
    case LinkColumn::Members:
        paintMembers(cell, item);
        break;
    case LinkColumn::Changes:
        paintChanges(cell, item);
        break;
    case LinkColumn::Read:
        drawText(cell, text, FontRole::Caption, Ink::Hint, Qt::AlignRight);
        break;
    }
}

void LinksDelegate::paintMembers(const Cell &cell, int item) const
{
    const QStringList both = m_model.membersText(item).split(QStringLiteral(" / "));
    const LinkRow &row = m_model.linkIndex()->facts(static_cast<quint32>(item)).row;
    drawRatio(cell, both.value(0), both.value(1), row.members != row.expected);
}

void LinksDelegate::paintChanges(const Cell &cell, int item) const
{
    const LinkRow &row = m_model.linkIndex()->facts(static_cast<quint32>(item)).row;
    const ChangeCounts counts{row.add.value_or(0), row.remove.value_or(0), row.promote.value_or(0),
                              row.demote.value_or(0)};
    if (counts.add + counts.remove + counts.promote + counts.demote > 0)
        drawChanges(cell, counts, m_model.language());
    else
        drawText(cell, m_model.reasonText(item), FontRole::Label, Ink::Secondary, Qt::AlignRight);
}

bool LinksDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *where, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (!event || event->type() != QEvent::ToolTip || !index.isValid())
        return TableDelegate::helpEvent(event, where, option, index);
    const int item = m_model.itemAt(index.row());
    const LinkFacts facts = m_model.linkIndex()->facts(static_cast<quint32>(item));
    QString text = index.data().toString();
    if (facts.row.reason &&
        (index.column() == columnOf(LinkColumn::Changes) || index.column() == columnOf(LinkColumn::State)))
        text = text::of(*facts.row.reason, m_model.language()).sentence;
    else if (index.column() == columnOf(LinkColumn::State))
        text = text::of(facts.row.state, m_model.language()).sentence;
    // A tool tip guesses whether its text is markup; what servers say never is.
    QToolTip::showText(event->globalPos(), Qt::convertFromPlainText(text), where);
    return true;
}

} // namespace liaison::ui
