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

QString LinksModel::membersText(int item) const
{
    const LinkRow &row = m_index->facts(static_cast<quint32>(item)).row;
    const auto count = [&](std::optional<int> n, QChar absent) {
        return n ? text::number(m_language, *n) : QString(absent);
    };
    const bool noRoom = row.state == LinkState::Missing || row.state == LinkState::Unlinked ||
                        row.state == LinkState::Ambiguous || row.state == LinkState::Pending;
    return QString(count(row.members, noRoom ? emDash : notKnown) + u" / " + count(row.expected, notKnown));
}

QString LinksModel::roomText(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    if (facts.room)
        return facts.room->name.isEmpty() ? facts.room->id.value : facts.room->name;
    const bool unread = facts.link.unknown || std::holds_alternative<UnknownRoom>(facts.link.room);
    if (!unread)
        return QString(emDash);
    const QString id = facts.roomId();
    return id.isEmpty() ? QString(notKnown) : id;
}

QString LinksModel::ageText(int item) const
{
    const Instant at = m_index->readAt[static_cast<size_t>(item)];
    return at.isKnown() ? shortAge(m_language, m_clock().ms - at.ms) : QString(notKnown);
}

QString LinksModel::reasonText(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    const LinkRow &row = facts.row;
    const quint8 work = m_index->roomWork[static_cast<size_t>(item)];
    if (row.reason && row.state != LinkState::Ambiguous && row.state != LinkState::Drift)
        return text::of(*row.reason, m_language).name;
    switch (row.state) {
    case LinkState::Ambiguous:
        return facts.candidates() > 0 ? tr("%n possible room(s)", nullptr, facts.candidates()) : QString();
    case LinkState::Pending: {
        const qint64 since = facts.site.now.ms - facts.link.created.ms;
        return facts.link.created.isKnown()
                   ? tr("for %1", "how long a room has been waited for").arg(shortAge(m_language, since))
                   : QString();
    }
    case LinkState::Missing:
        return (work & CreatesRoom) != 0 ? tr("room to create") : QString();
    case LinkState::Archived:
        return tr("activity hidden");
    case LinkState::Drift:
        if (row.add.value_or(0) + row.remove.value_or(0) + row.promote.value_or(0) + row.demote.value_or(0) > 0)
            return {};
        if ((work & Unarchives) != 0)
            return tr("room to unarchive");
        if ((work & Archives) != 0)
            return tr("room to archive");
        return (work & SetsRetention) != 0 ? tr("retention to set") : QString();
    default:
        break;
    }
    if (row.findings > 0)
        return tr("%n finding(s)", nullptr, row.findings);
    if (row.guests.value_or(0) > 0)
        return tr("%n guest(s)", nullptr, *row.guests);
    return {};
}

QString LinksModel::cellText(int item, LinkColumn column) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    switch (column) {
    case LinkColumn::State:
        return text::of(facts.row.state, m_language).name;
    case LinkColumn::Course:
        return facts.course.shortName.isEmpty() ? QString(emDash) : facts.course.shortName.simplified();
    case LinkColumn::Title:
        return facts.course.fullName.isEmpty() ? QString(emDash) : facts.course.fullName.simplified();
    case LinkColumn::Room:
        return roomText(item);
    case LinkColumn::Members:
        return membersText(item);
    case LinkColumn::Changes: {
        QStringList parts;
        const auto add = [&](QLatin1String sign, std::optional<int> n) {
            if (n.value_or(0) > 0)
                parts << QString(sign + text::number(m_language, *n));
        };
        add(QLatin1String("+"), facts.row.add);
        if (facts.row.remove.value_or(0) > 0)
            parts << QString(QChar(0x2212) + text::number(m_language, *facts.row.remove));
        if (facts.row.promote.value_or(0) > 0)
            parts << QString(QChar(0x2191) + text::number(m_language, *facts.row.promote));
        if (facts.row.demote.value_or(0) > 0)
            parts << QString(QChar(0x2193) + text::number(m_language, *facts.row.demote));
        return parts.isEmpty() ? reasonText(item) : parts.join(u' ');
    }
    case LinkColumn::Read:
        return ageText(item);
    }
    return {};
}

QString LinksModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < linkColumns; ++column)
        cells << cellText(itemAt(row), static_cast<LinkColumn>(column));
    return cells.join(u'\t');
}

QString LinksModel::rowSentence(int item) const
{
    const LinkFacts facts = m_index->facts(static_cast<quint32>(item));
    const LinkRow &row = facts.row;
    QStringList parts{cellText(item, LinkColumn::Course), cellText(item, LinkColumn::Title),
                      text::of(row.state, m_language).name.toLower()};
    if (row.members && row.expected)
        parts << tr("%1 of %2 members")
                     .arg(text::number(m_language, *row.members), text::number(m_language, *row.expected));
    else
        parts << tr("members not known");
    if (row.add.value_or(0) > 0)
        parts << tr("%n addition(s)", nullptr, *row.add);
    if (row.remove.value_or(0) > 0)
        parts << tr("%n removal(s)", nullptr, *row.remove);
    if (row.promote.value_or(0) > 0)
        parts << tr("%n promotion(s)", nullptr, *row.promote);
    if (row.demote.value_or(0) > 0)
        parts << tr("%n demotion(s)", nullptr, *row.demote);
    const QString reason = reasonText(item);
    if (!reason.isEmpty())
        parts << reason.toLower();
    return parts.join(QStringLiteral(", "));
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

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= linkColumns)
        return {};
    const auto column = static_cast<LinkColumn>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool right = column == LinkColumn::Members || column == LinkColumn::Changes || column == LinkColumn::Read;
        return QVariant((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case LinkColumn::State:
        return tr("State");
    case LinkColumn::Course:
        return tr("Course");
    case LinkColumn::Title:
        return tr("Title");
    case LinkColumn::Room:
        return tr("Room");
    case LinkColumn::Members:
        return tr("Members");
    case LinkColumn::Changes:
        return tr("Changes");
    case LinkColumn::Read:
        return tr("Read", "how long ago the room was read");
    }
    return {};
}

} // namespace liaison::ui
