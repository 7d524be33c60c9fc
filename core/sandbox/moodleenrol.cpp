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

Value rolesOf(const Call &call, const Membership &member)
{
    List roles; // the course's own only: contract section 4
    for (const qint64 id : member.roles) {
        const Role *role = call.index.role(id);
        roles.push_back(Object()
                            .add("roleid", id)
                            .add("name", role ? call.text(role->name) : QString())
                            .add("shortname", role ? role->shortname : QString())
                            .add("sortorder", 0));
    }
    return roles;
}

Value groupsOf(const Call &call, const CourseEntry &entry, const Membership &member)
{
    List groups;
    for (const Group &group : entry.course->groups) {
        if (member.isInGroup(group.id))
            groups.push_back(Object()
                                 .add("id", group.id)
                                 .add("name", call.text(group.name))
                                 .add("description", "")
                                 .add("descriptionformat", 1));
    }
    return groups;
}

const Membership *memberOf(const CourseEntry &entry, qint64 person)
{
    const auto at = std::lower_bound(entry.members.begin(), entry.members.end(), person,
                                     [](const Membership &m, qint64 id) { return m.person->id < id; });
    return at != entry.members.end() && at->person->id == person ? &*at : nullptr;
}

/// Courses in which the person is active now, in the order of the site.
std::vector<const CourseEntry *> activeCourses(const Call &call, qint64 person)
{
    std::vector<const CourseEntry *> courses;
    for (const CourseEntry *entry : call.index.coursesOf(person)) {
        const Membership *member = memberOf(*entry, person);
        if (member && member->isActive(call.now) && mayEnter(call, *entry))
            courses.push_back(entry);
    }
    std::sort(courses.begin(), courses.end(), [](auto *a, auto *b) { return a->sortOrder < b->sortOrder; });
    return courses;
}

Value enrolledCoursesOf(const Call &call, qint64 person)
{
    List courses;
    for (const CourseEntry *entry : activeCourses(call, person))
        courses.push_back(Object()
                              .add("id", entry->course->id)
                              .add("fullname", call.text(entry->course->fullname))
                              .add("shortname", call.text(entry->course->shortname)));
    return courses;
}

/// The fields that the account may see: what it may not see is left out without a word (contract section 3).
Object userOf(const Call &call, const CourseEntry &entry, const Membership &member, const QStringList &fields)
{
    const Person &person = *member.person;
    const auto wanted = [&](const char *field) { return fields.isEmpty() || fields.contains(QLatin1String(field)); };
    Object o;
    o.add("id", person.id);
    if (wanted("username") && call.can("moodle/user:viewalldetails"))
        o.add("username", person.username);
    if (call.can("moodle/site:viewfullnames")) {
        if (wanted("firstname"))
            o.add("firstname", person.firstname);
        if (wanted("lastname"))
            o.add("lastname", person.lastname);
    }
    o.add("fullname", fullName(person));
    if (wanted("email") && call.can("moodle/site:viewuseridentity"))
        o.add("email", person.email);
    if (wanted("department"))
        o.add("department", "");
    if (wanted("idnumber") && !person.idnumber.isEmpty() && call.can("moodle/user:viewalldetails"))
        o.add("idnumber", person.idnumber);
    for (const char *field : {"firstaccess", "lastaccess", "lastcourseaccess"}) {
        if (wanted(field))
            o.add(field, 0);
    }
    if (wanted("profileimageurlsmall"))
        o.add("profileimageurlsmall", call.pictureUrl(true));
    if (wanted("profileimageurl"))
        o.add("profileimageurl", call.pictureUrl(false));
    if (wanted("groups"))
        o.add("groups", groupsOf(call, entry, member));
    if (wanted("roles"))
        o.add("roles", rolesOf(call, member));
    if (wanted("enrolledcourses"))
        o.add("enrolledcourses", enrolledCoursesOf(call, person.id));
    return o;
}

bool holds(const Call &call, const Membership &member, const QString &capability)
{
    if (capability.isEmpty() || everybodyHolds(capability))
        return true;
    return std::any_of(member.roles.begin(), member.roles.end(), [&](qint64 id) {
        const Role *role = call.index.role(id);
        return role && roleHolds(role->shortname, capability);
    });
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

List usersOf(const Call &call, const CourseEntry &entry, const UserOptions &options)
{
    List users;
    const bool noOwnGroup = entry.course->groupmode == 1 && !call.can("moodle/site:accessallgroups");
    if (noOwnGroup || call.listEmpty)
        return users; // separate groups, and the account is in none
    std::vector<const Membership *> members;
    for (const Membership &member : entry.members) {
        if ((options.onlyActive || options.onlySuspended) && member.isActive(call.now) != options.onlyActive)
            continue;
        if ((options.group != 0 && !member.isInGroup(options.group)) || !holds(call, member, options.capability))
            continue;
        members.push_back(&member);
    }
    sortMembers(members, options);
    const std::size_t last =
        options.count == 0 ? members.size() : std::min(members.size(), options.from + options.count);
    for (std::size_t i = options.from; i < last; ++i) {
        // Moodle cuts the page first and leaves people out afterwards: such a page is short, not the last one.
        if (call.can("moodle/user:viewdetails") || call.index.isContact(members[i]->person->id))
            users.push_back(userOf(call, entry, *members[i], options.fields));
    }
    return users;
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
    return Value(usersOf(call, *entry, *options));
}

Answer getEnrolledUsersWithCapability(const Call &call)
{
    auto options = optionsFrom(call);
    if (!options)
        return refuse(options.error());
    options->onlySuspended = false; // not an option of this call
    List answer;
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
            if (!call.listEmpty)
                answer.push_back(Object()
                                     .add("courseid", entry->course->id)
                                     .add("capability", capability)
                                     .add("users", usersOf(call, *entry, *options)));
        }
    }
    return Value(std::move(answer));
}

Answer getUsersCourses(const Call &call)
{
    List courses;
    if (call.listEmpty || !maySeeParticipants(call))
        return Value(std::move(courses));
    for (const CourseEntry *entry : activeCourses(call, call.number(u"userid"))) {
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
    }
    return Value(std::move(courses));
}

} // namespace liaison::sandbox::moodle
