// R19 R63 R269 R310: from nothing to a working profile, by keyboard only and in French, over real sockets; every wrong
// value on the way gives its own sentence. Then: tokens and passwords typed are only where they belong.
#include "app/session.h"
#include "core/base/uithread.h"
#include "tests/flow/console.h"
#include "tests/flow/home.h"
#include "tests/flow/typist.h"
#include "ui/base/audit.h"
#include "ui/connect/accountsteps.h"
#include "ui/connect/placestep.h"
#include "ui/connect/summarystep.h"
#include "ui/pages/servercard.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/unlockpage.h"

#include <QApplication>
#include <QDirIterator>
#include <QRadioButton>
#include <QTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString wrongMoodle = QStringLiteral("0123456789abcdef0123456789abcdef");
const QString wrongChat = QStringLiteral("0123456789012345678901234567890123456789_-A");
const QString password = QStringLiteral("sandbox");
const QString passphrase = QStringLiteral("quatre chaises bleues en mars");

sandbox::ChatUser &apiAccount(Campus &c)
{
    return *std::find_if(c.world.chat.users.begin(), c.world.chat.users.end(),
                         [](const sandbox::ChatUser &user) { return user.username == u"liaison.api"; });
}

Campus campus(bool secondFactor)
{
    Campus c;
    c.linked(QStringLiteral("OWN1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    c.linked(QStringLiteral("OWN2"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    if (secondFactor) {
        apiAccount(c).email = QStringLiteral("api@campus.example");
        c.world.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled")] = true;
    }
    return c;
}

} // namespace

class TestConsoleAssistant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyWrongValueThenAFile();
    void sessionOnly();
    void keychain();
    void obtainedTokens();
    void cancelAndBack();
    void sheetAndNames();

private:
    [[nodiscard]] liaison::Environment environment() const
    {
        const QString store = m_home->filePath(QStringLiteral("store"));
        const QString machine = m_home->filePath(QStringLiteral("machine"));
        return [store, machine](const QString &name) -> std::optional<QString> {
            if (name == u"LIAISON_STORE")
                return store;
            if (name == u"LIAISON_MACHINE_PROFILES")
                return machine;
            return std::nullopt;
        };
    }
    /// Files below the home that hold these bytes.
    [[nodiscard]] QStringList filesWith(const QString &secret) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<app::Tokens> m_tokens; ///< one keychain a program
};

namespace {

#define SAYS(said, part)                                                                                               \
    do {                                                                                                               \
        const QString heard = said;                                                                                    \
        QVERIFY2(heard.contains(part), qPrintable(QStringLiteral("heard: ") + heard));                                 \
    } while (false)

/// From the first window to the step after the accounts, without a mistake.
bool toProfile(Typist &p)
{
    if (!QTest::qWaitFor([&] { return p.session.assistant() && p.session.assistant()->isVisible(); }, 5000))
        return false;
    p.session.assistant()->activateWindow();
    Typist::press(Qt::Key_Return); // "start" has the keyboard
    Typist::type(p.moodle);
    if (!p.enter().isEmpty())
        return false;
    Typist::type(p.moodleToken);
    if (!p.enter().isEmpty())
        return false;
    Typist::type(p.chat);
    if (!p.enter().isEmpty())
        return false;
    Typist::type(QStringLiteral("liaison.api"));
    if (!Typist::tabTo(QStringLiteral("chatToken")))
        return false;
    Typist::type(p.chatToken);
    return p.enter().isEmpty();
}

} // namespace

void TestConsoleAssistant::initTestCase()
{
    guardUiThread(*qApp);
    m_tokens =
        std::make_unique<app::Tokens>([](const QString &) { return std::optional<QString>(); }, app::Tokens::Ask());
    if (!Home::hasKeyring()) // never the keyring of who runs the tests
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestConsoleAssistant::init()
{
    failOnUiThreadWork();
    m_tokens->closeFile();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_home->filePath(QStringLiteral("config")).toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_home->filePath(QStringLiteral("data")).toLocal8Bit());
}

QStringList TestConsoleAssistant::filesWith(const QString &secret) const
{
    QStringList found;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret.toUtf8()))
            found << file.fileName();
    }
    return found;
}

void TestConsoleAssistant::everyWrongValueThenAFile()
{
    if (Home::hasKeyring())
        QSKIP("without a keyring");
    Flow flow(campus(true));
    Relay relay(quint16(QUrl(flow.env[QStringLiteral("LIAISON_MOODLE_URL")]).port()));
    Typist p(flow, environment(), *m_tokens, &relay);
    QTRY_VERIFY(p.session.assistant() && p.session.assistant()->isVisible());
    p.session.assistant()->activateWindow();
    QTRY_COMPARE(Typist::focus(), static_cast<QWidget *>(p.session.assistant()->welcome()->connectServers()));
    Typist::press(Qt::Key_Return);

    // The address of Moodle.
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("moodleAddress"));
    SAYS(p.enter(), QStringLiteral("L’adresse manque"));
    Typist::type(QStringLiteral("ftp://moodle.example.org"));
    SAYS(p.enter(), p.sentence("bad-url"));
    Typist::type(wrongMoodle);
    SAYS(p.enter(), QStringLiteral("jeton de Moodle"));
    Typist::type(QStringLiteral("http://moodle.example.org/login/index.php"));
    SAYS(p.enter(), p.sentence("insecure-url"));
    auto *instead = p.page().findChild<QPushButton *>(QStringLiteral("useHttps"));
    QVERIFY(instead && instead->text().contains(QStringLiteral("https://moodle.example.org")));
    Typist::type(QString(p.moodle + QStringLiteral("/nowhere")));
    SAYS(p.enter(), p.sentence("not-moodle")); // a page in HTML
    Typist::type(p.chat);
    SAYS(p.enter(), p.sentence("swapped-fields"));
    Typist::type(QStringLiteral("http://127.0.0.1:1"));
    SAYS(p.enter(), p.sentence("refused"));
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("moodleAddress")); // to be corrected at once
    Typist::type(QString(p.moodle + QStringLiteral("/my/")));
    QCOMPARE(p.enter(), QString());

    // Its token.
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("moodleToken"));
    SAYS(p.enter(), QStringLiteral("Le jeton manque"));
    Typist::type(wrongChat);
    SAYS(p.enter(), QStringLiteral("jeton du serveur de chat"));
    Typist::type(wrongMoodle);
    SAYS(p.enter(), p.sentence("wrong-token"));
    QCOMPARE(p.page().findChild<QLineEdit *>(QStringLiteral("moodleToken"))->text(), QString());
    Typist::type(p.moodleToken);
    QCOMPARE(p.enter(), QString());

    // The chat server.
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("chatAddress"));
    Typist::type(p.moodle);
    SAYS(p.enter(), p.sentence("swapped-fields"));
    Typist::type(QString(p.chat + QStringLiteral("/nowhere")));
    SAYS(p.enter(), p.sentence("not-rocketchat"));
    Typist::type(p.chat);
    QCOMPARE(p.enter(), QString());

    // Its account: token of another account, wrong token, swapped, then a sign-in with a wrong code.
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("chatLogin"));
    Typist::type(p.chatToken);
    SAYS(p.enter(), QStringLiteral("jeton du serveur de chat"));
    Typist::type(QStringLiteral("anne"));
    QVERIFY(Typist::tabTo(QStringLiteral("chatToken")));
    Typist::type(p.chatToken);
    SAYS(p.enter(), p.sentence("token-of-another-account"));
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("chatLogin"));
    Typist::type(QStringLiteral("liaison.api"));
    QVERIFY(Typist::tabTo(QStringLiteral("chatToken")));
    Typist::type(wrongChat);
    SAYS(p.enter(), p.sentence("wrong-token"));
    auto &account = dynamic_cast<ui::AccountStep &>(p.step());
    QVERIFY(Typist::tabTo(account.pasting()));
    Typist::press(Qt::Key_Down);
    QVERIFY(account.signingIn()->isChecked());
    QVERIFY(Typist::tabTo(QStringLiteral("chatPassword")));
    Typist::type(QStringLiteral("pas-le-bon"));
    SAYS(p.enter(), p.sentence("wrong-chat-login"));
    Typist::type(password);
    SAYS(p.enter(), QStringLiteral("seconde preuve"));
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("chatCode"));
    Typist::type(QStringLiteral("654321"));
    SAYS(p.enter(), p.sentence("wrong-code"));
    Typist::type(QStringLiteral("123456"));
    QCOMPARE(p.enter(), QString());

    // Name.
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("profileName"));
    Typist::type(QStringLiteral("a b"));
    SAYS(p.enter(), p.sentence("bad-profile-name"));
    Typist::type(QStringLiteral("campus"));
    QCOMPARE(p.enter(), QString());

    // Where the tokens rest: no keyring here.
    QTRY_VERIFY(p.waits());
    QTRY_VERIFY(p.step().notice()->isVisibleTo(&p.page()));
    SAYS(p.step().notice()->accessibleName(), QStringLiteral("trousseau"));
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("passphrase"));
    Typist::type(QStringLiteral("court"));
    SAYS(p.enter(), QStringLiteral("trop courte"));
    Typist::type(passphrase);
    SAYS(p.enter(), QStringLiteral("diffèrent"));
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("passphraseAgain"));
    Typist::type(passphrase);
    QCOMPARE(p.enter(), QString());

    // What the doctor found, then the console.
    QVERIFY(dynamic_cast<ui::SummaryStep *>(&p.step()));
    QTRY_COMPARE_WITH_TIMEOUT(p.page().findChildren<ui::ServerCard *>().size(), 2, 20000);
    QTRY_COMPARE(ui::clippedTexts(&p.page()).join(u'\n'), QString());
    Typist::press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(p.view, 20000);
    QVERIFY(!p.session.assistant());
    QCOMPARE(p.view->snapshot->courses.size(), size_t(2)); // the courses table has its rows
    QCOMPARE(p.view->profileName, QStringLiteral("campus"));

    // Nothing typed is where it does not belong.
    for (const QString &secret : {p.moodleToken, password, passphrase, QStringLiteral("123456\n")})
        QCOMPARE(filesWith(secret), QStringList());
    QCOMPARE(misplaced(relay, {password, QStringLiteral("pas-le-bon"), passphrase},
                       {p.moodleToken, p.chatToken, wrongMoodle, wrongChat}),
             QString());
    // One session was opened, by us, and ended by us.
    int logouts = 0;
    for (const auto &request : flow.sandbox().requests()) {
        logouts += request.function == u"logout";
    }
    QCOMPARE(logouts, 1);
}

void TestConsoleAssistant::sessionOnly()
{
    if (Home::hasKeyring())
        QSKIP("without a keyring");
    Flow flow(campus(false));
    Typist p(flow, environment(), *m_tokens);
    QVERIFY(toProfile(p));
    Typist::type(QStringLiteral("passager"));
    QCOMPARE(p.enter(), QString());
    QTRY_VERIFY(p.waits());
    QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("passphrase"));
    QVERIFY(Typist::tabTo(QStringLiteral("placeFile")));
    Typist::press(Qt::Key_Down);
    QVERIFY(p.page().findChild<QRadioButton *>(QStringLiteral("placeSession"))->isChecked());
    QCOMPARE(p.enter(), QString());
    Typist::press(Qt::Key_Return); // without waiting for the doctor
    QTRY_VERIFY_WITH_TIMEOUT(p.view, 20000);
    QCOMPARE(p.view->snapshot->courses.size(), size_t(2));
    for (const QString &secret : {p.moodleToken, p.chatToken})
        QCOMPARE(filesWith(secret), QStringList());
    QCOMPARE(flow.writes(), 0);
}

void TestConsoleAssistant::keychain()
{
    if (!Home::hasKeyring())
        QSKIP("with a keyring: see with-keyring.sh");
    Flow flow(campus(false));
    {
        Typist p(flow, environment(), *m_tokens);
        QVERIFY(toProfile(p));
        Typist::type(QStringLiteral("campus"));
        QCOMPARE(p.enter(), QString());
        QTRY_VERIFY(p.waits());
        QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("placeKeychain"));
        QCOMPARE(p.enter(), QString());
        Typist::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(p.view, 20000);
    }
    // The next start needs nothing: one profile, its tokens in the keychain.
    Typist again(flow, environment(), *m_tokens);
    QTRY_VERIFY_WITH_TIMEOUT(again.view, 20000);
    QCOMPARE(again.view->snapshot->courses.size(), size_t(2));
    for (const QString &secret : {again.moodleToken, again.chatToken})
        QCOMPARE(filesWith(secret), QStringList());
}

/// Both tokens by signing in; then the next start asks for the passphrase.
void TestConsoleAssistant::obtainedTokens()
{
    if (Home::hasKeyring())
        QSKIP("without a keyring");
    Flow flow(campus(false));
    {
        Typist p(flow, environment(), *m_tokens);
        QTRY_VERIFY(p.session.assistant() && p.session.assistant()->isVisible());
        p.session.assistant()->activateWindow();
        Typist::press(Qt::Key_Return);
        Typist::type(p.moodle);
        QCOMPARE(p.enter(), QString());
        auto *moodle = dynamic_cast<ui::AccountStep *>(&p.step());
        QVERIFY(moodle && Typist::tabTo(moodle->pasting()));
        Typist::press(Qt::Key_Down);
        QVERIFY(Typist::tabTo(QStringLiteral("moodleLogin")));
        Typist::type(QStringLiteral("svc.liaison"));
        QVERIFY(Typist::tabTo(QStringLiteral("moodlePassword")));
        Typist::type(QStringLiteral("pas-le-bon"));
        SAYS(p.enter(), p.sentence("wrong-login"));
        Typist::type(password);
        QCOMPARE(p.enter(), QString());
        Typist::type(p.chat);
        QCOMPARE(p.enter(), QString());
        auto *account = dynamic_cast<ui::AccountStep *>(&p.step());
        QVERIFY(account && Typist::tabTo(account->pasting()));
        Typist::press(Qt::Key_Down);
        QVERIFY(Typist::tabTo(QStringLiteral("chatLogin")));
        Typist::type(QStringLiteral("liaison.api"));
        QVERIFY(Typist::tabTo(QStringLiteral("chatPassword")));
        Typist::type(password);
        QCOMPARE(p.enter(), QString());
        Typist::type(QStringLiteral("campus"));
        QCOMPARE(p.enter(), QString());
        QTRY_COMPARE(Typist::focus()->objectName(), QStringLiteral("passphrase"));
        Typist::type(passphrase);
        QVERIFY(Typist::tabTo(QStringLiteral("passphraseAgain")));
        Typist::type(passphrase);
        QCOMPARE(p.enter(), QString());
        Typist::press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(p.view, 20000);
    }
    m_tokens->closeFile();
    Typist again(flow, environment(), *m_tokens);
    QTRY_VERIFY_WITH_TIMEOUT(again.session.isOpen() && again.session.window().currentKey() == ui::pages::Unlock, 20000);
    auto *unlock = qobject_cast<ui::UnlockPage *>(again.session.window().page(ui::pages::Unlock));
    QVERIFY(unlock);
    QTest::keyClicks(unlock->form()->first(), QStringLiteral("autre chose"));
    QTest::keyClick(unlock->form()->first(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(unlock->unlockButton()->isEnabled(), 20000); // refused; asked again
    QVERIFY(!again.view);
    unlock->form()->clear();
    QTest::keyClicks(unlock->form()->first(), passphrase);
    QTest::keyClick(unlock->form()->first(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(again.view, 20000);
}

void TestConsoleAssistant::cancelAndBack()
{
    if (Home::hasKeyring())
        QSKIP("without a keyring");
    Flow flow(campus(true));
    flow.fault(R"({"server":"moodle","match":"login/token.php","do":"hang"})");
    Typist p(flow, environment(), *m_tokens);
    QTRY_VERIFY(p.session.assistant() && p.session.assistant()->isVisible());
    p.session.assistant()->activateWindow();
    Typist::press(Qt::Key_Return);
    Typist::type(p.moodle);
    Typist::press(Qt::Key_Return);
    QVERIFY(!p.waits());
    Typist::press(Qt::Key_Escape); // cancels at once
    QVERIFY(p.waits());
    QCOMPARE(Typist::focus()->objectName(), QStringLiteral("moodleAddress"));
    QCOMPARE(p.page().findChild<QLineEdit *>(QStringLiteral("moodleAddress"))->text(), p.moodle);
    Typist::press(Qt::Key_Escape); // back to the welcome page, which is the end of the way back
    QTRY_COMPARE(Typist::focus(), static_cast<QWidget *>(p.session.assistant()->welcome()->connectServers()));
    Typist::press(Qt::Key_Escape);
    QVERIFY(p.session.assistant()->isVisible());
}

void TestConsoleAssistant::sheetAndNames()
{
    if (Home::hasKeyring())
        QSKIP("without a keyring");
    Flow flow(campus(false));
    Typist p(flow, environment(), *m_tokens);
    QTRY_VERIFY(p.session.assistant() && p.session.assistant()->isVisible());
    const QString sheet = p.session.assistant()->connector().sheet(true, text::Language::French);
    QVERIFY(sheet.contains(QStringLiteral("view-room-administration")));
    QVERIFY(!sheet.contains(QStringLiteral("archive-room"))); // only what reading needs
    QVERIFY(toProfile(p));
    for (const qreal zoom : {0.8, 1.0, 2.0}) {
        p.theme.setZoom(zoom);
        for (const auto language : {text::Language::English, text::Language::French}) {
            p.language.set(language);
            QTest::qWait(0);
            QCOMPARE(ui::unnamedControls(p.session.assistant()), QStringList());
            QTRY_COMPARE(ui::clippedTexts(p.session.assistant()).join(u'\n'), QString());
        }
    }
    p.theme.setZoom(1);
}

QTEST_MAIN(TestConsoleAssistant)
#include "tst_console_assistant.moc"
