#pragma once

#include "core/run/campus.h"

namespace liaison::ui {

using ViewPtr = std::shared_ptr<const CampusView>;

/// Everything one view says of one link, as references into that view: lives no longer than the view.
struct LinkFacts
{
    const CampusView &view;
    const Site &site;
    const Course &course;
    const Link &link;
    const LinkRow &row;
    const Room *room = nullptr; ///< null: none, missing, unknown or ambiguous

    [[nodiscard]] LinkKey key() const { return {site.id.value, link.cmid.value}; }
    /// The id even where no room document is known; empty where the activity points nowhere.
    [[nodiscard]] QString roomId() const;
    [[nodiscard]] int candidates() const; ///< of an ambiguous link
    [[nodiscard]] const RoomDiff *differences() const;
};

/// `position`: in Snapshot::links, which Diff::links is parallel to.
[[nodiscard]] LinkFacts linkFacts(const CampusView &view, quint32 position);
/// The position of a link, or nullopt where the view does not have it.
[[nodiscard]] std::optional<quint32> positionOf(const CampusView &view, const LinkKey &key);

/// When the older of the two sides of a link was read, in this machine's time. Each server's dates are taken against
/// the newest date of the same server, so that no clock is compared with another (design 4.2). Unknown where a
/// side was not read.
class ReadTimes
{
public:
    explicit ReadTimes(const CampusView &view);
    [[nodiscard]] Instant of(const LinkFacts &facts) const;

private:
    Instant m_viewRead;
    Instant m_chatNewest;
};

} // namespace liaison::ui
