#pragma once

#include "core/reconcile/plan.h"

#include <variant>
#include <vector>

namespace liaison {

/// One call of the chat server and the steps it carries out. The journal holds one intent per call and one outcome per
/// step (design section 5, *Batches*).
struct Batch
{
    enum class Call {
        Unarchive,
        SetRetention,
        Add,
        MakeModerator,
        RemoveModerator,
        Remove,
        Archive,
        CreateAccount,
        CreateRoom
    };
    Call call;
    std::vector<size_t> steps; ///< positions in the list of steps; several only for Add
};

/// Groups the steps of ONE room, given in execution order, into calls. Somebody added as moderator appears twice: in an
/// Add and in a MakeModerator right after all Adds.
[[nodiscard]] std::vector<Batch> batches(const std::vector<Step> &steps, const ChatAbilities &abilities);

} // namespace liaison
