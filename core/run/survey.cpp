#include "core/run/survey.h"

#include "core/run/guess.h"
#include "core/run/linksources.h"
#include "core/run/parallel.h"
#include "core/run/strategy.h"
#include "core/run/trouble.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <algorithm>

namespace liaison {
namespace {

namespace fn {
constexpr QLatin1String info("local_liaison_get_info");
constexpr QLatin1String categories("core_course_get_categories");
} // namespace fn

/// One pair of URLs typed the wrong way round is the commonest mistake, and the sentence then names it.
Error withSwapHint(Error e, const QString &url, bool swapped)
{
    e.where = url; // which of the servers is meant
    if (swapped)
        e.code = QStringLiteral("swapped-fields");
    return e;
}

bool looksLikeToken(const QString &text)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9_-]{40,}$"));
    return token.match(text).hasMatch();
}

bool answersLikeMoodle(Servers &servers, const QString &url)
{
    net::HttpRequest request;
    request.url = QUrl(url + QLatin1String("/login/token.php"));
    request.name = QStringLiteral("login/token.php");
    const auto reply = servers.http->send(request).result();
    return reply && reply->body.contains("\"errorcode\"");
}

bool answersLikeRocketChat(Servers &servers, const QString &url)
{
    net::HttpRequest request;
    request.url = QUrl(url + QLatin1String("/api/info"));
    request.name = QStringLiteral("info");
    const auto reply = servers.http->send(request).result();
    return reply && reply->status == 200 && reply->body.contains("\"success\":true") &&
           reply->body.contains("\"version\"");
}

Result<void> connectSite(Servers &servers, size_t i, SiteSurvey &site, store::Memory &memory,
                         const net::CancelToken &cancel)
{
    const moodle::MoodleClient &client = servers.sites[i];
    const QString origin = originOf(site.url);
    QElapsedTimer answering;
    answering.start();
    const auto info = client.siteInfo(cancel);
    site.answeredInMs = answering.elapsed();
    if (!info) {
        const auto reached = memory.wasReached(origin);
        if (!reached)
            return fail(reached.error());
        if (!isDown(info.error(), *reached)) {
            const bool foreign = info.error().code == u"not-moodle" || info.error().code == u"bad-reply";
            return fail(withSwapHint(info.error(), site.url, foreign && answersLikeRocketChat(servers, site.url)));
        }
        site.down = info.error();
        return {};
    }
    site.info = info->value;
    site.now = info->at;
    if (auto marked = memory.markReached(origin, info->at); !marked)
        return marked;
    if (site.offers(fn::info)) {
        auto companion = client.companionInfo(cancel);
        if (companion)
            site.companion = std::move(companion->value);
        else if (isDown(companion.error(), true))
            site.down = companion.error();
        else
            site.linksUnknown = becauseOfMoodle(companion.error());
    }
    if (!site.companion || !site.offers(moodle::functions::companionMemberships))
        site.reports = reportsOf(client, site, cancel);
    if (site.offers(fn::categories)) {
        if (const auto categories = client.categories(cancel)) {
            for (const moodle::Category &category : categories->value)
                site.categories.insert(category.id, category);
        }
    }
    return {};
}

Result<void> connectChat(Servers &servers, const Profile &profile, Survey &out, store::Memory &memory,
                         const net::CancelToken &cancel)
{
    const QString origin = originOf(profile.chat.url);
    auto facts = servers.chat->connect(cancel);
    if (!facts) {
        const auto reached = memory.wasReached(origin);
        if (!reached)
            return fail(reached.error());
        if (!isDown(facts.error(), *reached)) {
            const Error &e = facts.error();
            const bool foreign = e.code == u"not-rocketchat" || e.code == u"bad-reply" || e.kind == ErrorKind::NotFound;
            const bool swapped = (foreign && answersLikeMoodle(servers, profile.chat.url)) ||
                                 (e.kind == ErrorKind::Unauthorized && looksLikeToken(profile.chat.user) &&
                                  !looksLikeToken(profile.chat.token));
            return fail(withSwapHint(e, profile.chat.url, swapped));
        }
        out.chatDown = facts.error();
        return {};
    }
    if (auto marked = memory.markReached(origin, facts->serverDate); !marked)
        return marked;
    out.chat = std::move(*facts);
    auto rooms = servers.chat->rooms(cancel);
    if (!rooms) {
        if (isDown(rooms.error(), true))
            out.chatDown = rooms.error();
        else
            out.roomsUnknown = becauseOfChat(rooms.error());
        return {};
    }
    out.rooms = std::move(*rooms);
    for (size_t i = 0; i < out.rooms.rooms.size(); ++i)
        out.roomById.insert(out.rooms.rooms[i].id, i);
    return {};
}

bool madeOne(const chat::RoomList &rooms, const QString &prefix, const QString &account)
{
    return std::any_of(rooms.rooms.begin(), rooms.rooms.end(), [&](const chat::RoomInfo &room) {
        return room.type == u"p" && room.creatorId == account && room.name.startsWith(prefix + u'_');
    });
}

void collectApiAccounts(const Profile &profile, Survey &out)
{
    const auto add = [&](const QString &idOrLogin) {
        if (!idOrLogin.isEmpty())
            out.apiAccounts.insert(idOrLogin.toLower());
    };
    if (out.chat) {
        add(out.chat->self.id);
        add(out.chat->self.username);
    }
    add(profile.chat.user);
    for (const QString &account : profile.policy.apiAccounts)
        add(account);
    for (size_t i = 0; i < out.sites.size(); ++i) {
        const SiteSurvey &site = out.sites[i];
        const QString known =
            site.companion ? site.companion->apiUser.value_or(QString()) : profile.moodle[i].pluginAccount;
        add(profile.moodle[i].pluginAccount);
        add(known);
        if (known.isEmpty() && !site.down) {
            // Where our own account made rooms of the site it is the plugin's: nobody else has to be supposed.
            const QString prefix = prefixOf(profile.moodle[i], site);
            const bool ours = out.chat && madeOne(out.rooms, prefix, out.chat->self.id);
            add(ours ? QString() : probablePluginAccount(out.rooms, prefix));
        }
    }
}

} // namespace

SurveyedLink fromCompanion(const QString &site, const moodle::CompanionLink &from)
{
    SurveyedLink link;
    link.key = {site, from.cmid};
    link.course = from.course;
    link.shortName = from.courseShortname;
    link.fullName = from.courseFullname;
    link.activityName = from.name;
    link.category = from.category;
    link.groupMode = from.groupMode;
    link.visible = from.visible;
    link.visibleOnCoursePage = from.visibleOnCoursePage;
    link.room = from.room.value_or(QString());
    ActivityRoles roles;
    for (qint64 id : from.moderatorRoles)
        roles.moderator.push_back({id});
    for (qint64 id : from.memberRoles)
        roles.member.push_back({id});
    link.roles = roles;
    if (from.retention) {
        Retention wanted;
        wanted.enabled = wanted.overrideGlobal = from.retention->enabled;
        if (from.retention->maxAge)
            wanted.maxAge = static_cast<int>(*from.retention->maxAge);
        wanted.filesOnly = from.retention->filesOnly;
        wanted.excludePinned = from.retention->excludePinned;
        link.retention = wanted;
    }
    link.created = from.created;
    return link;
}

std::vector<qint64> categoryPath(const SiteSurvey &site, std::optional<qint64> category)
{
    std::vector<qint64> path;
    for (qint64 id = category.value_or(0); id != 0 && path.size() < 64;) {
        path.push_back(id);
        const auto it = site.categories.constFind(id);
        id = it == site.categories.constEnd() ? 0 : it->parent;
    }
    return path;
}

bool inScope(const Scope &scope, const QString &site, qint64 course, const QString &shortName,
             const std::vector<qint64> &path)
{
    if (scope.isEverything())
        return true;
    const auto named = [&](const QStringList &keys, qint64 id) {
        return std::any_of(keys.begin(), keys.end(), [&](const QString &key) { return keyNames(key, site, id); });
    };
    const bool listed = (scope.categories.isEmpty() && scope.courses.isEmpty()) || named(scope.courses, course) ||
                        std::any_of(path.begin(), path.end(), [&](qint64 id) { return named(scope.categories, id); });
    if (!listed || scope.expression.isEmpty())
        return listed;
    const QRegularExpression expression(QLatin1String("(*LIMIT_MATCH=20000)") + scope.expression);
    return expression.isValid() && expression.match(shortName).hasMatch();
}

Result<Survey> survey(Servers &servers, const Profile &profile, store::Memory &memory, const ProgressSink &progress,
                      const net::CancelToken &cancel)
{
    Survey out;
    for (const MoodleSettings &settings : profile.moodle) {
        SiteSurvey site;
        site.id = settings.id;
        site.url = settings.url;
        out.sites.push_back(std::move(site));
    }
    if (progress)
        progress({QStringLiteral("connect"), 0, static_cast<int>(out.sites.size()) + 1});
    std::vector<Result<void>> connected(out.sites.size() + 1);
    forEachParallel(servers.pool, connected.size(), [&](size_t i) {
        connected[i] = i < out.sites.size() ? connectSite(servers, i, out.sites[i], memory, cancel)
                                            : connectChat(servers, profile, out, memory, cancel);
    });
    for (const Result<void> &result : connected) {
        if (!result)
            return fail(result.error());
    }
    collectApiAccounts(profile, out);

    const auto remembered = memory.links();
    if (!remembered)
        return fail(remembered.error());
    const auto imports = memory.imports();
    if (!imports)
        return fail(imports.error());
    if (progress)
        progress({QStringLiteral("links"), 0, static_cast<int>(out.sites.size())});
    for (size_t i = 0; i < out.sites.size(); ++i) {
        auto links = linksOf({servers, profile, i, out, memory, *remembered, *imports, progress, cancel});
        if (!links)
            return fail(links.error());
        for (SurveyedLink &link : *links) {
            link.inScope = inScope(profile.scope, link.key.site, link.course, link.shortName,
                                   categoryPath(out.sites[i], link.category));
            out.links.push_back(std::move(link));
        }
    }
    std::sort(out.links.begin(), out.links.end(),
              [](const SurveyedLink &a, const SurveyedLink &b) { return a.key < b.key; });
    return out;
}

} // namespace liaison
