#pragma once

#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <initializer_list>
#include <optional>
#include <utility>

namespace liaison {

/// Walks a configuration and remembers the first thing that is wrong, with its place ("policy.identity.rule"):
/// "bad-config", or "unknown-config-key" with the key.
class ConfigReader
{
public:
    [[nodiscard]] Result<void> result() const;

    /// The object at `key`, {} where absent or null; keys that are not `allowed` are refused.
    QJsonObject object(const QJsonObject &parent, const char *key, const QStringList &allowed, const QString &place);
    void only(const QJsonObject &o, const QStringList &allowed, const QString &place);
    QString text(const QJsonObject &o, const char *key, const QString &place, const QString &fallback = {});
    bool flag(const QJsonObject &o, const char *key, const QString &place, bool fallback);
    int number(const QJsonObject &o, const char *key, const QString &place, int fallback, int least, int most);
    QStringList texts(const QJsonValue &v, const QString &place);
    template <class T>
    T choice(const QJsonObject &o, const char *key, const QString &place,
             std::initializer_list<std::pair<const char *, T>> values, T fallback)
    {
        const QJsonValue v = o.value(QLatin1String(key));
        if (v.isUndefined() || v.isNull())
            return fallback;
        for (const auto &[name, value] : values) {
            if (v.toString() == QLatin1String(name))
                return value;
        }
        refuse("bad-config", place + QLatin1String(key));
        return fallback;
    }
    void refuse(const char *code, const QString &place);

private:
    std::optional<Error> m_error;
};

} // namespace liaison
