#include "app/restoresseen.h"
#include "app/restoretext.h"
#include "core/run/restorecommand.h"
#include "ui/text/duration.h"
#include "ui/text/format.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::app;

namespace {

using State = RestoreRow::State;
constexpr auto english = text::Language::English;
constexpr auto french = text::Language::French;

RestoreRow row(qint64 id, State state)
{
    RestoreRow r;
    r.site = QStringLiteral("main");
    r.state = state;
    r.task.id = id;
    r.task.requester = 7;
    r.task.requesterName = QStringLiteral("hfaure");
    r.task.externalCourse = 42;
    r.task.externalName = QStringLiteral("Algèbre");
    r.task.externalUrl = QStringLiteral("https://old.example");
    r.task.category = 3;
    r.task.created = Instant::fromIso(QStringLiteral("2026-10-24T16:30:00Z"));
    return r;
}

AboutRestore about(const RestoreRow &row)
{
    AboutRestore a;
    a.site = row.site;
    a.task = row.task.id;
    a.requesterFullName = QStringLiteral("Hélène Faure");
    a.categoryPath = QStringList{QStringLiteral("UFR Sciences"), QStringLiteral("Licence 1")};
    return a;
}

/// With ordinary spaces.
QString plain(QString text)
{
    return text.replace(QChar(0xa0), u' ');
}

QTimeZone paris()
{
    return QTimeZone("Europe/Paris");
}

} // namespace

/// Course restores in words and cells.
class TestRestoreText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localTime_data();
    void localTime();
    void line();
    void others();
    void durations_data();
    void durations();
    void site();
    void spreadsheet();
    void golden();
    void seen();
    void seenFiles();
};

// R157: the planned time in the local time zone; on 25 October 2026 at 03:00 the clocks of Paris go back.
void TestRestoreText::localTime_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("cell");
    QTest::newRow("summer") << "2026-10-24T16:00:00Z"
                            << "24 Oct 2026, 18:00"
                            << "2026-10-24 18:00:00";
    QTest::newRow("winter") << "2026-10-25T17:00:00Z"
                            << "25 Oct 2026, 18:00"
                            << "2026-10-25 18:00:00";
    QTest::newRow("before the change") << "2026-10-25T00:30:00Z"
                                       << "25 Oct 2026, 02:30"
                                       << "2026-10-25 02:30:00";
    QTest::newRow("the hour that comes twice") << "2026-10-25T01:30:00Z"
                                               << "25 Oct 2026, 02:30"
                                               << "2026-10-25 02:30:00";
    QTest::newRow("the hour that is missing") << "2026-03-29T01:30:00Z"
                                              << "29 Mar 2026, 03:30"
                                              << "2026-03-29 03:30:00";
}

void TestRestoreText::localTime()
{
    QFETCH(QString, utc);
    QFETCH(QString, shown);
    QFETCH(QString, cell);
    const RestoreRow r = row(1, State::Scheduled);
    RestoreReview review;
    review.about = {about(r)};
    review.about.front().planned = Instant::fromIso(utc);
    const QStringList cells = restoreLine(r, review.about.front(), english, paris());
    QCOMPARE(plain(cells.at(restoreHead(english).indexOf(QStringLiteral("Planned")))), shown);
    const QByteArray csv = restoresCsv({r}, &review, english, paris());
    QVERIFY2(csv.contains("\"planned (Europe/Paris)\""), csv.constData());
    QVERIFY2(csv.contains(QString(u'"' + cell + u'"').toUtf8()), csv.constData());
}

// R138, R160, R169, R172, R174, R175: the columns.
void TestRestoreText::line()
{
    RestoreRow r = row(4, State::Performed);
    r.task.withUserData = true;
    r.task.processed = Instant::fromIso(QStringLiteral("2026-10-24T23:30:00Z"));
    AboutRestore a = about(r);
    a.seconds = 7 * 3600;
    a.notes = {RestoreNote::OneInstance, RestoreNote::UserData};
    const QStringList head = restoreHead(english), cells = restoreLine(r, a, english, QTimeZone::utc());
    QCOMPARE(cells.size(), head.size());
    const auto cell = [&](const char *title) { return plain(cells.at(head.indexOf(QString::fromLatin1(title)))); };
    QCOMPARE(cell("State"), QStringLiteral("Performed"));
    QCOMPARE(cell("Requested by"), QStringLiteral("Hélène Faure (hfaure)"));
    QCOMPARE(cell("Into"), QStringLiteral("UFR Sciences / Licence 1"));
    QCOMPARE(cell("User data"), QStringLiteral("with"));
    QCOMPARE(cell("Created"), QStringLiteral("24 Oct 2026, 16:30"));
    QCOMPARE(cell("Planned"), QStringLiteral("—"));
    QCOMPARE(cell("Processed"), QStringLiteral("24 Oct 2026, 23:30"));
    QCOMPARE(cell("For"), QStringLiteral("7 h"));
    QCOMPARE(cell("Remarks"), QStringLiteral("Restored twice")); // what is only to be known is not among them
    QCOMPARE(restoreHead(french).size(), head.size());
    QCOMPARE(restoreLine(r, a, french).at(head.indexOf(QStringLiteral("User data"))), QStringLiteral("avec"));

    r.task.requester = 0; // by an administrator, for nobody
    r.task.category = 0;
    const QStringList plain = restoreLine(r, AboutRestore(), english, QTimeZone::utc());
    QCOMPARE(plain.at(head.indexOf(QStringLiteral("Requested by"))), QStringLiteral("an administrator"));
    QCOMPARE(plain.at(head.indexOf(QStringLiteral("Into"))), QStringLiteral("default category"));
}

// R149
void TestRestoreText::others()
{
    AboutRestore a = about(row(1, State::Scheduled));
    a.others = {{9, 7, QStringLiteral("Anne Martin"), 21, Instant::fromIso(QStringLiteral("2026-09-03T16:04:00Z"))},
                {10, 0, {}, std::nullopt, Instant::fromIso(QStringLiteral("2026-09-04T16:04:00Z"))}};
    QCOMPARE(plain(othersText(a, english, paris()).join(u'|')).split(u'|'),
             QStringList({QStringLiteral("Anne Martin, 3 Sep 2026, 18:04 (course 21)"),
                          QStringLiteral("an administrator, 4 Sep 2026, 18:04")}));
    QCOMPARE(plain(othersText(a, french, paris()).front()),
             QStringLiteral("Anne Martin, 3 sept. 2026 à 18:04 (cours 21)"));
}

void TestRestoreText::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("en");
    QTest::addColumn<QString>("fr");
    QTest::newRow("0") << 0LL << "0 s"
                       << "0 s";
    QTest::newRow("40 s") << 40LL << "40 s"
                          << "40 s";
    QTest::newRow("an hour less a second") << 3599LL << "59 min"
                                           << "59 min";
    QTest::newRow("hours") << 25920LL << "7 h 12 min"
                           << "7 h 12 min";
    QTest::newRow("whole hours") << 7200LL << "2 h"
                                 << "2 h";
    QTest::newRow("days") << 12 * 86400LL + 3 * 3600 << "12 d 3 h"
                          << "12 j 3 h";
    QTest::newRow("a clock that is ahead") << -5LL << "0 s"
                                           << "0 s";
}

void TestRestoreText::durations()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, en);
    QFETCH(QString, fr);
    QCOMPARE(plain(text::duration(english, seconds)), en);
    QCOMPARE(plain(text::duration(french, seconds)), fr);
}

// R139, R183, R211: what the block is set to, as far as the companion tells, and the next run.
void TestRestoreText::site()
{
    RestoreSite s;
    s.site = QStringLiteral("main");
    s.version = QStringLiteral("4.5");
    s.block = QStringLiteral("3.1.3");
    s.state = RunnerState::Idle;
    s.settingsKnown = true;
    s.oneInstance = true;
    s.sources = {QStringLiteral("https://old.example"), QStringLiteral("https://iut.example")};
    s.runner.emplace();
    s.runner->lastRun = Instant::fromIso(QStringLiteral("2026-11-19T17:00:00Z"));
    s.runner->nextRun = Instant::fromIso(QStringLiteral("2026-11-20T17:00:00Z"));
    QString told = plain(siteLines(s, english, paris()).join(u'\n'));
    for (const char *part : {"Last run: 19 Nov 2026, 18:00", "Next run: 20 Nov 2026, 18:00", "Moodle 4.5, block 3.1.3",
                             "one restored course per source course: yes", "https://old.example, https://iut.example"})
        QVERIFY2(told.contains(QString::fromLatin1(part)), qPrintable(told));
    s.settingsKnown = false; // not told is not "no"
    told = plain(siteLines(s, english, paris()).join(u'\n'));
    QVERIFY(!told.contains(QStringLiteral("one restored course")));
    s.state = RunnerState::Disabled;
    s.runner->disabled = true;
    told = plain(siteLines(s, french, paris()).join(u'\n'));
    QVERIFY(!told.contains(QStringLiteral("Prochain")));
    QVERIFY(told.contains(QStringLiteral("désactivée")));
}

// R169: every restore in a file for a spreadsheet; nothing in it is a formula.
void TestRestoreText::spreadsheet()
{
    RestoreRow r = row(1, State::Stuck);
    r.cause = QStringLiteral("source-refused");
    r.task.externalName = QStringLiteral("=HYPERLINK(\"http://evil.example\")");
    const RestoreRow second = row(2, State::Performed);
    const QByteArray csv = restoresCsv({r, second}, nullptr, english, QTimeZone::utc());
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(csv.count("\r\n"), 3);
    QVERIFY2(csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""), csv.constData());
    QVERIFY(csv.contains("\"https://old.example/course/view.php?id=42\""));
    const QList<QByteArray> lines = csv.split('\n');
    QCOMPARE(lines.at(0).count("\",\""), lines.at(2).count("\",\""));
}

// R137, R142, R181, R223: the sentences that explain, word for word.
void TestRestoreText::golden()
{
    const auto sentence = [](const char *code, text::Language language) {
        return text::of(text::Group::Restore, QString::fromLatin1(code), language).sentence;
    };
    QCOMPARE(
        sentence("new-room", english),
        QStringLiteral("A restored chat activity gets a new room, in which there is at first only who asked for the "
                       "restore, while the room of the old course stays with the old course: this is no "
                       "difference."));
    QVERIFY(sentence("new-room", french).contains(QStringLiteral("ce n’est pas un écart")));
    QCOMPARE(
        sentence("user-data", english),
        QStringLiteral("This restore copies the data of the people of the old course: names, work handed in, marks, "
                       "messages of forums."));
    QVERIFY(sentence("manual-enrolments", english).contains(QStringLiteral("background settings")));
    QVERIFY(sentence("runner-elsewhere", french).contains(QStringLiteral("crontab")));
    // R193, R198, R199: what to look at where the source answers here but not to the Moodle server.
    for (const text::Language language : {english, french}) {
        const QString unreachable =
            text::of(text::Group::Restore, QStringLiteral("source-unreachable"), language).remedy;
        for (const char *part :
             {"curlsecurityblockedhosts", "curlsecurityallowedport", "update-ca-certificates --fresh"})
            QVERIFY2(unreachable.contains(QLatin1String(part)), part);
    }
    // R143, R144: the labels of the modes.
    QCOMPARE(enrolmentText(1, english), QStringLiteral("only with user data"));
    QCOMPARE(enrolmentText(2, english), QStringLiteral("always"));
    QCOMPARE(enrolmentText(1, french), QStringLiteral("seulement avec les données utilisateurs"));
    QCOMPARE(enrolmentText(2, french), QStringLiteral("toujours"));
    // R218: ready to be copied; the console writes no setting, and asks nobody to print one with tokens.
    QCOMPARE(settingCommand(RestoreNote::RequesterNotModerator),
             QStringLiteral("php admin/cli/cfg.php --component=block_my_external_backup_restore_courses "
                            "--name=enrolrole"));
    QVERIFY(settingCommand(RestoreNote::SourceNotConfigured).isEmpty());
    RestoreReview review;
    review.about.resize(1);
    review.about.front().notes = {RestoreNote::RequesterNotEnrolled};
    QVERIFY(noteLines(review, english).join(u'\n').contains(settingCommand(RestoreNote::RequesterNotEnrolled)));
    for (const auto &[note, code] : Codes<RestoreNote>::all) {
        for (const text::Language language : {english, french}) {
            const text::Text words = text::of(text::Group::Restore, QString::fromLatin1(code), language);
            QVERIFY2(!words.name.isEmpty() && !words.sentence.isEmpty() && !words.remedy.isEmpty(), code);
        }
    }
    for (const auto &[state, code] : Codes<RunnerState>::all)
        QVERIFY2(!text::of(text::Group::Restore, QString::fromLatin1(code), french).sentence.isEmpty(), code);
}

// R152: new is what failed since somebody looked.
void TestRestoreText::seen()
{
    QTemporaryDir folder;
    std::vector<RestoreRow> rows{row(1, State::Error), row(2, State::Performed)};
    RestoreReview review;
    review.about = {about(rows[0]), about(rows[1])};
    markNew(rows, seenFailures(folder.path()), review);
    QVERIFY(!review.failuresRemembered);
    QVERIFY(!review.about[0].isNew); // nobody looked before: there is nothing to compare with

    const QSet<QString> told{rows[0].site};
    QVERIFY(rememberFailures(folder.path(), rows, told));
    rows.push_back(row(3, State::Stuck));
    review.about.push_back(about(rows[2]));
    markNew(rows, seenFailures(folder.path()), review);
    QVERIFY(review.failuresRemembered);
    QVERIFY(!review.about[0].isNew);
    QVERIFY(!review.about[1].isNew);
    QVERIFY(review.about[2].isNew);

    QVERIFY(rememberFailures(folder.path(), rows, told));
    markNew(rows, seenFailures(folder.path()), review);
    QVERIFY(!review.about[2].isNew);

    // A reading in which the site was down mends nothing there.
    QVERIFY(rememberFailures(folder.path(), {}, {QStringLiteral("another")}));
    markNew(rows, seenFailures(folder.path()), review);
    QVERIFY(!review.about[0].isNew && !review.about[2].isNew);
    QVERIFY(rememberFailures(folder.path(), {}, told));
    QVERIFY(seenFailures(folder.path())->isEmpty());
}

void TestRestoreText::seenFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("restores-seen.json"));
    QVERIFY(rememberFailures(folder.path(), {row(1, State::Error)}, {QStringLiteral("main")}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(!bytes.contains("hfaure") && !bytes.contains("Alg"), bytes.constData()); // numbers only
    file.close();
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"something else\"}");
    file.close();
    QVERIFY(!seenFailures(folder.path()));
    QStringList erased;
    QVERIFY(forgetFailures(folder.path(), erased));
    QCOMPARE(erased, QStringList{path});
    QVERIFY(!QFile::exists(path));
    QVERIFY(forgetFailures(folder.path(), erased)); // nothing there is no error
}

QTEST_APPLESS_MAIN(TestRestoreText)
#include "tst_restoretext.moc"
