#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

struct UserOptions
{
    QString capability;
    qint64 group = 0;
    bool onlyActive = false;
    bool onlySuspended = false;
    QStringList fields; ///< empty = the default set
    std::size_t from = 0;
    std::size_t count = 0; ///< 0 = all
    QString sortBy = QStringLiteral("id");
    bool descending = false;
};

tl::expected<UserOptions, Fault> optionsFrom(const Call &call)
{
    UserOptions options;
    for (const auto &[name, value] : pairsOf(call.form, u"options")) {
        const qint64 number = std::max<qint64>(wholeNumber(value).value_or(0), 0);
        const bool set = !value.isEmpty() && value != u"0";
        if (name == u"withcapability") {
            options.capability = value;
        } else if (name == u"groupid") {
            options.group = number;
        } else if (name == u"onlyactive") {
            options.onlyActive = set;
        } else if (name == u"onlysuspended") {
            options.onlySuspended = set;
        } else if (name == u"userfields") {
            for (const QString &field : value.split(u','))
                options.fields.append(field.trimmed());
        } else if (name == u"limitfrom") {
            options.from = std::size_t(number);
        } else if (name == u"limitnumber") {
            options.count = std::size_t(number);
        } else if (name == u"sortby") {
            if (value != u"id" && value != u"firstname" && value != u"lastname" && value != u"siteorder")
                return refuse(invalidParameter(call.version));
            options.sortBy = value;
        } else if (name == u"sortdirection") {
            const QString direction = value.toUpper();
            if (direction != u"ASC" && direction != u"DESC")
                return refuse(invalidParameter(call.version));
            options.descending = direction == u"DESC";
        } // Moodle passes over an option that it does not know
    }
    return options;
}

Check knownFields(const Call &call, const QStringList &fields)
{
    static const QStringList known =
        QStringLiteral("id username fullname firstname lastname email address phone1 phone2 department institution "
                       "interests firstaccess lastaccess auth suspended confirmed idnumber lang theme timezone "
                       "mailformat trackforums description descriptionformat city country profileimageurlsmall "
                       "profileimageurl customfields groups roles preferences enrolledcourses lastcourseaccess")
            .split(u' ');
    for (const QString &field : fields) {
        if (!known.contains(field))
            return moodleFault(call.version, QStringLiteral("invaliduserfield"),
                               QStringLiteral("Invalid user field: ") + field);
    }
    return std::nullopt;
}

/// The fields that the account may see and wants: what it may not see is left out without a word (contract section 3).
struct Shown
{
    Shown(const Call &call, const QStringList &fields)
    {
        const auto wanted = [&](const char *field) {
            return fields.isEmpty() || fields.contains(QLatin1String(field));
        };
        const Held &held = call.index.held();
        username = wanted("username") && held.allDetails;
        firstname = wanted("firstname") && held.fullNames;
        lastname = wanted("lastname") && held.fullNames;
        email = wanted("email") && held.identity;
        department = wanted("department");
        idnumber = wanted("idnumber") && held.allDetails;
        groups = wanted("groups");
        roles = wanted("roles");
        courses = wanted("enrolledcourses");
        people = call.pieces.choice(username | firstname << 1 | lastname << 2 | email << 3 | department << 4 |
                                    idnumber << 5);
        same = call.pieces.fields([&](Writer &out) {
            if (wanted("firstaccess"))
                out.field("firstaccess", 0);
            if (wanted("lastaccess"))
                out.field("lastaccess", 0);
            if (wanted("lastcourseaccess"))
                out.field("lastcourseaccess", 0);
            if (wanted("profileimageurlsmall"))
                out.field("profileimageurlsmall", call.pictureUrl(true));
            if (wanted("profileimageurl"))
                out.field("profileimageurl", call.pictureUrl(false));
        });
    }

    bool username, firstname, lastname, email, department, idnumber, groups, roles, courses;
    QByteArray same;         ///< fields that nobody differs in
    Texts *people = nullptr; ///< where what these fields say of a person is kept
};

void writeRoles(const Call &call, Writer &out, const Membership &member)
{
    out.piece(call.pieces.value(Pieces::Kind::Roles, std::size_t(member.roleSet), [&](Writer &list) {
        list.beginList(); // the course's own only: contract section 4
        for (const qint64 id : member.roles) {
            const Role *role = call.index.role(id);
            list.beginObject();
            list.field("roleid", id)
                .field("name", role ? call.text(role->name) : QString())
                .field("shortname", role ? role->shortname : QString())
                .field("sortorder", 0);
            list.endObject();
        }
        list.endList();
    }));
}

void writeGroups(const Call &call, Writer &out, const CourseEntry &entry, const Membership &member)
{
    out.beginList();
    for (const Group &group : entry.course->groups) {
        if (!member.isInGroup(group.id))
            continue;
        out.beginObject();
        out.field("id", group.id)
            .field("name", call.text(group.name))
            .field("description", "")
            .field("descriptionformat", 1);
        out.endObject();
    }
    out.endList();
}

/// Courses in which somebody is active now, in the order of the site.
class EnrolledCourses
{
public:
    explicit EnrolledCourses(const Call &call) : m_call(call), m_period(call.index.period(call.now)) {}

    template <class F> void forEach(int who, const F &visit) const
    {
        const bool all = m_call.index.held().viewCourses && m_call.index.held().hiddenCourses;
        const std::vector<CourseEntry> &courses = m_call.index.courses();
        for (const Place &place : m_call.index.placesOf(who)) {
            if (m_call.index.isActive(place, who, m_call.now, m_period) &&
                (all || mayEnter(m_call, courses[place.course])))
                visit(place.course);
        }
    }

private:
    const Call &m_call;
    quint64 m_period;
};

void writeCourses(const Call &call, Writer &out, const EnrolledCourses &enrolled, int who)
{
    out.beginList();
    enrolled.forEach(who, [&](std::size_t number) {
        out.piece(call.pieces.value(Pieces::Kind::EnrolledCourse, number, [&](Writer &piece) {
            const Course &course = *call.index.courses()[number].course;
            piece.beginObject();
            piece.field("id", course.id)
                .field("fullname", call.text(course.fullname))
                .field("shortname", call.text(course.shortname));
            piece.endObject();
        }));
    });
    out.endList();
}

void writePerson(Writer &out, const Person &person, const Shown &shown)
{
    out.field("id", person.id);
    if (shown.username)
        out.field("username", person.username);
    if (shown.firstname)
        out.field("firstname", person.firstname);
    if (shown.lastname)
        out.field("lastname", person.lastname);
    out.key("fullname");
    writeFullName(out, person);
    if (shown.email)
        out.field("email", person.email);
    if (shown.department)
        out.field("department", "");
    if (shown.idnumber && !person.idnumber.isEmpty())
        out.field("idnumber", person.idnumber);
}

void writeUser(const Call &call, Writer &out, const CourseEntry &entry, const Membership &member, const Shown &shown,
               const EnrolledCourses &enrolled)
{
    out.beginObject();
    if (shown.people)
        out.fields(call.pieces.person(shown.people, std::size_t(member.who),
                                      [&](Writer &piece) { writePerson(piece, *member.person, shown); }));
    else
        writePerson(out, *member.person, shown);
    out.fields(shown.same);
    if (shown.groups) {
        out.key("groups");
        writeGroups(call, out, entry, member);
    }
    if (shown.roles) {
        out.key("roles");
        writeRoles(call, out, member);
    }
    if (shown.courses) {
        out.key("enrolledcourses");
        writeCourses(call, out, enrolled, member.who);
    }
    out.endObject();
}

/// By number of a list of roles: does one of them hold the capability? Empty: everybody does.
std::vector<bool> holders(const Call &call, const QString &capability)
{
    std::vector<bool> list;
    if (capability.isEmpty() || everybodyHolds(capability))
        return list;
    for (const std::vector<qint64> &roles : call.index.roleSets()) {
        list.push_back(std::any_of(roles.begin(), roles.end(), [&](qint64 id) {
            const Role *role = call.index.role(id);
            return role && roleHolds(role->shortname, capability);
        }));
    }
    return list;
}

void sortMembers(std::vector<const Membership *> &members, const UserOptions &options)
{
    const auto key = [&](const Membership *m) {
        const Person &p = *m->person;
        if (options.sortBy == u"firstname")
            return std::tuple(p.firstname.toLower(), QString(), p.id);
        if (options.sortBy == u"lastname")
            return std::tuple(p.lastname.toLower(), QString(), p.id);
        if (options.sortBy == u"siteorder")
            return std::tuple(p.lastname.toLower(), p.firstname.toLower(), p.id);
        return std::tuple(QString(), QString(), p.id);
    };
    if (options.sortBy != u"id")
        std::sort(members.begin(), members.end(), [&](auto *a, auto *b) { return key(a) < key(b); });
    if (options.descending)
        std::reverse(members.begin(), members.end());
}

void writeUsers(const Call &call, Writer &out, const CourseEntry &entry, const UserOptions &options, const Shown &shown)
{
    std::vector<const Membership *> members;
    const bool noOwnGroup = entry.course->groupmode == 1 && !call.can("moodle/site:accessallgroups");
    if (!noOwnGroup && !call.listEmpty) { // else separate groups, and the account is in none
        const std::vector<bool> holding = holders(call, options.capability);
        members.reserve(entry.members.size());
        for (const Membership &member : entry.members) {
            if ((options.onlyActive || options.onlySuspended) && member.isActive(call.now) != options.onlyActive)
                continue;
            if ((options.group != 0 && !member.isInGroup(options.group)) ||
                (!holding.empty() && !holding[std::size_t(member.roleSet)]))
                continue;
            members.push_back(&member);
        }
    }
    sortMembers(members, options);
    const std::size_t last =
        options.count == 0 ? members.size() : std::min(members.size(), options.from + options.count);
    const EnrolledCourses enrolled(call);
    out.beginList();
    for (std::size_t i = options.from; i < last; ++i) {
        for (std::size_t k = i; (i - options.from) % Index::fetched == 0 && k < std::min(last, i + Index::fetched); ++k)
            call.index.fetchPerson(*members[k]);
        // Moodle cuts the page first and leaves people out afterwards: such a page is short, not the last one.
        if (call.index.held().userDetails || call.index.isContact(members[i]->person->id))
            writeUser(call, out, entry, *members[i], shown, enrolled);
    }
    out.endList();
}

} // namespace

Answer getEnrolledUsers(const Call &call)
{
    const auto options = optionsFrom(call);
    if (!options)
        return refuse(options.error());
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!entry)
        return refuse(missingRecord(QStringLiteral("course")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    if (!maySeeParticipants(call))
        return refuse(*require(call, "moodle/course:viewparticipants"));
    if (!options->capability.isEmpty()) {
        if (Check refused = require(call, "moodle/role:review"))
            return refuse(*refused);
    }
    if (options->group != 0) {
        if (Check refused = require(call, "moodle/site:accessallgroups"))
            return refuse(*refused);
    }
    if (options->onlyActive || options->onlySuspended) {
        if (Check refused = require(call, "moodle/course:enrolreview"))
            return refuse(*refused);
    }
    if (options->onlyActive && options->onlySuspended)
        return refuse({coreException(call.version, "coding_exception"), QStringLiteral("codingerror"),
                       QStringLiteral("Coding error detected, it must be fixed by a programmer: Both onlyactive and "
                                      "onlysuspended are set, this is probably not what you want!")});
    if (Check refused = knownFields(call, options->fields))
        return refuse(*refused);
    Writer out = call.writer();
    writeUsers(call, out, *entry, *options, Shown(call, options->fields));
    return call.written();
}

Answer getEnrolledUsersWithCapability(const Call &call)
{
    auto options = optionsFrom(call);
    if (!options)
        return refuse(options.error());
    options->onlySuspended = false; // not an option of this call
    const Shown shown(call, options->fields);
    Writer out = call.writer();
    out.beginList();
    const FormNode *asked = call.form.child(u"coursecapabilities");
    for (const auto &[key, item] : asked->children) {
        const CourseEntry *entry = call.index.course(numberOf(item, u"courseid", 0));
        if (!entry)
            return refuse(missingRecord(QStringLiteral("course")));
        if (!mayEnter(call, *entry)) {
            // Moodle gives the sentence as code, and forgets the number of the course.
            const QString sentence = QStringLiteral("You cannot execute functions in the course context (course id:). "
                                                    "The context error message was: Course or activity not "
                                                    "accessible.");
            return refuse(moodleFault(call.version, sentence, QStringLiteral("error/") + sentence));
        }
        if (!maySeeParticipants(call))
            return refuse(*require(call, "moodle/course:viewparticipants"));
        if (Check refused = require(call, "moodle/role:review"))
            return refuse(*refused);
        if (options->onlyActive) {
            if (Check refused = require(call, "moodle/course:enrolreview"))
                return refuse(*refused);
        }
        if (Check refused = knownFields(call, options->fields))
            return refuse(*refused);
        for (const QString &capability : textsOf(item, u"capabilities")) {
            options->capability = capability;
            if (call.listEmpty)
                continue;
            out.beginObject();
            out.field("courseid", entry->course->id).field("capability", capability);
            out.key("users");
            writeUsers(call, out, *entry, *options, shown);
            out.endObject();
        }
    }
    out.endList();
    return call.written();
}

Answer getUsersCourses(const Call &call)
{
    List courses;
    if (call.listEmpty || !maySeeParticipants(call))
        return Value(std::move(courses));
    const int who = call.index.whoIs(call.number(u"userid"));
    EnrolledCourses(call).forEach(who, [&](std::size_t number) {
        const CourseEntry *entry = &call.index.courses()[number];
        const Course &course = *entry->course;
        Object o;
        o.add("id", course.id)
            .add("shortname", call.text(course.shortname))
            .add("fullname", call.text(course.fullname))
            .add("displayname", call.text(course.fullname));
        if (call.number(u"returnusercount", 1) == 1)
            o.add("enrolledusercount", qint64(entry->members.size())); // in SQL: blind to capabilities
        o.add("idnumber", "")
            .add("visible", course.visible ? 1 : 0)
            .add("summary", "")
            .add("summaryformat", 1)
            .add("format", "topics")
            .add("courseimage",
                 call.url(QStringLiteral("/pluginfile.php/%1/course/generated/course.svg").arg(entry->context)))
            .add("showgrades", true)
            .add("lang", "")
            .add("enablecompletion", true)
            .add("completionhascriteria", false)
            .add("completionusertracked", false)
            .add("category", course.category)
            .add("progress", nullptr)
            .add("completed", nullptr)
            .add("startdate", seconds(course.created))
            .add("enddate", 0)
            .add("marker", 0)
            .add("lastaccess", nullptr)
            .add("isfavourite", false)
            .add("hidden", false)
            .add("overviewfiles", List())
            .add("showactivitydates", false)
            .add("showcompletionconditions", true)
            .add("timemodified", seconds(course.created));
        courses.push_back(std::move(o));
    });
    return Value(std::move(courses));
}

} // namespace liaison::sandbox::moodle
