#pragma once

#include "core/reconcile/causes.h"
#include "core/reconcile/explained.h"

namespace liaison {

/// Concludes what `diff` does with this person: conclusion, kind, rule, finding, cause. Private to `explain`.
/// `table`: with the link of `out` filled; `people`: the rows of its room; `account`: invalid where there is none.
void conclude(const Explained &e, const Diff &table, const std::vector<PersonRow> &people, const RoomMemory &memory,
              AccountIx account, Explanation &out);

/// What only look-ups and the timeline can tell. A cause that the comparison proved stays.
void betterCause(const Explained &e, Explanation &out);

} // namespace liaison
