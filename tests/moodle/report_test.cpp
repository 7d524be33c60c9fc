// Memberships from custom reports: design 12.6, 4.2; contract section 5.1. R77
#include "core/moodle/errors.h"
#include "core/moodle/memberships_report.h"
#include "tests/moodle/fake_transport.h"

#include <QTest>
#include <map>
#include <set>

using namespace liaison;
using namespace liaison::moodle;
using namespace liaison::moodle::test;

namespace {

QByteArray person(int id)
{
    return R"("<a href=\"https:\/\/x.fr\/user\/profile.php?id=)" + QByteArray::number(id) + R"(\">P &amp; )" +
           QByteArray::number(id) + R"(<\/a>")";
}

QByteArray inCourse(int id)
{
    return R"("<a href=\"https:\/\/x.fr\/course\/view.php?id=)" + QByteArray::number(id) + R"(\">C<\/a>")";
}

/// course, user, username, role, suspended, enrolstatus
QByteArray row(int course, int who, const char *role, const char *status = "Active", const char *suspended = "No")
{
    return R"({"columns":[)" + inCourse(course) + ',' + person(who) + R"(,"p)" + QByteArray::number(who) + R"(",")" +
           role + R"(",")" + suspended + R"(",")" + status + R"("]})";
}

QByteArray assignment(const QByteArray &context, const char *path, int who, const char *role)
{
    return R"({"columns":[)" + context + R"(,"Words",")" + path + R"(",")" + role + R"(","p)" +
           QByteArray::number(who) + R"(",)" + person(who) + "]}";
}

QByteArray category(int id)
{
    return R"("<a href=\"https:\/\/x.fr\/course\/index.php?categoryid=)" + QByteArray::number(id) +
           R"(\">Category: F<\/a>")";
}

const QByteArray participantTitles = R"(["course","user","username","role","suspended","enrolstatus"])";
const QByteArray roleTitles = R"(["context","level","path","role","username","user"])";

struct Report
{
    QByteArray source = "participants";
    QByteArray titles = participantTitles;
    QByteArrayList rows;
    QByteArray conditions = "null";
    int told = -1; ///< totalrowcount, where it is not the truth
};

struct Site
{
    std::map<int, Report> reports;
    std::map<int, QByteArrayList> pages; ///< rows of each page of report 1, where they are not cut from its rows
    std::set<int> closed;
    std::map<int, int> counts; ///< course -> enrolledusercount

    static QByteArray details(int id, const Report &report)
    {
        return R"({"id":)" + QByteArray::number(id) + R"(,"source":"core\\reportbuilder\\)" + report.source +
               R"(","conditiondata":)" + report.conditions + "}";
    }

    Result<net::HttpReply> operator()(const Sent &sent) const
    {
        if (sent.function == functions::listReports) {
            QByteArrayList list;
            for (const auto &[id, report] : reports)
                list.prepend(details(id, report)); // not sorted by id
            return reply(R"({"reports":[)" + list.join(',') + R"(],"warnings":[]})");
        }
        if (sent.function == functions::usersCourses) {
            QByteArrayList list;
            for (const auto &[course, count] : counts)
                list << R"({"id":)" + QByteArray::number(course) + R"(,"enrolledusercount":)" +
                            QByteArray::number(count) + "}";
            return reply("[" + list.join(',') + "]");
        }
        if (sent.function != functions::retrieveReport || sent.value("moodlewssettinglang") != u"en")
            return refusal("invalidparameter");
        const int id = sent.value("reportid").toInt();
        if (closed.contains(id))
            return refusal("errorreportview");
        const Report &report = reports.at(id);
        const int page = sent.value("page").toInt(), size = sent.value("perpage").toInt();
        QByteArrayList rows = report.rows.mid(qsizetype(page) * size, size);
        if (const auto it = pages.find(page); it != pages.end() && size > 1)
            rows = it->second;
        else if (!pages.empty() && size > 1)
            rows.clear();
        const int total = report.told >= 0 ? report.told : int(report.rows.size());
        return reply(R"({"details":)" + details(id, report) + R"(,"data":{"headers":)" + report.titles +
                     R"(,"rows":[)" + rows.join(',') + R"(],"totalrowcount":)" + QByteArray::number(total) +
                     R"(},"warnings":[]})");
    }
};

MoodleClient client(FakeTransport &transport)
{
    return {transport, {QStringLiteral("main"), QUrl(QStringLiteral("https://x.fr")), QStringLiteral("t")}};
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data();
    void links();
    void chooses();
    void unites();
    void refusesWordsForIds();
    void wholeOrNothing_data();
    void wholeOrNothing();
    void trust_data();
    void trust();
    void otherLanguages();
    void inherits();
    void doubtsAReportThatLeavesRolesOut();
};

void ReportTest::links_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<qint64>("id");
    const auto row = [](const char *cell, qint64 id) { QTest::newRow(cell) << QString::fromUtf8(cell) << id; };
    row(R"(<a href="https://x.fr/moodle/course/view.php?id=7">A</a>)", 7);
    row(R"(<a class="x" href="https://x.fr/course/view.php?section=2&amp;id=7#s">A</a>)", 7);
    row(R"(<a href="https://x.fr/course/view.php?id=7x">A</a>)", 0);
    row(R"(<a href="https://x.fr/course/view.php?idx=7">A</a>)", 0);
    row(R"(<a href="https://x.fr/user/profile.php?id=7">A</a>)", 0);
    row(R"(<a href="https://x.fr/course/view.php">A</a>)", 0);
    row("course/view.php?id=7", 0);
    row("7", 0);
    row("", 0);
}

void ReportTest::links()
{
    QFETCH(QString, cell);
    QFETCH(qint64, id);
    QCOMPARE(idInLink(cell, QLatin1String("course/view.php"), QLatin1String("id")).value_or(0), id);
}

// 12.6: by source and titles, the lowest id that has them all; never by name.
void ReportTest::chooses()
{
    Site site;
    site.reports[2] = {"groups", R"(["course","user"])", {}, "null", -1};
    site.reports[3] = {"participants", R"(["course","user","username"])", {row(7, 1, "student")}, "null", -1};
    site.reports[4] = {"participants", participantTitles, {row(7, 1, "student")}, "null", -1};
    site.reports[5] = {"participants", participantTitles, {row(7, 1, "student"), row(7, 2, "student")}, "null", -1};
    site.reports[6] = {"participants", participantTitles, {}, "null", -1};
    site.reports[8] = {"roles", roleTitles, {}, R"("{\"role:name\":1}")", -1};
    site.reports[9] = {"roles", roleTitles, {}, "null", -1};
    site.closed = {4};
    FakeTransport transport(site);
    const auto found = findReports(client(transport));
    QVERIFY(found);
    QCOMPARE(found->participants->id, 5);
    QCOMPARE(found->participants->rows, 2);
    QVERIFY(!found->participants->restricted);
    QCOMPARE(found->roles->id, 9); // one that leaves something out tells nothing of inherited roles
}

void ReportTest::unites()
{
    ParticipantsTable table({7});
    Site site;
    site.reports[1].rows = {row(7, 1, "teacher", "Suspended"), row(7, 1, "student", "Active", "Yes"),
                            row(7, 1, "student", "Not current"), row(8, 2, "student", "Suspended"),
                            row(7, 3, "student", "Not current")};
    FakeTransport transport(site);
    const auto page = client(transport).reportPage(1, 0, 100);
    QVERIFY(page);
    QVERIFY(table.take(page->value));
    const auto people = table.peopleOf(7);
    QCOMPARE(people.size(), 2U);
    QCOMPARE(people.at(0).roles, (QStringList{QStringLiteral("student"), QStringLiteral("teacher")}));
    QCOMPARE(people.at(0).active, std::optional(true)); // one enrolment is
    QCOMPARE(people.at(0).suspended, std::optional(false));
    QCOMPARE(people.at(0).fullName, QStringLiteral("P & 1"));
    QCOMPARE(people.at(1).active, std::optional(false));
    QVERIFY(table.seesInactive());
    QVERIFY(table.peopleOf(8).empty());
}

void ReportTest::refusesWordsForIds()
{
    for (const QByteArray &bad :
         {QByteArray(R"({"columns":["Algebra",)" + person(1) + R"(,"p1","student","No","Active"]})"),
          QByteArray(R"({"columns":[)" + inCourse(7) + R"(,"Anne","p1","student","No","Active"]})")}) {
        Site site;
        site.reports[1].rows = {bad};
        FakeTransport transport(site);
        const auto read = readParticipants(client(transport), {1, 1, false}, {7});
        QVERIFY(!read);
        QCOMPARE(read.error().code, QString(errors::badReply));
    }
}

void ReportTest::wholeOrNothing_data()
{
    QTest::addColumn<int>("told");
    QTest::addColumn<QList<QByteArrayList>>("pages");
    QTest::addColumn<bool>("whole");
    const QByteArray a = row(7, 1, "student"), b = row(7, 2, "student"), c = row(7, 3, "student");
    QTest::newRow("one page") << 3 << QList<QByteArrayList>{{a, b, c}} << true;
    QTest::newRow("two pages") << 3 << QList<QByteArrayList>{{a, b}, {c}} << true;
    QTest::newRow("equal rows of one page") << 3 << QList<QByteArrayList>{{a, a, b}} << true;
    QTest::newRow("fewer rows than told") << 4 << QList<QByteArrayList>{{a, b, c}} << false;
    QTest::newRow("more rows than told") << 2 << QList<QByteArrayList>{{a, b, c}} << false;
    QTest::newRow("a row on two pages, another on none") << 4 << QList<QByteArrayList>{{a, b}, {b, c}} << false;
    QTest::newRow("no row at all") << 0 << QList<QByteArrayList>{{}} << false;
}

void ReportTest::wholeOrNothing()
{
    QFETCH(int, told);
    QFETCH(QList<QByteArrayList>, pages);
    QFETCH(bool, whole);
    Site site;
    site.reports[1].told = told;
    for (int i = 0; i < pages.size(); ++i)
        site.pages[i] = pages[i];
    FakeTransport transport(site);
    const auto read = readParticipants(client(transport), {1, told, false}, {7});
    QCOMPARE(read.has_value(), whole);
    if (!whole) {
        QCOMPARE(read.error().code, QStringLiteral("truncated"));
        return;
    }
    QVERIFY(!read->table.peopleOf(7).empty());
}

void ReportTest::trust_data()
{
    QTest::addColumn<bool>("inactiveMatters");
    QTest::addColumn<bool>("seesInactive");
    QTest::addColumn<bool>("restricted");
    QTest::addColumn<int>("count"); // 0 = nobody counts
    QTest::addColumn<Completeness>("completeness");
    using C = Completeness;
    QTest::newRow("shows inactive people") << true << true << false << 0 << C::RowsCounted;
    QTest::newRow("may leave them out") << true << false << false << 0 << C::ActiveOnly;
    QTest::newRow("may leave them out, counted") << true << false << false << 2 << C::CountedEqual;
    QTest::newRow("leaves one out") << true << false << false << 3 << C::ActiveOnly;
    QTest::newRow("more than are enrolled") << true << false << false << 1 << C::CountedDifferent;
    QTest::newRow("they do not matter") << false << false << false << 0 << C::RowsCounted;
    QTest::newRow("restricted") << false << true << true << 0 << C::NotCountable;
    QTest::newRow("restricted, counted") << false << true << true << 2 << C::CountedEqual;
    QTest::newRow("restricted, fewer") << false << true << true << 3 << C::CountedDifferent;
}

// 4.2: active-only reports are recognised, and never taken for everybody.
void ReportTest::trust()
{
    QFETCH(bool, inactiveMatters);
    QFETCH(bool, seesInactive);
    QFETCH(bool, restricted);
    QFETCH(int, count);
    QFETCH(Completeness, completeness);
    Site site;
    site.reports[1].rows = {row(7, 1, "student"), row(7, 2, "editingteacher"),
                            row(8, 3, "student", seesInactive ? "Suspended" : "Active")};
    if (count > 0)
        site.counts[7] = count;
    FakeTransport transport(site);
    const ReportChoice choice{1, 3, restricted};
    const auto report = readParticipants(client(transport), choice, {7, 9});
    QVERIFY(report);
    RoleNames names;
    CountBook book;
    Need need;
    need.inactive = inactiveMatters;
    const auto e = readFromReport(client(transport), *report, choice, 7, need, names, &book);
    QVERIFY(e);
    QCOMPARE(e->completeness, completeness);
    QCOMPARE(e->rows.size(), 2U);
    QVERIFY(e->activeKnown && e->suspendedKnown && !e->inheritedRolesKnown);
    QCOMPARE(names.nameOf(e->rows.at(1).roles.at(0)), QStringLiteral("editingteacher"));
    const auto empty = readFromReport(client(transport), *report, choice, 9, need, names, &book);
    QCOMPARE(empty->completeness, Completeness::EmptyUnconfirmed);
}

// Words that are not English say nothing: neither active nor inactive, neither suspended nor not.
void ReportTest::otherLanguages()
{
    Site site;
    site.reports[1].rows = {row(7, 1, "student", "Actif", "Non"), row(7, 2, "student", "Suspendu", "Oui")};
    site.counts[7] = 2;
    FakeTransport transport(site);
    const auto report = readParticipants(client(transport), {1, 2, false}, {7});
    QVERIFY(report && !report->table.seesInactive());
    RoleNames names;
    CountBook book;
    const auto e = readFromReport(client(transport), *report, {1, 2, false}, 7, {}, names, &book);
    QCOMPARE(e->completeness, Completeness::CountedEqual);
    QVERIFY(!e->activeKnown && !e->suspendedKnown);
}

void ReportTest::inherits()
{
    Site site;
    site.reports[1] = {"roles",
                       roleTitles,
                       {assignment(inCourse(7), "/1/11/20/300", 1, "student"),
                        assignment(category(4), "/1/11", 1, "teacher"), assignment(category(5), "/1/12", 1, "manager"),
                        assignment(category(6), "/1/11/20", 2, "student"),
                        assignment(category(9), "/1/1", 2, "manager"),
                        assignment(R"("<a href=\"https:\/\/x.fr\/\">System<\/a>")", "/1", 2, "observer"),
                        assignment(R"("<a href=\"https:\/\/x.fr\/mod\/quiz\/view.php?id=4\">Quiz<\/a>")",
                                   "/1/11/20/300/301", 2, "teacher")},
                       "null",
                       -1};
    FakeTransport transport(site);
    const auto report = readRoles(client(transport), {1, 7, false});
    QVERIFY(report);
    RoleNames names;
    CourseEnrolments e;
    e.course = 7;
    e.rolesSeen = {{5, QStringLiteral("student"), {}}};
    EnrolmentRow first, second;
    first.person = 1;
    first.roles = {5};
    second.person = 2;
    e.rows = {first, second};
    QVERIFY(addInherited(e, report->table, {}, names));
    QVERIFY(e.inheritedRolesKnown);
    const auto named = [&](const EnrolmentRow &row) {
        QStringList out;
        for (const qint64 role : row.inheritedRoles)
            out << names.nameOf(role);
        return out;
    };
    QCOMPARE(named(e.rows.at(0)), QStringList{QStringLiteral("teacher")});
    QCOMPARE(named(e.rows.at(1)), (QStringList{QStringLiteral("observer"), QStringLiteral("student")}));

    // A course in which nobody holds a role: its categories tell.
    e.course = 8;
    e.rows = {second};
    QVERIFY(!addInherited(e, report->table, {}, names));
    QVERIFY(addInherited(e, report->table, {5}, names));
    QCOMPARE(named(e.rows.at(0)), QStringList{QStringLiteral("observer")});
}

// A role that the list of the course shows and the report does not: others may be missing too.
void ReportTest::doubtsAReportThatLeavesRolesOut()
{
    Site site;
    site.reports[1] = {"roles", roleTitles, {assignment(inCourse(7), "/1/11/300", 1, "student")}, "null", -1};
    FakeTransport transport(site);
    const auto report = readRoles(client(transport), {1, 1, false});
    RoleNames names;
    CourseEnrolments e;
    e.course = 7;
    e.rolesSeen = {{5, QStringLiteral("student"), {}}, {4, QStringLiteral("teacher"), {}}};
    EnrolmentRow one;
    one.person = 1;
    one.roles = {4, 5};
    e.rows = {one};
    QVERIFY(!addInherited(e, report->table, {}, names));
    QVERIFY(!e.inheritedRolesKnown);
    QVERIFY(e.rows.at(0).inheritedRoles.empty());
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
