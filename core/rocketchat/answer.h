#pragma once

#include "core/base/result.h"
#include "core/net/httpclient.h"

#include <QLatin1String>

/// Decoding of what a reply *is*, before anybody reads what it says: contract section 2. Survives every body shape of
/// 3.x to 9.0, HTML of old releases and of proxies, and bodies that are not ours at all.
namespace liaison::rocketchat {

namespace json {
class Document;
}

/// The body of a success, or why it is none. The status is looked at first; a body counts only if it is a JSON object.
/// No text of the server gets into the error, only its code.
[[nodiscard]] Result<json::Document> open(const net::HttpReply &reply, const QString &method);

/// The same for answers of which nothing but success is of interest.
[[nodiscard]] Result<void> check(const net::HttpReply &reply, const QString &method);

[[nodiscard]] Error makeError(ErrorKind kind, QLatin1String code, const QString &method);
/// A decoded success without what the contract promises.
[[nodiscard]] Error badFields(const net::HttpReply &reply, const QString &method);

/// `Error::detail` of a BadReply: the answer was HTML (a method that an old release does not know, or a proxy).
inline constexpr QLatin1String detailHtml{"html"};
inline constexpr QLatin1String detailNotJson{"not-json"};
inline constexpr QLatin1String detailFields{"fields"};
inline constexpr QLatin1String detailStatus{"status"};

} // namespace liaison::rocketchat
