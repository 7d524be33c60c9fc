#include "ui/courses/linksmodel.h"

#include "ui/courses/coursewords.h"
#include "ui/text/format.h"

#include <QDateTime>
#include <QtConcurrent>
#include <algorithm>

namespace liaison::ui {
namespace {

/// Past this many pieces one layout change is cheaper for a view than telling every piece.
constexpr size_t maxPieces = 32;

struct Range
{
    int first = 0, last = 0;
};

/// Runs of numbers for which `test` holds; stops counting at the limit.
template <class Test> std::vector<Range> runs(int count, Test test)
{
    std::vector<Range> out;
    for (int i = 0; i < count && out.size() <= maxPieces; ++i) {
        if (!test(i))
            continue;
        if (!out.empty() && out.back().last == i - 1)
            out.back().last = i;
        else
            out.push_back({i, i});
    }
    return out;
}

/// Old item -> item of the next index, -1 where the link is gone; both are in the order of keys. Empty where it is the
/// same index: every item is itself, and a keystroke needs no table.
std::vector<int> mapItems(const LinkIndex &from, const LinkIndex &to)
{
    if (&from == &to)
        return {};
    std::vector<int> map(static_cast<size_t>(from.size()), -1);
    int b = 0;
    for (int a = 0; a < from.size(); ++a) {
        const LinkKey key = from.facts(static_cast<quint32>(a)).key();
        while (b < to.size() && to.facts(static_cast<quint32>(b)).key() < key)
            ++b;
        if (b < to.size() && to.facts(static_cast<quint32>(b)).key() == key)
            map[static_cast<size_t>(a)] = b;
    }
    return map;
}

int mapped(const std::vector<int> &map, quint32 item)
{
    return map.empty() ? static_cast<int>(item) : map[item];
}

} // namespace

LinksModel::LinksModel(QObject *parent)
    : QAbstractTableModel(parent), m_clock([] { return Instant{QDateTime::currentMSecsSinceEpoch()}; })
{
    connect(&m_preparing, &QFutureWatcherBase::finished, this, [this] {
        if (!m_preparing.isCanceled() && m_preparing.future().resultCount() > 0)
            setIndex(m_preparing.result());
    });
}

LinksModel::~LinksModel()
{
    m_preparing.disconnect(this);
}

void LinksModel::setLanguage(text::Language language)
{
    if (m_language == language)
        return;
    m_language = language;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, linkColumns - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, linkColumns - 1));
}

void LinksModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

void LinksModel::setView(ViewPtr view)
{
    const QLocale::Language collation = m_language == text::Language::French ? QLocale::French : QLocale::English;
    // The watcher lets go of the reading before: only the newest view is ever shown.
    m_preparing.setFuture(
        QtConcurrent::run([view = std::move(view), collation] { return buildLinkIndex(view, collation); }));
}

void LinksModel::setIndex(LinkIndexPtr next)
{
    Q_EMIT changing();
    m_filter.prepare(*next);
    collect(*next, m_spare);
    show(std::move(next), m_spare);
    Q_EMIT filtered();
    Q_EMIT merged();
}

void LinksModel::setFilterText(const QString &typed)
{
    if (typed == m_typed)
        return;
    m_typed = typed;
    LinkQuery query = parseLinkQuery(typed);
    if (query == m_filter.query())
        return;
    m_filter.setQuery(std::move(query));
    refilter();
}

void LinksModel::setStates(StateMask states)
{
    if (states == m_filter.states())
        return;
    m_filter.setStates(states);
    refilter();
}

void LinksModel::setCategory(std::optional<CategoryKey> category)
{
    if (category == m_filter.category())
        return;
    m_filter.setCategory(std::move(category));
    refilter();
}

void LinksModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= linkColumns)
        return;
    const auto wanted = static_cast<LinkColumn>(column);
    if (wanted == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = wanted;
    m_sortOrder = order;
    refilter();
}

void LinksModel::refilter()
{
    Q_EMIT changing();
    if (m_index) {
        m_filter.prepare(*m_index);
        collect(*m_index, m_spare);
        show(m_index, m_spare);
    }
    Q_EMIT filtered();
}

void LinksModel::collect(const LinkIndex &index, std::vector<quint32> &rows)
{
    rows.clear();
    rows.reserve(index.links.size());
    m_counts.fill(0);
    const auto take = [&](quint32 item) {
        if (!m_filter.acceptsText(index, item))
            return;
        ++m_counts[index.state[item]];
        if (m_filter.acceptsState(index.state[item]))
            rows.push_back(item);
    };
    const std::vector<quint32> &order = index.order[static_cast<size_t>(m_sortColumn)];
    if (m_sortOrder == Qt::AscendingOrder)
        std::for_each(order.begin(), order.end(), take);
    else
        std::for_each(order.rbegin(), order.rend(), take);
}

void LinksModel::show(LinkIndexPtr next, std::vector<quint32> &rows)
{
    const LinkIndexPtr before = m_index ? m_index : next;
    const std::vector<int> nextItemOf = mapItems(*before, *next);
    m_nextRowOf.assign(static_cast<size_t>(next->size()), -1);
    for (size_t row = 0; row < rows.size(); ++row)
        m_nextRowOf[rows[row]] = static_cast<int>(row);

    std::vector<int> formerItemOf;
    if (before != next) {
        formerItemOf.assign(static_cast<size_t>(next->size()), -1);
        for (size_t item = 0; item < nextItemOf.size(); ++item) {
            if (nextItemOf[item] >= 0)
                formerItemOf[static_cast<size_t>(nextItemOf[item])] = static_cast<int>(item);
        }
    }

    const auto nextRow = [&](quint32 item) {
        const int to = mapped(nextItemOf, item);
        return to < 0 ? -1 : m_nextRowOf[static_cast<size_t>(to)];
    };
    m_kept.assign(rows.size(), 0);
    bool moved = false;
    int last = -1;
    for (quint32 item : m_rows) {
        const int row = nextRow(item);
        if (row < 0)
            continue;
        m_kept[static_cast<size_t>(row)] = 1;
        moved = moved || row < last;
        last = row;
    }
    const std::vector<Range> gone =
        runs(rowCount(), [&](int row) { return nextRow(m_rows[static_cast<size_t>(row)]) < 0; });
    const std::vector<Range> added =
        runs(static_cast<int>(rows.size()), [&](int row) { return m_kept[static_cast<size_t>(row)] == 0; });

    if (moved || gone.size() > maxPieces || added.size() > maxPieces) {
        showByLayout(next, rows, nextItemOf);
    } else {
        for (auto range = gone.rbegin(); range != gone.rend(); ++range) {
            beginRemoveRows({}, range->first, range->last);
            m_rows.erase(m_rows.begin() + range->first, m_rows.begin() + range->last + 1);
            renumber();
            endRemoveRows();
        }
        for (quint32 &item : m_rows)
            item = static_cast<quint32>(mapped(nextItemOf, item));
        m_index = next;
        renumber();
        for (const Range &range : added) {
            beginInsertRows({}, range.first, range.last);
            m_rows.insert(m_rows.begin() + range.first, rows.begin() + range.first, rows.begin() + range.last + 1);
            renumber();
            endInsertRows();
        }
    }
    if (before != next)
        announceChanges(*before, formerItemOf);
}

void LinksModel::showByLayout(LinkIndexPtr next, std::vector<quint32> &rows, const std::vector<int> &nextItemOf)
{
    // The hint spares the horizontal header from following columns that do not move.
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<int> nextItems;
    nextItems.reserve(static_cast<size_t>(from.size()));
    for (const QModelIndex &i : from)
        nextItems.push_back(mapped(nextItemOf, m_rows[static_cast<size_t>(i.row())]));
    m_index = std::move(next);
    m_rows.swap(rows);
    renumber();
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i) {
        const int item = nextItems[static_cast<size_t>(i)];
        const int row = item < 0 ? -1 : m_rowOf[static_cast<size_t>(item)];
        to << (row < 0 ? QModelIndex() : index(row, from[i].column()));
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void LinksModel::renumber()
{
    m_rowOf.assign(m_index ? static_cast<size_t>(m_index->size()) : 0, -1);
    for (size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row]] = static_cast<int>(row);
}

void LinksModel::announceChanges(const LinkIndex &before, const std::vector<int> &formerItemOf)
{
    if (m_rows.empty())
        return;
    const std::vector<Range> changed = runs(rowCount(), [&](int row) {
        const quint32 item = m_rows[static_cast<size_t>(row)];
        const int former = formerItemOf[item];
        return former >= 0 && !sameRow(before, static_cast<quint32>(former), *m_index, item);
    });
    if (changed.size() > maxPieces) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, linkColumns - 1));
        return;
    }
    for (const Range &range : changed)
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, linkColumns - 1));
    const int read = static_cast<int>(LinkColumn::Read);
    Q_EMIT dataChanged(index(0, read), index(rowCount() - 1, read));
}

int LinksModel::firstItemWithoutStates() const
{
    if (!m_index)
        return -1;
    for (quint32 item : m_index->order[static_cast<size_t>(LinkColumn::Course)]) {
        if (m_filter.acceptsText(*m_index, item))
            return static_cast<int>(item);
    }
    return -1;
}

int LinksModel::countWith(LinkFilter filter) const
{
    if (!m_index)
        return 0;
    filter.prepare(*m_index);
    int count = 0;
    for (quint32 item = 0; item < m_index->links.size(); ++item)
        count += filter.acceptsState(m_index->state[item]) && filter.acceptsText(*m_index, item) ? 1 : 0;
    return count;
}

LinkKey LinksModel::keyAt(int row) const
{
    return m_index->facts(m_rows[static_cast<size_t>(row)]).key();
}

int LinksModel::rowOf(const LinkKey &key) const
{
    const int item = m_index ? m_index->itemOf(key) : -1;
    return item < 0 ? -1 : m_rowOf[static_cast<size_t>(item)];
}

int LinksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LinksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : linkColumns;
}

QVariant LinksModel::data(const QModelIndex &at, int role) const
{
    if (!checkIndex(at, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int item = itemAt(at.row());
    const auto column = static_cast<LinkColumn>(at.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::AccessibleTextRole:
        return rowSentence(item);
    case Qt::TextAlignmentRole:
        if (column == LinkColumn::Members || column == LinkColumn::Changes || column == LinkColumn::Read)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case KeyRole:
        return QVariant::fromValue(keyAt(at.row()));
    case ItemRole:
        return item;
    default:
        return {};
    }
}

} // namespace liaison::ui
