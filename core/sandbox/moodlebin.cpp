#include "core/sandbox/moodlecompanion.h"
#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

Answer companionRecycleBin(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const qint64 size = companionPageSize(call);
    const auto &bin = call.site.recycleBin;
    const auto timeOf = [](Instant at) { return at.isKnown() ? std::optional(seconds(at)) : std::nullopt; };
    const std::size_t first = std::size_t(std::max<qint64>(call.number(u"after"), 0));
    Writer out = call.writer();
    out.beginObject();
    out.key("rows");
    out.beginList();
    std::optional<qint64> next;
    for (std::size_t i = first; i < bin.size() && !call.listEmpty; ++i) {
        if (qint64(i - first) == size) {
            next = qint64(i);
            break;
        }
        const BinItem &item = bin[i]; // the world gives its items no number: their place is the id
        out.beginObject();
        out.field("id", qint64(i) + 1)
            .field("binid", qint64(i) + 1)
            .field("kind", item.kind)
            .field("cmid", item.cmid)
            .field("course", item.course)
            .field("name", item.name)
            .field("room", item.room);
        out.key("deleted");
        writeOrNull(out, timeOf(item.deleted));
        out.key("expires");
        writeOrNull(out, timeOf(item.expires));
        out.endObject();
    }
    endPage(out, next);
    return call.written();
}

} // namespace liaison::sandbox::moodle
