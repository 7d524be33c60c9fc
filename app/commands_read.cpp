#include "app/commands.h"

#include "app/documents.h"
#include "core/reconcile/planjson.h"
#include "core/reconcile/roomdiff.h"
#include "core/run/resolve.h"
#include "ui/text/format.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSaveFile>
#include <algorithm>

namespace liaison::app {
namespace {

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Error{ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
}

Result<std::vector<ChangeClass>> classesFrom(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("--classes")))
        return defaultClasses();
    std::vector<ChangeClass> classes;
    const QStringList codes = arguments.value(QStringLiteral("--classes")).split(u',', Qt::SkipEmptyParts);
    for (const QString &code : codes) {
        const auto c = fromCode<ChangeClass>(code.trimmed());
        if (!c)
            return wrong(QString(QLatin1String("--classes ") + code));
        classes.push_back(*c);
    }
    if (classes.empty())
        return wrong(QStringLiteral("--classes"));
    return classes;
}

QString folded(const QString &text)
{
    QString out;
    for (QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += c.toCaseFolded();
    }
    return out;
}

QString number(const std::optional<int> &n)
{
    return n ? QString::number(*n) : QStringLiteral("?");
}

QString differences(const LinkRow &row, text::Language language)
{
    QStringList parts;
    const auto part = [&](const std::optional<int> &n, QChar sign) {
        if (n && *n > 0)
            parts << QString(sign + QString::number(*n));
    };
    part(row.add, u'+');
    part(row.promote, QChar(0x2191));
    part(row.demote, QChar(0x2193));
    part(row.remove, QChar(0x2212));
    if (row.guests.value_or(0) > 0)
        parts << text::plural(language, *row.guests, say(Say::Guest, language), say(Say::Guests, language));
    if (row.reason)
        parts << text::of(*row.reason, language).name;
    return parts.join(u' ');
}

QString roomNameOf(const Snapshot &s, const Link &link)
{
    const auto *room = std::get_if<RoomIx>(&link.room);
    if (room)
        return s.rooms[room->value].name;
    return roomIdOf(s, link).value_or(QString());
}

/// Forty digits of a site's address tell nobody anything: names of the default form are shown from their course on.
QString shortRoomName(const QString &name)
{
    static const QRegularExpression prefix(QStringLiteral("^[0-9a-f]{40}_"));
    QString out = name;
    return out.replace(prefix, QStringLiteral("…"));
}

void printLinks(const Snapshot &s, const std::vector<LinkRow> &rows, Output &out)
{
    const text::Language language = out.language();
    if (rows.empty()) {
        out.line(say(Say::NoLinks, language));
        return;
    }
    std::vector<QStringList> lines;
    std::map<LinkState, int> states;
    for (const LinkRow &row : rows) {
        const Link &link = s.links[row.link.value];
        const Course &course = s.courses[link.course.value];
        ++states[row.state];
        const QString site = s.sites.size() > 1 ? QString(s.sites[link.site.value].id.value + u':') : QString();
        lines.push_back({text::of(row.state, language).name, site + course.shortName, course.fullName,
                         shortRoomName(roomNameOf(s, link)),
                         number(row.members) + QLatin1String(" / ") + number(row.expected),
                         differences(row, language)});
    }
    out.table({say(Say::State, language), say(Say::Course, language), say(Say::Title, language),
               say(Say::Room, language), say(Say::Members, language), say(Say::Changes, language)},
              lines);
    QStringList totals{QStringLiteral("%1 %2").arg(say(Say::LinksTotal, language)).arg(rows.size())};
    for (const auto &[state, n] : states)
        totals << QStringLiteral("%1 %2").arg(text::of(state, language).name).arg(n);
    out.line();
    out.line(totals.join(QStringLiteral("  ·  ")));
}

/// Unknown rooms, each with its own sentence and remedy.
void printUnknown(const std::vector<Unknown> &unknown, Output &out)
{
    const text::Language language = out.language();
    std::map<QString, int> counts;
    for (const Unknown &u : unknown) {
        const text::Text t = text::of(u.reason, language);
        ++counts[t.remedy.isEmpty() ? t.sentence : QString(t.sentence + u' ' + t.remedy)];
    }
    if (counts.empty())
        return;
    out.line();
    out.line(labelled(language, Say::Unknown, QString::number(unknown.size())));
    for (const auto &[sentence, n] : counts)
        out.line(QStringLiteral("  %1 × %2").arg(n).arg(sentence));
}

QString personText(const Change &change)
{
    const PersonKey *person = personOf(change);
    return person ? person->username : QString();
}

/// Names for the places of a plan: documents carry ids only.
class Names
{
public:
    explicit Names(const Snapshot &s) : m_snapshot(s)
    {
        for (const Link &link : s.links)
            m_links.insert({s.sites[link.site.value].id.value, link.cmid.value}, &link);
    }
    [[nodiscard]] QString course(const Place &place) const
    {
        const Link *link = m_links.value({place.site, place.cmid.value_or(0)});
        if (!link)
            return place.site;
        const QString name = m_snapshot.courses[link->course.value].shortName;
        return m_snapshot.sites.size() > 1 ? QString(place.site + u':' + name) : name;
    }
    [[nodiscard]] QString room(const Place &place) const
    {
        const Link *link = m_links.value({place.site, place.cmid.value_or(0)});
        return link ? shortRoomName(roomNameOf(m_snapshot, *link)) : place.room.value_or(QString());
    }

private:
    const Snapshot &m_snapshot;
    QHash<LinkKey, const Link *> m_links;
};

void printPlan(const Plan &plan, const Snapshot &snapshot, Output &out)
{
    const text::Language language = out.language();
    const Names names(snapshot);
    if (plan.steps.empty())
        out.line(say(Say::NothingToDo, language));
    if (!plan.steps.empty()) {
        out.line(labelled(language, Say::Steps, QString::number(plan.steps.size())));
        std::vector<QStringList> lines;
        for (const Step &step : plan.steps) {
            const AddMember *add = std::get_if<AddMember>(&step.change.what);
            QString kind = text::of(kindOf(step.change), language).name;
            if (add && add->as == MemberRole::Moderator)
                kind += QLatin1String(" (") + text::of(MemberRole::Moderator, language).name + u')';
            lines.push_back({step.id, kind, personText(step.change), names.course(step.change.place),
                             names.room(step.change.place)});
        }
        out.table({QStringLiteral("id"), say(Say::Difference, language), say(Say::Person, language),
                   say(Say::Course, language), say(Say::Room, language)},
                  lines);
        const QString messages =
            text::plural(language, plan.noise.messages,
                         language == text::Language::French ? QStringLiteral("%1 message visible")
                                                            : QStringLiteral("%1 visible message"),
                         language == text::Language::French ? QStringLiteral("%1 messages visibles")
                                                            : QStringLiteral("%1 visible messages"));
        const QString notes = text::plural(language, plan.noise.notifications, QStringLiteral("%1 notification"),
                                           QStringLiteral("%1 notifications"));
        out.line();
        out.line(say(Say::Noise, language).arg(messages, notes));
    }
    if (!plan.withheld.empty()) {
        out.line();
        out.line(labelled(language, Say::Withheld, QString::number(plan.withheld.size())));
        std::vector<QStringList> lines;
        for (const Withheld &w : plan.withheld) {
            const QStringList args = w.detail.isEmpty() ? QStringList() : QStringList{w.detail};
            lines.push_back({w.id, text::of(kindOf(w.change), language).name, personText(w.change),
                             names.course(w.change.place), text::of(w.rule, language, args).sentence});
        }
        out.table({QStringLiteral("id"),
                   say(Say::Difference, language),
                   say(Say::Person, language),
                   say(Say::Course, language),
                   {}},
                  lines);
    }
    if (!plan.findings.empty()) {
        std::map<QString, int> counts;
        for (const Finding &f : plan.findings)
            ++counts[text::of(f.code, language).name];
        QStringList parts;
        for (const auto &[name, n] : counts)
            parts << QStringLiteral("%1 %2").arg(name).arg(n);
        out.line();
        out.line(labelled(language, Say::Findings, parts.join(QStringLiteral(", "))));
    }
    QStringList notSelected;
    for (const auto &[kind, n] : plan.notSelected) {
        if (n > 0)
            notSelected << QStringLiteral("%1 %2").arg(text::of(*fromCode<ChangeKind>(kind), language).name).arg(n);
    }
    if (!notSelected.isEmpty())
        out.line(labelled(language, Say::NotSelected, notSelected.join(QStringLiteral(", "))));
    printUnknown(plan.unknown, out);
}

Result<void> savePlan(const QString &file, const QByteArray &json)
{
    QSaveFile out(file);
    const bool opened = out.open(QIODevice::WriteOnly);
    if (opened)
        out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // it names people
    if (!opened || out.write(json) != json.size() || !out.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), file, 0, {}, {}});
    return {};
}

} // namespace

Result<Look> look(Context &context, Output &out, const QStringList &courses, const std::vector<ChangeClass> &classes,
                  const ObserveOptions &options, std::vector<LinkKey> *selected)
{
    const ProgressSink progress = out.progress();
    const auto surveyed = survey(context.servers(), context.profile(), context.memory(), progress, context.cancel());
    if (!surveyed)
        return fail(surveyed.error());
    std::vector<LinkKey> keys;
    if (courses.isEmpty())
        keys = everyKey(*surveyed);
    for (const QString &course : courses) {
        const auto found = resolveCourse(*surveyed, course);
        if (!found)
            return fail(found.error());
        keys.insert(keys.end(), found->begin(), found->end());
    }
    if (selected)
        *selected = keys;
    auto observed = observe(context.servers(), context.profile(), *surveyed, context.memory(), keys, options, progress,
                            context.cancel());
    out.endProgress();
    if (!observed)
        return fail(observed.error());
    Look result{std::move(*observed), {}};
    result.diff =
        diff(*result.observed.snapshot, context.profile().policy, result.observed.history, optionsFor(classes));
    for (const Unknown &site : result.observed.sites)
        result.diff.unknown.push_back(site);
    return result;
}

std::vector<LinkRow> rowsInScope(const Look &look)
{
    std::vector<LinkRow> rows;
    const Snapshot &s = *look.observed.snapshot;
    std::copy_if(look.diff.links.begin(), look.diff.links.end(), std::back_inserter(rows),
                 [&](const LinkRow &row) { return s.courses[s.links[row.link.value].course.value].inScope; });
    return rows;
}

int runCourses(Context &context, const Arguments &arguments, Output &out)
{
    std::optional<LinkState> state;
    if (arguments.has(QStringLiteral("--state"))) {
        state = fromCode<LinkState>(arguments.value(QStringLiteral("--state")));
        if (!state)
            return out.error(
                wrong(QString(QLatin1String("--state ") + arguments.value(QStringLiteral("--state")))).value());
    }
    if (!arguments.positional.isEmpty())
        return out.error(wrong(arguments.positional.front()).value());
    const auto looked = look(context, out, {}, defaultClasses(), {});
    if (!looked)
        return out.error(looked.error());
    const Snapshot &s = *looked->observed.snapshot;
    const Plan plan = makePlan(s, looked->diff, context.profile().policy, defaultClasses());
    const QString filter = folded(arguments.value(QStringLiteral("--filter")));
    std::vector<LinkRow> rows = rowsInScope(*looked);
    std::erase_if(rows, [&](const LinkRow &row) {
        const Link &link = s.links[row.link.value];
        const Course &course = s.courses[link.course.value];
        return (state && row.state != *state) ||
               (!filter.isEmpty() &&
                !folded(course.shortName + u' ' + course.fullName + u' ' + roomNameOf(s, link)).contains(filter));
    });
    if (out.json()) {
        QJsonArray links;
        for (const LinkRow &row : rows)
            links.append(linkJson(s, row, out.language()));
        out.document({{QStringLiteral("links"), links}, {QStringLiteral("totals"), totalsJson(s, rows)}});
    } else {
        printLinks(s, rows, out);
        printUnknown(plan.unknown, out);
    }
    return exitCodeOf(plan);
}

int runShow(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() != 1)
        return out.error(wrong(QStringLiteral("show COURSE")).value());
    std::vector<LinkKey> selected;
    ObserveOptions options;
    options.names = true;
    const auto looked = look(context, out, arguments.positional, defaultClasses(), options, &selected);
    if (!looked)
        return out.error(looked.error());
    const Snapshot &s = *looked->observed.snapshot;
    const Plan plan = makePlan(s, looked->diff, context.profile().policy, defaultClasses());
    QJsonArray links;
    std::vector<LinkRow> rows;
    for (const LinkRow &row : looked->diff.links) {
        const Link &link = s.links[row.link.value];
        const LinkKey key{s.sites[link.site.value].id.value, link.cmid.value};
        if (std::find(selected.begin(), selected.end(), key) == selected.end())
            continue;
        rows.push_back(row);
        const std::vector<PersonRow> people = peopleOf(s, context.profile().policy, looked->observed.history, row.link);
        if (out.json()) {
            QJsonArray list;
            for (const PersonRow &person : people)
                list.append(personRowJson(person, out.language()));
            QJsonObject o = linkJson(s, row, out.language());
            o.insert(QStringLiteral("people"), list);
            links.append(o);
            continue;
        }
        printLinks(s, {row}, out);
        out.line();
        const text::Language language = out.language();
        const auto role = [&](const std::optional<MemberRole> &r) {
            return r ? text::of(*r, language).name : QStringLiteral("—");
        };
        std::vector<QStringList> lines;
        for (const PersonRow &p : people) {
            QString difference = p.kind      ? text::of(*p.kind, language).name
                                 : p.finding ? text::of(*p.finding, language).name
                                             : QString();
            if (p.rule)
                difference += QLatin1String(" (") + text::of(*p.rule, language).name + u')';
            lines.push_back({p.name, p.person.username, role(p.expected), role(p.observed), difference});
        }
        out.table({say(Say::Person, language),
                   {},
                   say(Say::Expected, language),
                   say(Say::Observed, language),
                   say(Say::Difference, language)},
                  lines);
        out.line();
    }
    if (out.json())
        out.document({{QStringLiteral("links"), links}, {QStringLiteral("totals"), totalsJson(s, rows)}});
    else
        printUnknown(plan.unknown, out);
    return exitCodeOf(plan);
}

int runPlan(Context &context, const Arguments &arguments, Output &out)
{
    const bool all = arguments.has(QStringLiteral("--all"));
    if (all != arguments.positional.isEmpty())
        return out.error(wrong(QStringLiteral("plan COURSE... | --all")).value());
    const auto classes = classesFrom(arguments);
    if (!classes)
        return out.error(classes.error());
    const auto looked = look(context, out, arguments.positional, *classes, {});
    if (!looked)
        return out.error(looked.error());
    const Plan plan = makePlan(*looked->observed.snapshot, looked->diff, context.profile().policy, *classes);
    const QByteArray json = planToJson(plan);
    const QString file = arguments.value(QStringLiteral("-o"));
    if (!file.isEmpty()) {
        if (auto saved = savePlan(file, json); !saved)
            return out.error(saved.error());
    }
    if (out.json()) {
        out.bytes(json);
    } else {
        printPlan(plan, *looked->observed.snapshot, out);
        if (!file.isEmpty()) {
            out.line();
            out.line(say(Say::Saved, out.language()).arg(file));
            if (!plan.steps.empty() || !plan.withheld.empty())
                out.line(say(Say::ApplyHint, out.language()).arg(file));
        }
    }
    return exitCodeOf(plan);
}

} // namespace liaison::app
