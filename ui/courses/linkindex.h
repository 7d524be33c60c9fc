#pragma once

#include "ui/courses/linkfacts.h"

#include <QLocale>
#include <array>

namespace liaison::ui {

enum class LinkColumn { State, Course, Title, Room, Members, Changes, Read };
inline constexpr int linkColumns = 7;

/// One bit per LinkState.
using StateMask = quint16;
[[nodiscard]] constexpr StateMask maskOf(LinkState state)
{
    return static_cast<StateMask>(1u << static_cast<unsigned>(state));
}
inline constexpr int linkStates = static_cast<int>(Codes<LinkState>::all.size());

/// The order of chips and menus: what needs somebody first.
inline constexpr std::array chipStates{LinkState::Drift,    LinkState::Missing,     LinkState::Pending,
                                       LinkState::Unknown,  LinkState::PartlyKnown, LinkState::Ambiguous,
                                       LinkState::Unlinked, LinkState::Archived,    LinkState::InStep};

/// One Moodle category that courses of the view are in, directly or below.
struct CategoryItem
{
    QString site;
    qint64 id = 0;
    QString name;       ///< empty where Moodle's name for it was not read
    QString foldedName; ///< of the whole path, so that a faculty's name finds all below it
    int courses = 0;    ///< rows in it or below
    int parent = -1;    ///< position in LinkIndex::categories
    int depth = 0;
};

/// Work on a room itself, as bits.
enum RoomWork : quint8 { CreatesRoom = 1, Unarchives = 2, Archives = 4, SetsRetention = 8 };

/// What the table of courses needs of a view beyond the view itself: built once per view, off the interface's thread,
/// immutable. Item numbers follow Snapshot::links, that is LinkKey.
struct LinkIndex
{
    ViewPtr view;
    std::vector<quint32> links;           ///< item -> position in Snapshot::links; links outside the scope have no item
    std::vector<quint8> state;            ///< LinkState
    std::vector<quint8> roomWork;         ///< RoomWork bits
    std::vector<int> category;            ///< position in `categories`, -1 where the course has none
    std::vector<Instant> readAt;          ///< machine time; unknown = no age to show
    std::vector<CategoryItem> categories; ///< parents before children, by name
    QString hay;                          ///< folded names and ids of all items, one after the other
    std::vector<quint32> hayEnd;          ///< where an item's part of `hay` ends
    /// Per column, the items in ascending order; ties by course, then by LinkKey. Descending is the reverse.
    std::array<std::vector<quint32>, linkColumns> order;
    std::array<int, linkStates> totals{}; ///< items per state
    int courses = 0;                      ///< distinct courses
    int withRoom = 0;                     ///< distinct courses of which a room is known

    [[nodiscard]] int size() const { return static_cast<int>(links.size()); }
    [[nodiscard]] LinkFacts facts(quint32 item) const { return linkFacts(*view, links[item]); }
    [[nodiscard]] QStringView hayOf(quint32 item) const
    {
        const quint32 from = item == 0 ? 0 : hayEnd[item - 1];
        return QStringView(hay).mid(from, hayEnd[item] - from);
    }
    /// -1 where the view has no such link in scope.
    [[nodiscard]] int itemOf(const LinkKey &key) const;
};

using LinkIndexPtr = std::shared_ptr<const LinkIndex>;

/// Pure; takes a second or so for 200,000 links.
[[nodiscard]] LinkIndexPtr buildLinkIndex(ViewPtr view, QLocale::Language collation);

/// Would both rows be painted the same? Ages apart.
[[nodiscard]] bool sameRow(const LinkIndex &a, quint32 itemA, const LinkIndex &b, quint32 itemB);

} // namespace liaison::ui
