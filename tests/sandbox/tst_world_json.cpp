#include "core/sandbox/worldjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace liaison;
using namespace liaison::sandbox;

/// One world with every key of the format.
static QByteArray everything()
{
    QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/tests/sandbox/world_everything.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class WorldJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything()
    {
        const auto world = worldFromJson(everything());
        QVERIFY2(world, qPrintable(world ? QString() : world.error().detail));
        const Moodle &m = world->moodle.at(0);
        QCOMPARE(m.people.at(0).lastname, QStringLiteral("O'Brien \"z\""));
        QCOMPARE(m.courses.at(0).enrolments.at(0).suspended, true);
        QCOMPARE(m.courses.at(0).enrolments.at(0).end.ms % 1000, 250);
        QVERIFY(!m.courses.at(0).enrolments.at(1).start.isKnown());
        QCOMPARE(m.plugin.replacements.at(1).second, QStringLiteral("b"));
        QCOMPARE(m.courses.at(0).activities.at(0).retention->maxAge.value(), 90);
        QVERIFY(!m.courses.at(0).activities.at(1).room);
        QCOMPARE(world->chat.rooms.at(0).retention->maxAge.value(), 30.5);
        QVERIFY(world->chat.presenceChanging);
        QCOMPARE(world->chat.settings.at(QStringLiteral("API_Upper_Count_Limit")).toInt(), 100);
        QCOMPARE(world->chat.grants->at(QStringLiteral("create-user")), (QStringList{u"admin"_qs, u"bot"_qs}));
    }

    /// Every key that was read is written again, and a second round changes no byte.
    void roundTripIsExact()
    {
        const QByteArray once = worldToJson(worldFromJson(everything()).value());
        const QByteArray twice = worldToJson(worldFromJson(once).value());
        QCOMPARE(once, twice);

        QJsonObject given = QJsonDocument::fromJson(everything()).object();
        const QJsonObject written = QJsonDocument::fromJson(once).object();
        QCOMPARE(keysOf(written), keysOf(given));
        QCOMPARE(leaves(written), leaves(given));
    }

    void listsAreSortedById()
    {
        const QJsonObject out = QJsonDocument::fromJson(worldToJson(worldFromJson(everything()).value())).object();
        const QJsonObject moodle = out[u"moodle"][0].toObject();
        QCOMPARE(moodle[u"people"][0][u"id"].toInt(), 10);
        QCOMPARE(moodle[u"reports"][0][u"id"].toInt(), 1);
        QCOMPARE(moodle[u"courses"][0][u"activities"][0][u"cmid"].toInt(), 69);
        QCOMPARE(moodle[u"courses"][0][u"enrolments"][0][u"person"].toInt(), 10);
        QCOMPARE(moodle[u"courses"][0][u"groups"][0][u"id"].toInt(), 3);
        QCOMPARE(out[u"rocketchat"][u"users"][0][u"id"].toString(), QStringLiteral("api"));
        QCOMPARE(out[u"rocketchat"][u"rooms"][0][u"members"][0][u"user"].toString(), QStringLiteral("api"));
        QCOMPARE(out[u"rocketchat"][u"rooms"][0][u"events"][0][u"type"].toString(), QStringLiteral("au"));
    }

    void defaults()
    {
        const auto world = worldFromJson(R"({"format":"liaison-world","version":1,"moodle":[{
            "people":[{"id":2,"username":"a"}],
            "courses":[{"id":5,"enrolments":[{"person":2,"roles":["student"]}],"activities":[{"cmid":9}]}]}],
            "rocketchat":{"users":[{"id":"u","username":"a"}],"rooms":[{"id":"r"}]}})");
        QVERIFY2(world, qPrintable(world ? QString() : world.error().detail));
        const Moodle &m = world->moodle.at(0);
        QCOMPARE(m.id, QStringLiteral("main"));
        QCOMPARE(m.version, QStringLiteral("4.5"));
        QVERIFY(m.companion && !m.functions && !m.capabilities);
        QCOMPARE(m.roles.size(), 8U);
        QCOMPARE(m.courses.at(0).category, m.categories.at(0).id);
        QVERIFY(m.courses.at(0).visible && m.courses.at(0).activities.at(0).visible);
        QVERIFY(!m.courses.at(0).activities.at(0).room); // nothing appears that was not written
        QCOMPARE(m.courses.at(0).enrolments.at(0).method, QStringLiteral("manual"));
        QVERIFY(!world->now.isKnown());
        QCOMPARE(world->chat.version, QStringLiteral("7.10"));
        QVERIFY(world->chat.apiUser.isEmpty() && !world->chat.grants);
        QVERIFY(world->chat.users.at(0).active);
        QCOMPARE(world->chat.users.at(0).roles, QStringList{u"user"_qs});
        QCOMPARE(world->chat.rooms.at(0).name, QStringLiteral("r"));
        QCOMPARE(world->chat.rooms.at(0).type, QStringLiteral("p"));
        QVERIFY(world->chat.rooms.at(0).members.empty());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *moodle, const char *chat, const char *detail) {
            QTest::newRow(name) << QByteArray(R"({"format":"liaison-world","version":1,"moodle":[)" +
                                              QByteArray(moodle) + R"(],"rocketchat":{)" + QByteArray(chat) + "}}")
                                << QString::fromUtf8(detail);
        };
        row("unknown key of a room", "", R"("rooms":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d","foo":1}])",
            "rocketchat.rooms[3].foo: unknown key");
        row("unknown key of an enrolment",
            R"({"people":[{"id":1,"username":"a"}],"courses":[{"id":1,"enrolments":[{"person":1,"active":true}]}]})",
            "", "moodle[0].courses[0].enrolments[0].active: unknown key");
        row("text for number", R"({"courses":[{"id":"7"}]})", "", "moodle[0].courses[0].id: expected an integer");
        row("number for text", R"({"id":3})", "", "moodle[0].id: expected a text");
        row("list for object", R"({"plugin":[]})", "", "moodle[0].plugin: expected an object");
        row("object for list", "", R"("users":{})", "rocketchat.users: expected a list");
        row("number in a list of texts", R"({"functions":["a",2]})", "", "moodle[0].functions[1]: expected a text");
        row("text for bool", R"({"companion":"yes"})", "", "moodle[0].companion: expected true or false");
        row("local time", R"({"courses":[{"id":1,"created":"2026-11-20T08:00:00"}]})", "",
            "moodle[0].courses[0].created: expected a date in UTC like 2026-11-20T08:00:00Z");
        row("no such day", R"({"courses":[{"id":1,"created":"2026-02-30T08:00:00Z"}]})", "",
            "moodle[0].courses[0].created: expected a date in UTC like 2026-11-20T08:00:00Z");
        row("missing id", R"({"courses":[{"shortname":"A"}]})", "", "moodle[0].courses[0].id: missing");
        row("key twice", R"({"courses":[{"id":1,"id":2}]})", "", "moodle[0].courses[0].id: written twice");
        row("bad status",
            R"({"people":[{"id":1,"username":"a"}],"courses":[{"id":1,"enrolments":[{"person":1,"status":"x"}]}]})", "",
            "moodle[0].courses[0].enrolments[0].status: expected active or suspended");
        row("bad event", "", R"("rooms":[{"id":"r","events":[{"at":"2026-11-20","type":"zz","user":"u"}]}])",
            "rocketchat.rooms[0].events[0].type: expected one of au ru ul uj role+ role-");
        row("bad site id", R"({"id":"Main"})", "", "moodle[0].id: expected 1 to 16 of a-z 0-9 _");
        row("site twice", R"({},{})", "", "moodle[1].id: main is written twice");
        row("bad version", "", R"("version":"newest")", "rocketchat.version: expected a version like 4.5");
        row("enrolment of nobody", R"({"courses":[{"id":1,"enrolments":[{"person":99}]}]})", "",
            "moodle[0].courses[0].enrolments[0].person: no person 99");
        row("enrolment with no role",
            R"({"people":[{"id":1,"username":"a"}],"courses":[{"id":1,"enrolments":[{"person":1,"roles":["x"]}]}]})",
            "", "moodle[0].courses[0].enrolments[0].roles: no role x");
        row("enrolment in no group",
            R"({"people":[{"id":1,"username":"a"}],"courses":[{"id":1,"enrolments":[{"person":1,"groups":[3]}]}]})", "",
            "moodle[0].courses[0].enrolments[0].groups: no group 3");
        row("no category", R"({"courses":[{"id":1,"category":4}]})", "",
            "moodle[0].courses[0].category: no category 4");
        row("categories in a circle", R"({"categories":[{"id":1,"parent":2},{"id":2,"parent":1}]})", "",
            "moodle[0].categories[0].parent: runs in a circle");
        row("course twice", R"({"courses":[{"id":1},{"id":1}]})", "", "moodle[0].courses[1].id: 1 is written twice");
        row("activity twice", R"({"courses":[{"id":1,"activities":[{"cmid":4}]},{"id":2,"activities":[{"cmid":4}]}]})",
            "", "moodle[0].courses[1].activities[0].cmid: 4 is written twice");
        row("member without account", "", R"("rooms":[{"id":"r","members":[{"user":"u"}]}])",
            "rocketchat.rooms[0].members[0].user: no user u");
        row("member twice", "",
            R"("users":[{"id":"u","username":"u"}],"rooms":[{"id":"r","members":[{"user":"u"},{"user":"u"}]}])",
            "rocketchat.rooms[0].members[1].user: u is written twice");
        row("account twice, in another case", "",
            R"("users":[{"id":"u","username":"zoe"},{"id":"v","username":"ZOE"}])",
            "rocketchat.users[1].username: zoe is written twice");
        row("room name twice", "", R"("rooms":[{"id":"r","name":"a"},{"id":"s","name":"a"}])",
            "rocketchat.rooms[1].name: a is written twice");
        row("role in a room", "",
            R"("users":[{"id":"u","username":"u"}],"rooms":[{"id":"r","members":[{"user":"u","roles":["king"]}]}])",
            "rocketchat.rooms[0].members[0].roles: no role king");
        row("group in two courses",
            R"({"courses":[{"id":1,"groups":[{"id":3,"name":"a"}]},{"id":2,"groups":[{"id":3,"name":"b"}]}]})", "",
            "moodle[0].courses[1].groups[0].id: 3 is written twice");
        row("status of a restore", R"({"restoreTasks":[{"id":1,"status":5}]})", "",
            "moodle[0].restoreTasks[0].status: expected -1, 0, 1 or 2");
        row("enrolment mode of a restore", R"({"restoreTasks":[{"id":1,"enrolmentMode":9}]})", "",
            "moodle[0].restoreTasks[0].enrolmentMode: expected 0, 1 or 2");
        row("column of a report", R"({"reports":[{"id":1,"source":"roles","titles":{"usrname":"login"}}]})", "",
            "moodle[0].reports[0].titles: no column usrname");
        row("days of an activity", R"({"courses":[{"id":1,"activities":[{"cmid":4,"retention":{"maxAge":-1}}]}]})", "",
            "moodle[0].courses[0].activities[0].retention.maxAge: expected a number from 0 on");
        row("pattern of names", "{\"plugin\":{\"regex\":\"/[\"}}", "",
            "moodle[0].plugin.regex: expected a pattern like /[^a-z]/");
        row("api user without account", "", R"("apiUser":"u")", "rocketchat.apiUser: no user u");
        QTest::newRow("no format") << QByteArray(R"({"version":1})") << QStringLiteral("format: missing");
        QTest::newRow("other format") << QByteArray(R"({"format":"x","version":1})")
                                      << QStringLiteral("format: expected liaison-world");
        QTest::newRow("other version") << QByteArray(R"({"format":"liaison-world","version":2})")
                                       << QStringLiteral("version: expected 1");
        QTest::newRow("not an object") << QByteArray("[]") << QStringLiteral("expected an object");
    }
    void refusals()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto world = worldFromJson(json);
        QVERIFY(!world);
        QCOMPARE(world.error().kind, ErrorKind::Input);
        QCOMPARE(world.error().code, QStringLiteral("bad-world"));
        QCOMPARE(world.error().detail, detail);
    }

    void documentedWorldIsRead()
    {
        QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/sandbox.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const qsizetype begin = text.indexOf("{\"format\":\"liaison-world\"");
        const auto world = worldFromJson(text.mid(begin, text.indexOf("```", begin) - begin));
        QVERIFY2(world, qPrintable(world ? QString() : world.error().detail));
        QCOMPARE(world->chat.rooms.at(0).members.size(), 2U);
    }

    void brokenJsonNamesTheByte()
    {
        const auto world = worldFromJson(R"({"format":"liaison-world",)");
        QVERIFY(!world);
        QVERIFY2(world.error().detail.startsWith(u"byte "), qPrintable(world.error().detail));
        QVERIFY(!worldFromJson(QByteArray()));
    }

    void missingRoomIsAScenario()
    {
        QVERIFY(worldFromJson(R"({"format":"liaison-world","version":1,
            "moodle":[{"courses":[{"id":1,"activities":[{"cmid":4,"room":"nowhere"}]}]}]})"));
    }

    void standardRolesAreListedWhenUsed()
    {
        const auto world = worldFromJson(R"({"format":"liaison-world","version":1,"moodle":[{
            "roles":[{"id":5,"shortname":"auditeur"}],"people":[{"id":1,"username":"a"}],
            "courses":[{"id":1,"enrolments":[{"person":1,"roles":["student","auditeur"]}]}]}]})");
        QVERIFY2(world, qPrintable(world ? QString() : world.error().detail));
        QSet<qint64> ids;
        QStringList names;
        for (const Role &r : world->moodle[0].roles) {
            ids.insert(r.id);
            names.append(r.shortname);
        }
        QCOMPARE(ids.size(), names.size());
        QVERIFY(names.contains(u"student"_qs));
    }

    void dates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("z") << QByteArray("2026-11-20T08:00:00Z") << QByteArray("2026-11-20T08:00:00Z");
        QTest::newRow("ms") << QByteArray("2026-11-20T08:00:00.5Z") << QByteArray("2026-11-20T08:00:00.500Z");
        QTest::newRow("micro") << QByteArray("2026-11-20T08:00:00.123456Z") << QByteArray("2026-11-20T08:00:00.123Z");
        QTest::newRow("offset") << QByteArray("2026-11-20T08:00:00+01:00") << QByteArray("2026-11-20T07:00:00Z");
        QTest::newRow("date") << QByteArray("2024-02-29") << QByteArray("2024-02-29T00:00:00Z");
        QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59.5Z") << QByteArray("1969-12-31T23:59:59.500Z");
        for (const char *bad : {"", "2026", "2026-13-01", "2023-02-29", "2026-11-20T08:00:00", "2026-11-20T24:00:00Z",
                                "2026-11-20T08:00Zx", "20-11-2026", "2026-11-20T08:00:00."})
            QTest::newRow(bad[0] ? bad : "empty") << QByteArray(bad) << QByteArray();
    }
    void dates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, written);
        const auto at = instantFromText(std::string_view(text.constData(), std::size_t(text.size())));
        QCOMPARE(at.has_value(), !written.isEmpty());
        if (at)
            QCOMPARE(instantToText(*at), written);
    }

private:
    static QStringList keysOf(const QJsonValue &v, const QString &place = {})
    {
        QStringList keys;
        if (v.isObject()) {
            const QJsonObject o = v.toObject();
            for (auto it = o.begin(); it != o.end(); ++it)
                keys += QStringList{place + u'.' + it.key()} + keysOf(it.value(), place + u'.' + it.key());
        }
        const QJsonArray a = v.toArray();
        for (const QJsonValue &item : a)
            keys += keysOf(item, place);
        keys.sort();
        return keys;
    }
    static QStringList leaves(const QJsonValue &v)
    {
        QStringList out;
        const QJsonObject o = v.toObject();
        for (const QJsonValue &item : o)
            out += leaves(item);
        const QJsonArray a = v.toArray();
        for (const QJsonValue &item : a)
            out += leaves(item);
        if (!v.isObject() && !v.isArray())
            out.append(v.toVariant().toString());
        out.sort();
        return out;
    }
};

QTEST_GUILESS_MAIN(WorldJson)
#include "tst_world_json.moc"
