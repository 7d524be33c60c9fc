// Unknown is not an excuse (issue 4): one fault on any call that a plan makes, whichever it is, changes nothing of what
// the plan says. The calls are taken from the log of a quiet run, so that a new one is tried by itself. R15

#include "tests/flow/flow.h"

#include <QtTest>
#include <set>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString r70 = QStringLiteral("r70"), r80 = QStringLiteral("r80");

/// One of each difference, and a guest; so that member lists, look-ups and roles are asked for.
Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob carl"),
                  QStringLiteral("prof anne dora guest1"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof* anne bob*"));
    return campus;
}

struct Variant
{
    const char *name;
    QStringList without;
    const char *version;
    const char *config;
};

std::vector<Variant> variants()
{
    const QStringList noCompanion{QStringLiteral("local_liaison_get_memberships"),
                                  QStringLiteral("local_liaison_get_info"), QStringLiteral("local_liaison_get_links"),
                                  QStringLiteral("local_liaison_get_people")};
    return {{"companion", {}, "7.10", R"({"policy":{"timeline":true}})"},
            {"strict, by e-mail", {}, "8.8", R"({"policy":{"preset":"strict","identity":{"rule":"email"}}})"},
            {"without companion, older chat", noCompanion, "6.8", R"({})"}};
}

Campus campusOf(const Variant &variant)
{
    Campus campus = drifted();
    campus.world.chat.version = QString::fromLatin1(variant.version);
    if (!variant.without.isEmpty())
        campus.without(variant.without);
    return campus;
}

/// "moodle core_enrol_get_users_courses", "rocketchat groups.list": each once.
std::set<QString> callsOf(Flow &flow)
{
    std::set<QString> calls;
    for (const auto &request : flow.sandbox().requests()) {
        if (request.server == u"moodle")
            calls.insert(QStringLiteral("moodle ") + request.function);
        else
            calls.insert(QStringLiteral("rocketchat ") + request.path.section(QLatin1String("/api/v1/"), -1));
    }
    return calls;
}

QString told(const Ran &plan)
{
    return who(plan.json[u"steps"].toArray()) + QStringLiteral(" | ") + who(plan.json[u"withheld"].toArray()) +
           QStringLiteral(" | ") + who(plan.json[u"findings"].toArray()) + QStringLiteral(" | ") + unknowns(plan) +
           QStringLiteral(" | ") + QString::number(plan.exit);
}

} // namespace

class FlowOneFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyCall_data();
    void anyCall();
};

void FlowOneFault::anyCall_data()
{
    QTest::addColumn<int>("variant");
    QTest::addColumn<QString>("call");
    const std::vector<Variant> all = variants();
    for (size_t i = 0; i < all.size(); ++i) {
        Flow flow(campusOf(all[i]));
        flow.configure(all[i].config);
        (void)flow.plan(every); // what a first look makes, and what the next one does
        (void)flow.plan(every);
        for (const QString &call : callsOf(flow))
            QTest::addRow("%s: %s", all[i].name, qPrintable(call)) << int(i) << call;
    }
}

void FlowOneFault::anyCall()
{
    QFETCH(int, variant);
    QFETCH(QString, call);
    const Variant chosen = variants()[size_t(variant)];
    Flow flow(campusOf(chosen));
    flow.configure(chosen.config);
    (void)flow.plan(every);
    const QString quiet = told(flow.plan(every));
    for (const char *how :
         {R"("do":"html")", R"("do":"status","status":500)", R"("do":"reset")", R"("do":"truncate")"}) {
        const QByteArray fault = R"({"server":")" + call.section(u' ', 0, 0).toUtf8() + R"(","match":")" +
                                 call.section(u' ', 1).toUtf8() + R"(","times":1,)" + how + '}';
        flow.fault(fault.constData());
        const Ran plan = flow.plan(every);
        QVERIFY2(told(plan) == quiet, qPrintable(QString::fromUtf8(fault) + u'\n' + quiet + u'\n' + told(plan) + u'\n' +
                                                 QString::fromUtf8(said(plan))));
        flow.sandbox().clearFaults();
    }
}

QTEST_GUILESS_MAIN(FlowOneFault)
#include "tst_flow_onefault.moc"
