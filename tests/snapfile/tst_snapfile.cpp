// R256 R70: a campus as a sealed file. What was written is read, byte for byte in what it means; whatever was changed,
// cut, exchanged or made up is refused and breaks nothing.
#include "core/reconcile/explain.h"
#include "core/reconcile/planjson.h"
#include "core/run/restorereview.h"
#include "core/snapfile/campusfile.h"
#include "tests/support/randomworld.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::snapfile;

namespace {

const QString keyText = QStringLiteral("B9FN4-RSQ5Z-VBG7F-Z7AV9-KZQKG-QPW7B-J2V4J-YBE8W-2ZTTT-3TG8W-CEW68");
constexpr Instant now{1'763'650'800'000};

SnapshotKey key()
{
    return *SnapshotKey::fromText(keyText);
}

CampusReading reading(quint32 seed)
{
    const tests::SmallWorld world = tests::randomWorld(seed);
    CampusReading campus;
    auto view = std::make_shared<CampusView>();
    view->snapshot = tests::build(world, seed);
    view->policy = world.policy;
    view->history = world.history;
    view->history.verdicts[QStringLiteral("R1")][QStringLiteral("u-gast")] = {Cause::ByHand, Certainty::Certain};
    view->diff = diff(*view->snapshot, view->policy, view->history);
    view->roles = roleRows(*view->snapshot, view->policy);
    view->readAt = now;
    view->profileName = QStringLiteral("Campus d’été");
    RoomRow room;
    room.id = QStringLiteral("r1");
    room.links = {{QStringLiteral("main"), 70}};
    room.ownerless = true;
    room.members = 3;
    view->rooms = {room, {}};
    RetentionRow retention;
    retention.wanted = 90;
    retention.verdict = RetentionVerdict::TooLong;
    view->retention = {retention};
    RestoreRow restore;
    restore.task.externalName = QStringLiteral("Cinéma");
    restore.task.requesterName = QStringLiteral("eleroy");
    restore.state = RestoreRow::State::Stuck;
    view->restores = {restore};
    view->restoresKnown = true;
    view->restoresOutside = RestoresOutside{3, true};
    auto review = std::make_shared<RestoreReview>();
    review->sites.resize(1);
    review->sites[0].site = QStringLiteral("main");
    review->sites[0].runner.emplace();
    review->sites[0].runner->nextRun = now;
    review->sites[0].state = RunnerState::Elsewhere;
    review->sites[0].sources = QStringList{QStringLiteral("https://old.example")};
    review->about.resize(1);
    review->about[0].categoryPath = QStringList{QStringLiteral("UFR"), QStringLiteral("L1")};
    review->about[0].seconds = 25'920;
    review->about[0].others = {{3, 7, QStringLiteral("Anne"), 21, now}};
    review->about[0].rooms = {{QStringLiteral("main"), 70}};
    review->about[0].requesterModerator = Tri::No;
    review->about[0].notes = {RestoreNote::QueueBlocked, RestoreNote::ManualEnrolments};
    review->membersRead = true;
    view->restoreReview = std::move(review);
    ServerReport server;
    server.error = Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}};
    server.skewMs = -5;
    server.rights = {{QStringLiteral("view-room-administration"), std::nullopt, QStringLiteral("read"), 2}};
    view->servers = {server};
    view->categories[QStringLiteral("main")][3] = QStringLiteral("Sciences");
    campus.view = view;
    campus.survey = std::make_shared<const Survey>();
    campus.extras.outside = 4;
    campus.extras.chatReadAt = now;
    campus.extras.restoresUnread = {{QStringLiteral("annexe"), *server.error}};
    return campus;
}

QString codeOfResult(const Result<CampusReading> &result)
{
    return result ? QStringLiteral("opened") : result.error().code;
}

Result<CampusReading> openWhole(const QString &path, const SnapshotKey &with)
{
    auto file = CampusFile::open(path, with);
    if (!file)
        return fail(file.error());
    return file->whole();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestSnapfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void whatTimelinesProved();
    void olderContent();
    void linksFirst();
    void everyByteCounts();
    void cutAnywhere();
    void madeUp();
    void hostileInside();
    void sectionsOfAnotherFile();
    void reasons();
    void keys();
    void ageAndOwner();

private:
    [[nodiscard]] QString path(const char *name = "campus.snapshot") const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    QTemporaryDir m_folder;
};

void TestSnapfile::roundTrip()
{
    for (quint32 seed = 1; seed <= 120; ++seed) {
        const CampusReading before = reading(seed);
        QVERIFY(writeCampus(path(), key(), before, now));
        const auto after = openWhole(path(), key());
        QVERIFY2(after, qPrintable(QStringLiteral("seed %1").arg(seed)));
        const CampusView &a = *before.view, &b = *after->view;
        // The digest of the facts is in the plan.
        QCOMPARE(planToJson(makePlan(*b.snapshot, b.diff, b.policy, defaultClasses())),
                 planToJson(makePlan(*a.snapshot, a.diff, a.policy, defaultClasses())));
        QCOMPARE(b.snapshot->accountByLogin, a.snapshot->accountByLogin);
        QCOMPARE(b.snapshot->accountById, a.snapshot->accountById);
        QCOMPARE(b.snapshot->enrolments.person, a.snapshot->enrolments.person);
        QCOMPARE(b.snapshot->members.account, a.snapshot->members.account);
        const ExplainInput inA{*a.snapshot, a.policy, a.history, now, nullptr, std::nullopt};
        const ExplainInput inB{*b.snapshot, b.policy, b.history, now, nullptr, std::nullopt};
        for (quint32 link = 0; link < a.snapshot->links.size(); ++link) {
            for (quint32 person = 0; person < a.snapshot->people.size(); ++person) {
                Subject subject;
                subject.person = PersonIx(person);
                if (a.snapshot->people[person].site != a.snapshot->links[link].site)
                    continue;
                const Explanation ea = explain(inA, LinkIx(link), subject), eb = explain(inB, LinkIx(link), subject);
                QCOMPARE(eb.conclusion, ea.conclusion);
                QCOMPARE(eb.cause, ea.cause);
                QCOMPARE(eb.certainty, ea.certainty);
                QCOMPARE(eb.steps.size(), ea.steps.size());
                for (size_t i = 0; i < ea.steps.size(); ++i) {
                    QCOMPARE(eb.steps[i].fact, ea.steps[i].fact);
                    QCOMPARE(eb.steps[i].values, ea.steps[i].values);
                    QCOMPARE(eb.steps[i].readAt, ea.steps[i].readAt);
                }
            }
        }
        QCOMPARE(b.rooms.size(), a.rooms.size());
        QCOMPARE(b.rooms[0].links, a.rooms[0].links);
        QCOMPARE(b.rooms[0].ownerless, a.rooms[0].ownerless);
        QCOMPARE(b.retention[0].wanted, a.retention[0].wanted);
        QCOMPARE(b.retention[0].verdict, a.retention[0].verdict);
        QCOMPARE(b.restores[0].task.externalName, a.restores[0].task.externalName);
        QCOMPARE(b.restores[0].state, a.restores[0].state);
        QCOMPARE(b.restoresOutside, a.restoresOutside);
        QCOMPARE(b.history.verdicts, a.history.verdicts);
        QVERIFY(b.restoreReview);
        QCOMPARE(b.restoreReview->about[0].notes, a.restoreReview->about[0].notes);
        QCOMPARE(b.restoreReview->about[0].seconds, a.restoreReview->about[0].seconds);
        QCOMPARE(b.restoreReview->about[0].categoryPath, a.restoreReview->about[0].categoryPath);
        QCOMPARE(int(b.restoreReview->about[0].requesterModerator), int(Tri::No));
        QCOMPARE(b.restoreReview->sites[0].runner->nextRun, now);
        QCOMPARE(b.servers[0].error, a.servers[0].error);
        QCOMPARE(b.servers[0].skewMs, a.servers[0].skewMs);
        QCOMPARE(b.categories, a.categories);
        QCOMPARE(b.readAt, a.readAt);
        QCOMPARE(after->extras.outside, before.extras.outside);
        QCOMPARE(after->extras.restoresUnread[0].because, before.extras.restoresUnread[0].because);
        // Nothing is left out of the file: written again it is the same in every section.
        QVERIFY(writeCampus(path("again"), key(), *after, now));
        const auto first = SealedFile::open(path(), key()), second = SealedFile::open(path("again"), key());
        for (quint32 section = 1; section <= 7; ++section)
            QCOMPARE(*(*second)->section(section), *(*first)->section(section));
    }
}

/// Timelines are not in a file; whom they make removable is, so that the file counts what its publisher saw. R8
void TestSnapfile::whatTimelinesProved()
{
    const auto entry = [](qint64 second, const QString &who, const QString &by) {
        return TimelineEvent{TimelineEvent::Type::Added, Instant{second * 1000}, who, u"u-" + by, by};
    };
    const QString api = QStringLiteral("liaison.api"), prof = QStringLiteral("prof"), r1 = QStringLiteral("R1");
    const QString ours = QStringLiteral("ours"), hers = QStringLiteral("hers"), gone = QStringLiteral("gone");
    for (const bool emptied : {false, true}) { // nobody is enrolled any more: what was expected once tells
        tests::SmallWorld w = tests::SmallWorld::oneCourse();
        (void)w.account(prof);
        if (!emptied) {
            w.enrol(prof, {QStringLiteral("teacher")});
            w.join(prof, RoomModerator);
        }
        w.join(ours);
        w.join(hers);
        CampusReading before = reading(5);
        auto view = std::make_shared<CampusView>(*before.view);
        view->snapshot = tests::build(w);
        view->policy = w.policy;
        view->history = w.history;
        view->history.timelines.insert(r1,
                                       {{entry(1, gone, api), entry(5, ours, api), entry(6, hers, prof)}, true, w.now});
        view->diff = diff(*view->snapshot, view->policy, view->history);
        const auto rules = [](const CampusView &v) {
            QStringList out;
            for (const Entry &one : v.diff.rooms[0].entries) {
                const PersonKey *person = personOf(one.change);
                out << (person ? person->username : QString()) + u' ' + (one.rule ? codeOf(*one.rule) : QString()) +
                           u' ' + codeOf(one.change.cause);
            }
            return out.join(u';');
        };
        QVERIFY2(rules(*view).contains(QStringLiteral("hers guest")), qPrintable(rules(*view)));
        QVERIFY2(!rules(*view).contains(QStringLiteral("ours guest")), qPrintable(rules(*view)));
        before.view = view;
        QVERIFY(writeCampus(path(), key(), before, now));
        const auto after = openWhole(path(), key());
        QVERIFY(after);
        const CampusView &kept = *after->view;
        QVERIFY(kept.history.timelines.isEmpty());
        QCOMPARE(kept.history.addedByApi.value(r1), QSet<QString>{QStringLiteral("u-ours")});
        QCOMPARE(kept.diff.links[0].remove, view->diff.links[0].remove);
        QCOMPARE(kept.diff.links[0].guests, view->diff.links[0].guests);
        QCOMPARE(rules(kept), rules(*view));
        // Written again from the file it is the same; nobody who left and no login is in it.
        QVERIFY(writeCampus(path("again"), key(), *after, now));
        const auto first = SealedFile::open(path(), key()), second = SealedFile::open(path("again"), key());
        const QByteArray history = *(*first)->section(5);
        QCOMPARE(*(*second)->section(5), history);
        QVERIFY(!history.contains("gone") && !QByteArray(history).replace("u-hers", "").contains("hers"));
    }
    // A file of the time before: nobody is removable by what a timeline told.
    CampusReading plain = reading(5);
    plain.view->restoresOutside.reset();
    plain.view->history.verdicts.clear();
    QVERIFY(writeCampus(path(), key(), plain, now));
    const auto good = SealedFile::open(path(), key());
    std::vector<Section> sections;
    for (quint32 number = 1; number <= 5; ++number)
        sections.push_back({number, *(*good)->section(number)});
    QCOMPARE(sections[0].bytes[0], '\x03');
    QCOMPARE(sections[3].bytes.back(), '\x00');
    QVERIFY(sections[4].bytes.endsWith(QByteArray(2, '\0')));
    // Of the time before the review of restores: the rows are there, nothing is said of them.
    sections[0].bytes[0] = '\x02';
    sections[3].bytes.chop(1);
    sections[4].bytes.chop(1);
    QVERIFY(writeSealed(path("earlier"), key(), now, sections));
    const auto unreviewed = openWhole(path("earlier"), key());
    QVERIFY(unreviewed);
    QCOMPARE(unreviewed->view->restores.size(), size_t(1));
    QVERIFY(!unreviewed->view->restoreReview);
    sections[0].bytes[0] = '\x01';
    sections[4].bytes.chop(1);
    QVERIFY(writeSealed(path("earlier"), key(), now, sections));
    QCOMPARE(codeOfResult(openWhole(path("earlier"), key())), QStringLiteral("opened"));
    sections[0].bytes[0] = '\x04';
    QVERIFY(writeSealed(path("later"), key(), now, sections));
    QCOMPARE(codeOfResult(openWhole(path("later"), key())), QStringLiteral("snapshot-newer"));
}

/// Written by the release whose files held neither causes of timelines nor restores outside a scope.
void TestSnapfile::olderContent()
{
    const QString file = QStringLiteral(LIAISON_TEST_DATA "/snapfile/content-2.snapshot");
    QVERIFY(QFile::copy(file, path("older")));
    const auto older = openWhole(path("older"), key());
    QVERIFY2(older, qPrintable(codeOfResult(older)));
    const CampusView &view = *older->view;
    QCOMPARE(view.restores[0].task.externalName, QStringLiteral("Cinéma"));
    QCOMPARE(view.history.addedByApi.value(QStringLiteral("kept")), QSet<QString>{QStringLiteral("u-1")});
    QVERIFY(!view.restoresOutside);
    QVERIFY(view.history.verdicts.isEmpty());
    QVERIFY(!view.snapshot->links.empty());
    QVERIFY(writeCampus(path(), key(), *older, now)); // and kept again as files are now
    QVERIFY(openWhole(path(), key()));
}

/// The table of links is there before anybody is read, and says nothing of lists that were not.
void TestSnapfile::linksFirst()
{
    const CampusReading before = reading(5);
    QVERIFY(writeCampus(path(), key(), before, now));
    const auto file = CampusFile::open(path(), key());
    QVERIFY(file);
    const CampusView &view = *file->links();
    QCOMPARE(view.snapshot->links.size(), before.view->snapshot->links.size());
    QVERIFY(view.snapshot->people.empty());
    for (size_t i = 0; i < view.diff.links.size(); ++i) {
        QCOMPARE(view.diff.links[i].state, before.view->diff.links[i].state);
        QCOMPARE(view.diff.links[i].members, before.view->diff.links[i].members);
    }
    for (const Course &course : view.snapshot->courses)
        QVERIFY(!course.enrolments.isKnown());
    for (const Room &room : view.snapshot->rooms)
        QVERIFY(!room.members.isKnown());
    QVERIFY(view.source != ViewSource::Servers);
}

void TestSnapfile::everyByteCounts()
{
    QVERIFY(writeCampus(path(), key(), reading(7), now));
    const QByteArray good = bytesOf(path());
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        put(path("bad"), bad);
        const QString code = codeOfResult(openWhole(path("bad"), key()));
        const bool refused = code == u"snapshot-damaged" || (i < 17 && code == u"not-a-snapshot") ||
                             (i >= 17 && i < 21 && code == u"snapshot-newer");
        QVERIFY2(refused, qPrintable(QStringLiteral("byte %1: %2").arg(i).arg(code)));
    }
}

void TestSnapfile::cutAnywhere()
{
    QVERIFY(writeCampus(path(), key(), reading(9), now));
    const QByteArray good = bytesOf(path());
    for (int part = 0; part < 400; ++part) {
        put(path("cut"), good.left(good.size() * part / 400));
        const QString code = codeOfResult(openWhole(path("cut"), key()));
        QVERIFY2(code == u"snapshot-damaged" || code == u"not-a-snapshot", qPrintable(code));
    }
    for (qsizetype longer : {1, 17, 100000}) {
        put(path("cut"), good + QByteArray(longer, 'x'));
        QCOMPARE(codeOfResult(openWhole(path("cut"), key())), QStringLiteral("snapshot-damaged"));
    }
}

void TestSnapfile::madeUp()
{
    QRandomGenerator random(20261120);
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes(static_cast<qsizetype>(random.bounded(400)), Qt::Uninitialized);
        for (char &c : bytes)
            c = static_cast<char>(random.bounded(256));
        if (i % 2 == 0)
            bytes.prepend(QByteArrayLiteral("LIAISON-SNAPSHOT\n\x01\0\0\0"));
        put(path("made-up"), bytes);
        QVERIFY(!openWhole(path("made-up"), key()));
    }
}

/// Who holds the key can seal anything: what is inside is not believed either.
void TestSnapfile::hostileInside()
{
    QVERIFY(writeCampus(path(), key(), reading(11), now));
    const auto good = SealedFile::open(path(), key());
    QVERIFY(good);
    std::vector<Section> sections;
    for (quint32 number = 1; number <= 7; ++number)
        sections.push_back({number, *(*good)->section(number)});
    QRandomGenerator random(311);
    int refused = 0;
    for (int i = 0; i < 1500; ++i) {
        std::vector<Section> bad = sections;
        QByteArray &bytes = bad[static_cast<size_t>(random.bounded(7))].bytes;
        for (int change = random.bounded(1, 4); change > 0 && !bytes.isEmpty(); --change) {
            const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(bytes.size())));
            const char value = random.bounded(3) == 0 ? '\xff' : static_cast<char>(random.bounded(256));
            if (random.bounded(8) == 0)
                bytes.truncate(at);
            else
                bytes[at] = value;
        }
        QVERIFY(writeSealed(path("hostile"), key(), now, bad));
        const auto opened = openWhole(path("hostile"), key());
        if (!opened) {
            ++refused;
            QVERIFY(opened.error().code == u"snapshot-damaged" || opened.error().code == u"snapshot-newer");
        }
    }
    QVERIFY(refused > 150);
    // A count of billions in a few bytes.
    for (size_t section = 0; section < 7; ++section) {
        std::vector<Section> bad = sections;
        bad[section].bytes = QByteArray::fromHex("01ffffffffffffffffff01");
        QVERIFY(writeSealed(path("hostile"), key(), now, bad));
        QCOMPARE(codeOfResult(openWhole(path("hostile"), key())), QStringLiteral("snapshot-damaged"));
    }
}

void TestSnapfile::sectionsOfAnotherFile()
{
    const std::vector<Section> two{{1, QByteArray(1000, 'a')}, {2, QByteArray(1000, 'b')}};
    QVERIFY(writeSealed(path("one"), key(), now, two));
    QVERIFY(writeSealed(path("two"), key(), now, two));
    const QByteArray one = bytesOf(path("one")), other = bytesOf(path("two"));
    const qsizetype size = 24 + 1000 + 17, second = one.size() - size, first = second - size;
    const auto opens = [&](const QByteArray &bytes, quint32 section) {
        put(path("mixed"), bytes);
        const auto file = SealedFile::open(path("mixed"), key());
        return file && (*file)->section(section);
    };
    QVERIFY(opens(one, 1) && opens(one, 2));
    QVERIFY(!opens(one.left(second) + other.mid(second), 2));                          // of another file
    QVERIFY(!opens(one.left(first) + one.mid(second) + one.mid(first, size), 1));      // exchanged
    QVERIFY(!opens(one.left(first) + one.mid(first, size) + one.mid(first, size), 2)); // twice
    // Larger than one piece, and empty.
    QVERIFY(writeSealed(path("sizes"), key(), now, {{7, QByteArray(200'001, 'z')}, {8, {}}}));
    const auto sizes = SealedFile::open(path("sizes"), key());
    QCOMPARE(*(*sizes)->section(7), QByteArray(200'001, 'z'));
    QCOMPARE(*(*sizes)->section(8), QByteArray());
    QVERIFY(!(*sizes)->section(9));
    // A piece cut from the middle of a long section.
    QByteArray cut = bytesOf(path("sizes"));
    cut.remove(cut.size() - 41 - 100'000, 65'536 + 17);
    put(path("mixed"), cut);
    QVERIFY(!SealedFile::open(path("mixed"), key()));
}

void TestSnapfile::reasons()
{
    QVERIFY(writeCampus(path(), key(), reading(3), now));
    QCOMPARE(codeOfResult(openWhole(path(), SnapshotKey::random())), QStringLiteral("snapshot-wrong-key"));
    QCOMPARE(codeOfResult(openWhole(path("none"), key())), QStringLiteral("file-not-found"));
    put(path("other"), "PK\x03\x04 something else");
    QCOMPARE(codeOfResult(openWhole(path("other"), key())), QStringLiteral("not-a-snapshot"));
    put(path("other"), {});
    QCOMPARE(codeOfResult(openWhole(path("other"), key())), QStringLiteral("not-a-snapshot"));
    QByteArray newer = bytesOf(path());
    newer[17] = 2;
    put(path("other"), newer);
    QCOMPARE(codeOfResult(openWhole(path("other"), key())), QStringLiteral("snapshot-newer"));
    const auto head = SealedFile::head(path());
    QCOMPARE(head->keyId, key().id());
    QCOMPARE(head->writtenAt, now);
}

void TestSnapfile::keys()
{
    QCOMPARE(key().text(), keyText);
    QCOMPARE(SnapshotKey::fromText(keyText.toLower().remove(u'-'))->bytes(), key().bytes());
    QCOMPARE(SnapshotKey::fromText(QString(u' ' + keyText).replace(u'-', u' ').replace(u'0', u'o'))->bytes(),
             key().bytes());
    for (qsizetype i = 0; i < keyText.size(); ++i) {
        QString typo = keyText;
        typo[i] = typo[i] == u'7' ? u'8' : u'7';
        QVERIFY2(!SnapshotKey::fromText(typo), qPrintable(typo));
        QVERIFY(!SnapshotKey::fromText(keyText.left(i)));
    }
    for (int i = 0; i < 50; ++i) {
        const SnapshotKey made = SnapshotKey::random();
        QCOMPARE(SnapshotKey::fromText(made.text())->bytes(), made.bytes());
        QVERIFY(made.id() != key().id());
    }
    QVERIFY(writeKeyFile(path("key"), key()));
    QCOMPARE(QFileInfo(path("key")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(readKeyFile(path("key"))->bytes(), key().bytes());
    QCOMPARE(writeKeyFile(path("key"), key()).error().code, QStringLiteral("file-not-writable")); // never replaced
    put(path("wrong"), "not a key");
    QCOMPARE(readKeyFile(path("wrong")).error().code, QStringLiteral("bad-snapshot-key"));
    QCOMPARE(readKeyFile(path("nothing")).error().code, QStringLiteral("file-not-readable"));
}

void TestSnapfile::ageAndOwner()
{
    QVERIFY(writeCampus(path("mine"), key(), reading(2), now));
    QCOMPARE(QFileInfo(path("mine")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(writeCampus(path("no/such/folder"), key(), reading(2), now).error().code,
             QStringLiteral("file-not-writable"));
    constexpr qint64 day = 86'400'000;
    QVERIFY(!isTooOld(now, {now.ms + 30 * day}));
    QVERIFY(isTooOld(now, {now.ms + 30 * day + 1}));
    // Nothing in the open: names, places, not even the profile.
    const QByteArray bytes = bytesOf(path("mine"));
    for (const char *word : {"main", "moodle", "student", "Campus", "Sciences"})
        QVERIFY2(!bytes.contains(word), word);
}

QTEST_GUILESS_MAIN(TestSnapfile)
#include "tst_snapfile.moc"
