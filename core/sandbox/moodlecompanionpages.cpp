#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// The lists of the companion that a console reads from one end to the other, a page at a time.
namespace liaison::sandbox::moodle {

namespace {

constexpr qint64 largestPage = 1000;

/// Limits are clamped by the server: contract section 9.
qint64 pageSize(const Call &call)
{
    const qint64 limit = call.number(u"limit", largestPage);
    return limit <= 0 ? largestPage : std::min(limit, largestPage);
}

int flag(bool value)
{
    return value ? 1 : 0;
}

/// Most activities map the same roles: the list of the one before is not looked up again.
class RoleIds
{
public:
    explicit RoleIds(const Call &call) : m_call(call) {}
    [[nodiscard]] QByteArrayView of(const QStringList &shortnames)
    {
        if (m_written.isEmpty() || m_names != shortnames) {
            m_names = shortnames;
            m_written = m_call.pieces.value([&](Writer &out) { out.value(roleIdsOf(m_call, shortnames)); });
        }
        return m_written;
    }

private:
    const Call &m_call;
    QStringList m_names;
    QByteArray m_written;
};

template <class T> void writeOrNull(Writer &out, const std::optional<T> &value)
{
    if (value)
        out.value(*value);
    else
        out.value(nullptr);
}

void writeLink(Writer &out, const ActivityEntry &entry, RoleIds &moderators, RoleIds &members)
{
    const Activity &activity = *entry.activity;
    const Course &course = *entry.course->course;
    const ActivityRetention retention = activity.retention.value_or(ActivityRetention{});
    out.beginObject();
    out.field("cmid", activity.cmid)
        .field("courseid", course.id)
        .field("categoryid", course.category)
        .field("coursevisible", flag(course.visible))
        .field("instance", entry.instance)
        .field("visible", flag(activity.visible))
        .field("visibleoncoursepage", flag(activity.visibleOnCoursePage))
        .field("deletioninprogress", 0)
        .field("groupmode", course.groupmode)
        .field("groupingid", 0)
        .field("displaytype", 3)
        .field("embbeded", 0)
        .field("retentionenabled", flag(retention.enabled));
    out.key("maxage");
    writeOrNull(out, retention.maxAge);
    out.field("filesonly", flag(retention.filesOnly))
        .field("excludepinned", flag(retention.excludePinned))
        .field("timecreated", seconds(activity.created))
        .field("timemodified", seconds(activity.created))
        .field("coursefullname", course.fullname)
        .field("courseshortname", course.shortname)
        .field("courseidnumber", course.idnumber)
        .field("name", activity.name);
    out.key("rocketchatid");
    writeOrNull(out, activity.room);
    out.key("availability");
    writeOrNull(out, activity.availability);
    out.key("moderatorroles");
    out.piece(moderators.of(activity.moderatorRoles));
    out.key("userroles");
    out.piece(members.of(activity.memberRoles));
    out.endObject();
}

void writeNumbers(Writer &out, std::span<const qint64> list)
{
    out.beginList();
    for (const qint64 number : list)
        out.value(number);
    out.endList();
}

using Members = std::vector<Membership>::const_iterator;

void fetchFrom(const Pieces &pieces, Members member, Members end)
{
    for (const Members until = member + std::min<qint64>(end - member, Index::fetched); member != until; ++member)
        pieces.fetch(Pieces::Kind::Login, std::size_t(member->who));
}

/// Roles given in the course, inherited ones, and whether the enrolment and the account are in force.
void writeState(Writer &out, std::span<const qint64> roles, std::span<const qint64> inherited, bool active,
                bool suspended)
{
    out.key("r");
    writeNumbers(out, roles);
    out.key("ri");
    writeNumbers(out, inherited);
    out.field("a", flag(active)).field("s", flag(suspended));
}

/// `course`: the field that all rows of a course begin with.
void writeMembership(const Call &call, Writer &out, QByteArrayView course, const CourseEntry &entry,
                     const Membership &member)
{
    const bool active = member.isActive(call.now); // nothing of the person is looked at: that lies far away
    out.beginObject();
    out.fields(course);
    out.fields(call.pieces.fields(Pieces::Kind::Login, std::size_t(member.who), [&](Writer &login) {
        login.field("u", member.person->id).field("n", member.person->username);
    }));
    if (call.index.inherits(member.who)) {
        writeState(out, member.roles, call.index.inheritedRoles(member.person->id, entry), active,
                   member.suspended != 0);
    } else {
        const std::size_t state = 4 * std::size_t(member.roleSet) + (active ? 2 : 0) + member.suspended;
        out.fields(call.pieces.fields(Pieces::Kind::State, state, [&](Writer &piece) {
            writeState(piece, member.roles, {}, active, member.suspended != 0);
        }));
    }
    out.endObject();
}

/// Courses with activities, by id: all of them or those that are asked for.
class AskedCourses
{
public:
    explicit AskedCourses(const Call &call)
    {
        if (call.listEmpty)
            return;
        std::vector<qint64> asked = numbersOf(call.form, u"courseids");
        if (asked.empty()) {
            courses = call.index.linkedCourses();
            rows = call.index.linkedRows();
            return;
        }
        std::sort(asked.begin(), asked.end());
        asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
        for (const qint64 id : asked) {
            const CourseEntry *entry = call.index.course(id);
            if (!entry || entry->course->activities.empty())
                continue;
            m_found.push_back(entry);
            rows += qint64(entry->members.size());
        }
        courses = m_found;
    }
    AskedCourses(const AskedCourses &) = delete;
    AskedCourses &operator=(const AskedCourses &) = delete;

    std::span<const CourseEntry *const> courses;
    qint64 rows = 0; ///< memberships in them

private:
    std::vector<const CourseEntry *> m_found;
};

} // namespace

Answer companionLinks(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const auto &all = call.index.activities();
    const qint64 since = call.number(u"modifiedsince");
    const qint64 size = pageSize(call);
    RoleIds moderators(call), members(call);
    Writer out = call.writer();
    out.beginObject();
    out.key("links");
    out.beginList();
    std::optional<qint64> next;
    qint64 last = 0, count = 0;
    for (auto at = all.upper_bound(call.number(u"after")); at != all.end() && !call.listEmpty; ++at) {
        if (seconds(at->second.activity->created) < since)
            continue;
        if (count == size) {
            next = last;
            break;
        }
        last = at->first;
        ++count;
        writeLink(out, at->second, moderators, members);
    }
    out.endList();
    out.key("next");
    writeOrNull(out, next);
    out.endObject();
    return call.written();
}

Answer companionMemberships(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const AskedCourses asked(call);
    const auto courses = asked.courses;
    const qint64 afterCourse = call.number(u"aftercourse");
    const qint64 afterUser = call.number(u"afteruser");
    const qint64 size = pageSize(call);

    Writer out = call.writer();
    out.beginObject();
    out.key("rows");
    out.beginList();
    qint64 count = 0;
    std::optional<qint64> nextCourse, nextUser;
    auto course = std::lower_bound(courses.begin(), courses.end(), afterCourse,
                                   [](const CourseEntry *c, qint64 id) { return c->course->id < id; });
    std::pair<qint64, const Person *> last;
    for (; course != courses.end() && !nextCourse; ++course) {
        const auto &members = (*course)->members;
        const QByteArray prefix = call.pieces.fields([&](Writer &piece) { piece.field("c", (*course)->course->id); });
        auto member = members.begin();
        if ((*course)->course->id == afterCourse)
            member = std::upper_bound(members.begin(), members.end(), afterUser,
                                      [](qint64 id, const Membership &m) { return id < m.person->id; });
        for (; member != members.end(); ++member) {
            if (count == size) {
                nextCourse = last.first;
                nextUser = last.second->id;
                break;
            }
            if ((member - members.begin()) % qint64(Index::fetched) == 0 || count == 0)
                fetchFrom(call.pieces, member, members.end());
            writeMembership(call, out, prefix, **course, *member);
            ++count;
            last = {(*course)->course->id, member->person};
        }
    }
    out.endList();
    if (afterCourse == 0 || call.listEmpty) {
        out.key("courses");
        out.beginList();
        for (const CourseEntry *entry : courses) {
            out.beginObject();
            out.field("c", entry->course->id).field("n", qint64(entry->members.size()));
            out.endObject();
        }
        out.endList();
    }
    out.key("nextcourse");
    writeOrNull(out, nextCourse);
    out.key("nextuser");
    writeOrNull(out, nextUser);
    out.field("total", asked.rows);
    out.endObject();
    return call.written();
}

Answer companionPeople(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const qint64 after = call.number(u"after");
    const qint64 size = pageSize(call);
    std::span<const Person *const> people = call.index.peopleAfter(after);
    std::vector<const Person *> asked;
    if (std::vector<qint64> ids = numbersOf(call.form, u"ids"); !ids.empty()) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const qint64 id : ids) {
            const auto found = call.index.peopleOf(id);
            if (id > after)
                asked.insert(asked.end(), found.begin(), found.end());
        }
        people = asked;
    }
    Writer out = call.writer();
    out.beginObject();
    out.key("people");
    out.beginList();
    std::optional<qint64> next;
    qint64 last = 0, count = 0;
    for (const Person *person : people) {
        if (call.listEmpty || !call.index.isLinked(person->id))
            continue;
        if (count == size) {
            next = last;
            break;
        }
        last = person->id;
        ++count;
        out.beginObject();
        out.field("id", person->id)
            .field("username", person->username)
            .field("firstname", person->firstname)
            .field("lastname", person->lastname)
            .field("email", person->email)
            .field("idnumber", person->idnumber)
            .field("suspended", flag(person->suspended))
            .field("auth", "manual");
        out.endObject();
    }
    out.endList();
    out.key("next");
    writeOrNull(out, next);
    out.endObject();
    return call.written();
}

Answer companionRecycleBin(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const qint64 size = pageSize(call);
    const auto &bin = call.site.recycleBin;
    const auto timeOf = [](Instant at) { return at.isKnown() ? std::optional(seconds(at)) : std::nullopt; };
    const std::size_t first = std::size_t(std::max<qint64>(call.number(u"after"), 0));
    Writer out = call.writer();
    out.beginObject();
    out.key("rows");
    out.beginList();
    std::optional<qint64> next;
    for (std::size_t i = first; i < bin.size() && !call.listEmpty; ++i) {
        if (qint64(i - first) == size) {
            next = qint64(i);
            break;
        }
        const BinItem &item = bin[i]; // the world gives its items no number: their place is the id
        out.beginObject();
        out.field("id", qint64(i) + 1)
            .field("binid", qint64(i) + 1)
            .field("kind", item.kind)
            .field("cmid", item.cmid)
            .field("course", item.course)
            .field("name", item.name)
            .field("room", item.room);
        out.key("deleted");
        writeOrNull(out, timeOf(item.deleted));
        out.key("expires");
        writeOrNull(out, timeOf(item.expires));
        out.endObject();
    }
    out.endList();
    out.key("next");
    writeOrNull(out, next);
    out.endObject();
    return call.written();
}

} // namespace liaison::sandbox::moodle
