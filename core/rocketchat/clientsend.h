#pragma once

#include "core/rocketchat/answer.h"
#include "core/rocketchat/client.h"
#include "core/rocketchat/errors.h"
#include "core/rocketchat/paging.h"

#include <QSet>

/// The two templates of the client; included by its own sources only.
namespace liaison::rocketchat {

template <class Parse>
auto Client::read(const Call &call, const net::CancelToken &cancel, Parse parse, bool withToken) const
{
    using Parsed = decltype(parse(std::declval<const net::HttpReply &>()));
    const auto once = [&]() -> Parsed {
        const auto reply = send(call, cancel, withToken);
        if (!reply)
            return fail(reply.error());
        return parse(*reply);
    };
    Parsed result = once();
    if (!result && result.error().kind == ErrorKind::BadReply)
        result = once();
    return result;
}

template <class T, class MakeCall, class Parse>
Result<Client::Whole<T>> Client::readList(const net::CancelToken &cancel, MakeCall makeCall, Parse parse)
{
    Error error;
    for (int attempt = 0; attempt < 2; ++attempt) {
        ListWalk walk(m_infiniteCount);
        auto state = ListWalk::State::More;
        Whole<T> whole;
        QSet<QString> ids;
        while (state == ListWalk::State::More) {
            const Call call = makeCall(walk.next());
            auto page = read(call, cancel, parse);
            if (!page)
                return fail(page.error());
            if (!whole.at.isKnown())
                whole.at = page->at;
            const int rows = int(page->items.size());
            for (T &item : page->items) {
                const qsizetype before = ids.size();
                ids.insert(item.id);
                if (ids.size() > before)
                    whole.items.push_back(std::move(item));
            }
            state = walk.take(rows, page->total, int(ids.size()));
            error = makeError(ErrorKind::BadReply, code::truncated, call.name);
        }
        if (walk.wasClamped())
            m_infiniteCount = false;
        if (state == ListWalk::State::Whole)
            return whole;
    }
    return fail(error);
}

} // namespace liaison::rocketchat
