#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>

namespace liaison::sandbox {

/// Writes compact JSON straight into one buffer: a world of a million memberships and a log of 100,000 requests never
/// exist as a tree of JSON values.
class JsonText
{
public:
    void open(char bracket)
    {
        separate();
        m_out += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_out += bracket;
        m_first = false;
    }
    void key(const char *name);
    void key(const QString &name);

    void value(const QString &text);
    void value(const QByteArray &ascii);
    void value(bool on);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(double number);
    void value(Instant at); ///< null where unknown
    void value(const QJsonValue &json);
    void value(const QStringList &list);
    void null();

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
    void reserve(qsizetype bytes) { m_out.reserve(bytes); }
    [[nodiscard]] QByteArray take() { return std::move(m_out); }

private:
    void separate();
    void quoted(QStringView text);

    QByteArray m_out;
    bool m_first = true;
};

} // namespace liaison::sandbox
