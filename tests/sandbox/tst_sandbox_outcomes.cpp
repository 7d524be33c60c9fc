// Whatever goes wrong while the servers are read: `plan` stays right or says that it does not know. It never plans what
// a whole reading would not have planned, and what it leaves out it names. The table of outcomes is
// docs/faults-reading.md (LIAISON_WRITE_FAULTS=1 writes it); two faults at once: tst_sandbox_outcome_pairs. R59, R249
#include "tests/flow/flow.h"
#include "tests/sandbox/outcomes.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;
using namespace liaison::outcomes;

namespace {

constexpr const char *calls[] = {"local_liaison_get_links",    "local_liaison_get_memberships",
                                 "local_liaison_get_info",     "core_webservice_get_site_info",
                                 "rooms.adminRooms",           "groups.list",
                                 "rooms.membersOrderedByRole", "users.info",
                                 "permissions.listAll"};

} // namespace

class SandboxOutcomes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void alone_data();
    void alone();
    void canaries();
    void cleanupTestCase();

private:
    std::vector<Case> m_cases;
};

void SandboxOutcomes::initTestCase()
{
    for (const char *call : calls) {
        for (const Kind &kind : outcomes::kinds())
            m_cases.push_back({{fault(call, kind)}, {}});
    }
    outcomes::run(m_cases);
}

void SandboxOutcomes::alone_data()
{
    QTest::addColumn<int>("at");
    int at = 0;
    for (const char *call : calls) {
        for (const Kind &kind : outcomes::kinds())
            QTest::addRow("%s %s", call, kind.name) << at++;
    }
}

void SandboxOutcomes::alone()
{
    QFETCH(int, at);
    const QString &outcome = m_cases[std::size_t(at)].outcome;
    QVERIFY2(allowed(outcome), qPrintable(outcome));
}

/// What people wrote appears nowhere: no output, no file. Rule 6.
void SandboxOutcomes::canaries()
{
    Campus c = everyDrift();
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
    QMap<QString, QMap<QString, QString>> rows;
    QStringList order;
    std::size_t at = 0;
    for (const char *call : calls) {
        order << QLatin1String(call);
        for (const Kind &kind : outcomes::kinds())
            rows[order.last()][QLatin1String(kind.name)] = m_cases[at++].outcome;
    }
    QVERIFY(publish(
        Half::Alone,
        QStringLiteral(
            "# Faults and their outcomes\n\n"
            "What a plan becomes when a server misbehaves while it is read (docs/sandbox.md describes the faults; they "
            "act on\nevery request unless said otherwise; a client waits half a second for an answer). **right** = the "
            "plan of a whole\nreading; **less** = some of its steps, the others withheld by a named rule, a person's "
            "role in a finding, or rooms\nnamed as unknown; **unknown** = no step, the rooms concerned named; "
            "**error** = no plan at all, exit code 1. There is no\nother outcome: a step that a whole reading would "
            "not have planned, or one left out in silence, fails the tests\nthat print this page "
            "(`tst_sandbox_outcomes`, `tst_sandbox_outcome_pairs`).\n\n## One fault\n\n| Call |") +
            table(rows, order)));
}

QTEST_GUILESS_MAIN(SandboxOutcomes)
#include "tst_sandbox_outcomes.moc"
