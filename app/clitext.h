#pragma once

#include "ui/text/text.h"

#include <QString>

namespace liaison::app {

/// The command line's own words; codes and their sentences come from ui/text.
enum class Say {
    Usage,
    State,
    Course,
    Title,
    Room,
    Members,
    Changes,
    Source,
    Person,
    Expected,
    Observed,
    Difference,
    Steps,
    Withheld,
    Findings,
    Unknown,
    NotSelected,
    Noise,
    NothingToDo,
    Planned,
    Result,
    RunHead,
    Run,
    Started,
    By,
    NoRuns,
    NoLinks,
    Saved,
    Guest,
    Guests,
    LinksTotal,
    StageConnect,
    StageLinks,
    StageActivities,
    StageEnrolments,
    StageMembers,
    StageAccounts,
    StageTimelines,
    StageOldest,
    StageApply,
    StageWaiting,
    StagePast,
    Remedy,
    ApplyHint,
    Errors,
    Link,
    ConfirmHint,
    ConfirmAsk,
    NothingToConfirm,
    Step,
    Fact,
    ReadOn,
    ConclusionLabel,
    OtherRooms,
    NoRooms,
    InactiveNotListed
};

[[nodiscard]] QString say(Say what, text::Language language);
/// "Label: value", with the space French puts before a colon.
[[nodiscard]] QString labelled(text::Language language, Say label, const QString &value);

} // namespace liaison::app
