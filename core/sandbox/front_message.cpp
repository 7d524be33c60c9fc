#include "core/sandbox/front_message.h"

#include <QUrl>
#include <algorithm>
#include <chrono>
#include <cstdio>

namespace liaison::sandbox {
namespace {

constexpr qsizetype maxHead = 256 * 1024; ///< Moodle calls by GET carry hundreds of ids
constexpr qsizetype gzipFrom = 1024;

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               std::string_view("!#$%&'*+.^_`|~").find(c) != std::string_view::npos;
    });
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool listHas(const QByteArray &header, const QByteArray &word)
{
    for (const QByteArray &part : header.toLower().split(',')) {
        if (part.trimmed() == word)
            return true;
    }
    return false;
}

bool takesGzip(const QByteArray &acceptEncoding)
{
    for (const QByteArray &part : acceptEncoding.toLower().split(',')) {
        const auto pieces = part.split(';');
        if (pieces.first().trimmed() != "gzip")
            continue;
        if (pieces.size() < 2)
            return true;
        const QByteArray q = pieces[1].trimmed();
        return !q.startsWith("q=") || q.mid(2).toDouble() > 0;
    }
    return false;
}

/// Decoded, then encoded again only where QUrlQuery needs it: it compares keys as they are written, and "types%5B%5D"
/// has to be found as "types[]".
QString queryText(const QByteArray &raw)
{
    const auto isPlain = [](char c) {
        return c > ' ' && c < '\x7f' && std::string_view("%&=+#").find(c) == std::string_view::npos;
    };
    if (std::all_of(raw.begin(), raw.end(), isPlain))
        return QString::fromLatin1(raw);
    QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(raw));
    text.replace(u'%', u"%25"_qs).replace(u'&', u"%26"_qs).replace(u'=', u"%3D"_qs).replace(u'+', u"%2B"_qs);
    return text.replace(u'#', u"%23"_qs);
}

/// As PHP and Rocket.Chat read it: "+" is a space.
QUrlQuery readQuery(QByteArray raw)
{
    if (raw.contains('+'))
        raw.replace('+', "%20");
    QUrlQuery query;
    for (const QByteArray &pair : raw.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        query.addQueryItem(queryText(key), queryText(value));
    }
    return query;
}

} // namespace

RequestReader::State RequestReader::refuse(int status)
{
    m_refusal = status;
    return State::Refused;
}

std::optional<QByteArray> RequestReader::line()
{
    const qsizetype end = m_buffer.indexOf('\n', m_at);
    if (end < 0)
        return std::nullopt;
    QByteArray text = m_buffer.mid(m_at, end - m_at);
    if (text.endsWith('\r'))
        text.chop(1);
    m_at = end + 1;
    return text;
}

RequestReader::State RequestReader::read()
{
    if (m_refusal != 0)
        return State::Refused;
    if (m_stage == Stage::Headers) {
        const State state = readHeaders();
        if (m_stage == Stage::Headers)
            return state;
    }
    if (m_stage == Stage::Body) {
        if (m_buffer.size() - m_at < m_remaining)
            return State::Incomplete;
        m_request.body = m_buffer.mid(m_at, m_remaining);
        m_at += m_remaining;
        m_stage = Stage::Done;
    }
    return m_stage == Stage::Done ? State::Ready : readChunks();
}

RequestReader::State RequestReader::readHeaders()
{
    while (m_at < m_buffer.size() && (m_buffer[m_at] == '\r' || m_buffer[m_at] == '\n'))
        ++m_at; // RFC 9112 2.2: empty lines before a request
    qsizetype end = m_buffer.indexOf("\r\n\r\n", m_at);
    qsizetype skip = 4;
    if (end < 0) {
        end = m_buffer.indexOf("\n\n", m_at);
        skip = 2;
    }
    if ((end < 0 ? m_buffer.size() : end) - m_at > maxHead)
        return refuse(431);
    if (end < 0)
        return State::Incomplete;
    QList<QByteArray> lines = m_buffer.mid(m_at, end - m_at).split('\n');
    for (QByteArray &l : lines) {
        if (l.endsWith('\r'))
            l.chop(1);
    }
    m_at = end + skip;
    const QByteArray first = lines.takeFirst();
    if (!requestLine(first) || !headerLines(lines) || !framing())
        return refuse(m_refusal != 0 ? m_refusal : 400);
    return State::Incomplete;
}

bool RequestReader::requestLine(const QByteArray &text)
{
    const auto parts = text.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]))
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        m_refusal = 505;
        return false;
    }
    m_http10 = parts[2] == "HTTP/1.0";
    m_request.method = parts[0];
    QByteArray target = parts[1];
    if (target.startsWith("http://")) { // absolute form: what a proxy sends
        const qsizetype slash = target.indexOf('/', 7);
        target = slash < 0 ? QByteArray("/") : target.mid(slash);
    }
    if (!target.startsWith('/'))
        return false;
    const qsizetype question = target.indexOf('?');
    m_request.target = target;
    m_request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(target.mid(0, question)));
    if (question >= 0)
        m_request.query = readQuery(target.mid(question + 1));
    return true;
}

bool RequestReader::headerLines(const QList<QByteArray> &lines)
{
    for (const QByteArray &text : lines) {
        const qsizetype colon = text.indexOf(':');
        if (colon <= 0 || !isToken(QByteArrayView(text).first(colon)))
            return false;
        m_request.headers.append({text.left(colon).toLower(), text.mid(colon + 1).trimmed()});
    }
    return m_http10 || !m_request.header("host").isEmpty();
}

bool RequestReader::framing()
{
    const QByteArray connection = m_request.header("connection");
    m_request.keepAlive = m_http10 ? listHas(connection, "keep-alive") : !listHas(connection, "close");
    m_request.acceptsGzip = takesGzip(m_request.header("accept-encoding"));
    m_bodyLimit = m_limit(m_request.path);

    const QByteArray encoding = m_request.header("transfer-encoding").toLower();
    std::optional<QByteArray> length;
    for (const auto &[name, value] : m_request.headers) {
        if (name != "content-length")
            continue;
        if (length && *length != value)
            return false;
        length = value;
    }
    if (!encoding.isEmpty()) {
        if (length)
            return false; // two framings: the classic smuggling request
        if (encoding != "chunked") {
            m_refusal = 501;
            return false;
        }
        m_stage = Stage::ChunkSize;
    } else {
        bool ok = true;
        m_remaining = length ? length->toLongLong(&ok) : 0;
        if (!ok || (length && !isNumber(*length)))
            return false;
        if (m_remaining > m_bodyLimit) {
            m_refusal = 413;
            return false;
        }
        m_stage = Stage::Body;
    }
    m_continue = m_request.header("expect").toLower() == "100-continue";
    return true;
}

RequestReader::State RequestReader::readChunks()
{
    while (m_stage != Stage::Done) {
        if (m_stage == Stage::ChunkData) {
            if (m_buffer.size() - m_at < m_remaining + 1)
                return State::Incomplete;
            const bool crlf = m_buffer[m_at + m_remaining] == '\r';
            if (crlf && m_buffer.size() - m_at < m_remaining + 2)
                return State::Incomplete;
            if (m_buffer[m_at + m_remaining + (crlf ? 1 : 0)] != '\n')
                return refuse(400);
            m_request.body += QByteArrayView(m_buffer).sliced(m_at, m_remaining);
            m_at += m_remaining + (crlf ? 2 : 1);
            m_stage = Stage::ChunkSize;
            continue;
        }
        const auto text = line();
        if (!text) {
            return m_buffer.size() - m_at > maxHead ? refuse(400) : State::Incomplete;
        }
        if (m_stage == Stage::Trailers) {
            if (text->isEmpty())
                m_stage = Stage::Done;
            continue;
        }
        bool ok = false;
        const QByteArray size = text->mid(0, text->indexOf(';')).trimmed();
        m_remaining = size.toLongLong(&ok, 16);
        if (!ok || m_remaining < 0)
            return refuse(400);
        if (m_request.body.size() + m_remaining > m_bodyLimit)
            return refuse(413);
        m_stage = m_remaining == 0 ? Stage::Trailers : Stage::ChunkData;
    }
    return State::Ready;
}

bool RequestReader::wantsContinue()
{
    return std::exchange(m_continue, false) && m_stage != Stage::Headers && m_stage != Stage::Done;
}

HttpRequest RequestReader::take()
{
    m_buffer.remove(0, std::exchange(m_at, 0));
    m_stage = Stage::Headers;
    m_continue = false;
    return std::exchange(m_request, {});
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Temporarily Unavailable";
    case 504:
        return "Gateway Time-out";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Status";
    }
}

Reply webPage(int status)
{
    const QByteArray title = QByteArray::number(status) + ' ' + reasonPhrase(status);
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = "<!DOCTYPE html>\r\n<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" +
                 title + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    return reply;
}

namespace {

QByteArray gzipped(const Reply &reply)
{
    if (!reply.packed)
        return gzip(reply.body);
    if (reply.packed->isEmpty())
        *reply.packed = gzip(reply.body);
    return *reply.packed;
}

/// `Fri, 20 Nov 2026 08:00:00 GMT`; by hand, since every answer has one and QLocale takes longer than all the rest.
QByteArray httpDate(Instant at)
{
    using namespace std::chrono;
    static constexpr const char *days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_time<milliseconds> time{milliseconds(at.ms)};
    const auto day = floor<std::chrono::days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(floor<seconds>(time - day));
    char text[40];
    const int size =
        std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT", days[weekday(day).c_encoding()],
                      unsigned(date.day()), months[unsigned(date.month()) - 1], int(date.year()),
                      int(clock.hours().count()), int(clock.minutes().count()), int(clock.seconds().count()));
    return {text, size};
}

} // namespace

WireReply toWire(const Reply &reply, const ReplyOptions &options)
{
    WireReply out;
    const auto has = [&](const char *name) {
        return std::any_of(reply.headers.begin(), reply.headers.end(),
                           [&](const auto &h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
    };
    const bool bodiless = reply.status == 204 || reply.status == 304;
    const bool packed = options.gzip && reply.body.size() > gzipFrom && !has("Content-Encoding");
    if (!bodiless)
        out.body = packed ? gzipped(reply) : reply.body;

    out.head = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reasonPhrase(reply.status) + "\r\n";
    if (!has("Date"))
        out.head += "Date: " + httpDate(options.date) + "\r\n";
    for (const auto &[name, value] : reply.headers) {
        if (name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            out.head += name + ": " + value + "\r\n";
    }
    if (packed)
        out.head += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
    if (!bodiless)
        out.head += "Content-Length: " + QByteArray::number(out.body.size()) + "\r\n";
    out.head += options.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (options.head)
        out.body.clear();
    return out;
}

} // namespace liaison::sandbox
