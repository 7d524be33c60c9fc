#include "tests/support/randomworld.h"

#include <QRandomGenerator>
#include <algorithm>

namespace liaison::tests {
namespace {

class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}
    SmallWorld make();

private:
    [[nodiscard]] bool chance(int percent) { return m_random.bounded(100) < percent; }
    [[nodiscard]] int upTo(int n) { return m_random.bounded(n); }
    template <class T> const T &oneOf(const std::vector<T> &list)
    {
        return list[static_cast<size_t>(upTo(static_cast<int>(list.size())))];
    }
    [[nodiscard]] Tri tri(int yes, int no) { return chance(yes) ? Tri::Yes : chance(no) ? Tri::No : Tri::NotKnown; }
    [[nodiscard]] UnknownBecause because();
    [[nodiscard]] QStringList roles(int most);
    [[nodiscard]] std::optional<Retention> retention();
    void policy();
    void accounts();
    void course(int n);
    void room(int n);
    void link(int n);
    void memory(const SmallLink &link);
    void rights();

    QRandomGenerator m_random;
    SmallWorld w;
    QStringList m_logins;
};

UnknownBecause Maker::because()
{
    return {oneOf<UnknownReason>({UnknownReason::ReadFailed, UnknownReason::Truncated, UnknownReason::NoAccess,
                                  UnknownReason::MoodleDown}),
            {}};
}

QStringList Maker::roles(int most)
{
    static const std::vector<QString> all = {QStringLiteral("editingteacher"), QStringLiteral("teacher"),
                                             QStringLiteral("student"), QStringLiteral("student"),
                                             QStringLiteral("observer")};
    QStringList list;
    for (int i = upTo(most + 1); i > 0; --i)
        list.push_back(oneOf(all));
    return list;
}

std::optional<Retention> Maker::retention()
{
    if (chance(40))
        return std::nullopt;
    Retention r;
    r.enabled = chance(70);
    r.overrideGlobal = chance(70);
    r.maxAge = oneOf<int>({30, 90});
    r.filesOnly = chance(20);
    r.ignoreThreads = chance(20);
    return r;
}

void Maker::policy()
{
    Policy &p = w.policy;
    p.source =
        oneOf<PolicySource>({PolicySource::Auto, PolicySource::Auto, PolicySource::Plugin, PolicySource::Console});
    p.preset = chance(50) ? Preset::Strict : Preset::AsPlugin;
    const std::vector<Treatment> treatments = {Treatment::Expected, Treatment::NotExpected, Treatment::Keep};
    if (chance(30))
        p.inactiveEnrolment = oneOf(treatments);
    if (chance(30))
        p.suspendedAccount = oneOf(treatments);
    p.roles.configured = chance(70);
    if (chance(15))
        p.roles.courses[QStringLiteral("10")].member = QStringList();
    p.createAccounts = w.abilities.createAccount = chance(25);
    w.abilities.createRoom = w.site(QStringLiteral("main")).canSetRoom = chance(30);
    w.abilities.readArchivedMembers = chance(80);
    if (chance(20))
        p.retentionDefault = RetentionDefault{chance(70), 90, false, false};
    if (chance(30))
        p.thresholds = {oneOf<int>({0, 20, 100}), upTo(4), upTo(6), oneOf<int>({2, 4, 100}), upTo(8)};
    if (chance(20))
        p.identity.exceptions.insert(m_logins.at(upTo(10)), QStringLiteral("p3"));
}

void Maker::accounts()
{
    for (const QString &login : m_logins) {
        if (chance(8)) {
            w.absentLogins.push_back(login);
            if (chance(20))
                w.policy.exclude.push_back(login.toUpper());
            continue;
        }
        if (chance(2)) { // not looked up, or the look-up failed
            if (chance(50))
                w.lookupFailed.push_back({login, because()});
            continue;
        }
        SmallAccount &a = w.account(login);
        if (chance(5))
            a.active = Tri::No;
        if (chance(8))
            a.serverRoles.reset();
        else if (chance(12))
            a.serverRoles = QStringList{oneOf<QString>(
                {QStringLiteral("admin"), QStringLiteral("bot"), QStringLiteral("app"), QStringLiteral("guest")})};
        if (chance(5))
            a.type = QStringLiteral("bot");
        if (chance(6))
            w.policy.exclude.push_back(login.toUpper());
        if (chance(4))
            w.apiAccounts.push_back(chance(50) ? a.id.toUpper() : login.toUpper());
    }
}

void Maker::course(int n)
{
    SmallCourse c;
    c.id = 10 + n;
    c.shortName = u"C" + QString::number(n);
    c.path = {2, 1};
    if (w.sites.size() > 1 && chance(40))
        c.site = w.sites.back().id;
    w.courses.push_back(c);
    const QString name = c.shortName;
    for (int i = upTo(9); i > 0; --i) {
        SmallEnrolment e;
        const QString login = m_logins.at(upTo(static_cast<int>(m_logins.size())));
        e.person = w.person(login, c.site).id;
        e.roles = roles(2);
        e.inherited = chance(15) ? roles(1) : QStringList();
        e.active = tri(75, 60);
        e.suspended = tri(15, 85);
        w.course(name).enrolled.push_back(e);
    }
    SmallCourse &made = w.course(name);
    // What a source tells of an account is the same in every row of it.
    for (SmallEnrolment &e : made.enrolled) {
        for (const SmallEnrolment &first : made.enrolled) {
            if (first.person == e.person) {
                e.suspended = first.suspended;
                break;
            }
        }
    }
    for (const SmallEnrolment &e : made.enrolled) {
        for (SmallPerson &p : w.people) {
            if (p.id == e.person && p.site == made.site && chance(3))
                p.gone = true;
        }
    }
    if (chance(8))
        made.unknown = because();
    made.proof = oneOf<Proof>({Proof::Counted, Proof::Counted, Proof::Counted, Proof::SecondCall, Proof::Uncounted});
    made.inheritedRolesKnown = chance(80);
    made.inScope = chance(90);
    if (chance(15)) {
        made.group.emplace();
        for (const SmallEnrolment &e : made.enrolled) {
            if (chance(50))
                made.group->push_back(e.person);
        }
        if (chance(20))
            made.groupUnknown = because();
    }
}

void Maker::room(int n)
{
    SmallRoom r;
    r.id = u"R" + QString::number(n);
    r.name = r.id;
    r.archived = chance(15);
    r.encrypted = chance(5);
    r.retention = retention();
    r.retentionKnown = chance(90);
    r.ownRoles = chance(80) ? RoomOwner : RoomMember;
    if (chance(6))
        r.unknown = because();
    if (chance(4))
        r.proof = Proof::Uncounted;
    if (chance(8)) {
        r.proof = Proof::Administered;
        r.access = Access::Administered;
    }
    w.rooms.push_back(r);
    w.join(QStringLiteral("liaison.api"), RoomOwner, r.id);
    for (const QString &login : m_logins) {
        const bool listed = std::any_of(w.accounts.begin(), w.accounts.end(), [&](const SmallAccount &a) {
            return a.username == login && a.active == Tri::Yes;
        });
        if (listed && chance(45))
            w.join(login, oneOf<quint8>({RoomMember, RoomMember, RoomMember, RoomModerator, RoomOwner, RoomLeader}),
                   r.id);
    }
}

void Maker::memory(const SmallLink &l)
{
    if (l.room.isEmpty() || chance(30))
        return;
    for (const QString &login : m_logins) {
        const bool known = std::any_of(w.accounts.begin(), w.accounts.end(),
                                       [&](const SmallAccount &a) { return a.username == login; });
        if (known && chance(35))
            w.expectedEarlier(login, chance(25) ? MemberRole::Moderator : MemberRole::Member, chance(70), l.cmid,
                              l.room);
        if (known && chance(8))
            w.addedByUs(login, l.room);
    }
}

void Maker::link(int n)
{
    using Points = SmallLink::Points;
    const SmallCourse &c = oneOf(w.courses);
    SmallLink l;
    l.site = c.site;
    l.course = c.id;
    l.cmid = 100 + n;
    l.room = oneOf(w.rooms).id;
    l.points = chance(88) ? Points::Room
                          : oneOf<Points>({Points::Nowhere, Points::Missing, Points::Unknown, Points::Ambiguous});
    if (chance(7))
        l.unknown = because();
    l.visible = chance(85);
    l.visibilityKnown = chance(93);
    l.confirmed = chance(92);
    if (chance(80))
        l.roles = std::pair(QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")},
                            chance(90) ? QStringList{QStringLiteral("student")} : QStringList());
    l.wantedRetention = retention();
    if (l.wantedRetention)
        l.wantedRetention->overrideGlobal = l.wantedRetention->enabled;
    if (chance(30))
        l.created = Instant{w.now.ms - upTo(60) * 60000};
    w.links.push_back(l);
    if (l.points == Points::Room)
        memory(l);
}

void Maker::rights()
{
    if (chance(4)) {
        w.grants.reset();
        return;
    }
    QStringList all = w.grants->holders.keys();
    all.sort(); // a hash has another order in every process
    for (const QString &right : all) {
        if (chance(4))
            w.grants->holders.remove(right);
    }
}

SmallWorld Maker::make()
{
    w = SmallWorld::oneCourse();
    w.courses.clear();
    w.rooms.clear();
    w.links.clear();
    for (int i = 0; i < 12; ++i)
        m_logins.push_back(u"p" + QString::number(i));
    w.sites.front().pluginSeen = chance(80);
    w.sites.front().retentionFeature = chance(60);
    if (chance(30)) {
        SmallSite annexe;
        annexe.id = QStringLiteral("annexe");
        annexe.url = QStringLiteral("https://annexe.example");
        annexe.pluginSeen = chance(50);
        w.sites.push_back(annexe);
    }
    for (const SmallSite &site : w.sites) {
        for (const char *role : {"editingteacher", "teacher", "student", "observer"})
            w.role(QString::fromLatin1(role), site.id);
    }
    policy();
    accounts();
    for (int n = 0, last = 1 + upTo(3); n < last; ++n)
        course(n);
    for (int n = 1, last = 1 + upTo(3); n <= last; ++n)
        room(n);
    for (int n = 0, last = 1 + upTo(4); n < last; ++n)
        link(n);
    rights();
    w.classes.clear();
    for (ChangeClass c : {ChangeClass::Create, ChangeClass::Add, ChangeClass::Promote, ChangeClass::Demote,
                          ChangeClass::Remove, ChangeClass::Settings}) {
        if (chance(75))
            w.classes.push_back(c);
    }
    return w;
}

} // namespace

SmallWorld randomWorld(quint32 seed)
{
    return Maker(seed).make();
}

} // namespace liaison::tests
