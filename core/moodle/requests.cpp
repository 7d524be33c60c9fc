#include "core/moodle/requests.h"

#include <QStringList>

namespace liaison::moodle {

namespace {

using Form = QList<QPair<QString, QString>>;

/// Lists of many people or courses: about 1 ms a person on the server (contract section 10), minutes for the largest.
constexpr std::chrono::seconds longTimeout{120};

void add(Form &form, const QString &name, qint64 value)
{
    form.append({name, QString::number(value)});
}

QString indexed(QLatin1String name, qsizetype i)
{
    return QString(name) + u'[' + QString::number(i) + u']';
}

void addIds(Form &form, QLatin1String name, const std::vector<qint64> &ids)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        add(form, indexed(name, qsizetype(i)), ids[i]);
}

void addOption(Form &form, int &count, QLatin1String name, const QString &value)
{
    const QString option = indexed(QLatin1String("options"), count++);
    form.append({QString(option + QLatin1String("[name]")), QString(name)});
    form.append({QString(option + QLatin1String("[value]")), value});
}

Call call(QLatin1String function, std::chrono::seconds timeout = std::chrono::seconds(30))
{
    Call c;
    c.function = function;
    c.timeout = timeout;
    return c;
}

QByteArray encoded(const Form &form)
{
    QByteArray body;
    for (const auto &[name, value] : form) {
        if (!body.isEmpty())
            body += '&';
        body += QUrl::toPercentEncoding(name);
        body += '=';
        body += QUrl::toPercentEncoding(value);
    }
    return body;
}

QUrl endPoint(const QUrl &wwwroot)
{
    QUrl url;
    url.setScheme(wwwroot.scheme());
    url.setHost(wwwroot.host());
    url.setPort(wwwroot.port());
    QString path = wwwroot.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QLatin1String("/webservice/rest/server.php"), QUrl::StrictMode);
    return url;
}

} // namespace

net::HttpRequest toHttp(const QUrl &wwwroot, const QString &token, const Call &call, bool raw)
{
    Form form{{QStringLiteral("wstoken"), token},
              {QStringLiteral("wsfunction"), call.function},
              {QStringLiteral("moodlewsrestformat"), QStringLiteral("json")}};
    if (raw)
        form.append({QStringLiteral("moodlewssettingraw"), QStringLiteral("true")});
    if (!call.language.isEmpty())
        form.append({QStringLiteral("moodlewssettinglang"), call.language});
    form += call.form;

    net::HttpRequest request;
    request.method = net::Method::Post;
    request.url = endPoint(wwwroot);
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = encoded(form);
    request.name = call.function;
    request.route = call.function.toLatin1();
    request.write = call.write;
    request.timeout = call.timeout;
    return request;
}

namespace requests {

Call siteInfo()
{
    return call(functions::siteInfo);
}

Call coursesByField()
{
    return call(functions::coursesByField, longTimeout);
}

Call courses()
{
    return call(functions::courses, longTimeout);
}

Call categories()
{
    return call(functions::categories, longTimeout);
}

Call courseModule(qint64 cmid)
{
    Call c = call(functions::courseModule);
    add(c.form, QStringLiteral("cmid"), cmid);
    return c;
}

Call courseContents(qint64 course)
{
    Call c = call(functions::contents);
    add(c.form, QStringLiteral("courseid"), course);
    int count = 0;
    addOption(c.form, count, QLatin1String("modname"), QStringLiteral("rocketchat"));
    addOption(c.form, count, QLatin1String("excludecontents"), QStringLiteral("1"));
    return c;
}

Call enrolledUsers(qint64 course, const EnrolledUsersOptions &options)
{
    Call c = call(functions::enrolledUsers, longTimeout);
    add(c.form, QStringLiteral("courseid"), course);
    QStringList fields{QStringLiteral("username"), QStringLiteral("roles")};
    if (options.names)
        fields << QStringLiteral("firstname") << QStringLiteral("lastname");
    if (options.email)
        fields << QStringLiteral("email");
    if (options.idnumber)
        fields << QStringLiteral("idnumber");
    int count = 0;
    addOption(c.form, count, QLatin1String("userfields"), fields.join(u','));
    if (options.onlyActive)
        addOption(c.form, count, QLatin1String("onlyactive"), QStringLiteral("1"));
    if (options.limitNumber > 0) {
        addOption(c.form, count, QLatin1String("limitfrom"), QString::number(options.limitFrom));
        addOption(c.form, count, QLatin1String("limitnumber"), QString::number(options.limitNumber));
        addOption(c.form, count, QLatin1String("sortby"), QStringLiteral("id"));
    }
    return c;
}

Call enrolledUsersOfCourses(const std::vector<qint64> &courses, bool onlyActive)
{
    Q_ASSERT(courses.size() <= std::size_t(maxCoursesInOneCall));
    Call c = call(functions::enrolledUsersOfCourses, longTimeout);
    for (std::size_t i = 0; i < courses.size(); ++i) {
        const QString entry = indexed(QLatin1String("coursecapabilities"), qsizetype(i));
        add(c.form, entry + QLatin1String("[courseid]"), courses[i]);
        c.form.append({QString(entry + QLatin1String("[capabilities][0]")), QStringLiteral("mod/rocketchat:view")});
    }
    int count = 0;
    addOption(c.form, count, QLatin1String("userfields"), QStringLiteral("username,roles"));
    if (onlyActive)
        addOption(c.form, count, QLatin1String("onlyactive"), QStringLiteral("1"));
    return c;
}

Call listReports(qint64 page, qint64 perPage)
{
    Call c = call(functions::listReports);
    add(c.form, QStringLiteral("page"), page);
    add(c.form, QStringLiteral("perpage"), perPage);
    return c;
}

Call retrieveReport(qint64 report, qint64 page, qint64 perPage)
{
    Call c = call(functions::retrieveReport, longTimeout);
    c.language = QStringLiteral("en");
    add(c.form, QStringLiteral("reportid"), report);
    add(c.form, QStringLiteral("page"), page);
    add(c.form, QStringLiteral("perpage"), perPage);
    return c;
}

Call usersCourses(qint64 person)
{
    Call c = call(functions::usersCourses);
    add(c.form, QStringLiteral("userid"), person);
    add(c.form, QStringLiteral("returnusercount"), 1);
    return c;
}

Call usersByField(UserField field, const QStringList &values)
{
    Q_ASSERT(values.size() <= maxUsersByField);
    Call c = call(functions::usersByField);
    QString name;
    switch (field) {
    case UserField::Id:
        name = QStringLiteral("id");
        break;
    case UserField::Username:
        name = QStringLiteral("username");
        break;
    case UserField::Email:
        name = QStringLiteral("email");
        break;
    case UserField::Idnumber:
        name = QStringLiteral("idnumber");
        break;
    }
    c.form.append({QStringLiteral("field"), name});
    for (qsizetype i = 0; i < values.size(); ++i)
        c.form.append({indexed(QLatin1String("values"), i), values.at(i)});
    return c;
}

Call groupMembers(const std::vector<qint64> &groups)
{
    Call c = call(functions::groupMembers);
    addIds(c.form, QLatin1String("groupids"), groups);
    return c;
}

Call companionInfo()
{
    return call(functions::companionInfo);
}

Call companionLinks(qint64 after, qint64 limit, std::optional<Instant> modifiedSince)
{
    Call c = call(functions::companionLinks, longTimeout);
    add(c.form, QStringLiteral("after"), after);
    add(c.form, QStringLiteral("limit"), limit);
    if (modifiedSince)
        add(c.form, QStringLiteral("modifiedsince"), modifiedSince->ms / 1000);
    return c;
}

Call companionMemberships(const std::vector<qint64> &courses, qint64 afterCourse, qint64 afterPerson, qint64 limit)
{
    Call c = call(functions::companionMemberships, longTimeout);
    add(c.form, QStringLiteral("aftercourse"), afterCourse);
    add(c.form, QStringLiteral("afteruser"), afterPerson);
    add(c.form, QStringLiteral("limit"), limit);
    addIds(c.form, QLatin1String("courseids"), courses);
    return c;
}

Call companionPeople(const std::vector<qint64> &ids, qint64 after, qint64 limit)
{
    Call c = call(functions::companionPeople, longTimeout);
    add(c.form, QStringLiteral("after"), after);
    add(c.form, QStringLiteral("limit"), limit);
    addIds(c.form, QLatin1String("ids"), ids);
    return c;
}

Call companionRestoreTasks(qint64 after, qint64 limit, std::optional<int> status, std::optional<Instant> since)
{
    Call c = call(functions::companionRestoreTasks);
    add(c.form, QStringLiteral("after"), after);
    add(c.form, QStringLiteral("limit"), limit);
    if (status)
        add(c.form, QStringLiteral("status"), *status);
    if (since)
        add(c.form, QStringLiteral("since"), since->ms / 1000);
    return c;
}

Call companionRecycleBin(qint64 after, qint64 limit)
{
    Call c = call(functions::companionRecycleBin);
    add(c.form, QStringLiteral("after"), after);
    add(c.form, QStringLiteral("limit"), limit);
    return c;
}

} // namespace requests

} // namespace liaison::moodle
