// The editor of a profile in the window, on real widgets. R24 R128 R141 R250
#include "tests/ui/profiles/profileswindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QSignalSpy>
#include <QSpinBox>

using namespace liaison;
using namespace liaison::ui;
using liaison::tests::ProfilesWindow;
using liaison::tests::type;

class TestProfileEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.set(text::Language::English); }
    void editAndSave();
    void whatNoFieldShowsStays();
    void errorsNameTheField_data();
    void errorsNameTheField();
    void judgedWhileTyping();
    void anotherHostNeedsItsToken();
    void theInstitutions();
    void unsavedChangesStay();

private:
    ThemeHolder m_theme{*qApp};
    Language m_language{*qApp, text::Language::English};
};

void TestProfileEditor::editAndSave()
{
    ProfilesWindow f(m_theme, m_language);
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

void TestProfileEditor::whatNoFieldShowsStays()
{
    ProfilesWindow f(m_theme, m_language);
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

void TestProfileEditor::errorsNameTheField_data()
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

void TestProfileEditor::errorsNameTheField()
{
    QFETCH(QString, place);
    QFETCH(QString, typed);
    ProfilesWindow f(m_theme, m_language);
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

void TestProfileEditor::judgedWhileTyping()
{
    ProfilesWindow f(m_theme, m_language);
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

void TestProfileEditor::anotherHostNeedsItsToken()
{
    ProfilesWindow f(m_theme, m_language);
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

void TestProfileEditor::theInstitutions()
{
    ProfilesWindow f(m_theme, m_language);
    ProfilesPage &page = f.page();
    page.select(QStringLiteral("assistance"));
    QVERIFY(!page.pane()->removeButton()->isVisible());
    page.pane()->editButton()->click();
    QVERIFY(page.editor()->message().contains(QStringLiteral("Installed by the institution")));
    QVERIFY(!page.editor()->saveButton()->isVisible());
    QVERIFY(page.editor()->field(QStringLiteral("name"))->line()->isReadOnly());
    QVERIFY(!page.editor()->field(QStringLiteral("environment"))->control()->isEnabled());
}

void TestProfileEditor::unsavedChangesStay()
{
    ProfilesWindow f(m_theme, m_language);
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

QTEST_MAIN(TestProfileEditor)
#include "tst_profileeditor.moc"
