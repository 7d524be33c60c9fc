#include "core/sandbox/moodlefunctions.h"

#include <QUrl>
#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

Value timeOrNull(Instant at)
{
    return at.isKnown() ? Value(seconds(at)) : Value();
}

Object pluginVersion(int version, const char *release)
{
    return Object().add("version", version).add("release", release);
}

} // namespace

List roleIdsOf(const Call &call, const QStringList &shortnames)
{
    List ids;
    for (const QString &name : shortnames)
        ids.push_back(call.index.roleId(name));
    return ids;
}

Object runnerState(const Call &call)
{
    const Runner &runner = call.site.runner;
    Value since;
    if (runner.running)
        since = seconds(runner.nextRun.isKnown() && runner.nextRun <= call.now ? runner.nextRun : call.now);
    return Object()
        .add("disabled", runner.disabled ? 1 : 0)
        .add("nextrun", timeOrNull(runner.nextRun))
        .add("lastrun", timeOrNull(runner.lastRun))
        .add("faildelay", 0)
        .add("runningsince", std::move(since));
}

QStringList restoreSources(const Moodle &site)
{
    QStringList sources;
    for (const RestoreSource &source : site.sources)
        sources.append(source.url);
    for (const RestoreTask &task : site.restoreTasks) {
        if (!task.externalUrl.isEmpty() && !sources.contains(task.externalUrl))
            sources.append(task.externalUrl);
    }
    sources.sort();
    return sources;
}

/// Needs no capability of its own: it is the call that tells which are held.
Answer companionInfo(const Call &call)
{
    const Plugin &plugin = call.site.plugin;
    List replacements;
    for (const auto &[from, to] : plugin.replacements)
        replacements.push_back(List{from, to});
    Object capabilities;
    for (const Right &right : rights())
        capabilities.add(right.name, call.can(right.name) ? 1 : 0);
    List roles;
    for (const Role &role : call.index.roles()) {
        if (!call.listEmpty)
            roles.push_back(Object()
                                .add("id", role.id)
                                .add("shortname", role.shortname)
                                .add("name", role.name)
                                .add("archetype", archetypeOf(role.shortname)));
    }
    List categories;
    for (const CategoryEntry &entry : call.index.categories())
        categories.push_back(Object().add("id", entry.category->id).add("name", entry.category->name));
    List sources;
    for (const QString &source : restoreSources(call.site))
        sources.push_back(source);
    const QUrl root(call.wwwroot);
    const QString chat = root.scheme() + QStringLiteral("://") + root.authority() + QStringLiteral("/chat");
    return Value(Object()
                     .add("contract", 1)
                     .add("plugins", Object()
                                         .add("mod_rocketchat", pluginVersion(2024010900, "1.6.5"))
                                         .add("block", pluginVersion(2024021600, "3.1.3"))
                                         .add("local_liaison", pluginVersion(2026110100, "1.0")))
                     .add("apiuser", plugin.account)
                     .add("instanceurl", chat)
                     .add("naming", Object()
                                        .add("format", plugin.format)
                                        .add("replacements", std::move(replacements))
                                        .add("regex", plugin.regex))
                     .add("defaultroles", Object()
                                              .add("moderator", roleIdsOf(call, plugin.moderatorRoles))
                                              .add("member", roleIdsOf(call, plugin.memberRoles)))
                     .add("retention", Object().add("feature", 1).add("maxagelimit", 3650))
                     .add("createaccounts", 1)
                     .add("usernamehook", 0)
                     .add("queue", Object().add("pending", 0).add("oldest", nullptr).add("failed", 0))
                     .add("capabilities", std::move(capabilities))
                     .add("roles", std::move(roles))
                     .add("restore", Object()
                                         .add("categories", std::move(categories))
                                         .add("sources", std::move(sources))
                                         .add("onlyoneremoteinstance", 1)
                                         .add("runner", runnerState(call))));
}

Answer companionSetRoom(const Call &call)
{
    if (Check refused = require(call, "local/liaison:setroom"))
        return refuse(*refused);
    const ActivityEntry *entry = call.index.activity(call.number(u"cmid"));
    if (!entry)
        return refuse(missingRecordAnywhere());
    const QString room = textOf(call.form, u"room");
    if (room.isEmpty())
        return refuse(invalidParameter(call.version));
    Activity &activity = *entry->activity;
    if (activity.room.value_or(QString()) != textOf(call.form, u"expected"))
        return refuse(moodleFault(call.version, QStringLiteral("conflict"),
                                  QStringLiteral("The room of the activity changed meanwhile")));
    activity.room = room;
    activity.modified = call.now;
    return Value(Object().add("cmid", activity.cmid).add("room", room));
}

} // namespace liaison::sandbox::moodle
