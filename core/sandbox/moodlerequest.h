#pragma once

#include "core/sandbox/moodleform.h"

/// A call of the service as it came. A request is looked at several times: what it says is read once.
namespace liaison::sandbox::moodle {

struct ServiceRequest
{
    QByteArray token;
    QString function;
    bool json = false;   ///< else XML
    bool raw = false;    ///< stored text instead of HTML
    QString language;    ///< moodlewssettinglang; empty: the account's
    FormNode parameters; ///< without Moodle's own settings
};

class LastRequest
{
public:
    /// Good until another request is read.
    [[nodiscard]] const ServiceRequest &read(const Request &request);

private:
    bool m_isRead = false;
    QByteArray m_method, m_type, m_body;
    QUrlQuery m_query;
    ServiceRequest m_service;
};

} // namespace liaison::sandbox::moodle
