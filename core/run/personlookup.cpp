#include "core/run/personlookup.h"

#include "core/run/observation.h"
#include "core/run/trouble.h"

namespace liaison {
namespace {

constexpr QLatin1String usersByField("core_user_get_users_by_field");

} // namespace

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

MoodleLookup PersonLookup::askMoodle(size_t number, moodle::UserField field, const QString &value)
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
        remember(*site.down);
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
        remember(read.error());
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

ChatLookup PersonLookup::askChat(const QString &value, bool byId)
{
    ChatLookup out;
    out.asked = value;
    const auto failed = [&](const Error &error) {
        remember(error);
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
        out.value = accountFrom(**read);
    return out;
}

void PersonLookup::remember(const Error &trouble)
{
    if (!m_trouble)
        m_trouble = trouble;
}

} // namespace liaison
