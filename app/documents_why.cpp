#include "app/documents_why.h"

#include "core/reconcile/planjson.h"
#include "core/reconcile/roomdiff.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

namespace liaison::app {
namespace {

QJsonValue okOf(ExplainStep::Verdict verdict)
{
    switch (verdict) {
    case ExplainStep::Verdict::Ok:
        return true;
    case ExplainStep::Verdict::NotOk:
        return false;
    case ExplainStep::Verdict::Unknown:
        break;
    }
    return QJsonValue::Null;
}

QJsonValue dateOf(Instant at)
{
    return at.isKnown() ? QJsonValue(at.iso()) : QJsonValue(QJsonValue::Null);
}

template <class E> QJsonValue codeOrNull(const std::optional<E> &value)
{
    return value ? QJsonValue(codeOf(*value)) : QJsonValue(QJsonValue::Null);
}

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

/// Two people's business, a site id and an id, make an address; user, password and query of the profile's URL do not.
QUrl moodlePage(const Snapshot &s, const Link &link)
{
    QUrl url(s.sites[link.site.value].url + QLatin1String("/mod/rocketchat/view.php"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("id"), QString::number(link.cmid.value));
    url.setQuery(query);
    return url;
}

} // namespace

QJsonObject whyJson(const Explanation &e, text::Language language)
{
    QJsonArray steps;
    for (const ExplainStep &step : e.steps) {
        steps.append(QJsonObject{{QStringLiteral("step"), codeOf(step.step)},
                                 {QStringLiteral("stepText"), text::of(step.step, language).name},
                                 {QStringLiteral("fact"), text::factSentence(step, language)},
                                 {QStringLiteral("source"), codeOf(step.source)},
                                 {QStringLiteral("sourceText"), text::of(step.source, language).name},
                                 {QStringLiteral("readAt"), dateOf(step.readAt)},
                                 {QStringLiteral("ok"), okOf(step.verdict)}});
    }
    return {{QStringLiteral("person"), personJson(e.person)},
            {QStringLiteral("site"), e.place.site},
            {QStringLiteral("course"), orNull(e.place.course)},
            {QStringLiteral("cmid"), orNull(e.place.cmid)},
            {QStringLiteral("room"), orNull(e.place.room)},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("conclusion"), text::conclusionSentence(e, language)},
            {QStringLiteral("cause"), codeOf(e.cause)},
            {QStringLiteral("causeText"), text::of(e.cause, language).sentence},
            {QStringLiteral("certainty"), codeOf(e.certainty)},
            {QStringLiteral("certaintyText"), text::of(e.certainty, language).name},
            {QStringLiteral("remedy"), text::remedyText(e, language)}};
}

QJsonObject personRoomsJson(const PersonAnswer &answer, text::Language language)
{
    const Snapshot &s = *answer.observed.snapshot;
    QJsonArray rooms;
    for (const Explanation &e : answer.rooms) {
        const Link &link = s.links[e.link.value];
        const Course &course = s.courses[link.course.value];
        const auto *room = std::get_if<RoomIx>(&link.room);
        QJsonObject o{
            {QStringLiteral("person"), personJson(e.person)},
            {QStringLiteral("site"), e.place.site},
            {QStringLiteral("course"), orNull(e.place.course)},
            {QStringLiteral("shortname"), course.shortName},
            {QStringLiteral("fullname"), course.fullName},
            {QStringLiteral("cmid"), orNull(e.place.cmid)},
            {QStringLiteral("room"), orNull(e.place.room)},
            {QStringLiteral("roomName"), room ? QJsonValue(s.rooms[room->value].name) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("state"), codeOf(e.state)},
            {QStringLiteral("stateText"), text::of(e.state, language).name},
            {QStringLiteral("expected"), codeOrNull(e.expected)},
            {QStringLiteral("observed"), codeOrNull(e.observed)},
            {QStringLiteral("kind"), e.kind ? codeOrNull(e.kind) : codeOrNull(e.finding)},
            {QStringLiteral("rule"), codeOrNull(e.rule)},
            {QStringLiteral("cause"), codeOf(e.cause)},
            {QStringLiteral("causeText"), text::of(e.cause, language).sentence},
            {QStringLiteral("certainty"), codeOf(e.certainty)},
            {QStringLiteral("unknownReason"), codeOrNull(e.unknown)},
            {QStringLiteral("conclusion"), text::conclusionSentence(e, language)},
            {QStringLiteral("remedy"), text::remedyText(e, language)}};
        if (e.kind)
            o.insert(QStringLiteral("kindText"), text::of(*e.kind, language).name);
        else if (e.finding)
            o.insert(QStringLiteral("kindText"), text::of(*e.finding, language).name);
        if (e.rule)
            o.insert(QStringLiteral("ruleText"), text::of(*e.rule, language).sentence);
        rooms.append(o);
    }
    QJsonArray gaps;
    for (const UnknownBecause &gap : answer.gaps) {
        gaps.append(QJsonObject{{QStringLiteral("reason"), codeOf(gap.reason)},
                                {QStringLiteral("reasonText"), text::of(gap.reason, language).sentence}});
    }
    const Subject &first = answer.subjects.front();
    using FoundPerson = Lookup<Person>::State;
    using FoundAccount = Lookup<Account>::State;
    PersonKey key;
    QString name = first.name;
    if (first.chat.state == FoundAccount::Found) {
        key.chat = first.chat.value.id.value;
        key.username = first.chat.value.username;
        if (!first.chat.value.name.isEmpty())
            name = first.chat.value.name;
    }
    if (first.moodle.state == FoundPerson::Found) {
        key.moodle = first.moodle.value.id.value;
        if (key.username.isEmpty())
            key.username = first.moodle.value.username;
        if (!first.moodle.value.fullName.isEmpty())
            name = first.moodle.value.fullName;
    }
    return {{QStringLiteral("person"), personJson(key)},
            {QStringLiteral("name"), name},
            {QStringLiteral("rooms"), rooms},
            {QStringLiteral("inactiveMayMiss"), answer.inactiveMayMiss},
            {QStringLiteral("unknown"), gaps}};
}

QString whyTicket(const Snapshot &s, const Diff &diff, const Explanation &e, text::Language language)
{
    const Link &link = s.links[e.link.value];
    const Course &course = s.courses[link.course.value];
    const auto *ix = std::get_if<RoomIx>(&link.room);
    const Room *room = ix ? &s.rooms[ix->value] : nullptr;
    const LinkRow &row = diff.links[e.link.value];
    text::TicketFacts facts;
    facts.site = e.place.site;
    facts.course = course.id.value;
    facts.shortname = course.shortName;
    facts.fullname = course.fullName;
    facts.activity = link.activityName;
    facts.cmid = link.cmid.value;
    facts.room = e.place.room.value_or(QString());
    facts.moodleUrl = moodlePage(s, link);
    if (room) {
        facts.roomName = room->name;
        facts.chatUrl = QUrl(s.chatUrl + QLatin1String("/group/") + room->name);
    }
    facts.readAt = room && room->members.isKnown() ? room->members.readAt() : s.sites[link.site.value].now;
    facts.state = row.state;
    facts.source = link.source;
    facts.unknown = row.reason;
    facts.expected = row.expected;
    facts.members = row.members;
    facts.add = row.add.value_or(0);
    facts.promote = row.promote.value_or(0);
    facts.demote = row.demote.value_or(0);
    facts.remove = row.remove.value_or(0);
    facts.guests = row.guests.value_or(0);
    facts.person = text::ticketPerson(e, language);
    return text::ticketText(language, facts);
}

QString bothTickets(const Snapshot &s, const Diff &diff, const Explanation &e)
{
    return whyTicket(s, diff, e, text::Language::French) + QLatin1String("\n----\n\n") +
           whyTicket(s, diff, e, text::Language::English);
}

} // namespace liaison::app
