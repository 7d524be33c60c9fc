// A site without companion: links are guesses until a person said yes (design 4.2).

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus withoutCompanion()
{
    Campus campus;
    campus.site().companion = false;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob left"),
                  QStringLiteral("prof* anne left"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* carl"), QStringLiteral("prof* carl"));
    return campus;
}

const char *const mapped =
    R"({"policy":{"source":"console","roles":{"site":{"moderator":["editingteacher"],"member":["student"]}}}})";

} // namespace

class FlowGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingBeforeYes();
    void rolesAreAGuessToo();
    void twoCandidates();
    void aNameAlone();
    void theRoomChangedHands();
};

// R91
void FlowGuess::nothingBeforeYes()
{
    Campus campus = withoutCompanion();
    Flow flow(campus);
    flow.configure(mapped);
    const Ran guessed = flow.plan(every);
    QCOMPARE(guessed.exit, 3);
    QCOMPARE(who(guessed.json[u"steps"].toArray()), QString());
    QCOMPARE(who(guessed.json[u"withheld"].toArray()), QStringLiteral("add(unconfirmed-link) bob"));
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("9")}).json[u"planned"].toInt(), 0);
    QCOMPARE(flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("--all")}).exit,
             1); // nobody to ask
    QCOMPARE(flow.plan(every).exit, 3);
    QCOMPARE(flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("main:70"),
                       QStringLiteral("main:80"), QStringLiteral("--yes")})
                 .exit,
             0);
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
    QCOMPARE(flow.plan(every).exit, 0);
    // Somebody leaves: evidence is what was observed since.
    campus.put(QStringLiteral("r70"), QStringLiteral("bob"));
    campus.unenrol(7, QStringLiteral("left"));
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(repair(flow, every, QStringLiteral("remove 1")), QString());
}

// With nothing known of the mapping: adds only (design section 5).
void FlowGuess::rolesAreAGuessToo()
{
    Campus campus = withoutCompanion();
    campus.take(QStringLiteral("r80"), QStringLiteral("prof"));
    campus.put(QStringLiteral("r80"), QStringLiteral("prof"));
    Flow flow(campus);
    QCOMPARE(
        flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("--all"), QStringLiteral("--yes")})
            .exit,
        0);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob"));
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("promote(unproven) prof"));
    QCOMPARE(plan.exit, 3);
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
}

void FlowGuess::twoCandidates()
{
    Campus campus = withoutCompanion();
    campus.room(QStringLiteral("rother"), QStringLiteral("{moodleid:main}_ALGx_70"), QStringLiteral("prof*"));
    Flow flow(campus);
    flow.configure(mapped);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(unknowns(plan), QStringLiteral("70 ambiguous"));
    QCOMPARE(plan.exit, 5);
    QCOMPARE(flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("main:70"),
                       QStringLiteral("--yes")})
                 .exit,
             1);
}

// A name proves nothing: the creator has to be an API account.
void FlowGuess::aNameAlone()
{
    Campus campus = withoutCompanion();
    campus.person(QStringLiteral("mallory"));
    campus.roomOf(QStringLiteral("r70")).creator = QStringLiteral("u-mallory");
    Flow flow(campus);
    flow.configure(mapped);
    const Ran plan = flow.plan(every);
    QVERIFY2(!who(plan.json[u"withheld"].toArray()).contains(QLatin1String("bob")), said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    const Ran links = flow.run({QStringLiteral("--json"), QStringLiteral("links")});
    const QJsonArray list = links.json[u"links"].toArray();
    for (const QJsonValue &link : list)
        QVERIFY2(link[u"room"].toString() != u"r70", said(links));
}

// Confirmed, and then another creator or another type of room: unknown, nothing is done.
void FlowGuess::theRoomChangedHands()
{
    Campus campus = withoutCompanion();
    campus.person(QStringLiteral("mallory"));
    Flow flow(campus);
    flow.configure(mapped);
    QCOMPARE(
        flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("--all"), QStringLiteral("--yes")})
            .exit,
        0);
    QCOMPARE(flow.plan(every).exit, 2);
    campus.roomOf(QStringLiteral("r70")).creator = QStringLiteral("u-mallory");
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every, QStringLiteral("later.json"));
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QVERIFY2(unknowns(plan).startsWith(QLatin1String("70 ")), said(plan));
    QCOMPARE(plan.exit, 5);
    const Ran old = flow.apply(); // the plan made before
    QCOMPARE(old.json[u"done"].toInt(), 0);
    QCOMPARE(old.json[u"stale"].toInt(), 1);
    QCOMPARE(flow.writes(), 0);
}

QTEST_GUILESS_MAIN(FlowGuess)
#include "tst_flow_guess.moc"
