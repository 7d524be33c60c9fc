#pragma once

#include "tests/sandbox/tst_sandboxchat_campus.h"

/// Whether an answer has the keys and types of a recorded one.
namespace shape {

struct Exception
{
    const char *file;
    const char *path; ///< of the key: "groups[].lastMessage"
    const char *reason;
};
inline constexpr Exception missingKeys[] = {
    {"info__anonymous", "supportedVersions", "registered workspaces only"},
    {"info__anonymous", "cloudWorkspaceId", "registered workspaces only"},
    {"users.info", "user.customFields", "a world's accounts have none"},
    {"users.info__with_rooms", "user.customFields", "a world's accounts have none"},
};
inline constexpr Exception extraKeys[] = {
    {"groups.listAll", "groups[].lastMessage", "contract section 3 says that it is there; the example leaves it out"},
    {"users.create", "user.services", "the note says that it is there and leaves it out"},
    {"login__totp_required", "details.emailOrUsername", "a world has e-mail codes, not TOTP; the note names the key"},
};

inline bool isListed(const Exception *begin, const Exception *end, const QString &file, const QString &path)
{
    return std::any_of(
        begin, end, [&](const Exception &e) { return file == QLatin1String(e.file) && path == QLatin1String(e.path); });
}

inline const char *typeName(const QJsonValue &v)
{
    static constexpr const char *names[] = {"null", "bool", "number", "string", "array", "object"};
    return v.isUndefined() ? "undefined" : names[static_cast<int>(v.type())];
}

class Comparison
{
public:
    explicit Comparison(QString f) : file(std::move(f)) {}

    /// `all`: every recorded specimen of this place. Keys of ours must be in one of them; keys of all must be in ours.
    void compare(const QString &path, const QList<QJsonValue> &all, const QJsonValue &ours)
    {
        QList<QJsonValue> alike; // settings carry values of several types under one key
        std::copy_if(all.begin(), all.end(), std::back_inserter(alike),
                     [&ours](const QJsonValue &v) { return v.type() == ours.type(); });
        if (alike.isEmpty()) {
            problems.append(QStringLiteral("%1: %2 is recorded, %3 answered")
                                .arg(path, QLatin1String(typeName(all.first())), QLatin1String(typeName(ours))));
            return;
        }
        if (ours.isArray())
            compareLists(path, alike, ours.toArray());
        else if (ours.isObject())
            compareObjects(path, alike, ours.toObject());
    }

    QStringList problems;

private:
    void compareLists(const QString &path, const QList<QJsonValue> &all, const QJsonArray &ours)
    {
        QList<QJsonValue> specimens;
        for (const QJsonValue &list : all) {
            const QJsonArray items = list.toArray();
            for (const QJsonValue &v : items)
                specimens.append(v);
        }
        if (specimens.isEmpty())
            return;
        if (ours.isEmpty())
            problems.append(QString(path + QStringLiteral(": the list is empty, nothing is proved")));
        for (const QJsonValue &v : ours)
            compare(QString(path + QStringLiteral("[]")), specimens, v);
    }
    void compareObjects(const QString &path, const QList<QJsonValue> &all, const QJsonObject &ours)
    {
        QHash<QString, QList<QJsonValue>> known;
        for (const QJsonValue &o : all) {
            const QJsonObject object = o.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                known[it.key()].append(it.value());
        }
        const auto at = [&path](const QString &key) { return path.isEmpty() ? key : QString(path + u'.' + key); };
        for (auto it = ours.begin(); it != ours.end(); ++it) {
            const QString place = at(it.key());
            if (known.contains(it.key()))
                compare(place, known.value(it.key()), it.value());
            else if (!isListed(std::begin(extraKeys), std::end(extraKeys), file, place))
                problems.append(QString(QStringLiteral("extra key ") + place));
        }
        for (auto it = known.begin(); it != known.end(); ++it) {
            const bool everywhere = it.value().size() == all.size();
            if (everywhere && !ours.contains(it.key()) &&
                !isListed(std::begin(missingKeys), std::end(missingKeys), file, at(it.key())))
                problems.append(QString(QStringLiteral("missing key ") + at(it.key())));
        }
    }

    QString file;
};

} // namespace shape
