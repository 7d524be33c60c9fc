#include "ui/courses/linkindex.h"

#include "core/base/uithread.h"
#include "ui/courses/fold.h"

#include <QCollator>
#include <QHash>
#include <algorithm>
#include <numeric>

namespace liaison::ui {
namespace {

/// Most urgent first: how the state column sorts.
int urgency(LinkState state)
{
    switch (state) {
    case LinkState::Missing:
        return 0;
    case LinkState::Drift:
        return 1;
    case LinkState::Unknown:
        return 2;
    case LinkState::Ambiguous:
        return 3;
    case LinkState::Unlinked:
        return 4;
    case LinkState::PartlyKnown:
        return 5;
    case LinkState::Pending:
        return 6;
    case LinkState::InStep:
        return 7;
    case LinkState::Archived:
        return 8;
    }
    return 9;
}

class Builder
{
public:
    Builder(ViewPtr view, QLocale::Language collation)
        : m_collator(QLocale(collation)), m_index(std::make_shared<LinkIndex>())
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
        m_index->view = std::move(view);
    }

    LinkIndexPtr run()
    {
        const Snapshot &s = *m_index->view->snapshot;
        LinkIndex &out = *m_index;
        const ReadTimes times(*out.view);
        std::vector<char> courseSeen(s.courses.size());
        std::vector<quint8> work(s.links.size());
        for (const Entry &entry : out.view->diff.beforeRooms)
            note(work, entry);
        for (const RoomDiff &room : out.view->diff.rooms) {
            for (const Entry &entry : room.entries)
                note(work, entry);
        }
        for (quint32 position = 0; position < s.links.size(); ++position) {
            const LinkFacts facts = linkFacts(*out.view, position);
            if (!facts.course.inScope)
                continue;
            out.links.push_back(position);
            out.state.push_back(static_cast<quint8>(facts.row.state));
            ++out.totals[static_cast<size_t>(facts.row.state)];
            out.roomWork.push_back(work[position]);
            out.category.push_back(categoryOf(facts));
            out.readAt.push_back(times.of(facts));
            char &seen = courseSeen[facts.link.course.value];
            out.courses += seen == 0;
            out.withRoom += facts.room && seen < 2;
            seen = facts.room ? char(2) : std::max(seen, char(1));
            addHay(facts);
        }
        out.hay.squeeze();
        sortCategories();
        sortRows();
        return m_index;
    }

private:
    void note(std::vector<quint8> &work, const Entry &entry) const
    {
        quint8 bit = 0;
        switch (kindOf(entry.change)) {
        case ChangeKind::CreateRoom:
            bit = CreatesRoom;
            break;
        case ChangeKind::Unarchive:
            bit = Unarchives;
            break;
        case ChangeKind::Archive:
            bit = Archives;
            break;
        case ChangeKind::SetRetention:
            bit = SetsRetention;
            break;
        default:
            return;
        }
        const Place &place = entry.change.place;
        if (!place.cmid)
            return;
        if (const auto position = positionOf(*m_index->view, {place.site, *place.cmid}))
            work[*position] |= bit;
    }

    void addHay(const LinkFacts &facts)
    {
        QString &hay = m_index->hay;
        const auto add = [&](QStringView field) {
            appendFolded(hay, field);
            hay += u'\n'; // no word is found across two fields
        };
        add(facts.course.shortName);
        add(facts.course.fullName);
        add(facts.link.activityName);
        if (facts.room)
            add(facts.room->name);
        add(facts.roomId());
        add(QString::number(facts.course.id.value));
        add(QString::number(facts.link.cmid.value));
        m_index->hayEnd.push_back(static_cast<quint32>(hay.size()));
    }

    int categoryOf(const LinkFacts &facts)
    {
        std::vector<CategoryId> path = facts.course.path;
        if (path.empty() && facts.course.category.value != 0)
            path.push_back(facts.course.category);
        int parent = -1;
        for (auto it = path.rbegin(); it != path.rend(); ++it) {
            const auto key = qMakePair(facts.site.id.value, it->value);
            const auto found = m_categories.constFind(key);
            if (found != m_categories.constEnd()) {
                parent = *found;
            } else {
                parent = newCategory(facts.site.id.value, it->value, parent);
                m_categories.insert(key, parent);
            }
            ++m_index->categories[static_cast<size_t>(parent)].courses;
        }
        return parent;
    }

    int newCategory(const QString &site, qint64 id, int parent)
    {
        CategoryItem item;
        item.site = site;
        item.id = id;
        item.name = m_index->view->categories.value(site).value(id);
        item.parent = parent;
        item.foldedName = folded(item.name) + u'\n' + QString::number(id) + u'\n';
        if (parent >= 0) {
            const CategoryItem &above = m_index->categories[static_cast<size_t>(parent)];
            item.depth = above.depth + 1;
            item.foldedName += above.foldedName;
        }
        m_index->categories.push_back(std::move(item));
        return static_cast<int>(m_index->categories.size()) - 1;
    }

    /// Depth first, siblings by name: the order of the menu.
    void sortCategories()
    {
        auto &categories = m_index->categories;
        const size_t n = categories.size();
        std::vector<std::vector<int>> children(n + 1);
        for (size_t i = 0; i < n; ++i)
            children[static_cast<size_t>(categories[i].parent + 1)].push_back(static_cast<int>(i));
        std::vector<int> order, moved(n);
        const auto walk = [&](auto &&self, size_t slot) -> void {
            auto &list = children[slot];
            std::sort(list.begin(), list.end(), [&](int a, int b) {
                const CategoryItem &x = categories[static_cast<size_t>(a)], &y = categories[static_cast<size_t>(b)];
                const int c = m_collator.compare(x.name, y.name);
                return c != 0 ? c < 0 : std::tie(x.site, x.id) < std::tie(y.site, y.id);
            });
            for (int i : list) {
                moved[static_cast<size_t>(i)] = static_cast<int>(order.size());
                order.push_back(i);
                self(self, static_cast<size_t>(i) + 1);
            }
        };
        walk(walk, 0);
        std::vector<CategoryItem> sorted;
        sorted.reserve(n);
        for (int i : order) {
            sorted.push_back(std::move(categories[static_cast<size_t>(i)]));
            if (sorted.back().parent >= 0)
                sorted.back().parent = moved[static_cast<size_t>(sorted.back().parent)];
        }
        categories = std::move(sorted);
        for (int &category : m_index->category)
            category = category < 0 ? -1 : moved[static_cast<size_t>(category)];
    }

    /// Equal texts get equal ranks. Collating once per text and sorting integers afterwards is what makes sorting fast.
    template <class TextOf> std::vector<quint32> textRanks(TextOf textOf)
    {
        const size_t n = m_index->links.size();
        std::vector<QCollatorSortKey> keys;
        keys.reserve(n);
        for (quint32 i = 0; i < n; ++i)
            keys.push_back(m_collator.sortKey(textOf(m_index->facts(i))));
        std::vector<quint32> items(n), ranks(n);
        std::iota(items.begin(), items.end(), 0u);
        std::sort(items.begin(), items.end(), [&](quint32 a, quint32 b) { return keys[a].compare(keys[b]) < 0; });
        quint32 rank = 0;
        for (size_t i = 0; i < n; ++i) {
            if (i > 0 && keys[items[i - 1]].compare(keys[items[i]]) != 0)
                ++rank;
            ranks[items[i]] = rank;
        }
        return ranks;
    }

    template <class Less> void sortColumn(LinkColumn column, Less less)
    {
        std::vector<quint32> items = m_byCourse;
        std::stable_sort(items.begin(), items.end(), less);
        m_index->order[static_cast<size_t>(column)] = std::move(items);
    }
    template <class NumberOf> void sortNumbers(LinkColumn column, NumberOf numberOf)
    {
        std::vector<qint64> numbers(m_index->links.size());
        for (quint32 i = 0; i < numbers.size(); ++i)
            numbers[i] = numberOf(i, m_index->facts(i));
        sortColumn(column, [&](quint32 a, quint32 b) { return numbers[a] < numbers[b]; });
    }

    void sortRows()
    {
        const size_t n = m_index->links.size();
        const std::vector<quint32> names = textRanks([](const LinkFacts &f) { return f.course.shortName; });
        m_byCourse.resize(n);
        std::iota(m_byCourse.begin(), m_byCourse.end(), 0u);
        std::stable_sort(m_byCourse.begin(), m_byCourse.end(),
                         [&](quint32 a, quint32 b) { return names[a] < names[b]; });
        m_index->order[static_cast<size_t>(LinkColumn::Course)] = m_byCourse;

        const std::vector<quint32> titles = textRanks([](const LinkFacts &f) { return f.course.fullName; });
        sortColumn(LinkColumn::Title, [&](quint32 a, quint32 b) { return titles[a] < titles[b]; });
        const std::vector<quint32> rooms =
            textRanks([](const LinkFacts &f) { return f.room ? f.room->name : QString(); });
        sortColumn(LinkColumn::Room, [&](quint32 a, quint32 b) { return rooms[a] < rooms[b]; });
        sortNumbers(LinkColumn::State, [](quint32, const LinkFacts &f) { return qint64(urgency(f.row.state)); });
        sortNumbers(LinkColumn::Members,
                    [](quint32, const LinkFacts &f) { return qint64(f.row.members.value_or(-1)); });
        sortNumbers(LinkColumn::Changes, [](quint32, const LinkFacts &f) {
            const LinkRow &r = f.row;
            if (!r.add && !r.remove && !r.promote && !r.demote)
                return qint64(-1);
            return qint64(r.add.value_or(0)) + r.remove.value_or(0) + r.promote.value_or(0) + r.demote.value_or(0);
        });
        sortNumbers(LinkColumn::Read, [&](quint32 i, const LinkFacts &) { return -m_index->readAt[i].ms; });
    }

    QCollator m_collator;
    std::shared_ptr<LinkIndex> m_index;
    QHash<QPair<QString, qint64>, int> m_categories;
    std::vector<quint32> m_byCourse;
};

} // namespace

int LinkIndex::itemOf(const LinkKey &key) const
{
    if (!view)
        return -1;
    const std::optional<quint32> position = positionOf(*view, key);
    if (!position)
        return -1;
    const auto at = std::lower_bound(links.begin(), links.end(), *position);
    return at != links.end() && *at == *position ? static_cast<int>(at - links.begin()) : -1;
}

LinkIndexPtr buildLinkIndex(ViewPtr view, QLocale::Language collation)
{
    notOnUiThread("the index of courses");
    return Builder(std::move(view), collation).run();
}

bool sameRow(const LinkIndex &a, quint32 itemA, const LinkIndex &b, quint32 itemB)
{
    const LinkFacts x = a.facts(itemA), y = b.facts(itemB);
    const LinkRow &r = x.row, &q = y.row;
    return r.state == q.state && r.expected == q.expected && r.members == q.members && r.add == q.add &&
           r.promote == q.promote && r.demote == q.demote && r.remove == q.remove && r.guests == q.guests &&
           r.findings == q.findings && r.reason == q.reason && r.reasonDetail == q.reasonDetail &&
           x.course.shortName == y.course.shortName && x.course.fullName == y.course.fullName &&
           x.roomId() == y.roomId() && (x.room ? x.room->name : QString()) == (y.room ? y.room->name : QString()) &&
           x.link.source == y.link.source && a.roomWork[itemA] == b.roomWork[itemB] && x.candidates() == y.candidates();
}

} // namespace liaison::ui
