#include "ui/courses/courseticket.h"

#include "ui/courses/externallinks.h"

#include <algorithm>

namespace liaison::ui {
namespace {

bool isOf(const LinkFacts &facts, const Place &place)
{
    return place.site == facts.site.id.value && place.cmid == facts.link.cmid.value;
}

template <class Take> void eachFinding(const LinkFacts &facts, Take take)
{
    if (const RoomDiff *room = facts.differences()) {
        for (const Finding &finding : room->findings) {
            if (isOf(facts, finding.place))
                take(finding);
        }
    }
    for (const Finding &finding : facts.view.diff.findings) {
        if (isOf(facts, finding.place))
            take(finding);
    }
}

} // namespace

std::vector<FindingCode> findingsOf(const LinkFacts &facts)
{
    std::vector<FindingCode> codes;
    eachFinding(facts, [&](const Finding &finding) {
        if (finding.code != FindingCode::Guest && std::find(codes.begin(), codes.end(), finding.code) == codes.end())
            codes.push_back(finding.code);
    });
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::vector<const Finding *> roomFindings(const LinkFacts &facts)
{
    std::vector<const Finding *> out;
    eachFinding(facts, [&](const Finding &finding) {
        if (!finding.person)
            out.push_back(&finding);
    });
    return out;
}

std::vector<const Entry *> roomChanges(const LinkFacts &facts)
{
    std::vector<const Entry *> out;
    const auto take = [&](const Entry &entry) {
        if (!personOf(entry.change) && isOf(facts, entry.change.place))
            out.push_back(&entry);
    };
    for (const Entry &entry : facts.view.diff.beforeRooms)
        take(entry);
    if (const RoomDiff *room = facts.differences()) {
        for (const Entry &entry : room->entries)
            take(entry);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Entry *a, const Entry *b) { return kindOf(a->change) < kindOf(b->change); });
    return out;
}

text::TicketFacts ticketFacts(const LinkFacts &facts, const PersonRow *person)
{
    const LinkRow &row = facts.row;
    text::TicketFacts out;
    out.site = facts.site.id.value;
    out.course = facts.course.id.value;
    out.shortname = facts.course.shortName;
    out.fullname = facts.course.fullName;
    out.activity = facts.link.activityName;
    out.cmid = facts.link.cmid.value;
    out.room = facts.roomId();
    if (facts.room)
        out.roomName = facts.room->name;
    const OpenTargets targets =
        openTargets(facts.site.url, facts.link.cmid.value, facts.view.snapshot->chatUrl, out.room, out.roomName);
    out.moodleUrl = targets.moodle.value_or(QUrl());
    out.chatUrl = targets.web.value_or(QUrl());
    out.readAt = facts.room && facts.room->members.isKnown() ? facts.room->members.readAt() : facts.link.readAt;
    out.state = row.state;
    out.source = facts.link.source;
    out.unknown = row.reason;
    out.expected = row.expected;
    out.members = row.members;
    out.add = row.add.value_or(0);
    out.promote = row.promote.value_or(0);
    out.demote = row.demote.value_or(0);
    out.remove = row.remove.value_or(0);
    out.guests = row.guests.value_or(0);
    out.findings = findingsOf(facts);
    if (person) {
        text::TicketPerson who;
        who.name = person->name;
        who.username = person->person.username;
        who.expected = person->expected;
        who.observed = person->observed;
        who.change = person->kind;
        who.rule = person->rule;
        who.finding = person->finding;
        who.cause = person->cause;
        who.certainty = person->certainty;
        out.person = who;
    }
    return out;
}

} // namespace liaison::ui
