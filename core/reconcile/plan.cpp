#include "core/reconcile/plan.h"

#include "core/base/uithread.h"
#include "core/reconcile/factsdigest.h"
#include "core/reconcile/roomdiff.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

namespace liaison {
namespace {

/// (site, cmid) with absent ones first.
using PlaceKey = std::tuple<QString, bool, qint64>;
PlaceKey placeKey(const Place &p)
{
    return PlaceKey(p.site, p.cmid.has_value(), p.cmid.value_or(0));
}

bool stepBefore(const Entry &a, const Entry &b)
{
    const auto kindA = kindOf(a.change), kindB = kindOf(b.change);
    if (kindA != kindB)
        return kindA < kindB;
    const PersonKey *pa = personOf(a.change), *pb = personOf(b.change);
    if (pa && pb && !(*pa == *pb))
        return personBefore(pa, pb);
    return placeKey(a.change.place) < placeKey(b.change.place);
}

void countNotSelected(Plan &plan, const Entry &entry)
{
    if (!entry.guest)
        ++plan.notSelected[codeOf(kindOf(entry.change))];
}

Finding guestFinding(const Entry &entry)
{
    const PersonKey *person = personOf(entry.change);
    return {FindingCode::Guest, entry.change.place, *person, entry.change.cause, entry.change.certainty, {}};
}

/// What is not ticked: counted, and guests shown as what they are.
void leaveOut(Plan &plan, const Entry &entry)
{
    countNotSelected(plan, entry);
    if (entry.guest)
        plan.findings.push_back(guestFinding(entry));
}

/// `entries` can only be carried out after `first`: without it they are left out, and what holds it back holds them.
void waitFor(Plan &plan, const std::optional<Entry> &first, std::vector<Entry> &entries,
             const std::function<bool(const Entry &)> &waits)
{
    std::vector<Entry> kept;
    for (Entry &entry : entries) {
        if (waits(entry)) {
            if (!first) {
                leaveOut(plan, entry);
                continue;
            }
            if (first->rule && !entry.rule) {
                entry.rule = first->rule;
                entry.detail = first->detail;
            }
        }
        kept.push_back(std::move(entry));
    }
    entries = std::move(kept);
}

QString loginOf(const Entry &entry)
{
    return personOf(entry.change)->username.toLower();
}

/// One account per login, whatever the number of rooms and sites that want it: held back only where every room is.
std::map<QString, Entry> accountsToCreate(const Diff &diff)
{
    std::map<QString, Entry> accounts;
    for (const RoomDiff &room : diff.rooms) {
        for (const Entry &entry : room.entries) {
            if (kindOf(entry.change) != ChangeKind::CreateAccount)
                continue;
            const auto [it, isNew] = accounts.try_emplace(loginOf(entry), entry);
            if (!isNew && it->second.rule && !entry.rule)
                it->second = entry;
        }
    }
    return accounts;
}

std::optional<Entry> unarchiveOf(const std::vector<Entry> &entries)
{
    const auto it = std::find_if(entries.begin(), entries.end(),
                                 [](const Entry &e) { return kindOf(e.change) == ChangeKind::Unarchive; });
    return it == entries.end() ? std::nullopt : std::optional(*it);
}

void addAfterCreating(Plan &plan, const std::map<QString, Entry> &accounts, std::vector<Entry> &entries)
{
    const auto lacksAccount = [](const Entry &e) {
        return kindOf(e.change) == ChangeKind::Add && !personOf(e.change)->chat;
    };
    std::set<QString> logins;
    for (const Entry &entry : entries) {
        if (lacksAccount(entry))
            logins.insert(loginOf(entry));
    }
    for (const QString &login : logins) {
        const auto account = accounts.find(login);
        waitFor(plan, account == accounts.end() ? std::nullopt : std::optional(account->second), entries,
                [&](const Entry &e) { return lacksAccount(e) && loginOf(e) == login; });
    }
}

/// What is to be done in one room, at the place of its first link.
struct RoomEntries
{
    PlaceKey first;
    std::vector<Entry> entries;
};

void sortLists(Plan &plan)
{
    std::sort(plan.withheld.begin(), plan.withheld.end(), [](const Withheld &a, const Withheld &b) {
        const auto code = [](const Withheld &w) { return std::pair(codeOf(w.rule), codeOf(kindOf(w.change))); };
        if (placeKey(a.change.place) != placeKey(b.change.place))
            return placeKey(a.change.place) < placeKey(b.change.place);
        if (code(a) != code(b))
            return code(a) < code(b);
        return personBefore(personOf(a.change), personOf(b.change));
    });
    std::sort(plan.findings.begin(), plan.findings.end(), [](const Finding &a, const Finding &b) {
        if (placeKey(a.place) != placeKey(b.place))
            return placeKey(a.place) < placeKey(b.place);
        if (a.code != b.code)
            return codeOf(a.code) < codeOf(b.code);
        return personBefore(a.person ? &*a.person : nullptr, b.person ? &*b.person : nullptr);
    });
    std::sort(plan.unknown.begin(), plan.unknown.end(), [](const Unknown &a, const Unknown &b) {
        if (placeKey(a.place) != placeKey(b.place))
            return placeKey(a.place) < placeKey(b.place);
        return codeOf(a.reason) < codeOf(b.reason);
    });
}

} // namespace

bool personBefore(const PersonKey *a, const PersonKey *b)
{
    const auto key = [](const PersonKey *p) {
        return std::tuple(p && p->moodle, p ? p->moodle.value_or(0) : 0, p && p->chat,
                          p ? p->chat.value_or(QString()) : QString(), p ? p->username : QString());
    };
    return key(a) < key(b);
}

std::vector<ChangeClass> defaultClasses()
{
    return {ChangeClass::Add, ChangeClass::Promote};
}

bool stopsRoom(int r, int m, const Thresholds &t)
{
    return r > t.roomMax || (r * 100 > t.roomPercent * m && r > t.roomFloor) || (m >= t.roomHalfFrom && r * 2 > m);
}

Noise noiseOf(const Change &change)
{
    switch (kindOf(change)) {
    case ChangeKind::Add: {
        const bool moderator = std::get<AddMember>(change.what).as == MemberRole::Moderator;
        return {moderator ? 2 : 1, 1};
    }
    case ChangeKind::Remove:
    case ChangeKind::Promote:
    case ChangeKind::Demote:
    case ChangeKind::Archive:
    case ChangeKind::Unarchive:
        return {1, 0};
    case ChangeKind::SetRetention:
    case ChangeKind::CreateAccount:
    case ChangeKind::CreateRoom:
        break;
    }
    return {0, 0};
}

Plan makePlan(const Snapshot &s, const Diff &diff, const Policy &policy, std::vector<ChangeClass> classes)
{
    notOnUiThread("making a plan");
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    const auto selected = [&](const Change &c) {
        return std::find(classes.begin(), classes.end(), classOf(kindOf(c))) != classes.end();
    };

    Plan plan;
    plan.origin = QStringLiteral("diff");
    plan.classes = classes;
    for (const Site &site : s.sites)
        plan.moodleServers[site.id.value] = site.url;
    plan.chatServer = s.chatUrl;
    plan.basedOn = factsDigest(s);
    for (const auto &[kind, code] : Codes<ChangeKind>::all) {
        plan.counts[QString::fromLatin1(code)] = 0;
        plan.notSelected[QString::fromLatin1(code)] = 0;
    }

    std::vector<Entry> early; // accounts first: one per person, before all rooms
    std::map<QString, Entry> accounts;
    for (const auto &[login, entry] : accountsToCreate(diff)) {
        if (selected(entry.change)) {
            early.push_back(entry);
            accounts.emplace(login, entry);
        } else {
            leaveOut(plan, entry);
        }
    }
    std::sort(early.begin(), early.end(), stepBefore);

    std::vector<RoomEntries> rooms;
    int runTotal = 0;
    for (const RoomDiff &room : diff.rooms) {
        plan.findings.insert(plan.findings.end(), room.findings.begin(), room.findings.end());
        plan.unknown.insert(plan.unknown.end(), room.unknown.begin(), room.unknown.end());
        std::vector<Entry> ticked;
        for (const Entry &entry : room.entries) {
            if (kindOf(entry.change) == ChangeKind::CreateAccount)
                continue;
            if (selected(entry.change))
                ticked.push_back(entry);
            else
                leaveOut(plan, entry);
        }
        if (room.waitsForUnarchive)
            waitFor(plan, unarchiveOf(ticked), ticked,
                    [](const Entry &e) { return kindOf(e.change) != ChangeKind::Unarchive; });
        addAfterCreating(plan, accounts, ticked);
        const int r = static_cast<int>(std::count_if(
            ticked.begin(), ticked.end(), [](const Entry &e) { return !e.rule && takesAway(kindOf(e.change)); }));
        const bool stops = stopsRoom(r, room.thresholdBase, policy.thresholds);
        if (stops) {
            for (Entry &e : ticked) {
                if (!e.rule && takesAway(kindOf(e.change)))
                    e.rule = Rule::ThresholdRoom;
            }
        } else {
            runTotal += r;
        }
        std::sort(ticked.begin(), ticked.end(), stepBefore);
        rooms.push_back({placeKey(placeOf(s, s.links[room.links.front().value])), std::move(ticked)});
    }
    if (runTotal > policy.thresholds.runMax) {
        for (RoomEntries &room : rooms) {
            for (Entry &e : room.entries) {
                if (!e.rule && takesAway(kindOf(e.change)))
                    e.rule = Rule::ThresholdRun;
            }
        }
    }
    plan.findings.insert(plan.findings.end(), diff.findings.begin(), diff.findings.end());
    plan.unknown.insert(plan.unknown.end(), diff.unknown.begin(), diff.unknown.end());
    for (const Entry &entry : diff.beforeRooms) {
        if (selected(entry.change))
            rooms.push_back({placeKey(entry.change.place), {entry}});
        else
            leaveOut(plan, entry);
    }
    std::sort(rooms.begin(), rooms.end(), [](const RoomEntries &a, const RoomEntries &b) { return a.first < b.first; });

    const auto take = [&](const Entry &entry) {
        if (entry.rule) {
            plan.withheld.push_back({entry.id, entry.change, *entry.rule, entry.detail});
            return;
        }
        const Noise noise = noiseOf(entry.change);
        plan.noise.messages += noise.messages;
        plan.noise.notifications += noise.notifications;
        ++plan.counts[codeOf(kindOf(entry.change))];
        plan.steps.push_back({entry.id, entry.change});
    };
    std::for_each(early.begin(), early.end(), take);
    for (const RoomEntries &room : rooms)
        std::for_each(room.entries.begin(), room.entries.end(), take);

    sortLists(plan);
    plan.counts[QStringLiteral("withheld")] = static_cast<int>(plan.withheld.size());
    plan.counts[QStringLiteral("findings")] = static_cast<int>(plan.findings.size());
    plan.counts[QStringLiteral("unknown")] = static_cast<int>(plan.unknown.size());
    return plan;
}

int exitCodeOf(const Plan &plan)
{
    if (!plan.withheld.empty())
        return 3;
    if (!plan.steps.empty())
        return 2;
    return plan.unknown.empty() ? 0 : 5;
}

} // namespace liaison
