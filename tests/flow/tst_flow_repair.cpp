// The main job from end to end: two servers in, a repaired room out.

#include "tests/flow/flow.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

class FlowRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClass_data();
    void everyClass();
    void onlyTheDefaultClasses();
    void sameFactsSameBytes();
    void digestAndIds();
    void nothingToDo();
};

void FlowRepair::everyClass_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"6.8", "7.10", "8.8", "9.0"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

// R81, R72, R39 (order), R64 (messages announced), R286
void FlowRepair::everyClass()
{
    QFETCH(QString, version);
    Campus campus = everyDrift();
    campus.world.chat.version = version;
    Flow flow(campus);
    if (version == u"6.8") { // an archived room shows its members only after it was opened
        QCOMPARE(repair(flow, every,
                        QStringLiteral("add 3 archive 1 demote 1 promote 1 remove 1 set-retention 1 unarchive 1"),
                        QStringLiteral("add 1")),
                 QString());
        QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
    } else {
        QCOMPARE(repair(flow, every,
                        QStringLiteral("add 4 archive 1 demote 1 promote 1 remove 1 set-retention 1 unarchive 1")),
                 QString());
    }
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowRepair::onlyTheDefaultClasses()
{
    Flow flow(everyDrift());
    const Ran plan = flow.plan();
    QCOMPARE(plan.exit, 2);
    const QJsonObject left = plan.json[u"counts"][u"notSelected"].toObject();
    QCOMPARE(left[u"demote"].toInt(), 1);
    QCOMPARE(left[u"remove"].toInt(), 1);
    QCOMPARE(left[u"archive"].toInt(), 1);
    QCOMPARE(left[u"unarchive"].toInt(), 1);
    QCOMPARE(left[u"set-retention"].toInt(), 1);
    // What waits behind the unarchive that is not ticked is not tried.
    QCOMPARE(repair(flow, {}, QStringLiteral("add 3 promote 1")), QString());
    QCOMPARE(flow.plan().exit, 0);
    QCOMPARE(flow.run({QStringLiteral("plan"), QStringLiteral("--all"), QStringLiteral("--classes"),
                       QStringLiteral("demote")})
                 .exit,
             2);
}

// Two plans made from the same facts are the same bytes (12.2).
void FlowRepair::sameFactsSameBytes()
{
    Flow flow(everyDrift());
    const Ran first = flow.plan(every);
    QCOMPARE(first.exit, 2);
    const QByteArray bytes = flow.read(QStringLiteral("plan.json"));
    flow.sandbox().advance(7200 * 1000);
    QCOMPARE(flow.plan(every).exit, 2);
    QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
    for (const char *language : {"en", "fr"}) {
        const Ran run = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("plan"),
                                  QStringLiteral("--all"), QStringLiteral("--classes"), every, QStringLiteral("-o"),
                                  flow.file(QStringLiteral("l.json"))});
        QCOMPARE(run.exit, 2);
        QCOMPARE(flow.read(QStringLiteral("l.json")), bytes);
    }
    // The order in which classes are named does not matter.
    QCOMPARE(flow.plan(QStringLiteral("create,settings,remove,demote,promote,add")).exit, 2);
    QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
    // An application of nothing changes no fact.
    QCOMPARE(flow.plan(QStringLiteral("create")).exit, 0);
    const Ran nothing = flow.apply();
    QCOMPARE(nothing.exit, 0);
    QCOMPARE(nothing.json[u"planned"].toInt(), 0);
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(flow.plan(every).exit, 2);
    QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
    // Another store that never saw these servers: the same facts, the same bytes.
    flow.env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("other"));
    QCOMPARE(flow.plan(every).exit, 2);
    QCOMPARE(flow.read(QStringLiteral("plan.json")), bytes);
}

// 12.2, recomputed by its words.
void FlowRepair::digestAndIds()
{
    Flow flow(everyDrift());
    QCOMPARE(flow.plan(every).exit, 2);
    QJsonObject plan = QJsonDocument::fromJson(flow.read(QStringLiteral("plan.json"))).object();
    const QString digest = plan.take(QStringLiteral("plan")).toString();
    QCOMPARE(digest, QString::fromLatin1(sha256(QJsonDocument(plan).toJson(QJsonDocument::Compact))));
    QSet<QString> ids;
    for (const char *list : {"steps", "withheld"}) {
        const QJsonArray entries = plan[QLatin1String(list)].toArray();
        for (const QJsonValue &e : entries) {
            const QJsonArray key{e[u"site"],
                                 e[u"cmid"],
                                 e[u"room"],
                                 e[u"kind"],
                                 e[u"person"].isObject() ? e[u"person"][u"moodle"] : QJsonValue(QJsonValue::Null),
                                 e[u"person"].isObject() ? e[u"person"][u"chat"] : QJsonValue(QJsonValue::Null),
                                 e[u"after"]};
            QCOMPARE(e[u"id"].toString().toLatin1(),
                     sha256(QJsonDocument(key).toJson(QJsonDocument::Compact)).left(16));
            QVERIFY(!ids.contains(e[u"id"].toString()));
            ids.insert(e[u"id"].toString());
        }
    }
    QCOMPARE(ids.size(), 10);
    QCOMPARE(plan[u"servers"][u"moodle"][u"main"].toString(), flow.env[QStringLiteral("LIAISON_MOODLE_URL")]);
    QCOMPARE(plan[u"origin"].toString(), QStringLiteral("diff"));
}

void FlowRepair::nothingToDo()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(plan.exit, 0);
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QString());
    QCOMPARE(flow.run({QStringLiteral("courses")}).exit, 0);
    QCOMPARE(flow.run({QStringLiteral("show"), QStringLiteral("ALG1")}).exit, 0);
    QCOMPARE(flow.writes(), 0);
}

QTEST_GUILESS_MAIN(FlowRepair)
#include "tst_flow_repair.moc"
