// The timeline of a room as evidence (design section 2 rule 4) and as the cause of a step.

#include "core/reconcile/timelinecause.h"
#include "core/reconcile/timelineverdicts.h"
#include "tests/unit/worlds.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

using Type = TimelineEvent::Type;
const QString r1 = QStringLiteral("R1"), api = QStringLiteral("liaison.api"), prof = QStringLiteral("prof"),
              gast = QStringLiteral("gast"), anne = QStringLiteral("anne");

TimelineEvent entry(Type type, qint64 second, const QString &who, const QString &by)
{
    return {type, Instant{second * 1000}, who, u"u-" + by, by};
}

/// Every step and withheld entry about people: "remove gast no-longer-enrolled certain", "remove gast guest by-hand
/// ...".
QString told(const SmallWorld &w)
{
    const Plan plan = compare(w).plan;
    QStringList out;
    const auto say = [&](const Change &c, const QString &rule) {
        if (const PersonKey *p = personOf(c))
            out << codeOf(kindOf(c)) + u' ' + p->username + u' ' + rule + codeOf(c.cause) + u' ' + codeOf(c.certainty);
    };
    for (const Step &step : plan.steps)
        say(step.change, {});
    for (const Withheld &w2 : plan.withheld)
        say(w2.change, QString(codeOf(w2.rule) + u' '));
    return out.join(QStringLiteral("; "));
}

} // namespace

class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoCameHow_data();
    void whoCameHow();
    void causesOfAdds();
    void emptied();
    void earlierEvidenceKeepsItsCause();
    void loginOfADeletedAccount_data();
    void loginOfADeletedAccount();
    void verdictsInPlaceOfTimelines_data();
    void verdictsInPlaceOfTimelines();
};

void TestEvidence::whoCameHow_data()
{
    QTest::addColumn<std::vector<TimelineEvent>>("events");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, std::vector<TimelineEvent> events, bool whole, const char *expected) {
        QTest::newRow(name) << std::move(events) << whole << QString::fromLatin1(expected);
    };
    const char *guest = "remove gast guest not-known none";
    row("nothing told", {}, true, guest);
    row("added by an API account", {entry(Type::Added, 5, gast, api)}, true, "remove gast no-longer-enrolled certain");
    row("in capitals", {entry(Type::Added, 5, QStringLiteral("GAST"), QStringLiteral("Liaison.API"))}, true,
        "remove gast no-longer-enrolled certain");
    row("the same, not whole", {entry(Type::Added, 5, gast, api)}, false, guest);
    row("added by a person", {entry(Type::Added, 5, gast, prof)}, true, "remove gast guest by-hand certain");
    row("joined", {entry(Type::Joined, 5, gast, gast)}, true, "remove gast guest joined-by-link certain");
    row("added by us, removed, invited by a person",
        {entry(Type::Added, 5, gast, api), entry(Type::Removed, 9, gast, api), entry(Type::Added, 12, gast, prof)},
        true, "remove gast guest by-hand certain");
    row("invited, left, added by us",
        {entry(Type::Added, 5, gast, prof), entry(Type::Left, 9, gast, gast), entry(Type::Added, 12, gast, api)}, true,
        "remove gast no-longer-enrolled certain");
    row("added by us, then gone, and yet here", {entry(Type::Added, 5, gast, api), entry(Type::Removed, 9, gast, api)},
        true, guest);
    row("a person's own entry later", {entry(Type::Left, 2, gast, gast), entry(Type::Added, 5, gast, api)}, true,
        "remove gast no-longer-enrolled certain");
    // Another account had the login when it was added, and gast is a guest who got it later.
    TimelineEvent formerLeft = entry(Type::Left, 9, gast, QStringLiteral("former"));
    row("the login was another's who left", {entry(Type::Added, 5, gast, api), formerLeft}, true, guest);
    formerLeft.login = formerLeft.byLogin; // as it is called today
    TimelineEvent byFormer = entry(Type::Added, 8, prof, gast);
    byFormer.by = QStringLiteral("u-former");
    row("the login was another's who added somebody", {entry(Type::Added, 5, gast, api), byFormer}, true, guest);
    row("added while there", {entry(Type::Added, 3, gast, prof), entry(Type::Added, 5, gast, api)}, true, guest);
    row("a guest of another login is here no more",
        {entry(Type::Added, 5, gast, api), entry(Type::Added, 6, QStringLiteral("visitor"), prof)}, true, guest);
    row("a guest of another login came and went",
        {entry(Type::Added, 5, gast, api), entry(Type::Added, 6, QStringLiteral("visitor"), prof),
         entry(Type::Removed, 7, QStringLiteral("visitor"), prof)},
        true, "remove gast no-longer-enrolled certain");
    row("somebody of ours is gone",
        {entry(Type::Added, 5, gast, api), entry(Type::Added, 6, QStringLiteral("pupil"), api)}, true,
        "remove gast no-longer-enrolled certain");
    row("somebody else was added", {entry(Type::Added, 5, QStringLiteral("gast2"), api)}, true, guest);
}

void TestEvidence::whoCameHow()
{
    QFETCH(std::vector<TimelineEvent>, events);
    QFETCH(bool, whole);
    QFETCH(QString, expected);
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(prof, {QStringLiteral("teacher")});
    w.join(prof, RoomModerator);
    w.join(gast);
    QCOMPARE(told(w), QStringLiteral("remove gast guest not-known none"));
    w.history.timelines.insert(QStringLiteral("R2"), {{entry(Type::Added, 5, gast, api)}, true, w.now});
    QCOMPARE(told(w), QStringLiteral("remove gast guest not-known none")); // another room's
    w.history.timelines.insert(r1, {events, whole, w.now});
    QCOMPARE(told(w), expected);
}

void TestEvidence::causesOfAdds()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(anne, {QStringLiteral("student")});
    const auto with = [&](std::vector<TimelineEvent> events) {
        w.history.timelines.insert(r1, {std::move(events), true, w.now});
        return told(w);
    };
    QCOMPARE(told(w), QStringLiteral("add anne not-known none"));
    QCOMPARE(with({}), QStringLiteral("add anne never-added certain"));
    QCOMPARE(with({entry(Type::Added, 5, anne, api), entry(Type::Removed, 9, QStringLiteral("annie"), prof)}),
             QStringLiteral("add anne not-known none"));
    // An entry that may be of anne under an earlier login, and one that cannot.
    const QString former = QStringLiteral("anne.martin");
    QCOMPARE(with({entry(Type::Added, 5, former, api), entry(Type::Removed, 9, former, prof)}),
             QStringLiteral("add anne never-added likely"));
    QCOMPARE(with({entry(Type::Added, 5, api, prof)}), QStringLiteral("add anne never-added certain"));
    TimelineEvent another = entry(Type::Left, 5, anne, anne);
    another.by = QStringLiteral("u-former");
    QCOMPARE(with({another}), QStringLiteral("add anne not-known none"));
    QCOMPARE(with({entry(Type::Left, 5, anne, anne)}), QStringLiteral("add anne left certain"));
    QCOMPARE(with({entry(Type::Removed, 5, anne, prof)}), QStringLiteral("add anne removed-by-staff certain"));
    QCOMPARE(with({entry(Type::Added, 5, anne, api), entry(Type::Removed, 15, anne, api)}),
             QStringLiteral("add anne role-order certain"));
}

/// Who was added by an API account was expected: a course without anybody is suspect, not a reason to empty its room.
void TestEvidence::emptied()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.join(gast);
    w.history.timelines.insert(r1, {{entry(Type::Added, 5, gast, api)}, true, w.now});
    QCOMPARE(told(w), QStringLiteral("remove gast emptied no-longer-enrolled certain"));
}

void TestEvidence::earlierEvidenceKeepsItsCause()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(prof, {QStringLiteral("teacher")});
    w.join(prof, RoomModerator);
    w.enrol(anne, {QStringLiteral("nobody")});
    w.join(anne);
    w.join(gast);
    w.expectedEarlier(gast, MemberRole::Member);
    w.history.timelines.insert(r1,
                               {{entry(Type::Added, 5, gast, prof), entry(Type::Added, 6, anne, prof)}, true, w.now});
    QCOMPARE(told(w), QStringLiteral("remove gast no-longer-enrolled certain; remove anne unmapped-role certain"));
}

void TestEvidence::loginOfADeletedAccount_data()
{
    QTest::addColumn<qint64>("madeAt"); // second; 0: not told
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("absent");
    const auto row = [](const char *name, qint64 madeAt, const char *there, const char *absent) {
        QTest::newRow(name) << madeAt << QString::fromLatin1(there) << QString::fromLatin1(absent);
    };
    const char *expectedOnce = "remove gast no-longer-enrolled certain";
    row("not told", 0, expectedOnce, "add anne left certain");
    row("made before", 3, expectedOnce, "add anne left certain");
    row("made at that moment", 5, expectedOnce, "add anne left certain");
    row("made after", 7, "remove gast guest not-known none", "add anne never-added certain");
}

// Design section 2 rule 4: the login was expected, this account never was.
void TestEvidence::loginOfADeletedAccount()
{
    QFETCH(qint64, madeAt);
    QFETCH(QString, there);
    QFETCH(QString, absent);
    const auto world = [&](const QString &login) {
        SmallWorld w = SmallWorld::oneCourse();
        w.enrol(prof, {QStringLiteral("teacher")});
        w.join(prof, RoomModerator);
        w.account(login).created = madeAt > 0 ? Instant{madeAt * 1000} : Instant();
        return w;
    };
    SmallWorld w = world(gast);
    w.join(gast);
    w.history.timelines.insert(r1, {{entry(Type::Added, 5, gast, api)}, true, w.now});
    QCOMPARE(told(w), there);
    QCOMPARE(evidenceOf(w.history, *compare(w).snapshot).value(r1).size(), there.contains(u"guest") ? 0 : 1);

    w = world(anne);
    w.enrol(anne, {QStringLiteral("student")});
    TimelineEvent gone = entry(Type::Left, 6, anne, anne);
    if (madeAt == 7)
        gone = entry(Type::Removed, 6, anne, prof); // of the account before
    w.history.timelines.insert(r1, {{entry(Type::Added, 5, anne, api), gone}, true, w.now});
    QCOMPARE(told(w), absent);
}

void TestEvidence::verdictsInPlaceOfTimelines_data()
{
    QTest::addColumn<std::vector<TimelineEvent>>("events");
    const auto row = [](const char *name, std::vector<TimelineEvent> events) {
        QTest::newRow(name) << std::move(events);
    };
    row("nothing told", {});
    row("by hand", {entry(Type::Added, 5, gast, prof)});
    row("by a link", {entry(Type::Joined, 5, gast, gast)});
    row("left", {entry(Type::Left, 5, anne, anne)});
    row("removed", {entry(Type::Removed, 5, anne, prof), entry(Type::Added, 6, gast, prof)});
    row("role order", {entry(Type::Added, 5, anne, api), entry(Type::Removed, 15, anne, api)});
}

// Issue 6 item 7: a snapshot file has the causes without who, when, or anybody else.
void TestEvidence::verdictsInPlaceOfTimelines()
{
    QFETCH(std::vector<TimelineEvent>, events);
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(prof, {QStringLiteral("teacher")});
    w.join(prof, RoomModerator);
    w.enrol(anne, {QStringLiteral("student")});
    w.join(gast);
    const QString before = told(w);
    w.history.timelines.insert(r1, {events, true, w.now});
    const QString expected = told(w);
    QVERIFY(expected != before);
    const Compared live = compare(w);
    w.history.verdicts = verdictsOf(w.history, *live.snapshot, live.diff);
    w.history.timelines.clear();
    QCOMPARE(told(w), expected);
    const Compared kept = compare(w);
    QCOMPARE(verdictsOf(w.history, *kept.snapshot, kept.diff), w.history.verdicts); // published again from itself
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
