#include "core/rocketchat/answer.h"

#include "core/base/uithread.h"
#include "core/rocketchat/errors.h"
#include "core/rocketchat/json.h"

#include <algorithm>
#include <array>

namespace liaison::rocketchat {

namespace {

using List = std::initializer_list<QLatin1String>;

/// Wordings of "you may not", 3.x to 9.0: contract section 2, error_403_permission__9x.
const auto permissionCodes = {QLatin1String("error-not-allowed"),    QLatin1String("error-action-not-allowed"),
                              QLatin1String("error-not-authorized"), QLatin1String("error-forbidden"),
                              QLatin1String("not-authorized"),       QLatin1String("not_authorized"),
                              QLatin1String("not-allowed"),          QLatin1String("no-permission"),
                              QLatin1String("error-no-permission")};
/// The same, but also said to somebody who is not signed in.
const auto ambiguousCodes = {QLatin1String("error-unauthorized"), QLatin1String("unauthorized")};
const auto roomGoneCodes = {QLatin1String("error-room-not-found"), QLatin1String("error-invalid-room"),
                            QLatin1String("error-room-does-not-exist")};
const auto accountGoneCodes = {QLatin1String("error-invalid-user"), QLatin1String("error-invalid-username"),
                               QLatin1String("error-user-not-found")};

bool isOneOf(const QString &code, const List &codes)
{
    return std::any_of(codes.begin(), codes.end(), [&code](QLatin1String c) { return code == c; });
}

/// A code and not a sentence: what people wrote can never get through here.
bool isBareToken(QStringView text)
{
    if (text.isEmpty() || text.size() > 80)
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'-' ||
               u == u'_' || u == u'.';
    });
}

/// "text [code]" -> code; a bare token is its own code.
QString codeInText(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.endsWith(u']')) {
        const qsizetype open = trimmed.lastIndexOf(u'[');
        if (open >= 0) {
            const QStringView tail = trimmed.mid(open + 1, trimmed.size() - open - 2);
            if (isBareToken(tail))
                return tail.toString();
        }
    }
    return isBareToken(trimmed) ? trimmed.toString() : QString();
}

struct Refusal
{
    QString code;
    bool saysNoSuchMethod = false;
    bool saysNoSuchUser = false;
    bool hasSuccess = false;
    bool isOurs = false; ///< has a shape in which Rocket.Chat refuses: anything else proves nothing about a write
};

Refusal readRefusal(const json::Document &document)
{
    bool ok = true;
    const json::Fields root(document.root(), ok);
    Refusal r;
    const QString error = root.label("error");
    const QString message = root.label("message");
    r.saysNoSuchMethod = message == QLatin1String("API endpoint does not exist") ||
                         error == QLatin1String("API endpoint does not exist");
    r.saysNoSuchUser = error == QLatin1String("User not found.") || error == QLatin1String("User not found");
    if (const QString type = root.label("errorType"); isBareToken(type))
        r.code = type;
    if (r.code.isEmpty())
        r.code = codeInText(error);
    const bool statusError = root.label("status") == QLatin1String("error"); // up to 7.x
    if (r.code.isEmpty() && statusError)
        r.code = codeInText(message);
    const auto success = root.maybeFlag("success");
    r.isOurs = success ? !*success : statusError && ok;
    r.hasSuccess = success.has_value();
    return r;
}

bool looksLikeHtml(const net::HttpReply &reply)
{
    return reply.header("content-type").contains("text/html") || reply.body.trimmed().startsWith('<');
}

Error undecoded(const net::HttpReply &reply, const QString &method, QLatin1String detail)
{
    Error e = makeError(ErrorKind::BadReply, code::badReply, method);
    e.httpStatus = reply.status;
    e.detail = detail;
    return e;
}

std::pair<ErrorKind, QLatin1String> judge(int status, const Refusal &r, const QString &method)
{
    const bool mayNot = isOneOf(r.code, permissionCodes);
    // Some releases before 9.0 say 401 for a missing right (contract 11, row 15); a dead token never has such a code.
    if (status == 401)
        return mayNot ? std::pair{ErrorKind::Forbidden, code::noPermission}
                      : std::pair{ErrorKind::Unauthorized, code::wrongToken};
    if (status == 405 || r.saysNoSuchMethod || (status == 404 && !r.hasSuccess))
        return {ErrorKind::Rejected, code::methodMissing};
    if (status == 403 || mayNot || isOneOf(r.code, ambiguousCodes))
        return {ErrorKind::Forbidden, code::noPermission};
    if (isOneOf(r.code, roomGoneCodes))
        return {ErrorKind::NotFound, code::roomNotFound};
    if (r.code == QLatin1String("error-room-archived"))
        return {ErrorKind::Rejected, code::roomArchived};
    // Role changes say error-invalid-user for somebody who is not in the room: only users.info means the account.
    if (r.saysNoSuchUser || (method == QLatin1String("users.info") && isOneOf(r.code, accountGoneCodes)))
        return {ErrorKind::NotFound, code::accountNotFound};
    return {ErrorKind::Rejected, code::refused};
}

Error refusal(const net::HttpReply &reply, const QString &method, const Refusal &r)
{
    const auto [kind, ownCode] = judge(reply.status, r, method);
    Error e = makeError(kind, ownCode, method);
    e.httpStatus = reply.status;
    e.serverCode = r.code;
    return e;
}

Error byStatus(const net::HttpReply &reply, const QString &method, ErrorKind kind, QLatin1String ownCode,
               const std::optional<json::Document> &document)
{
    Error e = makeError(kind, ownCode, method);
    e.httpStatus = reply.status;
    if (document)
        e.serverCode = readRefusal(*document).code;
    return e;
}

bool saysSuccess(const json::Document &document)
{
    bool ok = true;
    const json::Fields root(document.root(), ok);
    if (const auto success = root.maybeFlag("success"))
        return *success;
    return ok && root.label("status") == QLatin1String("success"); // login
}

} // namespace

Error makeError(ErrorKind kind, QLatin1String ownCode, const QString &method)
{
    Error e;
    e.kind = kind;
    e.code = ownCode;
    e.where = method;
    return e;
}

Error badFields(const net::HttpReply &reply, const QString &method)
{
    return undecoded(reply, method, detailFields);
}

Result<json::Document> open(const net::HttpReply &reply, const QString &method)
{
    notOnUiThread("parsing an answer of the chat server");
    auto document = json::Document::parse(reply.body);
    const int status = reply.status;
    if (status == 429)
        return fail(byStatus(reply, method, ErrorKind::RateLimited, code::rateLimited, document));
    if (status == 503)
        return fail(byStatus(reply, method, ErrorKind::Maintenance, code::serverError, document));
    if (status >= 500)
        return fail(byStatus(reply, method, ErrorKind::ServerFailure, code::serverError, document));
    if (!document) {
        if (reply.body.trimmed().isEmpty() && (status == 401 || status == 403))
            return fail(refusal(reply, method, {}));
        // HTML with 401 or 403 is the word of a proxy, not of the chat server.
        return fail(undecoded(reply, method, looksLikeHtml(reply) ? detailHtml : detailNotJson));
    }
    if (status >= 200 && status < 300 && saysSuccess(*document))
        return std::move(*document);
    if (status >= 300 && status < 400)
        return fail(undecoded(reply, method, detailStatus));
    const Refusal r = readRefusal(*document);
    if (!r.isOurs && status != 405)
        return fail(badFields(reply, method)); // JSON of something else
    return fail(refusal(reply, method, r));
}

Result<void> check(const net::HttpReply &reply, const QString &method)
{
    const auto document = open(reply, method);
    if (!document)
        return fail(document.error());
    return {};
}

} // namespace liaison::rocketchat
