#include "core/run/campus.h"

#include <algorithm>
#include <tuple>

namespace liaison {
namespace {

using State = RestoreRow::State;

/// What waits for somebody comes first.
int rank(State state)
{
    switch (state) {
    case State::Blocking:
        return 0;
    case State::Stuck:
        return 1;
    case State::Error:
        return 2;
    case State::InProgress:
        return 3;
    case State::Scheduled:
        return 4;
    case State::Performed:
        break;
    }
    return 5;
}

/// A status that the plugin does not have (Moodle contract section 7) needs somebody's eye like an error.
State plainState(qint64 status)
{
    switch (status) {
    case 0:
        return State::Scheduled;
    case 1:
        return State::InProgress;
    case 2:
        return State::Performed;
    default:
        return State::Error;
    }
}

} // namespace

std::vector<RestoreRow> restoreRows(const QString &site, const moodle::RestoreTasks &tasks, Instant)
{
    const auto &runner = tasks.runner;
    const bool idle = runner && !runner->runningSince;

    // The runner takes the tasks in the order of their creation.
    const moodle::RestoreTask *head = nullptr;
    for (const moodle::RestoreTask &task : tasks.tasks) {
        if (task.status == 0 && (!head || std::tie(task.created, task.id) < std::tie(head->created, head->id)))
            head = &task;
    }
    const bool blocks = head && idle && !runner->disabled && runner->lastRun.isKnown() && head->created.isKnown() &&
                        head->created < runner->lastRun;

    std::vector<RestoreRow> rows;
    rows.reserve(tasks.tasks.size());
    for (const moodle::RestoreTask &task : tasks.tasks) {
        RestoreRow row{site, task, plainState(task.status), {}};
        if (task.status == 1 && idle) {
            row.state = State::Stuck;
            row.cause = QStringLiteral("source-refused");
        } else if (blocks && &task == head) {
            row.state = State::Blocking;
            row.cause = QStringLiteral("source-unreachable");
        }
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const RestoreRow &a, const RestoreRow &b) {
        if (rank(a.state) != rank(b.state))
            return rank(a.state) < rank(b.state);
        if (a.task.created != b.task.created) // what is done with: newest first; what waits: oldest first
            return (a.state == State::Performed) ? a.task.created > b.task.created : a.task.created < b.task.created;
        return a.task.id < b.task.id;
    });
    return rows;
}

} // namespace liaison
