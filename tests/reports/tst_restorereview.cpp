#include "core/run/restorereview.h"
#include "tests/support/smallworld.h"

#include <QTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

using Note = RestoreNote;
using State = RestoreRow::State;

constexpr qint64 hour = 3600;
const Instant now = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));

Instant ago(qint64 hours)
{
    return Instant{now.ms - hours * hour * 1000};
}

RestoreRow row(qint64 id, State state, qint64 createdAgo = 10, std::optional<qint64> processedAgo = {})
{
    RestoreRow r;
    r.site = QStringLiteral("main");
    r.state = state;
    r.task.id = id;
    r.task.requester = 7;
    r.task.requesterName = QStringLiteral("hfaure");
    r.task.externalCourse = 400 + id;
    r.task.externalName = QStringLiteral("Cours %1").arg(id);
    r.task.externalUrl = QStringLiteral("https://old.example");
    r.task.created = ago(createdAgo);
    if (processedAgo)
        r.task.processed = ago(*processedAgo);
    return r;
}

moodle::Category category(qint64 id, qint64 parent, const char *name)
{
    moodle::Category c;
    c.id = id;
    c.parent = parent;
    c.name = QString::fromUtf8(name);
    return c;
}

RestoreParty mainSite()
{
    RestoreParty party;
    party.id = QStringLiteral("main");
    party.url = QStringLiteral("https://moodle.example");
    party.release = QStringLiteral("4.5.2+ (Build: 20250210)");
    party.told = true;
    party.now = now;
    party.companion.emplace();
    party.companion->block = moodle::PluginVersion{QStringLiteral("2024021600"), QStringLiteral("3.1.3")};
    party.companion->restore.emplace();
    party.companion->restore->categories = {{3, QStringLiteral("L1")}};
    party.companion->restore->sources = {QStringLiteral("https://old.example")};
    party.runner.emplace();
    party.runner->lastRun = ago(14);
    party.runner->nextRun = Instant{now.ms + 10 * hour * 1000};
    party.categories = {{1, category(1, 0, "UFR Sciences")}, {3, category(3, 1, "Licence 1")}};
    party.people = {{7, QStringLiteral("Hélène Faure")}};
    return party;
}

RestoreReview review(const std::vector<RestoreRow> &rows, const std::vector<RestoreParty> &parties,
                     const Snapshot *snapshot = nullptr, const Policy &policy = {})
{
    return reviewRestores(rows, parties, snapshot, policy);
}

QStringList codes(const AboutRestore &about)
{
    QStringList out;
    for (const Note note : about.notes)
        out << codeOf(note);
    return out;
}

} // namespace

/// What is said of course restores beside their state: Moodle contract section 7.
class TestRestoreReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runner_data();
    void runner();
    void planned();
    void times_data();
    void times();
    void requesterAndCategory();
    void category_data();
    void category();
    void noCategoryAtAll();
    void circleOfCategories();
    void restoredBefore();
    void behindABlockedQueue();
    void oneInstance_data();
    void oneInstance();
    void source();
    void versions_data();
    void versions();
    void blocks();
    void userData_data();
    void userData();
    void newRoomIsNoDifference();
    void requester_data();
    void requester();
    void unreadListsSayNothing();
    void notLookedAt();
    void numbers_data();
    void numbers();
    void addresses_data();
    void addresses();
    void coursePages();
    void failures();
};

// R223: switched off in Moodle's list but started by a crontab of its own is no alarm.
void TestRestoreReview::runner_data()
{
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("disabled");
    QTest::addColumn<bool>("running");
    QTest::addColumn<int>("lastRunAgo"); // hours; -1 never
    QTest::addColumn<int>("failDelay");
    QTest::addColumn<QString>("state");
    QTest::newRow("idle") << true << false << false << 14 << 0 << "runner-idle";
    QTest::newRow("running") << true << false << true << 14 << 0 << "runner-running";
    QTest::newRow("running, disabled meanwhile") << true << true << true << 14 << 0 << "runner-running";
    QTest::newRow("failing") << true << false << false << 1 << 240 << "runner-failing";
    QTest::newRow("disabled, long ago") << true << true << false << 49 << 0 << "runner-disabled";
    QTest::newRow("disabled, never ran") << true << true << false << -1 << 0 << "runner-disabled";
    QTest::newRow("disabled, ran yesterday") << true << true << false << 14 << 0 << "runner-elsewhere";
    QTest::newRow("not told") << false << false << false << -1 << 0 << "runner-not-known";
}

void TestRestoreReview::runner()
{
    QFETCH(bool, known);
    QFETCH(bool, disabled);
    QFETCH(bool, running);
    QFETCH(int, lastRunAgo);
    QFETCH(int, failDelay);
    QFETCH(QString, state);
    RestoreParty party = mainSite();
    party.runner.reset();
    if (known) {
        party.runner.emplace();
        party.runner->disabled = disabled;
        party.runner->failDelay = failDelay;
        if (running)
            party.runner->runningSince = ago(1);
        if (lastRunAgo >= 0)
            party.runner->lastRun = ago(lastRunAgo);
    }
    const RestoreReview r = review({}, {party});
    QCOMPARE(r.sites.size(), size_t(1));
    QCOMPARE(codeOf(r.sites.front().state), state);
    QCOMPARE(r.sites.front().runner.has_value(), known);
}

// R157, R183: the next run of the Moodle task is when what waits is planned for.
void TestRestoreReview::planned()
{
    RestoreParty party = mainSite();
    const std::vector<RestoreRow> rows{row(1, State::Scheduled), row(2, State::Blocking),
                                       row(3, State::Performed, 9, 8), row(4, State::Stuck, 9, 8)};
    RestoreReview r = review(rows, {party});
    QCOMPARE(r.about[0].planned, party.runner->nextRun);
    QCOMPARE(r.about[1].planned, party.runner->nextRun);
    QVERIFY(!r.about[2].planned.isKnown());
    QVERIFY(!r.about[3].planned.isKnown());
    party.runner->disabled = true; // its dates mean nothing then
    r = review(rows, {party});
    QVERIFY(!r.about[0].planned.isKnown());
}

// R154: how long it waits. R158, R174, R175: from the request to its end; what is under way since it began.
void TestRestoreReview::times_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("created");
    QTest::addColumn<int>("processed"); // hours ago; -1 never
    QTest::addColumn<int>("hours");     // -1 not known
    QTest::newRow("waits") << int(State::Scheduled) << 26 << -1 << 26;
    QTest::newRow("waits again after a failure") << int(State::Scheduled) << 26 << 20 << 26;
    QTest::newRow("blocks") << int(State::Blocking) << 30 << -1 << 30;
    QTest::newRow("under way") << int(State::InProgress) << 26 << 2 << 2;
    QTest::newRow("stuck") << int(State::Stuck) << 26 << 12 << 12;
    QTest::newRow("under way, nobody knows since when") << int(State::InProgress) << 26 << -1 << -1;
    QTest::newRow("performed") << int(State::Performed) << 26 << 14 << 12;
    QTest::newRow("error") << int(State::Error) << 26 << 25 << 1;
    QTest::newRow("performed before it was asked for") << int(State::Performed) << 3 << 5 << -1;
    QTest::newRow("performed, no date") << int(State::Performed) << 3 << -1 << -1;
}

void TestRestoreReview::times()
{
    QFETCH(int, state);
    QFETCH(int, created);
    QFETCH(int, processed);
    QFETCH(int, hours);
    const auto at = processed < 0 ? std::nullopt : std::optional<qint64>(processed);
    const RestoreReview r = review({row(1, State(state), created, at)}, {mainSite()});
    QCOMPARE(r.about.front().seconds.value_or(-hour) / hour, qint64(hours));
}

// R160: who asked, by name. R172: where it goes, as a path.
void TestRestoreReview::requesterAndCategory()
{
    RestoreRow first = row(1, State::Scheduled), second = row(2, State::Scheduled);
    first.task.category = 3;
    first.task.categoryName = QStringLiteral("Licence 1");
    second.task.requester = 8; // nobody knows the name
    const RestoreReview r = review({first, second}, {mainSite()});
    QCOMPARE(r.about[0].requesterFullName, QStringLiteral("Hélène Faure"));
    QCOMPARE(r.about[0].categoryPath, QStringList({QStringLiteral("UFR Sciences"), QStringLiteral("Licence 1")}));
    QVERIFY(r.about[1].requesterFullName.isEmpty());
    QVERIFY(r.about[1].categoryPath.isEmpty());
}

// R205: a category that is gone. R156, R180: category 1 is what the administrators' form makes of its tick box.
void TestRestoreReview::category_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("id");
    QTest::addColumn<bool>("named");
    QTest::addColumn<QStringList>("notes");
    const QStringList none;
    QTest::newRow("there") << int(State::Scheduled) << 3 << true << none;
    QTest::newRow("the default one") << int(State::Scheduled) << 0 << false << none;
    QTest::newRow("gone") << int(State::Scheduled) << 999 << false << QStringList{QStringLiteral("category-deleted")};
    QTest::newRow("number 1") << int(State::Scheduled) << 1 << true << QStringList{QStringLiteral("category-one")};
    QTest::newRow("number 1, gone") << int(State::Error) << 1 << false
                                    << QStringList{QStringLiteral("category-deleted")};
    QTest::newRow("gone since it was restored") << int(State::Performed) << 999 << false << none;
}

void TestRestoreReview::category()
{
    QFETCH(int, state);
    QFETCH(int, id);
    QFETCH(bool, named);
    QFETCH(QStringList, notes);
    RestoreRow r = row(1, State(state), 9, 8);
    r.task.category = id;
    if (named)
        r.task.categoryName = QStringLiteral("somewhere");
    QCOMPARE(codes(review({r}, {mainSite()}).about.front()), notes);
}

// R205: without any category every restore fails.
void TestRestoreReview::noCategoryAtAll()
{
    RestoreParty party = mainSite();
    party.companion->restore->categories.clear();
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party}).about.front()),
             QStringList{QStringLiteral("no-category")});
    party.companion->restore.reset(); // not told is not "none"
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party}).about.front()), QStringList());
}

void TestRestoreReview::circleOfCategories()
{
    RestoreParty party = mainSite();
    party.categories = {{1, ::category(1, 3, "a")}, {3, ::category(3, 1, "b")}};
    RestoreRow r = row(1, State::Scheduled);
    r.task.category = 3;
    QVERIFY(review({r}, {party}).about.front().categoryPath.size() <= 64);
}

// R149: by whom and when the same course was restored already.
void TestRestoreReview::restoredBefore()
{
    RestoreRow first = row(1, State::Performed, 50, 40), waits = row(2, State::Scheduled),
               elsewhere = row(3, State::Performed, 50, 40), failed = row(4, State::Error, 20, 19);
    first.task.course = 21;
    first.task.externalUrl = QStringLiteral("HTTPS://Old.Example/"); // the same site
    waits.task.externalCourse = failed.task.externalCourse = elsewhere.task.externalCourse = first.task.externalCourse;
    elsewhere.task.externalUrl = QStringLiteral("https://other.example");
    const RestoreReview r = review({waits, first, elsewhere, failed}, {mainSite()});
    QCOMPARE(r.about[0].others.size(), size_t(1));
    const OtherRestore &other = r.about[0].others.front();
    QCOMPARE(other.task, 1);
    QCOMPARE(other.requesterName, QStringLiteral("Hélène Faure"));
    QCOMPARE(other.done, first.task.processed);
    QCOMPARE(other.course, std::optional<qint64>(21));
    QVERIFY(r.about[1].others.empty()); // itself does not count, nor what failed
    QVERIFY(r.about[2].others.empty());
}

// R154: what waits behind a task that fails at each run is not carried out, whatever is planned (contract section 7).
void TestRestoreReview::behindABlockedQueue()
{
    RestoreRow elsewhere = row(4, State::Scheduled);
    elsewhere.site = QStringLiteral("other");
    RestoreParty other = mainSite();
    other.id = elsewhere.site;
    other.url = QStringLiteral("https://other.example");
    const RestoreReview r =
        review({row(1, State::Blocking), row(2, State::Stuck, 9, 8), row(3, State::Scheduled), elsewhere},
               {mainSite(), other});
    QCOMPARE(codes(r.about[0]), QStringList());
    QCOMPARE(codes(r.about[1]), QStringList());
    QCOMPARE(codes(r.about[2]), QStringList{QStringLiteral("queue-blocked")});
    QCOMPARE(codes(r.about[3]), QStringList());
    // The one that blocks need not be shown: a profile of another faculty waits all the same.
    RestoreParty hidden = mainSite();
    hidden.blockedOutside = true;
    const RestoreReview behind = review({row(3, State::Scheduled), elsewhere}, {hidden, other});
    QCOMPARE(codes(behind.about[0]), QStringList{QStringLiteral("queue-blocked")});
    QCOMPARE(codes(behind.about[1]), QStringList());
    // While it runs Moodle keeps the time at which it began: that is no plan.
    RestoreParty running = mainSite();
    running.runner->nextRun = running.now;
    running.runner->runningSince = running.now;
    QVERIFY(!review({row(3, State::Scheduled)}, {running}).about[0].planned.isKnown());
}

// R146, R211: the option and what it makes of a course that was restored twice.
void TestRestoreReview::oneInstance_data()
{
    QTest::addColumn<QString>("option"); // on, off, unknown
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("on") << "on" << QStringList{QStringLiteral("one-instance")};
    QTest::newRow("off") << "off" << QStringList{QStringLiteral("restored-again")};
    QTest::newRow("not told") << "unknown" << QStringList();
}

void TestRestoreReview::oneInstance()
{
    QFETCH(QString, option);
    QFETCH(QStringList, notes);
    RestoreParty party = mainSite();
    party.companion->restore->onlyOneRemoteInstance = option == u"on";
    if (option == u"unknown")
        party.companion->restore.reset();
    RestoreRow first = row(1, State::Performed, 50, 40), second = row(2, State::Performed, 30, 20),
               alone = row(3, State::Performed, 30, 20);
    second.task.externalCourse = first.task.externalCourse;
    const RestoreReview r = review({first, second, alone}, {party});
    QCOMPARE(r.sites.front().settingsKnown, option != u"unknown");
    QCOMPARE(r.sites.front().oneInstance, option == u"on");
    QCOMPARE(codes(r.about[0]), notes);
    QCOMPARE(codes(r.about[1]), notes);
    QCOMPARE(codes(r.about[2]), QStringList());
}

// The address has to be one of the block's source sites, letter for letter.
void TestRestoreReview::source()
{
    RestoreRow known = row(1, State::Scheduled), slash = row(2, State::Scheduled),
               done = row(3, State::Performed, 9, 8);
    slash.task.externalUrl = QStringLiteral("https://old.example/");
    done.task.externalUrl = QStringLiteral("https://gone.example");
    RestoreParty party = mainSite();
    RestoreReview r = review({known, slash, done}, {party});
    QCOMPARE(codes(r.about[0]), QStringList());
    QCOMPARE(codes(r.about[1]), QStringList{QStringLiteral("source-not-configured")});
    QCOMPARE(codes(r.about[2]), QStringList()); // it went well then
    party.companion.reset();
    r = review({known, slash}, {party});
    QCOMPARE(codes(r.about[1]), QStringList());
}

// R126, R189: old and new Moodle in one profile, of the same version or not.
void TestRestoreReview::versions_data()
{
    QTest::addColumn<QString>("here");
    QTest::addColumn<QString>("there");
    QTest::addColumn<bool>("differs");
    QTest::newRow("same") << "4.5 (Build: 20241007)"
                          << "4.5.2+ (Build: 20250210)" << false;
    QTest::newRow("older source") << "4.5.2 (Build: 1)"
                                  << "4.1.10 (Build: 1)" << true;
    QTest::newRow("newer source") << "4.1.10 (Build: 1)"
                                  << "4.5 (Build: 1)" << true;
    QTest::newRow("not 4.1 but 4.10") << "4.1 (Build: 1)"
                                      << "4.10 (Build: 1)" << true;
    QTest::newRow("5.0") << "4.5"
                         << "5.0dev (Build: 1)" << true;
    QTest::newRow("source not asked") << "4.5"
                                      << "" << false;
    QTest::newRow("no number") << "4.5"
                               << "dev" << false;
}

void TestRestoreReview::versions()
{
    QFETCH(QString, here);
    QFETCH(QString, there);
    QFETCH(bool, differs);
    RestoreParty party = mainSite(), old;
    party.release = here;
    old.id = QStringLiteral("old");
    old.url = QStringLiteral("https://old.example");
    old.release = there;
    old.courses = {{401, QStringLiteral("ALG-25")}};
    const RestoreReview r = review({row(1, State::Scheduled)}, {party, old});
    QCOMPARE(r.sites.size(), size_t(1)); // the old one told nothing
    QCOMPARE(r.about.front().sourceSite, QStringLiteral("old"));
    QCOMPARE(r.about.front().sourceCourse, QStringLiteral("ALG-25"));
    QCOMPARE(codes(r.about.front()), differs ? QStringList{QStringLiteral("version-differs")} : QStringList());
}

// R194: the block on both sides, of one release.
void TestRestoreReview::blocks()
{
    RestoreParty party = mainSite(), old = mainSite();
    old.id = QStringLiteral("old");
    old.url = QStringLiteral("https://old.example");
    old.told = false;
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party, old}).about.front()), QStringList());
    old.companion->block->release = QStringLiteral("3.1.1");
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party, old}).about.front()),
             QStringList{QStringLiteral("block-differs")});
    old.companion->block.reset();
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party, old}).about.front()),
             QStringList{QStringLiteral("block-absent")});
    old.companion.reset(); // nobody tells
    QCOMPARE(codes(review({row(1, State::Scheduled)}, {party, old}).about.front()), QStringList());
}

// R181: personal data are copied. R142: what the mode makes of the enrolments.
void TestRestoreReview::userData_data()
{
    QTest::addColumn<bool>("with");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QStringList>("notes");
    QTest::newRow("without") << false << 2 << QStringList();
    QTest::newRow("with, always") << true << 2 << QStringList{QStringLiteral("user-data")};
    QTest::newRow("with, only with users") << true << 1 << QStringList{QStringLiteral("user-data")};
    QTest::newRow("with, never") << true << 0
                                 << QStringList{QStringLiteral("user-data"), QStringLiteral("manual-enrolments")};
    QTest::newRow("without, never") << false << 0 << QStringList();
}

void TestRestoreReview::userData()
{
    QFETCH(bool, with);
    QFETCH(int, mode);
    QFETCH(QStringList, notes);
    RestoreRow r = row(1, State::Scheduled);
    r.task.withUserData = with;
    r.task.enrolmentMode = mode;
    const RestoreReview made = review({r}, {mainSite()});
    QCOMPARE(codes(made.about.front()), notes);
    for (const Note note : made.about.front().notes)
        QVERIFY(!isWarning(note));
}

namespace {

RestoreRow performed(qint64 requester)
{
    RestoreRow r = row(1, State::Performed, 9, 8);
    r.task.requester = requester;
    r.task.course = 10;
    r.task.courseExists = true;
    return r;
}

} // namespace

// R131, R137: a restore makes a new room with only who asked for it. That is told, and it is no difference.
void TestRestoreReview::newRoomIsNoDifference()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(QStringLiteral("hfaure"), {QStringLiteral("editingteacher")});
    w.join(QStringLiteral("hfaure"), RoomModerator);
    const qint64 requester = w.person(QStringLiteral("hfaure")).id;
    const Compared compared = compare(w);
    QCOMPARE(compared.diff.links.size(), size_t(1));
    QCOMPARE(codeOf(compared.diff.links.front().state), QStringLiteral("in-step"));
    QVERIFY(compared.diff.findings.empty());
    QVERIFY(compared.plan.steps.empty());

    const RestoreReview r = review({performed(requester)}, {mainSite()}, compared.snapshot.get(), w.policy);
    QVERIFY(r.membersRead);
    QCOMPARE(codes(r.about.front()), QStringList{QStringLiteral("new-room")});
    QVERIFY(!isWarning(Note::NewRoom));
    QCOMPARE(r.about.front().rooms, std::vector<LinkKey>({{QStringLiteral("main"), 100}}));
    QCOMPARE(r.about.front().newCourse, QStringLiteral("ALG"));
    QCOMPARE(int(r.about.front().requesterEnrolled), int(Tri::Yes));
    QCOMPARE(int(r.about.front().requesterModerator), int(Tri::Yes));
}

// R147, R188, R213, R228: after the restore who asked is enrolled and moderates the room; else it is said what lacks.
void TestRestoreReview::requester_data()
{
    QTest::addColumn<QStringList>("roles"); // empty: not enrolled
    QTest::addColumn<bool>("inside");
    QTest::addColumn<int>("flags");
    QTest::addColumn<int>("enrolled");
    QTest::addColumn<int>("moderates");
    QTest::addColumn<QStringList>("notes");
    const QStringList teacher{QStringLiteral("editingteacher")}, student{QStringLiteral("student")},
        unmapped{QStringLiteral("coursecreator")};
    const auto with = [](const char *note) {
        return QStringList{QString::fromLatin1(note), QStringLiteral("new-room")};
    };
    QTest::newRow("not enrolled") << QStringList() << false << 0 << int(Tri::No) << int(Tri::No)
                                  << with("requester-not-enrolled");
    QTest::newRow("moderator") << teacher << true << int(RoomModerator) << int(Tri::Yes) << int(Tri::Yes)
                               << QStringList{QStringLiteral("new-room")};
    QTest::newRow("owner") << teacher << true << int(RoomOwner) << int(Tri::Yes) << int(Tri::Yes)
                           << QStringList{QStringLiteral("new-room")};
    QTest::newRow("member only") << teacher << true << int(RoomMember) << int(Tri::Yes) << int(Tri::No)
                                 << with("requester-not-in-room");
    QTest::newRow("not in the room") << teacher << false << 0 << int(Tri::Yes) << int(Tri::No)
                                     << with("requester-not-in-room");
    QTest::newRow("enrolrole is a member's")
        << student << true << int(RoomMember) << int(Tri::Yes) << int(Tri::No) << with("requester-not-moderator");
    QTest::newRow("enrolrole is not mapped")
        << unmapped << false << 0 << int(Tri::Yes) << int(Tri::No) << with("requester-not-moderator");
}

void TestRestoreReview::requester()
{
    QFETCH(QStringList, roles);
    QFETCH(bool, inside);
    QFETCH(int, flags);
    QFETCH(int, enrolled);
    QFETCH(int, moderates);
    QFETCH(QStringList, notes);
    SmallWorld w = SmallWorld::oneCourse();
    w.role(QStringLiteral("coursecreator"));
    const qint64 id = w.person(QStringLiteral("hfaure")).id;
    w.account(QStringLiteral("hfaure"));
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    if (!roles.isEmpty())
        w.enrol(QStringLiteral("hfaure"), roles);
    if (inside)
        w.join(QStringLiteral("hfaure"), quint8(flags));
    const auto snapshot = build(w);
    const AboutRestore about = review({performed(id)}, {mainSite()}, snapshot.get(), w.policy).about.front();
    QCOMPARE(codes(about), notes);
    QCOMPARE(int(about.requesterEnrolled), enrolled);
    QCOMPARE(int(about.requesterModerator), moderates);
}

// What was not read whole proves nobody's absence.
void TestRestoreReview::unreadListsSayNothing()
{
    const auto judged = [](const SmallWorld &w) {
        const auto snapshot = build(w);
        return review({performed(77)}, {mainSite()}, snapshot.get(), w.policy).about.front();
    };
    SmallWorld w = SmallWorld::oneCourse();
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    w.course(QStringLiteral("ALG")).proof = Proof::Uncounted;
    AboutRestore about = judged(w);
    QCOMPARE(int(about.requesterEnrolled), int(Tri::NotKnown));
    QCOMPARE(codes(about), QStringList{QStringLiteral("new-room")});

    w.course(QStringLiteral("ALG")).unknown = UnknownBecause{UnknownReason::Truncated, {}};
    about = judged(w);
    QCOMPARE(int(about.requesterEnrolled), int(Tri::NotKnown));

    w = SmallWorld::oneCourse(); // enrolled, but nobody could read the room
    w.enrol(QStringLiteral("hfaure"), {QStringLiteral("editingteacher")});
    w.room(QStringLiteral("R1")).unknown = UnknownBecause{UnknownReason::NoAccess, {}};
    const auto snapshot = build(w);
    about = review({performed(w.person(QStringLiteral("hfaure")).id)}, {mainSite()}, snapshot.get(), w.policy)
                .about.front();
    QCOMPARE(int(about.requesterEnrolled), int(Tri::Yes));
    QCOMPARE(int(about.requesterModerator), int(Tri::NotKnown));
    QCOMPARE(codes(about), QStringList{QStringLiteral("new-room")});
}

void TestRestoreReview::notLookedAt()
{
    RestoreRow gone = performed(7);
    gone.task.courseExists = false;
    const RestoreReview r = review({gone}, {mainSite()});
    QVERIFY(!r.membersRead);
    QCOMPARE(codes(r.about.front()), QStringList{QStringLiteral("course-deleted")});
    QCOMPARE(int(r.about.front().requesterEnrolled), int(Tri::NotKnown));
    // A request by an administrator for nobody is enrolled for nobody: contract section 7.
    SmallWorld w = SmallWorld::oneCourse();
    const auto snapshot = build(w);
    QCOMPARE(codes(review({performed(0)}, {mainSite()}, snapshot.get(), w.policy).about.front()),
             QStringList{QStringLiteral("new-room")});
}

void TestRestoreReview::numbers_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("number");
    QTest::newRow("plain") << "4.5 (Build: 20241007)"
                           << "4.5";
    QTest::newRow("third") << "4.5.2+ (Build: 20250210)"
                           << "4.5";
    QTest::newRow("two digits") << "3.11.18"
                                << "3.11";
    QTest::newRow("development") << "5.0dev"
                                 << "5.0";
    QTest::newRow("one number") << "4"
                                << "";
    QTest::newRow("ends") << "4."
                          << "";
    QTest::newRow("none") << "dev 4.5"
                          << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestRestoreReview::numbers()
{
    QFETCH(QString, release);
    QTEST(majorMinor(release), "number");
}

void TestRestoreReview::addresses_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << "https://old.example"
                          << "https://old.example/" << true;
    QTest::newRow("case of the host") << "https://OLD.example/m"
                                      << "https://old.example/m/" << true;
    QTest::newRow("standard port") << "https://old.example:443"
                                   << "https://old.example" << true;
    QTest::newRow("port") << "https://old.example:8443"
                          << "https://old.example" << false;
    QTest::newRow("path") << "https://old.example/a"
                          << "https://old.example/b" << false;
    QTest::newRow("case of the path") << "https://old.example/A"
                                      << "https://old.example/a" << false;
    QTest::newRow("scheme") << "http://old.example"
                            << "https://old.example" << false;
    QTest::newRow("nothing") << ""
                             << "" << false;
}

void TestRestoreReview::addresses()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(isSameMoodle(a, b), "same");
}

// R170, R171: the address of the source course; never one that carries more than it says.
void TestRestoreReview::coursePages()
{
    QCOMPARE(coursePage(QStringLiteral("https://old.example/m/"), 42),
             QStringLiteral("https://old.example/m/course/view.php?id=42"));
    QCOMPARE(coursePage(QStringLiteral("javascript:alert(1)"), 42), QString());
    QCOMPARE(coursePage(QStringLiteral("https://user:secret@old.example"), 42), QString());
    QCOMPARE(coursePage(QStringLiteral("https://old.example"), 0), QString());
}

// R152: the same failure stays the same, a new attempt that fails is another one.
void TestRestoreReview::failures()
{
    const RestoreRow error = row(1, State::Error, 9, 8);
    RestoreRow again = row(1, State::Error, 9, 2);
    QVERIFY(!failureOf(error).isEmpty());
    QCOMPARE(failureOf(error), failureOf(row(1, State::Error, 9, 8)));
    QVERIFY(failureOf(error) != failureOf(again));
    QVERIFY(failureOf(row(1, State::Stuck, 9, 8)) != failureOf(error));
    QVERIFY(!failureOf(row(1, State::Blocking)).isEmpty());
    for (const State state : {State::Scheduled, State::InProgress, State::Performed})
        QVERIFY(failureOf(row(1, state, 9, 8)).isEmpty());
}

QTEST_APPLESS_MAIN(TestRestoreReview)
#include "tst_restorereview.moc"
