#include "app/commands_links.h"

#include "app/linkstext.h"

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

const chat::RoomInfo *roomOf(const Survey &survey, const SurveyedLink &link)
{
    const auto it = survey.roomById.constFind(link.room);
    return it == survey.roomById.constEnd() ? nullptr : &survey.rooms.rooms[*it];
}

/// Where a link is known from; with its day and who said so, where somebody did.
QString sourceText(const SurveyedLink &link, text::Language language)
{
    QString text = text::of(link.source, language).name;
    if (!link.by.isEmpty())
        text += QStringLiteral(" (%1, %2)").arg(link.at.iso().left(10), link.by);
    return text;
}

void print(const Survey &survey, const std::vector<const SurveyedLink *> &links, Output &out)
{
    const text::Language language = out.language();
    std::vector<QStringList> lines;
    for (const SurveyedLink *link : links) {
        const chat::RoomInfo *room = roomOf(survey, *link);
        const QString maker = !room                             ? QString()
                              : room->creatorUsername.isEmpty() ? room->creatorId
                                                                : room->creatorUsername;
        lines.push_back(
            {keyText(link->key), sourceText(*link, language), link->shortName, maker, room ? room->name : link->room});
    }
    out.table({say(Say::Link, language), say(Say::Source, language), say(Say::Course, language), madeByText(language),
               say(Say::Room, language)},
              lines);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject json(const Survey &survey, const std::vector<const SurveyedLink *> &links)
{
    QJsonArray list;
    for (const SurveyedLink *link : links) {
        const chat::RoomInfo *room = roomOf(survey, *link);
        list.append(QJsonObject{{QStringLiteral("site"), link->key.site},
                                {QStringLiteral("course"), link->course},
                                {QStringLiteral("cmid"), link->key.cmid},
                                {QStringLiteral("room"), orNull(link->room)},
                                {QStringLiteral("roomName"), orNull(room ? room->name : QString())},
                                {QStringLiteral("source"), codeOf(link->source)},
                                {QStringLiteral("at"), orNull(link->at.isKnown() ? link->at.iso() : QString())},
                                {QStringLiteral("by"), orNull(link->by)}});
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
    if (isLinksImport(arguments))
        return runLinksImport(context, arguments, out);
    if (arguments.has(QStringLiteral("--site")) || arguments.has(QStringLiteral("--date")))
        return wrong(QStringLiteral("links import FILE.csv"));
    const bool confirm = !arguments.positional.isEmpty();
    const bool all = arguments.has(QStringLiteral("--all"));
    if (confirm && arguments.positional.front() != u"confirm")
        return wrong(arguments.positional.front());
    const QStringList named = arguments.positional.mid(1);
    if (confirm && all == !named.isEmpty())
        return wrong(QStringLiteral("links confirm LINK... | --all"));

    auto surveyed = survey(context.servers(), context.profile(), context.memory(), out.progress(), context.cancel());
    if (!surveyed)
        return out.error(surveyed.error());
    std::vector<const SurveyedLink *> links;
    for (const SurveyedLink &link : surveyed->links) {
        if (link.inScope)
            links.push_back(&link);
    }
    const bool unknown = std::any_of(links.begin(), links.end(),
                                     [](const SurveyedLink *l) { return l->unknown || !l->candidates.empty(); }) ||
                         std::any_of(surveyed->sites.begin(), surveyed->sites.end(), [](const SiteSurvey &site) {
                             return site.down || site.linksUnknown || !site.unreadCourses.empty();
                         });
    if (!confirm) {
        if (out.json()) {
            out.document(json(*surveyed, links));
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
        for (SurveyedLink &link : surveyed->links) {
            if (std::none_of(chosen.begin(), chosen.end(), [&](const SurveyedLink *l) { return l == &link; }))
                continue;
            link.source = LinkSource::Confirmed;
            link.at = now;
            link.by = operatorName();
        }
        out.document(json(*surveyed, chosen));
    }
    return 0;
}

} // namespace liaison::app
