#include "ui/shell/searchindex.h"

#include "core/base/uithread.h"
#include "core/run/resolve.h"

#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace liaison::ui {

QString folded(const QString &text)
{
    QString out;
    out.reserve(text.size());
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += c.toCaseFolded();
    }
    return out;
}

namespace {

/// 0 best; -1: no match.
int rank(const QString &haystack, const QString &key, const QString &needle)
{
    if (key == needle)
        return 0;
    if (key.startsWith(needle))
        return 1;
    const auto at = haystack.indexOf(needle);
    if (at < 0)
        return -1;
    return at == 0 || !haystack.at(at - 1).isLetterOrNumber() ? 2 : 3;
}

template <class T> void keepBest(std::vector<std::pair<int, T>> &ranked, int limit)
{
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    if (ranked.size() > static_cast<size_t>(limit))
        ranked.resize(static_cast<size_t>(limit));
}

QString namedInUrl(const QString &typed)
{
    const QUrl url(typed);
    static const QRegularExpression path(QStringLiteral("/(?:group|channel)/([^/?]+)"));
    return url.scheme().startsWith(u"http") ? path.match(url.path()).captured(1) : QString();
}

} // namespace

SearchIndex::SearchIndex(Backend::View view) : m_view(std::move(view))
{
    notOnUiThread("the index of the search");
    if (!m_view || !m_view->snapshot)
        return;
    const Snapshot &s = *m_view->snapshot;
    m_links.reserve(s.links.size());
    for (size_t i = 0; i < s.links.size(); ++i) {
        const Course &course = s.courses[s.links[i].course.value];
        const QString key = folded(course.shortName);
        m_links.push_back({i, key, key % u' ' % folded(course.fullName), QString::number(course.id.value)});
    }
    for (size_t i = 0; i < m_view->rooms.size(); ++i)
        m_rooms.push_back({i, folded(m_view->rooms[i].name)});
    m_people.reserve(s.people.size());
    for (const Person &p : s.people)
        m_people.push_back({p.username.toCaseFolded(), folded(p.fullName)});
}

Hit SearchIndex::courseHit(size_t link) const
{
    const Snapshot &s = *m_view->snapshot;
    const Link &l = s.links[link];
    const Course &course = s.courses[l.course.value];
    Hit hit;
    hit.kind = Hit::Kind::Course;
    hit.link = LinkKey{s.sites[l.site.value].id.value, l.cmid.value};
    hit.title = course.fullName;
    hit.shortName = course.shortName;
    if (link < m_view->diff.links.size()) {
        const LinkRow &row = m_view->diff.links[link];
        hit.state = row.state;
        hit.members = row.members;
        if (row.add && row.remove && row.promote && row.demote)
            hit.changes = *row.add + *row.remove + *row.promote + *row.demote;
    }
    return hit;
}

Hit SearchIndex::roomHit(size_t room) const
{
    const RoomRow &row = m_view->rooms[room];
    Hit hit;
    hit.kind = Hit::Kind::Room;
    hit.title = row.name;
    hit.roomName = row.name;
    hit.roomId = row.id;
    hit.members = row.members;
    hit.archived = row.archived;
    hit.linked = row.linked;
    if (!row.links.empty())
        hit.link = row.links.front();
    return hit;
}

void SearchIndex::findPeople(const QString &needle, int limit, std::vector<Hit> &hits) const
{
    const Snapshot &s = *m_view->snapshot;
    std::vector<std::pair<int, size_t>> ranked;
    for (size_t i = 0; i < m_people.size(); ++i) {
        const auto &[login, name] = m_people[i];
        int r = rank(login, login, needle);
        if (r < 0 || r == 3) {
            const int byName = rank(name, name, needle);
            r = r < 0 ? byName : byName < 0 ? r : std::min(r, byName);
        }
        if (r >= 0)
            ranked.emplace_back(r, i);
    }
    keepBest(ranked, limit);
    // One answer for each course of each person: that is what can be opened.
    int left = limit;
    for (const auto &[r, i] : ranked) {
        for (size_t l = 0; l < s.links.size() && left > 0; ++l) {
            const Course &course = s.courses[s.links[l].course.value];
            if (!course.enrolments.isKnown())
                continue;
            const Rows rows = course.enrolments.value();
            const auto begin = s.enrolments.person.begin() + rows.first;
            if (std::find(begin, begin + rows.count, static_cast<quint32>(i)) == begin + rows.count)
                continue;
            Hit hit = courseHit(l);
            hit.kind = Hit::Kind::Person;
            hit.person = s.people[i].fullName;
            hit.login = s.people[i].username;
            hit.moodle = s.people[i].id.value;
            hits.push_back(hit);
            --left;
        }
    }
}

std::vector<Hit> SearchIndex::find(const QString &typed, int limit) const
{
    std::vector<Hit> hits;
    const QString text = typed.trimmed();
    if (text.isEmpty() || !m_view || !m_view->snapshot)
        return hits;

    // A pasted sentence or address names one room.
    QString named = namedInUrl(text);
    if (named.isEmpty())
        named = quotedName(text);
    if (!named.isEmpty()) {
        for (size_t i = 0; i < m_view->rooms.size(); ++i) {
            if (m_view->rooms[i].name != named && m_view->rooms[i].id != named)
                continue;
            Hit hit = roomHit(i);
            hit.kind = Hit::Kind::Message;
            const auto link = hit.link;
            if (link) {
                const Snapshot &s = *m_view->snapshot;
                for (size_t l = 0; l < s.links.size(); ++l) {
                    if (s.links[l].cmid.value == link->cmid && s.sites[s.links[l].site.value].id.value == link->site) {
                        const Hit course = courseHit(l);
                        hit.title = course.title;
                        hit.shortName = course.shortName;
                        hit.state = course.state;
                        hit.changes = course.changes;
                    }
                }
            } else {
                hit.title.clear();
            }
            hits.push_back(hit);
        }
        if (hits.empty()) {
            Hit hit; // the sentence was understood, the room is not there: that is an answer too
            hit.kind = Hit::Kind::Message;
            hit.roomName = named;
            hit.linked = false;
            hits.push_back(hit);
            // Renamed or deleted: the name it was made with ends with the number of its activity.
            const Snapshot &s = *m_view->snapshot;
            for (size_t l = 0; l < s.links.size(); ++l) {
                if (s.links[l].cmid.value == activityInName(named))
                    hits.push_back(courseHit(l));
            }
        }
    }

    const QString needle = folded(named.isEmpty() ? text : named);
    std::vector<std::pair<int, size_t>> courses;
    for (const Row &row : m_links) {
        const int r = row.id == needle ? 0 : rank(row.haystack, row.shortName, needle);
        if (r >= 0)
            courses.emplace_back(r, row.link);
    }
    keepBest(courses, limit);
    for (const auto &[r, link] : courses)
        hits.push_back(courseHit(link));

    std::vector<std::pair<int, size_t>> rooms;
    for (const RoomText &row : m_rooms) {
        const int r = m_view->rooms[row.room].id == text ? 0 : rank(row.name, row.name, needle);
        if (r >= 0)
            rooms.emplace_back(r, row.room);
    }
    keepBest(rooms, limit);
    for (const auto &[r, room] : rooms)
        hits.push_back(roomHit(room));

    if (named.isEmpty())
        findPeople(needle, limit, hits);
    return hits;
}

} // namespace liaison::ui
