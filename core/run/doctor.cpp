#include "core/run/doctor.h"

#include "core/moodle/requests.h"
#include "core/rocketchat/parser.h"
#include "core/rocketchat/requests.h"
#include "core/run/chatrights.h"
#include "core/run/newaccounts.h"
#include "core/run/observation.h"
#include "core/run/parallel.h"
#include "core/run/trouble.h"

#include <QCryptographicHash>
#include <algorithm>
#include <atomic>

namespace liaison {
namespace {

namespace fn = moodle::functions;

struct Past
{
    bool reached = false;
    std::vector<store::RememberedLink> links;
};

struct MoodleFindings
{
    Examined examined;
    SiteSurvey site;
    std::vector<SurveyedLink> links;
    Instant askedAt;
};

void stopAt(Examined &e, const Error &error, const Past &past)
{
    e.report.error = error;
    e.down = isDown(error, past.reached);
}

SurveyedLink linkFrom(const store::RememberedLink &past)
{
    SurveyedLink link;
    link.key = {past.site, past.cmid};
    link.room = past.room;
    link.source = past.source == LinkSource::Companion ? LinkSource::Remembered : past.source;
    return link;
}

MoodleFindings examineMoodle(const moodle::MoodleClient &client, const MoodleSettings &settings, const QString &proxy,
                             const Past &past, const std::function<Instant()> &clock, const net::CancelToken &cancel)
{
    MoodleFindings out;
    Examined &e = out.examined;
    out.site.id = settings.id;
    out.site.url = settings.url;
    net::ServerOptions options;
    options.caFile = settings.ca;
    options.proxy = proxy;
    e.way = net::probe(QUrl(settings.url), options, cancel);
    if (const auto error = e.way.error()) {
        stopAt(e, *error, past);
        out.site.down = e.report.error;
        return out;
    }
    out.askedAt = clock();
    const auto info = client.siteInfo(cancel);
    if (!info) {
        stopAt(e, info.error(), past);
        out.site.down = e.report.error;
        return out;
    }
    out.site.info = e.info = info->value;
    out.site.now = info->at;
    if (out.site.offers(fn::companionInfo)) {
        auto companion = client.companionInfo(cancel);
        if (companion)
            out.site.companion = std::move(companion->value);
        else
            e.companionError = companion.error();
    }
    if (out.site.companion && out.site.offers(fn::companionLinks)) {
        const auto links = client.allCompanionLinks({}, cancel);
        if (!links)
            e.linksError = links.error();
        for (const moodle::CompanionLink &link : links ? links->value : std::vector<moodle::CompanionLink>()) {
            if (!link.deletionInProgress)
                out.links.push_back(fromCompanion(settings.id, link));
        }
    }
    return out;
}

struct ChatFindings
{
    Examined examined;
    std::optional<chat::ServerFacts> facts;
    std::optional<QHash<QString, quint8>> ownRooms; ///< private rooms that we are in; nullopt: not told
    Instant askedAt;
};

quint8 flagsOf(const chat::RoomRoles &roles)
{
    return static_cast<quint8>((roles.owner ? RoomOwner : 0) | (roles.moderator ? RoomModerator : 0) |
                               (roles.leader ? RoomLeader : 0));
}

/// What the server says of itself to anybody: no token goes there.
chat::ServerVersion publicVersion(Servers &servers, const QString &url, const net::CancelToken &cancel)
{
    const auto reply =
        servers.http->send(rocketchat::toHttp(QUrl(url), rocketchat::requests::info(), nullptr), cancel).result();
    if (!reply)
        return {};
    return rocketchat::parseInfo(*reply).value_or(chat::ServerVersion());
}

/// Refused or not offered is an answer: this server does not tell. Anything else may be told another time.
bool isUnread(const Error &error)
{
    return error.kind != ErrorKind::Forbidden && error.kind != ErrorKind::NotFound &&
           error.kind != ErrorKind::Rejected && error.kind != ErrorKind::Cancelled;
}

ChatFindings examineChat(Servers &servers, const Profile &profile, const Past &past,
                         const std::function<Instant()> &clock, const net::CancelToken &cancel)
{
    ChatFindings out;
    Examined &e = out.examined;
    net::ServerOptions options;
    options.caFile = profile.chat.ca;
    options.proxy = proxyOf(profile);
    e.way = net::probe(QUrl(profile.chat.url), options, cancel);
    if (const auto error = e.way.error()) {
        stopAt(e, *error, past);
        return out;
    }
    out.askedAt = clock();
    auto facts = servers.chat->connect(cancel);
    if (!facts) {
        stopAt(e, facts.error(), past);
        if (facts.error().kind == ErrorKind::Unauthorized)
            e.version = publicVersion(servers, profile.chat.url, cancel);
        return out;
    }
    e.version = facts->version;
    e.roles = facts->self.serverRoles.value_or(QStringList());
    e.accountId = facts->self.id;
    if (!facts->permissions)
        e.permissionsError = facts->permissions.error();
    if (const auto token = servers.chat->token(cancel))
        e.token = *token;
    else if (isUnread(token.error()))
        e.tokenError = token.error();
    const auto rooms = servers.chat->roomsOf(facts->self.id, cancel);
    if (!rooms && isUnread(rooms.error()))
        e.roomsError = rooms.error();
    if (rooms && rooms->rooms) {
        out.ownRooms.emplace();
        for (const chat::AccountRoom &room : *rooms->rooms) {
            if (room.type == u"p")
                out.ownRooms->insert(room.roomId, flagsOf(room.roles));
        }
    }
    out.facts = std::move(*facts);
    return out;
}

/// Our standing in the rooms of the links; where no link is known yet, in all private rooms that we are in.
std::vector<OwnRoom> standing(const ChatFindings &chat, const Survey &survey)
{
    std::vector<OwnRoom> rooms;
    if (!chat.ownRooms)
        return rooms;
    QSet<QString> linked;
    for (const SurveyedLink &link : survey.links) {
        if (!link.room.isEmpty())
            linked.insert(link.room);
    }
    for (const QString &id : std::as_const(linked)) {
        const auto own = chat.ownRooms->constFind(id);
        if (own == chat.ownRooms->constEnd())
            rooms.push_back({Access::None, false, RoomMember});
        else
            rooms.push_back({Access::Member, true, *own});
    }
    if (linked.isEmpty()) {
        for (const quint8 roles : std::as_const(*chat.ownRooms))
            rooms.push_back({Access::Member, true, roles});
    }
    return rooms;
}

/// Under which the store keeps when a token first worked: a digest of a random text of 43 characters, cut to 48 bits,
/// leads back to nothing.
QString tokenKey(const Profile &profile)
{
    const QString origin = originOf(profile.chat.url);
    const QByteArray digest =
        QCryptographicHash::hash((origin + u' ' + profile.chat.token).toUtf8(), QCryptographicHash::Sha256);
    return origin + u'#' + QString::fromLatin1(digest.toHex().left(12));
}

/// A login token ends by its age, which no server tells: counted from the day it first worked here. One that worked and
/// is refused now was not mistyped.
Result<void> tokenPast(const Profile &profile, store::Memory &memory, ChatFindings &chat)
{
    Examined &e = chat.examined;
    const QString key = tokenKey(profile);
    if (const auto &error = e.report.error) {
        const auto first = memory.firstReached(key);
        if (!first)
            return fail(first.error());
        if (error->kind == ErrorKind::Unauthorized && error->code == u"wrong-token" && first->isKnown())
            e.report.error->code = QStringLiteral("token-expired");
        return {};
    }
    if (!chat.facts || !chat.facts->serverDate.isKnown())
        return {};
    if (auto marked = memory.markReached(key, chat.facts->serverDate); !marked)
        return marked;
    const auto first = memory.firstReached(key);
    if (!first)
        return fail(first.error());
    e.tokenFirstUsed = *first;
    return {};
}

Result<Past> pastOf(store::Memory &memory, const QString &url, const std::vector<store::RememberedLink> &links,
                    const QString &site)
{
    const auto reached = memory.wasReached(originOf(url));
    if (!reached)
        return fail(reached.error());
    Past past{*reached, {}};
    std::copy_if(links.begin(), links.end(), std::back_inserter(past.links),
                 [&](const store::RememberedLink &link) { return link.site == site; });
    return past;
}

} // namespace

ServerDiagnosis diagnosisOf(const Examined &e)
{
    ServerDiagnosis out;
    out.kind = e.report.kind;
    out.site = e.report.site;
    out.url = e.report.url;
    out.version = e.report.version;
    out.account = e.report.account;
    out.checks = checksOf(e);
    out.chain = e.way.chain;
    out.missing = e.way.missing;
    out.error = e.report.error;
    out.down = e.down;
    out.proxy = e.way.proxy;
    out.strategy = e.report.strategy;
    out.linkSource = e.report.linkSource;
    return out;
}

Result<Diagnosis> diagnose(Servers &servers, const Profile &profile, store::Memory &memory,
                           const std::function<Instant()> &clock, const ProgressSink &progress,
                           const net::CancelToken &cancel)
{
    const auto remembered = memory.links();
    if (!remembered)
        return fail(remembered.error());
    std::vector<Past> pasts;
    for (const MoodleSettings &site : profile.moodle) {
        auto past = pastOf(memory, site.url, *remembered, site.id);
        if (!past)
            return fail(past.error());
        pasts.push_back(std::move(*past));
    }
    const auto chatPast = pastOf(memory, profile.chat.url, *remembered, {});
    if (!chatPast)
        return fail(chatPast.error());

    const QString proxy = proxyOf(profile);
    const size_t moodles = profile.moodle.size();
    std::vector<MoodleFindings> sites(moodles);
    ChatFindings chat;
    std::atomic_int done = 0;
    forEachParallel(servers.pool, moodles + 1, [&](size_t i) {
        if (i < moodles)
            sites[i] = examineMoodle(servers.sites[i], profile.moodle[i], proxy, pasts[i], clock, cancel);
        else
            chat = examineChat(servers, profile, *chatPast, clock, cancel);
        if (progress)
            progress({QStringLiteral("connect"), ++done, static_cast<int>(moodles) + 1});
    });
    if (cancel.isCancelled())
        return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});

    // One survey as the reading commands see it, so that both say the same of strategies and sources.
    Survey survey;
    survey.chatDown = chat.examined.report.error;
    if (chat.facts)
        survey.chat = chat.facts;
    for (size_t i = 0; i < moodles; ++i) {
        survey.sites.push_back(sites[i].site);
        if (sites[i].links.empty()) {
            for (const store::RememberedLink &link : pasts[i].links)
                survey.links.push_back(linkFrom(link));
        }
        survey.links.insert(survey.links.end(), sites[i].links.begin(), sites[i].links.end());
        if (sites[i].site.companion && sites[i].site.companion->apiUser)
            chat.examined.pluginAccounts << *sites[i].site.companion->apiUser;
        else if (!profile.moodle[i].pluginAccount.isEmpty())
            chat.examined.pluginAccounts << profile.moodle[i].pluginAccount;
    }
    if (auto told = tokenPast(profile, memory, chat); !told)
        return fail(told.error());
    const std::vector<ServerReport> reports = serverReports(profile, survey, Snapshot{}, {});

    Diagnosis diagnosis;
    for (size_t i = 0; i <= moodles; ++i) {
        Examined &e = i < moodles ? sites[i].examined : chat.examined;
        const std::optional<Error> error = e.report.error;
        const Instant askedAt = i < moodles ? sites[i].askedAt : chat.askedAt;
        e.report = reports[i];
        e.report.error = error;
        e.readOnly = profile.readOnly;
        if (e.report.readAt.isKnown() && askedAt.isKnown())
            e.report.skewMs = e.report.readAt.ms - askedAt.ms;
        if (i < moodles) {
            if (sites[i].site.companion && sites[i].site.companion->modRocketchat)
                e.pluginVersion = sites[i].site.companion->modRocketchat->version;
            e.pluginTalksTo = chat.examined.version;
            // Without the companion the names of the rooms are what there is, whether or not any was looked at yet.
            if (!error && e.report.linkSource.isEmpty() && !sites[i].site.companion && !e.companionError)
                e.report.linkSource = codeOf(LinkSource::Guessed);
        } else {
            const bool createsRooms = std::any_of(survey.sites.begin(), survey.sites.end(), [](const SiteSurvey &s) {
                return s.offers(QLatin1String("local_liaison_set_room"));
            });
            std::optional<Grants> grants;
            if (chat.facts && chat.facts->permissions)
                grants = Grants{*chat.facts->permissions, e.roles};
            e.report.rights = chatRights(grants, standing(chat, survey), createsRooms, profile.policy.createAccounts);
            const QString bypass = QStringLiteral("api-bypass-rate-limit");
            e.report.rights.insert(e.report.rights.begin(),
                                   RightRow{bypass,
                                            grants ? std::optional(grants->held(bypass, RoomMember)) : std::nullopt,
                                            QStringLiteral("read"), 0});
            if (e.report.version.isEmpty())
                e.report.version = e.version.text;
            e.askedAt = clock();
            e.limit = servers.requests->tightestLimit(originOf(profile.chat.url), e.askedAt);
            e.limitWait = servers.requests->waiting(originOf(profile.chat.url));
        }
        if (!error) {
            if (auto marked = memory.markReached(originOf(e.report.url), e.report.readAt); !marked)
                return fail(marked.error());
        }
        diagnosis.servers.push_back(diagnosisOf(e));
        if (!error) {
            std::vector<Check> &checks = diagnosis.servers.back().checks;
            for (Check &check : checks) { // a login may have been typed; the plugin's own setting wants the id
                if (i == moodles && check.step == u"account" && !check.args.isEmpty() && !e.accountId.isEmpty())
                    check.args.front() += QLatin1String(" (id ") + e.accountId + u')';
            }
            const auto before = std::find_if(checks.begin(), checks.end(), [](const Check &check) {
                return check.step == u"enrolments" || check.step == u"rate-limit";
            });
            if (i == moodles)
                checks.insert(before, newAccountsCheck(chat.facts ? chat.facts->signIn : chat::SignInServices{}));
            else if (!e.companionError)
                checks.insert(before, newAccountsCheck(sites[i].site.companion));
        }
    }
    diagnosis.at = clock();
    return diagnosis;
}

} // namespace liaison
