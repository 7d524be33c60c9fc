// core_course_get_contents as Moodle 4.5 answered it: the activities of mod_rocketchat, and nothing else.

#include "core/moodle/parser.h"
#include "core/moodle/requests.h"
#include "tests/moodle/recording.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::moodle;

namespace {

Result<std::vector<CourseActivity>> parsed(const net::HttpReply &reply)
{
    const auto answer = decode(QString(functions::contents), reply);
    if (!answer)
        return fail(answer.error());
    return parseContents(*answer);
}

Result<std::vector<CourseActivity>> recorded(const char *name)
{
    return parsed(test::load(QString::fromLatin1(name) + QLatin1String(".json")).reply);
}

Result<std::vector<CourseActivity>> parsed(const QByteArray &body)
{
    net::HttpReply reply;
    reply.status = 200;
    reply.body = body;
    return parsed(reply);
}

/// "36 v/p name": v visible, p on the course page.
QString described(const Result<std::vector<CourseActivity>> &read)
{
    if (!read)
        return read.error().code;
    const auto flag = [](const std::optional<bool> &b) { return !b ? u'?' : *b ? u'1' : u'0'; };
    QStringList out;
    for (const CourseActivity &a : *read)
        out << QStringLiteral("%1 %2/%3 %4")
                   .arg(a.cmid)
                   .arg(QString(flag(a.visible)), QString(flag(a.visibleOnCoursePage)), a.name);
    return out.join(QLatin1String("; "));
}

} // namespace

class ContentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void request();
    void recordings();
    void notAList();
};

void ContentsTest::request()
{
    const Call call = requests::courseContents(3);
    QStringList form;
    for (const auto &[name, value] : call.form)
        form << QString(name + u'=' + value);
    QCOMPARE(call.function, QStringLiteral("core_course_get_contents"));
    QCOMPARE(form.join(u'&'), QStringLiteral("courseid=3&options[0][name]=modname&options[0][value]=rocketchat"
                                             "&options[1][name]=excludecontents&options[1][value]=1"));
    QVERIFY(!call.write);
}

void ContentsTest::recordings()
{
    QCOMPARE(described(recorded("core_course_get_contents__only_rocketchat")),
             QString::fromUtf8("36 1/1 Salon général – « été / Q&R »; 37 1/1 Salon TD"));
    // A whole course: other modules are not ours.
    QVERIFY2(described(recorded("core_course_get_contents")).contains(QLatin1String("36 1/1")),
             qPrintable(described(recorded("core_course_get_contents"))));
    QVERIFY2(described(recorded("core_course_get_contents__hidden_activity")).contains(QLatin1String(" 0/")),
             qPrintable(described(recorded("core_course_get_contents__hidden_activity"))));
    // Off the course page, and the list does not say so: core/run/activities.cpp believes it only when it says hidden.
    QCOMPARE(described(recorded("core_course_get_contents__not_on_course_page")),
             QStringLiteral("45 1/1 Salon Rocket.Chat"));
    QCOMPARE(described(recorded("error_unknown_course_contents")), QStringLiteral("not-found"));
    QCOMPARE(described(recorded("error_missing_capability_course_context")), QStringLiteral("course-not-accessible"));
}

// Unknown is never empty: a course without any section does not exist.
void ContentsTest::notAList()
{
    QCOMPARE(described(parsed(QByteArray("[]"))), QStringLiteral("bad-reply"));
    QCOMPARE(described(parsed(QByteArray("{}"))), QStringLiteral("bad-reply"));
    QCOMPARE(described(parsed(QByteArray(R"([{"id":1}])"))), QStringLiteral("bad-reply"));
    QCOMPARE(described(parsed(QByteArray(R"([{"id":1,"modules":[]}])"))), QString());
    QCOMPARE(described(parsed(QByteArray(R"([{"id":1,"modules":[{"id":5,"modname":"forum"}]}])"))), QString());
    const QByteArray one = R"({"id":5,"instance":1,"name":"x","modname":"rocketchat"})";
    QCOMPARE(described(parsed(R"([{"modules":[)" + one + "]}]")), QStringLiteral("5 ?/? x"));
    QCOMPARE(described(parsed(R"([{"modules":[)" + one + R"(]},{"modules":[)" + one + "]}]")),
             QStringLiteral("bad-reply"));
}

QTEST_APPLESS_MAIN(ContentsTest)
#include "contents_test.moc"
