#pragma once

#include "core/run/apply.h"
#include "core/store/journal.h"

#include <QHash>
#include <vector>

namespace liaison::ui {

/// done + skipped + stale + failed + still to come = planned, at every moment (design 2.9).
struct Tally
{
    int planned = 0, done = 0, skipped = 0, stale = 0, failed = 0;

    void settle(Outcome outcome);
    [[nodiscard]] int settled() const { return done + skipped + stale + failed; }
    [[nodiscard]] int toCome() const { return planned - settled(); }
    [[nodiscard]] int toSee() const { return skipped + stale + failed; }
    [[nodiscard]] int of(Outcome outcome) const;
    friend bool operator==(const Tally &, const Tally &) = default;
};

[[nodiscard]] Tally tallyOf(const std::vector<store::RunStep> &steps);
[[nodiscard]] Tally tallyOf(const ApplyResult &result);
[[nodiscard]] Tally tallyOf(const store::RunRecord &run);

/// Steps of a plan as the journal writes them, without outcome yet.
[[nodiscard]] std::vector<store::RunStep> runSteps(const std::vector<Step> &steps);
/// Puts outcomes to the steps they belong to. A step the result does not name keeps none.
void settle(std::vector<store::RunStep> &steps, const ApplyResult &result);

/// One room of a run that goes on.
struct RoomProgress
{
    Place place;
    Tally tally;
    QHash<QString, int> details; ///< of what was not done: detail code -> how many

    enum class State { Waiting, Running, Done, Partly };
    [[nodiscard]] State state() const;
};

/// What a run has come to, room by room: fed with each settled step, each counted once.
class RunProgress
{
public:
    RunProgress() = default;
    explicit RunProgress(const std::vector<Step> &steps);

    [[nodiscard]] const Tally &tally() const { return m_tally; }
    [[nodiscard]] const std::vector<RoomProgress> &rooms() const { return m_rooms; }
    /// The room the step belongs to, or -1: unknown, or settled before.
    int settle(const StepResult &step);
    /// The room in which something was settled last and that still has steps to come; -1: none.
    [[nodiscard]] int current() const;

private:
    Tally m_tally;
    std::vector<RoomProgress> m_rooms;
    QHash<QString, int> m_roomOf;
    QSet<QString> m_settled;
    int m_last = -1;
};

} // namespace liaison::ui
