#pragma once

#include "core/sandbox/chatstate.h"

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
    [[nodiscard]] bool matches(const QJsonObject &document) const;
    [[nodiscard]] QJsonObject project(const QJsonObject &document) const;
};
[[nodiscard]] Expected<LegacyQuery> legacyQuery(const State &s, const Call &call);

/// `{<key>: [...], count, offset, total}` of `total` things, of which `document(i)` makes one.
template <class Document>
[[nodiscard]] QJsonObject pagedList(const QString &key, const Page &page, qsizetype total, Document document)
{
    QJsonArray list;
    const qsizetype end = page.count == 0 ? total : std::min<qsizetype>(total, qsizetype{page.offset} + page.count);
    for (qsizetype i = page.offset; i < end; ++i)
        list.append(document(static_cast<std::size_t>(i)));
    return {{key, list},
            {QStringLiteral("count"), list.size()},
            {QStringLiteral("offset"), page.offset},
            {QStringLiteral("total"), total}};
}

/// The same for documents in hand, after `query` and `fields`.
[[nodiscard]] QJsonObject pagedDocuments(const QString &key, const Page &page, std::vector<QJsonObject> documents,
                                         const LegacyQuery &legacy);

} // namespace liaison::sandbox::chat
