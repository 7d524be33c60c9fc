#include "app/commands.h"
#include "app/documents_why.h"
#include "app/print.h"
#include "core/snapfile/answers.h"
#include "ui/text/format.h"

#include <QJsonArray>
#include <algorithm>

namespace liaison::app {
namespace {

int wrongUse(Output &out, const QString &usage)
{
    return out.error(Error{ErrorKind::Input, QStringLiteral("bad-arguments"), usage, 0, {}, {}});
}

QString markOf(ExplainStep::Verdict verdict)
{
    switch (verdict) {
    case ExplainStep::Verdict::Ok:
        return QStringLiteral("✓");
    case ExplainStep::Verdict::NotOk:
        return QStringLiteral("✗");
    case ExplainStep::Verdict::Unknown:
        break;
    }
    return QStringLiteral("?");
}

void printWhy(const WhyAnswer &answer, Output &out)
{
    const text::Language language = out.language();
    const Snapshot &s = *answer.observed.snapshot;
    const Explanation &e = answer.explanation();
    const Link &link = s.links[e.link.value];
    const Course &course = s.courses[link.course.value];
    const QString who = e.name == e.person.username || e.name.isEmpty()
                            ? e.person.username
                            : QString(e.name + QLatin1String(" (") + e.person.username + u')');
    out.line(labelled(language, Say::Person, harmless(who)));
    out.line(labelled(language, Say::Course, harmless(course.shortName + QLatin1String("  ") + course.fullName)));
    const QString room = roomNameOf(s, link);
    out.line(labelled(language, Say::Room, room.isEmpty() ? QStringLiteral("—") : harmless(room)));
    out.line();
    std::vector<QStringList> lines;
    for (const ExplainStep &step : e.steps) {
        lines.push_back({markOf(step.verdict), text::of(step.step, language).name, text::of(step.source, language).name,
                         step.readAt.isKnown() ? text::dateTime(language, step.readAt) : QStringLiteral("—"),
                         text::factSentence(step, language)});
    }
    out.table({{},
               say(Say::Step, language),
               say(Say::Source, language),
               say(Say::ReadOn, language),
               say(Say::Fact, language)},
              lines);
    out.line();
    out.line(labelled(language, Say::ConclusionLabel, text::conclusionSentence(e, language)));
    const QString remedy = text::remedyText(e, language);
    if (!remedy.isEmpty())
        out.line(say(Say::Remedy, language) + remedy);
    if (answer.all.size() < 2)
        return;
    out.line();
    out.line(say(Say::OtherRooms, language));
    for (const Explanation &other : answer.all) {
        if (other.link == e.link)
            continue;
        out.line(QLatin1String("  ") + harmless(roomNameOf(s, s.links[other.link.value])) + QLatin1String("  ") +
                 text::of(other.conclusion, language).name);
    }
}

} // namespace

int runWhy(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 2)
        return wrongUse(out, QStringLiteral("why PERSON COURSE"));
    const ProgressSink progress = out.progress();
    const Published *published = context.published();
    const auto answer = published ? snapfile::whyIn(published->campus, arguments.positional[0], arguments.positional[1])
                                  : why(context.servers(), context.profile(), context.memory(), arguments.positional[0],
                                        arguments.positional[1], progress, context.cancel());
    out.endProgress();
    if (!answer)
        return out.error(answer.error());
    const Explanation &e = answer->explanation();
    const Snapshot &s = *answer->observed.snapshot;
    const bool ticket = arguments.has(QStringLiteral("--ticket"));
    if (out.json()) {
        QJsonObject document = whyJson(e, out.language());
        if (ticket) {
            document.insert(
                QStringLiteral("ticket"),
                QJsonObject{{QStringLiteral("fr"), whyTicket(s, answer->diff, e, text::Language::French)},
                            {QStringLiteral("en"), whyTicket(s, answer->diff, e, text::Language::English)}});
        }
        out.document(document);
    } else if (ticket) {
        const QStringList lines = bothTickets(s, answer->diff, e).split(u'\n');
        for (const QString &line : lines)
            out.line(harmless(line));
    } else {
        printWhy(*answer, out);
    }
    return e.isPartlyUnknown() ? 5 : 0;
}

int runPerson(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 1)
        return wrongUse(out, QStringLiteral("person PERSON"));
    const ProgressSink progress = out.progress();
    const Published *published = context.published();
    const auto answer = published ? snapfile::personIn(published->campus, arguments.positional[0])
                                  : roomsOfPerson(context.servers(), context.profile(), context.memory(),
                                                  arguments.positional[0], progress, context.cancel());
    out.endProgress();
    if (!answer)
        return out.error(answer.error());
    const text::Language language = out.language();
    const QJsonObject document = personRoomsJson(*answer, language);
    bool partly = !answer->gaps.empty();
    for (const Explanation &e : answer->rooms)
        partly = partly || e.isPartlyUnknown();
    if (out.json()) {
        out.document(document);
        return partly ? 5 : 0;
    }
    const Snapshot &s = *answer->observed.snapshot;
    const QString login = document[u"person"][u"username"].toString();
    const QString name = document[u"name"].toString();
    out.line(labelled(language, Say::Person,
                      harmless(name == login ? name : QString(name + QLatin1String(" (") + login + u')'))));
    out.line();
    const auto role = [&](const std::optional<MemberRole> &r) {
        return r ? text::of(*r, language).name : QStringLiteral("—");
    };
    std::vector<QStringList> lines;
    std::vector<Unknown> unknown;
    for (const Explanation &e : answer->rooms) {
        const Link &link = s.links[e.link.value];
        const Course &course = s.courses[link.course.value];
        const QString site = s.sites.size() > 1 ? QString(e.place.site + u':') : QString();
        QString result = text::of(e.conclusion, language).name;
        if (e.cause != Cause::NotKnown && text::of(e.cause, language).name != result)
            result += QStringLiteral(" – ") + text::of(e.cause, language).name;
        if (e.rule)
            result += QLatin1String(" (") + text::of(*e.rule, language).name + u')';
        lines.push_back({site + course.shortName, course.fullName, role(e.expected), role(e.observed), result});
        if (e.unknown)
            unknown.push_back({e.place, *e.unknown, e.unknownDetail});
    }
    if (lines.empty())
        out.line(say(Say::NoRooms, language));
    else
        out.table({say(Say::Course, language), say(Say::Title, language), say(Say::Expected, language),
                   say(Say::Observed, language), say(Say::ConclusionLabel, language)},
                  lines);
    if (answer->inactiveMayMiss) {
        out.line();
        out.line(say(Say::InactiveNotListed, language));
    }
    for (const UnknownBecause &gap : answer->gaps)
        unknown.push_back({{}, gap.reason, gap.detail});
    printUnknown(unknown, out, &s);
    return partly ? 5 : 0;
}

} // namespace liaison::app
