// Diagnostics: the checks of core/run/doctor as they came, problems first, each to be copied. R26, R84.

#include "tests/ui/pages/clipped.h"
#include "ui/base/button.h"
#include "ui/base/label.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/pages/diagnosticspage.h"
#include "ui/pages/servercard.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::tests;

namespace {

/// Answers a diagnosis when told to.
class DoctorBackend : public ui::Backend
{
public:
    void refresh() override {}
    void plan(const std::vector<LinkKey> &, const std::vector<ChangeClass> &) override {}
    void apply(PlanPtr, const Decisions &) override {}
    void cancel() override {}
    void people(const LinkKey &) override {}
    void run(const QString &) override {}
    void diagnose() override { ++asked; }
    int asked = 0;
};

Examined server(const char *kind, const char *host)
{
    Examined e;
    e.report.kind = QString::fromLatin1(kind);
    e.report.url = QStringLiteral("https://") + QString::fromLatin1(host);
    e.way.host = QString::fromLatin1(host);
    e.way.port = 443;
    e.way.name = QStringList{QStringLiteral("192.0.2.1")};
    e.way.tcp = 3;
    e.way.tls = net::Certificate{QStringLiteral("An Authority"), QStringLiteral("TLS 1.3"),
                                 Instant::fromIso(QStringLiteral("2027-03-14T00:00:00Z"))};
    return e;
}

/// A Moodle that is well but for one capability, and a chat server with a wrong token.
ui::Backend::DiagnosisPtr troubled()
{
    Examined moodle = server("moodle", "moodle.example");
    moodle.report.site = QStringLiteral("main");
    moodle.report.version = QStringLiteral("4.5 (Build: 20241007)");
    moodle.report.account = QStringLiteral("liaison");
    moodle.info.version = QStringLiteral("2024100700");
    moodle.report.companion = QStringLiteral("1.0");
    moodle.report.plugin = QStringLiteral("1.6.5");
    moodle.report.strategy = moodle.report.linkSource = QStringLiteral("companion");
    moodle.report.rights = {{QStringLiteral("moodle/course:view"), true, QStringLiteral("read"), 0},
                            {QStringLiteral("moodle/user:viewdetails"), false, QStringLiteral("read"), 0}};
    Examined chat = server("rocketchat", "chat.example");
    chat.report.error = Error{ErrorKind::Unauthorized, QStringLiteral("wrong-token"), {}, 401, {}, {}};
    auto diagnosis = std::make_shared<Diagnosis>();
    diagnosis->servers = {diagnosisOf(moodle), diagnosisOf(chat)};
    diagnosis->at = Instant::fromIso(QStringLiteral("2026-11-20T09:00:00Z"));
    return diagnosis;
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksWhenSeen();
    void problemsFirst();
    void nothingIsCut_data();
    void nothingIsCut();
    void aProblemIsCopied();
    void anErrorOfItsOwn();

private:
    std::unique_ptr<ui::ThemeHolder> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<DoctorBackend> m_backend;
    std::unique_ptr<ui::DiagnosticsPage> m_page;
};

void TestDiagnostics::init()
{
    m_page.reset();
    m_theme = std::make_unique<ui::ThemeHolder>(*qApp);
    m_language = std::make_unique<ui::Language>(*qApp);
    m_language->set(text::Language::English);
    m_backend = std::make_unique<DoctorBackend>();
    m_page = std::make_unique<ui::DiagnosticsPage>(ui::Context{*m_backend, *m_theme, *m_language});
    m_page->resize(1262, 820);
}

// Where nothing can be read this page still has to say why: it needs no view.
void TestDiagnostics::asksWhenSeen()
{
    QCOMPARE(m_backend->asked, 0);
    m_page->show();
    QCOMPARE(m_backend->asked, 1);
    m_page->setError(Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}});
    QCOMPARE(m_backend->asked, 1); // one is under way
    Q_EMIT m_backend->diagnosed(troubled());
    m_page->hide();
    m_page->setError(Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}});
    QCOMPARE(m_backend->asked, 1); // nobody looks
    m_page->show();
    QCOMPARE(m_backend->asked, 2); // the refresh that failed made the first one old
    Q_EMIT m_backend->diagnosed(troubled());
    m_page->hide();
    m_page->show();
    QCOMPARE(m_backend->asked, 2);
}

void TestDiagnostics::problemsFirst()
{
    const auto diagnosis = troubled();
    const std::vector<text::CheckLine> moodle =
        ui::problemsFirst(diagnosis->servers.front().checks, text::Language::English);
    QCOMPARE(moodle.front().result, CheckResult::Watch);
    QVERIFY(moodle.front().words.value.contains(QStringLiteral("moodle/user:viewdetails")));
    QVERIFY(moodle.front().words.remedy.contains(QStringLiteral("contacts"))); // the silent effect
    QVERIFY(moodle.front().words.remedy.contains(QStringLiteral("Define roles")));
    const std::vector<text::CheckLine> chat =
        ui::problemsFirst(diagnosis->servers.back().checks, text::Language::English);
    QCOMPARE(chat.front().result, CheckResult::Blocking);
    QVERIFY(!chat.front().words.remedy.isEmpty());
    QCOMPARE(std::count_if(chat.begin(), chat.end(),
                           [](const text::CheckLine &line) { return line.result == CheckResult::NotTried; }),
             1); // one line for all that was not tried
    QCOMPARE(ui::worstOf(diagnosis->servers.back().checks), CheckResult::Blocking);
    QCOMPARE(chat.back().result, CheckResult::Fine);
    for (const Check &check : diagnosis->servers.front().checks) {
        if (check.step == u"tls") // the day, not the minute
            QVERIFY(text::of(check, text::Language::French)
                        .value.startsWith(QStringLiteral("Valide jusqu’au 14 mars 2027,")));
    }
}

void TestDiagnostics::nothingIsCut_data()
{
    QTest::addColumn<bool>("french");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("width");
    for (const bool french : {true, false}) {
        for (const double zoom : {1.0, 1.5, 2.0}) {
            for (const int width : {1262, 800})
                QTest::addRow("%s %.1f %d", french ? "fr" : "en", zoom, width) << french << zoom << width;
        }
    }
}

void TestDiagnostics::nothingIsCut()
{
    QFETCH(bool, french);
    QFETCH(double, zoom);
    QFETCH(int, width);
    m_language->set(french ? text::Language::French : text::Language::English);
    m_theme->setZoom(zoom);
    m_page->resize(width, 820);
    m_page->show();
    Q_EMIT m_backend->diagnosed(troubled());
    QCoreApplication::processEvents();
    QCOMPARE(clipped(m_page.get()), QStringList());
    m_theme->setZoom(1);
}

void TestDiagnostics::aProblemIsCopied()
{
    m_page->show();
    Q_EMIT m_backend->diagnosed(troubled());
    QCoreApplication::processEvents();
    QSignalSpy announced(m_page.get(), &ui::Page::announced);
    const QList<ui::CheckRow *> rows = m_page->findChildren<ui::CheckRow *>();
    QVERIFY(!rows.isEmpty());
    int copied = 0;
    for (ui::CheckRow *row : rows) {
        auto *button = row->findChild<ui::Button *>();
        if (!button)
            continue;
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
        ++copied;
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QStringLiteral(".example")) && text.count(u'\n') >= 2, qPrintable(text));
    }
    QCOMPARE(copied, 2);
    QCOMPARE(announced.size(), 2);
}

void TestDiagnostics::anErrorOfItsOwn()
{
    m_page->show();
    Q_EMIT m_backend->diagnosisFailed(Error{ErrorKind::Storage, QStringLiteral("store-failed"), {}, 0, {}, {}});
    QVERIFY(m_page->findChildren<ui::CheckRow *>().isEmpty());
    Q_EMIT m_backend->diagnosed(troubled());
    QVERIFY(!m_page->findChildren<ui::CheckRow *>().isEmpty());
}

QTEST_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
