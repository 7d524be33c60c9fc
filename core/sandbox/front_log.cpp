#include "core/sandbox/front_log.h"

#include "core/sandbox/jsontext.h"

namespace liaison::sandbox {

RequestLog::Ticket RequestLog::add(LoggedRequest request)
{
    request.n = qint64(m_requests.size()) + 1;
    request.site = shared(request.site);
    request.method = shared(request.method);
    request.path = shared(request.path);
    request.function = shared(request.function);
    m_requests.push_back(std::move(request));
    return {m_generation, m_requests.size() - 1};
}

void RequestLog::setStatus(Ticket ticket, int status)
{
    if (ticket.generation == m_generation)
        m_requests[ticket.index].status = status;
}

void RequestLog::clear()
{
    m_requests.clear();
    m_texts.clear();
    ++m_generation;
}

QByteArray RequestLog::toJson() const
{
    JsonText out;
    out.reserve(qsizetype(m_requests.size()) * 180 + 64);
    out.open('{');
    out.key("requests");
    out.open('[');
    for (const LoggedRequest &r : m_requests) {
        out.open('{');
        out.member("n", r.n);
        out.member("at", r.at);
        out.member("server", r.server);
        out.key("site");
        if (r.site.isEmpty())
            out.null();
        else
            out.value(r.site);
        out.member("method", r.method);
        out.member("path", r.path);
        out.member("function", r.function);
        out.member("status", r.status);
        out.member("write", r.write);
        out.close('}');
    }
    out.close(']');
    out.close('}');
    return out.take();
}

} // namespace liaison::sandbox
