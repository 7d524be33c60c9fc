// A colleague works at the same time: what they change between plan and apply, or while a plan is applied, makes
// exactly the steps that it touches stale, each with its name; everything else is done.

#include "core/sandbox/worldjson.h"
#include "tests/flow/flow.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>
#include <functional>

using namespace liaison;
using namespace liaison::flow;

namespace {

using Change = std::function<void(Campus &)>;
using Touched = QMap<QString, QString>; ///< "kind login" -> detail

constexpr int roomsAtOnce = 4;

/// As many rooms as are worked on at once, each with one call; behind them the room that a colleague touches, and
/// another one.
Campus campus()
{
    Campus c;
    for (int i = 1; i <= roomsAtOnce; ++i)
        c.linked(QStringLiteral("B%1").arg(i), i, i * 10, QStringLiteral("prof* busy%1").arg(i),
                 QStringLiteral("prof*"));
    const QString stay = many(QStringLiteral("s"), 9);
    c.linked(QStringLiteral("MOV"), 5, 50, QStringLiteral("prof* up* down anne out ") + stay,
             QStringLiteral("prof* up down* out ") + stay);
    for (sandbox::Enrolment &enrolment : c.courseOf(5).enrolments) {
        if (enrolment.person == c.person(QStringLiteral("out")))
            enrolment.roles = QStringList{QStringLiteral("teacher")};
    }
    c.activityOf(50).retention = sandbox::ActivityRetention{true, 90, false, true};
    c.linked(QStringLiteral("END"), 6, 60, QStringLiteral("prof* last"), QStringLiteral("prof*"));
    c.course(QStringLiteral("TWO"), 7, QStringLiteral("out s1"));
    return c;
}

/// What a colleague sees: the whole campus under the control URL, to look at and to put back changed.
class Colleague
{
public:
    explicit Colleague(Flow &flow) : m_url(flow.sandbox().ready()[u"control"].toString() + QLatin1String("/world")) {}

    void make(const Change &change)
    {
        QNetworkRequest request(m_url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        auto world = sandbox::worldFromJson(answerOf(m_network.get(request)));
        if (!world)
            qFatal("%s", qPrintable(world.error().detail));
        Campus present;
        present.world = std::move(*world);
        change(present);
        (void)answerOf(m_network.post(request, sandbox::worldToJson(present.world)));
    }

private:
    static QByteArray answerOf(QNetworkReply *reply)
    {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QByteArray answer = reply->readAll();
        if (reply->error() != QNetworkReply::NoError)
            qFatal("control: %s", answer.constData());
        reply->deleteLater();
        return answer;
    }

    QUrl m_url;
    QNetworkAccessManager m_network;
};

QString nameOf(const QJsonValue &step)
{
    const QString login = step[u"person"][u"username"].toString();
    return login.isEmpty() ? step[u"kind"].toString() : QString(step[u"kind"].toString() + u' ' + login);
}

Touched everything(const char *detail)
{
    Touched all;
    for (const char *step : {"set-retention", "add anne", "promote up", "demote down", "remove out"})
        all[QString::fromLatin1(step)] = QString::fromLatin1(detail);
    return all;
}

} // namespace

class FlowColleague : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactlyTheTouched_data();
    void exactlyTheTouched();
};

void FlowColleague::exactlyTheTouched_data()
{
    QTest::addColumn<bool>("during");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Touched>("touched");
    const auto both = [](const char *what, const Change &change, const Touched &touched) {
        QTest::addRow("%s, before apply", what) << false << change << touched;
        QTest::addRow("%s, while applying", what) << true << change << touched;
    };
    const auto one = [](const char *step, const char *detail) {
        return Touched{{QString::fromLatin1(step), QString::fromLatin1(detail)}};
    };
    both(
        "left the course", [](Campus &c) { c.unenrol(5, QStringLiteral("anne")); },
        one("add anne", "no-longer-needed"));
    both(
        "left the room", [](Campus &c) { c.take(QStringLiteral("r50"), QStringLiteral("out")); },
        one("remove out", "already-so"));
    both(
        "to be promoted, left the room", [](Campus &c) { c.take(QStringLiteral("r50"), QStringLiteral("up")); },
        one("promote up", "person-changed"));
    both(
        "became a teacher",
        [](Campus &c) {
            c.unenrol(5, QStringLiteral("anne"));
            c.enrol(5, QStringLiteral("anne*"));
        },
        one("add anne", "person-changed"));
    both(
        "is no teacher any more",
        [](Campus &c) {
            c.unenrol(5, QStringLiteral("up"));
            c.enrol(5, QStringLiteral("up"));
        },
        one("promote up", "no-longer-needed"));
    both(
        "was promoted by somebody else",
        [](Campus &c) {
            c.take(QStringLiteral("r50"), QStringLiteral("up"));
            c.put(QStringLiteral("r50"), QStringLiteral("up*"));
        },
        one("promote up", "already-so"));
    // The link goes by the room's id: a name moves nothing.
    both("the room was renamed", [](Campus &c) { c.roomOf(QStringLiteral("r50")).name = QStringLiteral("another"); },
         {});
    both(
        "the room was archived", [](Campus &c) { c.roomOf(QStringLiteral("r50")).archived = true; },
        everything("room-moved"));
    both(
        "another course came to share the room",
        [](Campus &c) {
            c.activity(7, 70, QStringLiteral("r50"));
            c.activityOf(70).created = c.world.now;
        },
        one("remove out", "no-longer-needed"));
    both(
        "the activity got another room",
        [](Campus &c) {
            c.room(QStringLiteral("r99"), QStringLiteral("elsewhere"), QStringLiteral("prof*"));
            c.activityOf(50).room = QStringLiteral("r99");
        },
        everything("link-moved"));
    both(
        "the activity was deleted", [](Campus &c) { c.courseOf(5).activities.clear(); }, everything("link-moved"));
}

// Rule 7
void FlowColleague::exactlyTheTouched()
{
    QFETCH(bool, during);
    QFETCH(Change, change);
    QFETCH(Touched, touched);
    Flow flow(campus());
    Colleague colleague(flow);
    const Ran plan = flow.plan(every);
    const QJsonArray steps = plan.json[u"steps"].toArray();
    QCOMPARE(steps.size(), roomsAtOnce + 6);
    Ran ran;
    if (during) {
        // The rooms before it wait for their answers, and it waits for its turn.
        flow.sandbox().clearRequests();
        flow.fault(R"({"match":"groups.invite","do":"delay","ms":2500,"times":4})");
        const auto program =
            flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
        QTRY_COMPARE_WITH_TIMEOUT(flow.writes(), roomsAtOnce, 20000);
        colleague.make(change);
        ran = Flow::finish(*program);
    } else {
        colleague.make(change);
        ran = flow.apply();
    }
    const auto results = outcomes(ran);
    for (const QJsonValue &step : steps) {
        const QString name = nameOf(step);
        const QString expected = touched.contains(name) && step[u"cmid"].toInt() == 50
                                     ? QString(QLatin1String("stale ") + touched[name])
                                     : QStringLiteral("done");
        QVERIFY2(results[step[u"id"].toString()] == expected, QByteArray(name.toUtf8() + ' ' + said(ran)).constData());
    }
    QCOMPARE(ran.exit, touched.isEmpty() ? 0 : 4);
    QCOMPARE(ran.json[u"done"].toInt() + ran.json[u"stale"].toInt(), ran.json[u"planned"].toInt());
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
    // What the colleague's change asks for now is the next plan's, and then there is nothing left.
    flow.plan(every);
    (void)flow.apply();
    const Ran after = flow.plan(every);
    QVERIFY2(after.json[u"steps"].toArray().isEmpty(), said(after));
}

QTEST_GUILESS_MAIN(FlowColleague)
#include "tst_flow_colleague.moc"
