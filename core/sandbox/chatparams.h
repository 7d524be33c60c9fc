#pragma once

#include "core/sandbox/chatstate.h"
#include "core/sandbox/jsontext.h"

#include <QJsonArray>

namespace liaison::sandbox::chat {

/// The room a groups.* call names: refused when absent, not of type p or not ours, all three alike (contract 0.1);
/// refused when archived unless `archivedToo`.
[[nodiscard]] Expected<Room *> findGroup(State &s, const Call &call, bool archivedToo = false);
/// By roomId, else roomName, without looking at who asks; null = none.
[[nodiscard]] Room *namedRoom(const State &s, const QJsonObject &params);
[[nodiscard]] bool namesRoom(const Call &call);
[[nodiscard]] Refusal roomNotGiven();
/// The one user a kick or role change names.
[[nodiscard]] Expected<ChatUser *> findUser(State &s, const Call &call);
[[nodiscard]] Refusal archivedGroup(const Room &room);

struct Page
{
    int offset = 0;
    int count = 0; ///< 0 = all
};
/// Default 50, clamped to 100 without a word, 0 = all where the server allows it: contract section 3, Paging.
[[nodiscard]] Page pageOf(const State &s, const Call &call);

struct SortKey
{
    QString field;
    bool down = false;
};
/// In the order of the text; empty = not asked for.
[[nodiscard]] Expected<std::vector<SortKey>> sortOf(const Call &call);

/// `query` and `fields`, which servers heed up to 6.x only; empty objects otherwise.
struct LegacyQuery
{
    QJsonObject query, fields;
    [[nodiscard]] bool isAsked() const { return !query.isEmpty() || !fields.isEmpty(); }
    [[nodiscard]] bool matches(const QJsonObject &document) const;
    [[nodiscard]] QJsonObject project(const QJsonObject &document) const;
};
[[nodiscard]] Expected<LegacyQuery> legacyQuery(const State &s, const Call &call);

/// `{<key>: [...], count, offset, total}` of `total` things, of which `write(out, i)` writes one.
template <class Write> [[nodiscard]] Body pagedList(const char *key, const Page &page, qsizetype total, Write write)
{
    JsonText out;
    out.open('{');
    out.key(key);
    out.open('[');
    const qsizetype end = page.count == 0 ? total : std::min<qsizetype>(total, qsizetype{page.offset} + page.count);
    qsizetype count = 0;
    out.reserve(std::max<qsizetype>(end - page.offset, 0) * 320 + 256);
    for (qsizetype i = page.offset; i < end; ++i, ++count)
        write(out, static_cast<std::size_t>(i));
    out.close(']');
    out.member("count", count);
    out.member("offset", page.offset);
    out.member("total", total);
    out.close('}');
    return Body::text(out.take());
}

/// The same for documents in hand, after `query` and `fields`.
[[nodiscard]] Body pagedDocuments(const char *key, const Page &page, std::vector<QJsonObject> documents,
                                  const LegacyQuery &legacy);

} // namespace liaison::sandbox::chat
