// The profiles in the window, on real widgets: the page, the editor, tokens, import, the passphrase. R24 R128 R141 R250
#include "tests/ui/profiles/sampleprofiles.h"
#include "tests/ui/samplecampus.h"
#include "ui/base/audit.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/profilespage.h"
#include "ui/profiles/unlockpage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::SampleBackend;
using liaison::tests::sampleCampus;
using liaison::tests::SampleProfiles;
using State = TokenLine::State;

namespace {

struct Fixture
{
    explicit Fixture(ThemeHolder &theme, Language &language) : window(Context{backend, theme, language})
    {
        addAllPages(window);
        window.setProfiles(profiles);
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    ProfilesPage &page()
    {
        window.showPage(pages::Profiles);
        QCoreApplication::processEvents();
        return *qobject_cast<ProfilesPage *>(window.page(pages::Profiles));
    }
    SampleBackend backend;
    SampleProfiles profiles;
    MainWindow window;
};

void type(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, line, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

} // namespace

class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.set(text::Language::English); }
    void theList();
    void openedFromEverywhere();
    void opens();
    void editAndSave();
    void whatNoFieldShowsStays();
    void errorsNameTheField_data();
    void errorsNameTheField();
    void judgedWhileTyping();
    void anotherHostNeedsItsToken();
    void theInstitutions();
    void duplicateAndNew();
    void deleteAsks();
    void importAsksForEach();
    void cancelledImport();
    void unsavedChangesStay();
    void supportProfile();
    void tokens();
    void withoutKeychain();
    void lockedFile();
    void passphraseAtStart();
    void presence();
    void leftMeansNo();
    void escapeCancels();
    void inTheOtherLanguage();
    void inEveryShape_data();
    void inEveryShape();

private:
    ThemeHolder m_theme{*qApp};
    Language m_language{*qApp, text::Language::English};
};

void TestProfiles::theList()
{
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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

void TestProfiles::editAndSave()
{
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.pane()->editButton()->click();
    QCOMPARE(page.shown(), page.editor());
    ProfileEditor &editor = *page.editor();
    QCOMPARE(QApplication::focusWidget(), editor.initialFocus());
    type(editor.field(QStringLiteral("name"))->line(), QStringLiteral("Ma fac"));
    qobject_cast<QComboBox *>(editor.field(QStringLiteral("environment"))->control())->setCurrentIndex(0);
    qobject_cast<QCheckBox *>(editor.field(QStringLiteral("readOnly"))->control())->setChecked(true);
    qobject_cast<QCheckBox *>(editor.field(QStringLiteral("askAgainBeforeApply"))->control())->setChecked(true);
    qobject_cast<QSpinBox *>(editor.field(QStringLiteral("chat.connections"))->control())->setValue(3);
    qobject_cast<QSpinBox *>(editor.field(QStringLiteral("policy.thresholds.runMax"))->control())->setValue(50);
    type(editor.field(QStringLiteral("scope.courses"))->line(), QStringLiteral("42; annexe:7"));
    type(editor.field(QStringLiteral("hours"))->line(), QStringLiteral("20:00-06:30"));
    editor.saveButton()->click();
    QCOMPARE(page.shown(), page.pane());
    const ProfileEntry &saved = f.profiles.known()->front();
    QVERIFY(saved.profile);
    QCOMPARE(saved.profile->name, QStringLiteral("Ma fac"));
    QVERIFY(!saved.profile->production);
    QVERIFY(saved.profile->readOnly && askAgainOf(saved.document));
    QCOMPARE(saved.profile->chat.connections, 3);
    QCOMPARE(saved.profile->policy.thresholds.runMax, 50);
    QCOMPARE(saved.profile->scope.courses, (QStringList{QStringLiteral("42"), QStringLiteral("annexe:7")}));
    QVERIFY(saved.profile->hours);
    // Cancelled: nothing.
    page.pane()->editButton()->click();
    type(editor.field(QStringLiteral("name"))->line(), QStringLiteral("Autre"));
    QVERIFY(editor.isChanged());
    editor.cancelButton()->click();
    QCOMPARE(f.profiles.known()->front().profile->name, QStringLiteral("Ma fac"));
}

void TestProfiles::whatNoFieldShowsStays()
{
    Fixture f(m_theme, m_language);
    QJsonObject document = tests::sampleProfile(true);
    QJsonObject policy = document[u"policy"].toObject();
    policy.insert(QStringLiteral("retention"),
                  QJsonObject{{QStringLiteral("default"), QJsonObject{{QStringLiteral("maxAge"), 90}}}});
    policy.insert(QStringLiteral("groups"), QJsonObject{{QStringLiteral("42"), QJsonArray{7}}});
    document.insert(QStringLiteral("policy"), policy);
    ProfileEditor &editor = *f.page().editor();
    QSignalSpy asked(&editor, &ProfileEditor::saveRequested);
    editor.edit(QStringLiteral("x"), QStringLiteral("x"), document);
    editor.saveButton()->click();
    QCOMPARE(asked.first().at(1).toJsonObject(), document); // untouched, byte for byte
    auto *max = qobject_cast<QSpinBox *>(editor.field(QStringLiteral("policy.thresholds.roomMax"))->control());
    max->setValue(9);
    max->setValue(25); // the default again: it leaves the document
    editor.saveButton()->click();
    QCOMPARE(asked.last().at(1).toJsonObject(), document);
    // An unknown key is refused by name, never dropped.
    document.insert(QStringLiteral("colour"), 1);
    editor.edit(QStringLiteral("essai"), QStringLiteral("essai"), document);
    editor.saveButton()->click();
    QVERIFY2(editor.message().contains(QStringLiteral("colour")), qPrintable(editor.message()));
}

void TestProfiles::errorsNameTheField_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("typed");
    QTest::newRow("moodle") << "moodle[1].url"
                            << "moodle";
    QTest::newRow("id") << "moodle[0].id"
                        << "Main";
    QTest::newRow("chat") << "chat.url"
                          << "ftp://x";
    QTest::newRow("proxy") << "proxy"
                           << "http://a:b@proxy:1";
    QTest::newRow("hours") << "hours"
                           << "night";
    QTest::newRow("expression") << "scope.expression"
                                << "(";
    QTest::newRow("file") << "file"
                          << "../x";
}

void TestProfiles::errorsNameTheField()
{
    QFETCH(QString, place);
    QFETCH(QString, typed);
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.pane()->editButton()->click();
    FormField *field = page.editor()->field(place);
    QVERIFY(field);
    type(field->line(), typed);
    page.editor()->saveButton()->setFocus();
    page.editor()->saveButton()->click();
    QCOMPARE(page.shown(), page.editor());
    QVERIFY2(!field->fault().isEmpty(), qPrintable(page.editor()->message()));
    QCOMPARE(QApplication::focusWidget(), field->control());
    QVERIFY(field->control()->accessibleDescription().contains(field->fault()));
}

void TestProfiles::judgedWhileTyping()
{
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.pane()->editButton()->click();
    ProfileEditor &editor = *page.editor();
    FormField *expression = editor.field(QStringLiteral("scope.expression"));
    type(expression->line(), QStringLiteral("^(DRC"));
    QVERIFY(expression->hint().startsWith(QStringLiteral("Not valid")));
    type(expression->line(), QStringLiteral("^(DRC)"));
    QCOMPARE(expression->hint(), QStringLiteral("The expression is valid."));
    FormField *rule = editor.field(QStringLiteral("policy.identity.rule"));
    auto *box = qobject_cast<QComboBox *>(rule->control());
    const auto example = [&](const char *value) {
        box->setCurrentIndex(box->findData(QString::fromLatin1(value)));
        return rule->hint();
    };
    QVERIFY(example("lower").contains(QStringLiteral("is a.martin@univ-exemple.fr")));
    QVERIFY(example("strip-domain").contains(QStringLiteral("is a.martin in")));
    QVERIFY(example("idnumber").contains(QStringLiteral("is 22104711")));
    QVERIFY(!editor.field(QStringLiteral("policy.identity.pattern"))->isVisible());
    static_cast<void>(example("regex"));
    QVERIFY(editor.field(QStringLiteral("policy.identity.pattern"))->isVisible());
    type(editor.field(QStringLiteral("policy.identity.pattern"))->line(), QStringLiteral("^(.*)@.*$"));
    type(editor.field(QStringLiteral("policy.identity.replace"))->line(), QStringLiteral("\\1"));
    QVERIFY2(rule->hint().contains(QStringLiteral("a.martin in"), Qt::CaseInsensitive), qPrintable(rule->hint()));
    // The authority's fingerprint, or that there is none.
    FormField *ca = editor.field(QStringLiteral("chat.ca"));
    type(ca->line(), QStringLiteral("/etc/ssl/univ.pem"));
    QTest::keyClick(ca->line(), Qt::Key_Tab);
    QVERIFY2(ca->hint().contains(QStringLiteral("SHA-256")), qPrintable(ca->hint()));
    type(ca->line(), QStringLiteral("/etc/ssl/missing.pem"));
    QTest::keyClick(ca->line(), Qt::Key_Tab);
    QVERIFY(ca->hint().startsWith(QStringLiteral("No certificate")));
}

void TestProfiles::anotherHostNeedsItsToken()
{
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.pane()->editButton()->click();
    FormField *url = page.editor()->field(QStringLiteral("chat.url"));
    type(url->line(), QStringLiteral("https://chat.univ-exemple.fr/home")); // the same server
    QVERIFY(url->hint().isEmpty());
    type(url->line(), QStringLiteral("https://chat2.univ-exemple.fr"));
    QVERIFY(url->hint().contains(QStringLiteral("token has to be given again")));
    type(url->line(), QStringLiteral("https://chat.univ-exemple.fr"));
    QVERIFY(url->hint().isEmpty());
    type(page.editor()->field(QStringLiteral("chat.user"))->line(), QStringLiteral("other"));
    QVERIFY(url->hint().contains(QStringLiteral("Another account")));
}

void TestProfiles::theInstitutions()
{
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.select(QStringLiteral("assistance"));
    QVERIFY(!page.pane()->removeButton()->isVisible());
    page.pane()->editButton()->click();
    QVERIFY(page.editor()->message().contains(QStringLiteral("Installed by the institution")));
    QVERIFY(!page.editor()->saveButton()->isVisible());
    QVERIFY(page.editor()->field(QStringLiteral("name"))->line()->isReadOnly());
    QVERIFY(!page.editor()->field(QStringLiteral("environment"))->control()->isEnabled());
}

void TestProfiles::duplicateAndNew()
{
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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

void TestProfiles::unsavedChangesStay()
{
    Fixture f(m_theme, m_language);
    ProfilesPage &page = f.page();
    ProfileEditor &editor = *page.editor();
    const auto stays = [&] {
        return page.shown() == &editor && page.selected() == u"univ-production" &&
               editor.message().startsWith(QStringLiteral("Save the changes, or cancel them")) &&
               page.row(QStringLiteral("univ-production"))->isChecked();
    };
    // Nothing was changed: nothing is asked.
    page.pane()->editButton()->click();
    page.row(QStringLiteral("essai"))->click();
    QCOMPARE(page.selected(), QStringLiteral("essai"));
    QCOMPARE(page.shown(), page.pane());
    page.select(QStringLiteral("univ-production"));
    page.pane()->editButton()->click();
    type(editor.field(QStringLiteral("name"))->line(), QStringLiteral("Ma fac"));
    page.row(QStringLiteral("essai"))->click();
    QVERIFY(stays());
    page.startImport(QStringLiteral("/from.json"));
    QVERIFY(stays());
    page.setFilter(QStringLiteral("essai")); // as the search box does
    QVERIFY(stays());
    page.importButton()->click();
    QVERIFY(stays());
    QCOMPARE(editor.field(QStringLiteral("name"))->line()->text(), QStringLiteral("Ma fac"));
    // Saved under another name: it is shown, and nothing stands in the way any more.
    type(editor.field(QStringLiteral("file"))->line(), QStringLiteral("fac"));
    editor.saveButton()->click();
    QCOMPARE(page.shown(), page.pane());
    QCOMPARE(page.selected(), QStringLiteral("fac"));
    page.row(QStringLiteral("essai"))->click();
    QCOMPARE(page.selected(), QStringLiteral("essai"));
    // Cancelled: the same.
    page.pane()->editButton()->click();
    type(editor.field(QStringLiteral("name"))->line(), QStringLiteral("Autre"));
    editor.cancelButton()->click();
    page.row(QStringLiteral("fac"))->click();
    QCOMPARE(page.selected(), QStringLiteral("fac"));
}

void TestProfiles::supportProfile()
{
    Fixture f(m_theme, m_language);
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

void TestProfiles::tokens()
{
    Fixture f(m_theme, m_language);
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

void TestProfiles::withoutKeychain()
{
    Fixture f(m_theme, m_language);
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

void TestProfiles::lockedFile()
{
    Fixture f(m_theme, m_language);
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
void TestProfiles::passphraseAtStart()
{
    Fixture f(m_theme, m_language);
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

void TestProfiles::presence()
{
    Fixture f(m_theme, m_language);
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
void TestProfiles::leftMeansNo()
{
    Fixture f(m_theme, m_language);
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

void TestProfiles::escapeCancels()
{
    Fixture f(m_theme, m_language);
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

// What was said before the language changed is said again in the new one, or not at all.
void TestProfiles::inTheOtherLanguage()
{
    Fixture f(m_theme, m_language);
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
    Fixture f(m_theme, m_language);
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
