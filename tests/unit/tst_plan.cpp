#include "core/reconcile/planid.h"
#include "core/reconcile/planjson.h"
#include "tests/support/smallworld.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>
#include <functional>

using namespace liaison;
using namespace liaison::tests;

/// The plan document of design 12.2: bytes, digest, ids, order, refusals; noise, exit codes and calls. R12 R64 R107
/// R295
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes();
    void digest();
    void ids();
    void orderOfSteps();
    void orderOfOtherLists();
    void readBack();
    void refusals_data();
    void refusals();
    void basedOn_data();
    void basedOn();
    void basedOnIgnoresOrderAndDates();
    void classesAreCanonical();
};

namespace {

QString sha(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A world whose plan has something in every list.
SmallWorld richWorld()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.policy.createAccounts = w.abilities.createAccount = true;
    w.absentLogins = QStringList{QStringLiteral("dora"), QStringLiteral("emil")};
    SmallCourse stat;
    stat.id = 20;
    stat.shortName = QStringLiteral("STAT");
    w.courses.push_back(stat);
    SmallRoom r2;
    r2.id = QStringLiteral("R2");
    w.rooms.push_back(r2);
    w.join(QStringLiteral("liaison.api"), RoomOwner, QStringLiteral("R2"));
    SmallLink link = w.link(100);
    link.cmid = 50; // before 100: its room comes first
    link.course = 20;
    link.room = QStringLiteral("R2");
    link.wantedRetention = Retention{true, true, 90, false, false, false};
    w.links.push_back(link);
    w.site(QStringLiteral("main")).retentionFeature = true;
    const QString student = QStringLiteral("student"), teacher = QStringLiteral("teacher"),
                  inStat = QStringLiteral("STAT");
    w.enrol(QStringLiteral("carl"), {student});
    w.enrol(QStringLiteral("anna"), {teacher});
    w.enrol(QStringLiteral("dora"), {student});
    w.enrol(QStringLiteral("emil"), {student}, inStat);
    w.enrol(QStringLiteral("paul"), {student}, inStat);
    w.enrol(QStringLiteral("tina"), {teacher}, inStat);
    w.join(QStringLiteral("paul"), RoomModerator, QStringLiteral("R2"));
    w.join(QStringLiteral("tina"), RoomMember, QStringLiteral("R2"));
    w.join(QStringLiteral("eva"), RoomMember, QStringLiteral("R2"));
    w.join(QStringLiteral("gast"));
    w.addedByUs(QStringLiteral("eva"), QStringLiteral("R2"));
    return w;
}

SmallWorld worldWithUnknown()
{
    SmallWorld w = richWorld();
    SmallLink link = w.link(100);
    link.cmid = 300;
    link.points = SmallLink::Points::Unknown;
    w.links.push_back(link);
    link.cmid = 200;
    link.points = SmallLink::Points::Ambiguous;
    w.links.push_back(link);
    return w;
}

QStringList kindsOf(const Plan &plan)
{
    QStringList kinds;
    for (const Step &s : plan.steps)
        kinds.push_back(codeOf(kindOf(s.change)) + u' ' +
                        (personOf(s.change) ? personOf(s.change)->username : s.change.place.room.value_or(QString())));
    return kinds;
}

Change change(ChangeWhat what, qint64 cmid = 100)
{
    return {{QStringLiteral("main"), 10, cmid, QStringLiteral("R1")}, std::move(what), ChangeReason::ExpectedAbsent};
}

PersonKey person(qint64 id)
{
    return {id, u"u" + QString::number(id), u"p" + QString::number(id)};
}

using Edit = std::function<void(QJsonObject &)>;

QByteArray hashed(QJsonObject document)
{
    document.remove(QStringLiteral("plan"));
    document.insert(QStringLiteral("plan"), sha(QJsonDocument(document).toJson(QJsonDocument::Compact)));
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

/// Changes one member of the first element of a list.
Edit inFirst(const char *list, const char *key, const QJsonValue &value)
{
    return [=](QJsonObject &o) {
        QJsonArray array = o.value(QLatin1String(list)).toArray();
        QJsonObject first = array.first().toObject();
        if (value.isUndefined())
            first.remove(QLatin1String(key));
        else
            first.insert(QLatin1String(key), value);
        array.replace(0, first);
        o.insert(QLatin1String(list), array);
    };
}

Edit with(const char *key, const QJsonValue &value)
{
    return [=](QJsonObject &o) {
        if (value.isUndefined())
            o.remove(QLatin1String(key));
        else
            o.insert(QLatin1String(key), value);
    };
}

} // namespace

Q_DECLARE_METATYPE(Edit)

void TestPlan::bytes()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(QStringLiteral("zoë"), {QStringLiteral("student")});
    const Plan plan = compare(w).plan;
    const QByteArray json = planToJson(plan);
    const QByteArray zero = "\"add\":0,\"archive\":0,\"create-account\":0,\"create-room\":0,\"demote\":0,\"promote\":0,"
                            "\"remove\":0,\"set-retention\":0,\"unarchive\":0";
    const QByteArray body =
        "\"basedOn\":\"" + plan.basedOn.toLatin1() +
        "\",\"classes\":[\"create\",\"add\",\"promote\",\"demote\",\"remove\",\"settings\"],"
        "\"counts\":{\"add\":1,\"archive\":0,\"create-account\":0,\"create-room\":0,\"demote\":0,\"findings\":0,"
        "\"notSelected\":{" +
        zero +
        "},\"promote\":0,\"remove\":0,\"set-retention\":0,\"unarchive\":0,\"unknown\":0,"
        "\"withheld\":0},\"findings\":[],\"format\":\"liaison-plan\","
        "\"noise\":{\"messages\":1,\"notifications\":1},\"origin\":\"diff\",";
    const QByteArray rest =
        "\"servers\":{\"chat\":\"https://chat.example\",\"moodle\":{\"main\":\"https://moodle.example\"}},"
        "\"steps\":[{\"after\":\"member\",\"before\":null,\"cause\":\"not-known\",\"certainty\":\"none\",\"cmid\":100,"
        "\"course\":10,\"id\":\"" +
        plan.steps.front().id.toLatin1() +
        "\",\"kind\":\"add\",\"person\":{\"chat\":\"u-zo\xc3\xab\",\"moodle\":1000,\"username\":\"zo\xc3\xab\"},"
        "\"reason\":\"expected-absent\",\"room\":\"R1\",\"site\":\"main\"}],\"unknown\":[],\"version\":1,\"withheld\":["
        "]}";
    const QByteArray digest = sha("{" + body + rest).toLatin1();
    QCOMPARE(json, "{" + body + "\"plan\":\"" + digest + "\"," + rest);
}

void TestPlan::digest()
{
    QJsonObject document = planToObject(compare(worldWithUnknown()).plan);
    const QString plan = document.take(QLatin1String("plan")).toString();
    QCOMPARE(plan, sha(QJsonDocument(document).toJson(QJsonDocument::Compact)));
    QCOMPARE(plan.size(), 64);
}

void TestPlan::ids()
{
    const auto by = [](const char *text) { return sha(text).left(16); };
    QCOMPARE(entryId(change(AddMember{person(7), MemberRole::Moderator})),
             by(R"(["main",100,"R1","add",7,"u7","moderator"])"));
    QCOMPARE(entryId(change(Promote{person(7)})), by(R"(["main",100,"R1","promote",7,"u7","moderator"])"));
    QCOMPARE(entryId(change(Demote{person(7)})), by(R"(["main",100,"R1","demote",7,"u7","member"])"));
    QCOMPARE(
        entryId(change(RemoveMember{{std::nullopt, QStringLiteral("u9"), QStringLiteral("x")}, MemberRole::Member})),
        by(R"(["main",100,"R1","remove",null,"u9",null])"));
    QCOMPARE(entryId(change(Archive{})), by(R"(["main",100,"R1","archive",null,null,null])"));
    QCOMPARE(entryId(change(SetRetention{{}, {true, true, 90, false, true, false}})),
             by(R"(["main",100,"R1","set-retention",null,null,{"enabled":true,"excludePinned":false,"filesOnly":true,)"
                R"("ignoreThreads":false,"maxAge":90,"overrideGlobal":true}])"));
    QCOMPARE(entryId(change(CreateAccount{{7, std::nullopt, QStringLiteral("p7")}})),
             by(R"(["main",null,null,"create-account",7,null,null])"));
    // The login is no part of it: somebody renamed meanwhile is the same person.
    QCOMPARE(entryId(change(Promote{{7, QStringLiteral("u7"), QStringLiteral("other")}})),
             entryId(change(Promote{person(7)})));
}

void TestPlan::orderOfSteps()
{
    QCOMPARE(kindsOf(compare(richWorld()).plan),
             (QStringList{QStringLiteral("create-account dora"), QStringLiteral("create-account emil"),
                          QStringLiteral("set-retention R2"), QStringLiteral("add emil"),
                          QStringLiteral("promote tina"), QStringLiteral("demote paul"), QStringLiteral("remove eva"),
                          QStringLiteral("add carl"), QStringLiteral("add anna"), QStringLiteral("add dora")}));
}

void TestPlan::orderOfOtherLists()
{
    SmallWorld w = worldWithUnknown();
    w.policy.createAccounts = false;
    w.join(QStringLiteral("olga"), RoomOwner);
    w.join(QStringLiteral("udo"), RoomMember, QStringLiteral("R2"));
    w.account(QStringLiteral("eva")).serverRoles.reset();
    const Plan plan = compare(w).plan;
    QStringList withheld, findings, unknown;
    for (const Withheld &h : plan.withheld)
        withheld.push_back(QString::number(*h.change.place.cmid) + u' ' + codeOf(h.rule) + u' ' +
                           personOf(h.change)->username);
    for (const Finding &f : plan.findings)
        findings.push_back(QString::number(*f.place.cmid) + u' ' + codeOf(f.code));
    for (const Unknown &u : plan.unknown)
        unknown.push_back(QString::number(*u.place.cmid) + u' ' + codeOf(u.reason));
    QCOMPARE(withheld, (QStringList{QStringLiteral("50 guest udo"), QStringLiteral("50 protection-unknown eva"),
                                    QStringLiteral("100 guest gast")}));
    QCOMPARE(findings, (QStringList{QStringLiteral("50 no-account"), QStringLiteral("100 no-account"),
                                    QStringLiteral("100 protected")}));
    QCOMPARE(unknown, (QStringList{QStringLiteral("200 ambiguous"), QStringLiteral("300 not-found-by-name")}));
    // People: (moodle, chat), null first.
    const PersonKey none{std::nullopt, QStringLiteral("z"), {}}, seven = person(7), noChat{7, std::nullopt, {}};
    QVERIFY(personBefore(nullptr, &none));
    QVERIFY(personBefore(&none, &seven));
    QVERIFY(personBefore(&noChat, &seven));
    const PersonKey ten = person(10);
    QVERIFY(personBefore(&seven, &ten)); // numbers, not texts
}

void TestPlan::readBack()
{
    const QByteArray json = planToJson(compare(worldWithUnknown()).plan);
    const auto plan = planFromJson(json);
    QVERIFY(plan);
    QCOMPARE(planToJson(*plan), json);
    QCOMPARE(plan->digest, QJsonDocument::fromJson(json)[u"plan"].toString());
    QCOMPARE(plan->moodleServers.at(QStringLiteral("main")), QStringLiteral("https://moodle.example"));
    // White space and order of keys are no part of the document.
    QVERIFY(planFromJson(QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented)));
}

void TestPlan::refusals_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const Edit &edit, const char *code, const char *place) {
        QTest::newRow(name) << edit << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    const QJsonValue gone(QJsonValue::Undefined), null(QJsonValue::Null);
    row("another format", with("format", QStringLiteral("liaison-run")), "bad-plan", "format");
    row("no format", with("format", gone), "bad-plan", "format");
    row("a newer version", with("version", 2), "plan-version", "2");
    row("version as text", with("version", QStringLiteral("1")), "plan-version", "0");
    row("no origin", with("origin", gone), "bad-plan", "$.origin");
    row("basedOn is a number", with("basedOn", 7), "bad-plan", "$.basedOn");
    row("unknown class", with("classes", QJsonArray{QStringLiteral("everything")}), "bad-plan", "classes");
    row("classes are no list", with("classes", QStringLiteral("add")), "bad-plan", "classes");
    row("no servers", with("servers", gone), "bad-plan", "servers");
    row("chat server is null",
        with("servers", QJsonObject{{QStringLiteral("moodle"), QJsonObject()}, {QStringLiteral("chat"), null}}),
        "bad-plan", "servers.chat");
    row("a Moodle without URL",
        with("servers", QJsonObject{{QStringLiteral("moodle"), QJsonObject{{QStringLiteral("main"), 1}}},
                                    {QStringLiteral("chat"), QString()}}),
        "bad-plan", "servers.moodle.main");
    for (const char *list : {"steps", "withheld", "findings", "unknown"})
        row(list, with(list, QJsonObject()), "bad-plan", list);
    row("a step is a text", with("steps", QJsonArray{QStringLiteral("x")}), "bad-plan", "steps[0]");
    row("a step without id", inFirst("steps", "id", gone), "bad-plan", "steps[0].id");
    row("an unknown kind", inFirst("steps", "kind", QStringLiteral("delete-room")), "bad-plan", "steps[0].kind");
    row("a kind that is a number", inFirst("steps", "kind", 3), "bad-plan", "steps[0].kind");
    row("an unknown cause", inFirst("steps", "cause", QStringLiteral("magic")), "bad-plan", "steps[0].cause");
    row("an unknown reason", inFirst("steps", "reason", null), "bad-plan", "steps[0].reason");
    row("nobody to create", inFirst("steps", "person", null), "bad-plan", "steps[0].person");
    row("a person without moodle", inFirst("steps", "person", QJsonObject()), "bad-plan", "steps[0].person.moodle");
    row("a fraction for an id", inFirst("steps", "course", 1.5), "bad-plan", "steps[0].course");
    row("a text for an id", inFirst("steps", "cmid", QStringLiteral("100")), "bad-plan", "steps[0].cmid");
    row("no site", inFirst("steps", "site", null), "bad-plan", "steps[0].site");
    row("an unknown rule", inFirst("withheld", "rule", QStringLiteral("mood")), "bad-plan", "withheld[0].rule");
    row("an unknown finding", inFirst("findings", "code", QStringLiteral("x")), "bad-plan", "findings[0].code");
    row("an unknown reason of not knowing", inFirst("unknown", "reason", gone), "bad-plan", "unknown[0].reason");
    row("no counts", with("counts", gone), "bad-plan", "counts");
    row("noise is a list", with("noise", QJsonArray()), "bad-plan", "noise");
}

void TestPlan::refusals()
{
    QFETCH(Edit, edit);
    QFETCH(QString, code);
    QFETCH(QString, place);
    SmallWorld w = worldWithUnknown();
    w.join(QStringLiteral("olga"), RoomOwner);
    const QByteArray json = planToJson(compare(w).plan);
    QJsonObject document = QJsonDocument::fromJson(json).object();
    edit(document);

    const auto edited = planFromJson(QJsonDocument(document).toJson());
    QVERIFY(!edited);
    if (code == u"bad-plan" && place != u"format")
        QCOMPARE(edited.error().code, QStringLiteral("plan-digest")); // edited and not hashed again
    const auto plan = planFromJson(hashed(document));
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Input);
    QCOMPARE(plan.error().code, code);
    QCOMPARE(plan.error().where, place);

    QCOMPARE(planFromJson(json.left(json.size() / 2)).error().code, QStringLiteral("bad-plan"));
    QCOMPARE(planFromJson("[]").error().code, QStringLiteral("bad-plan"));
    QCOMPARE(planFromJson({}).error().code, QStringLiteral("bad-plan"));
}

using World = std::function<void(SmallWorld &)>;
Q_DECLARE_METATYPE(World)

/// Facts that differences are derived from: another value, another hash.
void TestPlan::basedOn_data()
{
    QTest::addColumn<World>("edit");
    const auto row = [](const char *name, const World &edit) { QTest::newRow(name) << edit; };
    const QString r1 = QStringLiteral("R1"), alg = QStringLiteral("ALG"), main = QStringLiteral("main");
    row("a role",
        [=](SmallWorld &w) { w.course(alg).enrolled.front().roles = QStringList{QStringLiteral("teacher")}; });
    row("an inherited role",
        [=](SmallWorld &w) { w.course(alg).enrolled.front().inherited = QStringList{QStringLiteral("teacher")}; });
    row("active", [=](SmallWorld &w) { w.course(alg).enrolled.front().active = Tri::No; });
    row("suspended", [=](SmallWorld &w) { w.course(alg).enrolled.front().suspended = Tri::Yes; });
    row("somebody is gone", [](SmallWorld &w) { w.people.front().gone = true; });
    row("inherited roles are not known", [=](SmallWorld &w) { w.course(alg).inheritedRolesKnown = false; });
    row("a group", [=](SmallWorld &w) { w.course(alg).group.emplace(); });
    row("a group is not known", [=](SmallWorld &w) {
        w.course(alg).groupUnknown = UnknownBecause{UnknownReason::ReadFailed, {}};
    });
    row("proof", [=](SmallWorld &w) { w.course(alg).proof = Proof::Uncounted; });
    row("a member", [](SmallWorld &w) { w.join(QStringLiteral("neu")); });
    row("a room role", [=](SmallWorld &w) { w.room(r1).members.back().roles = RoomModerator; });
    row("proof of members", [=](SmallWorld &w) { w.room(r1).proof = Proof::Administered; });
    row("access", [=](SmallWorld &w) { w.room(r1).access = Access::Administered; });
    row("our role in the room", [=](SmallWorld &w) { w.room(r1).ownRoles = RoomMember; });
    row("archived", [=](SmallWorld &w) { w.room(r1).archived = true; });
    row("encrypted", [=](SmallWorld &w) { w.room(r1).encrypted = true; });
    row("retention", [=](SmallWorld &w) { w.room(r1).retention = Retention{}; });
    row("retention is not known", [=](SmallWorld &w) { w.room(r1).retentionKnown = false; });
    row("count of the server", [=](SmallWorld &w) { w.room(r1).usersCount = 99; });
    row("room name", [=](SmallWorld &w) { w.room(r1).name = QStringLiteral("x"); });
    row("wanted retention", [](SmallWorld &w) { w.link(100).wantedRetention = Retention{}; });
    row("hidden", [](SmallWorld &w) { w.link(100).visible = false; });
    row("visibility is not known", [](SmallWorld &w) { w.link(100).visibilityKnown = false; });
    row("confirmed", [](SmallWorld &w) { w.link(100).confirmed = false; });
    row("plugin roles", [](SmallWorld &w) { w.link(100).roles->second.clear(); });
    row("no plugin roles", [](SmallWorld &w) { w.link(100).roles.reset(); });
    row("the room is missing", [](SmallWorld &w) { w.link(100).points = SmallLink::Points::Missing; });
    row("plugin seen", [=](SmallWorld &w) { w.site(main).pluginSeen = false; });
    row("retention feature", [=](SmallWorld &w) { w.site(main).retentionFeature = false; });
    row("an account is disabled", [](SmallWorld &w) { w.account(QStringLiteral("carl")).active = Tri::No; });
    row("an account is an administrator",
        [](SmallWorld &w) { w.account(QStringLiteral("carl")).serverRoles = QStringList{QStringLiteral("admin")}; });
    row("server roles are not known", [](SmallWorld &w) { w.account(QStringLiteral("carl")).serverRoles.reset(); });
    row("an account is a bot", [](SmallWorld &w) { w.account(QStringLiteral("carl")).type = QStringLiteral("bot"); });
    row("an account appeared", [](SmallWorld &w) {
        w.absentLogins.clear();
        w.account(QStringLiteral("dora"));
    });
    row("nobody knows of an account", [](SmallWorld &w) { w.absentLogins.clear(); });
    row("a right", [](SmallWorld &w) { w.grants->holders.remove(QStringLiteral("remove-user")); });
    row("rights are not known", [](SmallWorld &w) { w.grants.reset(); });
    row("an API account", [](SmallWorld &w) { w.apiAccounts.push_back(QStringLiteral("gast")); });
}

void TestPlan::basedOn()
{
    QFETCH(World, edit);
    SmallWorld w = richWorld();
    const QString before = compare(w).plan.basedOn;
    edit(w);
    QVERIFY(compare(w).plan.basedOn != before);
}

void TestPlan::basedOnIgnoresOrderAndDates()
{
    SmallWorld w = richWorld();
    const QString before = compare(w).plan.basedOn;
    QCOMPARE(compare(w, 5).plan.basedOn, before);
    w.now = Instant{w.now.ms + 60000};
    QCOMPARE(compare(w).plan.basedOn, before);
    w.allAccountsRead = true; // somebody else's account is no fact of this campus
    const QString all = compare(w).plan.basedOn;
    w.account(QStringLiteral("stranger"));
    QCOMPARE(compare(w).plan.basedOn, all);
}

void TestPlan::classesAreCanonical()
{
    SmallWorld w = richWorld();
    w.classes = {ChangeClass::Settings, ChangeClass::Add, ChangeClass::Add};
    const Plan plan = compare(w).plan;
    QCOMPARE(plan.classes, (std::vector{ChangeClass::Add, ChangeClass::Settings}));
    w.classes = {ChangeClass::Add, ChangeClass::Settings};
    QCOMPARE(planToJson(compare(w).plan), planToJson(plan));
    QCOMPARE(defaultClasses(), (std::vector{ChangeClass::Add, ChangeClass::Promote}));
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
