#include "core/sandbox/campus_builder.h"

#include <algorithm>
#include <utility>

/// The linked courses of the main site in which something is to be seen: one function a story.
namespace liaison::sandbox {
namespace {

const auto Main = CampusBuilder::Main;

/// By the code that begins the short name.
int facultyOf(const char *shortname)
{
    const auto all = names::faculties();
    const auto is = [&](const names::Faculty &f) { return QByteArrayView(shortname).startsWith(f.code); };
    return static_cast<int>(std::find_if(all.begin(), all.end(), is) - all.begin());
}

Link make(CampusBuilder &b, const char *shortname, const char *fullname, int teachers, int students)
{
    return b.linked(
        {Main, facultyOf(shortname), QString::fromUtf8(shortname), QString::fromUtf8(fullname), teachers, students});
}

/// Link states that need no people: the room is not made, not there, not ours, or closed.
void states(CampusBuilder &b)
{
    const auto without = [&](const char *shortname, const char *fullname, std::optional<QString> room,
                             Instant created) {
        Link l =
            b.course({Main, facultyOf(shortname), QString::fromUtf8(shortname), QString::fromUtf8(fullname), 1, 15});
        Activity a;
        a.cmid = b.nextCmid(Main);
        a.name = u"Tchat du cours"_qs;
        a.room = std::move(room);
        a.moderatorRoles = b.moodle(Main).plugin.moderatorRoles;
        a.memberRoles = b.moodle(Main).plugin.memberRoles;
        a.created = created;
        b.courseOf(l).activities.push_back(std::move(a));
    };
    without("SCI-L1-CHIM", "Chimie générale", std::nullopt, b.ago(40));              // unlinked
    without("SCI-L3-OPT", "Optique ondulatoire", b.dice().id(), b.ago(10.0 / 1440)); // pending: ten minutes old
    without("SCI-L2-MECA", "Mécanique des fluides", b.dice().id(), b.ago(60));       // missing: the room is gone

    // Its owner made the room public and put the API account out: nobody of ours sees it any more.
    Link open = make(b, "LET-M1-CINÉ", "Cinéma & société", 1, 18);
    b.roomOf(open).type = u"c"_qs;
    CampusBuilder::memberOf(b.roomOf(open), open.teachers[0].chat).roles = {u"owner"_qs, u"moderator"_qs};
    CampusBuilder::take(b.roomOf(open), b.api());
    b.event(b.roomOf(open), "ru", b.api(), open.teachers[0].chat, b.ago(12));

    // The API account was put out, the room is still private: only seen as an administrator sees it.
    Link administered = make(b, "DRT-L2-OBLIG", "Droit des obligations", 1, 24);
    Room &room = b.roomOf(administered);
    CampusBuilder::memberOf(room, administered.teachers[0].chat).roles = {u"owner"_qs, u"moderator"_qs};
    CampusBuilder::take(room, b.api());
    b.event(room, "ru", b.api(), administered.teachers[0].chat, b.ago(20));
    CampusBuilder::take(room, administered.students[3].chat);

    Link archived = make(b, "MED-P2-ANAT", "Anatomie générale (2025)", 2, 30);
    b.activityOf(archived).visible = false;
    b.roomOf(archived).archived = true;

    Link hiddenOpen = make(b, "ECO-L1-MICRO", "Microéconomie", 1, 28);
    b.activityOf(hiddenOpen).visible = false;

    Link stealth = make(b, "ECO-L1-MACRO", "Macroéconomie", 1, 22); // not on the course page: archived by the plugin
    b.activityOf(stealth).visibleOnCoursePage = false;
    b.roomOf(stealth).archived = true;

    Link shown = make(b, "IUT-S1-WEB", "Développement web", 2, 26); // shown again, the room stayed archived
    b.roomOf(shown).archived = true;
}

/// Who should not be there any more, and why.
void leavers(CampusBuilder &b)
{
    Link first = make(b, "SCI-L1-ALG", "Algèbre linéaire 1", 3, 74); // larger than one page of 50
    for (int i = 0; i < 4; ++i)
        b.leaver(first);

    Link few = make(b, "LET-L2-HIST", "Histoire médiévale", 1, 34);
    for (int i = 0; i < 3; ++i)
        b.leaver(few);

    Link unmapped = make(b, "LET-L1-PHILO", "Philosophie de l'art", 1, 25);
    for (int i = 0; i < 2; ++i) // students who became auditors: still enrolled, but the role is mapped to nothing
        b.enrolmentOf(unmapped, unmapped.students[std::size_t(i)].moodle).roles = {u"auditeur"_qs};

    // The course was reset: everybody but the teacher and six new ones left at once.
    Link reset = make(b, "DRT-L1-CONST", "Droit constitutionnel", 2, 6);
    for (int i = 0; i < 44; ++i)
        b.leaver(reset);

    Link emptied = b.course({Main, 5, u"IUT-S3-PROJ"_qs, u"Projet tutoré"_qs, 0, 0});
    b.link(emptied);
    b.leaver(emptied, {u"editingteacher"_qs});
    for (int i = 0; i < 11; ++i)
        b.leaver(emptied);
}

/// Expected people who are not in the room; the timeline knows why.
void absent(CampusBuilder &b)
{
    Link l = make(b, "SCI-L2-PROBA", "Probabilités et statistique", 2, 32);
    Room &room = b.roomOf(l);
    const auto gone = [&](std::size_t i) -> const QString & {
        CampusBuilder::take(room, l.students[i].chat);
        return l.students[i].chat;
    };
    const QString left = gone(0), removed = gone(1), never = gone(2), never2 = gone(3), order = gone(4);
    b.event(room, "ul", left, left, b.ago(9));
    b.event(room, "ru", removed, l.teachers[0].chat, b.ago(6));
    std::erase_if(room.events, [&](const RoomEvent &e) { return e.user == never || e.user == never2; });
    // Two role events in the wrong order: added and removed within the same minute by the plugin.
    b.event(room, "au", order, b.api(), b.ago(3));
    b.event(room, "ru", order, b.api(), {b.ago(3).ms + 20'000});

    Link roles = make(b, "ECO-L3-ECONO", "Économétrie", 3, 27);
    Room &r = b.roomOf(roles);
    for (int i = 0; i < 2; ++i) { // teachers who never became moderators
        const QString &teacher = roles.teachers[std::size_t(i)].chat;
        CampusBuilder::memberOf(r, teacher).roles.clear();
        std::erase_if(r.events, [&](const RoomEvent &e) { return e.type == u"role+" && e.user == teacher; });
    }
    // Who was a teacher five weeks ago and is a student now is still a moderator.
    const Human demoted = roles.students[0];
    CampusBuilder::memberOf(r, demoted.chat).roles = {u"moderator"_qs};
    const qint64 course = b.courseOf(roles).id;
    b.before([course, demoted](World &w) {
        for (Enrolment &e : CampusBuilder::courseIn(w, Main, course).enrolments) {
            if (e.person == demoted.moodle)
                e.roles = {u"editingteacher"_qs};
        }
    });
}

/// Members whom no enrolment explains.
void guests(CampusBuilder &b)
{
    Link l = make(b, "LET-M2-TRAD", "Traduction anglais-français", 2, 16);
    const Human invited = b.person(Main, false), joined = b.person(Main, true);
    const QString partner = b.stranger(u"e.whitfield"_qs, u"Eleanor Whitfield"_qs, {u"guest"_qs});
    Room &room = b.roomOf(l);
    b.join(room, invited.chat, l.teachers[0].chat, b.ago(30)); // by hand
    b.join(room, joined.chat, {}, b.ago(18));                  // by an invite link
    b.join(room, partner, l.teachers[1].chat, b.ago(25));      // no Moodle account at all

    // Somebody whose Moodle account was deleted, known from five weeks ago.
    Link gone = make(b, "MED-P3-PHYSIO", "Physiologie cardiaque", 1, 29);
    const Human deleted = b.leaver(gone);
    Person &person = b.moodlePerson(Main, deleted.moodle);
    person.deleted = true;
    b.before([id = deleted.moodle](World &w) {
        for (Person &p : w.moodle[Main].people) {
            if (p.id == id)
                p.deleted = false;
        }
    });

    // Never removed: an owner, the administrator, a bot.
    Link kept = make(b, "MED-P2-ÉTHIQUE", "Éthique et soins", 1, 21);
    const Human owner = b.person(Main, false);
    Room &keep = b.roomOf(kept);
    b.join(keep, owner.chat, b.api(), {keep.created.ms + 100'000}, {u"owner"_qs});
    b.join(keep, b.admin(), {}, b.ago(15));
    b.join(keep, b.bot(), b.admin(), b.ago(15));
}

/// Moodle people and chat accounts that do not meet.
void accounts(CampusBuilder &b)
{
    Link l = make(b, "ECO-L2-COMPTA", "Comptabilité générale", 1, 22);
    for (int i = 0; i < 12; ++i)
        b.enrol(l, b.person(Main, true, false), {u"student"_qs});

    Link off = make(b, "IUT-S2-ÉLEC", "Électronique numérique", 1, 23);
    b.chatUser(off.students[0].chat).active = false; // still subscribed: counted, not listed
    b.chatUser(off.students[1].chat).active = false;
    CampusBuilder::take(b.roomOf(off), off.students[1].chat);

    // A second Moodle account from an old import: the same login in capitals, so the same chat account.
    Link twice = make(b, "DRT-L3-UE", "Droit de l'Union européenne", 2, 19);
    const Human other = b.person(Main, true, false);
    Person &old = b.moodlePerson(Main, other.moodle);
    const Person &first = b.moodlePerson(Main, twice.teachers[0].moodle); // a student's login may be a number
    old.username = first.username.toUpper();
    old.firstname = first.firstname;
    old.lastname = first.lastname;
    b.enrol(twice, other, {u"student"_qs});

    // Married: the Moodle login changed, the chat account kept the old one and the address.
    Link renamed = make(b, "LET-L3-LING", "Linguistique générale", 1, 20);
    Person &bride = b.moodlePerson(Main, renamed.students[0].moodle);
    bride.lastname = u"D'Angelo-O'Brien"_qs;
    bride.username = names::plain(bride.firstname).left(1) + u"dangelo"_qs + QString::number(bride.id);
}

/// Rooms that are not what they should be.
void rooms(CampusBuilder &b)
{
    Link renamed = make(b, "LET-L1-LATIN", "Latin débutant", 1, 17);
    b.roomOf(renamed).name = u"latinistes-du-lundi"_qs;

    // One room for two courses: everybody of both is expected there.
    Link a = make(b, "SCI-M1-RÉSEAUX", "Réseaux (FI)", 1, 14);
    Link c = b.course({Main, 0, u"SCI-M1-RÉSEAUX-ALT"_qs, u"Réseaux (alternance)"_qs, 1, 12});
    Activity second = b.activityOf(a);
    second.cmid = b.nextCmid(Main);
    b.courseOf(c).activities.push_back(second);
    const QSet<QString> inside = [&] {
        QSet<QString> out;
        for (const RoomMember &m : b.roomOf(a).members)
            out.insert(m.user);
        return out;
    }();
    for (const Human &h : c.students) {
        if (!inside.contains(h.chat))
            b.join(b.roomOf(a), h.chat, b.api(), b.ago(50));
    }
    if (!inside.contains(c.teachers[0].chat)) // the second course's teacher is an ordinary member there
        b.join(b.roomOf(a), c.teachers[0].chat, b.api(), b.ago(50));

    Link two = make(b, "SCI-L1-ALGO", "Algorithmique et programmation", 2, 33); // two activities, a room each
    b.link(two);
    b.activityOf(two).name = u"Entraide TP"_qs;

    Link encrypted = make(b, "MED-P3-PHARMA", "Pharmacologie", 1, 18);
    b.roomOf(encrypted).encrypted = true;

    Link ownerless = make(b, "DRT-M1-PÉNAL", "Droit pénal général", 1, 20);
    CampusBuilder::memberOf(b.roomOf(ownerless), b.api()).roles.clear();

    // The room was deleted and made again three weeks ago: five weeks ago it had another id.
    Link again = make(b, "IUT-S4-AUTO", "Automatique", 1, 24);
    Room &made = b.roomOf(again);
    Room old = made;
    old.id = b.dice().id();
    made.created = b.ago(21);
    made.oldestMessage = b.ago(20);
    for (RoomEvent &e : made.events)
        e.at = {made.created.ms + 5'000 + (e.at.ms - old.created.ms) % 600'000};
    b.before([course = b.courseOf(again).id, old](World &w) {
        CampusBuilder::courseIn(w, Main, course).activities[0].room = old.id;
        w.chat.rooms.push_back(old);
    });

    // Deleted and taken back out of the recycle bin a week ago: a new cmid for the same room. Nobody was put back in.
    Link restored = make(b, "IUT-S2-COM", "Communication professionnelle", 1, 25);
    const qint64 before = std::exchange(b.activityOf(restored).cmid, b.nextCmid(Main));
    for (std::size_t i = 0; i < 5; ++i)
        CampusBuilder::take(b.roomOf(restored), restored.students[i].chat);
    b.before([course = b.courseOf(restored).id, before, room = b.roomOf(restored).id,
              students = restored.students](World &w) {
        CampusBuilder::courseIn(w, Main, course).activities[0].cmid = before;
        for (std::size_t i = 0; i < 5; ++i)
            CampusBuilder::roomIn(w, room).members.push_back({students[i].chat, {}});
    });
}

/// Wanted retention that is not what the room has.
void retention(CampusBuilder &b)
{
    struct Case
    {
        const char *shortname, *fullname;
        std::optional<Retention> stored;
        ActivityRetention wanted;
    };
    const Case cases[] = {
        {"ECO-M1-JEUX", "Théorie des jeux", Retention{true, true, 365, false, false, false}, {true, 90, false, false}},
        {"ECO-M2-PROJ", "Gestion de projet", Retention{true, true, 15, false, false, false}, {true, 60, false, true}},
        {"ECO-L3-ANGL", "Business English", Retention{true, true, 90, false, true, false}, {true, 90, false, false}},
        {"DRT-L3-PROC",
         "Procédure civile",
         Retention{true, false, std::nullopt, false, false, false},
         {true, 90, false, false}},
        {"DRT-M2-FIN", "Finances publiques", std::nullopt, {true, 350, true, false}},
    };
    for (const Case &c : cases) {
        Link l = make(b, c.shortname, c.fullname, 1, 16);
        b.roomOf(l).retention = c.stored;
        b.activityOf(l).retention = c.wanted;
    }
    // Older messages than the rule allows: the rule is not effective.
    Link old = make(b, "MED-P2-SANTÉ", "Santé publique", 1, 26);
    b.roomOf(old).created = b.ago(500);
    b.roomOf(old).oldestMessage = b.ago(420);
}

/// In step, and each a question all the same: inactive people, groups, inherited roles, a mapping of its own.
void quiet(CampusBuilder &b)
{
    Link inactive = make(b, "SCI-L3-GÉNÉ", "Génétique", 2, 31);
    b.enrolmentOf(inactive, inactive.students[0].moodle).suspended = true;
    b.enrolmentOf(inactive, inactive.students[1].moodle).end = b.ago(7);
    b.enrolmentOf(inactive, inactive.students[2].moodle).start = b.ago(-14);
    const Human suspended = b.person(Main, true);
    b.moodlePerson(Main, suspended.moodle).suspended = true;
    b.enrol(inactive, suspended, {u"student"_qs});
    b.join(b.roomOf(inactive), suspended.chat, b.api(), b.ago(60));

    Link groups = make(b, "SCI-L1-ANALYSE", "Analyse réelle", 2, 40);
    Course &course = b.courseOf(groups);
    course.groupmode = 2;
    course.groups = {{course.id * 10 + 1, u"TD 1"_qs}, {course.id * 10 + 2, u"TD 2 – Zoé"_qs}};
    for (std::size_t i = 0; i < course.enrolments.size(); ++i)
        course.enrolments[i].groups = {course.groups[i % 2].id};

    // Enrolled without role here; the role comes from the category. And a manager of the site who is not enrolled.
    Link inherited = make(b, "LET-L3-SHAKE", "Shakespeare's Comedies", 1, 19);
    const Human head = b.person(Main, false), manager = b.person(Main, false);
    b.enrol(inherited, head, {});
    b.join(b.roomOf(inherited), head.chat, b.api(), b.ago(60), {u"moderator"_qs});
    auto &assignments = b.moodle(Main).roleAssignments;
    assignments.push_back({head.moodle, u"editingteacher"_qs, b.courseOf(inherited).category});
    assignments.push_back({manager.moodle, u"manager"_qs, 0});

    // Custom roles: the secretary moderates here, the teacher nobody sees moderates everywhere.
    Link mapping = make(b, "IUT-S1-PROD", "Gestion de production", 1, 20);
    const Human secretary = b.person(Main, false), unseen = b.person(Main, false), tutor = b.person(Main, false);
    b.activityOf(mapping).moderatorRoles.append(u"sp-editingteachercopy"_qs);
    b.enrol(mapping, secretary, {u"sp-editingteachercopy"_qs});
    b.enrol(mapping, unseen, {u"ensnonvisible"_qs});
    b.enrol(mapping, tutor, {u"teacher"_qs}); // mapped to nothing, not in the room: nothing to do
    for (const Human *h : {&secretary, &unseen})
        b.join(b.roomOf(mapping), h->chat, b.api(), b.ago(55), {u"moderator"_qs});

    make(b, "LET-L2-CIV/UK", "British Civilisation", 1, 23); // a slash in the short name
    make(b, "SCI-M2 Machine Learning", "Machine Learning", 2, 18);
    make(b, "MED-P4-URG", "Médecine d'urgence", 2, 36);
    make(b, "DRT-L1-HIST", "Histoire du droit", 1, 30);
}

/// No activity, so no row: most of a real campus.
void withoutChat(CampusBuilder &b)
{
    const std::pair<const char *, const char *> courses[] = {
        {"SCI-L2-ÉCOL", "Écologie générale"},  {"SCI-M1-GÉOL", "Géologie structurale"},
        {"LET-L1-ESP", "Español intermedio"},  {"LET-L2-ALL", "Deutsche Grammatik"},
        {"DRT-L2-COMMON", "Common Law"},       {"MED-P4-SÉMIO", "Sémiologie"},
        {"ECO-L2-MKT", "Marketing & société"}, {"IUT-S4-RÉSEAUX", "Réseaux locaux"}};
    for (const auto &[shortname, fullname] : courses)
        b.course({Main, facultyOf(shortname), QString::fromUtf8(shortname), QString::fromUtf8(fullname), 1, 12});
}

} // namespace

void mainCases(CampusBuilder &b)
{
    states(b);
    leavers(b);
    absent(b);
    guests(b);
    accounts(b);
    rooms(b);
    retention(b);
    quiet(b);
    withoutChat(b);
}

} // namespace liaison::sandbox
