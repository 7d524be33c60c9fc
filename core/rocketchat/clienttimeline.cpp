#include "core/rocketchat/clientsend.h"

#include <algorithm>

namespace liaison::rocketchat {

namespace {

/// A room is not shown to who is no member: contract 0.1.
Error hidden(Error e)
{
    if (e.kind == ErrorKind::NotFound) {
        e.kind = ErrorKind::Forbidden;
        e.code = code::noAccess;
    }
    return e;
}

} // namespace

Result<std::optional<Instant>> Client::oldestMessage(const QString &roomId, const net::CancelToken &cancel)
{
    if (roomId.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("groups.messages")));
    auto oldest = read(requests::oldestMessage(roomId), cancel, parseOldestMessage);
    if (!oldest)
        return fail(hidden(oldest.error()));
    return oldest;
}

Result<Timeline> Client::timeline(const QString &roomId, int most, TimelinePart part, const net::CancelToken &cancel)
{
    if (roomId.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("groups.messages")));
    Timeline out;
    QSet<QString> seen;
    int rows = 0;
    while (rows < most) {
        const auto page = read(requests::messages(roomId, {rows, largestPage}), cancel, parseTimeline);
        if (!page)
            return fail(hidden(page.error()));
        if (!out.readAt.isKnown())
            out.readAt = page->at;
        if (part == TimelinePart::WholeOrNothing && page->total > most)
            return out;
        rows += int(page->items.size());
        for (const TimelineEntry &entry : page->items) {
            if (seen.contains(entry.id))
                continue;
            seen.insert(entry.id);
            if (!out.oldest.isKnown() || entry.at < out.oldest)
                out.oldest = entry.at;
            if (entry.event)
                out.events.push_back(*entry.event);
        }
        out.whole = seen.size() >= page->total;
        if (out.whole || page->items.empty())
            break;
    }
    if (part == TimelinePart::WholeOrNothing && !out.whole)
        out.events.clear();
    std::stable_sort(out.events.begin(), out.events.end(),
                     [](const TimelineEvent &a, const TimelineEvent &b) { return a.at < b.at; });
    return out;
}

} // namespace liaison::rocketchat
