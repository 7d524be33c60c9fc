#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <cstring>
#include <optional>

namespace liaison::sandbox {

/// Writes compact JSON straight into one buffer: a world of a million memberships, a log of 100,000 requests and the
/// lists of the servers never exist as a tree of JSON values.
class JsonText
{
public:
    void open(char bracket)
    {
        room(2);
        separate();
        put(bracket);
        m_first = true;
    }
    void close(char bracket)
    {
        room(1);
        put(bracket);
        m_first = false;
    }
    void key(const char *name);
    void key(const QString &name);

    void value(const QString &text);
    void value(const QByteArray &ascii) { value(QLatin1String(ascii)); }
    void value(QLatin1String ascii);
    void value(const char *) = delete; // would be a bool
    void value(bool on);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(double number);
    void value(Instant at); ///< null where unknown
    void value(const QJsonValue &json);
    void value(const QStringList &list);
    void null();
    /// A value that was written before.
    void written(QByteArrayView json);

    template <class T> void value(const std::optional<T> &maybe)
    {
        if (maybe)
            value(*maybe);
        else
            null();
    }
    template <class T> void member(const char *name, const T &v)
    {
        key(name);
        value(v);
    }
    void reserve(qsizetype bytes) { room(bytes); }
    [[nodiscard]] QByteArray take();

private:
    // QByteArray's own appending is a call into the library for every comma: the ends are kept here.
    void room(qsizetype bytes)
    {
        if (m_end - m_at < bytes)
            grow(bytes);
    }
    void grow(qsizetype bytes);
    void put(char c) { *m_at++ = c; }
    void put(const char *bytes, qsizetype size)
    {
        std::memcpy(m_at, bytes, static_cast<std::size_t>(size));
        m_at += size;
    }
    void separate()
    {
        if (!m_first)
            put(',');
        m_first = false;
    }
    void quoted(QStringView text);

    QByteArray m_out;
    char *m_at = nullptr, *m_end = nullptr; ///< in m_out: where the next byte goes, and where there is no more room
    bool m_first = true;
};

} // namespace liaison::sandbox
