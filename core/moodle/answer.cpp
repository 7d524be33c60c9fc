#include "core/moodle/answer.h"

#include "core/base/uithread.h"
#include "core/moodle/document.h"
#include "core/moodle/errors.h"
#include "core/moodle/html.h"

#include <array>
#include <optional>

namespace liaison::moodle {

namespace {

namespace dom = simdjson::dom;

struct Known
{
    QLatin1String serverCode;
    ErrorKind kind;
    QLatin1String code;
};

/// Contract section 2; the token.php part (shape C) and the companion's two refusals included. Matched on errorcode:
/// the exception class is namespaced in 4.5 and was not before.
const std::array<Known, 28> knownErrors{{
    {QLatin1String("invalidtoken"), ErrorKind::Unauthorized, errors::wrongToken},
    {QLatin1String("accessexception"), ErrorKind::Forbidden, errors::accessRefused},
    {QLatin1String("servicenotavailable"), ErrorKind::Forbidden, errors::accessRefused},
    {QLatin1String("usernotallowed"), ErrorKind::Forbidden, errors::accessRefused},
    {QLatin1String("invalidlogin"), ErrorKind::Unauthorized, errors::wrongLogin},
    {QLatin1String("enablewsdescription"), ErrorKind::Forbidden, errors::webServicesOff},
    {QLatin1String("invalidparameter"), ErrorKind::Rejected, errors::invalidParameter},
    {QLatin1String("invaliduserfield"), ErrorKind::Rejected, errors::invalidParameter},
    {QLatin1String("missingparam"), ErrorKind::Rejected, errors::invalidParameter},
    {QLatin1String("codingerror"), ErrorKind::Rejected, errors::invalidParameter},
    {QLatin1String("invalidrecord"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("invalidrecordunknown"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("invalidcourseid"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("invalidcoursemodule"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("invalidusername"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("invaliduser"), ErrorKind::NotFound, errors::notFound},
    {QLatin1String("errorcoursecontextnotvalid"), ErrorKind::Forbidden, errors::courseNotAccessible},
    {QLatin1String("requireloginerror"), ErrorKind::Forbidden, errors::courseNotAccessible},
    {QLatin1String("nopermissions"), ErrorKind::Forbidden, errors::noPermission},
    {QLatin1String("nopermission"), ErrorKind::Forbidden, errors::noPermission},
    {QLatin1String("errorreportview"), ErrorKind::Forbidden, errors::noPermission},
    {QLatin1String("invalidresponse"), ErrorKind::Rejected, errors::invalidResponseRaw},
    {QLatin1String("sitemaintenance"), ErrorKind::Maintenance, errors::maintenance},
    {QLatin1String("upgraderunning"), ErrorKind::Maintenance, errors::upgradeRunning},
    {QLatin1String("dbconnectionfailed"), ErrorKind::ServerFailure, errors::databaseDown},
    {QLatin1String("conflict"), ErrorKind::Rejected, errors::changedMeanwhile},
    {QLatin1String("badstate"), ErrorKind::Rejected, errors::badState},
    {QLatin1String("notcourseowner"), ErrorKind::Forbidden, errors::noPermission},
}};

QString text(dom::object object, std::string_view key)
{
    std::string_view value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS)
        return {};
    return QString::fromUtf8(value.data(), qsizetype(value.size()));
}

bool has(dom::object object, std::string_view key)
{
    return object.at_key(key).error() == simdjson::SUCCESS;
}

/// True for a sentence in place of a code: the several-courses call on a course that cannot be entered does that.
bool isSentence(const QString &serverCode)
{
    return serverCode.contains(u' ');
}

Error refusal(dom::object object)
{
    Error e;
    const QString serverCode = text(object, "errorcode");
    const QString message = has(object, "exception") ? text(object, "message") : text(object, "error");
    e.serverCode = serverCode.left(200);
    e.detail = plainMessage(message);
    if (serverCode.isEmpty()) { // shape B: nobody knows how far the function got
        e.kind = ErrorKind::ServerFailure;
        e.code = errors::siteError;
        return e;
    }
    if (serverCode == QLatin1String("invalidrecord") && message.contains(QLatin1String("external_functions"))) {
        e.kind = ErrorKind::NotFound;
        e.code = errors::functionMissing;
        return e;
    }
    for (const Known &known : knownErrors) {
        if (serverCode == known.serverCode) {
            e.kind = known.kind;
            e.code = known.code;
            return e;
        }
    }
    if (serverCode.startsWith(QLatin1String("wsaccessuser"))) {
        e.kind = ErrorKind::Unauthorized;
        e.code = errors::accountSuspended;
    } else if (isSentence(serverCode)) {
        e.kind = ErrorKind::Forbidden;
        e.code = errors::courseNotAccessible;
    } else if (serverCode.startsWith(QLatin1String("dml")) || serverCode.startsWith(QLatin1String("ddl"))) {
        e.kind = ErrorKind::ServerFailure; // an SQL statement failed somewhere inside
        e.code = errors::siteError;
    } else {
        e.kind = ErrorKind::Rejected;
        e.code = errors::siteError;
    }
    return e;
}

/// What comes before Moodle's own words: contract section 2, rows without errorcode.
Error byStatus(int status, const QByteArray &body)
{
    Error e;
    switch (status) {
    case 401:
    case 407:
        e.kind = ErrorKind::Forbidden;
        e.code = errors::blocked;
        break;
    case 403:
        e.kind = ErrorKind::Forbidden;
        e.code = body.trimmed().isEmpty() ? errors::webServicesOff : errors::blocked;
        break;
    case 429:
        e.kind = ErrorKind::RateLimited;
        e.code = errors::rateLimited;
        break;
    case 502:
    case 504:
        e.kind = ErrorKind::ServerFailure;
        e.code = errors::backendDown;
        break;
    case 503:
        e.kind = ErrorKind::Maintenance;
        e.code = errors::maintenance;
        break;
    default:
        e.kind = status >= 500 ? ErrorKind::ServerFailure : ErrorKind::BadReply;
        e.code = status >= 500 ? errors::serverError : errors::notMoodle;
    }
    return e;
}

QByteArray contentType(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    for (const auto &[name, value] : headers) {
        if (name.compare("content-type", Qt::CaseInsensitive) == 0)
            return value.left(60);
    }
    return {};
}

qsizetype firstCharacter(const QByteArray &body)
{
    qsizetype i = body.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (i < body.size() && (body.at(i) == ' ' || body.at(i) == '\n' || body.at(i) == '\r' || body.at(i) == '\t'))
        ++i;
    return i;
}

Error notJson(const QByteArray &body, qsizetype start, simdjson::error_code why,
              const QList<QPair<QByteArray, QByteArray>> &headers)
{
    Error e;
    e.kind = ErrorKind::BadReply;
    const char first = start < body.size() ? body.at(start) : '{';
    e.code = first == '{' || first == '[' || first == '"' ? errors::badReply : errors::notMoodle;
    if (start >= body.size())
        e.detail = QStringLiteral("empty body");
    else if (e.code == errors::badReply)
        e.detail = QString::fromLatin1(simdjson::error_message(why));
    else
        e.detail = QString::fromLatin1(contentType(headers));
    return e;
}

} // namespace

Result<Answer> decode(const QString &function, int status, const QList<QPair<QByteArray, QByteArray>> &headers,
                      const QByteArray &body)
{
    notOnUiThread("parsing an answer of Moodle");
    const auto failed = [&](Error e) {
        e.where = function;
        e.httpStatus = status;
        return fail(std::move(e));
    };
    if (status != 200)
        return failed(byStatus(status, body));

    const qsizetype start = firstCharacter(body);
    auto document = std::make_shared<Answer::Document>();
    const auto length = std::size_t(body.size() - start);
    // simdjson reads past the end: only where the array has that room may it read in place.
    const bool padded = body.capacity() - body.size() >= qsizetype(simdjson::SIMDJSON_PADDING);
    const auto parsed = document->parser.parse(body.constData() + start, length, !padded).get(document->root);
    if (parsed != simdjson::SUCCESS)
        return failed(notJson(body, start, parsed, headers));

    dom::object object;
    if (document->root.get(object) == simdjson::SUCCESS && (has(object, "exception") || has(object, "error")))
        return failed(refusal(object));
    return Answer(function, std::move(document));
}

Result<Answer> decode(const QString &function, const net::HttpReply &reply)
{
    return decode(function, reply.status, reply.headers, reply.body);
}

} // namespace liaison::moodle
