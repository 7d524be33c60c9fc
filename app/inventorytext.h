#pragma once

#include "core/reconcile/rolemapping.h"
#include "ui/text/text.h"

/// The command line's words of the inventory commands; codes and their sentences come from ui/text.
namespace liaison::app {

enum class Word {
    Creator,
    Owners,
    Newest,
    Notes,
    RoomsTotal,
    OutsideTotal,
    OutsideUnknown,
    NoRooms,
    NoRoomMatches,
    OwnRoomsOnly,
    Renamed,
    Duplicate,
    Ownerless,
    Archived,
    Encrypted,
    Role,
    Becomes,
    Nobody,
    From,
    People,
    LinksDiffering,
    Moderators,
    MembersList,
    NoRoles,
    Wanted,
    Stored,
    Effective,
    Verdict,
    Forever,
    NoRetention,
    NotMeasured,
    Oldest,
    OnlyDates,
    EvidenceWritten,
    Site
};

[[nodiscard]] QString word(Word what, text::Language language);
/// "set in Moodle", "set for the course".
[[nodiscard]] QString word(LinkMapping::Level level, text::Language language);
/// "90 d", "90 j".
[[nodiscard]] QString daysText(int days, text::Language language);
/// The name of a room's state: "orphan" or the state of a link.
[[nodiscard]] QString roomStateText(const QString &state, text::Language language);

} // namespace liaison::app
