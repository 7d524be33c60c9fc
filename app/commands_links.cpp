#include "app/commands.h"

#include "ui/text/format.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTextStream>
#include <algorithm>

namespace liaison::app {
namespace {

QString keyText(const LinkKey &key)
{
    return QStringLiteral("%1:%2").arg(key.site).arg(key.cmid);
}

QString roomName(const Survey &survey, const SurveyedLink &link)
{
    const auto it = survey.roomById.constFind(link.room);
    return it == survey.roomById.constEnd() ? link.room : survey.rooms.rooms[*it].name;
}

void print(const Survey &survey, const std::vector<const SurveyedLink *> &links, Output &out)
{
    const text::Language language = out.language();
    std::vector<QStringList> lines;
    for (const SurveyedLink *link : links)
        lines.push_back(
            {keyText(link->key), text::of(link->source, language).name, link->shortName, roomName(survey, *link)});
    out.table(
        {say(Say::Link, language), say(Say::Source, language), say(Say::Course, language), say(Say::Room, language)},
        lines);
}

QJsonObject json(const Survey &survey, const std::vector<const SurveyedLink *> &links,
                 const std::vector<store::RememberedLink> &remembered)
{
    QJsonArray list;
    for (const SurveyedLink *link : links) {
        const auto past = std::find_if(remembered.begin(), remembered.end(), [&](const store::RememberedLink &r) {
            return r.site == link->key.site && r.cmid == link->key.cmid && r.confirmedAt.isKnown();
        });
        const bool confirmed = past != remembered.end();
        list.append(QJsonObject{
            {QStringLiteral("site"), link->key.site},
            {QStringLiteral("course"), link->course},
            {QStringLiteral("cmid"), link->key.cmid},
            {QStringLiteral("room"), link->room.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(link->room)},
            {QStringLiteral("roomName"),
             link->room.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(roomName(survey, *link))},
            {QStringLiteral("source"), codeOf(link->source)},
            {QStringLiteral("at"), confirmed ? QJsonValue(past->confirmedAt.iso()) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("by"), confirmed ? QJsonValue(past->confirmedBy) : QJsonValue(QJsonValue::Null)},
        });
    }
    return {{QStringLiteral("links"), list}};
}

/// A person says yes; a script says --yes.
bool agreed(const Arguments &arguments, Output &out)
{
    if (arguments.has(QStringLiteral("--yes")))
        return true;
    if (!Output::interactive())
        return false;
    out.prompt(say(Say::ConfirmAsk, out.language()));
    const QString answer = QTextStream(stdin).readLine().trimmed().toLower();
    return answer == u"yes" || answer == u"oui";
}

} // namespace

int runLinks(Context &context, const Arguments &arguments, Output &out)
{
    const auto wrong = [&](const QString &what) {
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
    };
    const bool confirm = !arguments.positional.isEmpty();
    const bool all = arguments.has(QStringLiteral("--all"));
    if (confirm && arguments.positional.front() != u"confirm")
        return wrong(arguments.positional.front());
    const QStringList named = arguments.positional.mid(1);
    if (confirm && all == !named.isEmpty())
        return wrong(QStringLiteral("links confirm LINK... | --all"));

    const auto surveyed =
        survey(context.servers(), context.profile(), context.memory(), out.progress(), context.cancel());
    if (!surveyed)
        return out.error(surveyed.error());
    const auto remembered = context.memory().links();
    if (!remembered)
        return out.error(remembered.error());
    std::vector<const SurveyedLink *> links;
    for (const SurveyedLink &link : surveyed->links) {
        if (link.inScope)
            links.push_back(&link);
    }
    const bool unknown = std::any_of(links.begin(), links.end(),
                                     [](const SurveyedLink *l) { return l->unknown || !l->candidates.empty(); });
    if (!confirm) {
        if (out.json()) {
            out.document(json(*surveyed, links, *remembered));
        } else {
            print(*surveyed, links, out);
            if (std::any_of(links.begin(), links.end(), [](const SurveyedLink *l) { return !l->confirmed; }))
                out.line(say(Say::ConfirmHint, out.language()));
        }
        return unknown ? 5 : 0;
    }

    if (context.profile().readOnly)
        return out.error({ErrorKind::Input, QStringLiteral("read-only"), {}, 0, {}, {}});
    std::vector<const SurveyedLink *> chosen;
    for (const SurveyedLink *link : links) {
        const bool guess = !link->confirmed && link->candidates.empty() && !link->unknown && !link->room.isEmpty();
        if (guess && (all || named.contains(keyText(link->key))))
            chosen.push_back(link);
    }
    for (const QString &key : named) {
        if (std::none_of(chosen.begin(), chosen.end(), [&](const SurveyedLink *l) { return keyText(l->key) == key; }))
            return out.error({ErrorKind::Input, QStringLiteral("unknown-entry"), key, 0, {}, {}});
    }
    if (!out.json()) {
        if (chosen.empty())
            out.line(say(Say::NothingToConfirm, out.language()));
        else
            print(*surveyed, chosen, out);
    }
    if (!chosen.empty() && !agreed(arguments, out))
        return wrong(QStringLiteral("--yes"));
    std::vector<store::RememberedLink> confirmed;
    for (const SurveyedLink *link : chosen) {
        store::RememberedLink r;
        r.site = link->key.site;
        r.cmid = link->key.cmid;
        r.course = link->course;
        r.shortName = link->shortName;
        r.fullName = link->fullName;
        r.room = link->room;
        r.source = LinkSource::Confirmed;
        r.creator = surveyed->rooms.rooms[surveyed->roomById.value(link->room)].creatorId;
        r.firstSeen = r.lastSeen = surveyed->rooms.readAt;
        confirmed.push_back(std::move(r));
    }
    const Instant now{QDateTime::currentMSecsSinceEpoch()};
    if (auto done = context.memory().confirmLinks(confirmed, operatorName(), now); !done)
        return out.error(done.error());
    if (out.json()) {
        const auto after = context.memory().links();
        out.document(json(*surveyed, chosen, after ? *after : *remembered));
    }
    return 0;
}

} // namespace liaison::app
