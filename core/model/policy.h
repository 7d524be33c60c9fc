#pragma once

#include "core/model/ids.h"

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <set>
#include <vector>

namespace liaison {

enum class PolicySource { Auto, Plugin, Console };
enum class Preset { AsPlugin, Strict };
enum class Treatment { Expected, NotExpected, Keep };

/// Role short names; nullopt = not set at this level, an empty list = nobody (design section 8).
struct RoleNames
{
    std::optional<QStringList> moderator;
    std::optional<QStringList> member;
};

/// Keys of the levels: "<id>" of site main or "<site>:<id>".
struct RoleLevels
{
    RoleNames site;
    QMap<QString, RoleNames> categories;
    QMap<QString, RoleNames> courses;
    QMap<QString, RoleNames> activities;
    bool configured = false; ///< false: the shipped guess, which may only add (design section 5)
};

enum class IdentityRule { Lower, Same, StripDomain, Regex, Email, IdNumber };
struct Identity
{
    IdentityRule rule = IdentityRule::Lower;
    QString pattern, replacement;       ///< for Regex
    QHash<QString, QString> exceptions; ///< Moodle login in lower case -> chat login
};

/// Design section 5; all per room but `runMax`.
struct Thresholds
{
    int roomPercent = 20, roomFloor = 5, roomMax = 25, roomHalfFrom = 4, runMax = 200;
};

struct RetentionDefault
{ ///< under policy source console, what a room without own value should have
    bool enabled = false;
    int maxAgeDays = 0;
    bool filesOnly = false, excludePinned = false;
};

struct Policy
{
    PolicySource source = PolicySource::Auto;
    Preset preset = Preset::AsPlugin;
    std::optional<Treatment> inactiveEnrolment; ///< nullopt = as the preset says
    std::optional<Treatment> suspendedAccount;
    RoleLevels roles;
    QHash<QString, std::vector<qint64>> groups; ///< course key -> Moodle groups that restrict *member*
    Identity identity;
    QStringList exclude;     ///< chat logins never touched
    QStringList apiAccounts; ///< ids or logins
    bool createAccounts = false;
    int pendingMinutes = 30;
    bool timeline = false;         ///< joins, leaves and role changes may be read from system messages
    bool measureRetention = false; ///< the date of the oldest message of a room may be read
    std::optional<RetentionDefault> retentionDefault;
    Thresholds thresholds;

    [[nodiscard]] Treatment inactive() const
    {
        return inactiveEnrolment.value_or(preset == Preset::Strict ? Treatment::NotExpected : Treatment::Expected);
    }
    [[nodiscard]] Treatment suspended() const
    {
        return suspendedAccount.value_or(preset == Preset::Strict ? Treatment::NotExpected : Treatment::Expected);
    }
};

/// What a profile may see and write. Empty = everything.
struct Scope
{
    QStringList categories; ///< "<id>" or "<site>:<id>": the whole tree below
    QStringList courses;
    QString expression; ///< regular expression on the short name
    [[nodiscard]] bool isEverything() const
    {
        return categories.isEmpty() && courses.isEmpty() && expression.isEmpty();
    }
};

/// "<id>" for the default site, "<site>:<id>" for others: how configuration names a course, category or activity.
[[nodiscard]] inline bool keyNames(const QString &key, const QString &site, qint64 id)
{
    const qsizetype colon = key.indexOf(QLatin1Char(':'));
    const QStringView number = QStringView(key).mid(colon + 1);
    const QStringView keySite = colon < 0 ? QStringView(u"main") : QStringView(key).left(colon);
    return keySite == site && number == QString::number(id);
}

} // namespace liaison
