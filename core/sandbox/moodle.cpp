#include "core/sandbox/moodle.h"

#include "core/sandbox/moodleahead.h"
#include "core/sandbox/moodlefunctions.h"
#include "core/sandbox/moodlepages.h"
#include "core/sandbox/moodlereply.h"
#include "core/sandbox/moodlerequest.h"
#include "core/sandbox/moodlerunner.h"
#include "core/sandbox/moodlestate.h"

#include <QCryptographicHash>
#include <QSet>
#include <algorithm>

namespace liaison::sandbox {

using namespace moodle;

namespace {

constexpr QLatin1String servicePath("/webservice/rest/server.php");
constexpr QLatin1String tokenPath("/login/token.php");

/// Functions whose answers follow from the world and from who is active, and from nothing else.
bool isSteady(const QString &function)
{
    static const QSet<QString> names{QStringLiteral("core_webservice_get_site_info"),
                                     QStringLiteral("core_course_get_courses"),
                                     QStringLiteral("core_course_get_courses_by_field"),
                                     QStringLiteral("core_course_search_courses"),
                                     QStringLiteral("core_course_get_categories"),
                                     QStringLiteral("core_enrol_get_enrolled_users"),
                                     QStringLiteral("core_enrol_get_enrolled_users_with_capability"),
                                     QStringLiteral("core_enrol_get_users_courses"),
                                     QStringLiteral("core_group_get_course_groups"),
                                     QStringLiteral("core_group_get_group_members"),
                                     QStringLiteral("core_user_get_users_by_field"),
                                     QStringLiteral("core_user_get_users"),
                                     QStringLiteral("core_reportbuilder_list_reports"),
                                     QStringLiteral("core_reportbuilder_retrieve_report"),
                                     QStringLiteral("local_liaison_get_links"),
                                     QStringLiteral("local_liaison_get_memberships"),
                                     QStringLiteral("local_liaison_get_people"),
                                     QStringLiteral("local_liaison_get_recyclebin")};
    return names.contains(function);
}

void addOnce(std::vector<qint64> &list, qint64 value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

/// Courses named by the parameters.
std::vector<qint64> coursesNamed(const FormNode &form)
{
    std::vector<qint64> courses;
    if (const auto id = wholeNumber(textOf(form, u"courseid")))
        addOnce(courses, *id);
    for (const qint64 id : numbersOf(form, u"courseids"))
        addOnce(courses, id);
    if (const FormNode *asked = form.child(u"coursecapabilities")) {
        for (const auto &[key, item] : asked->children) {
            if (const auto id = wholeNumber(textOf(item, u"courseid")))
                addOnce(courses, *id);
        }
    }
    const QString field = textOf(form, u"field");
    if (field == u"id" || field == u"ids") {
        for (const QString &part : textOf(form, u"value").split(u',')) {
            if (const auto id = wholeNumber(part.trimmed()))
                addOnce(courses, *id);
        }
    }
    if (const FormNode *options = form.child(u"options")) {
        for (const qint64 id : numbersOf(*options, u"ids"))
            addOnce(courses, id);
    }
    return courses;
}

} // namespace

SandboxMoodle::SandboxMoodle(World &world, int siteIndex, QByteArray token, QString wwwroot)
    : m_world(world)
    , m_siteIndex(siteIndex)
    , m_handedOut(std::move(token))
    , m_token(m_handedOut)
    , m_wwwroot(std::move(wwwroot))
    , m_runner(std::make_unique<RestoreRunner>())
    , m_last(std::make_unique<LastRequest>())
{
}

SandboxMoodle::~SandboxMoodle() = default;

Moodle *SandboxMoodle::site() const
{
    if (m_siteIndex < 0 || std::size_t(m_siteIndex) >= m_world.moodle.size())
        return nullptr;
    return &m_world.moodle[std::size_t(m_siteIndex)];
}

const moodle::Index &SandboxMoodle::index(Moodle &site) const
{
    if (!m_index)
        m_index = std::make_unique<Index>(site);
    return *m_index;
}

void SandboxMoodle::forgetIndex()
{
    for (auto &pieces : m_pieces)
        pieces.reset();
    m_index.reset();
}

Pieces &SandboxMoodle::piecesFor(const ServiceRequest &asked) const
{
    auto &pieces = m_pieces[(asked.json ? 0 : 1) + (asked.raw ? 2 : 0)];
    if (!pieces)
        pieces = std::make_unique<Pieces>(asked.json ? Format::Json : Format::Xml);
    pieces->setChanges(m_world.moodleChanges);
    return *pieces;
}

void SandboxMoodle::settle(Instant now)
{
    Moodle *const found = site();
    if (!found)
        return;
    if (m_runner->advance(*found, now)) {
        forgetIndex();
        ++m_world.moodleChanges;
    }
    // Runs that make no course change tasks, and no answer that is kept is made of those.
}

void SandboxMoodle::keepAnswers()
{
    m_kept.allow();
    Moodle *const found = site();
    if (!found)
        return;
    settle(m_world.now);
    ServiceRequest asked; // what nearly everybody speaks
    asked.json = true;
    const Call call = callFor(*found, asked, m_world.now, false);
    writeCoursesAhead(call);
    writeCompanionAhead(call);
    writeReportsAhead(call);
}

void SandboxMoodle::setRevoked(bool revoked)
{
    m_revoked = revoked;
}

void SandboxMoodle::worldReplaced()
{
    forgetIndex();
    m_kept.forget();
    m_runner->forget();
    m_tokenGone = false;
    m_token = m_handedOut;
    settle(m_world.now);
}

Reply SandboxMoodle::handle(const Request &request)
{
    settle(request.now);
    const QByteArray key = keyOf(request);
    const KeptAnswers::Stamp before = stamp(request);
    const auto *kept = m_kept.find(key, before);
    if (kept && kept->answer)
        return *kept->answer;
    // A request whose facts nobody knows may be anything.
    const RequestFacts *const last = kept ? &kept->facts : m_kept.lastFacts(key);
    const RequestFacts what = last ? *last : factsOf(request);
    if (request.path != servicePath || what.write)
        ++m_world.moodleChanges;
    Reply reply = serve(request, false);
    if (kept && isSteady(what.function))
        m_kept.keepAnswer(key, before, {}, reply);
    if (const Moodle *found = site(); found && request.path == servicePath && found->account.tokenUntil.isKnown() &&
                                      found->account.tokenUntil <= request.now &&
                                      m_last->read(request).token == m_token)
        m_tokenGone = true; // this call was refused; the next finds no such token
    return reply;
}

/// Calls of the service with a token that neither is revoked nor runs out: all others are looked at anew.
QByteArray SandboxMoodle::keyOf(const Request &request) const
{
    const Moodle *const found = site();
    if (!found || m_revoked || found->account.tokenUntil.isKnown() || request.path != servicePath ||
        (request.method != "GET" && request.method != "POST"))
        return {};
    return m_kept.keyOf(request, request.header("content-type"));
}

KeptAnswers::Stamp SandboxMoodle::stamp(const Request &request) const
{
    Moodle *const found = site();
    return {m_world.moodleChanges, m_world.moodle.size(), found ? index(*found).period(request.now) : 0};
}

Reply SandboxMoodle::emptyOf(const Request &request) const
{
    return serve(request, true);
}

Reply SandboxMoodle::rateLimited(const Request &, int seconds)
{
    Reply reply = htmlPage(429, "<html>\r\n<head><title>429 Too Many Requests</title></head>\r\n<body>\r\n"
                                "<center><h1>429 Too Many Requests</h1></center>\r\n</body>\r\n</html>\r\n");
    reply.headers.append({"Retry-After", QByteArray::number(seconds)});
    return reply;
}

Reply SandboxMoodle::serve(const Request &request, bool listEmpty) const
{
    Moodle *found = site();
    if (!found)
        return notFound();
    const bool json = request.path == servicePath && m_last->read(request).json;
    if (auto reply = outage(*found, request.path, json))
        return *reply;
    if (request.path == servicePath)
        return service(*found, request, listEmpty);
    if (request.path == tokenPath)
        return tokenPage(*found, request);
    if (request.path == backupPath)
        return backupFile(*found, readForm(request), m_revoked ? QByteArray() : m_token);
    return pageAt(*found, request.path);
}

moodle::Call SandboxMoodle::callFor(Moodle &site, const ServiceRequest &asked, Instant now, bool listEmpty) const
{
    return {site,
            index(site),
            asked.parameters,
            now,
            asked.json ? Format::Json : Format::Xml,
            asked.raw,
            listEmpty,
            asked.language == u"fr" || asked.language == u"en" ? asked.language : site.account.language,
            m_wwwroot,
            versionOf(site),
            m_world,
            piecesFor(asked)};
}

Reply SandboxMoodle::service(Moodle &site, const Request &request, bool listEmpty) const
{
    const ServiceRequest &asked = m_last->read(request);
    const Version version = versionOf(site);
    const bool json = asked.json;
    const QByteArray &token = asked.token;
    if (m_revoked || token.isEmpty() || token != m_token || m_tokenGone)
        return answered(refuse(invalidToken(version)), json);
    if (site.account.tokenUntil.isKnown() && site.account.tokenUntil <= request.now)
        return answered(refuse(accessFault()), json);
    if (Check refused = refusedAccount(site, version))
        return answered(refuse(*refused), json);
    const QString &name = asked.function;
    if (name.isEmpty())
        return answered(refuse(invalidParameter(version)), json);
    const Function *function = functionNamed(site, name);
    if (!function)
        return answered(refuse(missingRecord(QStringLiteral("external_functions"))), json);
    const Index &lookup = index(site);
    if (!lookup.can(QStringLiteral("webservice/rest:use")) || !lookup.serves(name))
        return answered(refuse(accessFault()), json);
    const Call call = callFor(site, asked, request.now, listEmpty);
    if (!fits(call.form, function->params))
        return answered(refuse(invalidParameter(version)), json);
    if (listEmpty && function->writes) // an answer of no meaning, and nothing is written
        return answered(Value(List()), json);
    return answered(function->run(call), json);
}

Reply SandboxMoodle::tokenPage(Moodle &site, const Request &request) const
{
    const FormNode form = readForm(request);
    const auto answer = [](const Object &body) {
        Reply reply;
        reply.headers = {{"Content-Type", "application/json; charset=utf-8"},
                         {"Cache-Control", "post-check=0, pre-check=0"},
                         {"Access-Control-Allow-Origin", "*"}};
        reply.body = toJson(body);
        return reply;
    };
    const auto refused = [&](const char *code, const QString &sentence) {
        return answer(Object()
                          .add("error", sentence)
                          .add("errorcode", code)
                          .add("stacktrace", nullptr)
                          .add("debuginfo", nullptr)
                          .add("reproductionlink", nullptr));
    };
    if (!site.webServices)
        return refused("enablewsdescription", QStringLiteral("Web services must be enabled in Advanced features."));
    for (const char *field : {"username", "password", "service"}) {
        if (!form.child(QString::fromLatin1(field)))
            return refused("missingparam",
                           QStringLiteral("A required parameter (%1) was missing").arg(QLatin1String(field)));
    }
    // Moodle's user names are in lower case and its sign-in is not particular.
    const QString username = textOf(form, u"username").trimmed().toLower();
    const bool isAccount = username == QLatin1String(accountName) && !site.account.suspended;
    const bool isPerson = std::any_of(site.people.begin(), site.people.end(), [&](const Person &person) {
        return person.username == username && !person.suspended && !person.deleted;
    });
    if ((!isAccount && !isPerson) || textOf(form, u"password") != QLatin1String(accountPassword))
        return refused("invalidlogin", QStringLiteral("Invalid login, please try again"));
    const QString service = textOf(form, u"service");
    if (const auto refusal = refusedSignIn(site, service))
        return refused(refusal->code, refusal->sentence);
    if (!isAccount || !site.account.authorised)
        return refused("usernotallowed",
                       QStringLiteral("The user is not allowed for this service. First you need to allow this user on "
                                      "the %1's allowed users administration page.")
                           .arg(service));
    // Of a token that ends Moodle makes another one, which does not; the one of the start is gone for good.
    if (m_tokenGone || (site.account.tokenUntil.isKnown() && site.account.tokenUntil <= request.now)) {
        m_token = QCryptographicHash::hash(m_token, QCryptographicHash::Sha256).toHex().left(m_token.size());
        site.account.tokenUntil = {};
        m_tokenGone = false;
    }
    return answer(Object().add("token", QString::fromUtf8(m_token)).add("privatetoken", nullptr));
}

RequestFacts SandboxMoodle::facts(const Request &request) const
{
    const QByteArray key = keyOf(request);
    const KeptAnswers::Stamp now = stamp(request);
    if (const auto *kept = m_kept.find(key, now))
        return kept->facts;
    RequestFacts facts = factsOf(request);
    m_kept.keepFacts(key, now, facts);
    return facts;
}

RequestFacts SandboxMoodle::factsOf(const Request &request) const
{
    RequestFacts facts;
    Moodle *found = site();
    if (found)
        facts.site = found->id;
    facts.function = request.path.section(u'/', -1);
    if (!found || request.path != servicePath)
        return facts;
    const ServiceRequest &asked = m_last->read(request);
    const FormNode &form = asked.parameters;
    facts.function = asked.function;
    const Function *function = functionNamed(*found, facts.function);
    facts.write = function && function->writes;
    if (facts.function == u"local_liaison_schedule_restore")
        return facts; // its course is one of the source site
    facts.courses = coursesNamed(form);
    const auto addActivity = [&](const ActivityEntry &entry) {
        addOnce(facts.courses, entry.course->course->id);
        if (entry.activity->room && !facts.rooms.contains(*entry.activity->room))
            facts.rooms.append(*entry.activity->room);
    };
    const QString named = facts.function == u"core_course_edit_module" ? textOf(form, u"id") : textOf(form, u"cmid");
    if (const auto cmid = wholeNumber(named)) {
        if (const ActivityEntry *entry = index(*found).activity(*cmid))
            addActivity(*entry);
    }
    if (facts.function == u"core_course_get_course_module_by_instance") {
        for (const auto &[cmid, entry] : index(*found).activities()) {
            if (entry.instance == numberOf(form, u"instance", 0))
                addActivity(entry);
        }
    }
    if (facts.function == u"local_liaison_set_room") {
        for (const QString &room : {textOf(form, u"expected"), textOf(form, u"room")}) {
            if (!room.isEmpty() && !facts.rooms.contains(room))
                facts.rooms.append(room);
        }
    }
    for (const qint64 id : numbersOf(form, u"groupids")) {
        if (const GroupEntry *group = index(*found).group(id))
            addOnce(facts.courses, group->course->course->id);
    }
    return facts;
}

} // namespace liaison::sandbox
