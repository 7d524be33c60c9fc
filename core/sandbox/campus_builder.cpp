#include "core/sandbox/campus_builder.h"

#include "core/sandbox/front_names.h"

#include <algorithm>

namespace liaison::sandbox {
namespace {

constexpr double semester = 80; ///< days since courses began
constexpr qint64 step = 1000;   ///< the plugin adds people one after the other, a second apart

/// 0 to 3: the three years of a Licence, then Master; from the middle of the short name ("SCI-L2-MECA", "IUT-S3-PROJ").
int levelOf(const QString &shortname)
{
    const QString part = shortname.section(u'-', 1, 1);
    const int year = part.mid(1, 1).toInt();
    if (part.startsWith(u'M') || year < 1)
        return 3;
    return part.startsWith(u'S') ? (year - 1) / 2 : std::min(year - 1, 3);
}

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

CampusBuilder::CampusBuilder(quint64 seed, Instant now) : m_now{now.ms / 1000 * 1000}, m_dice(seed)
{
    m_world.now = m_now;
    Chat &chat = m_world.chat;
    chat.apiUser = m_dice.id();
    chat.users.push_back({chat.apiUser,
                          u"liaison.api"_qs,
                          u"Liaison API"_qs,
                          u"liaison-api@campus.example"_qs,
                          true,
                          {u"bot"_qs, u"user"_qs},
                          u"user"_qs});
    m_logins.insert(u"liaison.api"_qs);
    m_admin = stranger(u"chat.admin"_qs, u"Administration du tchat"_qs, {u"admin"_qs, u"user"_qs});
    m_bot = stranger(u"rocket.cat"_qs, u"Rocket.Cat"_qs, {u"bot"_qs});
    chatUser(m_bot).type = u"bot"_qs;
    chat.settings = {{u"RetentionPolicy_Enabled"_qs, true},
                     {u"RetentionPolicy_AppliesToGroups"_qs, true},
                     {u"RetentionPolicy_TTL_Groups"_qs, 31'536'000'000.0},
                     {u"RetentionPolicy_MaxAge_Groups"_qs, 365}};
    makeSites();
    makeCategories();
}

void CampusBuilder::makeSites()
{
    m_world.moodle.resize(2);
    const std::vector<Role> roles{{1, u"manager"_qs, {}}, {2, u"coursecreator"_qs, {}}, {3, u"editingteacher"_qs, {}},
                                  {4, u"teacher"_qs, {}}, {5, u"student"_qs, {}},       {6, u"guest"_qs, {}},
                                  {7, u"user"_qs, {}},    {8, u"frontpage"_qs, {}}};
    for (Moodle &m : m_world.moodle) {
        m.roles = roles;
        m.plugin.account = api();
        m.runner = {false, false, ago(0.55), Instant{ago(0).ms + 36'000'000}};
    }
    Moodle &main = moodle(Main);
    main.roles.push_back({9, u"ensnonvisible"_qs, u"Enseignant non visible"_qs});
    main.roles.push_back({10, u"sp-editingteachercopy"_qs, u"Secrétaire pédagogique"_qs});
    main.roles.push_back({11, u"auditeur"_qs, u"Auditeur libre"_qs});
    main.plugin.moderatorRoles = {u"editingteacher"_qs, u"ensnonvisible"_qs};
    main.plugin.memberRoles = {u"student"_qs};
    main.reports = {{1, u"participants"_qs, {}, false}, {2, u"roles"_qs, {}, false}};

    Moodle &annexe = moodle(Annexe);
    annexe.id = u"annexe"_qs;
    annexe.companion = false;
    // The administrator forgot moodle/site:accessallgroups: courses with separate groups come back empty.
    annexe.capabilities = QStringList{u"webservice/rest:use"_qs,
                                      u"moodle/course:view"_qs,
                                      u"moodle/course:viewhiddencourses"_qs,
                                      u"moodle/course:enrolreview"_qs,
                                      u"moodle/course:viewparticipants"_qs,
                                      u"moodle/user:viewdetails"_qs,
                                      u"moodle/user:viewalldetails"_qs,
                                      u"moodle/site:viewuseridentity"_qs,
                                      u"moodle/site:viewfullnames"_qs,
                                      u"moodle/course:viewhiddenactivities"_qs,
                                      u"moodle/course:viewhiddensections"_qs,
                                      u"moodle/course:ignoreavailabilityrestrictions"_qs,
                                      u"moodle/course:managegroups"_qs,
                                      u"moodle/role:review"_qs,
                                      u"moodle/category:viewhiddencategories"_qs};
}

void CampusBuilder::makeCategories()
{
    auto &main = moodle(Main).categories;
    qint64 id = 0;
    for (const names::Faculty &f : names::faculties()) {
        const qint64 faculty = ++id;
        main.push_back({faculty, 0, utf8(f.name)});
        for (const char *level : {"Licence 1", "Licence 2", "Licence 3", "Master"})
            main.push_back({++id, faculty, utf8(level)});
    }
    moodle(Annexe).categories = {{1, 0, u"Université du temps libre"_qs}, {2, 1, u"Ateliers"_qs}};
}

Instant CampusBuilder::ago(double days) const
{
    return {m_now.ms - static_cast<qint64>(days * 86'400) * 1000};
}

QString CampusBuilder::freeLogin(const QString &wish)
{
    QString login = wish;
    for (int n = 2; m_logins.contains(login); ++n)
        login = wish + QString::number(n);
    m_logins.insert(login);
    return login;
}

QString CampusBuilder::username(const QString &firstname, const QString &lastname, bool numeric)
{
    if (numeric)
        return freeLogin(QString::number(m_dice.between(21'900'000, 22'699'999)));
    const QString last = names::plain(lastname).remove(u'-');
    return freeLogin(names::plain(firstname).left(1) + last.left(9));
}

Human CampusBuilder::person(Site site, bool student, bool account)
{
    const QString firstname = utf8(m_dice.pick(names::first()));
    const QString lastname = utf8(m_dice.pick(names::last()));
    const QString login = username(firstname, lastname, student && m_dice.chance(15));
    const QString mail = freeLogin(names::plain(firstname) + u'.' + names::plain(lastname)) +
                         (student ? u"@etu.campus.example"_qs : u"@campus.example"_qs);
    Human human{++m_person[site], {}, m_dice.below(int(names::faculties().size()))};
    moodle(site).people.push_back({human.moodle, login, firstname, lastname, mail,
                                   student ? QString::number(m_dice.between(20'200'000, 20'269'999)) : QString(), false,
                                   false});
    if (account) {
        human.chat = m_dice.id();
        // A few accounts are older than the directory's lower-case rule.
        const QString name = m_dice.chance(3) ? QString(login.left(1).toUpper() + login.mid(1)) : login;
        m_chatIndex.insert(human.chat, m_world.chat.users.size());
        m_world.chat.users.push_back(
            {human.chat, name, firstname + u' ' + lastname, mail, true, {u"user"_qs}, u"user"_qs});
    }
    return human;
}

void CampusBuilder::people(Site site, int teachers, int students)
{
    for (int i = 0; i < teachers; ++i)
        m_teachers[site].push_back(person(site, false));
    for (int i = 0; i < students; ++i)
        m_students[site].push_back(person(site, true));
}

Person &CampusBuilder::moodlePerson(Site site, qint64 id)
{
    auto &people = moodle(site).people; // ids grow
    return *std::lower_bound(people.begin(), people.end(), id, [](const Person &p, qint64 i) { return p.id < i; });
}

ChatUser &CampusBuilder::chatUser(const QString &id)
{
    return m_world.chat.users[m_chatIndex.value(id)];
}

QString CampusBuilder::stranger(const QString &login, const QString &name, const QStringList &roles)
{
    const QString id = m_dice.id();
    m_chatIndex.insert(id, m_world.chat.users.size());
    m_world.chat.users.push_back({id, freeLogin(login), name, login + u"@campus.example", true, roles, u"user"_qs});
    return id;
}

Human CampusBuilder::drawn(Site site, bool student, int faculty, QSet<qint64> &taken)
{
    const auto &pool = student ? m_students[site] : m_teachers[site];
    for (int tries = 0; tries < 60; ++tries) {
        const Human &h = m_dice.pick(pool);
        // People mostly stay in their faculty; the last tries take anybody.
        if ((h.faculty == faculty || tries > 40 || m_dice.chance(4)) && !taken.contains(h.moodle)) {
            taken.insert(h.moodle);
            return h;
        }
    }
    const Human h = person(site, student);
    taken.insert(h.moodle);
    return h;
}

Link CampusBuilder::course(const CourseSpec &spec)
{
    Link out;
    out.site = spec.site;
    out.course = moodle(spec.site).courses.size();
    Course c;
    c.id = ++m_course[spec.site];
    c.category = spec.site == Main ? spec.faculty * 5 + 2 + levelOf(spec.shortname) : 2;
    c.shortname = spec.shortname;
    c.fullname = spec.fullname;
    c.created = ago(semester + m_dice.below(30));
    moodle(spec.site).courses.push_back(std::move(c));
    QSet<qint64> taken;
    for (int i = 0; i < spec.teachers; ++i)
        out.teachers.push_back(drawn(spec.site, false, spec.faculty, taken));
    for (int i = 0; i < spec.students; ++i)
        out.students.push_back(drawn(spec.site, true, spec.faculty, taken));
    for (const Human &h : out.teachers)
        enrol(out, h, {u"editingteacher"_qs});
    for (const Human &h : out.students)
        enrol(out, h, {u"student"_qs});
    return out;
}

QString CampusBuilder::roomName(Site site, const QString &shortname, qint64 cmid) const
{
    // The plugin's validation works on bytes: an accented letter becomes two underscores.
    QByteArray name = shortname.toUtf8() + '_' + QByteArray::number(cmid);
    for (char &c : name) {
        const bool fine = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                          c == '_' || c == '.';
        if (!fine)
            c = '_';
    }
    return moodleIdMark(m_world.moodle[site].id) + u'_' + QString::fromLatin1(name);
}

Room &CampusBuilder::addRoom(const QString &name, const QString &type, const QString &creator, Instant created)
{
    Room room;
    room.id = m_dice.id();
    room.name = name;
    room.type = type;
    room.creator = creator;
    room.created = created;
    room.oldestMessage = {created.ms + m_dice.between(1, 72) * 3'600'000LL};
    room.newestMessage = ago(m_dice.between(1, 400) / 24.0);
    if (room.newestMessage < room.oldestMessage)
        room.newestMessage = room.oldestMessage;
    m_world.chat.rooms.push_back(std::move(room));
    return m_world.chat.rooms.back();
}

void CampusBuilder::link(Link &l)
{
    const auto site = static_cast<Site>(l.site);
    const Plugin &plugin = moodle(site).plugin;
    Activity a;
    a.cmid = nextCmid(site);
    a.name = m_dice.chance(30) ? u"Salon de discussion"_qs : u"Tchat du cours"_qs;
    a.moderatorRoles = plugin.moderatorRoles;
    a.memberRoles = plugin.memberRoles;
    a.retention = ActivityRetention{true, 90, false, false};
    a.created = {courseOf(l).created.ms + m_dice.between(24, 240) * 3'600'000LL};
    Room &room = addRoom(roomName(site, courseOf(l).shortname, a.cmid), u"p"_qs, api(), {a.created.ms + 2 * step});
    room.retention = Retention{true, true, 90, false, false, false};
    room.oldestMessage = std::max(room.oldestMessage, ago(85)); // the rule is kept
    l.room = m_world.chat.rooms.size() - 1;
    room.members.push_back({api(), {u"owner"_qs}});
    Instant at{room.created.ms + step};
    for (const auto *list : {&l.teachers, &l.students}) {
        for (const Human &h : *list) {
            if (!h.chat.isEmpty())
                join(room, h.chat, api(), at, list == &l.teachers ? QStringList{u"moderator"_qs} : QStringList());
            at.ms += step;
        }
    }
    a.room = room.id;
    l.activity = courseOf(l).activities.size();
    courseOf(l).activities.push_back(std::move(a));
}

void CampusBuilder::enrol(const Link &l, const Human &h, const QStringList &roles)
{
    Enrolment e;
    e.person = h.moodle;
    e.roles = roles;
    e.start = courseOf(l).created;
    courseOf(l).enrolments.push_back(std::move(e));
}

Enrolment &CampusBuilder::enrolmentOf(const Link &l, qint64 person)
{
    auto &list = courseOf(l).enrolments;
    return *std::find_if(list.begin(), list.end(), [&](const Enrolment &e) { return e.person == person; });
}

void CampusBuilder::unenrol(const Link &l, qint64 person)
{
    std::erase_if(courseOf(l).enrolments, [&](const Enrolment &e) { return e.person == person; });
}

void CampusBuilder::join(Room &room, const QString &user, const QString &by, Instant at, const QStringList &roles)
{
    room.members.push_back({user, roles});
    if (by.isEmpty())
        event(room, "uj", user, user, at);
    else
        event(room, "au", user, by, at);
    if (!roles.isEmpty())
        event(room, "role+", user, by.isEmpty() ? api() : by, {at.ms + 300});
}

void CampusBuilder::take(Room &room, const QString &user)
{
    std::erase_if(room.members, [&](const RoomMember &m) { return m.user == user; });
}

RoomMember &CampusBuilder::memberOf(Room &room, const QString &user)
{
    return *std::find_if(room.members.begin(), room.members.end(), [&](const RoomMember &m) { return m.user == user; });
}

void CampusBuilder::event(Room &room, const char *type, const QString &user, const QString &by, Instant at)
{
    room.events.push_back({at, QString::fromLatin1(type), user, by});
}

Human CampusBuilder::leaver(Link &l, const QStringList &roles)
{
    const Human h = person(static_cast<Site>(l.site), true);
    Room &room = roomOf(l);
    const bool moderator = !roles.contains(u"student"_qs);
    join(room, h.chat, api(), {room.created.ms + 3'600'000}, moderator ? QStringList{u"moderator"_qs} : QStringList());
    const qint64 course = courseOf(l).id;
    before([site = l.site, course, h, roles](World &w) {
        Enrolment e;
        e.person = h.moodle;
        e.roles = roles;
        courseIn(w, site, course).enrolments.push_back(std::move(e));
    });
    return h;
}

Course &CampusBuilder::courseIn(World &w, std::size_t site, qint64 id)
{
    auto &courses = w.moodle[site].courses; // ids grow
    return *std::lower_bound(courses.begin(), courses.end(), id, [](const Course &c, qint64 i) { return c.id < i; });
}

Room &CampusBuilder::roomIn(World &w, const QString &id)
{
    auto &rooms = w.chat.rooms;
    return *std::find_if(rooms.begin(), rooms.end(), [&](const Room &r) { return r.id == id; });
}

World CampusBuilder::takeEarlier()
{
    World w = std::move(m_world);
    for (const auto &change : m_past)
        change(w);
    w.now = ago(35);
    const auto later = [&](Instant at) { return at > w.now; };
    for (Moodle &m : w.moodle) {
        for (Course &c : m.courses)
            std::erase_if(c.activities, [&](const Activity &a) { return later(a.created); });
        std::erase_if(m.recycleBin, [&](const BinItem &b) { return later(b.deleted); });
        std::erase_if(m.restoreTasks, [&](const RestoreTask &t) { return later(t.created); });
        m.runner.lastRun = {w.now.ms - 50'000'000};
        m.runner.nextRun = {w.now.ms + 36'000'000};
    }
    std::erase_if(w.chat.rooms, [&](const Room &r) { return later(r.created); });
    for (Room &r : w.chat.rooms) {
        std::erase_if(r.events, [&](const RoomEvent &e) { return later(e.at); });
        if (later(r.newestMessage))
            r.newestMessage = std::max(r.oldestMessage, Instant{w.now.ms - 86'400'000});
        if (later(r.oldestMessage))
            r.oldestMessage = r.newestMessage = {};
    }
    return w;
}

} // namespace liaison::sandbox
