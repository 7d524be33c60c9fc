#include "core/rocketchat/ratelimit.h"

#include "core/rocketchat/json.h"

#include <QRegularExpression>
#include <algorithm>

namespace liaison::rocketchat {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr qint64 longest = 24 * 3600; // a wait beyond it is nonsense; the HTTP client has its own limit

std::optional<qint64> secondsInText(const QByteArray &body)
{
    const auto document = json::Document::parse(body);
    if (!document)
        return std::nullopt;
    bool ok = true;
    const QString text = json::Fields(document->root(), ok).label("error");
    static const QRegularExpression pattern(QStringLiteral("\\bwait (\\d{1,9}) seconds?\\b"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong();
}

std::optional<qint64> number(const QByteArray &header)
{
    bool ok = false;
    const qint64 value = header.trimmed().toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

milliseconds withMargin(qint64 wait)
{
    return seconds(std::min(wait, longest) + 1);
}

} // namespace

std::optional<milliseconds> retryAfter(const net::HttpReply &reply)
{
    if (reply.status != 429 && reply.status != 503)
        return std::nullopt;
    if (reply.status == 429) {
        if (const auto wait = secondsInText(reply.body))
            return withMargin(*wait);
        const auto reset = number(reply.header("x-ratelimit-reset"));
        if (reset && reply.serverDate.isKnown()) {
            const qint64 ms = std::clamp<qint64>(*reset - reply.serverDate.ms, 0, longest * 1000);
            return withMargin((ms + 999) / 1000);
        }
    }
    if (const auto wait = number(reply.header("retry-after")))
        return withMargin(*wait);
    return std::nullopt;
}

} // namespace liaison::rocketchat
