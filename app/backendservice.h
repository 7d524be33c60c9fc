#pragma once

#include "app/context.h"
#include "core/run/readcampus.h"
#include "ui/backend.h"

#include <QTimer>
#include <atomic>
#include <mutex>

namespace liaison::app {

/// The window's backend over one profile: everything that reads, compares or writes happens on a worker thread of its
/// own, one piece at a time; what comes out is an immutable value, delivered on the thread this object lives in.
class BackendService : public ui::Backend
{
    Q_OBJECT

public:
    /// Takes the opened context; `arguments` tell which options the profile was opened with.
    /// `open` gives the profile, store and servers; it is called on the worker, with the first refresh, because opening
    /// reads files and may start the sandbox campus. After an error it is tried again with the next refresh.
    using Open = std::function<Result<std::unique_ptr<Context>>()>;
    explicit BackendService(Open open, QObject *parent = nullptr);
    /// Where the keys of last readings rest; outlives this. Before the first refresh. Without it nothing is kept.
    /// `giveUp` ends what is asked of it: called while somebody who leaves waits for an answer.
    void keepIn(secrets::SecretStore *secrets, std::function<void()> giveUp = {})
    {
        m_secrets = secrets;
        m_giveUp = std::move(giveUp);
    }
    ~BackendService() override; ///< cancels what is under way and waits for it

    /// Asked on the worker before a run begins or goes on; an error ends it before anything is sent. Once, at the
    /// start.
    using Gate = std::function<Result<void>(const Context &, const net::CancelToken &)>;
    void setGate(Gate gate) { m_gate = std::move(gate); }

    void refresh() override;
    void plan(const std::vector<LinkKey> &links, const std::vector<ChangeClass> &classes) override;
    void apply(PlanPtr plan, const Decisions &decisions) override;
    void cancel() override;
    void pause(bool paused) override;
    void undo(const QString &run) override;
    void resume(const QString &run) override;
    void checkJournal() override;
    void exportJournal(const QString &run, const QString &path) override;
    void people(const LinkKey &link) override;
    void why(const LinkKey &link, const PersonKey &person) override;
    void run(const QString &id) override;
    void history(const store::HistoryOf &of) override;
    void touched() override;
    void diagnose() override;
    [[nodiscard]] std::shared_ptr<const net::RequestLog> requestLog() const override;
    void exportRequests(const QString &path) override;
    void saveBundle(const QString &path) override;
    void measureRetention() override;
    void exportEvidence(const QString &path, text::Language language) override;
    void exportRestores(const QString &path, text::Language language) override;
    void restoresSeen() override;
    /// A run is under way: nothing else may take its place.
    [[nodiscard]] bool isApplying() const { return m_applying; }
    /// The profile or a token of it was changed: it is opened anew by the next refresh (after a run there is one), and
    /// now where nothing was read from its servers yet, so that what is on screen stays until somebody wants it.
    void renew();

private:
    using ContextPtr = std::shared_ptr<Context>;

    template <class Work> void work(Work work);
    /// A run, from its begin or its middle: progress, outcomes, then a refresh.
    template <class Run> void carryOut(Run run);
    template <class Deliver> void deliver(Deliver deliver);
    [[nodiscard]] Result<View> readView(const net::CancelToken &cancel);
    // The file of the last reading: backendservice_kept.cpp
    void showLastReading(int generation);
    void keep(Context &context, const CampusReading &campus);
    [[nodiscard]] Result<View> readPublished(ContextPtr context);
    /// Why a reading would show nothing but unknown rooms.
    [[nodiscard]] static std::optional<Error> unreachable(const Survey &survey);
    [[nodiscard]] std::optional<Error> notPlannable(const View &view) const;
    [[nodiscard]] View currentView() const;
    void markNewRestores(Context &context, CampusView &view);
    void countRequests();
    void deliverSaved(const QString &path, const Result<void> &written);
    void askFurther(const View &view, const LinkKey &link, WhyView answer);

    /// On a thread of ours; opens it where it is not, and with `renewed` where it is out of date. Each job keeps what
    /// it got: a refresh may put another in its place.
    [[nodiscard]] Result<ContextPtr> opened(bool renewed = false);
    [[nodiscard]] Result<ContextPtr> openedAnew();
    [[nodiscard]] ContextPtr context() const; ///< null before it was opened
    void take(const ContextPtr &context);

    Open m_open;
    Gate m_gate;
    std::function<void()> m_giveUp;
    std::mutex m_opening;              ///< a refresh and a diagnosis may both be the first
    std::atomic<bool> m_renew = false; ///< the context is of a profile or token that was changed
    QThreadPool m_worker;              ///< one thread: readings and writes never overlap
    QThreadPool m_quick;  ///< one thread: people and plans of the view that is there, while something else is read
    QThreadPool m_keeper; ///< one thread: the last reading is written while somebody looks at it
    secrets::SecretStore *m_secrets = nullptr;
    QThreadPool m_doctor; ///< one thread: the servers are examined while something else is read
    net::CancelToken m_cancel;
    net::CancelToken m_leaving;           ///< of the diagnosis, which a new refresh does not stop
    std::shared_ptr<PauseSwitch> m_pause; ///< of the run that is under way
    bool m_applying = false;
    int m_generation = 0; ///< of refreshes: an answer of an older one is dropped

    mutable std::mutex m_mutex; ///< guards what the worker leaves for other threads
    ContextPtr m_context;
    View m_view;
    std::shared_ptr<const Survey> m_survey;      ///< that the view was read with
    QString m_restoresFolder;                    ///< of the store that its restores were compared with
    DiagnosisPtr m_diagnosis;                    ///< the last one
    std::shared_ptr<net::RequestLog> m_requests; ///< of the servers; null before they were opened
    QTimer m_rate;
};

} // namespace liaison::app
