#include "core/run/findperson.h"

#include "core/run/trouble.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace liaison {
namespace {

constexpr QLatin1String usersByField("core_user_get_users_by_field");
constexpr QLatin1String companionPeople("local_liaison_get_people");
using MoodleLookup = Lookup<Person>;
using ChatLookup = Lookup<Account>;

Account fromChat(const chat::Account &from)
{
    Account account;
    account.id.value = from.id;
    account.username = from.username;
    account.name = from.name;
    account.active = !from.active ? Tri::NotKnown : *from.active ? Tri::Yes : Tri::No;
    account.serverRoles = from.serverRoles;
    account.type = from.type.value_or(QString());
    return account;
}

Person fromMoodle(size_t site, const moodle::Person &from, const Identity &identity)
{
    Person person;
    person.site = SiteIx(site);
    person.id.value = from.id;
    person.username = from.username.value_or(QString());
    person.fullName = from.fullName.value_or(QString());
    if (person.fullName.isEmpty())
        person.fullName =
            QString(from.firstName.value_or(QString()) + u' ' + from.lastName.value_or(QString())).trimmed();
    if (identity.rule == IdentityRule::IdNumber) // else nobody's business
        person.idNumber = from.idnumber.value_or(QString());
    if (identity.rule == IdentityRule::Email)
        person.email = from.email.value_or(QString());
    return person;
}

class Finder
{
public:
    Finder(Servers &servers, const Profile &profile, const Survey &survey, const Snapshot &snapshot, QString typed,
           QString site, const net::CancelToken &cancel)
        : m_servers(servers)
        , m_identity(profile.policy.identity)
        , m_survey(survey)
        , s(snapshot)
        , m_map(identify(snapshot, profile.policy))
        , m_typed(std::move(typed))
        , m_site(std::move(site))
        , m_cancel(cancel)
    {
    }

    Result<std::vector<Subject>> find();

private:
    void byId();
    void byLogin();
    void byEmail();
    void byName();
    void takeNumber(size_t site, qint64 id);

    void hit(PersonIx person);
    void hit(const Person &person, const QString &asked, Instant at);
    void hit(AccountIx account);
    void hit(const Account &account, Instant at);
    void complete(Subject &subject);
    [[nodiscard]] QString accountKey(const Subject &subject) const;
    void merge();

    MoodleLookup askMoodle(size_t site, moodle::UserField field, const QString &value);
    ChatLookup askChat(const QString &value, bool byId);
    [[nodiscard]] bool meant(size_t site) const { return m_site.isEmpty() || m_survey.sites[site].id == m_site; }

    Servers &m_servers;
    const Identity &m_identity;
    const Survey &m_survey;
    const Snapshot &s;
    const IdentityMap m_map;
    const QString m_typed, m_site;
    const net::CancelToken &m_cancel;
    std::vector<Subject> m_hits;
    std::optional<Error> m_trouble; ///< somebody could not be asked: not finding anybody proves nothing
};

MoodleLookup Finder::askMoodle(size_t number, moodle::UserField field, const QString &value)
{
    MoodleLookup out;
    out.asked = value;
    const SiteSurvey &site = m_survey.sites[number];
    const auto failed = [&](UnknownBecause because) {
        out.state = MoodleLookup::State::Failed;
        out.because = std::move(because);
        return out;
    };
    if (site.down) {
        if (!m_trouble)
            m_trouble = site.down;
        return failed(becauseOfMoodle(*site.down));
    }
    if (!site.offers(usersByField))
        return failed({UnknownReason::NoAccess, QString(usersByField)});
    // Whom we may not see is left out in silence: somebody who is known to exist is asked for beside.
    QString control;
    qint64 controlId = 0;
    for (const Person &known : s.people) {
        const QString is = field == moodle::UserField::Id         ? QString::number(known.id.value)
                           : field == moodle::UserField::Username ? known.username
                                                                  : QString();
        if (known.site == SiteIx(number) && !known.gone && !is.isEmpty() && is != value) {
            control = is;
            controlId = known.id.value;
            break;
        }
    }
    QStringList values{value};
    if (!control.isEmpty())
        values << control;
    const auto read = m_servers.sites[number].usersByField(field, values, m_cancel);
    if (!read) {
        if (!m_trouble)
            m_trouble = read.error();
        return failed(becauseOfMoodle(read.error()));
    }
    out.at = read->at;
    bool seen = false;
    for (const moodle::Person &person : read->value) {
        if (controlId != 0 && person.id == controlId) {
            seen = true;
        } else {
            out.state = MoodleLookup::State::Found;
            out.value = fromMoodle(number, person, m_identity);
            if (field == moodle::UserField::Username && out.value.username.isEmpty())
                out.value.username = value;
        }
    }
    if (out.state == MoodleLookup::State::Found)
        return out;
    if (!seen)
        return failed({UnknownReason::NoAccess, QStringLiteral("moodle/user:viewalldetails")});
    out.state = MoodleLookup::State::Absent;
    return out;
}

ChatLookup Finder::askChat(const QString &value, bool byId)
{
    ChatLookup out;
    out.asked = value;
    const auto failed = [&](const Error &error) {
        if (!m_trouble)
            m_trouble = error;
        out.state = ChatLookup::State::Failed;
        out.because = becauseOfChat(error);
        return out;
    };
    if (m_survey.chatDown)
        return failed(*m_survey.chatDown);
    const auto read =
        byId ? m_servers.chat->accountById(value, m_cancel) : m_servers.chat->accountByLogin(value, m_cancel);
    if (!read)
        return failed(read.error());
    out.state = *read ? ChatLookup::State::Found : ChatLookup::State::Absent;
    if (*read)
        out.value = fromChat(**read);
    return out;
}

void Finder::hit(PersonIx person)
{
    Subject subject;
    subject.person = person;
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void Finder::hit(const Person &person, const QString &asked, Instant at)
{
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].site == person.site && s.people[i].id == person.id)
            return hit(PersonIx(i));
    }
    Subject subject;
    subject.moodle = {MoodleLookup::State::Found, person, {}, asked, at};
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void Finder::hit(AccountIx account)
{
    Subject subject;
    subject.account = account;
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void Finder::hit(const Account &account, Instant at)
{
    if (const auto known = s.accountById.constFind(account.id.value); known != s.accountById.constEnd())
        return hit(*known);
    Subject subject;
    subject.chat = {ChatLookup::State::Found, account, {}, account.username, at};
    subject.name = m_typed;
    m_hits.push_back(std::move(subject));
}

void Finder::takeNumber(size_t site, qint64 id)
{
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].site == SiteIx(site) && s.people[i].id.value == id)
            return hit(PersonIx(i));
    }
    const MoodleLookup asked = askMoodle(site, moodle::UserField::Id, QString::number(id));
    if (asked.state == MoodleLookup::State::Found)
        hit(asked.value, asked.asked, asked.at);
}

void Finder::byId()
{
    const qsizetype colon = m_typed.indexOf(u':');
    bool isNumber = false;
    const qint64 id = QStringView(m_typed).mid(colon + 1).toLongLong(&isNumber);
    if (isNumber && id > 0) {
        for (size_t i = 0; i < m_survey.sites.size(); ++i) {
            // A bare number is of the site in question, else of `main`, else of any.
            const QString wanted = colon >= 0 ? m_typed.left(colon) : m_site;
            const bool hasMain = std::any_of(m_survey.sites.begin(), m_survey.sites.end(),
                                             [](const SiteSurvey &site) { return site.id == u"main"; });
            if (wanted.isEmpty() ? (!hasMain || m_survey.sites[i].id == u"main") : m_survey.sites[i].id == wanted)
                takeNumber(i, id);
        }
    }
    if (const auto account = s.accountById.constFind(m_typed); account != s.accountById.constEnd())
        return hit(*account);
    static const QRegularExpression chatId(QStringLiteral("^[0-9A-Za-z]{17}$"));
    if (!chatId.match(m_typed).hasMatch())
        return;
    const ChatLookup asked = askChat(m_typed, true);
    if (asked.state == ChatLookup::State::Found)
        hit(asked.value, asked.at);
}

void Finder::byLogin()
{
    if (m_typed.contains(u' '))
        return;
    QSet<quint32> sites;
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].username.compare(m_typed, Qt::CaseInsensitive) == 0) {
            sites.insert(s.people[i].site.value);
            hit(PersonIx(i));
        }
    }
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        if (!meant(i) || sites.contains(static_cast<quint32>(i)))
            continue;
        const MoodleLookup asked = askMoodle(i, moodle::UserField::Username, m_typed.toLower());
        if (asked.state == MoodleLookup::State::Found)
            hit(asked.value, asked.asked, asked.at);
    }
    if (const auto account = s.accountByLogin.constFind(m_typed.toLower()); account != s.accountByLogin.constEnd())
        return hit(*account);
    if (s.absentLogins.contains(m_typed.toLower()))
        return;
    const ChatLookup asked = askChat(m_typed, false);
    if (asked.state == ChatLookup::State::Found)
        hit(asked.value, asked.at);
}

void Finder::byEmail()
{
    if (!m_typed.contains(u'@') || m_typed.contains(u' '))
        return;
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        if (!meant(i))
            continue;
        const MoodleLookup asked = askMoodle(i, moodle::UserField::Email, m_typed);
        if (asked.state == MoodleLookup::State::Found)
            hit(asked.value, asked.asked, asked.at);
    }
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        if (s.accounts[i].email.compare(m_typed, Qt::CaseInsensitive) == 0)
            hit(AccountIx(i));
    }
}

void Finder::byName()
{
    const QString wanted = foldedName(m_typed);
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (!s.people[i].fullName.isEmpty() && foldedName(s.people[i].fullName) == wanted)
            hit(PersonIx(i));
    }
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        if (!s.accounts[i].name.isEmpty() && foldedName(s.accounts[i].name) == wanted)
            hit(AccountIx(i));
    }
    if (!m_hits.empty())
        return;
    // Moodle's own calls do not look for names; the companion tells those of the linked courses.
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        const SiteSurvey &site = m_survey.sites[i];
        if (!meant(i) || !site.companion || !site.offers(companionPeople))
            continue;
        const auto all = m_servers.sites[i].allPeople(m_cancel);
        if (!all) {
            if (!m_trouble)
                m_trouble = all.error();
            continue;
        }
        for (const moodle::Person &from : all->value) {
            const Person person = fromMoodle(i, from, m_identity);
            if (foldedName(person.fullName) == wanted)
                hit(person, m_typed, all->at);
        }
    }
}

/// The other half of each: the account of a Moodle person, the Moodle person of an account.
void Finder::complete(Subject &subject)
{
    using State = PersonAccount::State;
    if (subject.person.isValid() || subject.moodle.state == MoodleLookup::State::Found) {
        const Person &person = subject.person.isValid() ? s.people[subject.person.value] : subject.moodle.value;
        if (subject.person.isValid() && m_map.byPerson[subject.person.value].state != State::NotLookedUp)
            return; // the comparison knows
        const QString login = loginFor(person, m_identity);
        if (login.isEmpty() || subject.account.isValid() || subject.chat.state != ChatLookup::State::NotAsked)
            return;
        if (const auto known = s.accountByLogin.constFind(login.toLower()); known != s.accountByLogin.constEnd())
            subject.account = *known;
        else
            subject.chat = askChat(login, false);
        return;
    }
    const Account &account = subject.account.isValid() ? s.accounts[subject.account.value] : subject.chat.value;
    for (quint32 i = 0; i < s.people.size(); ++i) {
        const PersonAccount &own = m_map.byPerson[i];
        if (own.state == State::Found && s.accounts[own.account.value].id == account.id)
            return; // told by the lists; `explain` finds them
    }
    for (auto it = m_identity.exceptions.cbegin(); it != m_identity.exceptions.cend(); ++it) {
        if (it.value().compare(account.username, Qt::CaseInsensitive) != 0)
            continue;
        for (size_t i = 0; i < m_survey.sites.size(); ++i) {
            if (meant(i) && subject.moodle.state != MoodleLookup::State::Found)
                subject.moodle = askMoodle(i, moodle::UserField::Username, it.key());
        }
        return;
    }
    moodle::UserField field = moodle::UserField::Username;
    QString value = account.username.toLower();
    if (m_identity.rule == IdentityRule::IdNumber) {
        field = moodle::UserField::Idnumber;
        value = account.username;
    } else if (m_identity.rule == IdentityRule::Email) {
        field = moodle::UserField::Email;
        value = account.email;
    }
    if (value.isEmpty())
        return;
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        if (!meant(i) || subject.moodle.state == MoodleLookup::State::Found)
            continue;
        MoodleLookup asked = askMoodle(i, field, value);
        // A rule that cannot be read backwards finds nobody by the chat login; that is no proof.
        const bool backwards = m_identity.rule == IdentityRule::Lower || m_identity.rule == IdentityRule::Same;
        if (asked.state == MoodleLookup::State::Absent && !backwards)
            asked = {MoodleLookup::State::Failed, {}, {UnknownReason::NoAccess, {}}, asked.asked, {}};
        if (subject.moodle.state != MoodleLookup::State::Absent || asked.state == MoodleLookup::State::Found)
            subject.moodle = std::move(asked);
    }
}

/// Who has the same chat account, or would get it, is one person.
QString Finder::accountKey(const Subject &subject) const
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

void Finder::merge()
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

Result<std::vector<Subject>> Finder::find()
{
    byId();
    static const QRegularExpression digits(QStringLiteral("^[0-9]+$"));
    if (m_hits.empty() || digits.match(m_typed).hasMatch()) // a student's login may be a number
        byLogin();
    if (m_hits.empty())
        byEmail();
    if (m_hits.empty())
        byName();
    if (m_cancel.isCancelled())
        return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
    if (m_hits.empty()) {
        if (m_trouble)
            return fail(*m_trouble);
        return fail(Error{ErrorKind::Input, QStringLiteral("person-not-found"), m_typed, 0, {}, {}});
    }
    merge();
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
    if (!one || !onePerSite) {
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
                            .arg(m_survey.sites[person->site.value].id)
                            .arg(person->id.value)
                            .arg(person->username, person->fullName)
                            .simplified();
            else if (account)
                list
                    << QStringLiteral("%1 %2 %3").arg(account->id.value, account->username, account->name).simplified();
        }
        list.sort();
        list.removeDuplicates();
        return fail(Error{ErrorKind::Input, QStringLiteral("several-people"), m_typed, 0, {}, list.join(u'\n')});
    }
    for (Subject &subject : m_hits)
        complete(subject);
    return std::move(m_hits);
}

} // namespace

QString foldedName(const QString &name)
{
    QString out;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD);
    for (QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const bool apostrophe = c == QChar(0x2019) || c == QChar(0x2bc);
        out += apostrophe ? QChar(u'\'') : c.toCaseFolded();
    }
    return out.simplified();
}

Result<std::vector<Subject>> findPerson(Servers &servers, const Profile &profile, const Survey &survey,
                                        const Snapshot &snapshot, const QString &typed, const QString &site,
                                        const net::CancelToken &cancel)
{
    const QString trimmed = typed.simplified();
    if (trimmed.isEmpty())
        return fail(Error{ErrorKind::Input, QStringLiteral("person-not-found"), typed, 0, {}, {}});
    return Finder(servers, profile, survey, snapshot, trimmed, site, cancel).find();
}

} // namespace liaison
