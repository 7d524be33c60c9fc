#pragma once

#include "core/model/codes.h"
#include "ui/base/tokens.h"
#include "ui/text/text.h"

#include <QIcon>
#include <QRectF>

class QPainter;

/// The painted marks of the guide's section 2: each has a silhouette of its own, so that no meaning hangs on colour.
namespace liaison::ui {

enum class Mark {
    InStep,
    Drift,
    Missing,
    Pending,
    Archived,
    Orphan,
    Ambiguous,
    Unknown,
    Unlinked,
    PartlyKnown,
    Add,
    Remove,
    Promote,
    Demote,
    Create,
    Settings,
    Withheld,
    Done,
    Skipped,
    Stale,
    Failed,
    Fine,
    Watch,
    Blocking, ///< checks
    Stuck,
    BlockingRestore, ///< restores
    Info,
    Running
};
inline constexpr int MarkCount = static_cast<int>(Mark::Running) + 1;

[[nodiscard]] Mark markOf(LinkState state);
[[nodiscard]] Mark markOf(ChangeKind kind);
[[nodiscard]] Mark markOf(ChangeClass changes);
[[nodiscard]] Mark markOf(Outcome outcome);

[[nodiscard]] Ink inkOf(Mark mark);
/// The accessible name, equal to the word shown beside the mark.
[[nodiscard]] QString markName(Mark mark, text::Language language);

/// Draws inside the largest square centred in `rect`, in the mark's ink; `phase` turns the running mark (8 steps).
void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const Tokens &tokens, int phase = 0);
/// The same in a given colour, `cut` being what shows through filled shapes: for the selected row of high contrast.
void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const QColor &ink, const QColor &cut, int phase = 0);

/// For menus and buttons; `logical` is the guide's size (12, 14, 16, 20, 28), scaled by the tokens' zoom.
[[nodiscard]] QIcon markIcon(Mark mark, const Tokens &tokens, int logical = 16);

} // namespace liaison::ui
