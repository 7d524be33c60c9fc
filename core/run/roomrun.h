#pragma once

#include "core/reconcile/batch.h"
#include "core/reconcile/effect.h"
#include "core/run/carryout.h"

#include <mutex>

namespace liaison {

/// What all rooms of one run share. `stop` is set once and ends every room before its next write.
struct RunContext
{
    Servers &servers;
    const Profile &profile;
    const Survey &survey;
    store::Memory &memory;
    store::Journal &journal;
    const ApplyRequest &request;
    const RunJob &job;
    const bool overRunThreshold; ///< removals and demotions of the file are held back
    const net::CancelToken &cancel;
    const StepSink &stepDone;

    std::mutex mutex;
    QString stopped; ///< detail code of why nothing more is sent; empty = go on
    std::map<QString, StepResult> results;

    void settle(const Step &step, Outcome outcome, const QString &detail);
    void stop(const QString &detail);
    [[nodiscard]] QString whyStopped();
};

/// All steps of one room, in order.
class RoomRun
{
public:
    RoomRun(RunContext &run, QString room, std::vector<Step> steps);
    void carryOut();

private:
    struct Fresh
    {
        Observed observed;
        Plan plan;
        RoomState state;
        chat::RoomInfo info;
    };
    [[nodiscard]] Result<Fresh> readAgain();
    [[nodiscard]] std::vector<Step> stillStanding(const Fresh &fresh);
    /// Somebody whom this run added as moderator and who is a plain member so far: what is left of that step.
    [[nodiscard]] std::optional<Step> secondHalf(const Fresh &fresh, const Step &step) const;
    [[nodiscard]] QString whyStale(const Fresh &fresh, const Step &step) const;
    [[nodiscard]] bool sendBatch(const Batch &batch, const std::vector<Step> &steps);
    [[nodiscard]] Result<chat::WriteReply> send(const Batch &batch, const std::vector<Step> &steps);
    /// The room as it is after these steps were sent: its people, or its settings.
    [[nodiscard]] Result<RoomState> readBack(const std::vector<Step> &open, bool people);
    /// Outcomes of the steps sent so far and not yet settled, from what the room says now.
    void settleFromReading(const std::vector<Step> &steps, bool people);
    /// An add as moderator of which the first call took effect and the second was not sent.
    [[nodiscard]] bool isHalfDone(const RoomState &state, const Step &step) const;
    [[nodiscard]] std::vector<Step> unsettled(const std::vector<Step> &steps);
    void journalOutcomes(const std::vector<Step> &steps);
    void skipRest(const std::vector<Step> &steps, const QString &detail);

    RunContext &c;
    QString m_room;
    std::vector<Step> m_steps;
    chat::RoomInfo m_info;
    QSet<QString> m_sent;                 ///< step ids of which a call was sent
    std::map<QString, QString> m_refused; ///< step id -> the server's code
    QSet<QString> m_added;                ///< steps of which this run sent the add, earlier starts included
    QSet<QString> m_promoted;             ///< of those, the ones whose second call was sent
};

} // namespace liaison
