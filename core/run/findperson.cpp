#include "core/run/findperson.h"

#include "core/run/personhits.h"
#include "core/run/personlookup.h"

#include <QRegularExpression>
#include <algorithm>

namespace liaison {
namespace {

constexpr QLatin1String companionPeople("local_liaison_get_people");

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
        , m_lookup(servers, m_identity, survey, snapshot, cancel)
        , m_hits(snapshot, m_map, m_identity, m_typed)
    {
    }

    Result<std::vector<Subject>> find();

private:
    void byId();
    void byLogin();
    void byEmail();
    void byName();
    void takeNumber(size_t site, qint64 id);
    void complete(Subject &subject);
    [[nodiscard]] bool meant(size_t site) const { return m_site.isEmpty() || m_survey.sites[site].id == m_site; }

    Servers &m_servers;
    const Identity &m_identity;
    const Survey &m_survey;
    const Snapshot &s;
    const IdentityMap m_map;
    const QString m_typed, m_site;
    const net::CancelToken &m_cancel;
    PersonLookup m_lookup;
    PersonHits m_hits;
};

void Finder::takeNumber(size_t site, qint64 id)
{
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].site == SiteIx(site) && s.people[i].id.value == id)
            return m_hits.add(PersonIx(i));
    }
    const MoodleLookup asked = m_lookup.askMoodle(site, moodle::UserField::Id, QString::number(id));
    if (asked.state == MoodleLookup::State::Found)
        m_hits.add(asked.value, asked.asked, asked.at);
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
        return m_hits.add(*account);
    static const QRegularExpression chatId(QStringLiteral("^[0-9A-Za-z]{17}$"));
    if (!chatId.match(m_typed).hasMatch())
        return;
    const ChatLookup asked = m_lookup.askChat(m_typed, true);
    if (asked.state == ChatLookup::State::Found)
        m_hits.add(asked.value, asked.at);
}

void Finder::byLogin()
{
    if (m_typed.contains(u' '))
        return;
    QSet<quint32> sites;
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (s.people[i].username.compare(m_typed, Qt::CaseInsensitive) == 0) {
            sites.insert(s.people[i].site.value);
            m_hits.add(PersonIx(i));
        }
    }
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        if (!meant(i) || sites.contains(static_cast<quint32>(i)))
            continue;
        const MoodleLookup asked = m_lookup.askMoodle(i, moodle::UserField::Username, m_typed.toLower());
        if (asked.state == MoodleLookup::State::Found)
            m_hits.add(asked.value, asked.asked, asked.at);
    }
    if (const auto account = s.accountByLogin.constFind(m_typed.toLower()); account != s.accountByLogin.constEnd())
        return m_hits.add(*account);
    if (s.absentLogins.contains(m_typed.toLower()))
        return;
    const ChatLookup asked = m_lookup.askChat(m_typed, false);
    if (asked.state == ChatLookup::State::Found)
        m_hits.add(asked.value, asked.at);
}

void Finder::byEmail()
{
    if (!m_typed.contains(u'@') || m_typed.contains(u' '))
        return;
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        if (!meant(i))
            continue;
        const MoodleLookup asked = m_lookup.askMoodle(i, moodle::UserField::Email, m_typed);
        if (asked.state == MoodleLookup::State::Found)
            m_hits.add(asked.value, asked.asked, asked.at);
    }
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        if (s.accounts[i].email.compare(m_typed, Qt::CaseInsensitive) == 0)
            m_hits.add(AccountIx(i));
    }
}

void Finder::byName()
{
    const QString wanted = foldedName(m_typed);
    for (quint32 i = 0; i < s.people.size(); ++i) {
        if (!s.people[i].fullName.isEmpty() && foldedName(s.people[i].fullName) == wanted)
            m_hits.add(PersonIx(i));
    }
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        if (!s.accounts[i].name.isEmpty() && foldedName(s.accounts[i].name) == wanted)
            m_hits.add(AccountIx(i));
    }
    if (!m_hits.isEmpty())
        return;
    // Moodle's own calls do not look for names; the companion tells those of the linked courses.
    for (size_t i = 0; i < m_survey.sites.size(); ++i) {
        const SiteSurvey &site = m_survey.sites[i];
        if (!meant(i) || !site.companion || !site.offers(companionPeople))
            continue;
        const auto all = m_servers.sites[i].allPeople(m_cancel);
        if (!all) {
            m_lookup.remember(all.error());
            continue;
        }
        for (const moodle::Person &from : all->value) {
            const Person person = fromMoodle(i, from, m_identity);
            if (foldedName(person.fullName) == wanted)
                m_hits.add(person, m_typed, all->at);
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
            subject.chat = m_lookup.askChat(login, false);
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
                subject.moodle = m_lookup.askMoodle(i, moodle::UserField::Username, it.key());
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
        MoodleLookup asked = m_lookup.askMoodle(i, field, value);
        // A rule that cannot be read backwards finds nobody by the chat login; that is no proof.
        const bool backwards = m_identity.rule == IdentityRule::Lower || m_identity.rule == IdentityRule::Same;
        if (asked.state == MoodleLookup::State::Absent && !backwards)
            asked = {MoodleLookup::State::Failed, {}, {UnknownReason::NoAccess, {}}, asked.asked, {}};
        if (subject.moodle.state != MoodleLookup::State::Absent || asked.state == MoodleLookup::State::Found)
            subject.moodle = std::move(asked);
    }
}

Result<std::vector<Subject>> Finder::find()
{
    byId();
    static const QRegularExpression digits(QStringLiteral("^[0-9]+$"));
    if (m_hits.isEmpty() || digits.match(m_typed).hasMatch()) // a student's login may be a number
        byLogin();
    if (m_hits.isEmpty())
        byEmail();
    if (m_hits.isEmpty())
        byName();
    if (m_cancel.isCancelled())
        return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
    if (m_hits.isEmpty()) {
        if (m_lookup.trouble())
            return fail(*m_lookup.trouble());
        return fail(Error{ErrorKind::Input, QStringLiteral("person-not-found"), m_typed, 0, {}, {}});
    }
    m_hits.merge();
    if (!m_hits.areOnePerson()) {
        const QString lines = m_hits.described(m_survey).join(u'\n');
        return fail(Error{ErrorKind::Input, QStringLiteral("several-people"), m_typed, 0, {}, lines});
    }
    std::vector<Subject> found = m_hits.take();
    for (Subject &subject : found)
        complete(subject);
    return found;
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
