#include "ui/courses/linktabs.h"

#include "ui/courses/courseticket.h"
#include "ui/courses/coursewords.h"
#include "ui/courses/factslist.h"
#include "ui/text/format.h"
#include "ui/text/rolelabel.h"

#include <algorithm>

namespace liaison::ui {
namespace {

QString orDash(const QString &text)
{
    return text.isEmpty() ? QString(emDash) : text.simplified();
}

QString roleNames(const LinkFacts &facts, const std::vector<RoleId> &ids, text::Language language)
{
    QStringList names;
    for (RoleId id : ids) {
        const auto &roles = facts.view.snapshot->roles;
        const auto role = std::find_if(roles.begin(), roles.end(),
                                       [&](const Role &r) { return r.site == facts.link.site && r.id == id; });
        if (role == roles.end())
            names << QString::number(id.value);
        else
            names << text::roleLabel(role->shortName, role->name, language);
    }
    return orDash(names.join(QStringLiteral(", ")));
}

/// Names of the rooms of the course's other activities.
QStringList otherRooms(const LinkFacts &facts)
{
    const Snapshot &s = *facts.view.snapshot;
    QStringList names;
    for (const Link &link : s.links) {
        const auto *room = std::get_if<RoomIx>(&link.room);
        if (room && link.course == facts.link.course && &s.rooms[room->value] != facts.room &&
            !names.contains(s.rooms[room->value].name))
            names << s.rooms[room->value].name;
    }
    return names;
}

} // namespace

void LinkTabs::fillLink(FactsList &list, const LinkFacts &facts, text::Language language, Instant readAt, Instant now)
{
    list.clear();
    const text::Text state = text::of(facts.row.state, language);
    list.sentence(state.sentence, markOf(facts.row.state), language, Ink::Text);
    if (facts.row.reason) {
        const text::Text reason = text::of(*facts.row.reason, language);
        list.sentence(reason.sentence, std::nullopt, language);
        list.sentence(reason.remedy, std::nullopt, language);
    } else if (!state.remedy.isEmpty()) {
        list.sentence(state.remedy, std::nullopt, language);
    }

    const std::vector<const Entry *> changes = roomChanges(facts);
    if (!changes.empty()) {
        list.heading(tr("Changes of the room"));
        for (const Entry *entry : changes) {
            const ChangeKind kind = kindOf(entry->change);
            QString text = text::of(kind, language).sentence;
            if (entry->rule)
                text += u' ' + text::of(*entry->rule, language, {entry->detail}).sentence;
            list.sentence(text, entry->rule ? Mark::Withheld : markOf(kind), language);
        }
    }
    const std::vector<const Finding *> findings = roomFindings(facts);
    if (!findings.empty()) {
        list.heading(tr("Findings"));
        for (const Finding *finding : findings) {
            const text::Text text = text::of(finding->code, language, {finding->detail});
            list.sentence(QString(text.sentence + u' ' + text.remedy).trimmed(), Mark::Info, language);
        }
    }

    list.heading(tr("Link"));
    const text::Text source = text::of(facts.link.source, language);
    list.fact(tr("Source"), source.name,
              readAt.isKnown() ? text::age(language, now.ms - readAt.ms) : tr("age not known"));
    list.sentence(source.sentence, std::nullopt, language);
    if (!facts.link.confirmed)
        list.sentence(source.remedy, Mark::Watch, language);
    list.fact(tr("Course"),
              tr("%1 (no. %2)").arg(orDash(facts.course.shortName), QString::number(facts.course.id.value)));
    list.fact(tr("Activity"),
              tr("%1 (cmid %2)").arg(orDash(facts.link.activityName), QString::number(facts.link.cmid.value)));
    list.fact(tr("Site"), facts.site.id.value);
    list.fact(tr("Visible to students"), !facts.link.visibilityKnown ? QString(notKnown)
                                         : facts.link.hidden()       ? tr("no")
                                                                     : tr("yes"));
    const std::optional<int> groups = facts.course.groupMode;
    list.fact(tr("Groups"), !groups        ? QString(notKnown)
                            : *groups == 0 ? tr("no")
                            : *groups == 1 ? tr("separate groups")
                                           : tr("visible groups"));
    if (groups.value_or(0) > 0 && !facts.course.groupMembers)
        list.sentence(tr("The Moodle plugin takes no notice of groups: there is one room for all."), std::nullopt,
                      language);
    list.fact(tr("Room"), facts.room ? orDash(facts.room->name) : QString(emDash));
    if (facts.room && facts.site.naming)
        list.sentence(tr("The Moodle plugin makes the name of the room by a pattern: it is not that of the activity."),
                      std::nullopt, language);
    list.fact(tr("Room id"), orDash(facts.roomId()));
    if (facts.room) {
        const QString creator = facts.room->creatorName.isEmpty() ? facts.room->creator.value : facts.room->creatorName;
        list.fact(tr("Created by"), creator.isEmpty() ? QString(notKnown) : creator,
                  facts.room->created.isKnown() ? text::dateTime(language, facts.room->created) : QString());
        list.fact(tr("Archived"), facts.room->archived ? tr("yes") : tr("no"));
    }
    if (const QStringList others = facts.room ? otherRooms(facts) : QStringList(); !others.isEmpty()) {
        list.fact(tr("Other rooms of the course"), others.join(QStringLiteral(", ")));
        list.sentence(tr("One room for a course is enough: ask the teacher which activity to keep."), Mark::Info,
                      language);
    }
    if (const auto *several = std::get_if<AmbiguousRooms>(&facts.link.room)) {
        for (RoomIx room : several->rooms)
            list.fact(tr("Possible room"), facts.view.snapshot->rooms[room.value].name);
    }

    list.heading(tr("Roles that have a place in the room"));
    if (facts.link.roles) {
        list.fact(tr("Moderators"), roleNames(facts, facts.link.roles->moderator, language));
        list.fact(tr("Members"), roleNames(facts, facts.link.roles->member, language));
        list.sentence(tr("Set in the activity."), std::nullopt, language);
    } else {
        QStringList moderators, members;
        for (const RoleRow &role : facts.view.roles) {
            if (role.site != facts.site.id.value || role.maps == RoleRow::Maps::Nobody)
                continue;
            const QString name = text::roleLabel(role.shortName, role.name, language);
            (role.maps == RoleRow::Maps::Moderator ? moderators : members) << name;
        }
        list.fact(tr("Moderators"), orDash(moderators.join(QStringLiteral(", "))));
        list.fact(tr("Members"), orDash(members.join(QStringLiteral(", "))));
        list.sentence(tr("Rule of the site."), std::nullopt, language);
    }
    list.finish();
}

void LinkTabs::fillRetention(FactsList &list, const LinkFacts &facts, text::Language language)
{
    list.clear();
    const LinkKey key = facts.key();
    const auto &rows = facts.view.retention;
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const RetentionRow &r) { return r.link == key; });
    if (row == rows.end()) {
        list.sentence(facts.room ? tr("Retention was not read for this room.")
                                 : tr("Without a room there is nothing to keep."),
                      Mark::Unknown, language, Ink::Text);
        list.finish();
        return;
    }
    const text::Text verdict = text::of(text::Group::Verdict, codeOf(row->verdict), language);
    const bool ok = row->verdict == RetentionVerdict::Ok;
    const bool unknown = row->verdict == RetentionVerdict::Unknown || row->verdict == RetentionVerdict::NotMeasurable;
    list.sentence(verdict.sentence, ok ? Mark::Fine : unknown ? Mark::Unknown : Mark::Watch, language, Ink::Text);
    if (!verdict.remedy.isEmpty())
        list.sentence(verdict.remedy, std::nullopt, language);
    if (unknown && !row->reason.isEmpty())
        list.sentence(text::detail(row->reason, language).sentence, std::nullopt, language);
    const auto days = [&](bool known, std::optional<int> n, const QString &none) {
        return !known ? QString(notKnown) : n ? tr("%1 d", "days").arg(text::number(language, *n)) : none;
    };
    list.heading(tr("Messages are kept"));
    list.fact(tr("Wanted"), days(row->wantedKnown, row->wanted, tr("no value wanted")), tr("Moodle activity"));
    list.fact(tr("Stored"), days(row->storedKnown, row->stored, tr("no value of its own")), tr("room settings"));
    list.fact(tr("Effective"), days(row->effectiveKnown, row->effective, tr("nothing is deleted")),
              tr("server and room together"));
    list.finish();
}

} // namespace liaison::ui
