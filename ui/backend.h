#pragma once

#include "core/reconcile/plan.h"
#include "core/reconcile/undo.h"
#include "core/run/apply.h"
#include "core/run/campus.h"
#include "core/run/doctor.h"
#include "core/run/whyview.h"

#include "core/store/journalcheck.h"
#include "core/store/journalhistory.h"
#include "ui/text/text.h"

#include <QMap>
#include <QObject>
#include <memory>

namespace liaison::ui {

/// What the window asks for and gets. Every call returns at once; answers come as signals on the user interface's
/// thread, with immutable values. One piece of work at a time: a new refresh replaces a running one, nothing else
/// starts while a plan is being applied. Made by `app`; tests make it over a sandbox.
class Backend : public QObject
{
    Q_OBJECT

public:
    using View = std::shared_ptr<const liaison::CampusView>;
    using PlanPtr = std::shared_ptr<const liaison::Plan>;
    using DiagnosisPtr = std::shared_ptr<const liaison::Diagnosis>;
    using ResultPtr = std::shared_ptr<const liaison::ApplyResult>;
    using UndoPtr = std::shared_ptr<const liaison::Undo>;
    using HistoryPtr = std::shared_ptr<const std::vector<liaison::store::HistoryStep>>;
    using TouchedPtr = std::shared_ptr<const liaison::store::Touched>;

    using QObject::QObject;

    virtual void refresh() = 0;
    /// Plan over the links named, all when empty, from the view that is shown. Answer: planReady.
    virtual void plan(const std::vector<liaison::LinkKey> &links, const std::vector<liaison::ChangeClass> &classes) = 0;
    /// Answers: stepDone for each step as it is settled, then applied or applyFailed; then a refresh by itself.
    virtual void apply(PlanPtr plan, const liaison::Decisions &decisions) = 0;
    virtual void cancel() = 0;
    /// Holds the run that is under way between two calls, or lets it go on.
    virtual void pause(bool paused) { Q_UNUSED(paused) }
    /// The plan that takes a run back, from the facts of now. Answer: undoReady or undoFailed.
    virtual void undo(const QString &run) { Q_UNUSED(run) }
    /// Goes on with a run that was interrupted, stopped or cancelled. Answers: as of apply.
    virtual void resume(const QString &run) { Q_UNUSED(run) }
    /// Recomputes the journal's hash chains. Answer: journalChecked or journalFailed.
    virtual void checkJournal() {}
    /// Writes one run (all when empty) as CSV or, where the name ends in .json, as the whole document. Answer: exported
    /// or journalFailed.
    virtual void exportJournal(const QString &run, const QString &path)
    {
        Q_UNUSED(run)
        Q_UNUSED(path)
    }
    /// The people of one link, aligned. Answer: peopleReady.
    virtual void people(const liaison::LinkKey &link) = 0;
    /// Why one person is or is not in the room of one link. Answer: whyReady, once more when the timeline told more;
    /// none where the view does not have them.
    virtual void why(const liaison::LinkKey &link, const liaison::PersonKey &person)
    {
        Q_UNUSED(link)
        Q_UNUSED(person)
    }
    /// The steps of one run. Answer: runReady.
    virtual void run(const QString &id) = 0;
    /// The steps of all runs that concern a room or a person, from the store alone. Answer: historyReady, with the
    /// accounts that the store joins to a person, or journalFailed.
    virtual void history(const liaison::store::HistoryOf &of) { Q_UNUSED(of) }
    /// Which rooms and people have a history. Answer: touchedReady.
    virtual void touched() {}
    /// Examines every server, whether or not a view could be read; beside a refresh. Answers: diagnosed or
    /// diagnosisFailed.
    virtual void diagnose() {}
    /// The requests of this run of the program; null before the profile was opened. To be asked again and again.
    [[nodiscard]] virtual std::shared_ptr<const liaison::net::RequestLog> requestLog() const { return {}; }
    /// Writes them: a document where the name ends in .json, else CSV. Answer: supportSaved or supportFailed.
    virtual void exportRequests(const QString &path) { Q_UNUSED(path) }
    /// Writes the support bundle, from the last view and diagnosis. Answer: supportSaved or supportFailed.
    virtual void saveBundle(const QString &path) { Q_UNUSED(path) }
    /// Reads when the oldest message of every room was written, for the retention of the view. Answer: viewReady with
    /// what was measured, or retentionFailed. Nothing where the profile does not switch it on.
    virtual void measureRetention() {}
    /// Writes the retention of the view for the data-protection officer: CSV where the name ends in .csv, else HTML, in
    /// that language. A file that is there is replaced: the dialogue has asked. Answer: evidenceWritten or
    /// retentionFailed.
    virtual void exportEvidence(const QString &path, liaison::text::Language language)
    {
        Q_UNUSED(path)
        Q_UNUSED(language)
    }
    /// Writes the course restores of the view as CSV, in that language. A file that is there is replaced: the dialogue
    /// has asked. Answer: restoresExported or restoresExportFailed.
    virtual void exportRestores(const QString &path, liaison::text::Language language)
    {
        Q_UNUSED(path)
        Q_UNUSED(language)
    }
    /// Somebody has looked at the failures of the view that is shown: they are not new any more in the next one.
    virtual void restoresSeen() {}

Q_SIGNALS:
    void viewReady(liaison::ui::Backend::View view);
    void refreshFailed(liaison::Error error);
    /// Stage "waiting" comes at any time: a server limits requests.
    void progress(liaison::Progress progress);
    void planReady(liaison::ui::Backend::PlanPtr plan);
    /// The view that is shown may not be planned from: "view-not-fresh", "published-only".
    void planFailed(liaison::Error error);
    /// The last reading stays in memory only, and why; a default error: it is kept again.
    void keepingChanged(liaison::Error error);
    void stepDone(liaison::StepResult step);
    void applied(liaison::ui::Backend::ResultPtr result);
    void applyFailed(liaison::Error error);
    void undoReady(liaison::ui::Backend::UndoPtr undo);
    void undoFailed(liaison::Error error);
    void journalChecked(liaison::store::JournalCheck check);
    void exported(QString path);
    void journalFailed(liaison::Error error);
    void peopleReady(liaison::LinkKey link, std::vector<liaison::PersonRow> people);
    void whyReady(liaison::LinkKey link, std::shared_ptr<const liaison::WhyView> why);
    void runReady(QString id, std::vector<liaison::store::RunStep> steps);
    /// `of` as it was asked for.
    void historyReady(liaison::store::HistoryOf of, liaison::ui::Backend::HistoryPtr steps);
    void touchedReady(liaison::ui::Backend::TouchedPtr touched);
    void diagnosed(liaison::ui::Backend::DiagnosisPtr diagnosis);
    void diagnosisFailed(liaison::Error error);
    void evidenceWritten(QString path);
    void retentionFailed(liaison::Error error);
    void restoresExported(QString path);
    void restoresExportFailed(liaison::Error error);
    void requestCount(int lastMinute);
    /// The same by server ("https://host:port").
    void requestsByServer(QMap<QString, int> lastMinute);
    void supportSaved(QString path);
    void supportFailed(liaison::Error error);
};

} // namespace liaison::ui
