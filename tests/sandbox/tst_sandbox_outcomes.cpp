// Whatever goes wrong while the servers are read, alone and in pairs: `plan` stays right or says that it does not know.
// It never plans what a whole reading would not have planned, and what it leaves out it names. The table of outcomes is
// docs/faults-reading.md (LIAISON_WRITE_FAULTS=1 writes it). R59, R249
#include "tests/flow/flow.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

struct Kind
{
    const char *name, *json;
};
/// A client waits one second for an answer here: `hang` takes as long as that.
constexpr Kind kinds_[] = {{"status", R"("do":"status","status":503)"},
                           {"delay", R"("do":"delay","ms":200)"},
                           {"truncate", R"("do":"truncate")"},
                           {"html", R"("do":"html")"},
                           {"empty", R"("do":"empty")"},
                           {"ratelimit", R"("do":"ratelimit","seconds":1,"times":1)"},
                           {"revoke", R"("do":"revoke")"},
                           {"reset", R"("do":"reset")"},
                           {"reset-after", R"("do":"reset-after")"},
                           {"half of them reset", R"("do":"reset","probability":0.5)"},
                           {"hang", R"("do":"hang")"}};

constexpr const char *targets[] = {"local_liaison_get_links",
                                   "local_liaison_get_memberships",
                                   "local_liaison_get_info",
                                   "rooms.adminRooms",
                                   "groups.list",
                                   "rooms.membersOrderedByRole",
                                   "permissions.listAll"};

QByteArray fault(const char *target, const Kind &kind)
{
    return QByteArray(R"({"match":")") + target + R"(",)" + kind.json + '}';
}

/// People to add, somebody to remove who is still enrolled, a room in step, a hidden one.
Campus campus()
{
    Campus c;
    const QString stay = many(QStringLiteral("s"), 9);
    c.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* anne bob ") + stay),
             QString(QStringLiteral("prof* ") + stay));
    c.linked(QStringLiteral("BIO2"), 8, 80, QString(QStringLiteral("prof* dora out1 ") + stay),
             QString(QStringLiteral("prof* dora* out1 ") + stay));
    for (sandbox::Enrolment &e : c.courseOf(8).enrolments) {
        if (e.person == c.person(QStringLiteral("out1")))
            e.roles = QStringList{QStringLiteral("teacher")};
    }
    c.linked(QStringLiteral("STE3"), 9, 90, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.linked(QStringLiteral("HID4"), 10, 100, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.activityOf(100).visible = false;
    return c;
}

QMap<QString, QString> stepsOf(const Ran &plan)
{
    QMap<QString, QString> steps;
    const QJsonArray all = plan.json[u"steps"].toArray();
    for (const QJsonValue &s : all)
        steps.insert(s[u"id"].toString(), s[u"room"].toString());
    return steps;
}

} // namespace

class SandboxOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void alone_data();
    void alone();
    void inPairs_data();
    void inPairs();
    void canaries();
    void cleanupTestCase();

private:
    QString outcomeOf(const QByteArrayList &faults);
    static bool allowed(const QString &outcome);

    std::unique_ptr<Flow> m_flow;
    QMap<QString, QString> m_whole;
    QMap<QString, QMap<QString, QString>> m_alone, m_pairs;
};

void SandboxOutcomes::initTestCase()
{
    m_flow = std::make_unique<Flow>(campus());
    m_flow->configure(R"({"timeoutSeconds":1})");
    const Ran plan = m_flow->plan(every);
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 2 archive 1 demote 1 remove 1"));
    m_whole = stepsOf(plan);
}

/// "right", "less", "unknown", "error <code>"; anything else is what is wrong.
QString SandboxOutcomes::outcomeOf(const QByteArrayList &faults)
{
    Flow &flow = *m_flow;
    flow.sandbox().clearFaults();
    flow.sandbox().clearRequests();
    for (const QByteArray &f : faults)
        flow.fault(f.constData());
    const Ran plan = flow.plan(every);
    flow.sandbox().clearFaults();
    if (flow.writes() != 0)
        return QStringLiteral("WROTE");
    if (plan.exit == 1) {
        const QString code = plan.json[u"error"][u"code"].toString();
        if (code.isEmpty())
            return QString(QStringLiteral("NO CODE: ") + QString::fromUtf8(said(plan)));
        return QString(QStringLiteral("error `") + code + u'`');
    }
    const QMap<QString, QString> steps = stepsOf(plan);
    for (auto it = steps.begin(); it != steps.end(); ++it) {
        if (!m_whole.contains(it.key()))
            return QString(QStringLiteral("PLANNED WHAT IS NOT SO: ") + QString::fromUtf8(said(plan).left(2000)));
    }
    QSet<QString> excused;
    for (const char *list : {"unknown", "withheld"}) {
        const QJsonArray all = plan.json[QLatin1String(list)].toArray();
        for (const QJsonValue &entry : all)
            excused.insert(entry[u"room"].toString());
    }
    for (auto it = m_whole.begin(); it != m_whole.end(); ++it) {
        if (!steps.contains(it.key()) && !excused.contains(it.value()) && plan.exit != 5)
            return QString(QStringLiteral("LEFT OUT SILENTLY: ") + QString::fromUtf8(said(plan).left(2000)));
    }
    if (steps.size() == m_whole.size() && plan.json[u"unknown"].toArray().isEmpty())
        return QStringLiteral("right");
    return steps.isEmpty() ? QStringLiteral("unknown") : QStringLiteral("less");
}

/// What a fault may come to; the table has no other words.
bool SandboxOutcomes::allowed(const QString &outcome)
{
    return outcome == u"right" || outcome == u"less" || outcome == u"unknown" || outcome.startsWith(u"error `");
}

void SandboxOutcomes::alone_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<int>("kind");
    for (int t = 0; t < int(std::size(targets)); ++t) {
        for (int k = 0; k < int(std::size(kinds_)); ++k)
            QTest::addRow("%s %s", targets[t], kinds_[k].name) << t << k;
    }
}

void SandboxOutcomes::alone()
{
    QFETCH(int, target);
    QFETCH(int, kind);
    const QString outcome = outcomeOf({fault(targets[target], kinds_[kind])});
    m_alone[QLatin1String(targets[target])][QLatin1String(kinds_[kind].name)] = outcome;
    QVERIFY2(allowed(outcome), qPrintable(outcome));
}

void SandboxOutcomes::inPairs_data()
{
    QTest::addColumn<int>("moodle");
    QTest::addColumn<int>("chat");
    for (int m = 0; m < int(std::size(kinds_)); ++m) {
        for (int c = 0; c < int(std::size(kinds_)); ++c)
            QTest::addRow("moodle %s, chat %s", kinds_[m].name, kinds_[c].name) << m << c;
    }
}

/// On both sides at once, where the lists of people are read.
void SandboxOutcomes::inPairs()
{
    QFETCH(int, moodle);
    QFETCH(int, chat);
    const QString outcome = outcomeOf(
        {fault("local_liaison_get_memberships", kinds_[moodle]), fault("rooms.membersOrderedByRole", kinds_[chat])});
    m_pairs[QLatin1String(kinds_[moodle].name)][QLatin1String(kinds_[chat].name)] = outcome;
    QVERIFY2(allowed(outcome), qPrintable(outcome));
}

/// What people wrote appears nowhere: no output, no file. Rule 6.
void SandboxOutcomes::canaries()
{
    Campus c = campus();
    for (sandbox::Room &room : c.world.chat.rooms) {
        room.oldestMessage = Instant::fromIso(QStringLiteral("2026-10-01T08:00:00Z"));
        room.newestMessage = Instant::fromIso(QStringLiteral("2026-11-01T08:00:00Z"));
    }
    for (const QString &version : {QStringLiteral("6.8"), QStringLiteral("9.0")}) {
        c.world.chat.version = version;
        Flow flow(c);
        QByteArray all;
        const auto run = [&](const QStringList &words) {
            const Ran ran = flow.run(words);
            all += ran.out + ran.err;
        };
        for (const char *command : {"doctor", "courses", "rooms", "runs", "retention --measure", "show ALG1",
                                    "why bob ALG1", "person anne", "--json rooms", "--json courses"})
            run(QString::fromLatin1(command).split(u' '));
        const Ran plan = flow.plan(every);
        const Ran applied = flow.apply();
        all += plan.out + plan.err + applied.out + applied.err + flow.read(QStringLiteral("plan.json"));
        QDirIterator files(flow.file(QString()), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int kept = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            all += file.readAll();
            ++kept;
        }
        QVERIFY(kept > 1 && all.contains("ALG1"));
        QVERIFY(!all.contains("CANARY"));
    }
}

void SandboxOutcomes::cleanupTestCase()
{
    QString text = QStringLiteral(
        "# Faults and their outcomes\n\n"
        "What `liaisonctl plan` does when a server misbehaves while it is read (docs/sandbox.md describes the faults; "
        "they act on\nevery request unless said otherwise; a client waits one second for an answer). **right** = the "
        "plan "
        "of a whole\nreading; **less** = some of its steps, the others withheld by a named rule, a person's role in a "
        "finding, or rooms\nnamed as unknown; **unknown** = no step, the rooms concerned named; **error** = no plan at "
        "all, exit code 1. There is no\nother outcome: a step that a whole reading would not have planned, or one left "
        "out in silence, fails the test\nthat prints this page (`tst_sandbox_outcomes`).\n\n## One fault\n\n| Call |");
    const auto table = [&](const QMap<QString, QMap<QString, QString>> &rows, const QStringList &order) {
        for (const Kind &k : kinds_)
            text += u' ' + QLatin1String(k.name) + QLatin1String(" |");
        text += QLatin1String("\n|---|") + QStringLiteral("---|").repeated(int(std::size(kinds_))) + u'\n';
        for (const QString &row : order) {
            text += QLatin1String("| `") + row + QLatin1String("` |");
            for (const Kind &k : kinds_)
                text += u' ' + rows.value(row).value(QLatin1String(k.name)) + QLatin1String(" |");
            text += u'\n';
        }
    };
    QStringList calls, names;
    for (const char *t : targets)
        calls << QLatin1String(t);
    for (const Kind &k : kinds_)
        names << QLatin1String(k.name);
    table(m_alone, calls);
    text += QLatin1String("\n## Two at once\n\nThe row is what `local_liaison_get_memberships` does, the column what "
                          "`rooms.membersOrderedByRole` does.\n\n| |");
    table(m_pairs, names);
    qInfo().noquote() << text;
    if (!qEnvironmentVariableIsSet("LIAISON_WRITE_FAULTS"))
        return;
    QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/faults-reading.md"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
}

QTEST_GUILESS_MAIN(SandboxOutcomes)
#include "tst_sandbox_outcomes.moc"
