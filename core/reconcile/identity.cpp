#include "core/reconcile/identity.h"

#include <QRegularExpression>
#include <optional>

namespace liaison {
namespace {

/// A hostile pattern must not hang the console: PCRE gives up after that many steps, and the login is then not known.
constexpr QLatin1String matchLimit("(*LIMIT_MATCH=20000)");

QString withoutDomain(const QString &login)
{
    const qsizetype at = login.indexOf(u'@');
    return at > 0 ? login.left(at) : login;
}

/// Nullopt when the pattern gave up: somebody else may have the login left as it is.
std::optional<QString> replaced(const QString &login, const Identity &identity)
{
    const QRegularExpression pattern(matchLimit + identity.pattern);
    const auto match = pattern.match(login);
    if (!match.isValid())
        return std::nullopt;
    QString result = login;
    return match.hasMatch() ? result.replace(pattern, identity.replacement) : result;
}

/// Nullopt: the rule cannot be applied to this person.
std::optional<QString> ruledLogin(const Person &person, const Identity &identity)
{
    const auto exception = identity.exceptions.constFind(person.username.toLower());
    if (exception != identity.exceptions.constEnd())
        return *exception;
    switch (identity.rule) {
    case IdentityRule::Same:
        return person.username;
    case IdentityRule::Lower:
        return person.username.toLower();
    case IdentityRule::StripDomain:
        return withoutDomain(person.username.toLower());
    case IdentityRule::Regex:
        return replaced(person.username, identity);
    case IdentityRule::IdNumber:
        return person.idNumber;
    case IdentityRule::Email:
        break;
    }
    return QString();
}

} // namespace

QString loginFor(const Person &person, const Identity &identity)
{
    return ruledLogin(person, identity).value_or(QString());
}

IdentityMap identify(const Snapshot &s, const Policy &policy)
{
    using State = PersonAccount::State;
    const bool byEmail = policy.identity.rule == IdentityRule::Email;

    QHash<QString, std::vector<quint32>> accountsByEmail;
    if (byEmail) {
        for (quint32 i = 0; i < s.accounts.size(); ++i) {
            if (!s.accounts[i].email.isEmpty())
                accountsByEmail[s.accounts[i].email.toLower()].push_back(i);
        }
    }

    IdentityMap map;
    map.byPerson.resize(s.people.size());
    QHash<QPair<quint32, QString>, quint32> holders; // (site, login) -> first person
    for (quint32 i = 0; i < s.people.size(); ++i) {
        const Person &person = s.people[i];
        PersonAccount &result = map.byPerson[i];
        const bool exception = policy.identity.exceptions.contains(person.username.toLower());
        if (byEmail && !exception) {
            if (!s.allAccountsRead || !s.emailsReadable || person.email.isEmpty()) {
                result.state =
                    s.allAccountsRead && s.emailsReadable && !person.username.isEmpty() ? State::Absent : State::Failed;
            } else {
                const std::vector<quint32> found = accountsByEmail.value(person.email.toLower());
                if (found.size() == 1) {
                    result.state = State::Found;
                    result.account = AccountIx(found.front());
                    result.login = s.accounts[found.front()].username;
                } else {
                    result.state = found.empty() ? State::Absent : State::Conflict;
                }
            }
        } else {
            const std::optional<QString> login = ruledLogin(person, policy.identity);
            result.login = login.value_or(QString());
            const QString key = result.login.toLower();
            if (key.isEmpty()) {
                // Without a Moodle login nothing can be concluded; without an idnumber there is nobody to look for.
                result.state = !login || person.username.isEmpty() ? State::Failed : State::Absent;
            } else if (const auto it = s.accountByLogin.constFind(key); it != s.accountByLogin.constEnd()) {
                result.state = State::Found;
                result.account = *it;
            } else if (s.absentLogins.contains(key) || s.allAccountsRead) {
                result.state = State::Absent;
            } else {
                result.state = s.lookupFailed.contains(key) ? State::Failed : State::NotLookedUp;
            }
        }
        if (result.login.isEmpty() || person.gone)
            continue;
        const auto key = qMakePair(person.site.value, result.login.toLower());
        const auto holder = holders.constFind(key);
        if (holder == holders.constEnd()) {
            holders.insert(key, i);
        } else {
            result.state = State::Conflict;
            map.byPerson[*holder].state = State::Conflict;
        }
    }
    QHash<QString, quint32> absent;
    for (quint32 i = 0; i < s.people.size(); ++i) {
        PersonAccount &person = map.byPerson[i];
        if (person.state == State::Absent && !person.login.isEmpty())
            person.sameAs = absent.contains(person.login.toLower()) ? absent.value(person.login.toLower())
                                                                    : *absent.insert(person.login.toLower(), i);
    }
    return map;
}

} // namespace liaison
