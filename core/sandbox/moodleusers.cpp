#include "core/sandbox/moodlefunctions.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

Object userDetails(const Call &call, const Person &person)
{
    Object o;
    o.add("id", person.id).add("username", person.username);
    if (call.can("moodle/site:viewfullnames"))
        o.add("firstname", person.firstname).add("lastname", person.lastname);
    o.add("fullname", fullName(person));
    if (call.can("moodle/site:viewuseridentity"))
        o.add("email", person.email);
    o.add("department", "");
    if (!person.idnumber.isEmpty())
        o.add("idnumber", person.idnumber);
    return std::move(o)
        .add("firstaccess", 0)
        .add("lastaccess", 0)
        .add("auth", "manual")
        .add("suspended", person.suspended)
        .add("confirmed", true)
        .add("lang", "en")
        .add("theme", "")
        .add("timezone", "99")
        .add("mailformat", 1)
        .add("trackforums", 0)
        .add("profileimageurlsmall", call.pictureUrl(true))
        .add("profileimageurl", call.pictureUrl(false));
}

QString valueOf(const Person &person, const QString &field)
{
    if (field == u"id")
        return QString::number(person.id);
    if (field == u"username")
        return person.username;
    if (field == u"email")
        return person.email;
    if (field == u"firstname")
        return person.firstname;
    if (field == u"lastname")
        return person.lastname;
    if (field == u"auth")
        return QStringLiteral("manual");
    return person.idnumber;
}

/// Moodle returns somebody only if the fields that were searched may be seen: searching is no way around a right.
bool maySearchBy(const Call &call, const QString &field)
{
    if (!call.can("moodle/user:viewalldetails"))
        return false;
    if (field == u"email")
        return call.can("moodle/site:viewuseridentity");
    if (field == u"firstname" || field == u"lastname")
        return call.can("moodle/site:viewfullnames");
    return true;
}

/// SQL LIKE without regard to case: `%` any text, `_` any character.
bool like(const QString &text, const QString &pattern)
{
    QString expression;
    for (const QChar c : pattern)
        expression += c == u'%'   ? QStringLiteral(".*")
                      : c == u'_' ? QStringLiteral(".")
                                  : QRegularExpression::escape(c);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::DotMatchesEverythingOption)
        .match(text)
        .hasMatch();
}

bool isSearched(const Person &person, const QString &key, const QString &value)
{
    if (key == u"email" || key == u"firstname" || key == u"lastname")
        return like(valueOf(person, key), value);
    return valueOf(person, key) == value;
}

} // namespace

Answer getUsersByField(const Call &call)
{
    const QString field = textOf(call.form, u"field");
    if (field != u"id" && field != u"idnumber" && field != u"username" && field != u"email")
        return refuse(invalidParameter(call.version));
    QSet<QString> wanted;
    for (const QString &value : textsOf(call.form, u"values")) {
        if (field == u"id" && !wholeNumber(value))
            return refuse(invalidParameter(call.version));
        if (!value.isEmpty())
            wanted.insert(value);
    }
    List users; // a value that nobody has is left out without a word
    if (call.listEmpty || !maySearchBy(call, field))
        return Value(std::move(users));
    for (const Person *person : call.index.people()) {
        if (wanted.contains(valueOf(*person, field)))
            users.push_back(userDetails(call, *person));
    }
    return Value(std::move(users));
}

Answer getUsers(const Call &call)
{
    static const QStringList supported =
        QStringLiteral("id lastname firstname idnumber username email auth").split(u' ');
    std::vector<std::pair<QString, QString>> criteria;
    List warnings;
    bool visible = call.can("moodle/user:viewalldetails");
    QSet<QString> used;
    for (const auto &[key, value] : pairsOf(call.form, u"criteria")) {
        if (used.contains(key))
            return refuse(
                moodleFault(call.version, QStringLiteral("keyalreadyset"), QStringLiteral("error/keyalreadyset")));
        used.insert(key);
        if (supported.contains(key)) {
            criteria.emplace_back(key, value);
            visible = visible && maySearchBy(call, key);
        } else { // the criterion is dropped: everybody is returned
            warnings.push_back(
                Object()
                    .add("item", key)
                    .add("warningcode", "invalidfieldparameter")
                    .add("message",
                         QStringLiteral("The search key '%1' is not supported, look at the web service documentation")
                             .arg(key)));
        }
    }
    List users;
    for (const Person *person : call.index.people()) {
        if (visible && !call.listEmpty && std::all_of(criteria.begin(), criteria.end(), [&](const auto &c) {
                return isSearched(*person, c.first, c.second);
            }))
            users.push_back(userDetails(call, *person));
    }
    return Value(Object().add("users", std::move(users)).add("warnings", std::move(warnings)));
}

Answer getCourseGroups(const Call &call)
{
    const qint64 id = call.number(u"courseid");
    const CourseEntry *entry = call.index.course(id);
    if (!entry)
        return refuse(courseContextFault(call.version, id, QStringLiteral("Invalid parameter value detected")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    if (Check refused = require(call, "moodle/course:managegroups"))
        return refuse(*refused);
    List groups;
    for (const Group &group : entry->course->groups) {
        // The return check refuses a name that holds tags, and with it the whole answer: contract section 1.
        if (call.raw && stripTags(group.name) != group.name)
            return refuse({coreException(call.version, "invalid_response_exception"), QStringLiteral("invalidresponse"),
                           QStringLiteral("Invalid response value detected")});
        if (call.listEmpty)
            continue;
        Object o;
        o.add("id", group.id)
            .add("courseid", id)
            .add("name", call.text(group.name))
            .add("description", "")
            .add("descriptionformat", 1)
            .add("enrolmentkey", nullptr)
            .add("idnumber", "");
        if (call.version.atLeast(4, 2))
            o.add("visibility", 0).add("participation", true);
        groups.push_back(std::move(o));
    }
    return Value(std::move(groups));
}

Answer getGroupMembers(const Call &call)
{
    List groups;
    for (const qint64 id : numbersOf(call.form, u"groupids")) {
        const GroupEntry *group = call.index.group(id);
        if (!group)
            return refuse(missingRecord(QStringLiteral("groups")));
        if (Check refused = requireCourse(call, *group->course))
            return refuse(*refused);
        if (Check refused = require(call, "moodle/course:managegroups"))
            return refuse(*refused);
        List members;
        for (const Membership &member : group->course->members) {
            if (member.isInGroup(id))
                members.push_back(member.person->id);
        }
        if (!call.listEmpty)
            groups.push_back(Object().add("groupid", id).add("userids", std::move(members)));
    }
    return Value(std::move(groups));
}

} // namespace liaison::sandbox::moodle
