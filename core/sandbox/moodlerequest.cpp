#include "core/sandbox/moodlerequest.h"

#include <algorithm>
#include <array>

namespace liaison::sandbox::moodle {

namespace {

/// Moodle takes its own settings out of the fields; what remains are the function's parameters.
bool isSetting(const QString &name)
{
    if (!name.startsWith(QLatin1String("ws")) && !name.startsWith(QLatin1String("moodlews")))
        return false;
    constexpr std::array settings{QLatin1String("wstoken"),
                                  QLatin1String("wsfunction"),
                                  QLatin1String("moodlewsrestformat"),
                                  QLatin1String("moodlewssettingraw"),
                                  QLatin1String("moodlewssettingfilter"),
                                  QLatin1String("moodlewssettingfileurl"),
                                  QLatin1String("moodlewssettinglang"),
                                  QLatin1String("moodlewssettingtimezone")};
    return std::any_of(settings.begin(), settings.end(), [&](QLatin1String setting) { return name == setting; });
}

bool isOn(const QString &setting)
{
    return setting == u"1" || setting == u"true" || setting == u"yes" || setting == u"on";
}

} // namespace

const ServiceRequest &LastRequest::read(const Request &request)
{
    static const QByteArray contentType("content-type");
    const QByteArray type = request.header(contentType);
    if (m_isRead && m_body == request.body && m_method == request.method && m_type == type && m_query == request.query)
        return m_service;
    m_method = request.method;
    m_type = type;
    m_body = request.body;
    m_query = request.query;
    m_isRead = true;
    FormNode form = readForm(request);
    m_service.token = textOf(form, u"wstoken").toUtf8();
    m_service.function = textOf(form, u"wsfunction");
    m_service.json = textOf(form, u"moodlewsrestformat") == u"json";
    m_service.language = textOf(form, u"moodlewssettinglang");
    m_service.raw = isOn(textOf(form, u"moodlewssettingraw"));
    std::erase_if(form.children, [](const auto &child) { return isSetting(child.first); });
    m_service.parameters = std::move(form);
    return m_service;
}

} // namespace liaison::sandbox::moodle
