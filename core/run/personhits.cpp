#include "core/run/personhits.h"

#include "core/run/personlookup.h"

#include <algorithm>
#include <map>

namespace liaison {

void PersonHits::add(PersonIx person)
{
    Subject subject;
    subject.person = person;
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void PersonHits::add(const Person &person, const QString &asked, Instant at)
{
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].site == person.site && s.people[i].id == person.id)
            return add(PersonIx(i));
    }
    Subject subject;
    subject.moodle = {MoodleLookup::State::Found, person, {}, asked, at};
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void PersonHits::add(AccountIx account)
{
    Subject subject;
    subject.account = account;
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void PersonHits::add(const Account &account, Instant at)
{
    if (const auto known = s.accountById.constFind(account.id.value); known != s.accountById.constEnd())
        return add(*known);
    Subject subject;
    subject.chat = {ChatLookup::State::Found, account, {}, account.username, at};
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

/// Who has the same chat account, or would get it, is one person.
QString PersonHits::accountKey(const Subject &subject) const
{
    if (subject.account.isValid())
        return s.accounts[subject.account.value].username.toLower();
    if (subject.chat.state == ChatLookup::State::Found)
        return subject.chat.value.username.toLower();
    if (subject.person.isValid()) {
        const PersonAccount &own = m_map.byPerson[subject.person.value];
        if (own.state == PersonAccount::State::Conflict)
            return QStringLiteral("person ") + QString::number(subject.person.value);
        if (own.account.isValid())
            return s.accounts[own.account.value].username.toLower();
        return own.login.isEmpty() ? QStringLiteral("person ") + QString::number(subject.person.value)
                                   : own.login.toLower();
    }
    const QString login = loginFor(subject.moodle.value, m_identity);
    return login.isEmpty() ? QStringLiteral("moodle ") + QString::number(subject.moodle.value.id.value)
                           : login.toLower();
}

void PersonHits::merge()
{
    std::vector<Subject> merged;
    for (Subject &subject : m_hits) {
        const QString key = accountKey(subject);
        const bool hasPerson = subject.person.isValid() || subject.moodle.state == MoodleLookup::State::Found;
        bool placed = false;
        for (Subject &other : merged) {
            if (accountKey(other) != key)
                continue;
            const bool otherHas = other.person.isValid() || other.moodle.state == MoodleLookup::State::Found;
            const bool same = subject.person.isValid() && other.person == subject.person;
            if (hasPerson && otherHas && !same)
                continue;
            if (hasPerson && !otherHas) {
                subject.account = other.account;
                subject.chat = other.chat;
                other = subject;
            } else if (!other.account.isValid() && subject.account.isValid()) {
                other.account = subject.account;
            } else if (other.chat.state == ChatLookup::State::NotAsked) {
                other.chat = subject.chat;
            }
            placed = true;
            break;
        }
        if (!placed)
            merged.push_back(std::move(subject));
    }
    m_hits = std::move(merged);
}

bool PersonHits::areOnePerson() const
{
    const QString key = accountKey(m_hits.front());
    const bool one = std::all_of(m_hits.begin(), m_hits.end(), [&](const Subject &h) { return accountKey(h) == key; });
    std::map<quint32, int> bySite;
    for (const Subject &h : m_hits) {
        if (h.person.isValid())
            ++bySite[s.people[h.person.value].site.value];
        else if (h.moodle.state == MoodleLookup::State::Found)
            ++bySite[h.moodle.value.site.value];
    }
    const bool onePerSite = std::all_of(bySite.begin(), bySite.end(), [](const auto &n) { return n.second <= 1; });
    return one && onePerSite;
}

QStringList PersonHits::described(const Survey &survey) const
{
    QStringList list;
    for (const Subject &h : m_hits) {
        const Person *person = h.person.isValid()                             ? &s.people[h.person.value]
                               : h.moodle.state == MoodleLookup::State::Found ? &h.moodle.value
                                                                              : nullptr;
        const Account *account = h.account.isValid()                        ? &s.accounts[h.account.value]
                                 : h.chat.state == ChatLookup::State::Found ? &h.chat.value
                                                                            : nullptr;
        if (person)
            list << QStringLiteral("%1:%2 %3 %4")
                        .arg(survey.sites[person->site.value].id)
                        .arg(person->id.value)
                        .arg(person->username, person->fullName)
                        .simplified();
        else if (account)
            list << QStringLiteral("%1 %2 %3").arg(account->id.value, account->username, account->name).simplified();
    }
    list.sort();
    list.removeDuplicates();
    return list;
}

} // namespace liaison
