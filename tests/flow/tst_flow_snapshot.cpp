// Design 6.7, issue 6 item 7: a published snapshot answers what the servers answered, without a token and without a
// request, and nothing can be planned from it.
#include "core/snapfile/campusfile.h"
#include "tests/flow/account.h"
#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus campus()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* new* anne bob gone nobody"),
                  QStringLiteral("prof anne* stranger chief@ gone"));
    std::erase_if(campus.world.chat.users, [](const auto &u) { return u.username == u"nobody"; });
    campus.activityOf(70).retention = sandbox::ActivityRetention{true, 90, false, true};
    campus.roomOf(QStringLiteral("r70")).newestMessage = campus.world.now;
    campus.linked(QStringLiteral("HID2"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    campus.activityOf(80).visible = false;
    campus.linked(QStringLiteral("LOST3"), 9, 90, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.activityOf(90).room = QStringLiteral("rmissing");
    campus.course(QStringLiteral("NONE4"), 10, QStringLiteral("prof*"));
    campus.activity(10, 100, QStringLiteral("x"));
    campus.activityOf(100).room.reset();
    campus.linked(QStringLiteral("DENIED5"), 11, 110, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    return campus;
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

/// Support staff's computer: the file and its key, nothing of a server.
Env support(Flow &flow)
{
    Env env;
    for (auto it = flow.env.cbegin(); it != flow.env.cend(); ++it)
        env[it.key()] = QString(); // taken away
    env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("support-store"));
    env[QStringLiteral("LIAISON_CONFIG")] = flow.file(QStringLiteral("support.json"));
    env[QStringLiteral("LIAISON_SNAPSHOT_KEY_FILE")] = flow.file(QStringLiteral("key"));
    flow.write(QStringLiteral("support.json"),
               QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("liaison-config")},
                                         {QStringLiteral("version"), 1},
                                         {QStringLiteral("name"), QStringLiteral("support")},
                                         {QStringLiteral("snapshot"), flow.file(QStringLiteral("campus.snapshot"))}})
                   .toJson());
    return env;
}

Ran publish(Flow &flow)
{
    return flow.run({QStringLiteral("--json"), QStringLiteral("publish"), flow.file(QStringLiteral("campus.snapshot")),
                     QStringLiteral("--key-file"), flow.file(QStringLiteral("key"))});
}

/// Without what differs because it is another reading at another time.
QJsonValue timeless(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray out;
        const QJsonArray in = value.toArray();
        for (const QJsonValue &v : in)
            out.append(timeless(v));
        return out;
    }
    if (!value.isObject())
        return value;
    QJsonObject out = value.toObject();
    out.remove(QLatin1String("snapshot"));
    out.remove(QLatin1String("readAt"));
    const QStringList keys = out.keys();
    for (const QString &key : keys)
        out[key] = timeless(out[key]);
    return out;
}

} // namespace

class FlowSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreTheSame_data();
    void answersAreTheSame();
    void whatTimelinesProved();
    void causesOfTimelines_data();
    void causesOfTimelines();
    void nothingIsAskedOrPlanned();
    void publishing();
    void wrongFilesAndKeys();
    void whatIsInside();
    void supportProfiles();

private:
    void valid(const char *schema, const QByteArray &document);
};

void FlowSnapshot::valid(const char *schema, const QByteArray &document)
{
    const QByteArray wrong = misfit(schema, document);
    QVERIFY2(wrong.isEmpty(), wrong);
}

void FlowSnapshot::answersAreTheSame_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QStringList>("command");
    const auto row = [](const char *schema, const char *line) {
        QTest::newRow(line) << QString::fromLatin1(schema) << words(line);
    };
    row("courses", "courses");
    row("courses", "courses --state drift");
    for (const char *course : {"ALG1", "HID2", "LOST3", "NONE4", "DENIED5", "9"})
        QTest::newRow(course) << QStringLiteral("show") << QStringList{QStringLiteral("show"), QLatin1String(course)};
    row("rooms", "rooms");
    row("rooms", "rooms --ownerless");
    row("rooms", "rooms --idle 30");
    row("roles", "roles");
    row("roles", "roles ALG1");
    row("retention", "retention");
    row("restores", "restores list");
    row("why", "why anne ALG1");
    row("why", "why bob ALG1");
    row("why", "why nobody ALG1");
    row("why", "why stranger ALG1");
    row("why", "why chief ALG1");
    row("why", "why anne HID2");
    row("why", "why prof LOST3");
    row("why", "why prof NONE4");
    row("why", "why anne DENIED5");
    row("person", "person bob");
    row("person", "person prof");
}

void FlowSnapshot::answersAreTheSame()
{
    QFETCH(QString, schema);
    QFETCH(QStringList, command);
    const bool unaskedMoodle =
        command.contains(QStringLiteral("stranger")) || command.contains(QStringLiteral("chief"));
    Flow flow(campus());
    flow.fault(R"({"server":"rocketchat","match":"members","room":"r110","do":"html"})");
    for (const char *language : {"fr"}) {
        const QStringList head{QStringLiteral("--json"), QStringLiteral("--lang"), QLatin1String(language)};
        const Ran live = flow.run(head + command);
        const Ran published = publish(flow);
        QVERIFY2(published.exit == 5, said(published)); // one room could not be read
        const Ran kept = flow.run(head + command, support(flow));
        if (unaskedMoodle) { // `why` asks Moodle whether a guest has an account there at all: that is not in the file
            QVERIFY2(kept.exit == 5, said(kept));
            for (const char *same : {"conclusion", "cause", "certainty"})
                QCOMPARE(kept.json[QLatin1String(same)], live.json[QLatin1String(same)]);
        } else {
            QVERIFY2(kept.exit == live.exit, QByteArray(said(live) + said(kept)));
            QCOMPARE(QJsonDocument(timeless(kept.json).toObject()).toJson(),
                     QJsonDocument(timeless(live.json).toObject()).toJson());
        }
        QCOMPARE(kept.json[u"snapshot"][u"readAt"].toString(), published.json[u"readAt"].toString());
        QVERIFY(!kept.json[u"snapshot"][u"old"].toBool(true));
        valid(schema.toLatin1().constData(), kept.out);
    }
    // People see it on the last line.
    const Ran kept = flow.run(words("--lang fr") + command, support(flow));
    const QByteArray last = kept.out.trimmed().split('\n').back();
    QVERIFY2(last.contains("instantané publié") && last.contains("Aucun serveur"), kept.out);
    // The log of its requests is an empty one.
    const QString log = flow.file(QStringLiteral("requests.csv"));
    const Ran logged = flow.run(QStringList{QStringLiteral("--request-log"), log} + command, support(flow));
    QCOMPARE(logged.exit, kept.exit);
    QCOMPARE(flow.read(QStringLiteral("requests.csv")).trimmed().count('\n'), 0);
}

/// With the timeline on, who can be removed is the same in the file, and nobody is a guest there who is none. R8
void FlowSnapshot::whatTimelinesProved()
{
    Campus with = campus();
    with.roomOf(QStringLiteral("r70"))
        .events.push_back({Instant{with.world.now.ms - 5'400'000}, QStringLiteral("au"), QStringLiteral("u-stranger"),
                           QStringLiteral("api")});
    Flow flow(with);
    const auto counts = [](const Ran &courses) {
        QStringList out;
        const QJsonArray rows = courses.json[u"links"].toArray();
        for (const QJsonValue &row : rows)
            out << QString::fromUtf8(QJsonDocument(timeless(row).toObject()).toJson(QJsonDocument::Compact));
        return out;
    };
    const QStringList off = counts(flow.run(words("--json courses")));
    QVERIFY(!off.isEmpty());
    flow.configure(R"({"policy":{"timeline":true}})");
    const Ran live = flow.run(words("--json courses"));
    QVERIFY2(counts(live) != off, said(live)); // one guest less, one removal more
    const Ran published = publish(flow);
    QVERIFY2(published.exit == 0, said(published));
    const Ran kept = flow.run(words("--json courses"), support(flow));
    QVERIFY2(kept.exit == live.exit, said(kept));
    QCOMPARE(counts(kept), counts(live));
}

void FlowSnapshot::causesOfTimelines_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char *person, const char *cause) {
        QTest::newRow(cause) << QString::fromLatin1(person) << QString::fromLatin1(cause);
    };
    row("bob", "left");
    row("carl", "removed-by-staff");
    row("dora", "role-order");
    row("new", "never-added");
    row("stranger", "by-hand");
    row("linker", "joined-by-link");
}

// Issue 6 item 7: with the timeline on, support staff read the cause that the publisher reads, for everybody.
void FlowSnapshot::causesOfTimelines()
{
    QFETCH(QString, person);
    QFETCH(QString, cause);
    Campus with;
    with.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* new anne bob carl dora"),
                QStringLiteral("prof* anne stranger linker"));
    with.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof* bob"), QStringLiteral("prof*")); // nobody left it
    (void)with.person(QStringLiteral("boss")); // staff of no course
    for (sandbox::Room &room : with.world.chat.rooms) {
        room.oldestMessage = Instant{room.created.ms + 3'600'000};
        room.newestMessage = with.world.now;
    }
    const auto happened = [&](const char *type, const char *who, const char *by, int secondsAgo) {
        with.roomOf(QStringLiteral("r70"))
            .events.push_back({Instant{with.world.now.ms - secondsAgo * 1000}, QString::fromLatin1(type),
                               QString::fromLatin1(who), QString::fromLatin1(by)});
    };
    happened("au", "u-bob", "api", 900);
    happened("ul", "u-bob", "u-bob", 800);
    happened("au", "u-carl", "api", 790);
    happened("ru", "u-carl", "u-boss", 780);
    happened("au", "u-dora", "api", 700);
    happened("ru", "u-dora", "api", 690);
    happened("au", "u-stranger", "u-boss", 600);
    happened("uj", "u-linker", "u-linker", 500);
    Flow flow(with);
    const QStringList why{QStringLiteral("--json"), QStringLiteral("why"), person, QStringLiteral("ALG1")};
    const auto told = [](const Ran &ran) {
        return QString(ran.json[u"conclusion"].toString() + u'\n' + ran.json[u"cause"].toString() + u' ' +
                       ran.json[u"certainty"].toString() + u'\n' + ran.json[u"remedy"].toString());
    };
    QCOMPARE(publish(flow).exit, 0);
    QCOMPARE(flow.run(why, support(flow)).json[u"cause"].toString(), QStringLiteral("not-known")); // off: nobody asked
    flow.configure(R"({"policy":{"timeline":true}})");
    const Ran live = flow.run(why);
    QVERIFY2(live.json[u"cause"].toString() == cause, said(live));
    QCOMPARE(publish(flow).exit, 0);
    const Env env = support(flow);
    flow.sandbox().clearRequests();
    const Ran kept = flow.run(why, env);
    QCOMPARE(told(kept), told(live));
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
    // Neither who did it nor when is in the file.
    const auto key = snapfile::readKeyFile(flow.file(QStringLiteral("key")));
    const auto file = snapfile::SealedFile::open(flow.file(QStringLiteral("campus.snapshot")), *key);
    QVERIFY(file);
    QVERIFY(!(*file)->section(5)->contains("boss"));
}

void FlowSnapshot::nothingIsAskedOrPlanned()
{
    Flow flow(campus());
    QCOMPARE(publish(flow).exit, 0);
    const Ran plan = flow.plan(every);
    QVERIFY(!plan.json[u"steps"].toArray().isEmpty());
    const Env env = support(flow);
    flow.sandbox().clearRequests();
    for (const char *line : {"plan --all", "plan ALG1", "links", "links confirm --all --yes", "doctor", "resume r1",
                             "undo r1", "publish again.snapshot --key-file key2"}) {
        const Ran ran = flow.run(words("--json") + words(line), env);
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.json[u"error"][u"code"].toString(), QStringLiteral("published-only"));
        valid("error", ran.out);
    }
    const Ran apply =
        flow.run({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))}, env);
    QCOMPARE(apply.json[u"error"][u"code"].toString(), QStringLiteral("published-only"));
    for (const char *line : {"courses", "why anne ALG1", "person anne"})
        QVERIFY(flow.run(words("--json") + words(line), env).exit != 1);
    QCOMPARE(flow.sandbox().requests().size(), size_t(0)); // not one request, of whatever kind
    flow.stop();
    QVERIFY(flow.run(words("--json why anne ALG1"), env).exit != 1); // nor does it need a server
    // Nobody and nothing is made up.
    QCOMPARE(flow.run(words("--json why somebody ALG1"), env).json[u"error"][u"code"].toString(),
             QStringLiteral("not-in-snapshot"));
    QCOMPARE(flow.run(words("--json show NOPE"), env).json[u"error"][u"code"].toString(),
             QStringLiteral("course-not-found"));
}

void FlowSnapshot::publishing()
{
    Flow flow(campus());
    const Ran first = publish(flow);
    QCOMPARE(first.exit, 0);
    valid("publish", first.out);
    QVERIFY(first.json[u"newKey"].toBool());
    QCOMPARE(flow.writes(), 0);
    const QFileInfo key(flow.file(QStringLiteral("key")));
    QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    const QByteArray text = flow.read(QStringLiteral("key"));
    QVERIFY(!first.out.contains(text.trimmed()));
    const QByteArray before = flow.read(QStringLiteral("campus.snapshot"));
    const Ran again = publish(flow);
    QCOMPARE(again.exit, 0);
    QVERIFY(!again.json[u"newKey"].toBool(true));
    QCOMPARE(again.json[u"key"], first.json[u"key"]);
    QCOMPARE(flow.read(QStringLiteral("key")), text);
    QVERIFY(flow.read(QStringLiteral("campus.snapshot")) != before); // sealed anew each time
    // Without a terminal nobody would see the key.
    const QString other = flow.file(QStringLiteral("other.snapshot"));
    for (const QStringList &line : {QStringList{QStringLiteral("publish"), other},
                                    QStringList{QStringLiteral("--json"), QStringLiteral("publish"), other},
                                    QStringList{QStringLiteral("publish"), other, QStringLiteral("--key-file"), other},
                                    QStringList{QStringLiteral("publish")}}) {
        QCOMPARE(flow.run(line).exit, 1);
        QVERIFY(!QFileInfo::exists(other));
    }
    // A file that is no key is not written over, and nothing is sealed under it.
    flow.write(QStringLiteral("key"), "not a key\n");
    QCOMPARE(publish(flow).json[u"error"][u"code"].toString(), QStringLiteral("bad-snapshot-key"));
    QCOMPARE(flow.read(QStringLiteral("key")), QByteArray("not a key\n"));
}

void FlowSnapshot::wrongFilesAndKeys()
{
    Flow flow(campus());
    QCOMPARE(publish(flow).exit, 0);
    Env env = support(flow);
    const auto code = [&] { return flow.run(words("--json courses"), env).json[u"error"][u"code"].toString(); };
    QCOMPARE(code(), QString());
    const QByteArray good = flow.read(QStringLiteral("campus.snapshot")), key = flow.read(QStringLiteral("key"));
    flow.write(QStringLiteral("campus.snapshot"), good.left(good.size() / 2));
    QCOMPARE(code(), QStringLiteral("snapshot-damaged"));
    QByteArray bad = good;
    bad[bad.size() - 1] = static_cast<char>(bad[bad.size() - 1] ^ 1);
    flow.write(QStringLiteral("campus.snapshot"), bad);
    QCOMPARE(code(), QStringLiteral("snapshot-damaged"));
    flow.write(QStringLiteral("campus.snapshot"), "hello");
    QCOMPARE(code(), QStringLiteral("not-a-snapshot"));
    flow.write(QStringLiteral("campus.snapshot"), good);
    flow.write(QStringLiteral("key"), snapfile::SnapshotKey::random().text().toLatin1());
    QCOMPARE(code(), QStringLiteral("snapshot-wrong-key"));
    flow.write(QStringLiteral("key"), key.left(20));
    QCOMPARE(code(), QStringLiteral("bad-snapshot-key"));
    env[QStringLiteral("LIAISON_SNAPSHOT_KEY")] = QString::fromLatin1(key); // the variable comes first
    QCOMPARE(code(), QString());
    QVERIFY(QFile::remove(flow.file(QStringLiteral("campus.snapshot"))));
    QCOMPARE(code(), QStringLiteral("file-not-found"));
    flow.write(QStringLiteral("support.json"),
               R"({"format":"liaison-config","version":1,"snapshot":"x","chat":{"url":"https://chat.example"}})");
    QCOMPARE(code(), QStringLiteral("bad-config"));
}

/// Rule 6 and rule 10: no token, nothing that a person wrote; names are there, and only behind the key.
void FlowSnapshot::whatIsInside()
{
    Campus named = campus();
    named.moodlePerson(QStringLiteral("anne")).lastname = QStringLiteral("Canarière");
    Flow flow(named);
    QCOMPARE(publish(flow).exit, 0);
    const auto key = snapfile::readKeyFile(flow.file(QStringLiteral("key")));
    QVERIFY(key);
    const auto file = snapfile::SealedFile::open(flow.file(QStringLiteral("campus.snapshot")), *key);
    QVERIFY(file);
    QByteArray inside;
    for (quint32 section = 1; section <= 7; ++section)
        inside += *(*file)->section(section);
    QVERIFY(inside.contains("Canarière"));
    QVERIFY(!inside.contains("CANARY")); // the sandbox puts that word into every message
    for (const char *secret : {"LIAISON_MOODLE_TOKEN", "LIAISON_CHAT_TOKEN"})
        QVERIFY(!inside.contains(flow.env[QLatin1String(secret)].toUtf8()));
    QVERIFY(!inside.contains(accountName().toUtf8()) &&
            !inside.contains(forgedName.toUtf8())); // who ran what is in the journal, which stays
    const QByteArray outside = flow.read(QStringLiteral("campus.snapshot"));
    for (const char *word : {"Canari", "anne", "ALG1", "moodle", "127.0.0.1"})
        QVERIFY2(!outside.contains(word), word);
}

void FlowSnapshot::supportProfiles()
{
    Flow flow(campus());
    QCOMPARE(publish(flow).exit, 0);
    Env env = support(flow);
    env[QStringLiteral("LIAISON_CONFIG")] = QString();
    env[QStringLiteral("XDG_CONFIG_HOME")] = flow.file(QStringLiteral("config"));
    env[QStringLiteral("LIAISON_MACHINE_PROFILES")] = flow.file(QStringLiteral("machine"));
    const QString file = flow.file(QStringLiteral("campus.snapshot"));
    const Ran added = flow.run({QStringLiteral("--json"), QStringLiteral("profile"), QStringLiteral("add"),
                                QStringLiteral("support"), QStringLiteral("--snapshot"), file},
                               env);
    QVERIFY2(added.exit == 0, said(added));
    valid("profile", added.out);
    QCOMPARE(added.json[u"config"][u"snapshot"].toString(), file);
    QVERIFY(flow.run(words("--profile support --json why anne ALG1"), env).exit != 1);
    QCOMPARE(flow.run(words("--profile support --json plan --all"), env).json[u"error"][u"code"].toString(),
             QStringLiteral("published-only"));
    const Ran shown = flow.run(words("profile show support"), env);
    QVERIFY(shown.out.contains(file.toUtf8()));
    const Ran exported = flow.run(words("profile export support"), env);
    valid("config", exported.out);
    QCOMPARE(flow.run(words("profile list"), env).exit, 0);
    // A key for another file is told when it is given, not at the first question.
    env[QStringLiteral("LIAISON_SNAPSHOT_KEY_FILE")] = QString();
    QVERIFY(flow.run(words("--profile support --json courses"), env).exit == 1);
}

QTEST_GUILESS_MAIN(FlowSnapshot)
#include "tst_flow_snapshot.moc"
