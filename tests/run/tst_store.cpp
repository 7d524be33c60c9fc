#include "core/store/journal.h"
#include "core/store/memory.h"
#include "core/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::store;

namespace {

std::unique_ptr<Database> opened(const QString &folder)
{
    auto db = Database::open(folder);
    return db ? std::move(*db) : nullptr;
}

RunStep step(const char *id, ChangeKind kind, const char *chat)
{
    RunStep s;
    s.id = QString::fromLatin1(id);
    s.place = {QStringLiteral("main"), 7, 70, QStringLiteral("room")};
    s.kind = kind;
    s.person = 3;
    s.chat = QString::fromLatin1(chat);
    s.before = "null";
    s.after = "\"member\"";
    return s;
}

RunRecord runNamed(const char *id, qint64 started)
{
    RunRecord run;
    run.id = QString::fromLatin1(id);
    run.plan = QStringLiteral("digest");
    run.origin = QStringLiteral("diff");
    run.classes = {ChangeClass::Add};
    run.started = {started};
    run.by = QStringLiteral("anna");
    run.writer = QStringLiteral("desk:1");
    run.planned = 1;
    return run;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewerStoreIsRefusedAndLeftAlone();
    void aFileThatIsNoStoreIsRefused();
    void aFolderThatCannotBeWritten();
    void nobodyElseReadsIt();
    void serversReachedAreRemembered();
    void observationsKeepFirstAndLast();
    void observationsAreKept400Days();
    void aRoleIsRememberedUntilTheRoomIsSettled();
    void whoWasAddedByUs();
    void theChainCoversEveryEntry();
    void confirmedLinksStayConfirmed();
    void aFullDiskIsToldAndNothingIsHalfWritten();
};

void TestStore::aNewerStoreIsRefusedAndLeftAlone()
{
    QTemporaryDir dir;
    QVERIFY(opened(dir.path()));
    const QString file = dir.filePath(QStringLiteral("liaison.db"));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        db.setDatabaseName(file);
        QVERIFY(db.open());
        QSqlQuery(db).exec(QStringLiteral("PRAGMA user_version = %1").arg(migrations().size() + 1));
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    const auto again = Database::open(dir.path());
    QVERIFY(!again);
    QCOMPARE(again.error().code, QStringLiteral("store-newer"));
}

void TestStore::aFileThatIsNoStoreIsRefused()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("liaison.db")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto db = Database::open(dir.path());
    QVERIFY(!db);
    QCOMPARE(db.error().kind, ErrorKind::Storage);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(4096, 'x')); // nothing is lost
}

void TestStore::aFolderThatCannotBeWritten()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("taken")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto db = Database::open(file.fileName() + QLatin1String("/store"));
    QVERIFY(!db);
    QCOMPARE(db.error().code, QStringLiteral("file-not-writable"));
}

void TestStore::nobodyElseReadsIt() // R256
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("store"));
    QVERIFY(opened(folder));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(folder) & others));
}

void TestStore::serversReachedAreRemembered()
{
    QTemporaryDir dir;
    {
        auto db = opened(dir.path());
        Memory memory(*db);
        QCOMPARE(*memory.wasReached(QStringLiteral("https://a:443")), false);
        QVERIFY(memory.markReached(QStringLiteral("https://a:443"), {5}));
    }
    auto db = opened(dir.path());
    QCOMPARE(*Memory(*db).wasReached(QStringLiteral("https://a:443")), true);
    QCOMPARE(*Memory(*db).wasReached(QStringLiteral("https://b:443")), false);
}

void TestStore::observationsKeepFirstAndLast() // R113
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Memory memory(*db);
    ObservedLink link{
        {QStringLiteral("main"), 70}, QStringLiteral("room"), true, {{3, QStringLiteral("c3"), MemberRole::Member}}};
    QVERIFY(memory.remember({link}, {}, {100}));
    link.expected = {};
    QVERIFY(memory.remember({link}, {}, {200}));
    const auto history = memory.history({});
    const LinkHistory *past = history->of({QStringLiteral("main"), 70}, QStringLiteral("room"));
    QVERIFY(past);
    QCOMPARE(past->lastObservation.ms, 200);
    QCOMPARE(past->expected.size(), size_t(1));
    QCOMPARE(past->expected[0].first.ms, 100);
    QCOMPARE(past->expected[0].last.ms, 100);
    QVERIFY(memory.forgetOlderThan({150}));
    QVERIFY(memory.history({})->of({QStringLiteral("main"), 70}, QStringLiteral("room"))->expected.empty());
}

void TestStore::observationsAreKept400Days() // R73, design 6.8
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Memory memory(*db);
    constexpr qint64 day = 24LL * 3600 * 1000, start = 1000 * day;
    const auto seen = [](qint64 cmid) {
        return ObservedLink{{QStringLiteral("main"), cmid},
                            QStringLiteral("room"),
                            false,
                            {{3, QStringLiteral("c3"), MemberRole::Member}}};
    };
    const auto known = [&](qint64 cmid) {
        return memory.history({})->of({QStringLiteral("main"), cmid}, QStringLiteral("room")) != nullptr;
    };
    QVERIFY(memory.remember({seen(70)}, {{QStringLiteral("room"), {{QStringLiteral("c9"), quint8(0)}}}}, {start}));
    QVERIFY(memory.remember({seen(80)}, {}, {start + 400 * day}));
    QVERIFY(known(70) && known(80));
    QVERIFY(memory.remember({}, {}, {start + 401 * day}));
    QVERIFY(!known(70) && known(80));
}

void TestStore::aRoleIsRememberedUntilTheRoomIsSettled()
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Memory memory(*db);
    ObservedLink link{
        {QStringLiteral("main"), 70}, QStringLiteral("room"), true, {{3, QStringLiteral("c3"), MemberRole::Moderator}}};
    QVERIFY(memory.remember({link}, {}, {100}));
    link.expected[0].role = MemberRole::Member;
    link.settled = false;
    QVERIFY(memory.remember({link}, {}, {200}));
    const auto role = [&] {
        return memory.history({})->of({QStringLiteral("main"), 70}, QStringLiteral("room"))->expected[0].role;
    };
    QCOMPARE(role(), MemberRole::Moderator); // however often somebody looks, the cause stays told
    link.settled = true;
    QVERIFY(memory.remember({link}, {}, {300}));
    QCOMPARE(role(), MemberRole::Member);
}

void TestStore::whoWasAddedByUs()
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Journal journal(*db);
    Memory memory(*db);
    QVERIFY(journal.begin(runNamed("r1", 1000), {step("a", ChangeKind::Add, "c3")}));
    QVERIFY(!memory.history({})->addedByUs.value(QStringLiteral("room")).contains(QStringLiteral("c3")));
    QVERIFY(journal.outcomes(QStringLiteral("r1"), {{QStringLiteral("a"), Outcome::Done}}, {QString()}, {1100}));
    QVERIFY(memory.history({})->addedByUs.value(QStringLiteral("room")).contains(QStringLiteral("c3")));
    QVERIFY(journal.begin(runNamed("r2", 2000), {step("b", ChangeKind::Remove, "c3")}));
    QVERIFY(journal.outcomes(QStringLiteral("r2"), {{QStringLiteral("b"), Outcome::Done}}, {QString()}, {2100}));
    QVERIFY(!memory.history({})->addedByUs.value(QStringLiteral("room")).contains(QStringLiteral("c3")));
}

void TestStore::theChainCoversEveryEntry()
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Journal journal(*db);
    QVERIFY(journal.begin(runNamed("r1", 1000), {step("a", ChangeKind::Add, "c3")}));
    QVERIFY(journal.intent(QStringLiteral("r1"), QStringLiteral("add"), QStringLiteral("room"), {QStringLiteral("a")},
                           {1010}));
    QVERIFY(journal.outcomes(QStringLiteral("r1"), {{QStringLiteral("a"), Outcome::Done}}, {QString()}, {1100}));
    QVERIFY(journal.end(QStringLiteral("r1"), RunState::Done, {1200}));
    const auto entries = journal.entries(QStringLiteral("r1"));
    QVERIFY(entries);
    QCOMPARE(entries->size(), size_t(4));
    QString previous;
    for (size_t i = 0; i < entries->size(); ++i) {
        const JournalEntry &e = (*entries)[i];
        QCOMPARE(e.n, qint64(i) + 1);
        previous = chainHash(previous, QStringLiteral("r1"), e.n, e.at, e.type,
                             QJsonDocument(e.body).toJson(QJsonDocument::Compact));
        QCOMPARE(e.hash, previous);
    }
    const auto runs = journal.runs();
    QCOMPARE(runs->size(), size_t(1));
    QCOMPARE(runs->front().state, RunState::Done);
    QCOMPARE(runs->front().done, 1);
    QCOMPARE(runs->front().by, QStringLiteral("anna"));
}

// The limit on pages makes SQLite answer as a disk without room does.
void TestStore::aFullDiskIsToldAndNothingIsHalfWritten()
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Journal journal(*db);
    const auto limit = [&](int pages) {
        return db->run([&](QSqlDatabase &sql) -> Result<void> {
            const auto done = execute(sql, QStringLiteral("PRAGMA max_page_count = %1").arg(pages));
            return done ? Result<void>() : fail(done.error());
        });
    };
    QVERIFY(journal.begin(runNamed("r1", 1000), {step("a", ChangeKind::Add, "c3")}));
    QVERIFY(limit(1)); // never below what there is
    std::vector<RunStep> many;
    for (int i = 0; i < 2000; ++i)
        many.push_back(step(qPrintable(QStringLiteral("s%1").arg(i)), ChangeKind::Add, "c3"));
    const auto begun = journal.begin(runNamed("r2", 2000), many);
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, QStringLiteral("disk-full"));
    QCOMPARE(begun.error().kind, ErrorKind::Storage);
    const auto runs = journal.runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(1)); // without the other, or any of its steps
    QCOMPARE(journal.steps(QStringLiteral("r2"))->size(), size_t(0));
    QVERIFY(limit(1'000'000));
    QVERIFY(journal.begin(runNamed("r2", 2000), many));
}

void TestStore::confirmedLinksStayConfirmed()
{
    QTemporaryDir dir;
    auto db = opened(dir.path());
    Memory memory(*db);
    RememberedLink link;
    link.site = QStringLiteral("main");
    link.cmid = 70;
    link.course = 7;
    link.shortName = QStringLiteral("ALG");
    link.room = QStringLiteral("room");
    link.source = LinkSource::Guessed;
    link.creator = QStringLiteral("c1");
    QVERIFY(memory.confirmLinks({link}, QStringLiteral("anna"), {500}));
    QVERIFY(memory.rememberLinks({link}));
    const auto links = memory.links();
    QCOMPARE(links->size(), size_t(1));
    QCOMPARE(links->front().confirmedBy, QStringLiteral("anna"));
    QCOMPARE(links->front().confirmedAt.ms, 500);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
