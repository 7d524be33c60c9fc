#include "core/run/campus.h"

#include "core/moodle/requests.h"
#include "core/run/probes.h"

#include <algorithm>
#include <map>

namespace liaison {
namespace {

const QString readFeature = QStringLiteral("read");
const QString protectionFeature = QStringLiteral("protection");

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
    if (site.companion && site.offers(fn::companionMemberships))
        report.strategy = QStringLiteral("companion");
    else if (site.offers(fn::enrolledUsers))
        report.strategy = QStringLiteral("per-course");
    report.linkSource = mostLinks(survey, site.id);
    if (site.companion) {
        report.companion = releaseOf(site.companion->companion);
        report.plugin = releaseOf(site.companion->modRocketchat);
    }
    report.skewMs = skewOf(site.now, machineNow);
    report.readAt = site.now;
    return report;
}

/// The rights of our account over the rooms that are linked.
class ChatRights
{
public:
    ChatRights(const Survey &survey, const Snapshot &s) : m_survey(survey), m_s(s) {}

    /// For the server as a whole.
    void onServer(const char *right, const QString &feature)
    {
        const QString name = QString::fromLatin1(right);
        m_rows.push_back(
            {name, m_s.grants ? std::optional(m_s.grants->held(name, RoomMember)) : probedRight(m_survey, m_s, name),
             feature, 0});
    }
    /// In the rooms that we are in: by a server role, or by our role there (design 4.1). `orElse` does as well.
    void inRooms(const char *right, const QString &feature, const char *orElse = nullptr)
    {
        const QString name = QString::fromLatin1(right);
        if (!m_s.grants)
            return m_rows.push_back({name, std::nullopt, feature, 0});
        const auto held = [&](quint8 roles) {
            return m_s.grants->held(name, roles) || (orElse && m_s.grants->held(QString::fromLatin1(orElse), roles));
        };
        int with = 0, without = 0;
        for (const Room &room : m_s.rooms) {
            if (room.access == Access::Member && room.members.isKnown())
                ++(held(room.ownRoles) ? with : without);
        }
        const bool somewhere = held(RoomMember) || with > 0;
        m_rows.push_back({name, somewhere, feature, somewhere ? without : 0});
    }
    /// In the rooms that we are not in; asked for only where there are some.
    void outside(const char *right, const QString &feature)
    {
        const auto rooms = std::count_if(m_s.rooms.begin(), m_s.rooms.end(),
                                         [](const Room &room) { return room.access != Access::Member; });
        if (rooms == 0)
            return;
        onServer(right, feature);
        if (m_rows.back().held == false)
            m_rows.back().missingIn = static_cast<int>(rooms);
    }
    [[nodiscard]] std::vector<RightRow> take() { return std::move(m_rows); }

private:
    const Survey &m_survey;
    const Snapshot &m_s;
    std::vector<RightRow> m_rows;
};

std::vector<RightRow> chatRights(const Profile &profile, const Survey &survey, const Snapshot &s)
{
    const auto code = [](ChangeClass c) { return codeOf(c); };
    ChatRights rights(survey, s);
    rights.onServer("view-room-administration", readFeature);
    rights.outside("view-other-user-channels", readFeature);
    rights.onServer("view-full-other-user-info", protectionFeature);
    rights.inRooms("add-user-to-joined-room", code(ChangeClass::Add), "add-user-to-any-p-room");
    rights.outside("add-user-to-any-p-room", code(ChangeClass::Add));
    rights.inRooms("set-moderator", code(ChangeClass::Promote));
    rights.inRooms("remove-user", code(ChangeClass::Remove));
    rights.outside("kick-user-from-any-p-room", code(ChangeClass::Remove));
    for (const char *right : {"edit-room", "edit-room-retention-policy", "archive-room", "unarchive-room"})
        rights.inRooms(right, code(ChangeClass::Settings));
    if (std::any_of(s.sites.begin(), s.sites.end(), [](const Site &site) { return site.canSetRoom; }))
        rights.onServer("create-p", code(ChangeClass::Create));
    if (profile.policy.createAccounts)
        rights.onServer("create-user", code(ChangeClass::Create));
    return rights.take();
}

ServerReport chatReport(const Profile &profile, const Survey &survey, const Snapshot &s, Instant machineNow)
{
    ServerReport report;
    report.kind = QStringLiteral("rocketchat");
    report.url = profile.chat.url;
    report.error = survey.chatDown;
    report.rights = chatRights(profile, survey, s);
    if (!survey.chat)
        return report;
    report.version = survey.chat->version.text;
    report.account = survey.chat->self.username;
    if (survey.chat->version.isKnown()) // contract section 10
        report.strategy = survey.chat->version.atLeast(7, 3) ? QStringLiteral("members-by-role")
                                                             : QStringLiteral("members-and-roles");
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
