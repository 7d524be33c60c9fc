// The page of profiles in the window, on real widgets: the list, import, deletion, every shape. R24 R128 R141 R250
#include "tests/ui/profiles/profileswindow.h"
#include "ui/base/audit.h"
#include "ui/profiles/pagekeys.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::ProfilesWindow;
using liaison::tests::sampleCampus;
using liaison::tests::type;

class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.set(text::Language::English); }
    void theList();
    void openedFromEverywhere();
    void opens();
    void duplicateAndNew();
    void deleteAsks();
    void importAsksForEach();
    void cancelledImport();
    void supportProfile();
    void inTheOtherLanguage();
    void inEveryShape_data();
    void inEveryShape();

private:
    ThemeHolder m_theme{*qApp};
    Language m_language{*qApp, text::Language::English};
};

void TestProfiles::theList()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    const auto said = [&](const char *name) { return page.row(QString::fromLatin1(name))->accessibleName(); };
    QVERIFY(said("univ-production").contains(QStringLiteral("Université, production")));
    QVERIFY(said("univ-production").contains(QStringLiteral("open now")));
    QVERIFY(said("univ-production").contains(QStringLiteral("chat.univ-exemple.fr")));
    QVERIFY(said("essai").contains(QStringLiteral(", test")));
    QVERIFY(said("assistance").contains(QStringLiteral("Read-only")));
    QVERIFY(said("assistance").contains(QStringLiteral("Institution")));
    QVERIFY(said("ancien").contains(QStringLiteral("broken file")));
    QVERIFY(said("ancien").contains(QStringLiteral("policy.identity.rule"))); // the place
    QCOMPARE(page.selected(), QStringLiteral("univ-production"));
    // By keyboard.
    page.initialFocus()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(page.selected() != QStringLiteral("univ-production"));
    page.select(QStringLiteral("ancien"));
    QVERIFY(!page.pane()->openButton()->isEnabled());
    QVERIFY(page.pane()->removeButton()->isEnabled()); // a broken one can be deleted
    // Nothing on this computer yet.
    f.profiles.clear();
    f.profiles.list();
    QSignalSpy wanted(&f.window, &MainWindow::connectRequested);
    auto *panel = page.findChild<StatePanel *>();
    QVERIFY(panel->isVisible());
    panel->findChildren<Button *>().first()->click();
    QCOMPARE(wanted.size(), 1);
}

void TestProfiles::openedFromEverywhere()
{
    ProfilesWindow f(m_theme, m_language);
    f.backend.show(sampleCampus());
    // The left column as it is, and the profiles below.
    const QStringList pages = f.window.navigation()->pages();
    QCOMPARE(pages.mid(0, 8), (QStringList{pages::Overview, pages::Courses, pages::Rooms, pages::Roles,
                                           pages::Retention, pages::Restores, pages::Journal, pages::Diagnostics}));
    QCOMPARE(pages.mid(8), (QStringList{pages::Profiles, pages::Help, pages::Preferences}));
    QVERIFY(f.window.status()->profileButton()->isVisible());
    f.window.status()->profileButton()->click();
    QCOMPARE(f.window.currentKey(), QString(pages::Profiles));
    f.window.showPage(pages::Overview);
    f.window.search()->setFocus();
    type(f.window.search(), QStringLiteral("essai"));
    QTRY_VERIFY(f.window.searchPopup()->isVisible());
    const Hit *hit = f.window.searchPopup()->current();
    QVERIFY(hit && hit->kind == Hit::Kind::Profile);
    QTest::keyClick(f.window.search(), Qt::Key_Return);
    QCOMPARE(f.window.currentKey(), QString(pages::Profiles));
    QCOMPARE(qobject_cast<ProfilesPage *>(f.window.page(pages::Profiles))->selected(), QStringLiteral("essai"));
}

void TestProfiles::opens()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    QVERIFY(!page.pane()->openButton()->isEnabled()); // it is open
    page.select(QStringLiteral("essai"));
    f.profiles.applying = true;
    page.pane()->openButton()->click();
    QVERIFY(f.profiles.opened.isEmpty());
    QVERIFY(page.pane()->message().contains(QStringLiteral("being applied")));
    f.profiles.applying = false;
    page.pane()->openButton()->click();
    QCOMPARE(f.profiles.opened, QStringLiteral("essai"));
}

void TestProfiles::duplicateAndNew()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.select(QStringLiteral("assistance"));
    page.pane()->duplicateButton()->click();
    QCOMPARE(page.editor()->field(QStringLiteral("file"))->line()->text(), QStringLiteral("assistance-2"));
    page.editor()->saveButton()->click();
    QCOMPARE(page.selected(), QStringLiteral("assistance-2"));
    QVERIFY(page.pane()->removeButton()->isVisible()); // one's own
    QSignalSpy wanted(&f.window, &MainWindow::connectRequested);
    page.newButton()->click();
    QCOMPARE(wanted.size(), 1);
}

void TestProfiles::deleteAsks()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.select(QStringLiteral("essai"));
    page.pane()->removeButton()->click();
    QVERIFY(page.pane()->confirmButton()->isVisible());
    QVERIFY(QApplication::focusWidget() != page.pane()->confirmButton()); // Enter deletes nothing
    QVERIFY(!page.pane()->forgetTick()->isChecked());
    page.pane()->forgetTick()->setChecked(true);
    page.pane()->confirmButton()->click();
    QVERIFY(!page.row(QStringLiteral("essai")));
    QVERIFY(f.profiles.forgot);
}

void TestProfiles::importAsksForEach()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.startImport(QStringLiteral("/missing.json"));
    QVERIFY(!page.pane()->message().isEmpty());
    page.startImport(QStringLiteral("/from.json"));
    ImportPane &pane = *page.importing();
    QCOMPARE(page.shown(), &pane);
    QCOMPARE(pane.ticks().size(), size_t(4));
    for (QCheckBox *tick : pane.ticks())
        QVERIFY(!tick->isChecked());
    QVERIFY(pane.ticks()[1]->accessibleName().contains(QStringLiteral("71:F6:")));
    QVERIFY(!pane.importButton()->isEnabled());
    pane.ticks()[0]->click();
    pane.ticks()[1]->click();
    QVERIFY(!pane.importButton()->isEnabled());
    QVERIFY(pane.reason().contains(QStringLiteral("Every server")));
    pane.ticks()[2]->click();
    QVERIFY(pane.importButton()->isEnabled()); // without the proxy: it is left out
    type(pane.name()->line(), QStringLiteral("essai"));
    pane.importButton()->click();
    QVERIFY(!pane.name()->fault().isEmpty()); // there is one of that name
    type(pane.name()->line(), QStringLiteral("ailleurs"));
    pane.importButton()->click();
    QCOMPARE(page.selected(), QStringLiteral("ailleurs"));
    QCOMPARE(page.shown(), page.pane());
}

void TestProfiles::cancelledImport()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.startImport(QStringLiteral("/from.json"));
    page.importing()->cancelButton()->click();
    QCOMPARE(page.shown(), page.pane());
    QCOMPARE(page.selected(), QStringLiteral("univ-production"));
    QCOMPARE(QApplication::focusWidget(), page.importButton());
    // Where there is no profile: back to the panel that says so.
    f.profiles.clear();
    f.profiles.list();
    page.startImport(QStringLiteral("/from.json"));
    QCOMPARE(page.shown(), page.importing());
    page.importing()->cancelButton()->click();
    QVERIFY(!page.importing()->isVisible());
    QVERIFY(page.findChild<StatePanel *>()->isVisible());
}

void TestProfiles::supportProfile()
{
    ProfilesWindow f(m_theme, m_language);
    f.profiles.add(QStringLiteral("guichet"), tests::sampleSupport());
    ProfilesPage &page = f.page();
    page.select(QStringLiteral("guichet"));
    QVERIFY(page.row(QStringLiteral("guichet"))->accessibleName().contains(QStringLiteral("campus-du-jour.liaison")));
    QStringList keys, values;
    for (const KeyValueRow *one : page.pane()->findChildren<KeyValueRow *>()) {
        keys << one->findChildren<Label *>().first()->text();
        values << one->value()->text();
        QVERIFY2(!values.last().isEmpty(), qPrintable(keys.last()));
    }
    QVERIFY(keys.contains(QStringLiteral("Published snapshot")));
    QVERIFY(values.contains(QStringLiteral("/srv/commun/liaison/campus-du-jour.liaison")));
    QVERIFY(!keys.contains(QStringLiteral("Rocket.Chat")) && !keys.contains(QStringLiteral("Scope")));
    // Its key, like a token.
    TokensCard &card = *page.pane()->tokens();
    QVERIFY2(!card.note().startsWith(QStringLiteral("Looking")), qPrintable(card.note()));
    TokenRow *key = card.row(QStringLiteral("snapshot"));
    QVERIFY(key);
    QVERIFY(!key->testButton()->isVisible());
    key->replaceButton()->click();
    QCOMPARE(key->token()->control()->accessibleName(), QStringLiteral("Key"));
    type(key->token()->line(), QStringLiteral("KKKK"));
    key->keepButton()->click();
    QVERIFY2(key->result().contains(QStringLiteral("not the key")), qPrintable(key->result()));
    type(key->token()->line(), QString(40, u'K'));
    key->keepButton()->click();
    QCOMPARE(f.profiles.keptToken, QString(40, u'K'));
    QCOMPARE(key->stateText(), QStringLiteral("In the keychain"));
    // The editor: what such a profile can say, and nothing that saving would refuse.
    page.pane()->editButton()->click();
    ProfileEditor &editor = *page.editor();
    for (const char *place : {"chat.url", "scope.courses", "policy.source", "moodle[0].url", "hours", "readOnly"})
        QVERIFY2(!editor.field(QString::fromLatin1(place)), place);
    type(editor.field(QStringLiteral("snapshot"))->line(), QString());
    editor.field(QStringLiteral("snapshot"))->line()->clear();
    editor.saveButton()->click();
    QVERIFY(!editor.field(QStringLiteral("snapshot"))->fault().isEmpty());
    type(editor.field(QStringLiteral("snapshot"))->line(), QStringLiteral("/srv/autre.liaison"));
    editor.saveButton()->click();
    QCOMPARE(page.shown(), page.pane());
    QCOMPARE(f.profiles.known()->back().profile->snapshot, QStringLiteral("/srv/autre.liaison"));
    // Where the file cannot be read, its key has no name: that is said.
    f.profiles.tokensFail =
        Error{ErrorKind::Input, QStringLiteral("file-not-found"), QStringLiteral("/srv/autre.liaison"), 0, {}, {}};
    page.select(QStringLiteral("essai"));
    page.select(QStringLiteral("guichet"));
    QVERIFY2(card.note().contains(QStringLiteral("/srv/autre.liaison")), qPrintable(card.note()));
}

// What was said before the language changed is said again in the new one, or not at all.
void TestProfiles::inTheOtherLanguage()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    TokenRow *chat = page.pane()->tokens()->row(QStringLiteral("chat"));
    chat->testButton()->click();
    page.startImport(QStringLiteral("/missing.json"));
    QVERIFY(!chat->result().isEmpty() && !page.pane()->message().isEmpty());
    m_language.set(text::Language::French);
    QVERIFY(chat->result().isEmpty());
    QVERIFY(page.pane()->message().isEmpty());
    page.select(QStringLiteral("assistance"));
    page.pane()->editButton()->click();
    const QString french = page.editor()->message();
    m_language.set(text::Language::English);
    QVERIFY(page.editor()->message().startsWith(QStringLiteral("Installed by")));
    QVERIFY(french != page.editor()->message());
}

void TestProfiles::inEveryShape_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<bool>("french");
    for (const int zoom : {80, 100, 200}) {
        for (const bool french : {false, true})
            QTest::addRow("%d %s", zoom, french ? "fr" : "en") << zoom << french;
    }
}

void TestProfiles::inEveryShape()
{
    QFETCH(int, zoom);
    QFETCH(bool, french);
    ProfilesWindow f(m_theme, m_language);
    m_language.set(french ? text::Language::French : text::Language::English);
    m_theme.setZoom(zoom / 100.0);
    f.backend.show(sampleCampus());
    f.profiles.add(QStringLiteral("guichet"), tests::sampleSupport());
    ProfilesPage &page = f.page();
    const auto sound = [&](const char *what) {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        const QStringList cut = clippedTexts(&f.window);
        QVERIFY2(cut.isEmpty(), qPrintable(QLatin1String(what) + u": " + cut.join(u'\n')));
        const QStringList unnamed = unnamedControls(&f.window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(QLatin1String(what) + u": " + unnamed.join(u'\n')));
    };
    sound("pane");
    page.pane()->tokens()->row(QStringLiteral("chat"))->replaceButton()->click();
    sound("replace");
    page.pane()->removeButton()->click();
    sound("delete");
    page.pane()->editButton()->click();
    sound("editor");
    page.editor()->cancelButton()->click();
    page.startImport(QStringLiteral("/from.json"));
    sound("import");
    page.importing()->cancelButton()->click();
    page.select(QStringLiteral("guichet"));
    sound("support profile");
    page.pane()->editButton()->click();
    sound("support editor");
    page.editor()->field(QStringLiteral("name"))->line()->clear();
    page.select(QStringLiteral("essai"));
    sound("unsaved");
    Q_EMIT f.profiles.presenceAsked();
    sound("unlock");
    m_theme.setZoom(1);
}

QTEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
