#pragma once

#include "core/model/codes.h"
#include "core/model/snapshot.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace liaison {

/// Where something is so: ids as documents show them. `course` and `cmid` are absent for what concerns no activity
/// (an account to create, a site that is down).
struct Place
{
    QString site;
    std::optional<qint64> course;
    std::optional<qint64> cmid;
    std::optional<QString> room;
    friend bool operator==(const Place &, const Place &) = default;
};

/// `username`: the chat login; without account the login the identity rule asks for, else the Moodle login.
struct PersonKey
{
    std::optional<qint64> moodle;
    std::optional<QString> chat;
    QString username;
    friend bool operator==(const PersonKey &, const PersonKey &) = default;
};

struct CreateAccount
{
    PersonKey person;
};
struct CreateRoom
{
    QString name;
};
struct Unarchive
{
};
struct SetRetention
{
    std::optional<Retention> before;
    Retention after;
};
struct AddMember
{
    PersonKey person;
    MemberRole as = MemberRole::Member;
};
struct Promote
{
    PersonKey person;
};
struct Demote
{
    PersonKey person;
};
struct RemoveMember
{
    PersonKey person;
    MemberRole was = MemberRole::Member;
};
struct Archive
{
};

/// Closed: a new kind fails to compile until every visitor knows it. Same order as ChangeKind.
using ChangeWhat =
    std::variant<CreateAccount, CreateRoom, Unarchive, SetRetention, AddMember, Promote, Demote, RemoveMember, Archive>;

struct Change
{
    Place place;
    ChangeWhat what;
    ChangeReason reason = ChangeReason::ExpectedAbsent;
    Cause cause = Cause::NotKnown; ///< for display; never decides anything
    Certainty certainty = Certainty::None;
};

[[nodiscard]] inline ChangeKind kindOf(const Change &c)
{
    return static_cast<ChangeKind>(c.what.index());
}
/// The person a change is about; null for changes of a room.
[[nodiscard]] const PersonKey *personOf(const Change &c);
[[nodiscard]] inline bool takesAway(ChangeKind k)
{
    return k == ChangeKind::Demote || k == ChangeKind::Remove;
}

/// A change as the diff found it: what could be done, and the first rule (thresholds apart) that holds it back.
struct Entry
{
    Change change;
    std::optional<Rule> rule;
    QString detail;     ///< with no-right: the name of the right
    QString id;         ///< 12.2: 16 hex digits
    bool guest = false; ///< about somebody who was never expected here, whichever rule holds it back first
};

struct Finding
{
    FindingCode code;
    Place place;
    std::optional<PersonKey> person;
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    QString detail; ///< renamed: the expected name; deactivated-members: how many
};

struct Unknown
{
    Place place;
    UnknownReason reason;
    QString detail;
};

} // namespace liaison
