// Two things go wrong at once, on two of the calls that a plan is made of: each kind of fault with each other, on two
// of the ten pairs of calls in turn; on all of them with LIAISON_ALL_FAULTS=1. Judged as in tst_sandbox_outcomes. R59,
// R249
#include "tests/sandbox/outcomes.h"

#include <QtTest>

using namespace liaison::outcomes;

namespace {

/// The list of links, their people, the list of rooms, their people, an account.
constexpr const char *calls[] = {"local_liaison_get_links", "local_liaison_get_memberships", "rooms.adminRooms",
                                 "rooms.membersOrderedByRole", "users.info"};

} // namespace

class SandboxOutcomePairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void inPairs_data();
    void inPairs();
    void cleanupTestCase();

private:
    std::vector<Case> m_cases;
    std::vector<std::pair<int, int>> m_kinds; ///< parallel to m_cases
    std::vector<QByteArray> m_names;          ///< likewise
};

void SandboxOutcomePairs::initTestCase()
{
    const int count = int(kinds().size());
    for (std::size_t a = 0; a < std::size(calls); ++a) {
        for (std::size_t b = a + 1; b < std::size(calls); ++b) {
            for (int i = 0; i < count; ++i) {
                for (int j = 0; j < count; ++j) {
                    const Kind &first = kinds()[std::size_t(i)], &second = kinds()[std::size_t(j)];
                    m_cases.push_back({{fault(calls[a], first), fault(calls[b], second)}, {}});
                    m_kinds.emplace_back(i, j);
                    m_names.push_back(QByteArray(calls[a]) + ' ' + first.name + ", " + calls[b] + ' ' + second.name);
                }
            }
        }
    }
    run(m_cases);
}

void SandboxOutcomePairs::inPairs_data()
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < m_cases.size(); ++at)
        QTest::addRow("%s", m_names[at].constData()) << int(at);
}

void SandboxOutcomePairs::inPairs()
{
    QFETCH(int, at);
    const QString &outcome = m_cases[std::size_t(at)].outcome;
    QVERIFY2(allowed(outcome), qPrintable(outcome));
}

void SandboxOutcomePairs::cleanupTestCase()
{
    QMap<QString, QMap<QString, QString>> rows;
    QMap<QString, QMap<QString, QSet<QString>>> all;
    QStringList order;
    for (const Kind &kind : kinds())
        order << QLatin1String(kind.name);
    for (std::size_t at = 0; at < m_cases.size(); ++at)
        all[order[m_kinds[at].first]][order[m_kinds[at].second]].insert(m_cases[at].outcome);
    for (auto row = all.begin(); row != all.end(); ++row) {
        for (auto cell = row->begin(); cell != row->end(); ++cell) {
            QStringList outcomes(cell->begin(), cell->end());
            outcomes.sort();
            rows[row.key()][cell.key()] = outcomes.join(QLatin1String(", "));
        }
    }
    QString names;
    for (const char *call : calls)
        names += QLatin1String(names.isEmpty() ? "`" : ", `") + QLatin1String(call) + u'`';
    QVERIFY(publish(Half::Pairs,
                    QString(QStringLiteral("\n## Two at once\n\nOn each two of these calls: ") + names +
                            QStringLiteral(". The row is\nwhat the earlier one does, the column the later one; all "
                                           "outcomes that were seen.\n\n| |") +
                            table(rows, order))));
}

QTEST_GUILESS_MAIN(SandboxOutcomePairs)
#include "tst_sandbox_outcome_pairs.moc"
