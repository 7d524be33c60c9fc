#include "core/sandbox/moodlefunctions.h"
#include "core/sandbox/moodlemembers.h"

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
            fetch(call, *members[k], shown);
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
    std::vector<const CourseEntry *> entries;
    for (const auto &[key, item] : asked->children)
        entries.push_back(call.index.course(numberOf(item, u"courseid", 0)));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const FormNode &item = asked->children[i].second;
        const CourseEntry *entry = entries[i];
        if (i + 1 < entries.size() && entries[i + 1])
            Index::fetchMembers(*entries[i + 1]);
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
