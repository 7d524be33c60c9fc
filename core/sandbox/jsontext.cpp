#include "core/sandbox/jsontext.h"

#include "core/sandbox/worldjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <charconv>

namespace liaison::sandbox {

void JsonText::grow(qsizetype bytes)
{
    const qsizetype size = m_at ? m_at - m_out.constData() : 0;
    m_out.resize(std::max<qsizetype>({size + bytes, m_out.size() * 2, 4 * 1024}));
    m_at = m_out.data() + size;
    m_end = m_out.data() + m_out.size();
}

QByteArray JsonText::take()
{
    m_out.truncate(m_at ? m_at - m_out.constData() : 0);
    if (m_out.size() < m_out.capacity() / 2)
        m_out.squeeze(); // answers are kept, by their size
    m_at = m_end = nullptr;
    return std::exchange(m_out, {});
}

void JsonText::quoted(QStringView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    room(text.size() * 6 + 3); // the worst: \u0000 for each
    put('"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\') {
            put(static_cast<char>(c)); // nearly everything
        } else if (c == u'"' || c == u'\\') {
            put('\\');
            put(static_cast<char>(c));
        } else if (c < u' ') {
            put("\\u00", 4);
            put(hex[c >> 4]);
            put(hex[c & 15]);
        } else {
            qsizetype end = i + 1;
            while (end < text.size() && text[end] >= u'\x7f')
                ++end; // together: a character may be of two code units
            const QByteArray utf8 = text.sliced(i, end - i).toUtf8();
            put(utf8.constData(), utf8.size());
            i = end - 1;
        }
    }
    put('"');
}

void JsonText::key(const char *name)
{
    const auto size = qsizetype(std::strlen(name));
    room(size + 4);
    separate();
    put('"');
    put(name, size);
    put("\":", 2);
    m_first = true;
}

void JsonText::key(const QString &name)
{
    room(1);
    separate();
    quoted(name);
    room(1);
    put(':');
    m_first = true;
}

void JsonText::value(const QString &text)
{
    room(1);
    separate();
    quoted(text);
}

void JsonText::value(QLatin1String ascii)
{
    room(ascii.size() + 3);
    separate();
    put('"');
    put(ascii.data(), ascii.size());
    put('"');
}

void JsonText::value(bool on)
{
    written(on ? "true" : "false");
}

void JsonText::value(qint64 number)
{
    char text[24];
    const auto end = std::to_chars(std::begin(text), std::end(text), number).ptr;
    written({text, end - text});
}

void JsonText::value(double number)
{
    written(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
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
    written(QByteArrayView(text).sliced(1, text.size() - 2));
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
    written("null");
}

void JsonText::written(QByteArrayView json)
{
    room(json.size() + 1);
    separate();
    put(json.data(), json.size());
}

} // namespace liaison::sandbox
