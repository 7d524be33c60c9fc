#include "core/sandbox/campus_builder.h"

#include <utility>

/// Six small campuses, each with one thing to be found and a few courses in step around it (docs/sandbox.md says what
/// to look for).
namespace liaison::sandbox {
namespace {

const auto Main = CampusBuilder::Main;
const auto Annexe = CampusBuilder::Annexe;

Link make(CampusBuilder &b, const char *shortname, const char *fullname, int teachers, int students)
{
    return b.linked({Main, 0, QString::fromUtf8(shortname), QString::fromUtf8(fullname), teachers, students});
}

/// What an ordinary week looks like.
void inStep(CampusBuilder &b)
{
    make(b, "SCI-L1-ANALYSE", "Analyse 1", 2, 28);
    make(b, "SCI-L2-PROBA", "Probabilités et statistique", 1, 24);
    make(b, "SCI-L3-OPT", "Optique ondulatoire", 1, 17);
}

/// A synchronisation of roles from elsewhere took their role away; they are still enrolled.
void roleLost(CampusBuilder &b)
{
    inStep(b);
    Link l = make(b, "SCI-L2-MECA", "Mécanique des fluides", 2, 30);
    std::vector<qint64> lost{l.teachers[1].moodle};
    for (std::size_t i = 0; i < 3; ++i)
        lost.push_back(l.students[i].moodle);
    for (const qint64 person : lost) {
        Enrolment &e = b.enrolmentOf(l, person);
        b.before([course = b.courseOf(l).id, person, roles = e.roles](World &w) {
            for (Enrolment &before : CampusBuilder::courseIn(w, Main, course).enrolments) {
                if (before.person == person)
                    before.roles = roles;
            }
        });
        e.roles.clear();
    }
}

/// Deleted by mistake and taken back out of the bin: a new cmid for the same room, and not everybody came back.
void binRestored(CampusBuilder &b)
{
    inStep(b);
    Link l = make(b, "IUT-S2-COM", "Communication professionnelle", 1, 25);
    const qint64 cmid = std::exchange(b.activityOf(l).cmid, b.nextCmid(Main));
    const std::vector<Human> gone(l.students.begin(), l.students.begin() + 6);
    for (const Human &h : gone)
        CampusBuilder::take(b.roomOf(l), h.chat);
    b.before([course = b.courseOf(l).id, cmid, room = b.roomOf(l).id, gone](World &w) {
        CampusBuilder::courseIn(w, Main, course).activities[0].cmid = cmid;
        for (const Human &h : gone)
            CampusBuilder::roomIn(w, room).members.push_back({h.chat, {}});
    });
    // A second one is still in the bin.
    BinItem item;
    item.cmid = b.nextCmid(Main);
    item.course = b.courseOf(l).id;
    item.name = QStringLiteral("Tchat de la promotion");
    item.kind = QStringLiteral("course");
    item.deleted = b.ago(2);
    item.expires = b.ago(-5);
    Room &room =
        b.addRoom(b.roomName(Main, QStringLiteral("IUT-S2-COM"), item.cmid), QStringLiteral("p"), b.api(), b.ago(70));
    room.archived = true;
    room.members.push_back({b.api(), {QStringLiteral("owner")}});
    item.room = room.id;
    b.moodle(Main).recycleBin.push_back(item);
}

/// July: the course was emptied for the next year. Removing forty people is not a repair.
void courseReset(CampusBuilder &b)
{
    inStep(b);
    Link l = make(b, "DRT-L1-CONST", "Droit constitutionnel", 2, 4);
    for (int i = 0; i < 44; ++i)
        b.leaver(l);
}

/// Somebody made a room with the name that the plugin would have given, before it did. Nothing is read from names
/// alone.
void impostorRoom(CampusBuilder &b)
{
    inStep(b);
    const auto guessed = [&](const char *shortname, const char *fullname) {
        return b.linked({Annexe, 0, QString::fromUtf8(shortname), QString::fromUtf8(fullname), 1, 12});
    };
    guessed("UTL-AQUARELLE", "Aquarelle"); // the real thing, beside it
    Link l = guessed("UTL-HISTOIRE", "Histoire de l'art");
    // The name was taken, so the plugin appended the time to that of its own room.
    Room impostor = b.roomOf(l);
    b.roomOf(l).name += QStringLiteral("_1790000000");
    impostor.id = b.dice().id();
    impostor.creator = l.students[0].chat;
    impostor.members = {{l.students[0].chat, {QStringLiteral("owner")}}, {l.students[1].chat, {}}};
    impostor.events.clear();
    b.world().chat.rooms.push_back(impostor);
}

/// The plugin reads one page of fifty: who left and is beyond it stays for ever.
void beyondPage(CampusBuilder &b)
{
    inStep(b);
    Link l = make(b, "SCI-L1-ALG", "Algèbre linéaire 1", 3, 74);
    for (int i = 0; i < 6; ++i)
        b.leaver(l);
}

void stuckRestores(CampusBuilder &b)
{
    inStep(b);
    mainRestores(b);
}

struct Scenario
{
    const char *name;
    void (*build)(CampusBuilder &);
};
constexpr Scenario all[] = {{"role-lost", roleLost},        {"bin-restored", binRestored},
                            {"course-reset", courseReset},  {"impostor-room", impostorRoom},
                            {"beyond-page-50", beyondPage}, {"stuck-restores", stuckRestores}};

} // namespace

QStringList scenarioNames()
{
    QStringList names;
    for (const Scenario &s : all)
        names.append(QString::fromLatin1(s.name));
    return names;
}

void buildScenario(CampusBuilder &b, const QString &name)
{
    for (const Scenario &s : all) {
        if (name == QLatin1String(s.name))
            s.build(b);
    }
}

} // namespace liaison::sandbox
