#include "tests/unit/casefacts.h"

namespace liaison::tests {
namespace {

/// "moderator teacher; member nobody"
RoleNames roleNames(const Statement &s)
{
    RoleNames names;
    for (const QString &part : parts(s.value, u';')) {
        QStringList words = namesIn(part);
        auto &list = words.value(0) == u"moderator" ? names.moderator : names.member;
        if (words.isEmpty() || (words.front() != u"moderator" && words.front() != u"member"))
            refuse(s, QStringLiteral("expected 'moderator ROLES; member ROLES'"));
        words.removeFirst();
        list = words == QStringList{QStringLiteral("nobody")} ? QStringList() : words;
    }
    return names;
}

Treatment treatment(const Statement &s, const QString &word)
{
    if (word == u"expected")
        return Treatment::Expected;
    if (word == u"not-expected")
        return Treatment::NotExpected;
    if (word == u"keep")
        return Treatment::Keep;
    refuse(s, u"expected, not-expected or keep, not " + word);
}

} // namespace

QStringList parts(const QString &text, QChar separator)
{
    QStringList list;
    for (const QString &part : text.split(separator))
        list.push_back(part.trimmed());
    return list;
}

Retention retention(const QString &value)
{
    Retention r;
    const QStringList words = namesIn(value);
    if (words.value(0) == u"off")
        return r;
    r.enabled = r.overrideGlobal = true;
    r.maxAge = words.value(0).toInt();
    r.filesOnly = value.contains(u"files only");
    r.excludePinned = value.contains(u"keep pinned");
    r.ignoreThreads = value.contains(u"keep threads");
    return r;
}

void policy(SmallWorld &w, const Statement &s)
{
    const QStringList words = namesIn(s.value);
    const QString what = words.value(0), value = words.value(1);
    const QMap<QString, int Thresholds::*> thresholds = {{QStringLiteral("room-percent"), &Thresholds::roomPercent},
                                                         {QStringLiteral("room-floor"), &Thresholds::roomFloor},
                                                         {QStringLiteral("room-max"), &Thresholds::roomMax},
                                                         {QStringLiteral("room-half-from"), &Thresholds::roomHalfFrom},
                                                         {QStringLiteral("run-max"), &Thresholds::runMax}};
    if (what == u"preset")
        w.policy.preset = value == u"strict" ? Preset::Strict : Preset::AsPlugin;
    else if (what == u"source")
        w.policy.source = value == u"console"  ? PolicySource::Console
                          : value == u"plugin" ? PolicySource::Plugin
                                               : PolicySource::Auto;
    else if (what == u"inactive")
        w.policy.inactiveEnrolment = treatment(s, value);
    else if (what == u"suspended")
        w.policy.suspendedAccount = treatment(s, value);
    else if (s.value == u"creates accounts")
        w.policy.createAccounts = w.abilities.createAccount = true;
    else if (what == u"retention") {
        const Retention r = retention(s.value.mid(10));
        w.policy.retentionDefault = RetentionDefault{r.enabled, r.maxAge.value_or(0), r.filesOnly, r.excludePinned};
    } else if (what == u"threshold" && thresholds.contains(value))
        w.policy.thresholds.*thresholds.value(value) = words.value(2).toInt();
    else
        refuse(s, u"not understood: " + s.value);
}

void roles(SmallWorld &w, const Statement &s)
{
    const QStringList level = s.place("of", {}).split(u' ');
    const RoleNames names = roleNames(s);
    const auto merge = [&](RoleNames &known) {
        if (names.moderator)
            known.moderator = names.moderator;
        if (names.member)
            known.member = names.member;
    };
    if (level.last() == u"site") {
        w.policy.roles.configured = true;
        merge(w.policy.roles.site);
    } else if (level.front() == u"category")
        merge(w.policy.roles.categories[level.last()]);
    else if (level.front() == u"course")
        merge(w.policy.roles.courses[level.last()]);
    else if (level.front() == u"activity")
        merge(w.policy.roles.activities[level.last()]);
    else
        refuse(s, QStringLiteral("roles of the site, of category N, of course N or of activity N"));
}

void pluginRoles(SmallWorld &w, const Statement &s)
{
    SmallLink &l = w.link(s.place("of", QStringLiteral("100")).toLongLong());
    if (s.value == u"not known") {
        l.roles.reset();
        return;
    }
    const RoleNames names = roleNames(s);
    l.roles = std::pair(names.moderator.value_or(QStringList()), names.member.value_or(QStringList()));
    for (const QString &role : l.roles->first + l.roles->second)
        w.role(role, l.site);
}

void identity(SmallWorld &w, const Statement &s)
{
    const QMap<QString, IdentityRule> rules = {{QStringLiteral("lower"), IdentityRule::Lower},
                                               {QStringLiteral("same"), IdentityRule::Same},
                                               {QStringLiteral("strip-domain"), IdentityRule::StripDomain},
                                               {QStringLiteral("email"), IdentityRule::Email},
                                               {QStringLiteral("idnumber"), IdentityRule::IdNumber}};
    if (s.value.startsWith(u"regex ")) {
        const QStringList sides = s.value.mid(6).split(QStringLiteral(" -> "));
        w.policy.identity = {IdentityRule::Regex, sides.value(0), sides.value(1), {}};
    } else if (rules.contains(s.value)) {
        w.policy.identity.rule = rules.value(s.value);
    } else {
        refuse(s, u"not an identity rule: " + s.value);
    }
}

} // namespace liaison::tests
