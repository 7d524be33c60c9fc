#include "app/commands_history.h"

#include "app/commands_profile.h"
#include "app/documents_history.h"
#include "app/interrupt.h"
#include "app/runwords.h"
#include "core/run/journalsubject.h"
#include "ui/text/format.h"

namespace liaison::app {
namespace {

/// What was typed, and what of it is understood so far.
struct Asked
{
    QString room, person;
    std::optional<store::HistoryOf> place, who;
    std::optional<store::HistoryOf> number; ///< a bare number as the store knows it: unless it is somebody's login
    std::optional<Error> placeError;

    [[nodiscard]] bool isUnderstood() const
    {
        return (room.isEmpty() || place.has_value()) && (person.isEmpty() || who.has_value());
    }
};

/// Without servers: whatever the store can tell.
Result<void> askStore(store::Database &database, Asked &asked)
{
    store::Memory memory(database);
    store::Journal journal(database);
    if (!asked.room.isEmpty()) {
        if (const auto place = placeInStore(memory, journal, asked.room))
            asked.place = *place;
        else if (place.error().kind != ErrorKind::Input || place.error().code == u"several-courses")
            return fail(place.error());
    }
    if (!asked.person.isEmpty()) {
        if (const auto who = personInStore(journal, asked.person))
            (who->sure ? asked.who : asked.number) = who->of;
        else if (who.error().kind != ErrorKind::Input)
            return fail(who.error());
    }
    return {};
}

Result<void> askServers(Context &context, Output &out, Asked &asked)
{
    const auto read = survey(context.servers(), context.profile(), context.memory(), out.progress(), context.cancel());
    out.endProgress();
    if (!read)
        return fail(read.error());
    if (!asked.room.isEmpty() && !asked.place) {
        auto place = placeOnServers(*read, context.journal(), asked.room);
        if (!place) {
            for (const SiteSurvey &site : read->sites) { // not found proves nothing while a server is silent
                if (site.down)
                    return fail(*site.down);
            }
            return fail(read->chatDown.value_or(place.error()));
        }
        asked.place = std::move(*place);
    }
    if (!asked.person.isEmpty() && !asked.who) {
        auto who = personOnServers(context.servers(), context.profile(), *read, context.journal(), asked.person,
                                   context.cancel());
        if (!who)
            return fail(who.error());
        asked.who = std::move(*who);
    }
    return {};
}

Result<store::HistoryOf> understood(const Arguments &arguments, const Environment &environment, Output &out)
{
    Asked asked;
    asked.room = arguments.value(QStringLiteral("--room")).trimmed();
    asked.person = arguments.value(QStringLiteral("--person")).trimmed();
    {
        auto database = openStore(arguments, environment);
        if (!database)
            return fail(database.error());
        if (auto done = askStore(**database, asked); !done)
            return fail(done.error());
    }
    if (!asked.isUnderstood()) {
        const auto ask = [&]() -> Result<void> {
            Interrupt interrupt;
            const auto tokens = makeTokens(environment, out.language());
            auto context = Context::open(arguments, environment, tokens.get());
            if (!context)
                return fail(context.error());
            interrupt.onFirst([cancel = (*context)->cancel()] { cancel.cancel(); });
            return askServers(**context, out, asked);
        };
        const auto done = ask();
        // Nobody else can be meant by the number, or nobody can be asked.
        if (!done && asked.number && !asked.who && done.error().code != u"several-people")
            asked.who = asked.number;
        if (!asked.isUnderstood())
            return fail(done.error());
    }
    store::HistoryOf of;
    if (asked.place)
        of = *asked.place;
    if (asked.who) {
        of.people = asked.who->people;
        of.accounts = asked.who->accounts;
    }
    return of;
}

QString state(const QByteArray &json)
{
    QString shown = QString::fromUtf8(json);
    return shown == u"null" ? QStringLiteral("—") : shown.remove(u'"');
}

void print(const store::HistoryOf &of, const std::vector<store::HistoryStep> &history, Output &out)
{
    const text::Language language = out.language();
    if (of.namesPlace()) {
        QStringList rooms(of.rooms.begin(), of.rooms.end());
        for (const LinkKey &link : of.links)
            rooms << QStringLiteral("%1:%2").arg(link.site).arg(link.cmid);
        out.line(labelled(language, Say::Room, harmless(rooms.join(QStringLiteral(", ")))));
    }
    if (of.namesPerson()) {
        QStringList people;
        for (const store::SitePerson &person : of.people)
            people << QStringLiteral("%1:%2").arg(person.site).arg(person.moodle);
        people += QStringList(of.accounts.begin(), of.accounts.end());
        out.line(labelled(language, Say::Person, harmless(people.join(QStringLiteral(", ")))));
    }
    out.line();
    if (history.empty()) {
        out.line(say(RunSay::NoHistory, language));
        return;
    }
    std::vector<QStringList> lines;
    for (const store::HistoryStep &h : history) {
        const store::RunStep &s = h.step;
        QString outcome = s.outcome ? text::of(*s.outcome, language).name : QStringLiteral("—");
        if (!s.detail.isEmpty())
            outcome += QLatin1String(" (") + text::detail(s.detail, language).name + u')';
        lines.push_back({text::dateTime(language, h.when()), h.run, h.by, text::of(s.kind, language).name,
                         s.place.cmid ? QStringLiteral("%1:%2").arg(s.place.site).arg(*s.place.cmid) : s.place.site,
                         s.place.room.value_or(QString()),
                         s.chat.value_or(s.person ? QString::number(*s.person) : QString()), state(s.before),
                         state(s.after), outcome});
    }
    out.table({say(RunSay::When, language), say(Say::RunHead, language), say(Say::By, language),
               say(Say::Difference, language), say(Say::Link, language), say(Say::Room, language),
               say(Say::Person, language), say(RunSay::Before, language), say(RunSay::After, language),
               say(RunSay::Outcome, language)},
              lines);
}

} // namespace

bool asksHistory(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("--room")) || arguments.has(QStringLiteral("--person"));
}

int runHistory(const Arguments &arguments, const Environment &environment, Output &out)
{
    for (const QString &option : {QStringLiteral("--room"), QStringLiteral("--person")}) {
        if (arguments.has(option) && arguments.value(option).trimmed().isEmpty())
            return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), option, 0, {}, {}});
    }
    auto of = understood(arguments, environment, out);
    if (!of)
        return out.error(of.error());
    auto database = openStore(arguments, environment);
    if (!database)
        return out.error(database.error());
    store::Journal journal(**database);
    if (const QString run = arguments.value(QStringLiteral("--run")); !run.isEmpty()) {
        const auto record = journal.record(run);
        if (!record)
            return out.error(record.error());
        of->run = record->id;
    }
    const auto steps = store::historyOf(journal, *of);
    if (!steps)
        return out.error(steps.error());
    const QString format = arguments.value(QStringLiteral("--format"));
    if (format == u"csv")
        out.bytes(historyCsv(*steps));
    else if (format == u"json" || out.json())
        out.document(historyJson(*of, *steps));
    else
        print(*of, *steps, out);
    return 0;
}

} // namespace liaison::app
