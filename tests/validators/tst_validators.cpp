// R74, R81: what the product sends passes the validators that Rocket.Chat's own server runs: those of
// @rocket.chat/rest-typings 7.13.9 for 6.8 and 7.10, those of 8.8.1 for 8.8 and 9.0. check.mjs lists the exemptions.
#include "app/demo.h"
#include "tests/flow/flow.h"
#include "tests/validators/recorder.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Rooms that need every kind of change, one where we are only administrator, and people who are nowhere.
Campus everything()
{
    Campus campus = everyDrift();
    campus.linked(QStringLiteral("ADM5"), 11, 110, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    auto &inside = campus.roomOf(QStringLiteral("r110")).members;
    inside.erase(std::remove_if(inside.begin(), inside.end(), [](const auto &m) { return m.user == u"api"; }),
                 inside.end());
    campus.linked(QStringLiteral("BIG6"), 12, 120, QStringLiteral("prof* ") + many(QStringLiteral("p"), 260),
                  QStringLiteral("prof* ") + many(QStringLiteral("p"), 130));
    campus.person(QStringLiteral("nochat"), QStringLiteral("main"), false);
    campus.enrol(7, QStringLiteral("nochat"));
    return campus;
}

sandbox::ServerFactory recording(const QString &version, const std::shared_ptr<validators::Lines> &lines)
{
    sandbox::ServerFactory factory = app::serverFactory();
    factory.noise = {}; // it looks into the machine itself
    factory.chat = [make = factory.chat, version, lines](sandbox::World &world, quint64 seed, const QString &user,
                                                         const QString &token) {
        return std::make_unique<validators::Recorder>(make(world, seed, user, token), version, lines);
    };
    return factory;
}

Ran run(Flow &flow, const char *words)
{
    return flow.run(QString::fromLatin1(words).split(u' '));
}

/// Every command with a request in it, with the timeline on; a run that was stopped in its middle and goes on, one that
/// is taken back.
void everyCommand(Flow &flow)
{
    flow.configure(R"({"policy":{"timeline":true}})");
    for (const char *reading : {"doctor", "courses", "show ALG1", "rooms", "rooms --orphan", "rooms --idle 30", "roles",
                                "links", "why dora ALG1", "why nochat ALG1", "why gone GEO2", "why bob ADM5",
                                "person anne", "person nochat", "retention", "restores list"}) {
        const Ran ran = run(flow, reading);
        QVERIFY2(ran.exit != 1 && ran.exit >= 0, QByteArray(reading + QByteArray(": ") + said(ran)));
    }
    Ran plan = flow.plan(every);
    flow.fault(R"({"server":"rocketchat","match":"groups.","after":12,"do":"revoke"})");
    Ran applied = flow.apply();
    QVERIFY2(applied.exit == 4, said(applied));
    flow.sandbox().clearFaults();
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), applied.json[u"run"].toString()});
    QVERIFY2(resumed.exit == 0 || resumed.exit == 4, said(resumed));
    for (int i = 0; i < 2; ++i) { // on 6.8 an archived room shows its members only after it was opened
        plan = flow.plan(every);
        QVERIFY2(plan.exit == 2 || plan.exit == 3 || plan.exit == 5 || plan.exit == 0, said(plan));
        applied = flow.apply();
        QVERIFY2(applied.exit == 0 || applied.exit == 4, said(applied));
    }
    const Ran undone = flow.run({QStringLiteral("--json"), QStringLiteral("undo"), resumed.json[u"run"].toString(),
                                 QStringLiteral("-o"), flow.file(QStringLiteral("undo.json"))});
    QVERIFY2(undone.exit != 1, said(undone));
    const Ran back = flow.apply({}, QStringLiteral("undo.json"));
    QVERIFY2(back.exit == 0 || back.exit == 4, said(back));
    QVERIFY2(back.json[u"done"].toInt() > 0, said(back));
}

/// Links by import, by guess and by confirmation: a site without companion.
void everyLink(Campus campus, const QString &version, const std::shared_ptr<validators::Lines> &lines)
{
    campus.site().companion = false;
    campus.roomOf(QStringLiteral("r80")).name = QStringLiteral("{moodleid:main}_GEO2_80");
    Flow flow(campus, {}, recording(version, lines));
    flow.write(QStringLiteral("links.csv"), "cmid,courseid,room\n70,7,r70\n");
    const Ran imported =
        flow.run({QStringLiteral("links"), QStringLiteral("import"), flow.file(QStringLiteral("links.csv"))});
    QVERIFY2(imported.exit == 0, said(imported));
    const Ran confirmed = run(flow, "links confirm --all --yes");
    QVERIFY2(confirmed.exit == 0, said(confirmed));
    for (const char *reading : {"links", "courses", "rooms --renamed", "why dora ALG1"}) {
        const Ran ran = run(flow, reading);
        QVERIFY2(ran.exit != 1, QByteArray(reading + QByteArray(": ") + said(ran)));
    }
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit != 1, said(plan));
}

} // namespace

class Validators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestsAreAccepted();
    void refusalsAreSeen();

private:
    int check(const QByteArray &lines, const QStringList &more, QByteArray *said);
    QTemporaryDir m_folder;
};

void Validators::initTestCase()
{
    if (!QDir(QStringLiteral(LIAISON_VALIDATORS "/node_modules/rest-typings-8")).exists())
        QSKIP("npm packages are not there: run the test validators_install");
}

int Validators::check(const QByteArray &lines, const QStringList &more, QByteArray *said)
{
    QFile file(m_folder.filePath(QStringLiteral("requests.jsonl")));
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size())
        return -1;
    file.close();
    QProcess node;
    node.setProcessChannelMode(QProcess::MergedChannels);
    node.start(QStringLiteral(LIAISON_NODE),
               QStringList{QStringLiteral(LIAISON_VALIDATORS "/check.mjs"), file.fileName()} + more);
    if (!node.waitForFinished(60000))
        return -1;
    *said = node.readAll();
    return node.exitCode();
}

void Validators::requestsAreAccepted()
{
    auto lines = std::make_shared<validators::Lines>();
    for (const QString &version :
         {QStringLiteral("6.8"), QStringLiteral("7.10"), QStringLiteral("8.8"), QStringLiteral("9.0")}) {
        Campus campus = everything();
        campus.world.chat.version = version;
        {
            Flow flow(campus, {}, recording(version, lines));
            everyCommand(flow);
            if (QTest::currentTestFailed())
                return;
        }
        everyLink(campus, version, lines);
        if (QTest::currentTestFailed())
            return;
        // Pages of 100, the identity rule that reads all accounts, the token's owner by name.
        campus.world.chat.settings[QStringLiteral("API_Allow_Infinite_Count")] = false;
        Flow flow(campus, {}, recording(version, lines));
        flow.configure(R"({"policy":{"identity":{"rule":"email"}}})");
        flow.plan(every);
        Flow named(campus, {}, recording(version, lines));
        named.env[QStringLiteral("LIAISON_CHAT_USER")] = QStringLiteral("liaison.api");
        named.run({QStringLiteral("courses")});
    }
    const QByteArray all = lines->all();
    // What has to be among them, so that an empty recording proves nothing.
    for (const char *route :
         {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator", "groups.archive",
          "groups.unarchive", "rooms.saveRoomSettings", "users.list", "login", "groups.messages", "groups.info"})
        QVERIFY2(all.contains(QByteArray(QByteArray("\"route\":\"") + route)), route);
    QByteArray said;
    const int exit = check(all, {QStringLiteral("--all-exemptions")}, &said);
    QVERIFY2(exit == 0, said.constData());
}

/// The judge itself: what the validators refuse is reported.
void Validators::refusalsAreSeen()
{
    QByteArray said;
    const QByteArray extra = R"({"version":"8.8","method":"POST","route":"groups.kick","query":[],)"
                             R"("body":{"roomId":"r","userId":"u","reason":"x"}})"
                             "\n"
                             R"({"version":"7.10","method":"GET","route":"groups.unheard","query":[]})"
                             "\n";
    QCOMPARE(check(extra, {}, &said), 1);
    QVERIFY2(said.contains("2 refused"), said.constData());
}

QTEST_GUILESS_MAIN(Validators)
#include "tst_validators.moc"
