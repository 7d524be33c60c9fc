#include "app/commands.h"

#include "app/documents.h"
#include "app/print.h"
#include "app/severaltext.h"
#include "core/reconcile/planjson.h"
#include "core/run/resolve.h"
#include "core/snapfile/answers.h"

#include <QFile>
#include <QJsonArray>
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

Result<Look> lookIn(const Published &published, const QStringList &courses, const std::vector<ChangeClass> &classes,
                    std::vector<LinkKey> *selected)
{
    std::vector<LinkKey> keys;
    for (const QString &course : courses) {
        const auto found = resolveCourse(*published.campus.survey, course);
        if (!found)
            return fail(found.error());
        keys.insert(keys.end(), found->begin(), found->end());
    }
    if (selected)
        *selected = keys;
    Look result{snapfile::observedIn(published.campus, keys), {}};
    result.diff =
        diff(*result.observed.snapshot, published.campus.view->policy, result.observed.history, optionsFor(classes));
    result.diff.unknown.insert(result.diff.unknown.end(), result.observed.sites.begin(), result.observed.sites.end());
    return result;
}

} // namespace

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

Result<Look> look(Context &context, Output &out, const QStringList &courses, const std::vector<ChangeClass> &classes,
                  const ObserveOptions &options, std::vector<LinkKey> *selected)
{
    if (const Published *published = context.published())
        return lookIn(*published, courses, classes, selected);
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
    const bool onlySeveral = arguments.has(QStringLiteral("--several"));
    std::vector<SeveralRooms> several;
    if (onlySeveral)
        several = coursesWithSeveralRooms(s);
    const auto isOneOfSeveral = [&](const Link &link) {
        return std::any_of(several.begin(), several.end(),
                           [&](const SeveralRooms &of) { return of.course == link.course; });
    };
    std::erase_if(rows, [&](const LinkRow &row) {
        const Link &link = s.links[row.link.value];
        const Course &course = s.courses[link.course.value];
        return (state && row.state != *state) || (onlySeveral && !isOneOfSeveral(link)) ||
               (!filter.isEmpty() &&
                !folded(course.shortName + u' ' + course.fullName + u' ' + roomNameOf(s, link)).contains(filter));
    });
    std::erase_if(several, [&](const SeveralRooms &of) { // a filter narrows both
        return std::none_of(rows.begin(), rows.end(),
                            [&](const LinkRow &row) { return s.links[row.link.value].course == of.course; });
    });
    if (out.json()) {
        QJsonArray links;
        for (const LinkRow &row : rows)
            links.append(linkJson(s, row, out.language()));
        QJsonObject document{{QStringLiteral("links"), links}, {QStringLiteral("totals"), totalsJson(s, rows)}};
        if (onlySeveral)
            document.insert(QStringLiteral("several"), severalJson(s, several));
        out.document(document);
    } else {
        printLinks(s, rows, out);
        for (const SeveralRooms &of : several)
            out.line(harmless(severalText(out.language(), s, of)));
        std::vector<Unknown> unknown = plan.unknown; // of the links shown
        if (state || onlySeveral || !filter.isEmpty()) {
            std::erase_if(unknown, [&](const Unknown &u) {
                return std::none_of(rows.begin(), rows.end(), [&](const LinkRow &row) {
                    const Link &link = s.links[row.link.value];
                    return u.place.cmid == link.cmid.value && u.place.site == s.sites[link.site.value].id.value;
                });
            });
        }
        printUnknown(unknown, out, &s);
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
        printUnknown(plan.unknown, out, &s);
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
