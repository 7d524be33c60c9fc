#include "core/run/campus.h"

#include "core/moodle/requests.h"

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
        rows.push_back({QString(name), site.down ? std::nullopt : std::optional(site.offers(name)), readFeature});
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
        rows.push_back({capability, site.companion ? site.companion->holds(capability) : std::nullopt, readFeature});
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

/// The rights of our account over the rooms that are linked: held everywhere, or missing somewhere.
class ChatRights
{
public:
    explicit ChatRights(const Snapshot &s) : m_s(s) {}

    void need(const char *right, const QString &feature, const char *orElse = nullptr)
    {
        std::optional<bool> held;
        if (m_s.grants)
            held = heldEverywhere(right) || (orElse && heldEverywhere(orElse));
        m_rows.push_back({QString::fromLatin1(right), held, feature});
    }
    [[nodiscard]] std::vector<RightRow> take() { return std::move(m_rows); }

private:
    /// By a server role, or by our role in each room that we are in (design 4.1).
    [[nodiscard]] bool heldEverywhere(const char *name) const
    {
        const QString right = QString::fromLatin1(name);
        if (m_s.grants->held(right, RoomMember))
            return true;
        bool inRoom = false;
        for (const Room &room : m_s.rooms) {
            if (room.access != Access::Member || !room.members.isKnown())
                continue;
            inRoom = true;
            if (!m_s.grants->held(right, room.ownRoles))
                return false;
        }
        return inRoom;
    }

    const Snapshot &m_s;
    std::vector<RightRow> m_rows;
};

std::vector<RightRow> chatRights(const Profile &profile, const Snapshot &s)
{
    const auto code = [](ChangeClass c) { return codeOf(c); };
    const bool outsider =
        std::any_of(s.rooms.begin(), s.rooms.end(), [](const Room &room) { return room.access != Access::Member; });
    ChatRights rights(s);
    rights.need("view-room-administration", readFeature);
    if (outsider)
        rights.need("view-other-user-channels", readFeature);
    rights.need("view-full-other-user-info", protectionFeature);
    rights.need("add-user-to-joined-room", code(ChangeClass::Add), "add-user-to-any-p-room");
    if (outsider)
        rights.need("add-user-to-any-p-room", code(ChangeClass::Add));
    rights.need("set-moderator", code(ChangeClass::Promote));
    rights.need("remove-user", code(ChangeClass::Remove));
    if (outsider)
        rights.need("kick-user-from-any-p-room", code(ChangeClass::Remove));
    rights.need("edit-room", code(ChangeClass::Settings));
    rights.need("edit-room-retention-policy", code(ChangeClass::Settings));
    rights.need("archive-room", code(ChangeClass::Settings));
    rights.need("unarchive-room", code(ChangeClass::Settings));
    if (std::any_of(s.sites.begin(), s.sites.end(), [](const Site &site) { return site.canSetRoom; }))
        rights.need("create-p", code(ChangeClass::Create));
    if (profile.policy.createAccounts)
        rights.need("create-user", code(ChangeClass::Create));
    return rights.take();
}

ServerReport chatReport(const Profile &profile, const Survey &survey, const Snapshot &s, Instant machineNow)
{
    ServerReport report;
    report.kind = QStringLiteral("rocketchat");
    report.url = profile.chat.url;
    report.error = survey.chatDown;
    report.rights = chatRights(profile, s);
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
