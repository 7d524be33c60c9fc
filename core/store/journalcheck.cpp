#include "core/store/journalcheck.h"

#include "core/store/heads.h"

#include <algorithm>
#include <map>

namespace liaison::store {
namespace {

class RunCheck
{
public:
    RunCheck(const RunRecord &run, const std::vector<JournalEntry> &entries, const std::vector<RunStep> &steps,
             std::vector<JournalProblem> &problems)
        : m_run(run), m_entries(entries), m_steps(steps), m_problems(problems)
    {
    }

    void check()
    {
        checkChain();
        checkEnd();
        checkRow();
        checkSteps();
    }

private:
    void problem(qint64 n, JournalFault fault) { m_problems.push_back({m_run.id, n, fault}); }

    [[nodiscard]] QString hashAt(const JournalEntry &e, const QString &previous, qint64 n) const
    {
        return chainHash(previous, m_run.id, n, e.at, e.type, e.text);
    }

    /// Does this entry fit behind another one than the one it stands behind?
    [[nodiscard]] bool fitsElsewhere(const JournalEntry &e) const
    {
        for (size_t i = 0; i <= m_entries.size(); ++i) {
            const QString previous = i == 0 ? QString() : m_entries[i - 1].hash;
            for (const qint64 n : {qint64(i) + 1, i == 0 ? qint64(1) : m_entries[i - 1].n + 1}) {
                if (hashAt(e, previous, n) == e.hash)
                    return true;
            }
        }
        // Exchanged neighbours: each carries the other's number.
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const JournalEntry &other) {
            return std::any_of(m_entries.begin(), m_entries.end(),
                               [&](const JournalEntry &before) { return hashAt(e, before.hash, other.n) == e.hash; });
        });
    }

    void checkChain()
    {
        QString previous;
        qint64 expected = 1;
        for (const JournalEntry &e : m_entries) {
            const bool gap = e.n != expected;
            if (gap)
                problem(e.n, JournalFault::EntriesMissing);
            else if (hashAt(e, previous, e.n) != e.hash)
                problem(e.n, fitsElsewhere(e) ? JournalFault::EntriesMoved : JournalFault::EntryAltered);
            previous = e.hash;
            expected = e.n + 1;
        }
    }

    void checkEnd()
    {
        const qint64 last = m_entries.empty() ? 0 : m_entries.back().n;
        const QString hash = m_entries.empty() ? QString() : m_entries.back().hash;
        if (last != m_run.entries || hash != m_run.lastHash)
            problem(last, JournalFault::EndCut);
    }

    void checkRow()
    {
        if (m_entries.empty() || m_entries.front().type != u"run")
            return;
        const QJsonObject &told = m_entries.front().body;
        const bool same = told.value(QLatin1String("plan")).toString() == m_run.plan &&
                          told.value(QLatin1String("origin")).toString() == m_run.origin &&
                          told.value(QLatin1String("by")).toString() == m_run.by &&
                          told.value(QLatin1String("planned")).toInt() == m_run.planned &&
                          m_entries.front().at == m_run.started &&
                          (!told.contains(QLatin1String("decisions")) ||
                           (told.value(QLatin1String("decisions")).toObject() == m_run.decisions &&
                            told.value(QLatin1String("servers")).toObject() == m_run.servers));
        const auto end = std::find_if(m_entries.rbegin(), m_entries.rend(), [](const JournalEntry &e) {
            return e.type == u"end" || e.type == u"run" || e.type == u"resume";
        });
        const bool running = end->type != u"end";
        const bool sameState = running ? m_run.state == RunState::Running || m_run.state == RunState::Interrupted
                                       : end->body.value(QLatin1String("state")).toString() == codeOf(m_run.state) &&
                                             end->at == m_run.finished;
        if (!same || !sameState)
            problem(0, JournalFault::RunAltered);
    }

    void checkSteps()
    {
        if (m_entries.empty())
            return;
        const QString told = m_entries.front().body.value(QLatin1String("steps")).toString();
        std::map<QString, QString> outcomes;
        for (const JournalEntry &e : m_entries) {
            if (e.type == u"outcome")
                outcomes[e.body.value(QLatin1String("step")).toString()] =
                    e.body.value(QLatin1String("outcome")).toString();
        }
        const bool same = std::all_of(m_steps.begin(), m_steps.end(), [&](const RunStep &s) {
            const auto it = outcomes.find(s.id);
            return (it == outcomes.end() ? QString() : it->second) == (s.outcome ? codeOf(*s.outcome) : QString());
        });
        if ((!told.isEmpty() && told != stepsHash(m_steps)) || !same)
            problem(0, JournalFault::StepsAltered);
    }

    const RunRecord &m_run;
    const std::vector<JournalEntry> &m_entries;
    const std::vector<RunStep> &m_steps;
    std::vector<JournalProblem> &m_problems;
};

Result<Instant> expiredUntil(Database &db)
{
    Instant until;
    const auto done = db.run([&](QSqlDatabase &connection) -> Result<void> {
        auto row = execute(connection, QStringLiteral("SELECT max(until) FROM checkpoints"));
        if (!row)
            return fail(row.error());
        row->next();
        until.ms = row->value(0).toLongLong();
        return {};
    });
    if (!done)
        return fail(done.error());
    return until;
}

} // namespace

Result<JournalCheck> checkJournal(Journal &journal)
{
    const auto runs = journal.runs();
    if (!runs)
        return fail(runs.error());
    const auto until = expiredUntil(journal.database());
    if (!until)
        return fail(until.error());
    std::map<QString, Head> heads;
    for (const Head &head : rememberedHeads(journal.database().folder()))
        heads[head.run] = head;

    JournalCheck out;
    for (const RunRecord &run : *runs) {
        const auto entries = journal.entries(run.id);
        if (!entries)
            return fail(entries.error());
        const auto steps = journal.steps(run.id);
        if (!steps)
            return fail(steps.error());
        ++out.runs;
        out.entries += static_cast<qint64>(entries->size());
        RunCheck(run, *entries, *steps, out.problems).check();
        const auto head = heads.find(run.id);
        if (head == heads.end())
            continue;
        // More may have been written since; what was seen must still be there.
        const auto seen = std::find_if(entries->begin(), entries->end(),
                                       [&](const JournalEntry &e) { return e.n == head->second.entries; });
        const bool cut = std::any_of(out.problems.begin(), out.problems.end(), [&](const JournalProblem &p) {
            return p.run == run.id && p.fault == JournalFault::EndCut;
        });
        if ((seen == entries->end() || seen->hash != head->second.hash) && !cut)
            out.problems.push_back({run.id, head->second.entries, JournalFault::EndCut});
        heads.erase(head);
    }
    for (const auto &[id, head] : heads) {
        if (until->ms < head.started.ms)
            out.problems.push_back({id, 0, JournalFault::RunMissing});
    }
    return out;
}

} // namespace liaison::store
