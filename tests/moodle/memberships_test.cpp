// When a list of enrolments is believed: design 4.2 and 12.1, contract section 3 (silent truncation).
#include "core/moodle/errors.h"
#include "core/moodle/memberships.h"
#include "tests/moodle/fake_transport.h"

#include <QTest>
#include <map>
#include <set>
#include <thread>

using namespace liaison;
using namespace liaison::moodle;
using namespace liaison::moodle::test;

namespace {

struct Enrolled
{
    qint64 person = 0;
    bool active = true;
    bool suspended = false;
};

/// A small Moodle: courses with people, and the ways in which it tells less than it knows.
struct Campus
{
    std::map<qint64, std::vector<Enrolled>> courses;
    std::set<qint64> shortened;  ///< only the first three are listed (no moodle/user:viewdetails)
    std::set<qint64> leftOut;    ///< courses that the answer about several lacks
    std::set<qint64> groupsHide; ///< [] (no moodle/site:accessallgroups)
    bool usernames = true;       ///< moodle/user:viewalldetails
    std::set<QString> failing;   ///< functions that end in a network failure
    std::map<QString, QByteArray> refused;
    std::set<qint64> notCounted; ///< courses left out of users_courses (no viewparticipants)
    QByteArray companionCourses; ///< `courses` of get_memberships, where it differs from the truth

    Result<net::HttpReply> operator()(const Sent &sent) const
    {
        if (failing.contains(sent.function))
            return networkFailure();
        if (const auto it = refused.find(sent.function); it != refused.end())
            return refusal(it->second.constData());
        if (sent.function == functions::enrolledUsers)
            return reply(enrolledUsers(sent));
        if (sent.function == functions::enrolledUsersOfCourses)
            return reply(enrolledUsersOfCourses(sent));
        if (sent.function == functions::usersCourses)
            return reply(usersCourses(sent.value("userid").toLongLong()));
        if (sent.function == functions::usersByField)
            return reply(usersByField(sent));
        if (sent.function == functions::companionMemberships)
            return reply(memberships(sent));
        return refusal("invalidrecord");
    }

    QByteArray enrolledUsersOfCourses(const Sent &sent) const
    {
        QByteArrayList list;
        for (int i = 0; sent.form.contains(QStringLiteral("coursecapabilities[%1][courseid]").arg(i)); ++i) {
            const qint64 course =
                sent.form.value(QStringLiteral("coursecapabilities[%1][courseid]").arg(i)).toLongLong();
            if (!leftOut.contains(course))
                list << R"({"courseid":)" + QByteArray::number(course) +
                            R"(,"capability":"mod\/rocketchat:view","users":)" + users(sent, course) + "}";
        }
        return "[" + list.join(',') + "]";
    }

    QByteArray enrolledUsers(const Sent &sent) const { return users(sent, sent.value("courseid").toLongLong()); }

    QByteArray users(const Sent &sent, qint64 course) const
    {
        if (groupsHide.contains(course))
            return "[]";
        const bool onlyActive = sent.option("onlyactive") == QLatin1String("1");
        QByteArrayList list;
        for (const Enrolled &e : courses.at(course)) {
            if (onlyActive && !e.active)
                continue;
            if (shortened.contains(course) && list.size() == 3)
                break;
            const QByteArray id = QByteArray::number(e.person);
            list << R"({"id":)" + id + (usernames ? R"(,"username":"p)" + id + '"' : QByteArray()) +
                        R"(,"fullname":"P )" + id + R"(","roles":[{"roleid":5,"name":"","shortname":"student"}]})";
        }
        return "[" + list.join(',') + "]";
    }

    QByteArray usersCourses(qint64 person) const
    {
        QByteArrayList list;
        for (const auto &[course, people] : courses) {
            for (const Enrolled &e : people) {
                if (e.person == person && e.active && !notCounted.contains(course))
                    list << R"({"id":)" + QByteArray::number(course) + R"(,"enrolledusercount":)" +
                                QByteArray::number(qint64(people.size())) + "}";
            }
        }
        return "[" + list.join(',') + "]";
    }

    QByteArray usersByField(const Sent &sent) const
    {
        QByteArrayList list;
        std::set<qint64> done;
        for (int i = 0; usernames && sent.form.contains(QStringLiteral("values[%1]").arg(i)); ++i) {
            const qint64 id = sent.form.value(QStringLiteral("values[%1]").arg(i)).toLongLong();
            for (const auto &[course, people] : courses) {
                for (const Enrolled &e : people) {
                    if (e.person == id && done.insert(id).second)
                        list << R"({"id":)" + QByteArray::number(id) + R"(,"suspended":)" +
                                    (e.suspended ? "true" : "false") + "}";
                }
            }
        }
        return "[" + list.join(',') + "]";
    }

    QByteArray memberships(const Sent &sent) const
    {
        QByteArrayList rows;
        QByteArrayList counts;
        for (int i = 0; sent.form.contains(QStringLiteral("courseids[%1]").arg(i)); ++i) {
            const qint64 course = sent.form.value(QStringLiteral("courseids[%1]").arg(i)).toLongLong();
            const QByteArray c = QByteArray::number(course);
            for (const Enrolled &e : courses.at(course)) {
                const QByteArray u = QByteArray::number(e.person);
                rows << R"({"c":)" + c + R"(,"u":)" + u + (usernames ? R"(,"n":"p)" + u + '"' : QByteArray()) +
                            R"(,"r":[5],"ri":[1],"a":)" + (e.active ? "1" : "0") + R"(,"s":)" +
                            (e.suspended ? "1" : "0") + "}";
            }
            counts << R"({"c":)" + c + R"(,"n":)" + QByteArray::number(qint64(courses.at(course).size())) + "}";
        }
        const QByteArray told = companionCourses.isEmpty() ? "[" + counts.join(',') + "]" : companionCourses;
        return R"({"rows":[)" + rows.join(',') + R"(],"courses":)" + told + R"(,"nextcourse":null,"nextuser":null})";
    }
};

std::vector<Enrolled> people(qint64 from, int count)
{
    std::vector<Enrolled> out;
    for (int i = 0; i < count; ++i)
        out.push_back({from + i});
    return out;
}

MoodleClient client(FakeTransport &transport)
{
    return {transport, {QStringLiteral("main"), QUrl(QStringLiteral("https://x.fr")), QStringLiteral("t")}};
}

Result<CourseEnrolments> perCourse(FakeTransport &transport, qint64 course, const Need &need = {})
{
    CountBook book;
    return readPerCourse(client(transport), course, need, book);
}

} // namespace

class MembershipsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countedAndEqual();
    void threeOfThirty();
    void emptyList();
    void emptyListThatTheBookContradicts();
    void missingUsernames();
    void sharesCounts();
    void asksAfreshBeforeDoubting();
    void personWhoIsCountedButNotListed();
    void asksUpToThreePeople();
    void prefersActivePeople();
    void notCountable_data();
    void notCountable();
    void failuresAreErrors_data();
    void failuresAreErrors();
    void active();
    void activeIsNoSubset();
    void activeListThatContradictsTheCount();
    void suspended();
    void suspendedNotTold();
    void bookIsThreadSafe();
    void severalCourses();
    void severalCoursesFail();
    void severalCoursesActive();
    void companion();
    void companionTruncated();
    void companionEmpty_data();
    void companionEmpty();
    void companionFailure();
};

void MembershipsTest::countedAndEqual()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[3][4].active = false; // counted with inactive enrolments
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3);
    QVERIFY(e);
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QCOMPARE(trustOf(e->completeness), Trust::Complete);
    QCOMPARE(e->rows.size(), 30U);
    QCOMPARE(e->counted, std::optional<qint64>(30));
    QCOMPARE(e->rows.at(0).username, QStringLiteral("p10"));
    QCOMPARE(e->rows.at(0).fullName, std::optional(QStringLiteral("P 10")));
    QCOMPARE(e->rows.at(0).roles, std::vector<qint64>{5});
    QCOMPARE(e->rolesSeen.size(), 1U);
    QCOMPARE(e->rolesSeen.at(0).shortname, QStringLiteral("student"));
    QCOMPARE(e->readAt, serverTime);
    QVERIFY(!e->inheritedRolesKnown && !e->activeKnown && !e->suspendedKnown);
    QCOMPARE(transport.requests.size(), 2U);
}

void MembershipsTest::threeOfThirty()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.shortened.insert(3);
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3);
    QVERIFY(e);
    QCOMPARE(e->completeness, Completeness::CountedDifferent);
    QCOMPARE(trustOf(e->completeness), Trust::Truncated);
    QCOMPARE(e->rows.size(), 3U);
    QCOMPARE(e->counted, std::optional<qint64>(30));
}

void MembershipsTest::emptyList()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.groupsHide.insert(3);
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3, {true, true});
    QVERIFY(e);
    QCOMPARE(e->completeness, Completeness::EmptyUnconfirmed);
    QCOMPARE(trustOf(e->completeness), Trust::Truncated);
    QCOMPARE(transport.requests.size(), 1U); // nobody to ask
}

void MembershipsTest::emptyListThatTheBookContradicts()
{
    Campus campus;
    campus.courses[2] = people(10, 2);
    campus.courses[3] = people(10, 30);
    campus.groupsHide.insert(3);
    FakeTransport transport(campus);
    CountBook book;
    QVERIFY(readPerCourse(client(transport), 2, {}, book));
    const auto e = readPerCourse(client(transport), 3, {}, book);
    QCOMPARE(e->completeness, Completeness::CountedDifferent);
    QCOMPARE(e->counted, std::optional<qint64>(30));
}

void MembershipsTest::missingUsernames()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.usernames = false;
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3);
    QVERIFY(e);
    QCOMPARE(e->completeness, Completeness::Truncated);
    QCOMPARE(transport.count(functions::usersCourses), 0); // no count could mend that
}

void MembershipsTest::sharesCounts()
{
    Campus campus;
    for (qint64 course = 2; course <= 41; ++course)
        campus.courses[course] = people(10, int(course)); // person 10 is in all of them
    FakeTransport transport(campus);
    CountBook book;
    for (qint64 course = 2; course <= 41; ++course)
        QCOMPARE(readPerCourse(client(transport), course, {}, book)->completeness, Completeness::CountedEqual);
    QCOMPARE(transport.count(functions::enrolledUsers), 40);
    QCOMPARE(transport.count(functions::usersCourses), 1);
}

void MembershipsTest::asksAfreshBeforeDoubting()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    FakeTransport transport(campus);
    CountBook book;
    book.keep(10, {{3, 29}}); // an older answer: one person came since
    const auto e = readPerCourse(client(transport), 3, {}, book);
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QCOMPARE(transport.count(functions::usersCourses), 1);
    QCOMPARE(book.countOf(3)->value, 30);
}

void MembershipsTest::personWhoIsCountedButNotListed()
{
    Campus campus;
    campus.courses[3] = people(10, 3);
    FakeTransport transport([&](const Sent &sent) -> Result<net::HttpReply> {
        if (sent.function == functions::usersCourses)
            return reply(R"([{"id":3,"enrolledusercount":3}])"); // whoever asks
        return campus(sent);
    });
    CountBook book;
    book.keep(99, {{3, 3}}); // enrolled, by Moodle's own word, and not in the list of the same size
    const auto e = readPerCourse(client(transport), 3, {}, book);
    QCOMPARE(e->completeness, Completeness::Truncated);
}

void MembershipsTest::asksUpToThreePeople()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[3][0].active = campus.courses[3][1].active = false;
    FakeTransport third(campus);
    QCOMPARE(perCourse(third, 3)->completeness, Completeness::CountedEqual);
    QCOMPARE(third.count(functions::usersCourses), 4); // the first answer without any course was asked for once more
    campus.courses[3][2].active = false;
    FakeTransport nobody(campus);
    const auto e = perCourse(nobody, 3);
    QCOMPARE(e->completeness, Completeness::NotCountable);
    QCOMPARE(trustOf(e->completeness), Trust::PartlyKnown);
    QVERIFY(!e->counted);
    QCOMPARE(nobody.count(functions::usersCourses), 4);
}

void MembershipsTest::prefersActivePeople()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    for (int i = 0; i < 29; ++i)
        campus.courses[3][std::size_t(i)].active = false;
    FakeTransport transport(campus);
    QCOMPARE(perCourse(transport, 3, {true, false})->completeness, Completeness::CountedEqual);
    QCOMPARE(transport.count(functions::usersCourses), 1);
    QCOMPARE(transport.requests.back().value("userid"), QStringLiteral("39"));
}

void MembershipsTest::notCountable_data()
{
    QTest::addColumn<QByteArray>("refusalCode");
    QTest::addColumn<int>("asked"); // for two courses with one book
    QTest::newRow("not in the service") << QByteArray("accessexception") << 1;
    QTest::newRow("of this person") << QByteArray("nopermissions") << 6;
    QTest::newRow("no course:view") << QByteArray() << 7; // no course at all: the first time asked for once more
}

void MembershipsTest::notCountable()
{
    QFETCH(QByteArray, refusalCode);
    QFETCH(int, asked);
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[4] = people(50, 30);
    if (refusalCode.isEmpty())
        campus.notCounted = {3, 4};
    else
        campus.refused[functions::usersCourses] = refusalCode;
    FakeTransport transport(campus);
    CountBook book;
    for (const qint64 course : {3, 4}) {
        const auto e = readPerCourse(client(transport), course, {}, book);
        QVERIFY(e);
        QCOMPARE(e->completeness, Completeness::NotCountable);
        QCOMPARE(e->doubt.has_value(), !refusalCode.isEmpty());
        QCOMPARE(e->rows.size(), 30U);
    }
    QCOMPARE(transport.count(functions::usersCourses), asked);
}

void MembershipsTest::failuresAreErrors_data()
{
    QTest::addColumn<QString>("function");
    QTest::newRow("list") << QString(functions::enrolledUsers);
    QTest::newRow("count") << QString(functions::usersCourses);
    QTest::newRow("suspended") << QString(functions::usersByField);
}

void MembershipsTest::failuresAreErrors() // R15: a read failure is never "empty"
{
    QFETCH(QString, function);
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.failing.insert(function);
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3, {true, true});
    QVERIFY(!e);
    QCOMPARE(e.error().kind, ErrorKind::Network);
    QCOMPARE(e.error().where, function);
}

void MembershipsTest::active()
{
    Campus campus;
    campus.courses[3] = people(10, 4);
    campus.courses[3][1].active = false;
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3, {true, false});
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QVERIFY(e->activeKnown && !e->suspendedKnown);
    QCOMPARE(e->rows.at(0).active, std::optional(true));
    QCOMPARE(e->rows.at(1).active, std::optional(false));
    QCOMPARE(transport.requests.at(1).option("onlyactive"), QStringLiteral("1"));
}

void MembershipsTest::activeIsNoSubset()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    FakeTransport transport([&](const Sent &sent) -> Result<net::HttpReply> {
        Campus now = campus;
        if (sent.option("onlyactive").isEmpty())
            now.shortened.insert(3);
        return now(sent);
    });
    const auto e = perCourse(transport, 3, {true, false});
    QCOMPARE(e->completeness, Completeness::Truncated);
}

void MembershipsTest::activeListThatContradictsTheCount()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    FakeTransport transport([&](const Sent &sent) -> Result<net::HttpReply> {
        if (!sent.option("onlyactive").isEmpty())
            return reply("[]"); // a well-formed empty list: "everybody is inactive"
        return campus(sent);
    });
    // users_courses lists courses with an active enrolment only: somebody is active after all.
    QCOMPARE(perCourse(transport, 3, {true, false})->completeness, Completeness::Truncated);
}

void MembershipsTest::suspended() // R127
{
    Campus campus;
    campus.courses[3] = people(10, 150);
    campus.courses[3][120].suspended = true;
    FakeTransport transport(campus);
    const auto e = perCourse(transport, 3, {false, true});
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QVERIFY(e->suspendedKnown && !e->activeKnown);
    QCOMPARE(e->rows.at(120).suspended, std::optional(true));
    QCOMPARE(e->rows.at(0).suspended, std::optional(false));
    QCOMPARE(transport.count(functions::usersByField), 2);
}

void MembershipsTest::suspendedNotTold()
{
    Campus campus;
    campus.courses[3] = people(10, 3);
    FakeTransport transport([&](const Sent &sent) -> Result<net::HttpReply> {
        if (sent.function == functions::usersByField)
            return reply(R"([{"id":10,"suspended":false},{"id":11}])");
        return campus(sent);
    });
    const auto e = perCourse(transport, 3, {false, true});
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QVERIFY(!e->suspendedKnown);
    QCOMPARE(e->rows.at(0).suspended, std::optional(false));
    QCOMPARE(e->rows.at(1).suspended, std::nullopt);
    QCOMPARE(e->rows.at(2).suspended, std::nullopt);
}

void MembershipsTest::bookIsThreadSafe()
{
    Campus campus;
    for (qint64 course = 2; course <= 65; ++course)
        campus.courses[course] = people(10, 20);
    FakeTransport transport(campus);
    const MoodleClient shared = client(transport);
    CountBook book;
    std::atomic_int equal = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (qint64 course = 2 + t; course <= 65; course += 4) {
                const auto e = readPerCourse(shared, course, {}, book);
                equal += e && e->completeness == Completeness::CountedEqual ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(equal.load(), 64);
    QVERIFY(transport.count(functions::usersCourses) <= 4);
}

// Contract section 5.2: one call, each list counted; who is denied the capability is missing from it.
void MembershipsTest::severalCourses()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[4] = people(100, 5);
    campus.courses[5] = people(200, 8);
    campus.courses[6] = {};
    campus.courses[7] = people(300, 2);
    campus.shortened = {5};
    campus.leftOut = {7};
    FakeTransport transport(campus);
    CountBook book;
    const auto read = readSeveralCourses(client(transport), {3, 4, 5, 6, 7}, {}, book);
    QCOMPARE(read.size(), 5U);
    QCOMPARE(transport.count(functions::enrolledUsersOfCourses), 1);
    QCOMPARE(read[0].course, 3);
    QCOMPARE(read[0].outcome->completeness, Completeness::CountedEqual);
    QCOMPARE(read[0].outcome->rows.size(), 30U);
    QCOMPARE(read[0].outcome->rows.at(0).roles, std::vector<qint64>{5});
    QVERIFY(!read[0].outcome->inheritedRolesKnown);
    QCOMPARE(read[1].outcome->completeness, Completeness::CountedEqual);
    QCOMPARE(read[2].outcome->completeness, Completeness::CountedDifferent);
    QCOMPARE(read[3].outcome->completeness, Completeness::EmptyUnconfirmed);
    QVERIFY(!read[4].outcome);
    QCOMPARE(read[4].outcome.error().code, QString(errors::badReply));
}

void MembershipsTest::severalCoursesFail()
{
    Campus campus;
    campus.courses[3] = campus.courses[4] = people(10, 3);
    campus.refused[QString(functions::enrolledUsersOfCourses)] = "nopermissions";
    FakeTransport transport(campus);
    CountBook book;
    const auto read = readSeveralCourses(client(transport), {3, 4}, {}, book);
    QCOMPARE(read.size(), 2U);
    for (const auto &course : read) {
        QVERIFY(!course.outcome);
        QCOMPARE(course.outcome.error().code, QString(errors::noPermission));
    }
}

void MembershipsTest::severalCoursesActive()
{
    Campus campus;
    campus.courses[3] = people(10, 3);
    campus.courses[3][1].active = false;
    FakeTransport transport(campus);
    CountBook book;
    Need need;
    need.active = true;
    const auto read = readSeveralCourses(client(transport), {3}, need, book);
    QCOMPARE(read[0].outcome->completeness, Completeness::CountedEqual);
    QVERIFY(read[0].outcome->activeKnown);
    QCOMPARE(read[0].outcome->rows.at(1).active, std::optional(false));
    QCOMPARE(transport.count(functions::enrolledUsersOfCourses), 2);
}

void MembershipsTest::companion() // R239
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[3][1].active = false;
    campus.courses[3][2].suspended = true;
    FakeTransport transport(campus);
    const auto all = readByCompanion(client(transport), {3}, {true});
    QCOMPARE(all.size(), 1U);
    const CourseEnrolments &e = *all.at(0).outcome;
    QCOMPARE(e.completeness, Completeness::CountedEqual);
    QVERIFY(e.inheritedRolesKnown && e.activeKnown && e.suspendedKnown);
    QCOMPARE(e.rows.at(0).inheritedRoles, std::vector<qint64>{1});
    QCOMPARE(e.rows.at(1).active, std::optional(false));
    QCOMPARE(e.rows.at(2).suspended, std::optional(true));
    QCOMPARE(e.readAt, serverTime);
    QCOMPARE(transport.requests.size(), 1U);
}

void MembershipsTest::companionTruncated()
{
    Campus campus;
    campus.courses[3] = people(10, 30);
    campus.courses[4] = people(10, 2);
    campus.companionCourses = R"([{"c":3,"n":31}])";
    FakeTransport transport(campus);
    for (const auto &one : readByCompanion(client(transport), {3, 4}, {true}))
        QCOMPARE(one.outcome->completeness, Completeness::Truncated);
    campus.companionCourses.clear();
    campus.usernames = false;
    FakeTransport nameless(campus);
    for (const auto &one : readByCompanion(client(nameless), {3, 4}, {true}))
        QCOMPARE(one.outcome->completeness, Completeness::Truncated);
}

void MembershipsTest::companionEmpty_data()
{
    QTest::addColumn<bool>("offered");
    QTest::addColumn<QByteArray>("refusalCode");
    QTest::addColumn<bool>("listed"); // the second source lists somebody
    QTest::addColumn<Completeness>("expected");
    QTest::addColumn<int>("enrolledCalls");
    QTest::addColumn<int>("companionCalls");
    using C = Completeness;
    QTest::newRow("confirmed by enrolled_users") << true << QByteArray() << false << C::EmptyConfirmed << 1 << 1;
    QTest::newRow("denied by enrolled_users") << true << QByteArray() << true << C::Truncated << 1 << 1;
    QTest::newRow("asked the companion again") << false << QByteArray() << false << C::EmptyConfirmed << 0 << 2;
    QTest::newRow("no right in the course")
        << true << QByteArray("errorcoursecontextnotvalid") << false << C::EmptyConfirmed << 1 << 2;
}

void MembershipsTest::companionEmpty()
{
    QFETCH(bool, offered);
    QFETCH(QByteArray, refusalCode);
    QFETCH(bool, listed);
    QFETCH(Completeness, expected);
    QFETCH(int, enrolledCalls);
    QFETCH(int, companionCalls);
    Campus campus;
    campus.courses[3] = {};
    if (!refusalCode.isEmpty())
        campus.refused[functions::enrolledUsers] = refusalCode;
    FakeTransport transport([&](const Sent &sent) -> Result<net::HttpReply> {
        Campus now = campus;
        if (listed && sent.function == functions::enrolledUsers)
            now.courses[3] = people(10, 1);
        return now(sent);
    });
    const auto all = readByCompanion(client(transport), {3}, {offered});
    QCOMPARE(all.at(0).outcome->completeness, expected);
    QCOMPARE(transport.count(functions::enrolledUsers), enrolledCalls);
    QCOMPARE(transport.count(functions::companionMemberships), companionCalls);
}

void MembershipsTest::companionFailure() // R15
{
    Campus campus;
    campus.courses[3] = people(10, 2);
    campus.courses[4] = {};
    campus.failing.insert(functions::enrolledUsers);
    FakeTransport second(campus);
    const auto partly = readByCompanion(client(second), {3, 4}, {true});
    QVERIFY(partly.at(0).outcome);
    QVERIFY(!partly.at(1).outcome); // empty and not confirmed, because the network failed
    campus.failing.insert(functions::companionMemberships);
    FakeTransport all(campus);
    for (const auto &one : readByCompanion(client(all), {3, 4}, {true}))
        QCOMPARE(one.outcome.error().kind, ErrorKind::Network);
}

QTEST_GUILESS_MAIN(MembershipsTest)
#include "memberships_test.moc"
