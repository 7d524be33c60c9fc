#include "core/sandbox/clock.h"
#include "core/sandbox/faults.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace liaison;
using namespace liaison::sandbox;

// R84 R135 R190 R191: every diagnosis is tested by faults that are switched on here.
class WorldFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey()
    {
        const auto faults =
            faultsFromJson(R"([{"server":"moodle","site":"annexe","match":"core_x","course":7,"room":"r",
            "after":2,"times":3,"probability":0.5,"do":"ratelimit","status":503,"ms":20,"seconds":4}, {"do":"hang","room":null}])");
        QVERIFY2(faults, qPrintable(faults ? QString() : faults.error().detail));
        const Fault &f = faults->at(0);
        QCOMPARE(f.server, QStringLiteral("moodle"));
        QCOMPARE(f.site, QStringLiteral("annexe"));
        QCOMPARE(f.match, QStringLiteral("core_x"));
        QCOMPARE(f.course.value(), 7);
        QCOMPARE(f.room, QStringLiteral("r"));
        QCOMPARE(f.after, 2);
        QCOMPARE(f.times.value(), 3);
        QCOMPARE(f.probability, 0.5);
        QCOMPARE(f.act, FaultAction::RateLimit);
        QCOMPARE(f.status, 503);
        QCOMPARE(f.ms, 20);
        QCOMPARE(f.seconds.value(), 4);
        QCOMPARE(faults->at(1).act, FaultAction::Hang);
        QCOMPARE(faultsFromJson(R"({"do":"reset-after"})").value().at(0).act, FaultAction::ResetAfter);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        QTest::newRow("unknown key") << QByteArray(R"([{"do":"hang"},{"do":"hang","foo":1}])")
                                     << QStringLiteral("[1].foo: unknown key");
        QTest::newRow("unknown null key")
            << QByteArray(R"({"do":"hang","foo":null})") << QStringLiteral("foo: unknown key");
        QTest::newRow("no action") << QByteArray("{}") << QStringLiteral("do: missing");
        QTest::newRow("server") << QByteArray(R"({"do":"hang","server":"chat"})")
                                << QStringLiteral("server: expected moodle or rocketchat");
        QTest::newRow("probability") << QByteArray(R"({"do":"hang","probability":2})")
                                     << QStringLiteral("probability: expected a number from 0 to 1");
        QTest::newRow("times") << QByteArray(R"({"do":"hang","times":-1})")
                               << QStringLiteral("times: expected an integer from 0 to 2147483647");
        QTest::newRow("type") << QByteArray(R"({"do":"hang","match":3})") << QStringLiteral("match: expected a text");
        QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("[0]: expected an object");
        QTest::newRow("action") << QByteArray(R"({"do":"explode"})")
                                << QStringLiteral("do: expected one of status delay hang truncate html empty ratelimit "
                                                  "revoke reset reset-after");
    }
    void refusals()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        const auto faults = faultsFromJson(json);
        QVERIFY(!faults);
        QCOMPARE(faults.error().code, QStringLiteral("bad-fault"));
        QCOMPARE(faults.error().detail, detail);
    }

    void documentedFaultsAreRead()
    {
        QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/sandbox.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        int found = 0;
        QRegularExpressionMatchIterator it =
            QRegularExpression(u"\\{[^{}]*\"do\":\"[a-z-]+\"[^{}]*\\}"_qs).globalMatch(text);
        for (; it.hasNext(); ++found) {
            const QByteArray rule = it.next().captured().toUtf8();
            QVERIFY2(faultsFromJson(rule), rule.constData());
        }
        QVERIFY(found >= 12);
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("acts");
        const auto row = [](const char *json, bool acts) { QTest::newRow(json) << QByteArray(json) << acts; };
        row(R"({"do":"reset"})", true);
        row(R"({"do":"reset","server":"moodle"})", true);
        row(R"({"do":"reset","server":"rocketchat"})", false);
        row(R"({"do":"reset","site":"main"})", true);
        row(R"({"do":"reset","site":"annexe"})", false);
        row(R"({"do":"reset","match":"core_enrol_get_enrolled_users"})", true);
        row(R"({"do":"reset","match":"core_enrol_get_enrolled"})", false); // a function is matched whole
        row(R"({"do":"reset","match":"rest/server"})", true);              // a path in part
        row(R"({"do":"reset","course":8})", true);                         // among others
        row(R"({"do":"reset","course":9})", false);
        row(R"({"do":"reset","room":"r2"})", true);
        row(R"({"do":"reset","room":"r3"})", false);
        row(R"({"do":"reset","course":8,"room":"r3"})", false);
    }
    void filters()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, acts);
        Faults faults;
        faults.add(faultsFromJson(json).value());
        QCOMPARE(faults.decide(subject()).has_value(), acts);
    }

    void afterAndTimesCountMatches()
    {
        Faults faults;
        faults.add(faultsFromJson(R"([{"do":"reset","after":2,"times":2}])").value());
        QCOMPARE(decisions(faults, 6), QStringLiteral("..rr.."));
    }

    /// The first one takes two; where it does not act the second one is looked at, and its own matches were counted.
    void firstActingFaultWins()
    {
        Faults faults;
        faults.add(faultsFromJson(R"([{"do":"reset","times":2},{"do":"hang","after":1,"times":3}])").value());
        QCOMPARE(decisions(faults, 6), QStringLiteral("rrhh.."));
    }

    void countsOnlyMatches()
    {
        Faults faults;
        faults.add(faultsFromJson(R"([{"do":"reset","after":1,"server":"rocketchat"}])").value());
        QCOMPARE(decisions(faults, 3), QStringLiteral("..."));
        FaultSubject chat{QStringLiteral("rocketchat"), QStringLiteral("/chat/api/v1/groups.list"), {}};
        QVERIFY(!faults.decide(chat));
        QVERIFY(faults.decide(chat));
    }

    void probabilityIsSeeded()
    {
        const auto run = [](quint64 seed) {
            Faults faults(seed);
            faults.add(faultsFromJson(R"([{"do":"reset","probability":0.5}])").value());
            return decisions(faults, 200);
        };
        QCOMPARE(run(1), run(1));
        QVERIFY(run(1) != run(2));
        const auto hits = run(1).count(u'r');
        QVERIFY2(hits > 60 && hits < 140, qPrintable(QString::number(hits)));
        Faults never;
        never.add(faultsFromJson(R"([{"do":"reset","probability":0},{"do":"hang"}])").value());
        QCOMPARE(decisions(never, 2), QStringLiteral("hh"));
    }

    void clearForgetsCounts()
    {
        Faults faults;
        const auto rule = faultsFromJson(R"([{"do":"reset","times":1}])").value();
        faults.add(rule);
        QCOMPARE(decisions(faults, 2), QStringLiteral("r."));
        faults.clear();
        QVERIFY(faults.isEmpty());
        faults.add(rule);
        QCOMPARE(decisions(faults, 2), QStringLiteral("r."));
    }

    void clockRunsFromWhereItWasSet()
    {
        qint64 steady = 5'000;
        Clock clock({1'000'000}, [&] { return steady; });
        QCOMPARE(clock.now().ms, 1'000'000);
        steady += 250;
        QCOMPARE(clock.now().ms, 1'000'250);
        clock.advance(60'000);
        QCOMPARE(clock.now().ms, 1'060'250);
        clock.set({7});
        steady += 3;
        QCOMPARE(clock.now().ms, 10);
    }

private:
    static FaultSubject subject()
    {
        return {QStringLiteral("moodle"),
                QStringLiteral("/moodle/webservice/rest/server.php"),
                {QStringLiteral("main"),
                 QStringLiteral("core_enrol_get_enrolled_users"),
                 false,
                 {7, 8},
                 {QStringLiteral("r1"), QStringLiteral("r2")}}};
    }
    static QString decisions(Faults &faults, int requests)
    {
        QString out;
        for (int i = 0; i < requests; ++i) {
            const auto fault = faults.decide(subject());
            out += !fault ? u'.' : fault->act == FaultAction::Reset ? u'r' : u'h';
        }
        return out;
    }
};

QTEST_GUILESS_MAIN(WorldFaults)
#include "tst_world_faults.moc"
