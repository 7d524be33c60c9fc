#include "ui/text/ticket.h"

#include "ui/text/format.h"

#include <QUrlQuery>

namespace liaison::text {
namespace {

/// The lines of one ticket, in one language.
class Ticket
{
public:
    explicit Ticket(Language language) : m_language(language) {}

    [[nodiscard]] QString say(const char16_t *english, const char16_t *french) const
    {
        return QString::fromUtf16(m_language == Language::French ? french : english);
    }
    [[nodiscard]] Language language() const { return m_language; }

    void line(const QString &label, const QString &value)
    {
        if (value.isEmpty())
            return;
        const QString colon = m_language == Language::French ? QStringLiteral("\u00a0: ") : QStringLiteral(": ");
        m_lines << label + colon + value;
    }
    void plain(const QString &text) { m_lines << text; }
    void gap()
    {
        if (!m_lines.isEmpty() && !m_lines.last().isEmpty())
            m_lines << QString();
    }
    [[nodiscard]] QString text() const { return m_lines.join(u'\n') + u'\n'; }

private:
    Language m_language;
    QStringList m_lines;
};

/// Addresses go into tickets that many people read: nothing but where the page is.
QString shown(const QUrl &url)
{
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!web || url.host().isEmpty())
        return {};
    QUrl clean = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const QString id = QUrlQuery(url).queryItemValue(QStringLiteral("id"));
    bool isNumber = false;
    id.toLongLong(&isNumber);
    if (isNumber) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("id"), id);
        clean.setQuery(query);
    }
    return clean.toString(QUrl::FullyEncoded);
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList kept;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            kept << part;
    }
    return kept.join(separator);
}

void place(Ticket &ticket, const TicketFacts &facts, const QTimeZone &zone)
{
    QString course = facts.shortname.simplified();
    const QString full = facts.fullname.simplified();
    if (!full.isEmpty() && full != course)
        course = joined({course, full}, QStringLiteral(" – "));
    QStringList ids;
    if (facts.course != 0)
        ids << ticket.say(u"no. ", u"n°\u00a0") + QString::number(facts.course);
    if (!facts.site.isEmpty() && facts.site != QLatin1String("main"))
        ids << ticket.say(u"site ", u"site ") + facts.site;
    if (!ids.isEmpty())
        course += QStringLiteral(" (") + ids.join(QStringLiteral(", ")) + u')';
    ticket.line(ticket.say(u"Course", u"Cours"), course);
    ticket.line(ticket.say(u"Moodle page", u"Page Moodle"), shown(facts.moodleUrl));

    QString activity = facts.activity.simplified();
    if (facts.cmid != 0)
        activity =
            joined({activity, QStringLiteral("(cmid ") + QString::number(facts.cmid) + u')'}, QStringLiteral(" "));
    ticket.line(ticket.say(u"Activity", u"Activité"), activity);

    QString room = facts.roomName.simplified();
    if (room.isEmpty())
        room = facts.room.isEmpty() ? ticket.say(u"none known", u"aucun connu") : facts.room;
    else if (!facts.room.isEmpty())
        room += QStringLiteral(" (") + facts.room + u')';
    ticket.line(ticket.say(u"Room", u"Salon"), room);
    ticket.line(ticket.say(u"Room page", u"Page du salon"), shown(facts.chatUrl));
    ticket.line(ticket.say(u"Source of the link", u"Provenance du lien"), of(facts.source, ticket.language()).name);
    ticket.line(ticket.say(u"Read on", u"Relevé du"), dateTime(ticket.language(), facts.readAt, zone));
}

QString differences(const Ticket &ticket, const TicketFacts &facts)
{
    const Language language = ticket.language();
    const auto count = [&](int n, const char16_t *oneEn, const char16_t *manyEn, const char16_t *oneFr,
                           const char16_t *manyFr) {
        return n == 0 ? QString() : plural(language, n, ticket.say(oneEn, oneFr), ticket.say(manyEn, manyFr));
    };
    return joined({count(facts.add, u"%1 person to add", u"%1 people to add", u"%1 personne à ajouter",
                         u"%1 personnes à ajouter"),
                   count(facts.promote, u"%1 moderator to name", u"%1 moderators to name", u"%1 modérateur à nommer",
                         u"%1 modérateurs à nommer"),
                   count(facts.demote, u"%1 moderator role to withdraw", u"%1 moderator roles to withdraw",
                         u"%1 modération à retirer", u"%1 modérations à retirer"),
                   count(facts.remove, u"%1 person to remove", u"%1 people to remove", u"%1 personne à retirer",
                         u"%1 personnes à retirer"),
                   count(facts.guests, u"%1 guest", u"%1 guests", u"%1 invité", u"%1 invités")},
                  QStringLiteral(", "));
}

void situation(Ticket &ticket, const TicketFacts &facts)
{
    const Language language = ticket.language();
    const Text state = of(facts.state, language);
    ticket.line(ticket.say(u"State", u"État"), state.name + QStringLiteral(". ") + state.sentence);
    if (facts.unknown) {
        const Text reason = of(*facts.unknown, language);
        ticket.line(ticket.say(u"Reason", u"Motif"), reason.sentence);
    }
    if (facts.expected && facts.members) {
        ticket.line(ticket.say(u"Members", u"Membres"),
                    plural(language, *facts.expected, ticket.say(u"%1 expected", u"%1 attendu"),
                           ticket.say(u"%1 expected", u"%1 attendus")) +
                        QStringLiteral(", ") +
                        plural(language, *facts.members, ticket.say(u"%1 in the room", u"%1 dans le salon"),
                               ticket.say(u"%1 in the room", u"%1 dans le salon")));
    }
    ticket.line(ticket.say(u"Differences", u"Écarts"), differences(ticket, facts));
    for (const FindingCode finding : facts.findings) {
        const Text text = of(finding, language);
        ticket.line(ticket.say(u"Finding", u"Constat"), text.sentence);
    }
}

void person(Ticket &ticket, const TicketPerson &who)
{
    const Language language = ticket.language();
    const QString name = who.name.simplified();
    const QString login = who.username.simplified();
    ticket.line(ticket.say(u"Person", u"Personne"), name.isEmpty()    ? login
                                                    : login.isEmpty() ? name
                                                                      : name + QStringLiteral(" (") + login + u')');
    const auto role = [&](const std::optional<MemberRole> &r, const QString &absent) {
        return r ? of(*r, language).name.toLower() : absent;
    };
    ticket.line(ticket.say(u"Place provided for", u"Place prévue dans le salon"),
                role(who.expected, ticket.say(u"none", u"aucune")));
    ticket.line(ticket.say(u"Place found", u"Place constatée dans le salon"),
                role(who.observed, ticket.say(u"none", u"aucune")));
    if (who.change)
        ticket.line(ticket.say(u"Difference", u"Écart"), of(*who.change, language).sentence);
    ticket.line(ticket.say(u"Conclusion", u"Conclusion"), who.conclusion);
    if (who.finding)
        ticket.line(ticket.say(u"Finding", u"Constat"), of(*who.finding, language).sentence);
    ticket.line(ticket.say(u"Cause", u"Cause"), causeSentence(who.cause, who.certainty, language));
    if (who.rule)
        ticket.line(ticket.say(u"Held back", u"Retenu"), of(*who.rule, language).sentence);
    if (!who.steps.isEmpty()) {
        ticket.gap();
        ticket.plain(ticket.say(u"What was checked:", u"Ce qui a été vérifié\u00a0:"));
        for (const QString &step : who.steps)
            ticket.plain(step);
    }
}

/// What to do, most precise first; each remedy once.
QStringList remedies(const TicketFacts &facts, Language language)
{
    QStringList out;
    const auto take = [&](const Text &text) {
        if (!text.remedy.isEmpty() && !out.contains(text.remedy))
            out << text.remedy;
    };
    if (facts.person && !facts.person->remedy.isEmpty()) { // it was derived from all of these
        out << facts.person->remedy;
        return out;
    }
    if (facts.person) {
        if (facts.person->cause != Cause::NotKnown)
            take(of(facts.person->cause, language));
        if (facts.person->finding)
            take(of(*facts.person->finding, language));
        if (facts.person->rule)
            take(of(*facts.person->rule, language));
    }
    if (facts.unknown)
        take(of(*facts.unknown, language));
    for (const FindingCode finding : facts.findings)
        take(of(finding, language));
    if (out.isEmpty())
        take(of(facts.state, language));
    if (out.isEmpty() && facts.person && facts.person->change)
        take(of(*facts.person->change, language));
    return out;
}

} // namespace

QString ticketText(Language language, const TicketFacts &facts, const QTimeZone &zone)
{
    Ticket ticket(language);
    place(ticket, facts, zone);
    ticket.gap();
    situation(ticket, facts);
    if (facts.person) {
        ticket.gap();
        person(ticket, *facts.person);
    }
    const QStringList todo = remedies(facts, language);
    if (!todo.isEmpty()) {
        ticket.gap();
        ticket.plain(ticket.say(u"What to do:", u"Que faire\u00a0?"));
        for (const QString &remedy : todo)
            ticket.plain(QStringLiteral("- ") + remedy);
    }
    if (!facts.helpdesk.isEmpty()) {
        ticket.gap();
        ticket.line(ticket.say(u"Help desk", u"Assistance"), facts.helpdesk.simplified());
    }
    return ticket.text();
}

} // namespace liaison::text
