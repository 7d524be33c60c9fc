#pragma once

#include "ui/base/tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

/// The icon set by meaning (guide section 8; lucide, ISC licence), recoloured from the theme.
namespace liaison::ui {

enum class Icon {
    Overview,
    Courses,
    Rooms,
    Roles,
    Retention,
    Restores,
    Journal,
    Diagnostics,
    Help,
    Preferences,
    Search,
    Filter,
    Refresh,
    Language,
    OpenOutside,
    Copy,
    Save,
    Category,
    Person,
    Server,
    Plan,
    Apply,
    Undo,
    Pause,
    Stop,
    Retry,
    Lock,
    Protected,
    History,
    Running,
    Source,
    Age,
    Rate,
    Messages,
    Proof,
    RoomSettings,
    Demo,
    NoResult,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    Close,
    Check,
    More,
    Warning,
    Info,
    Link,
    Unlink,
    Plus,
    Minus,
    Show,
    Import,
    Appearance
};
inline constexpr int IconCount = static_cast<int>(Icon::Appearance) + 1;

/// The file's name in the set, without ".svg"; resources/icons/names.txt lists the same.
[[nodiscard]] QLatin1String iconName(Icon icon);

/// `logical` pixels of the guide (16, 24 in cards) at the tokens' zoom. Disabled mode is text-3.
[[nodiscard]] QIcon icon(Icon icon, const Tokens &tokens, Ink ink = Ink::Secondary, int logical = 16);
/// Sharp at the device's ratio.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour, const Tokens &tokens);

} // namespace liaison::ui
