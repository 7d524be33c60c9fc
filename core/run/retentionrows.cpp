#include "core/run/campus.h"

#include "core/base/uithread.h"
#include "core/reconcile/rolemapping.h"
#include "core/reconcile/roomsettings.h"
#include "core/run/trouble.h"

#include <cmath>

namespace liaison {
namespace {

/// Days that a room's own rule counts when it names none: Rocket.Chat contract section 5.
constexpr int defaultMaxAge = 30;

/// A value that may be "none", or not be known at all.
struct Days
{
    bool known = false;
    std::optional<int> days;
};

/// What a room document says, in the server's own words where its list gave them: that `enabled` was not said makes a
/// difference to the server (contract section 5).
struct Stored
{
    std::optional<bool> enabled;
    bool override = false, filesOnly = false;
    std::optional<int> maxAge;

    [[nodiscard]] bool ownRule() const { return enabled.value_or(false) && override; }
};

Stored storedOf(const Survey &survey, const Room &room)
{
    const auto listed = survey.roomById.constFind(room.id.value);
    if (listed != survey.roomById.constEnd()) {
        if (const auto &r = survey.rooms.rooms[*listed].retention)
            return {r->enabled, r->overrideGlobal, r->filesOnly,
                    r->maxAge ? std::optional(static_cast<int>(std::floor(*r->maxAge))) : std::nullopt};
        return {};
    }
    if (const auto &r = room.retention)
        return {r->enabled, r->overrideGlobal, r->filesOnly, r->maxAge};
    return {};
}

/// What the server really deletes: the table of contract section 5, line by line.
Days effectiveOf(const chat::RetentionSettings &settings, bool storedKnown, const Stored &stored)
{
    if (!settings.enabled)
        return {};
    if (!*settings.enabled)
        return {true, std::nullopt};
    if (!storedKnown)
        return {};
    if (stored.ownRule())
        return {true, stored.maxAge.value_or(defaultMaxAge)};
    if (stored.override || !stored.enabled.value_or(true))
        return {true, std::nullopt}; // switched off in the room, and the server's rule does not reach it
    if (!settings.appliesToPrivateRooms)
        return {};
    if (!*settings.appliesToPrivateRooms)
        return {true, std::nullopt};
    if (!settings.maxAge)
        return {};
    return {true, static_cast<int>(std::floor(*settings.maxAge))};
}

std::optional<UnknownBecause> whyUnknown(const Survey &survey, const Snapshot &s, const Link &link)
{
    if (link.unknown)
        return link.unknown;
    if (const auto *unknown = std::get_if<UnknownRoom>(&link.room))
        return unknown->because;
    if (std::holds_alternative<AmbiguousRooms>(link.room))
        return UnknownBecause{UnknownReason::Ambiguous, {}};
    const Room &room = s.rooms[std::get<RoomIx>(link.room).value];
    if (!room.retentionKnown)
        return UnknownBecause{
            room.access == Access::Administered ? UnknownReason::Administered : UnknownReason::NoAccess, {}};
    if (survey.chatDown)
        return becauseOfChat(*survey.chatDown);
    if (!survey.chat)
        return UnknownBecause{UnknownReason::ReadFailed, {}};
    if (!survey.chat->retention)
        return becauseOfChat(survey.chat->retention.error());
    return std::nullopt;
}

RetentionVerdict verdictOf(const RetentionRow &row, const std::optional<Retention> &wanted, bool serverOn,
                           const Stored &stored)
{
    if (!wanted || !wanted->enabled) {
        // Nobody asked for anything to be deleted; a rule of the room's own that deletes is then one too many.
        return wanted && serverOn && stored.ownRule() ? RetentionVerdict::TooShort : RetentionVerdict::Ok;
    }
    if (!serverOn)
        return RetentionVerdict::ServerOff;
    if (!stored.ownRule())
        return RetentionVerdict::NoOverride;
    if (stored.filesOnly && !wanted->filesOnly)
        return RetentionVerdict::FilesOnly;
    if (!row.wanted || !row.effective)
        return RetentionVerdict::Ok;
    if (*row.effective > *row.wanted)
        return RetentionVerdict::TooLong;
    return *row.effective < *row.wanted ? RetentionVerdict::TooShort : RetentionVerdict::Ok;
}

/// Where the activity's own wish decides but its link was not read from Moodle's table, the wish is not known.
bool wishTold(const Link &link, const Policy &policy)
{
    return policy.source == PolicySource::Console || link.roles || link.wantedRetention || policy.retentionDefault;
}

RetentionRow rowOf(const Survey &survey, const Snapshot &s, const Policy &policy, const Link &link)
{
    const Course &course = s.courses[link.course.value];
    RetentionRow row;
    row.link = {s.sites[link.site.value].id.value, link.cmid.value};
    row.course = course.id.value;
    row.shortName = course.shortName;
    row.fullName = course.fullName;
    row.room = roomIdOf(s, link).value_or(QString());

    const auto *ix = std::get_if<RoomIx>(&link.room);
    const Room none;
    const Room &room = ix ? s.rooms[ix->value] : none;
    row.roomName = room.name;
    std::optional<Retention> wanted;
    row.wantedKnown = !link.unknown && wishTold(link, policy);
    if (row.wantedKnown) {
        wanted = wantedRetention(s, policy, link, room);
        if (wanted && wanted->enabled)
            row.wanted = wanted->maxAge.value_or(defaultMaxAge);
    }
    Stored stored;
    row.storedKnown = ix && room.retentionKnown;
    if (row.storedKnown) {
        stored = storedOf(survey, room);
        if (stored.ownRule())
            row.stored = stored.maxAge.value_or(defaultMaxAge);
        else if (stored.enabled.value_or(false))
            row.stored = stored.maxAge;
    }
    if (survey.chat && survey.chat->retention)
        row.filesOnly = stored.ownRule() ? stored.filesOnly : survey.chat->retention->filesOnly.value_or(false);
    const bool settingsRead = survey.chat && survey.chat->retention && !survey.chatDown;
    if (ix && settingsRead) {
        const Days effective = effectiveOf(*survey.chat->retention, row.storedKnown, stored);
        row.effectiveKnown = effective.known;
        row.effective = effective.days;
    }

    if (const auto because = whyUnknown(survey, s, link))
        row.reason = codeOf(because->reason);
    else if (!row.wantedKnown)
        row.reason = QStringLiteral("function-missing");
    else if (!row.effectiveKnown)
        row.reason = codeOf(UnknownReason::ReadFailed); // the server did not give the setting
    else
        row.verdict = verdictOf(row, wanted, survey.chat->retention->enabled.value_or(false), stored);
    return row;
}

} // namespace

std::vector<RetentionRow> retentionRows(const Survey &survey, const Snapshot &s, const Policy &policy)
{
    notOnUiThread("rows of retention");
    std::vector<RetentionRow> rows;
    for (const Link &link : s.links) {
        if (std::holds_alternative<NoRoom>(link.room) || std::holds_alternative<MissingRoom>(link.room))
            continue; // without a room there is nothing to keep
        if (s.courses[link.course.value].inScope)
            rows.push_back(rowOf(survey, s, policy, link));
    }
    return rows;
}

} // namespace liaison
