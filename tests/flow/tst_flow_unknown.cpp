// Unknown is never empty (design rule 1): whatever a server leaves out, refuses or cuts, the rooms concerned are
// unknown, each with its own reason and sentence, and nobody is removed.

#include "tests/flow/flow.h"
#include "ui/text/text.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Only one call per course is left.
const QStringList without_memberships{QStringLiteral("local_liaison_get_memberships"),
                                      QStringLiteral("core_enrol_get_enrolled_users_with_capability"),
                                      QStringLiteral("core_reportbuilder_list_reports")};

/// Two rooms in step: any difference found is wrong.
Campus inStep()
{
    Campus campus;
    const QString thirty = many(QStringLiteral("s"), 27);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* second* third* ") + thirty),
                  QString(QStringLiteral("prof* second* third* ") + thirty));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne bob"));
    return campus;
}

/// What a service account is given (contract section 3), without one of them.
QStringList capabilitiesWithout(const QString &dropped)
{
    QStringList held;
    for (const char *capability :
         {"webservice/rest:use", "moodle/course:view", "moodle/course:viewhiddencourses", "moodle/course:enrolreview",
          "moodle/course:viewparticipants", "moodle/user:viewdetails", "moodle/user:viewalldetails",
          "moodle/site:accessallgroups", "moodle/site:viewuseridentity", "moodle/site:viewfullnames",
          "moodle/course:viewhiddenactivities", "moodle/course:ignoreavailabilityrestrictions",
          "moodle/course:managegroups", "moodle/role:review", "local/liaison:view"}) {
        if (dropped != QLatin1String(capability))
            held << QString::fromLatin1(capability);
    }
    return held;
}

} // namespace

class FlowUnknown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void emptyIsNotNobody();
    void refusedRoom();
    void capabilities_data();
    void capabilities();
    void functions_data();
    void functions();
    void wholeServersDown();
};

void FlowUnknown::faults_data()
{
    QTest::addColumn<bool>("companion"); // memberships by the companion, or one course at a time
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("unknown");

    const auto row = [](const char *name, bool companion, const char *fault, const char *unknown) {
        QTest::newRow(name) << companion << QByteArray(fault) << QString::fromLatin1(unknown);
    };
    const char *both = "70 moodle-down; 80 moodle-down";
    row("one course: empty list", false, R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"empty"})",
        "70 truncated");
    row("one course: a page", false, R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"html"})",
        "70 read-failed");
    row("one course: 500", false, R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"status","status":500})",
        "70 moodle-down");
    row("one course: 503 and when to come back", false,
        R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"status","status":503,"seconds":300})",
        "70 moodle-down");
    row("one course: 429", false,
        R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"ratelimit","seconds":1,"times":1})", "");
    row("one course: 503 once", false,
        R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"status","status":503,"seconds":1,"times":1})", "");
    row("one course: reset", false, R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"reset"})",
        "70 moodle-down");
    row("one course: reset once", false,
        R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"reset","times":1})", "");
    row("one course: cut", false, R"({"match":"core_enrol_get_enrolled_users","course":7,"do":"truncate"})",
        "70 moodle-down");
    // What one way of reading does not give, the next one does: unknown is not an excuse.
    row("companion: a page", true, R"({"match":"local_liaison_get_memberships","do":"html"})", "");
    row("companion: 500", true, R"({"match":"local_liaison_get_memberships","do":"status","status":500})", "");
    row("companion: empty", true, R"({"match":"local_liaison_get_memberships","do":"empty"})", "");
    row("companion, one course: a page", true,
        R"({"match":"local_liaison_get_memberships","course":7,"do":"html"})", "");
    row("every way, one course: a page", true, R"({"server":"moodle","course":7,"do":"html"})", "70 read-failed");
    row("every way, one course: 500", true, R"({"server":"moodle","course":7,"do":"status","status":500})",
        "70 moodle-down");
    row("every way, one course: empty", true, R"({"server":"moodle","course":7,"do":"empty"})", "70 truncated");
    row("links: 503", true, R"({"match":"local_liaison_get_links","do":"status","status":503,"seconds":300})", both);
    row("links: a page", true, R"({"match":"local_liaison_get_links","do":"html"})", "70 read-failed; 80 read-failed");
    row("links: none", true, R"({"match":"local_liaison_get_links","do":"empty"})", "70 truncated; 80 truncated");
    row("members: empty", true, R"({"server":"rocketchat","match":"members","room":"r70","do":"empty"})",
        "70 truncated");
    row("members: a page", true, R"({"server":"rocketchat","match":"members","room":"r70","do":"html"})",
        "70 read-failed");
    row("members: cut", true, R"({"server":"rocketchat","match":"members","room":"r70","do":"truncate"})",
        "70 chat-down");
    row("members: 500", true, R"({"server":"rocketchat","match":"members","room":"r70","do":"status","status":500})",
        "70 chat-down");
    row("members: reset", true, R"({"server":"rocketchat","match":"members","room":"r70","do":"reset"})",
        "70 chat-down");
    row("rooms: empty", true, R"({"server":"rocketchat","match":"rooms.adminRooms","do":"empty"})", "?");
    row("rooms: own empty", true, R"({"server":"rocketchat","match":"groups.list","do":"empty"})", "?");
}

// R15
void FlowUnknown::faults()
{
    QFETCH(bool, companion);
    QFETCH(QByteArray, fault);
    QFETCH(QString, unknown);
    sandbox::Sandbox::Options options;
    if (!companion)
        options.without = without_memberships;
    Flow flow(inStep(), options);
    QCOMPARE(flow.plan(every).exit, 0); // the store has reached both servers and knows both links
    flow.fault(fault.constData());
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    QVERIFY2(!who(plan.json[u"withheld"].toArray()).contains(QLatin1String("remove")) ||
                 who(plan.json[u"withheld"].toArray()).contains(QLatin1String("unproven")),
             plan.out);
    if (unknown == u"?") { // whichever way it is read then: known and right, or unknown
        QVERIFY2(plan.exit == 0 || plan.exit == 5, plan.out);
        return;
    }
    QCOMPARE(unknowns(plan), unknown);
    QCOMPARE(plan.exit, unknown.isEmpty() ? 0 : 5);
    // Each reason its own sentence and remedy, in both languages.
    const QJsonArray list = plan.json[u"unknown"].toArray();
    for (const char *language : {"en", "fr"}) {
        const auto lang = *text::languageFrom(QString::fromLatin1(language));
        const Ran shown = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("plan"),
                                    QStringLiteral("--all"), QStringLiteral("--classes"), every});
        QCOMPARE(shown.exit, plan.exit);
        for (const QJsonValue &u : list) {
            const text::Text t = text::of(*fromCode<UnknownReason>(u[u"reason"].toString()), lang);
            QVERIFY(!t.sentence.isEmpty() && !t.remedy.isEmpty());
            QVERIFY2(QString::fromUtf8(shown.out).contains(t.sentence + u' ' + t.remedy), shown.out);
        }
        const Ran table =
            flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("courses")});
        QCOMPARE(table.exit, plan.exit);
    }
    // An application of a plan made before takes nobody out either.
    QCOMPARE(flow.writes(), 0);
}

// [] for a course with separate groups (contract section 3), while people left meanwhile.
void FlowUnknown::emptyIsNotNobody()
{
    Campus campus = inStep();
    campus.courseOf(7).groupmode = 1;
    campus.site().capabilities = capabilitiesWithout(QStringLiteral("moodle/site:accessallgroups"));
    sandbox::Sandbox::Options options;
    options.without = without_memberships;
    Flow flow(campus, options);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(unknowns(plan), QStringLiteral("70 truncated"));
    QCOMPARE(plan.exit, 5);
}

// A room that we are not in, on a server that shows it to nobody else.
void FlowUnknown::refusedRoom()
{
    Campus campus = inStep();
    campus.take(QStringLiteral("r70"), QStringLiteral("api"));
    campus.world.chat.grants = std::map<QString, QStringList>{
        {QStringLiteral("view-room-administration"), {QStringLiteral("admin")}},
        {QStringLiteral("view-other-user-channels"), {QStringLiteral("admin")}},
        {QStringLiteral("view-full-other-user-info"), {QStringLiteral("admin"), QStringLiteral("bot")}}};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(unknowns(plan), QStringLiteral("70 no-access"));
    QCOMPARE(plan.exit, 5);
}

void FlowUnknown::capabilities_data()
{
    QTest::addColumn<QString>("dropped");
    QTest::addColumn<bool>("companion");
    for (const bool companion : {false, true}) {
        for (const char *capability :
             {"moodle/course:view", "moodle/course:viewhiddencourses", "moodle/course:enrolreview",
              "moodle/course:viewparticipants", "moodle/user:viewdetails", "moodle/user:viewalldetails",
              "moodle/site:accessallgroups", "moodle/site:viewuseridentity", "moodle/site:viewfullnames",
              "moodle/course:viewhiddenactivities", "moodle/course:ignoreavailabilityrestrictions",
              "moodle/course:managegroups", "moodle/role:review"})
            QTest::addRow("%s %s", capability, companion ? "companion" : "one by one")
                << QString::fromLatin1(capability) << companion;
    }
}

// Never fewer people in silence: memberships equal, or unknown (contract section 3).
void FlowUnknown::capabilities()
{
    QFETCH(QString, dropped);
    QFETCH(bool, companion);
    Campus campus = inStep();
    campus.courseOf(8).groupmode = 1;
    campus.site().capabilities = capabilitiesWithout(dropped);
    sandbox::Sandbox::Options options;
    if (!companion)
        options.without = without_memberships;
    Flow flow(campus, options);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 0 || plan.exit == 5, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    const Ran courses = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    const QJsonArray links = courses.json[u"links"].toArray();
    QCOMPARE(links.size(), 2);
    for (const QJsonValue &link : links) {
        const int whole = link[u"cmid"].toInt() == 70 ? 30 : 3;
        QVERIFY2(link[u"expected"].isNull() || link[u"expected"].toInt() == whole, courses.out);
        QCOMPARE(link[u"expected"].isNull(), link[u"state"].toString() == u"unknown");
    }
}

void FlowUnknown::functions_data()
{
    QTest::addColumn<QStringList>("without");
    const QStringList names{
        QStringLiteral("core_course_get_categories"),       QStringLiteral("core_course_get_courses"),
        QStringLiteral("core_course_get_courses_by_field"), QStringLiteral("core_course_get_contents"),
        QStringLiteral("core_course_get_course_module"),    QStringLiteral("core_enrol_get_enrolled_users"),
        QStringLiteral("core_enrol_get_users_courses"),     QStringLiteral("core_user_get_users_by_field"),
        QStringLiteral("local_liaison_get_info"),           QStringLiteral("local_liaison_get_links"),
        QStringLiteral("local_liaison_get_people")};
    for (const QString &name : names) {
        QTest::newRow(qPrintable(name)) << QStringList{name};
        QTest::newRow(qPrintable(QString(name + QLatin1String(" without memberships"))))
            << (without_memberships + QStringList{name});
    }
    QTest::newRow("no companion at all") << QStringList{
        QStringLiteral("local_liaison_get_memberships"), QStringLiteral("local_liaison_get_info"),
        QStringLiteral("local_liaison_get_links"), QStringLiteral("local_liaison_get_people")};
}

// A function taken out of the service: what cannot be read is unknown or partly known, never less.
void FlowUnknown::functions()
{
    QFETCH(QStringList, without);
    Campus campus = inStep();
    campus.put(QStringLiteral("r80"), QStringLiteral("stranger")); // a guest: shown, never removed
    sandbox::Sandbox::Options options;
    options.without = without;
    Flow flow(campus, options);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    const QString held = who(plan.json[u"withheld"].toArray());
    QVERIFY2(held.isEmpty() || held == u"remove(guest) stranger" || held == u"remove(unproven) stranger" ||
                 held == u"remove(unconfirmed-link) stranger",
             qPrintable(held));
    QVERIFY2(plan.exit == (held.isEmpty() ? 5 : 3), said(plan));
    const Ran courses = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    const QJsonArray links = courses.json[u"links"].toArray();
    for (const QJsonValue &link : links) {
        const int whole = link[u"cmid"].toInt() == 70 ? 30 : 3;
        QVERIFY2(link[u"expected"].isNull() || link[u"expected"].toInt() == whole, courses.out);
    }
}

// 12.3: a server reached before that does not answer is down: 5, every room its reason.
void FlowUnknown::wholeServersDown()
{
    Flow flow(inStep());
    QCOMPARE(flow.plan(every).exit, 0);
    const struct
    {
        const char *fault, *reason;
    } cases[] = {{R"({"server":"moodle","do":"status","status":503,"seconds":300})", "moodle-down"},
                 {R"({"server":"moodle","do":"status","status":500})", "moodle-down"},
                 {R"({"server":"moodle","do":"reset"})", "moodle-down"},
                 {R"({"server":"rocketchat","do":"status","status":502})", "chat-down"},
                 {R"({"server":"rocketchat","do":"reset"})", "chat-down"}};
    for (const auto &one : cases) {
        flow.fault(one.fault);
        const Ran plan = flow.plan(every);
        const QString reason = QString::fromLatin1(one.reason);
        QCOMPARE(unknowns(plan), QString(QLatin1String("70 ") + reason + QLatin1String("; 80 ") + reason));
        QCOMPARE(plan.exit, 5);
        QCOMPARE(plan.json[u"steps"].toArray().size() + plan.json[u"withheld"].toArray().size(), 0);
        QCOMPARE(flow.run({QStringLiteral("courses")}).exit, 5);
        QCOMPARE(flow.run({QStringLiteral("show"), QStringLiteral("ALG1")}).exit, 5);
        flow.sandbox().clearFaults();
    }
    QCOMPARE(flow.plan(every).exit, 0);
}

QTEST_GUILESS_MAIN(FlowUnknown)
#include "tst_flow_unknown.moc"
