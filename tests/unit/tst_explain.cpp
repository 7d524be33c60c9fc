#include "core/reconcile/accountways.h"
#include "core/reconcile/explain.h"
#include "core/reconcile/identity.h"
#include "core/reconcile/plan.h"
#include "core/reconcile/timelinecause.h"
#include "tests/unit/worlds.h"

#include <QtTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::tests;

namespace {

Explanation explained(const Snapshot &s, const SmallWorld &w, LinkIx link, const Subject &subject,
                      const Timeline *timeline = nullptr)
{
    return explain({s, w.policy, w.history, w.now, timeline, std::nullopt}, link, subject);
}

Subject account(const Snapshot &s, const QString &login)
{
    Subject subject;
    subject.account = s.accountByLogin.value(login.toLower());
    return subject;
}

Subject person(const Snapshot &s, const QString &login)
{
    Subject subject;
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].username == login)
            subject.person = PersonIx(i);
    }
    return subject;
}

QString told(const Explanation &e)
{
    return codeOf(e.conclusion) + u' ' + codeOf(e.cause) + u' ' + codeOf(e.certainty) + u' ' +
           (e.rule ? codeOf(*e.rule) : QStringLiteral("-"));
}

/// What the comparison says of one person in one room.
struct Verdict
{
    const Entry *entry = nullptr;
    const Finding *finding = nullptr;
};

bool isAbout(const PersonKey *key, const Explanation &e)
{
    return key && key->chat == e.person.chat && (key->chat || key->moodle == e.person.moodle) &&
           key->username == e.person.username;
}

Verdict verdictOn(const RoomDiff &room, const Explanation &e)
{
    Verdict v;
    for (const Entry &entry : room.entries) {
        if (isAbout(personOf(entry.change), e) && kindOf(entry.change) != ChangeKind::CreateAccount)
            v.entry = &entry;
    }
    for (const Finding &finding : room.findings) {
        if (finding.person && isAbout(&*finding.person, e))
            v.finding = &finding;
    }
    return v;
}

bool isOfRoom(ChangeKind kind)
{
    return kind == ChangeKind::CreateRoom || kind == ChangeKind::Unarchive;
}

/// Nothing where they agree.
QString disagreement(const RoomDiff &room, const Plan &plan, const Explanation &e)
{
    const QString who = e.person.username + u" in " + e.place.room.value_or(QString()) + u": " + told(e);
    if (!room.known)
        return e.conclusion == Conclusion::NotKnown ? QString() : u"concludes about an unknown room: " + who;
    const Verdict v = verdictOn(room, e);
    if (e.kind && !isOfRoom(*e.kind)) {
        if (!v.entry || kindOf(v.entry->change) != *e.kind)
            return u"says a change that the comparison does not: " + who;
        const bool stopped = std::any_of(plan.withheld.begin(), plan.withheld.end(), [&](const Withheld &w) {
            return w.rule == Rule::ThresholdRoom && w.change.place.room == e.place.room &&
                   isAbout(personOf(w.change), e);
        });
        if (e.rule != (stopped ? std::optional(Rule::ThresholdRoom) : v.entry->rule))
            return u"held back by another rule: " + who;
        if (v.entry->change.cause != e.cause || v.entry->change.certainty != e.certainty)
            return u"another cause: " + who;
        if ((e.conclusion == Conclusion::Guest) != v.entry->guest)
            return u"guest or not: " + who;
    } else if (v.entry) {
        return u"does not say the change: " + who;
    }
    const bool otherHalf =
        e.finding && !v.finding && (e.finding == FindingCode::Conflict || e.finding == FindingCode::ProbableRename);
    if (e.finding && !otherHalf && (!v.finding || v.finding->code != *e.finding))
        return u"says a finding that the comparison does not: " + who;
    if (!e.finding && v.finding)
        return u"does not say the finding: " + who;
    if (e.remedy.empty() || e.steps.empty())
        return u"nothing to do, nothing looked at: " + who;
    return {};
}

} // namespace

/// The explanation of one person is what the comparison does with them. R102 R309
class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheComparison();
    void everyChangeIsExplained();
    void people();
    void rooms();
    void waysToAnAccount_data();
    void waysToAnAccount();
    void timeline();
};

void TestExplain::agreesWithTheComparison()
{
    int told = 0, unknown = 0;
    forWorlds(400, [&](const SmallWorld &w, const Compared &c) -> QString {
        const Snapshot &s = *c.snapshot;
        const Diff compared = diff(s, w.policy, w.history);
        const Plan plan = makePlan(s, compared, w.policy,
                                   {ChangeClass::Create, ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote,
                                    ChangeClass::Remove, ChangeClass::Settings});
        for (const RoomDiff &room : compared.rooms) {
            for (LinkIx link : room.links) {
                if (compared.links[link.value].state == LinkState::Unknown && room.known)
                    continue; // another link of the room is known; this one is not
                for (quint32 i = 0; i < s.people.size(); ++i) {
                    Subject subject;
                    subject.person = PersonIx(i);
                    const Explanation e = explained(s, w, link, subject);
                    if (const QString problem = disagreement(room, plan, e); !problem.isEmpty())
                        return problem;
                    ++told;
                    unknown += e.conclusion == Conclusion::NotKnown ? 1 : 0;
                }
                for (quint32 i = 0; i < s.accounts.size(); ++i) {
                    Subject subject;
                    subject.account = AccountIx(i);
                    const Explanation e = explained(s, w, link, subject);
                    if (const QString problem = disagreement(room, plan, e); !problem.isEmpty())
                        return problem;
                    ++told;
                }
            }
        }
        return {};
    });
    QVERIFY((told > 5000 && unknown > 50) || qEnvironmentVariableIsSet("LIAISON_SEED"));
}

void TestExplain::everyChangeIsExplained()
{
    forWorlds(400, [](const SmallWorld &w, const Compared &c) -> QString {
        const Snapshot &s = *c.snapshot;
        const Diff compared = diff(s, w.policy, w.history);
        for (const RoomDiff &room : compared.rooms) {
            for (const Entry &entry : room.entries) {
                const PersonKey *key = personOf(entry.change);
                if (!key || !key->chat)
                    continue;
                Subject subject;
                subject.account = s.accountById.value(*key->chat);
                const Explanation e = explained(s, w, room.links.front(), subject);
                if (compared.links[room.links.front().value].state != LinkState::Unknown &&
                    e.kind != kindOf(entry.change))
                    return u"not explained: " + id(entry.change) + u": " + told(e);
            }
        }
        return {};
    });
}

void TestExplain::people()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.absentLogins = QStringList{QStringLiteral("nobody")};
    w.enrol(QStringLiteral("prof"), {QStringLiteral("editingteacher")});
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    w.enrol(QStringLiteral("bob"), {QStringLiteral("student")});
    w.enrol(QStringLiteral("nobody"), {QStringLiteral("student")});
    w.enrol(QStringLiteral("eve"), {QStringLiteral("auditor")});
    w.enrol(QStringLiteral("off"), {QStringLiteral("student")});
    w.account(QStringLiteral("off")).active = Tri::No;
    w.join(QStringLiteral("prof"));
    w.join(QStringLiteral("anne"));
    w.join(QStringLiteral("stranger"));
    w.join(QStringLiteral("gone"));
    w.expectedEarlier(QStringLiteral("gone"), MemberRole::Member);
    w.account(QStringLiteral("left"));
    w.expectedEarlier(QStringLiteral("left"), MemberRole::Member);
    w.account(QStringLiteral("elsewhere"));
    const auto s = build(w);
    const auto as = [&](const char *login) {
        return told(explained(*s, w, LinkIx(0U), account(*s, QString::fromLatin1(login))));
    };
    QCOMPARE(as("anne"), QStringLiteral("in-place not-known none -"));
    QCOMPARE(as("bob"), QStringLiteral("to-add not-known none -"));
    QCOMPARE(as("prof"), QStringLiteral("to-promote not-known none -"));
    QCOMPARE(as("eve"), QStringLiteral("not-expected unmapped-role certain -"));
    QCOMPARE(as("off"), QStringLiteral("account-disabled account-disabled certain -"));
    QCOMPARE(as("stranger"), QStringLiteral("guest not-known none guest"));
    QCOMPARE(as("gone"), QStringLiteral("to-remove no-longer-enrolled certain -"));
    QCOMPARE(as("left"), QStringLiteral("not-enrolled no-longer-enrolled certain -"));
    QCOMPARE(as("elsewhere"), QStringLiteral("not-enrolled not-known none -"));
    QCOMPARE(as("liaison.api"), QStringLiteral("technical not-known none -"));
    const Explanation nobody = explained(*s, w, LinkIx(0U), person(*s, QStringLiteral("nobody")));
    QCOMPARE(told(nobody), QStringLiteral("no-account no-account certain -"));
    QStringList facts;
    for (const ExplainStep &step : nobody.steps)
        facts << codeOf(step.fact);
    QCOMPARE(facts.join(u' '), QStringLiteral("moodle-account enrolled role-member chat-account-none access-member "
                                              "not-in-room room-open expected-member"));

    // Only the chat knows this one, and Moodle was asked.
    Subject stranger = account(*s, QStringLiteral("stranger"));
    stranger.moodle.state = Lookup<Person>::State::Absent;
    QCOMPARE(told(explained(*s, w, LinkIx(0U), stranger)), QStringLiteral("guest moodle-account-gone likely guest"));
    // Only Moodle knows this one, and nobody enrolled them.
    Subject outside;
    outside.moodle = {
        Lookup<Person>::State::Found, {SiteIx(0U), {77}, QStringLiteral("zoe"), {}, {}, {}, false}, {}, {}, {}};
    outside.chat.state = Lookup<Account>::State::Absent;
    outside.chat.asked = QStringLiteral("zoe");
    const Explanation zoe = explained(*s, w, LinkIx(0U), outside);
    QCOMPARE(told(zoe), QStringLiteral("not-enrolled not-known none -"));
    QCOMPARE(*zoe.person.moodle, 77);
    QVERIFY(!zoe.person.chat && !zoe.isPartlyUnknown());
}

void TestExplain::waysToAnAccount_data()
{
    using Services = std::optional<QStringList>;
    QTest::addColumn<Services>("services");
    QTest::addColumn<int>("plugin");
    QTest::addColumn<QString>("told");
    const Services ldap = QStringList{QStringLiteral("LDAP")}, none = QStringList();
    const int no = int(Tri::No), yes = int(Tri::Yes), untold = int(Tri::NotKnown);
    QTest::newRow("directory") << ldap << no << "account-at-sign-in ok";
    QTest::newRow("directory and plugin") << ldap << yes << "account-at-sign-in ok account-by-plugin ok";
    QTest::newRow("plugin") << none << yes << "account-by-plugin ok";
    QTest::newRow("plugin, services not told") << Services() << yes << "account-by-plugin ok";
    QTest::newRow("nobody") << none << no << "account-by-hand not-ok";
    QTest::newRow("services not told") << Services() << no << "";
    QTest::newRow("plugin not told") << none << untold << "";
    QTest::newRow("nothing told") << Services() << untold << "";
}

/// What is not told is never taken for "nobody makes it". R34
void TestExplain::waysToAnAccount()
{
    QFETCH(std::optional<QStringList>, services);
    QFETCH(int, plugin);
    QFETCH(QString, told);
    Snapshot s;
    s.signInServices = services;
    Site site;
    site.createsAccounts = static_cast<Tri>(plugin);
    QStringList facts;
    for (const ExplainStep &step : waysToAccount(s, site, {}))
        facts << codeOf(step.fact)
              << (step.verdict == ExplainStep::Verdict::Ok ? QStringLiteral("ok") : QStringLiteral("not-ok"));
    QCOMPARE(facts.join(u' '), told);
}

void TestExplain::rooms()
{
    const auto of = [](const SmallWorld &w) {
        const auto s = build(w);
        return told(explained(*s, w, LinkIx(0U), account(*s, QStringLiteral("anne"))));
    };
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    w.join(QStringLiteral("anne"));
    SmallWorld v = w;
    v.room(QStringLiteral("R1")).archived = true;
    QCOMPARE(of(v), QStringLiteral("room-closed not-known none -"));
    v.link(100).visible = false;
    QCOMPARE(of(v), QStringLiteral("room-archived hidden-archived certain -"));
    v = w;
    v.link(100).points = SmallLink::Points::Nowhere;
    QCOMPARE(of(v), QStringLiteral("no-room not-known none -"));
    // Not found by its name is not the same as not there: unknown is never empty. R102
    v.link(100).unknown = UnknownBecause{UnknownReason::NotFoundByName, {}};
    QCOMPARE(of(v), QStringLiteral("not-known not-known none -"));
    const auto byName = build(v);
    for (const ExplainStep &step : explained(*byName, v, LinkIx(0U), account(*byName, QStringLiteral("anne"))).steps) {
        QVERIFY(step.fact != WhyFact::RoomNone);
        if (step.step == WhyStep::Room)
            QVERIFY(step.verdict == ExplainStep::Verdict::Unknown && step.because);
    }
    v.link(100).unknown.reset();
    v.link(100).points = SmallLink::Points::Missing;
    QCOMPARE(of(v), QStringLiteral("room-missing not-known none -"));
    v.link(100).created = Instant{v.now.ms - 60'000};
    QCOMPARE(of(v), QStringLiteral("room-pending not-known none -"));
    v = w;
    v.room(QStringLiteral("R1")).unknown = UnknownBecause{UnknownReason::Truncated, {}};
    QCOMPARE(of(v), QStringLiteral("not-known not-known none -"));
    v = w;
    v.course(QStringLiteral("ALG")).unknown = UnknownBecause{UnknownReason::MoodleDown, {}};
    QCOMPARE(of(v), QStringLiteral("not-known not-known none -"));
}

void TestExplain::timeline()
{
    using Type = TimelineEvent::Type;
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    w.join(QStringLiteral("guest"));
    const auto s = build(w);
    const QString api = QStringLiteral("liaison.api"), prof = QStringLiteral("prof"), anne = QStringLiteral("anne");
    const auto event = [](Type type, qint64 second, const QString &who, const QString &by) {
        return TimelineEvent{type, Instant{second * 1000}, who, u"u-" + by, by};
    };
    const auto as = [&](const QString &login, std::vector<TimelineEvent> events, bool whole = true) {
        const Timeline t{std::move(events), whole, w.now};
        const Explanation e = explained(*s, w, LinkIx(0U), account(*s, login), &t);
        return QString(codeOf(e.cause) + u' ' + codeOf(e.certainty));
    };
    QCOMPARE(as(anne, {}), QStringLiteral("never-added certain"));
    QCOMPARE(as(anne, {}, false), QStringLiteral("not-known none"));
    QCOMPARE(as(anne, {event(Type::Left, 5, anne, anne)}), QStringLiteral("left certain"));
    QCOMPARE(as(anne, {event(Type::Removed, 5, anne, prof)}), QStringLiteral("removed-by-staff certain"));
    QCOMPARE(as(anne, {event(Type::Added, 5, anne, api), event(Type::Removed, 25, anne, api)}),
             QStringLiteral("role-order certain"));
    QCOMPARE(as(anne, {event(Type::Added, 5, anne, api), event(Type::Removed, 95, anne, api)}),
             QStringLiteral("not-known none"));
    QCOMPARE(as(anne, {event(Type::Left, 5, anne, anne), event(Type::Added, 9, anne, api)}),
             QStringLiteral("not-known none")); // the timeline says in, the list says out
    const QString guest = QStringLiteral("guest");
    QCOMPARE(as(guest, {event(Type::Added, 5, guest, prof)}), QStringLiteral("by-hand certain"));
    QCOMPARE(as(guest, {event(Type::Joined, 5, guest, guest)}), QStringLiteral("joined-by-link certain"));
    QCOMPARE(as(guest, {event(Type::Added, 5, guest, api)}), QStringLiteral("not-known none"));
}

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
