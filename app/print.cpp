#include "app/print.h"

#include "core/reconcile/rights.h"
#include "core/reconcile/roomdiff.h"
#include "ui/text/explained.h"
#include "ui/text/format.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace liaison::app {
namespace {

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

} // namespace

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
namespace {

/// Names for the places of a plan: documents carry ids only.
class Names
{
public:
    explicit Names(const Snapshot &s) : m_snapshot(s)
    {
        for (const Link &link : s.links)
            m_links.insert({s.sites[link.site.value].id.value, link.cmid.value}, &link);
    }
    /// The login, and the person's name where it was read: logins are often numbers.
    [[nodiscard]] QString person(const Change &change) const
    {
        const PersonKey *person = personOf(change);
        if (!person)
            return {};
        const auto account = m_snapshot.accountById.constFind(person->chat.value_or(QString()));
        const QString name =
            account == m_snapshot.accountById.constEnd() ? QString() : m_snapshot.accounts[account->value].name;
        return name.isEmpty() || name == person->username
                   ? person->username
                   : QString(person->username + QLatin1String(" (") + name + u')');
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

} // namespace

void printUnknown(const std::vector<Unknown> &unknown, Output &out, const Snapshot *snapshot)
{
    constexpr qsizetype mostNames = 6;
    const text::Language language = out.language();
    std::optional<Names> names;
    if (snapshot)
        names.emplace(*snapshot);
    struct Where
    {
        int count = 0;
        QStringList courses;
    };
    std::map<QString, Where> reasons;
    for (const Unknown &u : unknown) {
        const text::Text t =
            u.detail == u"not-private" ? text::unknownText(u.reason, u.detail, language) : text::of(u.reason, language);
        Where &where = reasons[t.remedy.isEmpty() ? t.sentence : QString(t.sentence + u' ' + t.remedy)];
        ++where.count;
        const QString course = names ? names->course(u.place) : QString();
        if (!course.isEmpty() && !where.courses.contains(course))
            where.courses << course;
    }
    if (reasons.empty())
        return;
    out.line();
    out.line(labelled(language, Say::Unknown, QString::number(unknown.size())));
    for (const auto &[sentence, where] : reasons) {
        out.line(QStringLiteral("  %1 × %2").arg(where.count).arg(sentence));
        if (where.courses.isEmpty())
            continue;
        QString list = where.courses.mid(0, mostNames).join(QStringLiteral(", "));
        if (where.courses.size() > mostNames)
            list += QStringLiteral(", …");
        out.line(QLatin1String("      ") + harmless(list));
    }
}

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
            lines.push_back({step.id, kind, names.person(step.change), names.course(step.change.place),
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
            lines.push_back({w.id, text::of(kindOf(w.change), language).name, names.person(w.change),
                             names.course(w.change.place), text::of(w.rule, language, args).sentence});
        }
        out.table({QStringLiteral("id"),
                   say(Say::Difference, language),
                   say(Say::Person, language),
                   say(Say::Course, language),
                   {}},
                  lines);
        std::map<QString, int> rights; // each grant to ask for, once
        for (const Withheld &w : plan.withheld) {
            if (w.rule == Rule::NoRight && !w.detail.isEmpty())
                ++rights[w.detail];
        }
        for (const auto &[right, n] : rights)
            out.line(say(Say::Remedy, language) +
                     text::of(Rule::NoRight, language, {right, roleToGrant(snapshot)}).remedy);
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
        // Whoever is added there cannot read at once: to be known before, not after.
        const bool sealed = std::any_of(plan.findings.begin(), plan.findings.end(), [&](const Finding &f) {
            return f.code == FindingCode::Encrypted &&
                   std::any_of(plan.steps.begin(), plan.steps.end(), [&](const Step &step) {
                       return std::holds_alternative<AddMember>(step.change.what) &&
                              step.change.place.room == f.place.room;
                   });
        });
        if (sealed) {
            const text::Text encrypted = text::of(FindingCode::Encrypted, language);
            out.line(QString(encrypted.sentence + u' ' + encrypted.remedy));
        }
    }
    QStringList notSelected;
    for (const auto &[kind, n] : plan.notSelected) {
        if (n > 0)
            notSelected << QStringLiteral("%1 %2").arg(text::of(*fromCode<ChangeKind>(kind), language).name).arg(n);
    }
    if (!notSelected.isEmpty())
        out.line(labelled(language, Say::NotSelected, notSelected.join(QStringLiteral(", "))));
    printUnknown(plan.unknown, out, &snapshot);
}

void printResult(const ApplyResult &result, const std::map<QString, Change> &changes, Output &out)
{
    const text::Language language = out.language();
    std::vector<QStringList> lines;
    for (const StepResult &step : result.steps) {
        if (step.outcome == Outcome::Done)
            continue;
        const auto it = changes.find(step.id);
        const PersonKey *person = it == changes.end() ? nullptr : personOf(it->second);
        const QString who = !person                      ? QString()
                            : person->username.isEmpty() ? person->chat.value_or(QString())
                                                         : person->username;
        lines.push_back({step.id, text::of(step.outcome, language).name,
                         it == changes.end() ? QString() : text::of(kindOf(it->second), language).name, who,
                         step.detail.isEmpty() ? QString() : text::detail(step.detail, language).sentence});
    }
    if (!lines.empty()) {
        out.table({QStringLiteral("id"),
                   say(Say::State, language),
                   say(Say::Difference, language),
                   say(Say::Person, language),
                   {}},
                  lines);
        out.line();
    }
    out.line(say(Say::Result, language)
                 .arg(result.run)
                 .arg(result.done)
                 .arg(result.skipped)
                 .arg(result.stale)
                 .arg(result.failed)
                 .arg(result.planned));
}

int endOf(const ApplyResult &result, Output &out)
{
    if (result.journalTrouble && !out.json())
        (void)out.error(*result.journalTrouble);
    return result.done == result.planned && !result.journalTrouble ? 0 : 4;
}

} // namespace liaison::app
