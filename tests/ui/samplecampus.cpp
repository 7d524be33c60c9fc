#include "tests/ui/samplecampus.h"

#include "core/run/restorereview.h"
#include "core/run/runsteps.h"

#include "tests/support/smallworld.h"

#include <QDateTime>

namespace liaison::tests {

namespace {

struct Sample
{
    const char16_t *shortName, *fullName;
    int people, missing, extra, promote, demote;
    enum { Linked, Gone, None, Several, Unread, New, Hidden } kind;
};

constexpr Sample samples[] = {
    {u"ALG-M1", u"Algorithmique avancée", 26, 0, 0, 0, 0, Sample::Linked},
    {u"ANG-L2", u"Anglais de spécialité — L2", 41, 7, 0, 0, 0, Sample::Linked},
    {u"BCH-L3", u"Biochimie structurale", 24, 0, 0, 0, 0, Sample::Linked},
    {u"BIO-L1", u"Biologie cellulaire", 52, 0, 0, 0, 0, Sample::Unread},
    {u"CHI-L1", u"Chimie générale", 48, 2, 5, 0, 1, Sample::Linked},
    {u"CIV-L2", u"Droit civil des obligations", 36, 0, 0, 0, 0, Sample::Gone},
    {u"DRC-L1", u"Droit constitutionnel 1", 50, 7, 3, 2, 1, Sample::Linked},
    {u"DRP-M2", u"Droit pénal des affaires", 18, 0, 0, 0, 0, Sample::Linked},
    {u"ECO-L1", u"Économie générale", 47, 0, 0, 0, 0, Sample::Linked},
    {u"ECO-21", u"Économie générale (2021)", 12, 0, 0, 0, 0, Sample::Hidden},
    {u"ÉPI-M1", u"Épidémiologie", 22, 0, 0, 0, 0, Sample::New},
    {u"ESP-L1", u"Espagnol débutant", 34, 1, 0, 0, 0, Sample::Linked},
    {u"GEO-L2", u"Géographie humaine", 31, 0, 0, 0, 0, Sample::Several},
    {u"GES-BUT1", u"Gestion comptable", 33, 0, 0, 0, 0, Sample::Linked},
    {u"HIS-L3", u"Histoire de l’Europe moderne", 29, 2, 0, 1, 0, Sample::Linked},
    {u"INF-L1", u"Introduction à l’algorithmique", 55, 0, 0, 0, 0, Sample::Linked},
    {u"LIN-M1", u"Linguistique de corpus", 9, 0, 0, 0, 0, Sample::None},
    {u"MAT-L1", u"Mathématiques discrètes", 44, 0, 0, 0, 0, Sample::Linked},
    {u"MÉD-P2", u"Physiologie — PASS", 58, 9, 2, 0, 0, Sample::Linked},
    {u"MUS-L1", u"Histoire de la musique", 21, 0, 0, 0, 0, Sample::Linked},
    {u"PHI-L3", u"Philosophie des sciences", 25, 0, 1, 0, 0, Sample::Linked},
    {u"PSY-L2", u"Psychologie sociale", 57, 0, 0, 0, 0, Sample::Linked},
};

constexpr const char16_t *firstNames[] = {u"Aïcha",  u"Émile",  u"Zoë",    u"Lucas", u"Inès", u"Łukasz",
                                          u"Noémie", u"Hélène", u"Samuel", u"Paul",  u"Théo", u"Clara",
                                          u"Marc",   u"Fatou",  u"Léa",    u"Hugo"};
constexpr const char16_t *lastNames[] = {u"Ben Salem", u"Chrétien", u"D’Angelo", u"Petit", u"Le Goff",
                                         u"Nowak",     u"Roy",      u"Faure",    u"Okoye", u"Marchand"};

QString login(int i)
{
    return QStringLiteral("etu%1").arg(i, 3, 10, QLatin1Char('0'));
}

void fill(SmallWorld &w, const Sample &s, qint64 id, int offset)
{
    const QString key = QString::fromUtf16(s.shortName);
    SmallCourse course;
    course.id = id;
    course.shortName = key;
    course.fullName = QString::fromUtf16(s.fullName);
    course.path = {2, 1};
    w.courses.push_back(course);

    SmallLink link;
    link.cmid = id * 10;
    link.course = id;
    link.activityName = QStringLiteral("Salon de discussion");
    link.created = Instant{w.now.ms - qint64(40) * 86'400'000};
    link.roles = std::pair(QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")},
                           QStringList{QStringLiteral("student")});
    const QString roomId = QStringLiteral("room%1").arg(id);
    link.room = roomId;
    switch (s.kind) {
    case Sample::Gone:
        link.points = SmallLink::Points::Missing;
        break;
    case Sample::None:
        link.points = SmallLink::Points::Nowhere;
        break;
    case Sample::Several:
        link.points = SmallLink::Points::Ambiguous;
        break;
    case Sample::New:
        link.points = SmallLink::Points::Nowhere;
        link.created = Instant{w.now.ms - 180'000};
        break;
    case Sample::Hidden:
        link.visible = false;
        break;
    case Sample::Unread:
    case Sample::Linked:
        break;
    }
    w.links.push_back(link);

    const bool hasRoom = s.kind == Sample::Linked || s.kind == Sample::Unread || s.kind == Sample::Hidden;
    if (hasRoom) {
        SmallRoom room;
        room.id = roomId;
        room.name = key.toLower() % u'_' % QString::number(id);
        room.archived = s.kind == Sample::Hidden;
        if (s.kind == Sample::Unread)
            room.unknown = UnknownBecause{UnknownReason::Truncated, QStringLiteral("50/412")};
        w.rooms.push_back(room);
        w.join(QStringLiteral("liaison.api"), RoomOwner, roomId);
    }
    for (int i = 0; i < s.people; ++i) {
        const QString who = login(offset + i);
        const bool teacher = i < 2;
        w.enrol(who, {teacher ? QStringLiteral("editingteacher") : QStringLiteral("student")}, key);
        if (!hasRoom || i >= s.people - s.missing)
            continue;
        const bool leads = teacher ? i >= s.promote : i < 2 + s.demote;
        w.join(who, leads ? RoomModerator : RoomMember, roomId);
    }
    for (int i = 0; hasRoom && i < s.extra; ++i)
        w.join(login(offset + s.people + i), RoomMember, roomId);
}

std::vector<RoomRow> rooms(const Snapshot &s, const Diff &d)
{
    std::vector<RoomRow> rows;
    for (size_t i = 0; i < s.rooms.size(); ++i) {
        const Room &room = s.rooms[i];
        RoomRow row;
        row.id = room.id.value;
        row.name = room.name;
        row.creator = room.creatorName;
        row.archived = room.archived;
        row.created = Instant{s.sites.front().now.ms - qint64(60) * 86'400'000};
        for (size_t l = 0; l < s.links.size(); ++l) {
            const auto *ix = std::get_if<RoomIx>(&s.links[l].room);
            if (ix && ix->value == i) {
                row.links.push_back({s.sites[s.links[l].site.value].id.value, s.links[l].cmid.value});
                row.linked = true;
                row.members = d.links[l].members;
            }
        }
        if (!row.linked)
            row.orphan = true;
        row.ownerless = false;
        row.owners = 1;
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [](const RoomRow &a, const RoomRow &b) { return a.name < b.name; });
    return rows;
}

std::vector<RetentionRow> retention(const Snapshot &s)
{
    std::vector<RetentionRow> rows;
    int n = 0;
    for (const Link &link : s.links) {
        const auto *ix = std::get_if<RoomIx>(&link.room);
        if (!ix)
            continue;
        const Course &course = s.courses[link.course.value];
        RetentionRow row;
        row.link = {s.sites[link.site.value].id.value, link.cmid.value};
        row.course = course.id.value;
        row.shortName = course.shortName;
        row.fullName = course.fullName;
        row.room = s.rooms[ix->value].id.value;
        row.roomName = s.rooms[ix->value].name;
        row.wanted = 90;
        row.wantedKnown = row.storedKnown = row.effectiveKnown = true;
        row.stored = n % 6 == 5 ? 365 : 90;
        row.effective = row.stored;
        row.verdict = n % 6 == 5 ? RetentionVerdict::TooLong : RetentionVerdict::Ok;
        if (n % 9 == 8) {
            row.effective.reset();
            row.effectiveKnown = false;
            row.verdict = RetentionVerdict::Unknown;
        }
        ++n;
        rows.push_back(row);
    }
    return rows;
}

std::vector<RestoreRow> restores(Instant now)
{
    std::vector<RestoreRow> rows;
    const auto add = [&](const QString &name, RestoreRow::State state, int hours, const QString &cause) {
        RestoreRow row;
        row.site = QStringLiteral("main");
        row.task.id = 100 + qint64(rows.size());
        row.task.requester = 31;
        row.task.requesterName = QStringLiteral("hfaure");
        row.task.externalCourse = 4000 + row.task.id;
        row.task.externalName = name;
        row.task.externalUrl = QStringLiteral("https://archives.example");
        row.task.category = 7;
        row.task.categoryName = QStringLiteral("Licence 2");
        row.task.status = state == RestoreRow::State::Performed ? 2 : state == RestoreRow::State::Error ? -1 : 1;
        row.task.created = Instant{now.ms - qint64(hours) * 3'600'000};
        row.task.modified = row.task.created;
        if (state != RestoreRow::State::Blocking)
            row.task.processed = Instant{row.task.created.ms + 40 * 60'000};
        row.state = state;
        row.cause = cause;
        rows.push_back(row);
    };
    add(QStringLiteral("Chimie organique L2"), RestoreRow::State::Blocking, 26, {});
    add(QStringLiteral("Anatomie PASS"), RestoreRow::State::Stuck, 9, {});
    add(QStringLiteral("Droit fiscal M1"), RestoreRow::State::Error, 3, QStringLiteral("source-refused"));
    add(QStringLiteral("Latin L1"), RestoreRow::State::InProgress, 1, {});
    add(QStringLiteral("Statistiques M1"), RestoreRow::State::Performed, 30, {});
    rows.front().task.requester = 0;
    rows.front().task.requesterName.reset();
    rows.front().task.category = 0;
    rows.front().task.categoryName.reset();
    rows[2].task.category = 99; // gone
    rows[2].task.categoryName.reset();
    rows.back().task.withUserData = true;
    rows.back().task.enrolmentMode = 1;
    return rows;
}

/// What is said of them: the new course is the first of the campus, where the requester is not.
std::shared_ptr<const RestoreReview> review(std::vector<RestoreRow> &rows, const Snapshot &snapshot,
                                            const Policy &policy, Instant now)
{
    rows.back().task.course = snapshot.courses.front().id.value;
    rows.back().task.courseExists = true;
    RestoreParty party;
    party.id = QStringLiteral("main");
    party.url = QStringLiteral("https://moodle.trois-rives.example");
    party.release = QStringLiteral("4.5.2 (Build: 20250210)");
    party.told = true;
    party.now = Instant{now.ms - 240'000};
    party.companion.emplace();
    party.companion->block = moodle::PluginVersion{QStringLiteral("2024021600"), QStringLiteral("3.1.3")};
    party.companion->restore.emplace();
    party.companion->restore->categories = {{7, QStringLiteral("Licence 2")}};
    party.companion->restore->sources = {QStringLiteral("https://archives.example")};
    party.companion->restore->onlyOneRemoteInstance = true;
    party.runner.emplace();
    party.runner->lastRun = Instant{now.ms - qint64(14) * 3'600'000};
    party.runner->nextRun = Instant{now.ms + qint64(10) * 3'600'000};
    moodle::Category top, below;
    top.id = 5;
    top.name = QStringLiteral("UFR Sciences");
    below.id = 7;
    below.parent = 5;
    below.name = QStringLiteral("Licence 2");
    party.categories = {{5, top}, {7, below}};
    party.people.insert(31, QStringLiteral("Hélène Faure"));
    RestoreReview made = reviewRestores(rows, {party}, &snapshot, policy);
    made.failuresRemembered = true;
    made.about[1].isNew = true;
    return std::make_shared<const RestoreReview>(std::move(made));
}

} // namespace

const QStringList &hostileWords()
{
    static const QStringList words{
        QStringLiteral("<b>Droit</b> <img src=x onerror=alert(1)> & <a href=\"http://evil.example\">ici</a>"),
        QStringLiteral("R&amp;D &lt;script&gt; && Sciences & Vie"),
        QStringLiteral("=HYPERLINK(\"http://evil.example\";\"Cours\")"),
        QStringLiteral("\u202Eesrevni 1-LRD\u202C \u200Fsuite"),
        QStringLiteral("قانون دستوري \u05DE\u05E9\u05E4\u05D8"),
        QStringLiteral("Physiologie\ndeuxième ligne\r\n\ttroisième"),
        QStringLiteral("Long ") + QString(300, u'W'),
        QStringLiteral("Chimie 🧪👩🏽‍🔬🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301\u0301\u0301\u0301\u0301"),
        QStringLiteral("%1 %n %2 &Q \u0007\u0000x"),
        QStringLiteral("\u2067isolé\u2066 \u061C؟")};
    return words;
}

namespace {

/// Another word for each name; ids and logins stay, so that the campus is the same one.
void makeHostile(SmallWorld &w)
{
    qsizetype next = 0;
    const auto word = [&next] { return hostileWords().at(next++ % hostileWords().size()); };
    for (SmallCourse &course : w.courses) {
        course.fullName = word();
        course.shortName = word();
    }
    for (SmallRoom &room : w.rooms)
        room.name = word();
    for (SmallPerson &person : w.people)
        person.fullName = word();
    for (SmallAccount &account : w.accounts)
        account.name = word();
    for (SmallLink &link : w.links)
        link.activityName = word();
}

void makeHostile(CampusView &view)
{
    qsizetype next = 0;
    const auto word = [&next] { return hostileWords().at(next++ % hostileWords().size()); };
    for (RoomRow &row : view.rooms)
        row.creator = word();
    for (RoleRow &row : view.roles)
        row.name = word();
    for (RestoreRow &row : view.restores) {
        row.task.requesterName = word();
        row.task.externalName = word();
    }
    for (ServerReport &server : view.servers) {
        server.version = word();
        server.account = word();
    }
    for (store::RunRecord &run : view.runs)
        run.by = word();
    for (qint64 category = 1; category <= 2; ++category)
        view.categories[QStringLiteral("main")][category] = word();
    view.profileName = hostileWords().first();
}

} // namespace

ui::Backend::View sampleCampus(SampleServers servers, SampleNames names)
{
    SmallWorld w = SmallWorld::oneCourse();
    // The one course of the small world would only be in the way.
    w.courses.clear();
    w.rooms.clear();
    w.links.clear();
    for (int i = 0; i < 130; ++i) {
        SmallPerson &person = w.person(login(i));
        person.fullName = QString::fromUtf16(firstNames[i % 16]) % u' ' % QString::fromUtf16(lastNames[(i / 3) % 10]);
        SmallAccount &account = w.account(login(i));
        account.name = person.fullName;
    }
    qint64 id = 40'100;
    int offset = 0;
    for (const Sample &s : samples) {
        Sample sample = s;
        if (servers == SampleServers::ChatDown && sample.kind == Sample::Linked)
            sample.kind = Sample::Unread;
        fill(w, sample, id, offset % 60);
        offset += 7;
        id += 37;
    }
    SmallRoom orphan;
    orphan.id = QStringLiteral("roomlost");
    orphan.name = QStringLiteral("lat-l2_38411");
    w.rooms.push_back(orphan);

    if (names == SampleNames::Hostile)
        makeHostile(w);
    const Compared compared = compare(w);
    auto view = std::make_shared<CampusView>();
    view->snapshot = compared.snapshot;
    view->history = w.history;
    view->policy = w.policy;
    view->diff = compared.diff;
    view->rooms = rooms(*compared.snapshot, compared.diff);
    view->roles = {{QStringLiteral("main"), 3, QStringLiteral("editingteacher"), QStringLiteral("Enseignant"),
                    RoleRow::Maps::Moderator, RoleRow::From::Plugin, 44, 0},
                   {QStringLiteral("main"), 4, QStringLiteral("teacher"), QStringLiteral("Enseignant non éditeur"),
                    RoleRow::Maps::Moderator, RoleRow::From::Plugin, 0, 0},
                   {QStringLiteral("main"), 5, QStringLiteral("student"), QStringLiteral("Étudiant"),
                    RoleRow::Maps::Member, RoleRow::From::Plugin, 731, 1},
                   {QStringLiteral("main"), 12, QStringLiteral("secretary"), QStringLiteral("Secrétariat"),
                    RoleRow::Maps::Nobody, RoleRow::From::Guess, 6, 0}};
    view->retention = retention(*compared.snapshot);
    const Instant now{QDateTime::currentMSecsSinceEpoch()};
    view->restores = restores(now);
    view->restoresKnown = true;
    ServerReport moodle;
    moodle.kind = QStringLiteral("moodle");
    moodle.site = QStringLiteral("main");
    moodle.url = QStringLiteral("https://moodle.trois-rives.example");
    moodle.version = QStringLiteral("4.5.2");
    moodle.account = QStringLiteral("liaison");
    moodle.companion = QStringLiteral("1.2");
    moodle.plugin = QStringLiteral("2.5");
    moodle.strategy = QStringLiteral("companion");
    moodle.linkSource = QStringLiteral("companion");
    moodle.rights = {{QStringLiteral("moodle/course:view"), true, QStringLiteral("read")},
                     {QStringLiteral("moodle/user:viewdetails"), true, QStringLiteral("read")}};
    moodle.readAt = Instant{now.ms - 240'000};
    ServerReport chat;
    chat.kind = QStringLiteral("rocketchat");
    chat.url = QStringLiteral("https://chat.trois-rives.example");
    chat.version = QStringLiteral("7.10.0");
    chat.account = QStringLiteral("liaison.api");
    chat.rights = {{QStringLiteral("add-user-to-joined-room"), true, QStringLiteral("add")},
                   {QStringLiteral("remove-user"), false, QStringLiteral("remove")}};
    chat.skewMs = 400;
    chat.readAt = moodle.readAt;
    if (servers == SampleServers::ChatDown)
        chat.error = Error{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("rocketchat"), 0, {}, {}};
    view->servers = {moodle, chat};
    store::RunRecord run;
    run.id = QStringLiteral("20261114-174200-7f3a");
    run.classes = {ChangeClass::Add};
    run.started = Instant{now.ms - qint64(6) * 86'400'000};
    run.finished = Instant{run.started.ms + 42'000};
    run.by = QStringLiteral("m.lefort");
    run.state = RunState::Done;
    run.planned = 96;
    run.done = 96;
    view->runs = {run};
    view->readAt = Instant{now.ms - 240'000};
    view->profileName = QStringLiteral("Université des Trois-Rives");
    view->production = true;
    if (names == SampleNames::Hostile)
        makeHostile(*view);
    view->restoreReview = review(view->restores, *view->snapshot, view->policy, now);
    return view;
}

} // namespace liaison::tests
