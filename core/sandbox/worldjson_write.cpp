#include "core/sandbox/worldjson.h"
#include "core/sandbox/jsontext.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace liaison::sandbox {
namespace {

/// Pointers in the order of `less`: worlds are big, nothing is copied to be sorted.
template <class T, class Key> std::vector<const T *> sorted(const std::vector<T> &list, Key key)
{
    std::vector<const T *> out;
    out.reserve(list.size());
    for (const T &item : list)
        out.push_back(&item);
    std::stable_sort(out.begin(), out.end(),
                     [&](const T *a, const T *b) { return std::invoke(key, *a) < std::invoke(key, *b); });
    return out;
}

template <class T, class Key, class Write>
void list(JsonText &out, const char *name, const std::vector<T> &items, Key key, Write write)
{
    out.key(name);
    out.open('[');
    for (const T *item : sorted(items, key)) {
        out.open('{');
        write(*item);
        out.close('}');
    }
    out.close(']');
}

void numbers(JsonText &out, const char *name, std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    out.key(name);
    out.open('[');
    for (const qint64 v : values)
        out.value(v);
    out.close(']');
}

void writeEnrolment(JsonText &out, const Enrolment &e)
{
    out.member("person", e.person);
    out.member("roles", e.roles);
    out.member("status", QByteArray(e.suspended ? "suspended" : "active"));
    out.member("method", e.method);
    out.member("start", e.start);
    out.member("end", e.end);
    numbers(out, "groups", e.groups);
}

void writeActivity(JsonText &out, const Activity &a)
{
    out.member("cmid", a.cmid);
    out.member("name", a.name);
    out.member("visible", a.visible);
    out.member("visibleOnCoursePage", a.visibleOnCoursePage);
    out.member("room", a.room);
    out.member("moderatorRoles", a.moderatorRoles);
    out.member("memberRoles", a.memberRoles);
    out.member("availability", a.availability);
    out.key("retention");
    if (a.retention) {
        out.open('{');
        out.member("enabled", a.retention->enabled);
        out.member("maxAge", a.retention->maxAge);
        out.member("filesOnly", a.retention->filesOnly);
        out.member("excludePinned", a.retention->excludePinned);
        out.close('}');
    } else {
        out.null();
    }
    out.member("created", a.created);
    if (a.modified.isKnown())
        out.member("modified", a.modified);
}

void writeCourse(JsonText &out, const Course &c)
{
    out.member("id", c.id);
    out.member("category", c.category);
    out.member("shortname", c.shortname);
    out.member("fullname", c.fullname);
    out.member("idnumber", c.idnumber);
    out.member("visible", c.visible);
    out.member("groupmode", c.groupmode);
    out.member("created", c.created);
    list(out, "groups", c.groups, &Group::id, [&](const Group &g) {
        out.member("id", g.id);
        out.member("name", g.name);
    });
    list(out, "groupings", c.groupings, &Grouping::id, [&](const Grouping &g) {
        out.member("id", g.id);
        out.member("name", g.name);
        numbers(out, "groups", g.groups);
    });
    list(out, "enrolments", c.enrolments, &Enrolment::person, [&](const Enrolment &e) { writeEnrolment(out, e); });
    list(out, "activities", c.activities, &Activity::cmid, [&](const Activity &a) { writeActivity(out, a); });
}

void writePlugin(JsonText &out, const Plugin &p)
{
    out.key("plugin");
    out.open('{');
    out.member("account", p.account);
    out.member("format", p.format);
    out.key("replacements");
    out.open('[');
    for (const auto &[from, to] : p.replacements)
        out.value(QStringList{from, to});
    out.close(']');
    out.member("regex", p.regex);
    out.member("moderatorRoles", p.moderatorRoles);
    out.member("memberRoles", p.memberRoles);
    out.close('}');
}

void writeReport(JsonText &out, const Report &r)
{
    out.member("id", r.id);
    out.member("source", r.source);
    out.key("titles");
    out.open('{');
    for (auto it = r.titles.begin(); it != r.titles.end(); ++it) {
        out.key(it.key());
        out.value(it.value());
    }
    out.close('}');
    out.member("activeOnly", r.activeOnly);
}

void writePerson(JsonText &out, const Person &p)
{
    out.member("id", p.id);
    out.member("username", p.username);
    out.member("firstname", p.firstname);
    out.member("lastname", p.lastname);
    out.member("email", p.email);
    out.member("idnumber", p.idnumber);
    out.member("suspended", p.suspended);
    out.member("deleted", p.deleted);
}

void writeBinItem(JsonText &out, const BinItem &b)
{
    out.member("cmid", b.cmid);
    out.member("course", b.course);
    out.member("name", b.name);
    out.member("room", b.room);
    out.member("kind", b.kind);
    out.member("deleted", b.deleted);
    out.member("expires", b.expires);
}

void writeRestoreTask(JsonText &out, const RestoreTask &t)
{
    out.member("id", t.id);
    out.member("requester", t.requester);
    out.member("externalCourse", t.externalCourse);
    out.member("externalName", t.externalName);
    out.member("externalUrl", t.externalUrl);
    out.member("category", t.category);
    out.member("status", t.status);
    out.member("course", t.course);
    out.member("withUserData", t.withUserData);
    out.member("enrolmentMode", t.enrolmentMode);
    out.member("created", t.created);
    out.member("modified", t.modified);
    out.member("processed", t.processed);
}

void writeAccess(JsonText &out, const Moodle &m)
{
    out.member("state", m.state);
    out.member("webServices", m.webServices);
    out.member("restProtocol", m.restProtocol);
    out.key("account");
    out.open('{');
    out.member("suspended", m.account.suspended);
    out.member("admin", m.account.admin);
    out.member("authorised", m.account.authorised);
    out.member("serviceEnabled", m.account.serviceEnabled);
    out.member("addressAllowed", m.account.addressAllowed);
    out.member("tokenUntil", m.account.tokenUntil);
    out.member("language", m.account.language);
    out.close('}');
}

void writeMoodle(JsonText &out, const Moodle &m)
{
    out.member("id", m.id);
    out.member("version", m.version);
    out.member("companion", m.companion);
    writeAccess(out, m);
    if (m.functions)
        out.member("functions", *m.functions);
    if (m.capabilities)
        out.member("capabilities", *m.capabilities);
    writePlugin(out, m.plugin);
    list(out, "reports", m.reports, &Report::id, [&](const Report &r) { writeReport(out, r); });
    list(out, "categories", m.categories, &Category::id, [&](const Category &c) {
        out.member("id", c.id);
        out.member("parent", c.parent);
        out.member("name", c.name);
    });
    list(out, "roles", m.roles, &Role::id, [&](const Role &r) {
        out.member("id", r.id);
        out.member("shortname", r.shortname);
        out.member("name", r.name);
    });
    const auto assignment = [](const RoleAssignment &r) { return std::tuple(r.person, r.category, r.role); };
    list(out, "roleAssignments", m.roleAssignments, assignment, [&](const RoleAssignment &r) {
        out.member("person", r.person);
        out.member("role", r.role);
        out.member("category", r.category);
    });
    list(out, "people", m.people, &Person::id, [&](const Person &p) { writePerson(out, p); });
    list(out, "courses", m.courses, &Course::id, [&](const Course &c) { writeCourse(out, c); });
    list(out, "recycleBin", m.recycleBin, &BinItem::cmid, [&](const BinItem &b) { writeBinItem(out, b); });
    list(out, "restoreTasks", m.restoreTasks, &RestoreTask::id,
         [&](const RestoreTask &t) { writeRestoreTask(out, t); });
    list(out, "sources", m.sources, &RestoreSource::url, [&](const RestoreSource &s) {
        out.member("url", s.url);
        out.member("state", s.state);
    });
    out.key("runner");
    out.open('{');
    out.member("running", m.runner.running);
    out.member("lastRun", m.runner.lastRun);
    out.member("nextRun", m.runner.nextRun);
    out.member("disabled", m.runner.disabled);
    out.close('}');
}

void writeRoom(JsonText &out, const Room &r)
{
    out.member("id", r.id);
    out.member("name", r.name);
    out.member("type", r.type);
    out.member("creator", r.creator);
    out.member("archived", r.archived);
    out.member("encrypted", r.encrypted);
    out.member("topic", r.topic);
    out.member("customFields", r.customFields);
    out.key("retention");
    if (r.retention) {
        out.open('{');
        if (r.retention->enabled)
            out.member("enabled", *r.retention->enabled);
        if (r.retention->overrideGlobal)
            out.member("overrideGlobal", *r.retention->overrideGlobal);
        out.member("maxAge", r.retention->maxAge);
        out.member("excludePinned", r.retention->excludePinned);
        out.member("filesOnly", r.retention->filesOnly);
        out.member("ignoreThreads", r.retention->ignoreThreads);
        out.close('}');
    } else {
        out.null();
    }
    out.member("created", r.created);
    out.member("oldestMessage", r.oldestMessage);
    out.member("newestMessage", r.newestMessage);
    list(out, "members", r.members, &RoomMember::user, [&](const RoomMember &m) {
        out.member("user", m.user);
        out.member("roles", m.roles);
    });
    list(out, "events", r.events, &RoomEvent::at, [&](const RoomEvent &e) {
        out.member("at", e.at);
        out.member("type", e.type);
        out.member("user", e.user);
        out.member("by", e.by);
    });
}

void writeChat(JsonText &out, const Chat &c)
{
    out.key("rocketchat");
    out.open('{');
    out.member("version", c.version);
    if (!c.apiUser.isEmpty())
        out.member("apiUser", c.apiUser);
    out.member("fresh", c.fresh);
    out.member("presence", QByteArray(c.presenceChanging ? "changing" : "still"));
    out.key("settings");
    out.open('{');
    for (const auto &[name, setting] : c.settings) {
        out.key(name);
        out.value(setting);
    }
    out.close('}');
    if (c.grants) {
        out.key("grants");
        out.open('{');
        for (const auto &[permission, roles] : *c.grants) {
            out.key(permission);
            out.value(roles);
        }
        out.close('}');
    }
    list(out, "users", c.users, &ChatUser::id, [&](const ChatUser &u) {
        out.member("id", u.id);
        out.member("username", u.username);
        out.member("name", u.name);
        out.member("email", u.email);
        out.member("active", u.active);
        out.member("roles", u.roles);
        out.member("type", u.type);
    });
    list(out, "rooms", c.rooms, &Room::id, [&](const Room &r) { writeRoom(out, r); });
    list(out, "integrations", c.integrations, &Integration::id, [&](const Integration &i) {
        out.member("id", i.id);
        out.member("token", i.token);
        out.member("room", i.room);
        out.member("user", i.user);
        out.member("enabled", i.enabled);
        out.member("channelOverride", i.channelOverride);
    });
    out.close('}');
}

} // namespace

QByteArray worldToJson(const World &world)
{
    std::size_t rows = 0;
    for (const Moodle &m : world.moodle) {
        for (const Course &c : m.courses)
            rows += c.enrolments.size();
    }
    JsonText out;
    out.reserve(static_cast<qsizetype>(rows) * 170 + 65'536);
    out.open('{');
    out.member("format", QByteArray("liaison-world"));
    out.member("version", 1);
    out.member("now", world.now);
    out.key("moodle");
    out.open('[');
    for (const Moodle &m : world.moodle) {
        out.open('{');
        writeMoodle(out, m);
        out.close('}');
    }
    out.close(']');
    writeChat(out, world.chat);
    out.close('}');
    return out.take();
}

} // namespace liaison::sandbox
