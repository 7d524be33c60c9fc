#include "app/commands.h"

#include "app/documents_inventory.h"
#include "app/inventorytext.h"
#include "app/print.h"
#include "core/run/resolve.h"
#include "core/run/roomfilter.h"
#include "core/snapfile/answers.h"
#include "ui/text/format.h"
#include "ui/text/rolelabel.h"

#include <QJsonArray>
#include <algorithm>

namespace liaison::app {
namespace {

int wrong(Output &out, const QString &what)
{
    return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
}

QString number(const std::optional<int> &n)
{
    return n ? QString::number(*n) : QStringLiteral("?");
}

/// What the pages of the console start from: everything that was read, and the survey beside it.
struct Reading
{
    Survey survey;
    Observed observed;
    Diff diff;
};

Result<Reading> readIn(const CampusReading &campus, const QString &course, std::vector<LinkKey> *selected)
{
    std::vector<LinkKey> keys;
    if (!course.isEmpty()) {
        auto found = resolveCourse(*campus.survey, course);
        if (!found)
            return fail(found.error());
        keys = std::move(*found);
    }
    if (selected)
        *selected = course.isEmpty() ? everyKey(*campus.survey) : keys;
    Reading reading{*campus.survey, snapfile::observedIn(campus, keys), {}};
    reading.diff = diff(*reading.observed.snapshot, campus.view->policy, reading.observed.history);
    for (const Unknown &site : reading.observed.sites)
        reading.diff.unknown.push_back(site);
    return reading;
}

Result<Reading> readAll(Context &context, Output &out, const QString &course, bool people,
                        std::vector<LinkKey> *selected = nullptr)
{
    if (const Published *published = context.published())
        return readIn(published->campus, course, selected);
    const ProgressSink progress = out.progress();
    auto surveyed = survey(context.servers(), context.profile(), context.memory(), progress, context.cancel());
    if (!surveyed)
        return fail(surveyed.error());
    std::vector<LinkKey> keys = everyKey(*surveyed);
    if (!course.isEmpty()) {
        auto found = resolveCourse(*surveyed, course);
        if (!found)
            return fail(found.error());
        keys = std::move(*found);
    }
    if (selected)
        *selected = keys;
    ObserveOptions options;
    options.people = people;
    auto observed = observe(context.servers(), context.profile(), *surveyed, context.memory(), keys, options, progress,
                            context.cancel());
    out.endProgress();
    if (!observed)
        return fail(observed.error());
    Reading reading{std::move(*surveyed), std::move(*observed), {}};
    reading.diff = diff(*reading.observed.snapshot, context.profile().policy, reading.observed.history);
    for (const Unknown &site : reading.observed.sites)
        reading.diff.unknown.push_back(site);
    return reading;
}

std::vector<Unknown> unknownOf(const Context &context, const Reading &reading)
{
    return makePlan(*reading.observed.snapshot, reading.diff, context.profile().policy, defaultClasses()).unknown;
}

QString courseOf(const Survey &survey, const LinkKey &key)
{
    for (const SurveyedLink &link : survey.links) {
        if (link.key == key)
            return survey.sites.size() > 1 ? QString(key.site + u':' + link.shortName) : link.shortName;
    }
    return {};
}

QStringList notesOf(const RoomRow &room, text::Language language)
{
    QStringList notes;
    const auto note = [&](bool is, Word what) {
        if (is)
            notes << word(what, language);
    };
    note(room.renamed, Word::Renamed);
    note(room.duplicate, Word::Duplicate);
    note(room.ownerless.value_or(false), Word::Ownerless);
    note(room.archived, Word::Archived);
    note(room.encrypted, Word::Encrypted);
    return notes;
}

void printRooms(const Reading &reading, const std::vector<const RoomRow *> &rooms, bool filtered, Output &out)
{
    const text::Language language = out.language();
    const auto states = linkStates(*reading.observed.snapshot, reading.diff);
    if (rooms.empty())
        out.line(word(filtered ? Word::NoRoomMatches : Word::NoRooms, language));
    std::vector<QStringList> lines;
    for (const RoomRow *room : rooms) {
        QStringList courses;
        for (const LinkKey &key : room->links)
            courses << courseOf(reading.survey, key);
        courses.removeDuplicates();
        lines.push_back({roomStateText(roomState(*room, states), language), shortRoomName(room->name),
                         courses.join(QStringLiteral(", ")), number(room->owners), number(room->members),
                         room->newest.isKnown() ? text::dateTime(language, room->newest) : QStringLiteral("—"),
                         room->creator, notesOf(*room, language).join(QStringLiteral(", "))});
    }
    if (!lines.empty()) {
        out.table({say(Say::State, language), say(Say::Room, language), say(Say::Course, language),
                   word(Word::Owners, language), say(Say::Members, language), word(Word::Newest, language),
                   word(Word::Creator, language), word(Word::Notes, language)},
                  lines);
        out.line();
        out.line(QStringLiteral("%1 %2").arg(word(Word::RoomsTotal, language)).arg(lines.size()));
    }
}

struct Inventory
{
    std::vector<RoomRow> rooms;
    CampusExtras extras;
};

Result<Inventory> inventoryOf(Context &context, const Reading &reading)
{
    if (const Published *published = context.published())
        return Inventory{published->campus.view->rooms, published->campus.extras};
    const auto remembered = context.memory().links();
    if (!remembered)
        return fail(remembered.error());
    QSet<QString> known;
    for (const store::RememberedLink &link : *remembered)
        known.insert(link.room);
    const Survey &survey = reading.survey;
    Inventory out;
    out.rooms = roomRows(survey, *reading.observed.snapshot, reading.diff, known);
    keepInside(out.rooms, *reading.observed.snapshot, context.profile().scope);
    out.extras = extrasOf(survey, out.rooms);
    return out;
}

} // namespace

int runRooms(Context &context, const Arguments &arguments, Output &out)
{
    if (!arguments.positional.isEmpty())
        return wrong(out, arguments.positional.front());
    RoomFilter filter;
    filter.orphan = arguments.has(QStringLiteral("--orphan"));
    filter.renamed = arguments.has(QStringLiteral("--renamed"));
    filter.duplicate = arguments.has(QStringLiteral("--duplicate"));
    filter.ownerless = arguments.has(QStringLiteral("--ownerless"));
    if (const QString idle = QStringLiteral("--idle"); arguments.has(idle)) {
        bool isNumber = false;
        const int days = arguments.value(idle).toInt(&isNumber);
        if (!isNumber || days < 1 || days > 36500)
            return wrong(out, QString(idle + u' ' + arguments.value(idle)));
        filter.idleDays = days;
    }
    const auto reading = readAll(context, out, {}, true);
    if (!reading)
        return out.error(reading.error());
    const auto inventory = inventoryOf(context, *reading);
    if (!inventory)
        return out.error(inventory.error());
    const std::vector<RoomRow> &all = inventory->rooms;
    const Instant now = inventory->extras.chatNow;
    std::vector<const RoomRow *> rooms;
    for (const RoomRow &room : all) {
        if (!room.outside && matches(room, filter, now))
            rooms.push_back(&room);
    }
    const std::optional<int> outside = inventory->extras.outside;
    const std::vector<Unknown> unknown = unknownOf(context, *reading);
    if (out.json()) {
        const auto states = linkStates(*reading->observed.snapshot, reading->diff);
        QJsonArray list;
        for (const RoomRow *room : rooms)
            list.append(roomJson(*room, roomState(*room, states), out.language()));
        out.document({{QStringLiteral("rooms"), list},
                      {QStringLiteral("outside"), outside ? QJsonValue(*outside) : QJsonValue(QJsonValue::Null)}});
    } else {
        printRooms(*reading, rooms, !filter.isEmpty(), out);
        out.line(outside ? word(Word::OutsideTotal, out.language()).arg(*outside)
                         : word(Word::OutsideUnknown, out.language()));
        if (outside && !inventory->extras.wholeServer)
            out.line(word(Word::OwnRoomsOnly, out.language()));
        printUnknown(unknown, out, reading->observed.snapshot.get());
    }
    return inventory->extras.inventoryPartial || !unknown.empty() ? 5 : 0;
}

namespace {

LinkRoles linkRoles(const Snapshot &s, const Link &link, const Policy &policy)
{
    LinkRoles roles;
    const Course &course = s.courses[link.course.value];
    roles.key = {s.sites[link.site.value].id.value, link.cmid.value};
    roles.course = course.id.value;
    roles.shortName = course.shortName;
    roles.known = !link.unknown;
    const std::vector<quint8> levels = roleLevels(s, link, policy);
    std::vector<std::pair<qint64, size_t>> order;
    for (size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] > 0)
            order.emplace_back(s.roles[i].id.value, i);
    }
    std::sort(order.begin(), order.end());
    for (const auto &[id, i] : order) {
        // A role that only a setting names has no short name that anybody told.
        const QString name = s.roles[i].shortName.isEmpty() ? QString::number(id) : s.roles[i].shortName;
        (levels[i] == 2 ? roles.moderator : roles.member) << name;
    }
    const LinkMapping mapping = mappingOf(s, link, policy);
    roles.moderatorFrom = mapping.isGuess ? LinkMapping::Level::Guess : mapping.moderatorFrom;
    roles.memberFrom = mapping.isGuess ? LinkMapping::Level::Guess : mapping.memberFrom;
    return roles;
}

void printRoles(const std::vector<RoleRow> &rows, const std::vector<LinkRoles> &links, size_t sites, Output &out)
{
    const text::Language language = out.language();
    if (rows.empty())
        return out.line(word(Word::NoRoles, language));
    std::vector<QStringList> lines;
    for (const RoleRow &row : rows) {
        const auto maps = roleOf(row.maps);
        const QString name = row.shortName.isEmpty() ? QString::number(row.role) : row.shortName;
        lines.push_back(
            {sites > 1 ? QString(row.site + u':' + name) : name, text::roleLabel(row.shortName, row.name, language),
             maps ? text::of(*maps, language).name : word(Word::Nobody, language), word(levelOf(row.from), language),
             QString::number(row.people), QString::number(row.linksDiffering)});
    }
    out.table({word(Word::Role, language), say(Say::Title, language), word(Word::Becomes, language),
               word(Word::From, language), word(Word::People, language), word(Word::LinksDiffering, language)},
              lines);
    if (links.empty())
        return;
    out.line();
    lines.clear();
    for (const LinkRoles &link : links) {
        const auto list = [&](const QStringList &names, LinkMapping::Level from) {
            if (!link.known)
                return QStringLiteral("?");
            const QString who = names.isEmpty() ? QStringLiteral("—") : names.join(QStringLiteral(", "));
            return QString(who + QStringLiteral(" (") + word(from, language) + u')');
        };
        lines.push_back({QStringLiteral("%1:%2").arg(link.key.site).arg(link.key.cmid), link.shortName,
                         list(link.moderator, link.moderatorFrom), list(link.member, link.memberFrom)});
    }
    out.table({say(Say::Link, language), say(Say::Course, language), word(Word::Moderators, language),
               word(Word::MembersList, language)},
              lines);
}

} // namespace

int runRoles(Context &context, const Arguments &arguments, Output &out)
{
    if (arguments.positional.size() > 1)
        return wrong(out, QStringLiteral("roles [COURSE]"));
    const QString course = arguments.positional.value(0);
    if (course == u"preview" || course == u"set") // their own words, never a course of that name
        return wrong(out, course);
    std::vector<LinkKey> selected;
    const auto reading = readAll(context, out, course, true, &selected);
    if (!reading)
        return out.error(reading.error());
    const Snapshot &s = *reading->observed.snapshot;
    const Policy &policy = context.profile().policy;
    std::vector<RoleRow> rows = roleRows(s, policy);
    std::vector<LinkRoles> links;
    QSet<QString> sites;
    std::vector<std::vector<quint8>> siteLevels;
    for (size_t i = 0; i < s.sites.size(); ++i)
        siteLevels.push_back(siteMapping(s, SiteIx(i), policy).levelOfRole);
    bool unread = !reading->observed.sites.empty();
    for (const Link &link : s.links) {
        const LinkKey key{s.sites[link.site.value].id.value, link.cmid.value};
        if (std::find(selected.begin(), selected.end(), key) == selected.end())
            continue;
        sites.insert(key.site);
        unread = unread || link.unknown || !s.courses[link.course.value].enrolments.isKnown();
        // All of a course; of a campus those that say something of their own.
        const bool differs = !link.unknown && roleLevels(s, link, policy) != siteLevels[link.site.value];
        if (!course.isEmpty() || differs)
            links.push_back(linkRoles(s, link, policy));
    }
    if (!course.isEmpty())
        std::erase_if(rows, [&](const RoleRow &row) { return !sites.contains(row.site); });
    if (out.json()) {
        QJsonArray roles, list;
        for (const RoleRow &row : rows)
            roles.append(roleJson(row, out.language()));
        for (const LinkRoles &link : links)
            list.append(linkRolesJson(link, out.language()));
        out.document({{QStringLiteral("roles"), roles}, {QStringLiteral("links"), list}});
    } else {
        printRoles(rows, links, s.sites.size(), out);
        printUnknown(unknownOf(context, *reading), out, reading->observed.snapshot.get());
    }
    return unread ? 5 : 0;
}

} // namespace liaison::app
