// A plan file is never believed (design 6.3): edited it is refused, edited and hashed again it does less, never more.
// What people may decide beside it, and what happens where the world moved in between.

#include "tests/flow/flow.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtTest>
#include <functional>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Adds, a promotion, a removal with evidence and a guest.
Campus campusToRepair()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 12);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* anne bob leaver ") + stay),
                  QString(QStringLiteral("prof leaver guest ") + stay));
    for (sandbox::Enrolment &enrolment : campus.courseOf(7).enrolments) {
        if (enrolment.person == campus.person(QStringLiteral("leaver")))
            enrolment.roles = QStringList{QStringLiteral("teacher")};
    }
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* anne carl"), QStringLiteral("prof* anne"));
    campus.person(QStringLiteral("outsider"));
    return campus;
}

QString idOf(const QJsonArray &entries, const QString &kind, const QString &login)
{
    for (const QJsonValue &e : entries) {
        if (e[u"kind"].toString() == kind && e[u"person"][u"username"].toString() == login)
            return e[u"id"].toString();
    }
    return {};
}

QByteArray hashedAgain(QJsonObject plan)
{
    plan.remove(QStringLiteral("plan"));
    const QByteArray body = QJsonDocument(plan).toJson(QJsonDocument::Compact);
    plan.insert(QStringLiteral("plan"),
                QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()));
    return QJsonDocument(plan).toJson(QJsonDocument::Compact);
}

QString idFor(const QJsonObject &e)
{
    const QJsonArray key{e[u"site"], e[u"cmid"], e[u"room"], e[u"kind"], e[u"person"][u"moodle"], e[u"person"][u"chat"],
                         e[u"after"]};
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(key).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex()
            .left(16));
}

} // namespace

class FlowPlanFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editedByHand();
    void hashedAgain_data();
    void hashedAgain();
    void otherServers();
    void onlySome();
    void confirmRemovals();
    void runThreshold();
    void production();
    void readOnly();
    void theWorldMoves();
    void aRoomThatMoved();
    void emptied();
};

void FlowPlanFile::editedByHand()
{
    Flow flow(campusToRepair());
    QCOMPARE(flow.plan(every).exit, 3);
    const QByteArray good = flow.read(QStringLiteral("plan.json"));
    const QJsonObject plan = QJsonDocument::fromJson(good).object();
    const QList<QPair<QByteArray, QByteArray>> edits{{"\"u-bob\"", "\"u-outsider\""},
                                                     {"\"add\"", "\"remove\""},
                                                     {"\"r80\"", "\"r70\""},
                                                     {"\"classes\":[", "\"classes\":[\"x\","},
                                                     {"{", "{ "},
                                                     {"}", ""},
                                                     {"\"version\":1", "\"version\":2"},
                                                     {"liaison-plan", "liaison-snap"}};
    for (const auto &[from, to] : edits) {
        QByteArray bad = good;
        const qsizetype at = bad.indexOf(from);
        QVERIFY(at >= 0);
        bad.replace(at, from.size(), to);
        flow.write(QStringLiteral("bad.json"), bad);
        flow.sandbox().clearRequests();
        const Ran run = flow.apply({}, QStringLiteral("bad.json"));
        if (from == "{" && run.exit == 0)
            continue; // white space is no edit of the document
        QCOMPARE(run.exit, 1);
        QVERIFY2(
            QStringList({QStringLiteral("plan-digest"), QStringLiteral("bad-plan"), QStringLiteral("plan-version")})
                .contains(run.json[u"error"][u"code"].toString()),
            run.out);
        QCOMPARE(flow.sandbox().requests().size(), size_t(0)); // nothing is sent, not even a question
        if (from == "\"u-bob\"")
            QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("plan-digest"));
    }
    flow.write(QStringLiteral("bad.json"), "");
    QCOMPARE(flow.apply({}, QStringLiteral("bad.json")).json[u"error"][u"code"].toString(), QStringLiteral("bad-plan"));
    QCOMPARE(flow.apply({}, QStringLiteral("absent.json")).json[u"error"][u"code"].toString(),
             QStringLiteral("file-not-found"));
}

using Edit = std::function<void(QJsonObject &)>;
Q_DECLARE_METATYPE(Edit)

void FlowPlanFile::hashedAgain_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("outcomes"); // of the steps in the file, by kind and login
    const auto step = [](QJsonObject &plan, const char *kind, const char *login,
                         const std::function<void(QJsonObject &)> &change, bool keep) {
        QJsonArray steps = plan[u"steps"].toArray();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QJsonObject e = steps[i].toObject();
            if (e[u"kind"].toString() != QLatin1String(kind) ||
                e[u"person"][u"username"].toString() != QLatin1String(login))
                continue;
            change(e);
            e[QStringLiteral("id")] = idFor(e);
            if (keep)
                steps.append(e);
            else
                steps[i] = e;
            break;
        }
        plan[QStringLiteral("steps")] = steps;
    };
    const auto person = [](qint64 moodle, const char *chat, const char *login) {
        return QJsonObject{{QStringLiteral("moodle"), moodle},
                           {QStringLiteral("chat"), QString::fromLatin1(chat)},
                           {QStringLiteral("username"), QString::fromLatin1(login)}};
    };
    QTest::newRow("a step added: somebody who is not expected") << Edit([=](QJsonObject &p) {
        step(
            p, "add", "bob",
            [&](QJsonObject &e) { e[QStringLiteral("person")] = person(199, "u-outsider", "outsider"); }, true);
    }) << QStringLiteral("outsider=stale");
    QTest::newRow("a step added: the removal of somebody expected") << Edit([=](QJsonObject &p) {
        step(
            p, "remove", "leaver", [&](QJsonObject &e) { e[QStringLiteral("person")] = person(104, "u-s1", "s1"); },
            true);
    }) << QStringLiteral("s1=stale");
    QTest::newRow("a step added: the removal of the API account") << Edit([=](QJsonObject &p) {
        step(
            p, "remove", "leaver",
            [&](QJsonObject &e) { e[QStringLiteral("person")] = person(104, "api", "liaison.api"); }, true);
    }) << QStringLiteral("liaison.api=stale");
    QTest::newRow("a person swapped") << Edit([=](QJsonObject &p) {
        step(
            p, "add", "bob",
            [&](QJsonObject &e) { e[QStringLiteral("person")] = person(199, "u-outsider", "outsider"); }, false);
    }) << QStringLiteral("outsider=stale bob=absent");
    QTest::newRow("a member made moderator") << Edit([=](QJsonObject &p) {
        step(
            p, "add", "bob", [&](QJsonObject &e) { e[QStringLiteral("after")] = QStringLiteral("moderator"); }, false);
    }) << QStringLiteral("bob=stale");
    QTest::newRow("another room") << Edit([=](QJsonObject &p) {
        step(
            p, "add", "bob", [&](QJsonObject &e) { e[QStringLiteral("room")] = QStringLiteral("r80"); }, false);
    }) << QStringLiteral("bob=stale");
    QTest::newRow("withheld turned into a step") << Edit([=](QJsonObject &p) {
        QJsonArray held = p[u"withheld"].toArray(), steps = p[u"steps"].toArray();
        QJsonObject e = held[0].toObject();
        e.remove(QStringLiteral("rule"));
        steps.append(e);
        p[QStringLiteral("withheld")] = QJsonArray();
        p[QStringLiteral("steps")] = steps;
    }) << QStringLiteral("guest=stale");
    QTest::newRow("a person hidden behind the id of another step") << Edit([=](QJsonObject &p) {
        QJsonArray steps = p[u"steps"].toArray();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QJsonObject e = steps[i].toObject();
            if (e[u"kind"].toString() == u"add" && e[u"person"][u"username"].toString() == u"bob") {
                e[QStringLiteral("person")] = person(199, "u-outsider", "outsider"); // the id stays bob's
                steps[i] = e;
            }
        }
        p[QStringLiteral("steps")] = steps;
    }) << QStringLiteral("outsider=?");
    QTest::newRow("a step twice") << Edit([=](QJsonObject &p) {
        step(
            p, "add", "bob", [](QJsonObject &) {}, true);
    }) << QStringLiteral("bob=?");
    QTest::newRow("steps taken away") << Edit([](QJsonObject &p) {
        p[QStringLiteral("steps")] = QJsonArray{p[u"steps"].toArray().first()};
    }) << QString();
    QTest::newRow("classes added") << Edit([](QJsonObject &p) {
        p[QStringLiteral("classes")] = QJsonArray{QStringLiteral("add")};
    }) << QString();
}

void FlowPlanFile::hashedAgain()
{
    QFETCH(Edit, edit);
    QFETCH(QString, outcomes);
    Flow flow(campusToRepair());
    const Ran planned = flow.plan(every);
    QCOMPARE(kinds(planned.json[u"steps"].toArray()), QStringLiteral("add 3 promote 1 remove 1"));
    const auto before = flow.sandbox().world();
    const QMap<QString, QString> most = carriedOut(before, planned.json[u"steps"].toArray());
    QJsonObject plan = QJsonDocument::fromJson(flow.read(QStringLiteral("plan.json"))).object();
    edit(plan);
    flow.write(QStringLiteral("edited.json"), ::hashedAgain(plan));
    flow.sandbox().clearRequests();
    const Ran run = flow.apply({}, QStringLiteral("edited.json"));
    if (run.exit == 1) { // refused as a whole: less, too
        QCOMPARE(flow.writes(), 0);
        return;
    }
    const QMap<QString, QString> results = flow::outcomes(run);
    const QJsonArray steps = plan[u"steps"].toArray();
    QCOMPARE(run.json[u"planned"].toInt(), run.json[u"done"].toInt() + run.json[u"stale"].toInt() +
                                               run.json[u"skipped"].toInt() + run.json[u"failed"].toInt());
    const QStringList wanted = outcomes.split(u' ', Qt::SkipEmptyParts);
    for (const QString &one : wanted) {
        const QString login = one.section(u'=', 0, 0), outcome = one.section(u'=', 1);
        if (outcome == u"absent" || outcome == u"?")
            continue;
        bool seen = false;
        for (const QJsonValue &e : steps) {
            if (e[u"person"][u"username"].toString() != login || (login == u"s1" && e[u"kind"].toString() != u"remove"))
                continue;
            seen = true;
            QVERIFY2(results[e[u"id"].toString()].startsWith(outcome), run.out);
        }
        QVERIFY(seen);
    }
    // Never more than the plan that was made: every room lies between what it was and what it would have become.
    const QMap<QString, QString> now = flow.now(), was = picture(before);
    for (auto it = now.begin(); it != now.end(); ++it) {
        const auto people = [](const QString &text) {
            const QStringList list = text.section(QLatin1String("| "), 1).split(u' ');
            return QSet<QString>(list.begin(), list.end());
        };
        const QSet<QString> allowed = people(was[it.key()]) + people(most[it.key()]);
        const QSet<QString> kept = people(was[it.key()]) & people(most[it.key()]);
        QVERIFY2(allowed.contains(people(it.value())), qPrintable(it.value()));
        QVERIFY2(people(it.value()).contains(kept), qPrintable(it.value()));
    }
}

void FlowPlanFile::otherServers()
{
    Flow first(campusToRepair()), second(campusToRepair());
    QCOMPARE(first.plan(every).exit, 3);
    second.write(QStringLiteral("plan.json"), first.read(QStringLiteral("plan.json")));
    const Ran run = second.apply();
    QCOMPARE(run.exit, 1);
    QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("plan-servers"));
    QCOMPARE(second.sandbox().requests().size(), size_t(0));
}

void FlowPlanFile::onlySome()
{
    Flow flow(campusToRepair());
    const Ran plan = flow.plan(every);
    const QString bob = idOf(plan.json[u"steps"].toArray(), QStringLiteral("add"), QStringLiteral("bob"));
    QCOMPARE(flow.apply({QStringLiteral("--only"), QStringLiteral("nosuchstep")}).json[u"error"][u"code"].toString(),
             QStringLiteral("unknown-entry"));
    QCOMPARE(flow.writes(), 0);
    const Ran run = flow.apply({QStringLiteral("--only"), bob});
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.json[u"planned"].toInt(), 1);
    QCOMPARE(flow.writes(), 1);
    QCOMPARE(who(flow.plan(every, QStringLiteral("later.json")).json[u"steps"].toArray()),
             QStringLiteral("add anne; add carl; promote prof; remove leaver"));
    // Applied again, what is done is said to be so, and counts as not done by this run.
    const Ran again = flow.apply({QStringLiteral("--only"), bob});
    QCOMPARE(again.exit, 4);
    QCOMPARE(outcomes(again)[bob], QStringLiteral("stale already-so"));
}

// Rule 3: lifting a threshold means typing the number.
void FlowPlanFile::confirmRemovals()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 10), leave = many(QStringLiteral("l"), 6);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* new ") + stay),
                  QString(QStringLiteral("prof* ") + stay + u' ' + leave));
    campus.enrol(7, leave);
    for (sandbox::Enrolment &enrolment : campus.courseOf(7).enrolments) {
        const auto &people = campus.site().people;
        const auto it =
            std::find_if(people.begin(), people.end(), [&](const auto &p) { return p.id == enrolment.person; });
        if (it->username.startsWith(u'l'))
            enrolment.roles = QStringList{QStringLiteral("teacher")};
    }
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(plan.exit, 3);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add new"));
    const QJsonArray held = plan.json[u"withheld"].toArray();
    QCOMPARE(held.size(), 6);
    for (const QJsonValue &entry : held)
        QCOMPARE(entry[u"rule"].toString(), QStringLiteral("threshold-room"));
    const Ran few = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("5")});
    QCOMPARE(few.exit, 1);
    QCOMPARE(few.json[u"error"][u"code"].toString(), QStringLiteral("too-many-removals"));
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("-1")}).exit, 1);
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("some")}).exit, 1);
    QCOMPARE(flow.apply({QStringLiteral("--release"), held[0][u"id"].toString()}).json[u"error"][u"code"].toString(),
             QStringLiteral("unknown-entry")); // only a number lifts a threshold
    QCOMPARE(flow.writes(), 0);
    const Ran enough = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("6")});
    QCOMPARE(enough.exit, 0);
    QCOMPARE(enough.json[u"done"].toInt(), 7);
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowPlanFile::runThreshold()
{
    Campus campus;
    for (int i = 0; i < 4; ++i) {
        const QString stay = many(QStringLiteral("s%1_").arg(i), 12), leave = many(QStringLiteral("l%1_").arg(i), 2);
        campus.linked(QStringLiteral("C%1").arg(i), 10 + i, 100 + i,
                      QString(QStringLiteral("prof* ") + stay + u' ' + leave),
                      QString(QStringLiteral("prof* ") + stay + u' ' + leave));
        auto &enrolments = campus.courseOf(10 + i).enrolments;
        for (auto it = enrolments.end() - 2; it != enrolments.end(); ++it)
            it->roles = QStringList{QStringLiteral("teacher")};
    }
    Flow flow(campus);
    flow.configure(R"({"policy":{"thresholds":{"runMax":7}}})");
    const Ran plan = flow.plan(every);
    QCOMPARE(plan.exit, 3);
    QCOMPARE(plan.json[u"steps"].toArray().size(), 0);
    QCOMPARE(plan.json[u"withheld"].toArray().size(), 8);
    QCOMPARE(plan.json[u"withheld"][0][u"rule"].toString(), QStringLiteral("threshold-run"));
    // Turned into steps by hand: the number chosen is judged once more.
    QJsonObject edited = QJsonDocument::fromJson(flow.read(QStringLiteral("plan.json"))).object();
    QJsonArray steps;
    const QJsonArray held = edited[u"withheld"].toArray();
    for (const QJsonValue &entry : held) {
        QJsonObject step = entry.toObject();
        step.remove(QStringLiteral("rule"));
        step.remove(QStringLiteral("detail"));
        steps.append(step);
    }
    edited[QStringLiteral("steps")] = steps;
    edited[QStringLiteral("withheld")] = QJsonArray();
    flow.write(QStringLiteral("edited.json"), ::hashedAgain(edited));
    const Ran run = flow.apply({}, QStringLiteral("edited.json"));
    QVERIFY(run.exit == 4 || run.exit == 1);
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("7")}).exit, 1);
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("8")}).json[u"done"].toInt(), 8);
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowPlanFile::production()
{
    Flow flow(campusToRepair());
    flow.configure(R"({"environment":"production"})");
    QCOMPARE(flow.plan(every).exit, 3);
    const Ran refused = flow.apply();
    QCOMPARE(refused.exit, 1);
    QCOMPARE(refused.json[u"error"][u"code"].toString(), QStringLiteral("confirmation-needed"));
    QCOMPARE(flow.writes(), 0);
    const Ran done = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("1")});
    QCOMPARE(done.exit, 0);
    QCOMPARE(done.json[u"done"].toInt(), 5);
}

void FlowPlanFile::readOnly()
{
    Flow flow(campusToRepair());
    QCOMPARE(flow.plan(every).exit, 3);
    const Ran byFlag = flow.run({QStringLiteral("--json"), QStringLiteral("--read-only"), QStringLiteral("apply"),
                                 flow.file(QStringLiteral("plan.json"))});
    QCOMPARE(byFlag.exit, 1);
    QCOMPARE(byFlag.json[u"error"][u"code"].toString(), QStringLiteral("read-only"));
    flow.configure(R"({"readOnly":true})");
    QCOMPARE(flow.apply().json[u"error"][u"code"].toString(), QStringLiteral("read-only"));
    QCOMPARE(flow.plan(every).exit, 3);
    QCOMPARE(flow.writes(), 0);
}

// Rule 7: exactly the touched steps are stale, the rest is done.
void FlowPlanFile::theWorldMoves()
{
    Campus campus = campusToRepair();
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    const QJsonArray steps = plan.json[u"steps"].toArray();
    campus.put(QStringLiteral("r70"), QStringLiteral("bob"));     // a colleague was faster
    campus.unenrol(7, QStringLiteral("anne"));                    // left the course
    campus.take(QStringLiteral("r70"), QStringLiteral("leaver")); // taken out by hand
    campus.unenrol(7, QStringLiteral("prof"));
    campus.enrol(7, QStringLiteral("prof")); // is a student now
    flow.sandbox().replaceWorld(campus.world);
    const Ran run = flow.apply();
    QCOMPARE(run.exit, 4);
    QCOMPARE(run.json[u"planned"].toInt(), 5);
    QCOMPARE(run.json[u"done"].toInt(), 1);
    QCOMPARE(run.json[u"stale"].toInt(), 4);
    const auto results = outcomes(run);
    QCOMPARE(results[idOf(steps, QStringLiteral("add"), QStringLiteral("bob"))], QStringLiteral("stale already-so"));
    QCOMPARE(results[idOf(steps, QStringLiteral("add"), QStringLiteral("anne"))],
             QStringLiteral("stale no-longer-needed"));
    QCOMPARE(results[idOf(steps, QStringLiteral("remove"), QStringLiteral("leaver"))],
             QStringLiteral("stale already-so"));
    QCOMPARE(results[idOf(steps, QStringLiteral("promote"), QStringLiteral("prof"))],
             QStringLiteral("stale no-longer-needed"));
    QCOMPARE(results[idOf(steps, QStringLiteral("add"), QStringLiteral("carl"))], QStringLiteral("done"));
    QCOMPARE(flow.writes(), 1);
    QCOMPARE(flow.plan(every).json[u"steps"].toArray().size(), 0);
}

void FlowPlanFile::aRoomThatMoved()
{
    Campus campus = campusToRepair();
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 3);
    // The activity now points to another room; the other one cannot be read any more.
    campus.room(QStringLiteral("elsewhere"), QStringLiteral("elsewhere"), QStringLiteral("prof*"));
    campus.activityOf(70).room = QStringLiteral("elsewhere");
    flow.sandbox().replaceWorld(campus.world);
    flow.fault(R"({"server":"rocketchat","match":"members","room":"r80","do":"empty"})");
    const Ran run = flow.apply();
    QCOMPARE(run.exit, 4);
    QCOMPARE(run.json[u"stale"].toInt(), 5);
    QCOMPARE(flow.writes(), 0);
    const auto results = outcomes(run).values();
    QVERIFY2(results.contains(QStringLiteral("stale truncated")), run.out);
    QVERIFY2(results.contains(QStringLiteral("stale link-moved")), run.out);
    // A room that is gone.
    std::erase_if(campus.world.chat.rooms, [](const auto &r) { return r.id == u"r80"; });
    flow.sandbox().replaceWorld(campus.world);
    const Ran gone = flow.apply();
    QVERIFY2(outcomes(gone).values().contains(QStringLiteral("stale room-moved")), gone.out);
    QCOMPARE(flow.writes(), 0);
}

// The expected list shrank to nothing: withheld, released by the id of the room.
void FlowPlanFile::emptied()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 8);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* ") + stay),
                  QString(QStringLiteral("prof* ") + stay));
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0);
    campus.courseOf(7).enrolments.clear();
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every);
    QCOMPARE(plan.exit, 3);
    const QJsonArray held = plan.json[u"withheld"].toArray();
    QCOMPARE(held.size(), 9);
    for (const QJsonValue &entry : held)
        QCOMPARE(entry[u"rule"].toString(), QStringLiteral("emptied"));
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("9")}).json[u"planned"].toInt(), 0);
    QCOMPARE(flow.writes(), 0);
    const Ran released = flow.apply({QStringLiteral("--release"), QStringLiteral("r70")});
    QCOMPARE(released.exit, 0);
    QCOMPARE(released.json[u"done"].toInt(), 9);
    QCOMPARE(flow.plan(every).exit, 0);
}

QTEST_GUILESS_MAIN(FlowPlanFile)
#include "tst_flow_planfile.moc"
