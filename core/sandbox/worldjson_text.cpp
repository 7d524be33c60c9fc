#include "core/sandbox/worldjson_text.h"

#include "core/sandbox/worldjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace liaison::sandbox {

void JsonText::separate()
{
    if (!m_first)
        m_out += ',';
    m_first = false;
}

void JsonText::quoted(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_out += '"';
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (byte < 0x20) {
            m_out += "\\u00";
            m_out += hex[byte >> 4];
            m_out += hex[byte & 15];
        } else {
            m_out += c;
        }
    }
    m_out += '"';
}

void JsonText::key(const char *name)
{
    separate();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_first = true;
}

void JsonText::key(const QString &name)
{
    separate();
    quoted(name);
    m_out += ':';
    m_first = true;
}

void JsonText::value(const QString &text)
{
    separate();
    quoted(text);
}

void JsonText::value(const QByteArray &ascii)
{
    separate();
    m_out += '"';
    m_out += ascii;
    m_out += '"';
}

void JsonText::value(bool on)
{
    separate();
    m_out += on ? "true" : "false";
}

void JsonText::value(qint64 number)
{
    separate();
    m_out += QByteArray::number(number);
}

void JsonText::value(double number)
{
    separate();
    m_out += QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
}

void JsonText::value(Instant at)
{
    if (at.isKnown())
        value(instantToText(at));
    else
        null();
}

void JsonText::value(const QJsonValue &json)
{
    if (json.isUndefined()) {
        null();
        return;
    }
    // QJsonDocument writes no bare value: an array of one, without its brackets.
    const QByteArray text = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    separate();
    m_out += QByteArrayView(text).sliced(1, text.size() - 2);
}

void JsonText::value(const QStringList &list)
{
    open('[');
    for (const QString &text : list)
        value(text);
    close(']');
}

void JsonText::null()
{
    separate();
    m_out += "null";
}

} // namespace liaison::sandbox
