#include "core/sandbox/campus_builder.h"

/// Rooms without course, the recycle bin and the restore tasks of the main site.
namespace liaison::sandbox {
namespace {

const auto Main = CampusBuilder::Main;

void orphans(CampusBuilder &b)
{
    struct Orphan
    {
        Room &room;
        qint64 cmid;
    };
    const auto orphan = [&](const char *shortname, double days) -> Orphan {
        const qint64 cmid = b.nextCmid(Main);
        Room &r = b.addRoom(b.roomName(Main, QString::fromUtf8(shortname), cmid), u"p"_qs, b.api(), b.ago(days));
        r.retention = Retention{true, true, 90, false, false, false};
        r.members.push_back({b.api(), {u"owner"_qs}});
        for (int i = 0; i < 6; ++i)
            b.join(r, b.person(Main, true).chat, b.api(), {r.created.ms + i * 1000});
        return {r, cmid};
    };
    orphan("SCI-L1-BIO-2024", 400); // its course was deleted
    // The activity was deleted where the recycle bin is not patched: archived, and nothing else tells.
    orphan("LET-L1-GREC", 200).room.archived = true;

    // In the bin of a course, and in the bin of a category.
    auto &bin = b.moodle(Main).recycleBin;
    const qint64 course = b.moodle(Main).courses.front().id;
    const auto binned = [&](const Orphan &o, qint64 from, const char *name, const char *kind, double days) {
        o.room.archived = true;
        bin.push_back({o.cmid, from, QString::fromUtf8(name), o.room.id, QString::fromLatin1(kind), b.ago(days),
                       b.ago(days - 7)});
    };
    binned(orphan("SCI-L1-CHIM", 70), course, "Ancien tchat", "course", 4);
    binned(orphan("DRT-L1-ÉCO", 120), 9, "Économie pour juristes", "category", 2);
}

void outsideCourses(CampusBuilder &b)
{
    std::vector<Human> staff;
    for (int i = 0; i < 12; ++i)
        staff.push_back(b.person(Main, false));
    for (const char *name :
         {"bureau-licence", "projet-recherche-zoe", "bde-sciences", "astreinte-dsi", "conseil-ufr"}) {
        Room &r = b.addRoom(QString::fromLatin1(name), u"p"_qs, staff[0].chat, b.ago(b.dice().between(30, 600)));
        r.members.push_back({staff[0].chat, {u"owner"_qs}});
        for (int i = 1; i < b.dice().between(3, 11); ++i)
            b.join(r, staff[std::size_t(i)].chat, staff[0].chat, {r.created.ms + i * 60'000LL});
    }
    for (const char *name : {"general", "vie-etudiante", "emploi-du-temps"}) {
        Room &r = b.addRoom(QString::fromLatin1(name), u"c"_qs, b.admin(), b.ago(900));
        r.members.push_back({b.admin(), {u"owner"_qs}});
        for (const Human &h : staff)
            b.join(r, h.chat, {}, {r.created.ms + 86'400'000LL});
    }
    for (std::size_t i = 0; i + 1 < 6; i += 2) {
        Room &r = b.addRoom(staff[i].chat + staff[i + 1].chat, u"d"_qs, staff[i].chat, b.ago(60));
        r.id = r.name; // as Rocket.Chat does
        r.members = {{staff[i].chat, {}}, {staff[i + 1].chat, {}}};
    }
}

} // namespace

void mainRooms(CampusBuilder &b)
{
    orphans(b);
    outsideCourses(b);
}

void mainRestores(CampusBuilder &b)
{
    const Human teacher = b.person(Main, false), other = b.person(Main, false);
    Moodle &m = b.moodle(Main);
    const QString source = u"https://moodle-2025.campus.example"_qs;
    // The runner is idle and enabled; it ran last night.
    m.runner = {false, false, b.ago(0.55), b.ago(-0.45)};
    m.sources = {{source, QStringLiteral("up")},
                 {QStringLiteral("https://moodle-iut.campus.example"), QStringLiteral("down")}};
    const auto task = [&](qint64 requester, const char *name, int status, double created) -> RestoreTask & {
        RestoreTask t;
        t.id = qint64(m.restoreTasks.size()) + 1;
        t.requester = requester;
        t.externalCourse = 400 + t.id;
        t.externalName = QString::fromUtf8(name);
        t.externalUrl = source;
        t.category = 2;
        t.status = status;
        t.created = b.ago(created);
        m.restoreTasks.push_back(t);
        return m.restoreTasks.back();
    };
    RestoreTask &done = task(teacher.moodle, "Algèbre linéaire 1 (2025)", 2, 12);
    done.course = m.courses.front().id;
    done.withUserData = true;
    done.enrolmentMode = 2;
    done.modified = done.processed = b.ago(11.5);
    RestoreTask &refused = task(other.moodle, "Droit pénal général (2025)", -1, 9);
    refused.modified = refused.processed = b.ago(8.5);
    RestoreTask &stuck = task(teacher.moodle, "Physiologie cardiaque (2025)", 1, 6); // "in progress" while nothing runs
    stuck.modified = stuck.processed = b.ago(5.5);
    RestoreTask &blocking =
        task(other.moodle, "L'Hermitte – Séminaire", 0, 4); // older than the last run: its source is down
    blocking.externalUrl = u"https://moodle-iut.campus.example"_qs;
    task(teacher.moodle, "Génétique (2025)", 0, 0.3);
    RestoreTask &nobody = task(0, "Anatomie générale (2025)", 0, 0.2); // scheduled by an administrator for nobody
    nobody.category = 0;
    RestoreTask &lost = task(other.moodle, "Cinéma & société (2025)", 0, 0.1);
    lost.category = 999; // no such category: it will land in the default one
}

} // namespace liaison::sandbox
