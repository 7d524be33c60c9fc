// The cards of the overview that sum up other pages.
#include "ui/pages/overviewpage.h"

#include "ui/base/unfinishedruns.h"
#include "ui/pages/factrow.h"
#include "ui/pages/overviewnumbers.h"
#include "ui/pages/restoresmodel.h"
#include "ui/pages/retentionmodel.h"
#include "ui/pages/serverchecks.h"
#include "ui/pages/words.h"

namespace liaison::ui {
namespace {

QString stepsWord(Outcome outcome, int n)
{
    switch (outcome) {
    case Outcome::Done:
        return OverviewPage::tr("step(s) done", "after the number", n);
    case Outcome::Skipped:
        return OverviewPage::tr("step(s) skipped", "after the number", n);
    case Outcome::Stale:
        return OverviewPage::tr("step(s) stale", "after the number", n);
    case Outcome::Failed:
        break;
    }
    return OverviewPage::tr("step(s) failed", "after the number", n);
}

} // namespace

void OverviewPage::showServers(const CampusView &view)
{
    std::vector<Fact> facts;
    for (const ServerReport &server : view.servers) {
        Fact fact;
        fact.words = serverName(server, view);
        const qint64 missing = std::count_if(server.rights.begin(), server.rights.end(), [](const RightRow &right) {
            return right.held == false && right.missingIn == 0;
        });
        const bool inSomeRooms = std::any_of(server.rights.begin(), server.rights.end(),
                                             [](const RightRow &right) { return right.missingIn > 0; });
        if (server.error) {
            fact.mark = Mark::Blocking;
            fact.aside = text::error(*server.error, language()).name;
            fact.asideInk = Ink::Missing;
        } else if (missing > 0) {
            fact.mark = Mark::Watch;
            fact.aside = tr("%n right(s) missing", nullptr, static_cast<int>(missing));
            fact.asideInk = Ink::Drift;
        } else if (inSomeRooms) {
            fact.mark = Mark::Watch;
            fact.aside = tr("rights missing in some rooms");
            fact.asideInk = Ink::Drift;
        } else {
            fact.mark = Mark::Fine;
            fact.aside = tr("answers");
        }
        fact.open = [this] { Q_EMIT openPage(pages::Diagnostics, {}); };
        facts.push_back(std::move(fact));
    }
    m_servers.facts->setFacts(std::move(facts), {});
}

void OverviewPage::showRetention(const OverviewNumbers &numbers)
{
    std::vector<Fact> facts;
    std::vector<StateShare> shares;
    for (RetentionVerdict verdict : shownVerdicts()) {
        const int n = valueOf(numbers.retention, verdict);
        const QString word = text::of(text::Group::Verdict, codeOf(verdict), language()).name;
        shares.push_back({static_cast<int>(verdict), markOf(verdict), word, n});
        if (n > 0)
            facts.push_back(
                {markOf(verdict), text::number(language(), n), word, Ink::Text, {}, Ink::Secondary, [this, verdict] {
                     Q_EMIT openPage(pages::Retention, codeOf(verdict));
                 }});
    }
    m_retentionBar->setVisible(!facts.empty());
    m_retentionBar->setShares(shares, language());
    const QString note = facts.empty() ? tr("No course has a room.") : QString();
    m_retention.facts->setFacts(std::move(facts), note);
}

namespace {

int newRestores(const CampusView &view)
{
    if (!view.restoreReview)
        return 0;
    const std::vector<AboutRestore> &about = view.restoreReview->about;
    return static_cast<int>(std::count_if(about.begin(), about.end(), [](const AboutRestore &a) { return a.isNew; }));
}

} // namespace

void OverviewPage::showRestores(const CampusView &view, const OverviewNumbers &numbers)
{
    constexpr size_t shown = 4;
    std::vector<Fact> facts;
    for (const RestoreRow &row : view.restores) { // the ones to look at come first
        if (facts.size() == shown || facts.size() == static_cast<size_t>(numbers.restoresToSee))
            break;
        facts.push_back({markOf(row.state),
                         {},
                         row.task.externalName,
                         Ink::Text,
                         text::of(text::Group::Restore, codeOf(row.state), language()).name,
                         inkOf(markOf(row.state)),
                         [this, state = row.state] { Q_EMIT openPage(pages::Restores, codeOf(state)); }});
    }
    QString note;
    if (!view.restoresKnown)
        note = tr("Not known: only the companion plugin tells them.");
    else if (facts.empty() && view.restoresOutside && view.restoresOutside->blocks)
        note = tr("None here; one outside the scope of this profile blocks the queue.");
    else if (facts.empty())
        note = tr("None is stuck, blocking or failed.");
    else if (static_cast<size_t>(numbers.restoresToSee) > facts.size())
        note = tr("and %n more", nullptr, numbers.restoresToSee - static_cast<int>(facts.size()));
    if (const int unseen = newRestores(view); unseen > 0) {
        const QString said = tr("%n new since you last looked", nullptr, unseen);
        note = note.isEmpty() ? said : QString(note % QStringLiteral(" · ") % said);
    }
    m_restores.facts->setFacts(std::move(facts), note);
}

void OverviewPage::showLastRun(const CampusView &view)
{
    m_run.card->action()->setVisible(!view.runs.empty());
    if (view.runs.empty())
        return m_run.facts->setFacts({}, tr("No plan was applied from this store yet."));
    const store::RunRecord &run = view.runs.front();
    const auto open = [this, id = run.id] { Q_EMIT openPage(pages::Journal, id); };
    std::vector<Fact> facts;
    const bool clean = run.state == RunState::Done;
    facts.push_back({clean                            ? Mark::Done
                     : run.state == RunState::Running ? Mark::Running
                                                      : Mark::Watch,
                     {},
                     text::of(run.state, language()).name,
                     Ink::Text,
                     text::dateTime(language(), run.started),
                     Ink::Secondary,
                     open});
    const std::pair<Outcome, int> outcomes[] = {{Outcome::Done, run.done},
                                                {Outcome::Skipped, run.skipped},
                                                {Outcome::Stale, run.stale},
                                                {Outcome::Failed, run.failed}};
    std::vector<qint64> parts;
    for (const auto &[outcome, n] : outcomes) {
        if (n == 0)
            continue;
        parts.push_back(n);
        facts.push_back(
            {markOf(outcome), text::number(language(), n), stepsWord(outcome, n), Ink::Text, {}, Ink::Secondary, open});
    }
    const qint64 settled = run.done + run.skipped + run.stale + run.failed;
    if (settled < run.planned)
        parts.push_back(run.planned - settled); // not settled yet: said below
    QString note = tr("%1 steps, applied by %2.").arg(words::sum(language(), parts, run.planned), run.by);
    if (settled < run.planned)
        note += u' ' % tr("%1 are not settled.").arg(text::number(language(), run.planned - settled));
    if (const auto unfinished = unfinishedRuns(view.runs); !unfinished.empty()) {
        const store::RunRecord &stopped = unfinished.front();
        facts.insert(facts.begin(), Fact{Mark::Stale,
                                         {},
                                         tr("Interrupted: %n step(s) left", nullptr, stepsLeft(stopped)),
                                         Ink::Text,
                                         view.readOnly ? QString() : tr("Resume in the Journal"),
                                         Ink::Secondary,
                                         [this, id = stopped.id] { Q_EMIT openPage(pages::Journal, id); }});
    }
    m_run.facts->setFacts(std::move(facts), note);
}

} // namespace liaison::ui
