#pragma once

#include "core/base/instant.h"

#include <QHash>
#include <QString>

namespace liaison::sandbox::chat {

/// Calls per window, counted by client address + route + method, never by user (contract section 7).
class Limiter
{
public:
    struct Verdict
    {
        bool allowed = true;
        int remaining = 0;
        Instant reset;   ///< when the window ends
        int seconds = 0; ///< until then, rounded up: the number in the 429 text
    };

    [[nodiscard]] Verdict count(const QString &key, Instant now, int limit, std::int64_t windowMs);
    void clear() { m_windows.clear(); }

private:
    struct Window
    {
        Instant start;
        int calls = 0;
    };
    QHash<QString, Window> m_windows;
};

} // namespace liaison::sandbox::chat
