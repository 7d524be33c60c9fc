// R70 R256, design 6.6: the console opens on its last reading, offline too, with its age; nothing is planned from it.
#include "app/lastreading.h"
#include "app/session.h"
#include "core/secrets/memorysecrets.h"
#include "tests/flow/console.h"
#include "ui/base/audit.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/courses/coursespage.h"
#include "ui/courses/detailpane.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/snapshot/opensnapshotpage.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus campus()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob carl"),
                  QStringLiteral("prof anne dora"));
    campus.linked(QStringLiteral("BIO1"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    return campus;
}

/// A desktop without a keychain.
class NoSecrets final : public secrets::SecretStore
{
public:
    static Error none() { return {ErrorKind::Storage, QStringLiteral("keychain-unavailable"), {}, 0, {}, {}}; }
    QFuture<Result<Found>> read(const secrets::SecretKey &) override
    {
        return QtFuture::makeReadyFuture(Result<Found>(fail(none())));
    }
    QFuture<Result<void>> write(const secrets::SecretKey &, const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>(fail(none())));
    }
    QFuture<Result<void>> remove(const secrets::SecretKey &) override
    {
        return QtFuture::makeReadyFuture(Result<void>(fail(none())));
    }
};

struct Console
{
    Console(Flow &flow, secrets::SecretStore *secrets) : backend(consoleOn(flow))
    {
        backend->keepIn(secrets);
        QObject::connect(backend.get(), &ui::Backend::viewReady, backend.get(),
                         [this](const ui::Backend::View &view) { views.push_back(view); });
        QObject::connect(backend.get(), &ui::Backend::refreshFailed, backend.get(),
                         [this](const Error &error) { failures.push_back(error); });
        QObject::connect(backend.get(), &ui::Backend::keepingChanged, backend.get(),
                         [this](const Error &error) { keeping.push_back(error); });
    }
    std::unique_ptr<app::BackendService> backend;
    std::vector<ui::Backend::View> views;
    std::vector<Error> failures, keeping;
};

QStringList kept(Flow &flow)
{
    return app::lastReadingsIn(flow.file(QStringLiteral("console")));
}

/// One reading, and its file written.
void readOnce(Flow &flow, secrets::SecretStore &secrets)
{
    Console console(flow, &secrets);
    console.backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(console.keeping.size(), size_t(1), 20000);
    QCOMPARE(console.keeping.front().code, QString());
    QCOMPARE(console.views.size(), size_t(1));
    QCOMPARE(kept(flow).size(), 1);
}

} // namespace

class TestConsoleKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { guardUiThread(*qApp); }
    void init() { failOnUiThreadWork(); }
    void offlineInAWindow();
    void thenTheServers();
    void nothingIsPlannedFromIt();
    void withoutAKeychain();
    void whatCannotBeOpenedIsRemoved();
    void anotherScopeFindsNothing();
    void aPublishedSnapshot();
    void openedFromTheWindow();
};

void TestConsoleKept::offlineInAWindow()
{
    Flow flow(campus());
    secrets::MemorySecrets secrets;
    readOnce(flow, secrets);
    if (QTest::currentTestFailed())
        return;
    flow.stop();
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    Console console(flow, &secrets);
    ui::MainWindow window(ui::Context{*console.backend, theme, language});
    ui::addAllPages(window);
    window.resize(1440, 900);
    window.showPage(ui::pages::Courses);
    window.show();
    console.backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(console.views.size(), size_t(1), 20000);
    const CampusView &view = *console.views.front();
    QCOMPARE(view.source, ViewSource::LastReading);
    QCOMPARE(view.diff.links.size(), size_t(2));
    QTRY_COMPARE_WITH_TIMEOUT(console.failures.size(), size_t(1), 60000);
    QCOMPARE(console.views.size(), size_t(1)); // a state that was read is not replaced by one that could not be
    window.showCourse({QStringLiteral("main"), 70});
    auto *pane = window.findChild<ui::DetailPane *>();
    QTRY_VERIFY(pane && pane->planButton()->isVisible());
    QVERIFY(!pane->planButton()->isEnabled());
    QVERIFY(!pane->planButton()->toolTip().isEmpty());
    for (const text::Language one : {text::Language::French, text::Language::English}) {
        language.set(one);
        QTRY_COMPARE(ui::clippedTexts(window.status()), QStringList());
        if (const QString shots = qEnvironmentVariable("LIAISON_SHOTS"); !shots.isEmpty())
            QVERIFY(window.grab().save(shots + (one == text::Language::French ? QStringLiteral("/offline-fr.png")
                                                                              : QStringLiteral("/offline-en.png"))));
    }
    // Why is told from it.
    QSignalSpy whys(console.backend.get(), &ui::Backend::whyReady);
    console.backend->why({QStringLiteral("main"), 70}, {std::nullopt, std::nullopt, QStringLiteral("bob")});
    QTRY_COMPARE(whys.size(), 1);
}

void TestConsoleKept::thenTheServers()
{
    Flow flow(campus());
    secrets::MemorySecrets secrets;
    readOnce(flow, secrets);
    if (QTest::currentTestFailed())
        return;
    Console console(flow, &secrets);
    console.backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(console.views.size(), size_t(2), 20000);
    QCOMPARE(console.views[0]->source, ViewSource::LastReading);
    QCOMPARE(console.views[1]->source, ViewSource::Servers);
    QVERIFY(console.views[0]->readAt < console.views[1]->readAt);
    QCOMPARE(console.views[0]->diff.links.size(), console.views[1]->diff.links.size());
    QSignalSpy plans(console.backend.get(), &ui::Backend::planReady);
    console.backend->plan({}, defaultClasses());
    QTRY_COMPARE(plans.size(), 1);
}

void TestConsoleKept::nothingIsPlannedFromIt()
{
    Flow flow(campus());
    secrets::MemorySecrets secrets;
    readOnce(flow, secrets);
    if (QTest::currentTestFailed())
        return;
    const auto plan = std::make_shared<const Plan>();
    flow.stop();
    Console console(flow, &secrets);
    QSignalSpy plans(console.backend.get(), &ui::Backend::planReady),
        applied(console.backend.get(), &ui::Backend::applied);
    QStringList codes;
    for (auto signal : {&ui::Backend::planFailed, &ui::Backend::applyFailed, &ui::Backend::undoFailed})
        connect(console.backend.get(), signal, this, [&](const Error &e) { codes << e.code; });
    console.backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(console.failures.size(), size_t(1), 60000);
    console.backend->plan({}, defaultClasses());
    console.backend->apply(plan, {});
    console.backend->resume(QStringLiteral("r1"));
    console.backend->undo(QStringLiteral("r1"));
    QTRY_COMPARE(codes.size(), 4);
    QCOMPARE(codes, QStringList(4, QStringLiteral("view-not-fresh")));
    QCOMPARE(plans.size() + applied.size(), 0);
}

void TestConsoleKept::withoutAKeychain()
{
    Flow flow(campus());
    NoSecrets none;
    Console console(flow, &none);
    console.backend->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!console.keeping.empty(), 20000);
    QCOMPARE(console.keeping.back().code, QStringLiteral("keychain-unavailable"));
    QCOMPARE(kept(flow), QStringList());
    QCOMPARE(console.views.size(), size_t(1));
}

void TestConsoleKept::whatCannotBeOpenedIsRemoved()
{
    Flow flow(campus());
    secrets::MemorySecrets secrets;
    readOnce(flow, secrets);
    if (QTest::currentTestFailed())
        return;
    const QString file = kept(flow).front();
    const auto place = [&] {
        const QString id = QFileInfo(file).fileName().mid(13, 32);
        return app::LastReading{file, {QStringLiteral("liaison-snapshot"), id}};
    }();
    const Instant now = app::machineTime();
    const auto opens = [&](secrets::SecretStore &from, Instant at) {
        const auto opened = app::openLastReading(place, from, at);
        return opened && opened->has_value();
    };
    QFile f(file);
    QVERIFY(f.open(QIODevice::ReadOnly));
    const QByteArray good = f.readAll();
    f.close();
    const auto restore = [&](const QByteArray &bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(bytes);
    };
    QVERIFY(opens(secrets, now));
    QVERIFY(!opens(secrets, {now.ms + 31LL * 86'400'000})); // too old
    QVERIFY(!QFileInfo::exists(file));
    restore(good.left(good.size() - 1));
    QVERIFY(!opens(secrets, now));
    QVERIFY(!QFileInfo::exists(file));
    restore(good);
    secrets::MemorySecrets others;
    QVERIFY(!opens(others, now)); // its key is gone
    QVERIFY(!QFileInfo::exists(file));
    restore(good);
    NoSecrets none;
    QVERIFY(!app::openLastReading(place, none, now)); // nobody could be asked: that proves nothing
    QVERIFY(QFileInfo::exists(file));
    // Purge: the file and its key.
    QVERIFY(app::forgetLastReading(file, secrets));
    QVERIFY(!QFileInfo::exists(file));
    QVERIFY(!secrets::waitFor(secrets.read(place.key))->has_value());
}

void TestConsoleKept::anotherScopeFindsNothing()
{
    Profile profile;
    profile.moodle.emplace_back();
    profile.moodle[0].url = QStringLiteral("https://moodle.example");
    profile.chat.url = QStringLiteral("https://chat.example");
    profile.chat.user = QStringLiteral("api");
    const QString all = app::lastReadingOf(profile, QStringLiteral("/store")).file;
    Profile other = profile;
    other.scope.categories = QStringList{QStringLiteral("3")};
    QVERIFY(app::lastReadingOf(other, QStringLiteral("/store")).file != all);
    other = profile;
    other.chat.user = QStringLiteral("lookup");
    QVERIFY(app::lastReadingOf(other, QStringLiteral("/store")).file != all);
    other = profile;
    other.moodle[0].url = QStringLiteral("https://moodle2.example");
    QVERIFY(app::lastReadingOf(other, QStringLiteral("/store")).file != all);
    QVERIFY(app::lastReadingOf(profile, QStringLiteral("/elsewhere")).key !=
            app::lastReadingOf(profile, QStringLiteral("/store")).key);
}

void TestConsoleKept::aPublishedSnapshot()
{
    Flow flow(campus());
    const QStringList publish{QStringLiteral("publish"), flow.file(QStringLiteral("campus.snapshot")),
                              QStringLiteral("--key-file"), flow.file(QStringLiteral("key"))};
    QCOMPARE(flow.run(publish).exit, 0);
    flow.write(QStringLiteral("support.json"),
               QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("liaison-config")},
                                         {QStringLiteral("version"), 1},
                                         {QStringLiteral("name"), QStringLiteral("Assistance")},
                                         {QStringLiteral("snapshot"), flow.file(QStringLiteral("campus.snapshot"))}})
                   .toJson());
    app::Arguments arguments;
    arguments.config = flow.file(QStringLiteral("support.json"));
    const Env env{{QStringLiteral("LIAISON_STORE"), flow.file(QStringLiteral("support"))},
                  {QStringLiteral("LIAISON_SNAPSHOT_KEY_FILE"), flow.file(QStringLiteral("key"))}};
    app::BackendService backend([=] {
        return app::Context::open(arguments, [env](const QString &name) -> std::optional<QString> {
            return env.contains(name) ? std::optional(env[name]) : std::nullopt;
        });
    });
    secrets::MemorySecrets secrets;
    backend.keepIn(&secrets);
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    ui::MainWindow window(ui::Context{backend, theme, language});
    ui::addAllPages(window);
    window.resize(1440, 900);
    window.showPage(ui::pages::Courses);
    window.show();
    QSignalSpy views(&backend, &ui::Backend::viewReady), plans(&backend, &ui::Backend::planReady),
        refused(&backend, &ui::Backend::planFailed), undone(&backend, &ui::Backend::undoFailed),
        diagnosed(&backend, &ui::Backend::diagnosisFailed);
    flow.sandbox().clearRequests();
    backend.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    const auto first = views.front().front().value<ui::Backend::View>();
    QCOMPARE(first->source, ViewSource::Published);
    QVERIFY(first->readOnly);
    QCOMPARE(first->profileName, QStringLiteral("Assistance"));
    window.showCourse({QStringLiteral("main"), 70});
    auto *pane = window.findChild<ui::DetailPane *>();
    QTRY_VERIFY(pane && pane->isVisible());
    QTRY_VERIFY(!pane->planButton()->isVisible());
    QCOMPARE(ui::clippedTexts(window.status()), QStringList());
    if (const QString shots = qEnvironmentVariable("LIAISON_SHOTS"); !shots.isEmpty())
        QVERIFY(window.grab().save(shots + QStringLiteral("/published-fr.png")));
    QSignalSpy whys(&backend, &ui::Backend::whyReady);
    backend.why({QStringLiteral("main"), 70}, {std::nullopt, std::nullopt, QStringLiteral("bob")});
    QTRY_COMPARE(whys.size(), 1);
    // Somebody who helps has a bundle too, also while the file is read again: each keeps what it began with.
    QSignalSpy bundled(&backend, &ui::Backend::supportSaved), reports(&backend, &ui::Backend::evidenceWritten);
    for (int i = 0; i < 5; ++i) {
        backend.saveBundle(flow.file(QStringLiteral("bundle%1.zip").arg(i)));
        backend.exportEvidence(flow.file(QStringLiteral("report%1.html").arg(i)), text::Language::French);
        backend.refresh();
    }
    QTRY_COMPARE_WITH_TIMEOUT(bundled.size(), 5, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(reports.size(), 5, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(views.size() >= 2, 20000);
    views.remove(1, views.size() - 1);
    backend.plan({}, defaultClasses());
    backend.undo(QStringLiteral("r1"));
    backend.diagnose();
    QTRY_COMPARE(refused.size(), 1);
    QTRY_COMPARE(undone.size(), 1);
    QTRY_COMPARE(diagnosed.size(), 1);
    QCOMPARE(refused.front().front().value<Error>().code, QStringLiteral("published-only"));
    QCOMPARE(plans.size(), 0);
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
    // A newer one is published: F5 reads it.
    QCOMPARE(flow.run(publish).exit, 0);
    backend.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 2, 20000);
    QVERIFY(first->readAt < views.back().front().value<ui::Backend::View>()->readAt);
    QCOMPARE(app::lastReadingsIn(flow.file(QStringLiteral("support"))), QStringList()); // it is a file already
}

void TestConsoleKept::openedFromTheWindow()
{
    QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    Flow flow(campus());
    const QString file = flow.file(QStringLiteral("campus.snapshot"));
    QCOMPARE(flow.run({QStringLiteral("publish"), file, QStringLiteral("--key-file"), flow.file(QStringLiteral("key"))})
                 .exit,
             0);
    Env env = flow.env;
    env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("console"));
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    app::Session session(
        {},
        [env](const QString &name) -> std::optional<QString> {
            return env.contains(name) && !env[name].isEmpty() ? std::optional(env[name]) : std::nullopt;
        },
        theme, language, ui::Theme::Light, nullptr);
    ui::Backend::View seen;
    connect(&session, &app::Session::opened, this, [&] {
        connect(&session.backend(), &ui::Backend::viewReady, this, [&](const ui::Backend::View &view) { seen = view; });
    });
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(seen, 20000);
    session.window().resize(1440, 900);
    session.window().showPage(ui::pages::Help);
    Q_EMIT session.window().page(ui::pages::Help)->openPage(ui::pages::OpenSnapshot, QString());
    auto *page = session.window().findChild<ui::OpenSnapshotPage *>();
    QVERIFY(page && page->isVisible());
    QVERIFY(!page->openButton()->isEnabled());
    QSignalSpy failed(&session, &app::Session::snapshotFailed);
    page->fileField()->setText(file);
    page->keyField()->setText(snapfile::SnapshotKey::random().text());
    page->openButton()->click();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().value<Error>().code, QStringLiteral("snapshot-wrong-key"));
    QVERIFY(page->openButton()->isEnabled());
    for (const text::Language one : {text::Language::French, text::Language::English}) {
        language.set(one);
        if (const QString shots = qEnvironmentVariable("LIAISON_SHOTS"); !shots.isEmpty())
            QVERIFY(
                session.window().grab().save(shots + (one == text::Language::French ? QStringLiteral("/open-fr.png")
                                                                                    : QStringLiteral("/open-en.png"))));
        QTRY_COMPARE(ui::clippedTexts(page).join(u'|'), QString());
    }
    flow.sandbox().clearRequests();
    seen.reset();
    page->keyField()->setText(QString::fromLatin1(flow.read(QStringLiteral("key"))).trimmed());
    page->openButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(seen, 20000);
    QCOMPARE(seen->source, ViewSource::Published);
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
    // And back to one's own servers.
    QVERIFY(session.window().training().canGoBack());
    seen.reset();
    session.window().training().choose({});
    QTRY_VERIFY_WITH_TIMEOUT(seen, 20000);
    QCOMPARE(seen->source, ViewSource::Servers);
}

QTEST_MAIN(TestConsoleKept)
#include "tst_console_kept.moc"
