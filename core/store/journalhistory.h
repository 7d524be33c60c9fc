#pragma once

#include "core/model/history.h"
#include "core/store/journal.h"

namespace liaison::store {

/// One Moodle person: ids of people are of one site.
struct SitePerson
{
    QString site;
    qint64 moodle = 0;

    friend bool operator==(const SitePerson &, const SitePerson &) = default;
};

/// Whose history: a step is in it when it concerns one of the places and one of the people; nobody and nowhere named
/// means everybody and everywhere.
struct HistoryOf
{
    std::vector<QString> rooms;     ///< chat ids
    std::vector<LinkKey> links;     ///< activities, whatever their room was then
    std::vector<SitePerson> people; ///< in Moodle
    std::vector<QString> accounts;  ///< chat ids
    QString run;                    ///< only this one; empty: all

    [[nodiscard]] bool namesPlace() const { return !rooms.empty() || !links.empty(); }
    [[nodiscard]] bool namesPerson() const { return !people.empty() || !accounts.empty(); }

    friend bool operator==(const HistoryOf &, const HistoryOf &) = default;
};

/// One step with the run it belongs to.
struct HistoryStep
{
    QString run;
    Instant started; ///< of the run
    QString by;      ///< who started the run
    RunState state = RunState::Running;
    RunStep step;

    /// When it was settled; the run's start where it was not.
    [[nodiscard]] Instant when() const { return step.at.isKnown() ? step.at : started; }
};

/// Steps in the order of time, over all runs, those not settled too.
[[nodiscard]] Result<std::vector<HistoryStep>> historyOf(Journal &journal, const HistoryOf &of);

/// What the store knows of the people named: accounts that the steps and observations join to them, and the reverse.
[[nodiscard]] Result<HistoryOf> joined(Journal &journal, HistoryOf of);

/// Every room id that an observation, a link or a step joins to these activities.
[[nodiscard]] Result<std::vector<QString>> roomsOf(Journal &journal, const std::vector<LinkKey> &links);

/// Rooms and people that the journal or an observation names.
struct KnownIds
{
    std::vector<QString> rooms;
    std::vector<SitePerson> people;
    std::vector<QString> accounts;
};
[[nodiscard]] Result<KnownIds> knownIds(Journal &journal);

/// Rooms and people of the journal's steps: those that have a history. A person with every account next to them.
struct Touched
{
    std::vector<QString> rooms;
    struct Person
    {
        QString site; ///< where the step was; the account alone tells nothing of a site
        std::optional<qint64> moodle;
        std::optional<QString> chat;
    };
    std::vector<Person> people;
};
[[nodiscard]] Result<Touched> touched(Journal &journal);

} // namespace liaison::store
