#include "core/sandbox/moodlereply.h"

namespace liaison::sandbox::moodle {

namespace {

QList<QPair<QByteArray, QByteArray>> serviceHeaders(bool json)
{
    const auto with = [](const char *type) {
        return QList<QPair<QByteArray, QByteArray>>{
            {"Content-Type", type},
            {"Cache-Control", "private, must-revalidate, pre-check=0, post-check=0, max-age=0"},
            {"Expires", "Thu, 01 Jan 1970 00:00:00 GMT"},
            {"Accept-Ranges", "none"},
            {"Access-Control-Allow-Origin", "*"}};
    };
    static const auto ofJson = with("application/json"), ofXml = with("application/xml; charset=utf-8");
    return json ? ofJson : ofXml;
}

} // namespace

Reply answered(const Answer &answer, bool json)
{
    static const QByteArray xmlHead("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n");
    Reply reply;
    reply.headers = serviceHeaders(json);
    if (answer) {
        if (const auto *written = std::get_if<Written>(&*answer)) {
            reply.body = written->text;
        } else {
            Buffer buffer;
            Writer(json ? Format::Json : Format::Xml, buffer).value(std::get<Value>(*answer));
            reply.body = buffer.take();
        }
        if (!json)
            reply.body = xmlHead + "<RESPONSE>\n" + reply.body + "</RESPONSE>\n";
        return reply;
    }
    const Fault &fault = answer.error();
    if (json) {
        Object o;
        o.add("exception", fault.exception);
        if (fault.errorcode)
            o.add("errorcode", *fault.errorcode);
        o.add("message", fault.message);
        reply.body = toJson(std::move(o));
    } else {
        reply.body = xmlHead + "<EXCEPTION class=\"" + xmlText(fault.exception) + "\">\n<ERRORCODE>" +
                     xmlText(fault.errorcode.value_or(QString())) + "</ERRORCODE>\n<MESSAGE>" + xmlText(fault.message) +
                     "</MESSAGE>\n</EXCEPTION>\n";
    }
    return reply;
}

} // namespace liaison::sandbox::moodle
