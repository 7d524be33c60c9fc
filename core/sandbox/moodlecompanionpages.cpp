#include "core/sandbox/moodleahead.h"
#include "core/sandbox/moodlecompanion.h"
#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// The lists of the companion that a console reads from one end to the other, a page at a time.
namespace liaison::sandbox::moodle {

namespace {

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

Instant modifiedAt(const Activity &activity)
{
    return activity.modified.isKnown() ? activity.modified : activity.created;
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
        .field("timemodified", seconds(modifiedAt(activity)))
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

QByteArrayView linkText(const Call &call, const ActivityEntry &entry, RoleIds &moderators, RoleIds &members)
{
    return call.pieces.value(Pieces::Kind::Link, std::size_t(entry.instance),
                             [&](Writer &link) { writeLink(link, entry, moderators, members); });
}

QByteArrayView loginText(const Call &call, std::size_t who)
{
    return call.pieces.fields(Pieces::Kind::Login, who, [&](Writer &login) {
        const Person &person = *call.index.people()[who];
        login.field("u", person.id).field("n", person.username);
    });
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
    out.fields(loginText(call, std::size_t(member.who)));
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

void writePerson(Writer &out, const Person &person)
{
    out.beginObject();
    out.field("id", person.id)
        .field("username", person.username)
        .field("firstname", person.firstname)
        .field("lastname", person.lastname)
        .field("email", person.email)
        .field("idnumber", person.idnumber)
        .field("suspended", flag(person.suspended))
        .field("auth", "manual");
    out.endObject();
}

QByteArrayView personText(const Call &call, std::size_t who)
{
    return call.pieces.value(Pieces::Kind::Person, who,
                             [&](Writer &piece) { writePerson(piece, *call.index.people()[who]); });
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
            if (!entry || entry->course->activities.empty()) // no entry: nobody may take it for an empty course
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

void writeCompanionAhead(const Call &call)
{
    RoleIds moderators(call), members(call);
    for (const auto &[cmid, entry] : call.index.activities())
        (void)linkText(call, entry, moderators, members);
    for (std::size_t who = 0; who < call.index.people().size(); ++who) {
        (void)loginText(call, who);
        (void)personText(call, who);
    }
}

Answer companionLinks(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const auto &all = call.index.activities();
    const qint64 since = call.number(u"modifiedsince");
    const qint64 size = companionPageSize(call);
    RoleIds moderators(call), members(call);
    Writer out = call.writer();
    out.beginObject();
    out.key("links");
    out.beginList();
    std::optional<qint64> next;
    qint64 last = 0, count = 0;
    for (auto at = all.upper_bound(call.number(u"after")); at != all.end() && !call.listEmpty; ++at) {
        if (seconds(modifiedAt(*at->second.activity)) < since)
            continue;
        if (count == size) {
            next = last;
            break;
        }
        last = at->first;
        ++count;
        out.piece(linkText(call, at->second, moderators, members));
    }
    endPage(out, next);
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
    const qint64 size = companionPageSize(call);

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
    const qint64 size = companionPageSize(call);
    std::vector<std::size_t> people; // places in Index::people
    if (std::vector<qint64> ids = numbersOf(call.form, u"ids"); !ids.empty()) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const qint64 id : ids) {
            if (id <= after)
                continue;
            for (const Person *const &found : call.index.peopleOf(id))
                people.push_back(std::size_t(&found - call.index.people().data()));
        }
    } else {
        const auto rest = call.index.peopleAfter(after).size();
        const std::size_t all = call.index.people().size();
        for (std::size_t who = all - rest; who < all && people.size() <= std::size_t(size); ++who) {
            if (call.index.isLinked(int(who)))
                people.push_back(who);
        }
    }
    Writer out = call.writer();
    out.beginObject();
    out.key("people");
    out.beginList();
    std::optional<qint64> next;
    qint64 last = 0, count = 0;
    for (const std::size_t who : people) {
        if (call.listEmpty || !call.index.isLinked(int(who)))
            continue;
        const Person *const person = call.index.people()[who];
        if (count == size) {
            next = last;
            break;
        }
        last = person->id;
        ++count;
        out.piece(personText(call, who));
    }
    endPage(out, next);
    return call.written();
}

} // namespace liaison::sandbox::moodle
