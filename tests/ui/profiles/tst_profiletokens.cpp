// Tokens and the passphrase in the window, on real widgets. R24 R128 R141 R250
#include "tests/ui/profiles/profileswindow.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/unlockpage.h"

#include <QApplication>
#include <QRadioButton>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::ProfilesWindow;
using liaison::tests::sampleCampus;
using liaison::tests::type;
using State = TokenLine::State;

class TestProfileTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.set(text::Language::English); }
    void tokens();
    void withoutKeychain();
    void lockedFile();
    void passphraseAtStart();
    void presence();
    void leftMeansNo();
    void escapeCancels();

private:
    ThemeHolder m_theme{*qApp};
    Language m_language{*qApp, text::Language::English};
};

void TestProfileTokens::tokens()
{
    ProfilesWindow f(m_theme, m_language);
    f.profiles.states[QStringLiteral("annexe")] = State::Environment;
    ProfilesPage &page = f.page();
    TokensCard &card = *page.pane()->tokens();
    TokenRow *chat = card.row(QStringLiteral("chat"));
    QVERIFY(chat);
    QCOMPARE(chat->stateText(), QStringLiteral("In the keychain"));
    TokenRow *annexe = card.row(QStringLiteral("annexe"));
    QVERIFY(annexe->stateText().contains(QStringLiteral("LIAISON_MOODLE_TOKEN_ANNEXE")));
    QVERIFY(!annexe->forgetButton()->isEnabled());
    chat->testButton()->click();
    QVERIFY(chat->result().contains(QStringLiteral("moodle.api")));
    f.profiles.testFails =
        Error{ErrorKind::Unauthorized, QStringLiteral("wrong-token"), QStringLiteral("https://chat"), 401, {}, {}};
    chat->testButton()->click();
    QVERIFY(!chat->result().isEmpty() && !chat->result().contains(QStringLiteral("moodle.api")));
    QVERIFY(chat->testButton()->isEnabled());
    // Another one.
    chat->replaceButton()->click();
    QCOMPARE(QApplication::focusWidget(), chat->token()->control());
    QCOMPARE(chat->token()->line()->echoMode(), QLineEdit::Password);
    chat->keepButton()->click();
    QVERIFY(!chat->token()->fault().isEmpty()); // nothing was typed
    type(chat->token()->line(), QStringLiteral("t0k€n"));
    QTest::keyClick(chat->token()->line(), Qt::Key_Return);
    QCOMPARE(f.profiles.keptToken, QStringLiteral("t0k€n"));
    QVERIFY(chat->token()->line()->text().isEmpty()); // in no field any more
    QVERIFY(!chat->isOpen());
    chat->forgetButton()->click();
    QCOMPARE(chat->stateText(), QStringLiteral("Missing"));
    QVERIFY(chat->result().contains(QStringLiteral("stays valid on the server")));
    QVERIFY(!chat->testButton()->isEnabled());
}

void TestProfileTokens::withoutKeychain()
{
    ProfilesWindow f(m_theme, m_language);
    f.profiles.keychain = false;
    f.profiles.states.clear();
    TokensCard &card = *f.page().pane()->tokens();
    TokenRow *chat = card.row(QStringLiteral("chat"));
    QCOMPARE(chat->stateText(), QStringLiteral("The keychain is not available"));
    chat->replaceButton()->click();
    QVERIFY(!chat->placeButton(Profiles::Place::Keychain)->isEnabled());
    QVERIFY(chat->placeButton(Profiles::Place::File)->isChecked());
    QVERIFY(chat->passphrase()->isVisible() && chat->passphrase()->isFresh());
    type(chat->token()->line(), QStringLiteral("CANARY"));
    type(chat->passphrase()->first(), QStringLiteral("onze lettre"));
    type(chat->passphrase()->second(), QStringLiteral("onze lettre"));
    chat->keepButton()->click(); // as short as the assistant refuses it
    QVERIFY(f.profiles.keptToken.isEmpty());
    QVERIFY(!f.profiles.sealed);
    type(chat->passphrase()->first(), QStringLiteral("un deux trois"));
    type(chat->passphrase()->second(), QStringLiteral("un deux quatre"));
    chat->keepButton()->click();
    QVERIFY(f.profiles.keptToken.isEmpty());
    type(chat->passphrase()->second(), QStringLiteral("un deux trois"));
    chat->keepButton()->click();
    QCOMPARE(f.profiles.keptToken, QStringLiteral("CANARY"));
    QVERIFY(f.profiles.keptPlace == Profiles::Place::File);
    QCOMPARE(chat->stateText(), QStringLiteral("In the sealed file"));
    TokenRow *moodle = card.row(QStringLiteral("main"));
    moodle->replaceButton()->click();
    moodle->placeButton(Profiles::Place::Session)->setChecked(true);
    QVERIFY(!moodle->passphrase()->isVisible());
    type(moodle->token()->line(), QStringLiteral("m"));
    moodle->keepButton()->click();
    QCOMPARE(moodle->stateText(), QStringLiteral("Until the program ends"));
}

void TestProfileTokens::lockedFile()
{
    ProfilesWindow f(m_theme, m_language);
    f.profiles.states.clear();
    f.profiles.sealed = f.profiles.locked = true;
    TokenRow *chat = f.page().pane()->tokens()->row(QStringLiteral("chat"));
    QVERIFY(chat->stateText().contains(QStringLiteral("locked")));
    chat->replaceButton()->click();
    chat->placeButton(Profiles::Place::File)->setChecked(true);
    type(chat->passphrase()->first(), QStringLiteral("faux"));
    chat->keepButton()->click();
    QVERIFY(f.profiles.locked);
    QCOMPARE(QApplication::focusWidget(), chat->passphrase()->first());
    type(chat->passphrase()->first(), QStringLiteral("cheval pile agrafe"));
    chat->keepButton()->click();
    QVERIFY(!f.profiles.locked);
    QVERIFY(!chat->isOpen());
}

// The window asks, and goes on; nothing is modal.
void TestProfileTokens::passphraseAtStart()
{
    ProfilesWindow f(m_theme, m_language);
    f.profiles.sealed = f.profiles.locked = true;
    f.window.showPage(pages::Overview);
    const Error needed{
        ErrorKind::Input, QStringLiteral("passphrase-needed"), QStringLiteral("/tokens.sealed"), 0, {}, {}};
    Q_EMIT f.backend.refreshFailed(needed);
    QCOMPARE(f.window.currentKey(), QString(pages::Unlock));
    QVERIFY(!QApplication::activeModalWidget());
    auto *page = qobject_cast<UnlockPage *>(f.window.page(pages::Unlock));
    QCOMPARE(QApplication::focusWidget(), page->form()->first());
    QCOMPARE(page->form()->first()->echoMode(), QLineEdit::Password);
    type(page->form()->first(), QStringLiteral("faux"));
    QTest::keyClick(page->form()->first(), Qt::Key_Return);
    const auto labels = page->findChildren<Label *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const Label *l) {
        return l->isVisible() && l->text().contains(QStringLiteral("does not open"));
    }));
    QVERIFY(page->form()->first()->text().isEmpty());
    // Not now: the page behind says what is so and what to do.
    page->cancelButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Overview));
    const auto panels = f.window.page(pages::Overview)->findChildren<Label *>();
    QVERIFY(std::any_of(panels.begin(), panels.end(), [](const Label *l) {
        return l->isVisible() && l->text().contains(QStringLiteral("passphrase"));
    }));
    const int before = f.backend.refreshes;
    Q_EMIT f.backend.refreshFailed(needed);
    type(page->form()->first(), f.profiles.passphrase);
    page->unlockButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Overview));
    QCOMPARE(f.backend.refreshes, before + 1);
}

void TestProfileTokens::presence()
{
    ProfilesWindow f(m_theme, m_language);
    f.backend.show(sampleCampus());
    f.window.showPage(pages::Plan);
    Q_EMIT f.profiles.presenceAsked();
    QCOMPARE(f.window.currentKey(), QString(pages::Unlock));
    auto *page = qobject_cast<UnlockPage *>(f.window.page(pages::Unlock));
    QVERIFY(page->why() == UnlockPage::Why::Apply);
    type(page->form()->first(), QStringLiteral("faux"));
    page->unlockButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Unlock));
    type(page->form()->first(), f.profiles.passphrase);
    page->unlockButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Plan));
    QCOMPARE(f.profiles.proofs, 2);
    Q_EMIT f.profiles.presenceAsked();
    page->cancelButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Plan));
    QCOMPARE(f.profiles.proofs, 3);
}

// The question before apply is left for another page: that is a no, and nothing typed stays.
void TestProfileTokens::leftMeansNo()
{
    ProfilesWindow f(m_theme, m_language);
    f.backend.show(sampleCampus());
    f.window.showPage(pages::Plan);
    Q_EMIT f.profiles.presenceAsked();
    auto *page = qobject_cast<UnlockPage *>(f.window.page(pages::Unlock));
    QCOMPARE(page->accessibleName().isEmpty(), false);
    QVERIFY(!page->form()->accessibleDescription().isEmpty());
    QVERIFY(!f.window.windowTitle().startsWith(QLatin1String(" ")) && !f.window.windowTitle().startsWith(u'-'));
    type(page->form()->first(), QStringLiteral("moitié"));
    f.window.showPage(pages::Overview);
    QCOMPARE(f.profiles.declined, 1);
    QCOMPARE(f.profiles.proofs, 1);
    QCOMPARE(f.window.currentKey(), QString(pages::Overview)); // not back to the plan by itself
    QVERIFY(page->form()->first()->text().isEmpty());
    f.window.showPage(pages::Courses);
    QCOMPARE(f.profiles.declined, 1); // once
    // The question for the start means nothing of the kind.
    Q_EMIT f.backend.refreshFailed(
        {ErrorKind::Input, QStringLiteral("passphrase-needed"), QStringLiteral("/tokens.sealed"), 0, {}, {}});
    QVERIFY(page->why() == UnlockPage::Why::Start);
    type(page->form()->first(), QStringLiteral("moitié"));
    f.window.showPage(pages::Overview);
    QCOMPARE(f.profiles.proofs, 1);
    QVERIFY(page->form()->first()->text().isEmpty());
}

void TestProfileTokens::escapeCancels()
{
    ProfilesWindow f(m_theme, m_language);
    f.backend.show(sampleCampus());
    ProfilesPage &page = f.page();
    page.pane()->editButton()->click();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(page.shown(), page.pane());
    page.startImport(QStringLiteral("/from.json"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(page.shown(), page.pane());
    TokenRow *chat = page.pane()->tokens()->row(QStringLiteral("chat"));
    chat->replaceButton()->click();
    type(chat->token()->line(), QStringLiteral("secret"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!chat->isOpen());
    QVERIFY(chat->token()->line()->text().isEmpty());
    f.window.showPage(pages::Plan);
    Q_EMIT f.profiles.presenceAsked();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(f.profiles.declined, 1);
    QCOMPARE(f.window.currentKey(), QString(pages::Plan));
}

QTEST_MAIN(TestProfileTokens)
#include "tst_profiletokens.moc"
