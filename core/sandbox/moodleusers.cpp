#include "core/sandbox/moodlefunctions.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

/// `same`: the fields in which nobody differs, which come last.
void writeDetails(const Call &call, Writer &out, const Person &person, QByteArrayView same)
{
    out.beginObject();
    out.field("id", person.id).field("username", person.username);
    if (call.index.held().fullNames)
        out.field("firstname", person.firstname).field("lastname", person.lastname);
    out.key("fullname");
    writeFullName(out, person);
    if (call.index.held().identity)
        out.field("email", person.email);
    out.field("department", "");
    if (!person.idnumber.isEmpty())
        out.field("idnumber", person.idnumber);
    out.field("firstaccess", 0).field("lastaccess", 0).field("auth", "manual").field("suspended", person.suspended);
    out.fields(same);
    out.endObject();
}

QByteArray sameDetails(const Call &call)
{
    return call.pieces.fields([&](Writer &out) {
        out.field("confirmed", true)
            .field("lang", "en")
            .field("theme", "")
            .field("timezone", "99")
            .field("mailformat", 1)
            .field("trackforums", 0)
            .field("profileimageurlsmall", call.pictureUrl(true))
            .field("profileimageurl", call.pictureUrl(false));
    });
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
    std::vector<const Person *> found;
    const QStringList values = textsOf(call.form, u"values");
    for (const QString &value : values) {
        const auto id = wholeNumber(value);
        if (field == u"id" && !id)
            return refuse(invalidParameter(call.version));
        if (value.isEmpty())
            continue;
        if (field == u"id") {
            const auto people = call.index.peopleOf(*id);
            found.insert(found.end(), people.begin(), people.end());
        } else {
            const auto people = call.index.peopleWith(field == u"username" ? Index::PersonField::Username
                                                      : field == u"email"  ? Index::PersonField::Email
                                                                           : Index::PersonField::IdNumber,
                                                      value);
            found.insert(found.end(), people.begin(), people.end());
        }
    }
    std::sort(found.begin(), found.end(), [](auto *a, auto *b) { return std::tuple(a->id, a) < std::tuple(b->id, b); });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (call.listEmpty || !maySearchBy(call, field)) // a value that nobody has is left out without a word
        found.clear();
    const QByteArray same = sameDetails(call);
    Writer out = call.writer();
    out.beginList();
    for (const Person *person : found)
        writeDetails(call, out, *person, same);
    out.endList();
    return call.written();
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
    const QByteArray same = sameDetails(call);
    Writer out = call.writer();
    out.beginObject();
    out.key("users");
    out.beginList();
    for (const Person *person : call.index.people()) {
        if (visible && !call.listEmpty && std::all_of(criteria.begin(), criteria.end(), [&](const auto &c) {
                return isSearched(*person, c.first, c.second);
            }))
            writeDetails(call, out, *person, same);
    }
    out.endList();
    out.field("warnings", Value(std::move(warnings)));
    out.endObject();
    return call.written();
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
