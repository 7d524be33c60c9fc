#pragma once

#include "core/rocketchat/answer.h"
#include "core/rocketchat/json.h"
#include "core/rocketchat/parser.h"

/// What the parsers share.
namespace liaison::rocketchat {

/// Opens the answer and lets `read(root, ok)` make the value; nothing of it is kept if a field could not be read.
template <class T, class F> Result<T> parseWith(const net::HttpReply &reply, const QString &method, F read)
{
    const auto document = open(reply, method);
    if (!document)
        return fail(document.error());
    bool ok = true;
    T value = read(json::Fields(document->root(), ok), ok);
    if (!ok)
        return fail(badFields(reply, method));
    return value;
}

/// A page of the list under `key`; `readItem(fields)` makes one item.
template <class T, class F>
Result<Page<T>> parsePage(const net::HttpReply &reply, const QString &method, const char *key, F readItem)
{
    return parseWith<Page<T>>(reply, method, [&](const json::Fields &root, bool &ok) {
        Page<T> page;
        page.at = reply.serverDate;
        page.total = root.count("total");
        const auto list = root.array(key);
        if (list)
            page.items.reserve(list->size());
        json::forEach(list, ok, [&](const json::Fields &fields) { page.items.push_back(readItem(fields)); });
        return page;
    });
}

[[nodiscard]] chat::RoomRoles readRoles(const json::Fields &fields); ///< key "roles": room roles, absent = none
[[nodiscard]] chat::Account readAccount(const json::Fields &fields);

} // namespace liaison::rocketchat
