#include "tests/ui/courses/courseworld.h"

#include "core/model/snapshotbuilder.h"

#include <algorithm>
#include <array>

namespace liaison::tests {
namespace {

constexpr std::array firstNames{u"Aïcha",  u"Émile",  u"Zoë",    u"Lucas",  u"Inès",  u"Łukasz",
                                u"Noémie", u"Hélène", u"Samuel", u"Paul",   u"Théo",  u"Clara",
                                u"Marc",   u"Jeanne", u"Omar",   u"Élodie", u"Anaïs", u"Hugo"};
constexpr std::array lastNames{u"Ben Salem", u"Chrétien", u"D’Angelo", u"Petit",   u"Le Goff",
                               u"Nowak",     u"Roy",      u"Faure",    u"Okoye",   u"Marchand",
                               u"Lambert",   u"Vidal",    u"Estève",   u"Garnier", u"Haddad"};

/// Hands out people with names; the same number is always the same person.
class People
{
public:
    explicit People(SmallWorld &world) : w(world) {}

    qint64 make(bool account = true)
    {
        const qint64 id = 1000 + m_made++;
        const QString first = QString::fromUtf16(firstNames.at(static_cast<size_t>(id * 7) % firstNames.size()));
        const QString last = QString::fromUtf16(lastNames.at(static_cast<size_t>(id * 11 / 3) % lastNames.size()));
        return named(id, QString(first + u' ' + last), QString(u"u" + QString::number(id)), account);
    }
    qint64 named(qint64 id, const QString &name, const QString &login, bool account = true)
    {
        SmallPerson person;
        person.id = id;
        person.username = login;
        person.fullName = name;
        w.people.push_back(person);
        if (account)
            this->account(id, name, login);
        else
            w.absentLogins << login;
        return id;
    }
    void account(qint64 id, const QString &name, const QString &login)
    {
        SmallAccount a;
        a.id = idOf(id);
        a.username = login;
        a.name = name;
        w.accounts.push_back(a);
    }
    [[nodiscard]] static QString idOf(qint64 id) { return QString(u"a" + QString::number(id)); }

private:
    SmallWorld &w;
    int m_made = 0;
};

struct Written
{
    const char16_t *shortName, *fullName;
    qint64 category;
    int inStep, absent, extra; ///< people on both sides, only in Moodle, only in the chat (once expected)
};

SmallEnrolment enrolment(qint64 person, const QString &role)
{
    SmallEnrolment e;
    e.person = person;
    e.roles = QStringList{role};
    return e;
}

class Campus
{
public:
    Campus() : w(SmallWorld::oneCourse()), m_people(w)
    {
        w.courses.clear();
        w.links.clear();
        w.rooms.clear();
    }

    SmallWorld run()
    {
        constexpr Written written[] = {
            {u"ALG-M1", u"Algorithmique avancée", 12, 86, 0, 0},
            {u"ANG-L2", u"Anglais de spécialité — L2", 13, 205, 7, 0},
            {u"BCH-L3", u"Biochimie structurale", 14, 64, 0, 0},
            {u"BIO-L1", u"Biologie cellulaire", 14, 12, 0, 0},
            {u"CHI-L1", u"Chimie générale", 14, 316, 2, 5},
            {u"CIV-L2", u"Droit civil des obligations", 11, 30, 0, 0},
            {u"DRP-M2", u"Droit pénal des affaires", 11, 38, 0, 0},
            {u"ECO-21", u"Économie générale (2021)", 12, 20, 0, 0},
            {u"ECO-L1", u"Économie générale", 12, 287, 0, 0},
            {u"ÉPI-M1", u"Épidémiologie", 14, 52, 0, 0},
            {u"ESP-L1", u"Espagnol débutant", 13, 43, 1, 0},
            {u"GEO-L2", u"Géographie humaine", 13, 91, 0, 0},
            {u"GES-BUT1", u"Gestion comptable", 12, 133, 0, 0},
            {u"GVA-M2", u"Droit international (Genève)", 11, 21, 0, 0},
            {u"HIS-L3", u"Histoire de l’Europe moderne", 13, 69, 2, 0},
            {u"INF-L1", u"Introduction à l’algorithmique", 12, 356, 0, 0},
            {u"LIN-M1", u"Linguistique de corpus", 13, 29, 0, 0},
            {u"MAT-L1", u"Mathématiques discrètes", 12, 301, 0, 0},
            {u"MÉD-P2", u"Physiologie — PASS", 14, 1185, 19, 2},
            {u"MUS-L1", u"Histoire de la musique", 13, 48, 0, 0},
            {u"PHI-L3", u"Philosophie des sciences", 13, 57, 0, 1},
            {u"PSY-L2", u"Psychologie sociale", 13, 398, 0, 0},
        };
        qint64 number = 0;
        for (const Written &one : written)
            add(one, ++number);
        constitutionalLaw();
        states();
        return w;
    }

private:
    void add(const Written &one, qint64 number)
    {
        const qint64 id = 38000 + number * 137;
        SmallCourse course;
        course.id = id;
        course.shortName = QString::fromUtf16(one.shortName);
        course.fullName = QString::fromUtf16(one.fullName);
        course.path = {one.category, 1};
        SmallRoom room;
        room.id = QString(u"room" + QString::number(number));
        room.name = QString(course.shortName.toLower().replace(u'é', u'e') + u'_' + QString::number(id));
        room.members.push_back({QStringLiteral("u-liaison.api"), RoomOwner});
        for (int i = 0; i < one.inStep; ++i) {
            const qint64 person = m_people.make();
            course.enrolled.push_back(
                enrolment(person, i == 0 ? QStringLiteral("editingteacher") : QStringLiteral("student")));
            room.members.push_back({People::idOf(person), i == 0 ? quint8(RoomModerator) : quint8(RoomMember)});
        }
        for (int i = 0; i < one.absent; ++i)
            course.enrolled.push_back(enrolment(m_people.make(), QStringLiteral("student")));
        for (int i = 0; i < one.extra; ++i) {
            const qint64 person = m_people.make();
            room.members.push_back({People::idOf(person), RoomMember});
            w.history.addedByUs[room.id].insert(People::idOf(person), w.now);
        }
        SmallLink link;
        link.cmid = id + 100000;
        link.course = id;
        link.room = room.id;
        link.activityName = QStringLiteral("Discussion du cours");
        link.roles = std::pair(QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")},
                               QStringList{QStringLiteral("student")});
        w.courses.push_back(std::move(course));
        w.rooms.push_back(std::move(room));
        w.links.push_back(std::move(link));
    }

    /// DRC-L1: every kind of change, guests, a protected account, somebody without account.
    void constitutionalLaw()
    {
        add({u"DRC-L1", u"Droit constitutionnel 1", 11, 108, 6, 2}, 60);
        SmallCourse &course = w.courses.back();
        SmallRoom &room = w.rooms.back();
        const auto teacher = [&](qint64 id, const char16_t *name, const char16_t *login) {
            m_people.named(id, QString::fromUtf16(name), QString::fromUtf16(login));
            course.enrolled.push_back(enrolment(id, QStringLiteral("editingteacher")));
            room.members.push_back({People::idOf(id), RoomMember});
        };
        teacher(501, u"Hélène Faure", u"hfaure2");
        teacher(502, u"Samuel Okoye", u"sokoye1");
        m_people.named(503, QStringLiteral("Paul Marchand"), QStringLiteral("pmarch7"));
        course.enrolled.push_back(enrolment(503, QStringLiteral("student")));
        room.members.push_back({People::idOf(503), RoomModerator});
        m_people.named(504, QStringLiteral("Noémie Roy"), QStringLiteral("nroy8"), false);
        course.enrolled.push_back(enrolment(504, QStringLiteral("student")));
        m_people.named(505, QStringLiteral("Théo Lambert"), QStringLiteral("tlambert4"));
        SmallEnrolment suspended = enrolment(505, QStringLiteral("student"));
        suspended.active = Tri::No;
        course.enrolled.push_back(suspended);
        room.members.push_back({People::idOf(505), RoomMember});
        m_people.account(506, QStringLiteral("Jean <b>Invité</b>"), QStringLiteral("jinvite"));
        room.members.push_back({People::idOf(506), RoomMember});
        w.policy.inactiveEnrolment = Treatment::NotExpected;
    }

    SmallLink &linkOf(const QString &shortName)
    {
        const SmallCourse &course = w.course(shortName);
        return *std::find_if(w.links.begin(), w.links.end(), [&](const SmallLink &l) { return l.course == course.id; });
    }

    void states()
    {
        w.room(linkOf(QStringLiteral("BIO-L1")).room).unknown = UnknownBecause{UnknownReason::Truncated, {}};
        linkOf(QStringLiteral("CIV-L2")).points = SmallLink::Points::Missing;
        linkOf(QStringLiteral("GEO-L2")).points = SmallLink::Points::Ambiguous;
        linkOf(QStringLiteral("LIN-M1")).points = SmallLink::Points::Nowhere;
        SmallLink &pending = linkOf(QStringLiteral("ÉPI-M1"));
        pending.points = SmallLink::Points::Missing;
        pending.created = Instant{w.now.ms - 3 * 60'000};
        SmallLink &old = linkOf(QStringLiteral("ECO-21"));
        old.visible = false;
        w.room(old.room).archived = true;
        w.room(linkOf(QStringLiteral("PSY-L2")).room).proof = Proof::Administered;
        w.room(linkOf(QStringLiteral("PSY-L2")).room).access = Access::Administered;
        linkOf(QStringLiteral("ESP-L1")).source = LinkSource::Guessed;
        linkOf(QStringLiteral("ESP-L1")).confirmed = false;
    }

    SmallWorld w;
    People m_people;
};

} // namespace

SmallWorld courseWorld()
{
    return Campus().run();
}

std::shared_ptr<const CampusView> viewOf(const SmallWorld &world, Instant readAt)
{
    auto view = std::make_shared<CampusView>();
    view->snapshot = build(world);
    view->policy = world.policy;
    view->history = world.history;
    view->diff = diff(*view->snapshot, world.policy, world.history);
    view->readAt = readAt.isKnown() ? readAt : world.now;
    view->profileName = QStringLiteral("Université des Trois-Rives");
    auto &names = view->categories[QStringLiteral("main")];
    names.insert(1, QStringLiteral("Université des Trois-Rives"));
    names.insert(11, QStringLiteral("Licence de droit"));
    names.insert(12, QStringLiteral("Sciences & techniques"));
    names.insert(13, QStringLiteral("Lettres et langues"));
    names.insert(14, QStringLiteral("Santé"));
    const Snapshot &s = *view->snapshot;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const auto *room = std::get_if<RoomIx>(&s.links[i].room);
        if (!room)
            continue;
        RetentionRow row;
        row.link = {s.sites[s.links[i].site.value].id.value, s.links[i].cmid.value};
        row.room = s.rooms[room->value].id.value;
        row.wanted = 90;
        row.stored = 350;
        row.effective = 350;
        row.wantedKnown = row.storedKnown = row.effectiveKnown = true;
        row.verdict = RetentionVerdict::TooLong;
        view->retention.push_back(row);
    }
    store::RunRecord run;
    run.id = QStringLiteral("run-1");
    run.started = Instant{world.now.ms - 86'400'000};
    run.by = QStringLiteral("cmoreau");
    run.state = RunState::Done;
    view->runs.push_back(run);
    return view;
}

std::shared_ptr<const CampusView> wideView(int n)
{
    SnapshotBuilder b;
    Site main;
    main.id = {QStringLiteral("main")};
    const SiteIx site = b.addSite(main);
    auto view = std::make_shared<CampusView>();
    for (int i = 0; i < n; ++i) {
        Course course;
        course.site = site;
        course.id = {i + 1};
        course.category = {i % 50 + 1};
        course.shortName = QStringLiteral("C%1").arg(i, 6, 10, QLatin1Char('0'));
        course.fullName = QString((i % 3 == 0 ? u"Étude de Genève " : u"Génie civil ") + QString::number(i));
        const CourseIx ix = b.addCourse(course);
        Room room;
        room.id = {QString(u"r" + QString::number(i))};
        room.name = QString(u"salon_" + QString::number(i));
        const RoomIx roomIx = b.addRoom(room);
        Link link;
        link.site = site;
        link.course = ix;
        link.cmid = {i + 1};
        link.room = roomIx;
        b.addLink(link);
        LinkRow row;
        row.link = LinkIx(static_cast<quint32>(i));
        row.state = i % 10 == 0 ? LinkState::Drift : LinkState::InStep;
        row.expected = 30;
        row.members = i % 10 == 0 ? 28 : 30;
        row.add = i % 10 == 0 ? 2 : 0;
        view->diff.links.push_back(row);
    }
    view->snapshot = b.finish();
    view->readAt = Instant{1};
    return view;
}

quint32 positionOf(const CampusView &view, qint64 cmid)
{
    const auto &links = view.snapshot->links;
    const auto at = std::find_if(links.begin(), links.end(), [&](const Link &l) { return l.cmid.value == cmid; });
    return static_cast<quint32>(at - links.begin());
}

} // namespace liaison::tests
