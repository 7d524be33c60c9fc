#include "core/run/campus.h"

#include "core/moodle/requests.h"
#include "core/run/chatrights.h"
#include "core/run/probes.h"
#include "core/run/strategy.h"

#include <algorithm>
#include <map>

namespace liaison {
namespace {

const QString readFeature = QStringLiteral("read");

namespace fn = moodle::functions;

/// Version of a plugin as people know it.
QString releaseOf(const std::optional<moodle::PluginVersion> &plugin)
{
    if (!plugin)
        return {};
    return plugin->release.isEmpty() ? plugin->version : plugin->release;
}

/// Capabilities of the service account: contract moodle section 3. Without the companion nobody tells them.
constexpr const char *capabilities[] = {
    "webservice/rest:use",
    "moodle/course:view",
    "moodle/course:viewhiddencourses",
    "moodle/course:enrolreview",
    "moodle/user:viewdetails",
    "moodle/user:viewalldetails",
    "moodle/site:accessallgroups",
    "moodle/site:viewuseridentity",
    "moodle/site:viewfullnames",
    "moodle/course:viewhiddenactivities",
};

std::vector<RightRow> moodleRights(const SiteSurvey &site)
{
    std::vector<RightRow> rows;
    const auto function = [&](QLatin1String name) {
        rows.push_back({QString(name), site.down ? std::nullopt : std::optional(site.offers(name)), readFeature, 0});
    };
    if (site.companion) {
        for (QLatin1String name :
             {fn::companionInfo, fn::companionLinks, fn::companionMemberships, fn::companionPeople})
            function(name);
    } else {
        for (QLatin1String name :
             {fn::coursesByField, fn::courseModule, fn::enrolledUsers, fn::usersCourses, fn::usersByField})
            function(name);
    }
    for (const char *name : capabilities) {
        const QString capability = QString::fromLatin1(name);
        rows.push_back({capability, site.companion ? site.companion->holds(capability) : std::nullopt, readFeature, 0});
    }
    return rows;
}

QString mostLinks(const Survey &survey, const QString &site)
{
    std::map<LinkSource, int> counts;
    for (const SurveyedLink &link : survey.links) {
        if (link.key.site == site)
            ++counts[link.source];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](auto &a, auto &b) { return a.second < b.second; });
    return most == counts.end() ? QString() : codeOf(most->first);
}

std::optional<qint64> skewOf(Instant server, Instant machine)
{
    return server.isKnown() && machine.isKnown() ? std::optional(server.ms - machine.ms) : std::nullopt;
}

ServerReport moodleReport(const SiteSurvey &site, const Survey &survey, Instant machineNow)
{
    ServerReport report;
    report.kind = QStringLiteral("moodle");
    report.site = site.id;
    report.url = site.url;
    report.version = site.info.release;
    report.account = site.info.username;
    report.error = site.down;
    report.rights = moodleRights(site);
    if (const auto ways = strategiesOf(site); !ways.empty())
        report.strategy = codeOf(ways.front());
    report.unseen = unseenBy(site);
    report.linkSource = mostLinks(survey, site.id);
    if (site.companion) {
        report.companion = releaseOf(site.companion->companion);
        report.plugin = releaseOf(site.companion->modRocketchat);
    }
    report.skewMs = skewOf(site.now, machineNow);
    report.readAt = site.now;
    return report;
}

std::vector<OwnRoom> ownRooms(const Snapshot &s)
{
    std::vector<OwnRoom> rooms;
    for (const Room &room : s.rooms)
        rooms.push_back({room.access, room.members.isKnown(), room.ownRoles});
    return rooms;
}

ServerReport chatReport(const Profile &profile, const Survey &survey, const Snapshot &s, Instant machineNow)
{
    ServerReport report;
    report.kind = QStringLiteral("rocketchat");
    report.url = profile.chat.url;
    report.error = survey.chatDown;
    const bool createsRooms =
        std::any_of(s.sites.begin(), s.sites.end(), [](const Site &site) { return site.canSetRoom; });
    report.rights = chatRights(s.grants, ownRooms(s), createsRooms, profile.policy.createAccounts,
                               [&](const QString &right) { return probedRight(survey, s, right); });
    if (!survey.chat)
        return report;
    report.version = survey.chat->version.text;
    report.account = survey.chat->self.username;
    if (survey.chat->version.isKnown()) // contract section 10
        report.strategy = survey.chat->version.atLeast(7, 3) ? QStringLiteral("members-by-role")
                                                             : QStringLiteral("members-and-roles");
    if (survey.chat->version.isKnown())
        report.unseen << QStringLiteral("deactivated-accounts");
    if (report.strategy == u"members-and-roles")
        report.unseen << QStringLiteral("archived-members");
    report.skewMs = skewOf(survey.chat->serverDate, machineNow);
    report.readAt = survey.chat->serverDate;
    return report;
}

} // namespace

std::vector<ServerReport> serverReports(const Profile &profile, const Survey &survey, const Snapshot &s,
                                        Instant machineNow)
{
    std::vector<ServerReport> reports;
    for (const SiteSurvey &site : survey.sites)
        reports.push_back(moodleReport(site, survey, machineNow));
    reports.push_back(chatReport(profile, survey, s, machineNow));
    return reports;
}

} // namespace liaison
