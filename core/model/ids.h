#pragma once

#include <QHashFunctions>
#include <QString>
#include <compare>
#include <cstdint>
#include <limits>

namespace liaison {

/// Ids as the servers give them, told apart by type so that a course number never lands where a person's belongs.
/// Moodle ids are numbers and only unique inside one site; chat ids are texts.
template <class Tag> struct NumberId
{
    qint64 value = 0;
    friend auto operator<=>(const NumberId &, const NumberId &) = default;
    friend size_t qHash(NumberId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};
template <class Tag> struct TextId
{
    QString value;
    friend bool operator==(const TextId &, const TextId &) = default;
    friend bool operator<(const TextId &a, const TextId &b) { return a.value < b.value; }
    friend size_t qHash(const TextId &id, size_t seed = 0) { return ::qHash(id.value, seed); }
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
};

using MoodleUserId = NumberId<struct MoodleUserTag>;
using CourseId = NumberId<struct CourseTag>;
using CategoryId = NumberId<struct CategoryTag>;
using Cmid = NumberId<struct CmidTag>;
using RoleId = NumberId<struct RoleTag>;
using GroupId = NumberId<struct GroupTag>;
using SiteId = TextId<struct SiteTag>;
using ChatUserId = TextId<struct ChatUserTag>;
using RoomId = TextId<struct RoomTag>;

/// Position in one of the snapshot's tables: 32 bits, so that a million memberships are columns of integers.
template <class Tag> struct Index
{
    static constexpr quint32 none = std::numeric_limits<quint32>::max();
    quint32 value = none;

    constexpr Index() = default;
    constexpr explicit Index(quint32 v) : value(v) {}
    constexpr explicit Index(size_t v) : value(static_cast<quint32>(v)) {}
    [[nodiscard]] constexpr bool isValid() const { return value != none; }
    friend auto operator<=>(Index, Index) = default;
};

using SiteIx = Index<struct SiteTag>;
using CourseIx = Index<struct CourseTag>;
using PersonIx = Index<struct PersonTag>;
using AccountIx = Index<struct AccountTag>;
using RoomIx = Index<struct RoomTag>;
using LinkIx = Index<struct LinkTag>;
using RoleIx = Index<struct RoleTag>;
using RoleSetIx = Index<struct RoleSetTag>;

} // namespace liaison
