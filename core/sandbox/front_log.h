#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QSet>
#include <QString>
#include <vector>

namespace liaison::sandbox {

struct LoggedRequest
{
    qint64 n = 0;   ///< from 1, in order of arrival, since the log was cleared
    Instant at;     ///< the world's time
    QString server; ///< "moodle" or "rocketchat"
    QString site;   ///< Moodle site id; empty for the chat
    QString method;
    QString path;     ///< below the server's URL, without the query
    QString function; ///< RequestFacts::function
    int status = 0;   ///< 0 = not answered: hanging or reset
    bool write = false;
};

/// The request list of the control URL. No bodies, no queries, no headers: nothing secret gets in.
class RequestLog
{
public:
    struct Ticket
    {
        quint64 generation = 0;
        std::size_t index = 0;
    };
    Ticket add(LoggedRequest request);
    /// Does nothing for a ticket of before `clear`.
    void setStatus(Ticket ticket, int status);
    void clear();
    [[nodiscard]] const std::vector<LoggedRequest> &requests() const { return m_requests; }
    /// {"requests":[...]}
    [[nodiscard]] QByteArray toJson() const;

private:
    const QString &shared(const QString &text) { return *m_texts.insert(text); }

    std::vector<LoggedRequest> m_requests;
    QSet<QString> m_texts; ///< paths and functions repeat 100,000 times
    quint64 m_generation = 0;
};

} // namespace liaison::sandbox
