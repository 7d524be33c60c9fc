#include "core/rocketchat/clientsend.h"

#include <algorithm>

namespace liaison::rocketchat {

Result<Timeline> Client::timeline(const QString &roomId, int most, const net::CancelToken &cancel)
{
    if (roomId.isEmpty())
        return fail(makeError(ErrorKind::Input, code::badInput, QStringLiteral("groups.messages")));
    Timeline out;
    QSet<QString> seen;
    int rows = 0;
    while (rows < most) {
        const auto page = read(requests::messages(roomId, {rows, largestPage}), cancel, parseTimeline);
        if (!page) {
            Error e = page.error();
            if (e.kind == ErrorKind::NotFound) { // hidden from who is no member: contract 0.1
                e.kind = ErrorKind::Forbidden;
                e.code = code::noAccess;
            }
            return fail(e);
        }
        if (!out.readAt.isKnown())
            out.readAt = page->at;
        rows += int(page->items.size());
        for (const TimelineEntry &entry : page->items) {
            if (seen.contains(entry.id))
                continue;
            seen.insert(entry.id);
            if (entry.event)
                out.events.push_back(*entry.event);
        }
        out.whole = seen.size() >= page->total;
        if (out.whole || page->items.empty())
            break;
    }
    std::stable_sort(out.events.begin(), out.events.end(),
                     [](const TimelineEvent &a, const TimelineEvent &b) { return a.at < b.at; });
    return out;
}

} // namespace liaison::rocketchat
