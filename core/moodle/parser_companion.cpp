#include "core/moodle/parser.h"

#include "core/moodle/reader.h"

#include <algorithm>
#include <set>

namespace liaison::moodle {

namespace {

/// `next` must be said, null at the end: a page without it could be a list that was cut.
std::optional<qint64> next(Object &page)
{
    page.require("next");
    return page.optId("next");
}

std::optional<QString> unlessEmpty(std::optional<QString> text)
{
    return text && text->isEmpty() ? std::nullopt : std::move(text);
}

std::optional<PluginVersion> plugin(Object &plugins, std::string_view key)
{
    auto o = plugins.optObject(key);
    if (!o)
        return std::nullopt;
    return PluginVersion{o->versionText("version"), o->has("release") ? o->versionText("release") : QString()};
}

RestoreRunner runner(Object &o)
{
    RestoreRunner r;
    r.disabled = o.flag("disabled");
    r.nextRun = o.optTime("nextrun").value_or(Instant{});
    r.lastRun = o.optTime("lastrun").value_or(Instant{});
    r.failDelay = o.optCount("faildelay").value_or(0);
    r.runningSince = o.optTime("runningsince");
    if (r.runningSince && !r.runningSince->isKnown())
        r.runningSince.reset();
    return r;
}

/// The block's own setting is "url,token": should an address ever come with more than itself, only the address stays.
QString addressOnly(const QString &source)
{
    const qsizetype end = source.indexOf(u',');
    return (end < 0 ? source : source.left(end)).trimmed();
}

RestoreSettings restoreSettings(Object &o)
{
    RestoreSettings s;
    o.eachObject("categories", [&](Object &c) { s.categories.push_back({c.id("id"), c.shown("name")}); });
    o.eachElement("sources", [&](simdjson::dom::element element) {
        std::string_view url;
        if (element.get(url) != simdjson::SUCCESS)
            o.fail("sources", "holds something that is no text");
        s.sources << addressOnly(QString::fromUtf8(url.data(), qsizetype(url.size())));
    });
    s.onlyOneRemoteInstance = o.flag("onlyoneremoteinstance");
    if (auto r = o.optObject("runner"))
        s.runner = runner(*r);
    return s;
}

CompanionInfo::Naming naming(Object &o)
{
    CompanionInfo::Naming n;
    n.format = o.exact("format");
    n.regex = o.optExact("regex").value_or(QString());
    o.eachElement("replacements", [&](simdjson::dom::element element) {
        simdjson::dom::array pair;
        std::string_view from;
        std::string_view to;
        if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 || pair.at(0).get(from) != simdjson::SUCCESS ||
            pair.at(1).get(to) != simdjson::SUCCESS) {
            o.fail("replacements", "holds something that is no pair of texts");
            return;
        }
        n.replacements.emplace_back(QString::fromUtf8(from.data(), qsizetype(from.size())),
                                    QString::fromUtf8(to.data(), qsizetype(to.size())));
    });
    return n;
}

std::optional<WantedRetention> wantedRetention(Object &o)
{
    if (!o.has("retentionenabled"))
        return std::nullopt;
    WantedRetention r;
    r.enabled = o.flag("retentionenabled");
    r.maxAge = o.optCount("maxage");
    r.filesOnly = o.optFlag("filesonly").value_or(false);
    r.excludePinned = o.optFlag("excludepinned").value_or(false);
    return r;
}

CompanionLink link(Object &o)
{
    CompanionLink l;
    l.cmid = o.id("cmid");
    l.course = o.id("courseid");
    l.category = o.optCount("categoryid");
    l.instance = o.optId("instance");
    l.courseShortname = o.shown("courseshortname");
    l.courseFullname = o.shown("coursefullname");
    l.courseIdnumber = o.optExact("courseidnumber");
    l.name = o.shown("name");
    l.courseVisible = o.optFlag("coursevisible");
    l.visible = o.flag("visible");
    l.visibleOnCoursePage = o.flag("visibleoncoursepage");
    l.deletionInProgress = o.flag("deletioninprogress");
    l.groupMode = int(std::min<qint64>(o.optCount("groupmode").value_or(0), 2));
    l.grouping = o.optCount("groupingid");
    l.availability = o.optShown("availability");
    o.require("rocketchatid"); // not said is not "no room"
    if (o.has("rocketchatid"))
        l.room = unlessEmpty(o.exact("rocketchatid"));
    l.moderatorRoles = o.ids("moderatorroles");
    l.memberRoles = o.ids("userroles");
    l.retention = wantedRetention(o);
    l.created = o.optTime("timecreated").value_or(Instant{});
    l.modified = o.optTime("timemodified").value_or(Instant{});
    return l;
}

RestoreTask restoreTask(Object &o)
{
    RestoreTask t;
    t.id = o.id("id");
    t.requester = o.count("userid");
    t.requesterName = unlessEmpty(o.optExact("username"));
    t.externalCourse = o.count("externalcourseid");
    t.externalName = o.shown("externalcoursename");
    t.externalUrl = addressOnly(o.exact("externalmoodleurl"));
    t.category = o.count("internalcategory");
    t.categoryName = o.optShown("categoryname");
    t.status = o.number("status");
    t.course = o.optCount("courseid");
    if (t.course == 0)
        t.course.reset();
    t.courseExists = o.optFlag("courseexists");
    t.withUserData = o.flag("withuserdatas");
    t.enrolmentMode = o.count("enrolmentmode");
    t.created = o.time("timecreated");
    t.modified = o.time("timemodified");
    t.processed = o.optTime("timescheduleprocessed").value_or(Instant{});
    return t;
}

} // namespace

Result<CompanionInfo> parseCompanionInfo(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object o = in.object();
    CompanionInfo info;
    info.contract = int(std::min<qint64>(o.id("contract"), 1'000'000));
    Object plugins = o.object("plugins");
    info.modRocketchat = plugin(plugins, "mod_rocketchat");
    info.block = plugin(plugins, "block");
    info.companion = plugin(plugins, "local_liaison");
    info.apiUser = unlessEmpty(o.optExact("apiuser"));
    info.instanceUrl = o.optExact("instanceurl").value_or(QString());
    if (auto n = o.optObject("naming"))
        info.naming = naming(*n);
    Object defaults = o.object("defaultroles");
    info.defaultModeratorRoles = defaults.ids("moderator");
    info.defaultMemberRoles = defaults.ids("member");
    if (auto retention = o.optObject("retention")) {
        info.retentionFeature = retention->flag("feature");
        info.maxAgeLimit = retention->optCount("maxagelimit");
    }
    info.createsAccounts = o.optFlag("createaccounts").value_or(false);
    info.usernameHook = o.flag("usernamehook");
    if (auto queue = o.optObject("queue")) {
        info.queue = CompanionInfo::Queue{queue->count("pending"), queue->optTime("oldest"), queue->count("failed")};
        if (info.queue->oldest && !info.queue->oldest->isKnown())
            info.queue->oldest.reset();
    }
    Object capabilities = o.object("capabilities");
    capabilities.eachField([&](std::string_view name, simdjson::dom::element element) {
        const auto held = asFlag(element);
        if (!held)
            capabilities.fail(name, "is not 0 or 1");
        info.capabilities.insert(QString::fromUtf8(name.data(), qsizetype(name.size())), held.value_or(false));
    });
    Unique unique;
    o.eachObject("roles", [&](Object &r) {
        SiteRole role{r.id("id"), r.exact("shortname"), r.optShown("name").value_or(QString()),
                      r.optExact("archetype").value_or(QString())};
        unique.check(r, "id", role.id);
        info.roles.push_back(std::move(role));
    });
    if (auto restore = o.optObject("restore"))
        info.restore = restoreSettings(*restore);
    return in.finish(std::move(info));
}

Result<LinkPage> parseCompanionLinks(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object page = in.object();
    LinkPage out;
    Unique unique;
    page.eachObject("links", [&](Object &o) {
        out.items.push_back(link(o));
        unique.check(o, "cmid", out.items.back().cmid);
    });
    out.next = next(page);
    return in.finish(std::move(out));
}

Result<MembershipPage> parseCompanionMemberships(const Answer &answer)
{
    Reader in(answer, TextMode::Raw);
    Object page = in.object();
    MembershipPage out;
    std::set<std::pair<qint64, qint64>> seen;
    page.eachObject("rows", [&](Object &o) {
        MembershipRow row;
        row.course = o.id("c");
        row.person = o.id("u");
        row.username = o.optExact("n").value_or(QString());
        row.roles = o.ids("r");
        row.inheritedRoles = o.ids("ri");
        row.active = o.flag("a");
        row.suspended = o.flag("s");
        if (!seen.emplace(row.course, row.person).second)
            o.fail("u", "appears twice in its course");
        out.rows.push_back(std::move(row));
    });
    if (page.has("courses")) {
        Unique unique;
        out.courses.emplace();
        page.eachObject("courses", [&](Object &o) {
            out.courses->push_back({o.id("c"), o.count("n")});
            unique.check(o, "c", out.courses->back().course);
        });
    }
    page.require("nextcourse");
    page.require("nextuser");
    const auto course = page.optId("nextcourse");
    const auto person = page.optId("nextuser");
    if (course.has_value() != person.has_value())
        page.fail("nextcourse", "and nextuser do not go together");
    else if (course)
        out.next = MembershipCursor{*course, *person};
    return in.finish(std::move(out));
}

Result<PeoplePage> parseCompanionPeople(const Answer &answer)
{
    Reader in(answer, TextMode::Raw);
    Object page = in.object();
    PeoplePage out;
    Unique unique;
    page.eachObject("people", [&](Object &o) {
        Person p;
        p.id = o.id("id");
        unique.check(o, "id", p.id);
        p.username = unlessEmpty(o.optExact("username"));
        p.firstName = o.optShown("firstname");
        p.lastName = o.optShown("lastname");
        p.email = o.optExact("email");
        p.idnumber = o.optExact("idnumber");
        p.suspended = o.optFlag("suspended");
        p.auth = o.optExact("auth");
        out.items.push_back(std::move(p));
    });
    out.next = next(page);
    return in.finish(std::move(out));
}

Result<RestoreTaskPage> parseCompanionRestoreTasks(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object page = in.object();
    RestoreTaskPage out;
    Unique unique;
    page.eachObject("tasks", [&](Object &o) {
        out.items.push_back(restoreTask(o));
        unique.check(o, "id", out.items.back().id);
    });
    out.next = next(page);
    // The contract names the runner's state without saying where; the prototype had it beside the tasks.
    if (auto own = page.optObject("runner"))
        out.runner = runner(*own);
    else if (page.has("disabled"))
        out.runner = runner(page);
    return in.finish(std::move(out));
}

Result<RecycleBinPage> parseCompanionRecycleBin(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    Object page = in.object();
    RecycleBinPage out;
    Unique unique;
    page.eachObject("rows", [&](Object &o) {
        RecycleBinRow row;
        row.id = o.id("id");
        unique.check(o, "id", row.id);
        row.binId = o.optCount("binid");
        const QString kind = o.exact("kind");
        if (kind == QLatin1String("category"))
            row.kind = RecycleBinRow::Kind::Category;
        else if (kind != QLatin1String("course"))
            o.fail("kind", "is neither course nor category");
        row.cmid = o.optCount("cmid");
        row.course = o.optCount("course");
        row.name = o.optShown("name").value_or(QString());
        row.room = o.exact("room");
        row.deleted = o.optTime("deleted").value_or(Instant{});
        row.expires = o.optTime("expires").value_or(Instant{});
        out.items.push_back(std::move(row));
    });
    out.next = next(page);
    return in.finish(std::move(out));
}

} // namespace liaison::moodle
