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
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* newprof* anne bob carl dora emil"),
                  QStringLiteral("prof anne* bob carl"));
    campus.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof* anne bob carl dora emil flo gone"),
                  QStringLiteral("prof* anne bob carl dora emil flo gone"));
    campus.courseOf(8).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    campus.activityOf(80).retention = sandbox::ActivityRetention{true, 90, false, true};
    campus.linked(QStringLiteral("HID3"), 9, 90, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.activityOf(90).visible = false;
    campus.linked(QStringLiteral("ARC4"), 10, 100, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.roomOf(QStringLiteral("r100")).archived = true;
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

void everyCommand(Flow &flow)
{
    flow.run({QStringLiteral("doctor")});
    flow.run({QStringLiteral("courses")});
    flow.run({QStringLiteral("show"), QStringLiteral("ALG1")});
    flow.run({QStringLiteral("rooms")});
    flow.run({QStringLiteral("why"), QStringLiteral("dora"), QStringLiteral("ALG1")});
    flow.run({QStringLiteral("why"), QStringLiteral("nochat"), QStringLiteral("ALG1")});
    flow.run({QStringLiteral("why"), QStringLiteral("bob"), QStringLiteral("ADM5")});
    flow.run({QStringLiteral("person"), QStringLiteral("anne")});
    flow.run({QStringLiteral("retention"), QStringLiteral("--measure")});
    for (int i = 0; i < 2; ++i) { // on 6.8 an archived room shows its members only after it was opened
        const Ran plan = flow.plan(every);
        QVERIFY2(plan.exit == 2 || plan.exit == 3 || plan.exit == 5 || plan.exit == 0, said(plan));
        const Ran applied = flow.apply();
        QVERIFY2(applied.exit == 0 || applied.exit == 4, said(applied));
    }
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
    for (const char *route : {"groups.invite", "groups.kick", "groups.addModerator", "groups.removeModerator",
                              "groups.archive", "groups.unarchive", "rooms.saveRoomSettings", "users.list", "login"})
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
