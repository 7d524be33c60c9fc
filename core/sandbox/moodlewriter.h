#pragma once

#include <QByteArray>
#include <QString>
#include <cstring>

/// The one place that knows how an answer looks on the wire, in both of its formats: what a function says once is the
/// same answer as JSON and as XML. Answers are of hundreds of kilobytes, so they are written as they are thought of,
/// without a tree in between (for small ones there is Value).
namespace liaison::sandbox::moodle {

class Value;

enum class Format { Json, Xml };

/// Bytes that are appended to. Its memory serves the next answer again.
class Buffer
{
public:
    Buffer() = default;
    Buffer(const Buffer &) = delete;
    Buffer &operator=(const Buffer &) = delete;

    /// Where to write at most `bytes`; `written` says where that ended.
    [[nodiscard]] char *room(qsizetype bytes)
    {
        if (m_end - m_at < bytes)
            grow(bytes);
        return m_at;
    }
    void written(char *end) { m_at = end; }
    void append(const char *text, qsizetype size)
    {
        std::memcpy(room(size), text, std::size_t(size));
        m_at += size;
    }
    void append(QByteArrayView text) { append(text.data(), text.size()); }
    void append(char c) { *room(1) = c, ++m_at; }
    [[nodiscard]] qsizetype size() const { return m_at - m_begin; }
    [[nodiscard]] QByteArrayView view() const { return {m_begin, size()}; }
    void clear();
    /// What was written since `clear`; the buffer is empty then. Its memory comes back when the caller is done with it.
    [[nodiscard]] QByteArray take();

private:
    void grow(qsizetype bytes);

    QByteArray m_bytes;
    char *m_begin = nullptr, *m_at = nullptr, *m_end = nullptr;
};

class Writer
{
public:
    enum class Inside { List, Object }; ///< Object: fields only, the part of an object that another writer began

    explicit Writer(Format format, Buffer &out, Inside inside = Inside::List)
        : m_out(out), m_json(format == Format::Json), m_objects(inside == Inside::Object ? 1 : 0)
    {
        m_out.clear();
    }

    void beginObject() { begin("{", "<SINGLE>\n", 1); }
    void endObject() { end("}", "</SINGLE>\n"); }
    void beginList() { begin("[", "<MULTIPLE>\n", 0); }
    void endList() { end("]", "</MULTIPLE>\n"); }

    /// `\uXXXX` for everything that is not ASCII and `\/` for a slash: contract section 1.
    void value(const QString &text);
    void value(const char *ascii);
    void value(std::nullptr_t) { plain("null", 4); }
    void value(bool v) { m_json ? (v ? plain("true", 4) : plain("false", 5)) : plain(v ? "1" : "0", 1); }
    void value(qint64 v);
    void value(int v) { value(qint64{v}); }
    void value(const Value &tree);
    template <std::size_t N> void key(const char (&name)[N]) { keyOf(name, N - 1); }
    void keyOf(const char *name, std::size_t size)
    {
        if (!m_json)
            return xmlKey(name, size);
        char *at = m_out.room(qsizetype(size) + 4);
        if (wantsComma())
            *at++ = ',';
        *at++ = '"';
        std::memcpy(at, name, size);
        at += size;
        *at++ = '"';
        *at++ = ':';
        m_out.written(at);
    }
    template <std::size_t N, class T> Writer &field(const char (&name)[N], const T &v)
    {
        key(name);
        value(v);
        return *this;
    }
    /// A text in pieces, between the two calls: links and the like.
    void beginText();
    void part(QStringView text);
    void part(const char *ascii) { part(QLatin1String(ascii)); }
    void part(QLatin1String text);
    void part(qint64 number);
    void endText();

    /// A value that another writer of the same format wrote.
    void piece(QByteArrayView written)
    {
        append(written);
        if (!m_json)
            ended();
    }
    /// The same for fields that were written `Inside::Object`.
    void fields(QByteArrayView written)
    {
        if (!written.isEmpty())
            append(written);
    }

private:
    void append(QByteArrayView written)
    {
        char *at = m_out.room(written.size() + 1);
        if (m_json && wantsComma())
            *at++ = ',';
        std::memcpy(at, written.data(), std::size_t(written.size()));
        m_out.written(at + written.size());
    }
    [[nodiscard]] bool wantsComma() const
    {
        const QByteArrayView all = m_out.view();
        if (all.isEmpty())
            return false;
        const char last = all.data()[all.size() - 1];
        return last != '{' && last != '[' && last != ':';
    }
    void begin(const char *json, const char *xml, quint64 object)
    {
        m_objects = m_objects << 1 | object;
        if (!m_json)
            return m_out.append(xml, qsizetype(std::strlen(xml)));
        if (wantsComma())
            m_out.append(',');
        m_out.append(*json);
    }
    void end(const char *json, const char *xml)
    {
        m_objects >>= 1;
        if (m_json)
            return m_out.append(*json);
        m_out.append(xml, qsizetype(std::strlen(xml)));
        ended();
    }
    void plain(const char *text, qsizetype size);
    void xmlKey(const char *name, std::size_t size);
    /// XML closes the key around a value.
    void ended();
    template <class Char> void jsonPart(const Char *text, qsizetype size);

    Buffer &m_out;
    bool m_json;
    quint64 m_objects; ///< a bit per container that is open, the innermost last: 1 = an object
};

[[nodiscard]] QByteArray xmlText(const QString &text);

} // namespace liaison::sandbox::moodle
