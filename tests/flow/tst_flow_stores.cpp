// R145 R250: each campus has a store of its own. Two campuses whose sites are both called "main" know nothing of each
// other, and what is erased of one stays of the other.
#include "tests/flow/home.h"

#include <QDir>
#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

class FlowStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linksAndRunsApart();
    void erasedApart();
    void whatIsMeantWithoutAName();
    void leftByAnOlderVersion();

private:
    struct Place
    {
        QString name;
        std::unique_ptr<Flow> flow;
        Env tokens;
    };

    Ran run(const Place &place, const QStringList &words);
    void repair(const Place &place);
    QStringList runs(const Place &place);
    [[nodiscard]] QStringList stores() const;

    std::unique_ptr<Home> m_home;
    Place m_one, m_two;
};

void FlowStores::init()
{
    m_home = std::make_unique<Home>();
    const auto make = [this](const QString &name, const QString &inside) {
        Campus campus;
        campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), inside);
        Place place{name, std::make_unique<Flow>(campus), {}};
        for (const char *token : {"LIAISON_MOODLE_TOKEN", "LIAISON_CHAT_TOKEN"})
            place.tokens[QString::fromLatin1(token)] = place.flow->env[QString::fromLatin1(token)];
        const QJsonObject o{
            {QStringLiteral("format"), QStringLiteral("liaison-config")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("moodle"),
             QJsonArray{QJsonObject{{QStringLiteral("url"), place.flow->env[QStringLiteral("LIAISON_MOODLE_URL")]}}}},
            {QStringLiteral("chat"),
             QJsonObject{{QStringLiteral("url"), place.flow->env[QStringLiteral("LIAISON_CHAT_URL")]},
                         {QStringLiteral("user"), QStringLiteral("api")}}}};
        m_home->write(QStringLiteral("config/liaison/profiles/%1.json").arg(name), QJsonDocument(o).toJson());
        return place;
    };
    m_one = make(QStringLiteral("one"), QStringLiteral("prof*"));
    m_two = make(QStringLiteral("two"), QStringLiteral("prof* anne"));
}

Ran FlowStores::run(const Place &place, const QStringList &words)
{
    return m_home->run(QStringList{QStringLiteral("--profile"), place.name, QStringLiteral("--json")} + words, {},
                       place.tokens);
}

void FlowStores::repair(const Place &place)
{
    const QString plan = m_home->file(place.name + QStringLiteral("-plan.json"));
    const Ran planned = run(place, {QStringLiteral("plan"), QStringLiteral("--all"), QStringLiteral("-o"), plan});
    QVERIFY2(planned.exit == 2, said(planned));
    const Ran applied = run(place, {QStringLiteral("apply"), plan});
    QVERIFY2(applied.exit == 0, said(applied));
}

QStringList FlowStores::runs(const Place &place)
{
    QStringList ids;
    const QJsonArray all = run(place, {QStringLiteral("runs")}).json[u"runs"].toArray();
    for (const QJsonValue &one : all)
        ids << one[u"run"].toString();
    return ids;
}

QStringList FlowStores::stores() const
{
    return QDir(m_home->file(QStringLiteral("data/liaison")))
        .entryList({QStringLiteral("campus-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
}

void FlowStores::linksAndRunsApart()
{
    repair(m_one);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(runs(m_one).size(), 1);
    QCOMPARE(runs(m_two), QStringList());
    QCOMPARE(stores().size(), 2);
    // What is confirmed there is confirmed there only.
    const auto sources = [&](const Place &place) {
        QStringList all;
        const QJsonArray links = run(place, {QStringLiteral("links")}).json[u"links"].toArray();
        for (const QJsonValue &link : links)
            all << link[u"source"].toString();
        return all.join(u' ');
    };
    for (Place *place : {&m_one, &m_two}) { // the companion goes: what is left is what was learnt
        Campus bare;
        bare.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
        bare.site().companion = false;
        place->flow->sandbox().replaceWorld(bare.world);
    }
    QCOMPARE(sources(m_one), QStringLiteral("remembered"));
    QCOMPARE(sources(m_two), QStringLiteral("guessed"));
    const Ran confirmed = run(m_two, {QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("main:70"),
                                      QStringLiteral("--yes")});
    QVERIFY2(confirmed.exit == 0, said(confirmed));
    QCOMPARE(sources(m_two), QStringLiteral("confirmed"));
    QCOMPARE(sources(m_one), QStringLiteral("remembered"));
}

void FlowStores::erasedApart()
{
    repair(m_one);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(run(m_two, {QStringLiteral("courses")}).exit, 0);
    const Ran erased = run(m_two, {QStringLiteral("purge"), QStringLiteral("--yes")});
    QVERIFY2(erased.exit == 0, said(erased));
    QCOMPARE(runs(m_one).size(), 1);
    const Ran own = run(m_one, {QStringLiteral("purge"), QStringLiteral("--yes")});
    QVERIFY2(own.exit == 0, said(own));
    QCOMPARE(runs(m_one), QStringList());
}

void FlowStores::whatIsMeantWithoutAName()
{
    repair(m_one);
    if (QTest::currentTestFailed())
        return;
    const QStringList bare{QStringLiteral("--json"), QStringLiteral("runs")};
    const Ran only = m_home->run(bare);
    QVERIFY2(only.exit == 0, said(only));
    QCOMPARE(only.json[u"runs"].toArray().size(), 1);
    QCOMPARE(run(m_two, {QStringLiteral("courses")}).exit, 0);
    const Ran which = m_home->run(bare); // there is a choice now
    QCOMPARE(which.exit, 1);
    QCOMPARE(which.json[u"error"][u"code"].toString(), QStringLiteral("missing-setting"));
    QVERIFY(!which.json[u"error"][u"text"].toString().isEmpty());
}

/// Before, one store served every campus: "everything" is that one too.
void FlowStores::leftByAnOlderVersion()
{
    repair(m_one);
    if (QTest::currentTestFailed())
        return;
    const QString all = m_home->file(QStringLiteral("data/liaison"));
    const QString own = QDir(all).filePath(stores().front());
    QVERIFY(QFile::copy(own + QStringLiteral("/liaison.db"), all + QStringLiteral("/liaison.db")));
    m_home->write(QStringLiteral("data/liaison/last-reading-0123.snapshot"), "sealed");
    const Env old{{QStringLiteral("LIAISON_STORE"), all}};
    const QStringList bare{QStringLiteral("--json"), QStringLiteral("runs")};
    QCOMPARE(m_home->run(bare, {}, old).json[u"runs"].toArray().size(), 1);
    const Ran erased = m_home->run({QStringLiteral("--json"), QStringLiteral("purge"), QStringLiteral("--yes")});
    QVERIFY2(erased.exit == 0, said(erased));
    QCOMPARE(m_home->run(bare, {}, old).json[u"runs"].toArray().size(), 0);
    QVERIFY(!QFile::exists(m_home->file(QStringLiteral("data/liaison/last-reading-0123.snapshot"))));
    QCOMPARE(runs(m_one), QStringList());
}

QTEST_MAIN(FlowStores)
#include "tst_flow_stores.moc"
