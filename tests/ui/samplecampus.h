#pragma once

#include "ui/backend.h"

/// A university of some twenty courses in every state, as plain values: what the pictures and the tests of the window
/// show. Numbers add up.
namespace liaison::tests {

enum class SampleServers { AllWell, ChatDown };

/// Hostile: markup, formulas, direction marks, line breaks, 300 letters, emoji in every name that a server can send.
enum class SampleNames { Believable, Hostile };

[[nodiscard]] ui::Backend::View sampleCampus(SampleServers servers = SampleServers::AllWell,
                                             SampleNames names = SampleNames::Believable);
/// What stands in the hostile names, in turn.
[[nodiscard]] const QStringList &hostileWords();

/// When the sample servers are examined, and when their requests begin.
[[nodiscard]] Instant sampleMoment();
[[nodiscard]] ui::Backend::DiagnosisPtr sampleDiagnosis(SampleServers servers = SampleServers::AllWell);

/// Answers from a view, at once; nothing is sent anywhere. What was asked is kept for tests.
class SampleBackend : public ui::Backend
{
    Q_OBJECT

public:
    explicit SampleBackend(View view = {});

    void show(View view); ///< as if a refresh had ended
    void refresh() override;
    void plan(const std::vector<LinkKey> &links, const std::vector<ChangeClass> &classes) override;
    void apply(PlanPtr plan, const Decisions &decisions) override;
    void cancel() override;
    void people(const LinkKey &link) override;
    void why(const LinkKey &link, const PersonKey &person) override;
    void run(const QString &id) override;
    void pause(bool paused) override;
    void undo(const QString &run) override;
    void history(const store::HistoryOf &of) override; ///< from stepsOf() every run
    void resume(const QString &run) override;
    void checkJournal() override; ///< answers `check`
    void diagnose() override;     ///< the sample servers, examined
    [[nodiscard]] std::shared_ptr<const net::RequestLog> requestLog() const override { return requests; }
    std::shared_ptr<net::RequestLog> requests = std::make_shared<net::RequestLog>();
    void sendSampleRequests(int count); ///< as if so many had ended

    int refreshes = 0, applies = 0;
    std::vector<LinkKey> planned;
    QStringList resumed;
    bool paused = false;
    store::JournalCheck check{1, 203, {}};
    /// What the journal keeps of a run: as many steps as it planned, the first ones done.
    [[nodiscard]] std::vector<store::RunStep> stepsOf(const QString &run) const;

private:
    View m_view;
};

} // namespace liaison::tests
