// A Moodle that is some releases away: fields that nobody knew yet, fields that are not sent any more. R273
#include "core/moodle/answer.h"
#include "core/moodle/parser.h"
#include "tests/moodle/recording.h"

#include <QTest>
#include <functional>

using namespace liaison;
using namespace liaison::moodle;

namespace {

using Ids = std::optional<QList<qint64>>; ///< whom or what an answer is about, in order; nullopt: refused

template <class T, class F> Ids idsOf(const Result<T> &result, F ids)
{
    if (!result)
        return std::nullopt;
    QList<qint64> out;
    ids(*result, out);
    return out;
}

template <class List, class Id> void take(const List &list, QList<qint64> &out, Id id)
{
    for (const auto &item : list)
        out << id(item);
}

struct Parser
{
    const char *function;
    std::function<Ids(const Answer &)> ids;
};

const std::vector<Parser> &parsers()
{
    static const std::vector<Parser> all{
        {"core_webservice_get_site_info",
         [](const Answer &a) {
             return idsOf(parseSiteInfo(a),
                          [](const SiteInfo &info, auto &out) { out << info.userId << info.functions.size(); });
         }},
        {"core_course_get_courses_by_field",
         [](const Answer &a) {
             return idsOf(parseCourses(a), [](const CourseList &list, auto &out) {
                 take(list.courses, out, [](const Course &c) { return c.id; });
             });
         }},
        {"core_course_get_categories",
         [](const Answer &a) {
             return idsOf(parseCategories(a),
                          [](const auto &list, auto &out) { take(list, out, [](const Category &c) { return c.id; }); });
         }},
        {"core_enrol_get_enrolled_users",
         [](const Answer &a) {
             return idsOf(parseEnrolledUsers(a), [](const EnrolledUsers &list, auto &out) {
                 take(list.users, out, [](const EnrolledUser &u) { return u.id; });
             });
         }},
        {"core_enrol_get_enrolled_users_with_capability",
         [](const Answer &a) {
             return idsOf(parseEnrolledUsersOfCourses(a), [](const auto &list, auto &out) {
                 for (const CourseUsers &course : list) {
                     out << course.course;
                     take(course.list.users, out, [](const EnrolledUser &u) { return u.id; });
                 }
             });
         }},
        {"core_reportbuilder_retrieve_report",
         [](const Answer &a) {
             return idsOf(parseReportPage(a), [](const ReportPage &page, auto &out) {
                 out << page.report.id << qint64(page.rows.size()) << page.totalRows;
             });
         }},
        {"core_user_get_users_by_field",
         [](const Answer &a) {
             return idsOf(parseUsersByField(a),
                          [](const auto &list, auto &out) { take(list, out, [](const Person &p) { return p.id; }); });
         }},
        {"core_enrol_get_users_courses",
         [](const Answer &a) {
             return idsOf(parseUsersCourses(a), [](const auto &list, auto &out) {
                 take(list, out, [](const UserCourse &c) { return c.course; });
             });
         }},
        {"core_group_get_group_members",
         [](const Answer &a) {
             return idsOf(parseGroupMembers(a), [](const auto &list, auto &out) {
                 for (const GroupMembers &group : list)
                     out << group.group << group.people.size()
                         << QList<qint64>(group.people.begin(), group.people.end());
             });
         }},
        {"core_course_get_course_module",
         [](const Answer &a) {
             return idsOf(parseCourseModule(a), [](const CourseModule &m, auto &out) { out << m.cmid << m.course; });
         }},
        {"local_liaison_get_links",
         [](const Answer &a) {
             return idsOf(parseCompanionLinks(a), [](const LinkPage &page, auto &out) {
                 take(page.items, out, [](const CompanionLink &l) { return l.cmid; });
             });
         }},
        {"local_liaison_get_memberships",
         [](const Answer &a) {
             return idsOf(parseCompanionMemberships(a), [](const MembershipPage &page, auto &out) {
                 for (const MembershipRow &row : page.rows)
                     out << row.course << row.person;
             });
         }},
        {"local_liaison_get_restore_tasks",
         [](const Answer &a) {
             return idsOf(parseCompanionRestoreTasks(a), [](const RestoreTaskPage &page, auto &out) {
                 take(page.items, out, [](const RestoreTask &t) { return t.id; });
             });
         }},
    };
    return all;
}

const Parser *parserOf(const QString &function)
{
    for (const Parser &parser : parsers()) {
        if (function == QLatin1String(parser.function))
            return &parser;
    }
    return nullptr;
}

Ids parsed(const Parser &parser, const QJsonValue &response)
{
    const auto answer = decode(QString::fromLatin1(parser.function), 200, {}, test::wire(response));
    return answer ? parser.ids(*answer) : std::nullopt;
}

QJsonValue withMore(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray in = value.toArray();
        for (const QJsonValue &v : in)
            out.append(withMore(v));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out;
    const QJsonObject in = value.toObject();
    for (auto it = in.begin(); it != in.end(); ++it)
        out.insert(it.key(), withMore(it.value()));
    out.insert(QStringLiteral("anewfield"), QJsonObject{{QStringLiteral("id"), 999}});
    out.insert(QStringLiteral("zlist"), QJsonArray{1, QJsonValue::Null, QJsonArray{}});
    return out;
}

using Whole = std::function<QJsonValue(const QJsonValue &)>;

/// Calls `use` with the document without one field, once for every field of the first items at every depth.
void withoutEach(const QJsonValue &value, const QString &at, const Whole &whole,
                 const std::function<void(const QString &, const QJsonValue &)> &use)
{
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (int i = 0; i < std::min<int>(3, int(list.size())); ++i) {
            const Whole put = [&](const QJsonValue &v) {
                QJsonArray changed = list;
                changed[i] = v;
                return whole(changed);
            };
            withoutEach(list[i], at + u'[' + QString::number(i) + u']', put, use);
        }
    }
    if (!value.isObject())
        return;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = it.key();
        QJsonObject less = object;
        less.remove(key);
        use(at + u'.' + key, whole(less));
        const Whole put = [&](const QJsonValue &v) {
            QJsonObject changed = object;
            changed.insert(key, v);
            return whole(changed);
        };
        withoutEach(it.value(), at + u'.' + key, put, use);
    }
}

QJsonValue responseOf(const QString &file)
{
    return test::readJson(file).value(QStringLiteral("response"));
}

void understood()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("function");
    const QStringList files = test::recordings();
    for (const QString &file : files) {
        const test::Recording recording = test::load(file);
        QString function = recording.function;
        if (file.startsWith(u"companion_proposal_get_"))
            function = QLatin1String("local_liaison_get_") +
                       file.section(QStringLiteral("get_"), 1).section(u'.', 0, 0).section(QStringLiteral("__"), 0, 0);
        const Parser *parser = parserOf(function);
        const QJsonValue response = responseOf(file);
        if (parser && (response.isObject() || response.isArray()) && parsed(*parser, response))
            QTest::newRow(qPrintable(file)) << file << function;
    }
}

} // namespace

class FieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyParserIsTried();
    void addedFieldsChangeNothing_data() { understood(); }
    void addedFieldsChangeNothing();
    void removedFieldsLoseNobody_data() { understood(); }
    void removedFieldsLoseNobody();
};

void FieldsTest::everyParserIsTried()
{
    QSet<QString> recorded;
    const QStringList files = test::recordings();
    for (const QString &file : files) {
        recorded << test::load(file).function;
        if (file.startsWith(u"companion_proposal_get_"))
            recorded << QLatin1String("local_liaison_get_") +
                            file.section(QStringLiteral("get_"), 1).section(u'.', 0, 0);
    }
    for (const Parser &parser : parsers())
        QVERIFY2(recorded.contains(QString::fromLatin1(parser.function)), parser.function);
}

void FieldsTest::addedFieldsChangeNothing()
{
    QFETCH(QString, file);
    QFETCH(QString, function);
    const Parser &parser = *parserOf(function);
    const QJsonValue response = responseOf(file);
    QVERIFY(parsed(parser, withMore(response)) == parsed(parser, response));
}

/// Less is told, or the answer is refused: never somebody fewer, never somebody else.
void FieldsTest::removedFieldsLoseNobody()
{
    QFETCH(QString, file);
    QFETCH(QString, function);
    const Parser &parser = *parserOf(function);
    const QJsonValue response = responseOf(file);
    const Ids before = parsed(parser, response);
    QStringList wrong;
    withoutEach(
        response, {}, [](const QJsonValue &v) { return v; },
        [&](const QString &field, const QJsonValue &less) {
            const Ids after = parsed(parser, less);
            if (after && after != before)
                wrong << field;
        });
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

QTEST_GUILESS_MAIN(FieldsTest)
#include "fields_test.moc"
