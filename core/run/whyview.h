#pragma once

#include "core/reconcile/explain.h"
#include "core/run/campus.h"

#include <memory>
#include <optional>

namespace liaison {

/// What the console says of one person in one room, and of that person's other rooms.
struct WhyView
{
    std::shared_ptr<const Snapshot> snapshot; ///< what the positions are of
    PersonKey asked;
    Explanation explanation;
    std::vector<Explanation> others; ///< of other links, in their order, at most `mostOtherRooms`
};
inline constexpr size_t mostOtherRooms = 20;

/// From the view that is shown, nothing is read. `person`: by chat id, else by the Moodle id on the link's site, else
/// by login. Nullopt where the view does not have the link or the person.
[[nodiscard]] std::optional<WhyView> whyInView(const CampusView &view, const LinkKey &link, const PersonKey &person);
/// The input that explains from this view.
[[nodiscard]] ExplainInput inputOf(const CampusView &view);
/// The subject that `whyInView` would take.
[[nodiscard]] std::optional<Subject> subjectInView(const CampusView &view, const LinkKey &link,
                                                   const PersonKey &person);

} // namespace liaison
