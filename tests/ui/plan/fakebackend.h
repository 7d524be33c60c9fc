#pragma once

#include "tests/ui/plan/campus.h"
#include "ui/backend.h"

#include <QTimer>

namespace liaison::tests {

/// A backend that answers from the campus of the tests: at once after the event loop turned, as the real one does.
class FakeBackend : public ui::Backend
{
    Q_OBJECT

public:
    explicit FakeBackend(View view) : m_view(std::move(view)) {}

    struct PlanCall
    {
        std::vector<LinkKey> links;
        std::vector<ChangeClass> classes;
    };
    struct ApplyCall
    {
        PlanPtr plan;
        Decisions decisions;
    };
    std::vector<PlanCall> plans;
    std::vector<ApplyCall> applies;
    std::vector<QString> runs;
    std::vector<QString> undone, resumed;
    std::vector<bool> pauses;
    std::vector<std::pair<QString, QString>> exports; ///< run, path
    store::JournalCheck check;
    bool emptyUndo = false; ///< the rooms are no longer as the run left them
    int cancelled = 0;
    bool holdAfterFirst = false; ///< a run stops after its first step until `goOn`
    std::optional<Error> refuse; ///< what is asked for fails before anything is sent

    void refresh() override {}
    void plan(const std::vector<LinkKey> &links, const std::vector<ChangeClass> &classes) override
    {
        plans.push_back({links, classes});
        const std::set<ChangeClass> set(classes.begin(), classes.end());
        QTimer::singleShot(0, this, [this, set] { Q_EMIT planReady(campusPlan(m_view, set)); });
    }
    void apply(PlanPtr plan, const Decisions &decisions) override
    {
        applies.push_back({plan, decisions});
        QTimer::singleShot(0, this, [this, plan, decisions] {
            if (refuse) {
                Q_EMIT applyFailed(*refuse);
                return;
            }
            m_result = campusResult(*chooseSteps(*plan, decisions));
            Q_EMIT progress({QStringLiteral("apply"), 0, m_result.planned});
            Q_EMIT stepDone(m_result.steps.front());
            if (!holdAfterFirst)
                goOn();
        });
    }
    void goOn()
    {
        for (size_t i = 1; i < m_result.steps.size(); ++i)
            Q_EMIT stepDone(m_result.steps[i]);
        Q_EMIT applied(std::make_shared<const ApplyResult>(m_result));
    }
    void cancel() override
    {
        ++cancelled;
        for (size_t i = 1; i < m_result.steps.size(); ++i)
            m_result.steps[i] = {m_result.steps[i].id, Outcome::Skipped, QStringLiteral("cancelled")};
        m_result.done = m_result.steps.front().outcome == Outcome::Done ? 1 : 0;
        m_result.stale = m_result.failed = 0;
        m_result.skipped = m_result.planned - m_result.done;
        m_result.state = RunState::Stopped;
    }
    void pause(bool paused) override { pauses.push_back(paused); }
    void undo(const QString &run) override;
    void resume(const QString &run) override { resumed.push_back(run); }
    void checkJournal() override
    {
        QTimer::singleShot(0, this, [this] {
            if (refuse)
                Q_EMIT journalFailed(*refuse);
            else
                Q_EMIT journalChecked(check);
        });
    }
    void exportJournal(const QString &run, const QString &path) override
    {
        exports.emplace_back(run, path);
        QTimer::singleShot(0, this, [this, path] { Q_EMIT exported(path); });
    }
    std::vector<store::HistoryOf> histories; ///< as they were asked for
    void history(const store::HistoryOf &of) override;
    void touched() override;
    void people(const LinkKey &) override {}
    void run(const QString &id) override
    {
        runs.push_back(id);
        QTimer::singleShot(0, this, [this, id] { Q_EMIT runReady(id, stepsOfRun()); });
    }
    [[nodiscard]] std::vector<store::RunStep> stepsOfRun() const;

private:
    View m_view;
    ApplyResult m_result;
};

} // namespace liaison::tests
