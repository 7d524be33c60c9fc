#pragma once

#include "core/sandbox/moodlecall.h"

/// What the lists of the companion have in common.
namespace liaison::sandbox::moodle {

/// Limits are clamped by the server: contract section 9.
[[nodiscard]] inline qint64 companionPageSize(const Call &call)
{
    constexpr qint64 largest = 1000;
    const qint64 limit = call.number(u"limit", largest);
    return limit <= 0 ? largest : std::min(limit, largest);
}

template <class T> void writeOrNull(Writer &out, const std::optional<T> &value)
{
    if (value)
        out.value(*value);
    else
        out.value(nullptr);
}

/// Closes the list of a page and the answer. `next`: after what the following page begins; nothing: this was the last.
inline void endPage(Writer &out, const std::optional<qint64> &next)
{
    out.endList();
    out.key("next");
    writeOrNull(out, next);
    out.endObject();
}

} // namespace liaison::sandbox::moodle
