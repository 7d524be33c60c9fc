#include "core/sandbox/moodlewriter.h"

#include "core/sandbox/moodlevalue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace liaison::sandbox::moodle {

namespace {

/// What is kept for the next answer; a larger one goes away with its memory.
constexpr qsizetype largestKept = 1024 * 1024;

/// 0 = as it is, 'u' = by its number, else the letter after the backslash.
constexpr std::array<char, 128> escapes = [] {
    std::array<char, 128> table{};
    for (std::size_t c = 0; c < 0x20; ++c)
        table[c] = 'u';
    table['"'] = '"';
    table['\\'] = '\\';
    table['/'] = '/';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
}();

template <class Char> char *writeEscaped(char *to, const Char *text, qsizetype size)
{
    static constexpr char hex[] = "0123456789abcdef";
    for (const Char *const end = text + size; text != end; ++text) {
        const auto c = static_cast<char16_t>(*text);
        const char escape = c < 128 ? escapes[c] : 'u';
        if (escape == 0) {
            *to++ = static_cast<char>(c);
            continue;
        }
        *to++ = '\\';
        *to++ = escape;
        if (escape != 'u')
            continue;
        for (int shift = 12; shift >= 0; shift -= 4)
            *to++ = hex[(c >> shift) & 0xf];
    }
    return to;
}

} // namespace

QByteArray Buffer::take()
{
    m_bytes.truncate(size());
    const QByteArray bytes = m_bytes;
    m_begin = m_at = m_end = nullptr;
    return bytes;
}

void Buffer::clear()
{
    if (m_begin) {
        m_at = m_begin;
        return;
    }
    // Taken before: the same memory again, unless somebody still has it.
    if (!m_bytes.isDetached() || m_bytes.capacity() > largestKept)
        m_bytes = QByteArray();
    m_bytes.resize(m_bytes.capacity());
    m_begin = m_at = m_bytes.data();
    m_end = m_begin + m_bytes.size();
}

void Buffer::grow(qsizetype bytes)
{
    const qsizetype used = size();
    m_bytes.resize(std::max<qsizetype>({2 * m_bytes.size(), used + bytes, 4096}));
    m_begin = m_bytes.data();
    m_at = m_begin + used;
    m_end = m_begin + m_bytes.size();
}

void Writer::ended()
{
    if ((m_objects & 1) != 0)
        m_out.append("</KEY>\n", 7);
}

void Writer::xmlKey(const char *name, std::size_t size)
{
    m_out.append("<KEY name=\"", 11);
    m_out.append(name, qsizetype(size));
    m_out.append("\">", 2);
}

/// A word that needs no escapes.
void Writer::plain(const char *text, qsizetype size)
{
    if (m_json) {
        if (wantsComma())
            m_out.append(',');
        return m_out.append(text, size);
    }
    if (text[0] == 'n') {
        m_out.append("<VALUE null=\"null\"/>\n", 21);
    } else {
        m_out.append("<VALUE>", 7);
        m_out.append(text, size);
        m_out.append("</VALUE>\n", 9);
    }
    ended();
}

void Writer::value(qint64 v)
{
    char digits[20];
    if (m_json) {
        char *at = m_out.room(1 + sizeof digits);
        if (wantsComma())
            *at++ = ',';
        return m_out.written(std::to_chars(at, at + sizeof digits, v).ptr);
    }
    const auto end = std::to_chars(digits, digits + sizeof digits, v);
    plain(digits, end.ptr - digits);
}

void Writer::beginText()
{
    if (!m_json)
        return m_out.append("<VALUE>", 7);
    if (wantsComma())
        m_out.append(',');
    m_out.append('"');
}

void Writer::endText()
{
    if (m_json)
        return m_out.append('"');
    m_out.append("</VALUE>\n", 9);
    ended();
}

template <class Char> void Writer::jsonPart(const Char *text, qsizetype size)
{
    m_out.written(writeEscaped(m_out.room(6 * size), text, size));
}

void Writer::part(QStringView text)
{
    if (m_json)
        jsonPart(text.utf16(), text.size());
    else
        m_out.append(xmlText(text.toString()));
}

void Writer::part(QLatin1String text)
{
    if (m_json)
        jsonPart(text.data(), text.size());
    else
        m_out.append(xmlText(text));
}

void Writer::part(qint64 number)
{
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, number);
    m_out.append(digits, end.ptr - digits);
}

void Writer::value(const QString &text)
{
    if (m_json) {
        char *at = m_out.room(6 * text.size() + 3);
        if (wantsComma())
            *at++ = ',';
        *at++ = '"';
        at = writeEscaped(at, text.utf16(), text.size());
        *at++ = '"';
        return m_out.written(at);
    }
    beginText();
    part(text);
    endText();
}

void Writer::value(const char *ascii)
{
    beginText();
    part(ascii);
    endText();
}

void Writer::value(const Value &tree)
{
    struct Visitor
    {
        Writer &out;

        void operator()(std::nullptr_t) const { out.value(nullptr); }
        void operator()(bool v) const { out.value(v); }
        void operator()(qint64 v) const { out.value(v); }
        void operator()(const QString &v) const { out.value(v); }
        void operator()(const List &v) const
        {
            out.beginList();
            for (const Value &item : v)
                out.value(item);
            out.endList();
        }
        void operator()(const Object &v) const
        {
            out.beginObject();
            for (const Field &f : v.fields()) {
                out.keyOf(f.key, std::strlen(f.key));
                out.value(f.value);
            }
            out.endObject();
        }
    };
    std::visit(Visitor{*this}, tree.data());
}

QByteArray xmlText(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

} // namespace liaison::sandbox::moodle
