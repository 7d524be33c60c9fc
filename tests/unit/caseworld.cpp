#include "tests/unit/casefacts.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

namespace liaison::tests {
namespace {

const QString activity = QStringLiteral("100");
const QString theCourse = QStringLiteral("ALG");
const QString theRoom = QStringLiteral("R1");

template <class E> E codeFrom(const Statement &s, const QString &text)
{
    const auto value = fromCode<E>(text);
    if (!value)
        refuse(s, u"unknown code: " + text);
    return *value;
}

/// "unknown truncated" -> the reason.
std::optional<UnknownBecause> unknownIn(const Statement &s, const QString &value)
{
    if (!value.startsWith(u"unknown "))
        return std::nullopt;
    return UnknownBecause{codeFrom<UnknownReason>(s, value.mid(8)), {}};
}

quint8 roomRoles(const Statement &s, const QString &text)
{
    quint8 roles = RoomMember;
    for (const QString &word : namesIn(text)) {
        if (word == u"owner")
            roles |= RoomOwner;
        else if (word == u"moderator")
            roles |= RoomModerator;
        else if (word == u"leader")
            roles |= RoomLeader;
        else if (word != u"member" && word != u"and")
            refuse(s, u"not a role in a room: " + word);
    }
    return roles;
}

void enrolled(SmallWorld &w, const Statement &s)
{
    const QStringList clauses = parts(s.value, u',');
    QStringList words = clauses.front().split(u' ', Qt::SkipEmptyParts);
    const QStringList logins = namesIn(words.takeFirst());
    if (words.join(u' ') == u"without role")
        words.clear();
    for (const QString &login : logins) {
        SmallEnrolment &e = w.enrol(login, words, s.place("in", theCourse));
        for (const QString &clause : clauses.mid(1)) {
            if (clause == u"inactive")
                e.active = Tri::No;
            else if (clause == u"activity unknown")
                e.active = Tri::NotKnown;
            else if (clause == u"suspended")
                e.suspended = Tri::Yes;
            else if (clause == u"suspension unknown")
                e.suspended = Tri::NotKnown;
            else if (clause.startsWith(u"inherits ")) {
                e.inherited = namesIn(clause.mid(9));
                for (const QString &role : e.inherited)
                    w.role(role, w.course(s.place("in", theCourse)).site);
            } else
                refuse(s, u"not understood: " + clause);
        }
    }
}

void inRoom(SmallWorld &w, const Statement &s)
{
    const qsizetype as = s.value.indexOf(u" as ");
    const quint8 roles = as < 0 ? quint8(RoomMember) : roomRoles(s, s.value.mid(as + 4));
    for (const QString &login : namesIn(as < 0 ? s.value : s.value.left(as)))
        w.join(login, roles, s.place("in", theRoom));
}

void expectedBefore(SmallWorld &w, const Statement &s)
{
    const QStringList clauses = parts(s.value, u',');
    const bool untilLast = !clauses.contains(u"not at the last look");
    const MemberRole as = clauses.front().endsWith(u" as moderator") ? MemberRole::Moderator : MemberRole::Member;
    QString names = clauses.front();
    names.remove(QStringLiteral(" as moderator"));
    for (const QString &login : namesIn(names))
        w.expectedEarlier(login, as, untilLast, s.place("by", activity).toLongLong(), s.place("in", theRoom));
}

void enrolmentList(SmallWorld &w, const Statement &s)
{
    SmallCourse &course = w.course(s.place("of", theCourse));
    if (const auto unknown = unknownIn(s, s.value))
        course.unknown = unknown;
    else if (s.value == u"uncounted")
        course.proof = Proof::Uncounted;
    else if (s.value == u"confirmed by a second call")
        course.proof = Proof::SecondCall;
    else
        refuse(s, QStringLiteral("unknown REASON, uncounted or confirmed by a second call"));
}

void memberList(SmallWorld &w, const Statement &s)
{
    SmallRoom &room = w.room(s.place("of", theRoom));
    if (const auto unknown = unknownIn(s, s.value)) {
        room.unknown = unknown;
    } else if (s.value == u"uncounted") {
        room.proof = Proof::Uncounted;
    } else if (s.value == u"read person by person") {
        room.proof = Proof::Administered;
        room.access = Access::Administered;
    } else {
        refuse(s, QStringLiteral("unknown REASON, uncounted or read person by person"));
    }
}

void link(SmallWorld &w, const Statement &s)
{
    using Points = SmallLink::Points;
    SmallLink &l = w.link(s.place("of", activity).toLongLong());
    static const QRegularExpression since(QStringLiteral("^missing for ([0-9]+) minutes$"));
    const auto match = since.match(s.value);
    if (match.hasMatch()) {
        l.points = Points::Missing;
        l.created = Instant{w.now.ms - match.captured(1).toLongLong() * 60000};
    } else if (s.value == u"room not found by name") {
        l.points = Points::Unknown;
    } else if (const auto unknown = unknownIn(s, s.value)) {
        l.unknown = unknown;
    } else if (s.value == u"missing") {
        l.points = Points::Missing;
    } else if (s.value == u"unlinked") {
        l.points = Points::Nowhere;
    } else if (s.value == u"ambiguous") {
        l.points = Points::Ambiguous;
    } else if (s.value == u"unconfirmed") {
        l.confirmed = false;
        l.source = LinkSource::Guessed;
    } else {
        refuse(s, u"not understood: " + s.value);
    }
}

void visibility(SmallWorld &w, const Statement &s)
{
    SmallLink &l = w.link(s.place("of", activity).toLongLong());
    l.visible = s.value != u"hidden";
    l.visibleOnCoursePage = s.value != u"stealth";
    l.visibilityKnown = s.value != u"visibility unknown";
}

void room(SmallWorld &w, const Statement &s)
{
    SmallRoom &r = w.room(s.place("of", theRoom));
    if (s.value == u"archived")
        r.archived = true;
    else if (s.value == u"encrypted")
        r.encrypted = true;
    else if (s.value.startsWith(u"named "))
        r.name = s.value.mid(6);
    else if (s.value.startsWith(u"server counts "))
        r.usersCount = s.value.mid(14).toInt();
    else if (s.value == u"retention not readable")
        r.retentionKnown = false;
    else if (s.value.startsWith(u"retention "))
        r.retention = retention(s.value.mid(10));
    else if (s.value == u"we are not in it")
        r.access = Access::Administered;
    else if (s.value.startsWith(u"we are "))
        r.ownRoles = roomRoles(s, s.value.mid(7));
    else
        refuse(s, u"not understood: " + s.value);
}

/// "anna email a@x idnumber 7"
void person(SmallWorld &w, const Statement &s)
{
    const QStringList words = namesIn(s.value);
    SmallPerson &p = w.person(words.front(), s.place("of", QStringLiteral("main")));
    for (qsizetype i = 1; i + 1 < words.size(); i += 2) {
        if (words[i] == u"email")
            p.email = words[i + 1];
        else if (words[i] == u"idnumber")
            p.idNumber = words[i + 1];
        else if (words[i] == u"id")
            p.id = words[i + 1].toLongLong();
        else
            refuse(s, u"not understood: " + words[i]);
    }
    p.gone = p.gone || words.last() == u"gone";
}

void account(SmallWorld &w, const Statement &s)
{
    const QStringList words = namesIn(s.value);
    SmallAccount &a = w.account(words.front());
    for (qsizetype i = 1; i + 1 < words.size(); i += 2) {
        if (words[i] == u"email")
            a.email = words[i + 1];
        else if (words[i] == u"id")
            a.id = words[i + 1];
        else if (words[i] == u"type")
            a.type = words[i + 1];
        else if (words[i] == u"role")
            a.serverRoles = QStringList{words[i + 1]};
        else
            refuse(s, u"not understood: " + words[i]);
    }
}

void newCourse(SmallWorld &w, const Statement &s)
{
    const QStringList words = namesIn(s.value);
    SmallCourse c;
    c.site = s.place("of", QStringLiteral("main"));
    c.id = words.value(1).toLongLong();
    c.shortName = words.value(0);
    for (const QString &category : words.mid(2))
        c.path.push_back(category.toLongLong());
    w.courses.push_back(c);
}

/// "200 STAT R2"
void newLink(SmallWorld &w, const Statement &s)
{
    const QStringList words = namesIn(s.value);
    SmallLink l;
    l.cmid = words.value(0).toLongLong();
    l.course = w.course(words.value(1)).id;
    l.site = w.course(words.value(1)).site;
    l.room = words.value(2);
    l.roles = w.link(100).roles;
    for (const QString &role : l.roles ? l.roles->first + l.roles->second : QStringList())
        w.role(role, l.site);
    w.links.push_back(l);
}

void server(SmallWorld &w, const Statement &s)
{
    if (s.value == u"cannot read members of archived rooms")
        w.abilities.readArchivedMembers = false;
    else if (s.value == u"can create rooms") {
        w.abilities.createRoom = true;
        w.site(QStringLiteral("main")).canSetRoom = true;
    } else if (s.value == u"has no retention")
        w.abilities.retention = false;
    else if (s.value == u"cannot archive")
        w.abilities.archive = false;
    else if (s.value == u"all accounts read")
        w.allAccountsRead = true;
    else if (s.value == u"e-mails readable")
        w.allAccountsRead = w.emailsReadable = true;
    else
        refuse(s, u"not understood: " + s.value);
}

/// "anna had the account anna.new" or "... the account id u-1"
void remember(SmallWorld &w, const Statement &s)
{
    static const QRegularExpression form(QStringLiteral("^(\\S+) had the account (id )?(\\S+)$"));
    const auto match = form.match(s.value);
    if (!match.hasMatch())
        refuse(s, QStringLiteral("LOGIN had the account LOGIN"));
    w.expectedEarlier(match.captured(1), MemberRole::Member);
    const QString account = match.captured(3);
    w.history.links[{QStringLiteral("main"), 100}][theRoom].expected.back().account.value =
        match.hasCaptured(2) ? account : w.account(account).id;
}

using Handler = std::function<void(SmallWorld &, const Statement &)>;

/// For each name of the line.
Handler each(std::function<void(SmallWorld &, const QString &)> what)
{
    return [what = std::move(what)](SmallWorld &w, const Statement &s) {
        for (const QString &name : namesIn(s.value))
            what(w, name);
    };
}

const QMap<QString, Handler> &handlers()
{
    static const QMap<QString, Handler> table = {
        {QStringLiteral("enrolled"), enrolled},
        {QStringLiteral("in room"), inRoom},
        {QStringLiteral("expected before"), expectedBefore},
        {QStringLiteral("we added"),
         [](SmallWorld &w, const Statement &s) {
             for (const QString &name : namesIn(s.value))
                 w.addedByUs(name, s.place("in", theRoom));
         }},
        {QStringLiteral("room before"),
         [](SmallWorld &w, const Statement &s) {
             const QStringList words = namesIn(s.value);
             w.history.lastRoom[{QStringLiteral("main"), s.place("of", activity).toLongLong()}] = words.front();
         }},
        {QStringLiteral("enrolment list"), enrolmentList},
        {QStringLiteral("member list"), memberList},
        {QStringLiteral("inherited roles"),
         [](SmallWorld &w, const Statement &s) { w.course(s.place("of", theCourse)).inheritedRolesKnown = false; }},
        {QStringLiteral("groups"),
         [](SmallWorld &w, const Statement &s) {
             SmallCourse &c = w.course(s.place("of", theCourse));
             c.groupUnknown = unknownIn(s, s.value);
             c.group.emplace();
             for (const QString &name : s.value == u"nobody" || c.groupUnknown ? QStringList() : namesIn(s.value))
                 c.group->push_back(w.person(name, c.site).id);
         }},
        {QStringLiteral("scope"),
         [](SmallWorld &w, const Statement &s) { w.course(s.place("of", theCourse)).inScope = s.value != u"outside"; }},
        {QStringLiteral("activity"), visibility},
        {QStringLiteral("link"), link},
        {QStringLiteral("room"), room},
        {QStringLiteral("wanted retention"),
         [](SmallWorld &w, const Statement &s) {
             w.link(s.place("of", activity).toLongLong()).wantedRetention = retention(s.value);
             w.sites.front().retentionFeature = true;
         }},
        {QStringLiteral("plugin roles"), pluginRoles},
        {QStringLiteral("plugin"),
         [](SmallWorld &w, const Statement &s) {
             w.site(s.place("of", QStringLiteral("main"))).pluginSeen = s.value != u"absent";
         }},
        {QStringLiteral("new site"),
         [](SmallWorld &w, const Statement &s) {
             SmallSite site;
             site.id = s.value;
             site.url = u"https://" + s.value + QLatin1String(".example");
             w.sites.push_back(site);
         }},
        {QStringLiteral("new course"), newCourse},
        {QStringLiteral("new room"),
         [](SmallWorld &w, const Statement &s) {
             SmallRoom r;
             r.id = r.name = s.value;
             w.rooms.push_back(r);
             w.join(QStringLiteral("liaison.api"), RoomOwner, r.id);
         }},
        {QStringLiteral("new link"), newLink},
        {QStringLiteral("remember"), remember},
        {QStringLiteral("without members"), [](SmallWorld &w, const Statement &s) { w.room(s.value).members.clear(); }},
        {QStringLiteral("naming"),
         [](SmallWorld &w, const Statement &s) {
             w.sites.front().naming = Naming{s.value, {}, QStringLiteral("/[^0-9a-zA-Z-_.]/")};
         }},
        {QStringLiteral("policy"), policy},
        {QStringLiteral("roles"), roles},
        {QStringLiteral("identity"), identity},
        {QStringLiteral("identity exception"),
         [](SmallWorld &w, const Statement &s) {
             const QStringList sides = parts(s.value, u'=');
             w.policy.identity.exceptions.insert(sides.value(0), sides.value(1));
         }},
        {QStringLiteral("person"), person},
        {QStringLiteral("account"), account},
        {QStringLiteral("server"), server},
        {QStringLiteral("classes"),
         [](SmallWorld &w, const Statement &s) {
             w.classes.clear();
             for (const QString &name : namesIn(s.value))
                 w.classes.push_back(codeFrom<ChangeClass>(s, name));
         }},
        {QStringLiteral("no account"), each([](SmallWorld &w, const QString &n) { w.absentLogins.push_back(n); })},
        {QStringLiteral("look-up fails"), each([](SmallWorld &w, const QString &n) {
             w.lookupFailed.push_back({n, {UnknownReason::ReadFailed, QStringLiteral("timeout")}});
         })},
        {QStringLiteral("account disabled"),
         each([](SmallWorld &w, const QString &n) { w.account(n).active = Tri::No; })},
        {QStringLiteral("server roles not readable"),
         each([](SmallWorld &w, const QString &n) { w.account(n).serverRoles.reset(); })},
        {QStringLiteral("right missing"), each([](SmallWorld &w, const QString &n) { w.grants->holders.remove(n); })},
        {QStringLiteral("rights"), [](SmallWorld &w, const Statement &) { w.grants.reset(); }},
        {QStringLiteral("api account"), each([](SmallWorld &w, const QString &n) { w.apiAccounts.push_back(n); })},
        {QStringLiteral("exclude"), each([](SmallWorld &w, const QString &n) { w.policy.exclude.push_back(n); })},
    };
    return table;
}

} // namespace

SmallWorld worldOf(const Case &c)
{
    // What makes things comes first, so that the order of the lines in a case does not matter.
    static const QStringList makers = {
        QStringLiteral("new site"),     QStringLiteral("new course"),     QStringLiteral("new room"),
        QStringLiteral("new link"),     QStringLiteral("no account"),     QStringLiteral("look-up fails"),
        QStringLiteral("identity"),     QStringLiteral("account"),        QStringLiteral("person"),
        QStringLiteral("plugin roles"), QStringLiteral("without members")};
    SmallWorld w = SmallWorld::oneCourse();
    static const QStringList memories = {QStringLiteral("expected before"), QStringLiteral("we added"),
                                         QStringLiteral("remember")};
    const auto pass = [&](int number) {
        for (const Statement &s : c.statements) {
            const int wanted = makers.contains(s.words) ? 1 : memories.contains(s.words) ? 3 : 2;
            if (s.expects || s.words == u"account not looked up" || wanted != number)
                continue;
            const Handler handler = handlers().value(s.words);
            if (!handler)
                refuse(s, u"no such fact: " + s.words);
            handler(w, s);
        }
    };
    for (const int number : {1, 2, 3})
        pass(number);
    for (const Statement &s : c.statements) {
        if (!s.expects && s.words == u"account not looked up") {
            const QStringList names = namesIn(s.value);
            w.accounts.erase(std::remove_if(w.accounts.begin(), w.accounts.end(),
                                            [&](const SmallAccount &a) { return names.contains(a.username); }),
                             w.accounts.end());
        }
    }
    return w;
}

} // namespace liaison::tests
