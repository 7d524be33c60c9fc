#include "ui/shots/profiles.h"

#include "tests/ui/profiles/sampleprofiles.h"
#include "tests/ui/samplecampus.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/profilespage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace liaison::ui {

void eachProfilesPicture(ThemeHolder &theme, Language &language,
                         const std::function<void(QWidget &window, const QString &state)> &take)
{
    tests::SampleBackend backend;
    tests::SampleProfiles profiles;
    MainWindow window(Context{backend, theme, language});
    addAllPages(window);
    window.setProfiles(profiles);
    window.resize(1440, 900);
    window.show();
    backend.show(tests::sampleCampus());
    window.showPage(pages::Profiles);
    auto &page = *qobject_cast<ProfilesPage *>(window.page(pages::Profiles));
    take(window, {});
    TokenRow *chat = page.pane()->tokens()->row(QStringLiteral("chat"));
    chat->testButton()->click();
    take(window, QStringLiteral("tested"));
    page.pane()->removeButton()->click();
    take(window, QStringLiteral("delete"));
    page.pane()->editButton()->click();
    take(window, QStringLiteral("edit"));
    page.editor()->field(QStringLiteral("scope.expression"))->line()->setText(QStringLiteral("^(DRC"));
    page.editor()->field(QStringLiteral("chat.url"))->line()->setText(QStringLiteral("https://chat2.univ-exemple.fr"));
    page.editor()->saveButton()->click();
    take(window, QStringLiteral("edit-fault"));
    if (auto *area = page.editor()->findChild<QScrollArea *>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum() / 2);
    take(window, QStringLiteral("edit-middle"));
    if (auto *area = page.editor()->findChild<QScrollArea *>())
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    take(window, QStringLiteral("edit-end"));
    page.editor()->cancelButton()->click();
    page.startImport(QStringLiteral("/from.json"));
    page.importing()->ticks().front()->click();
    take(window, QStringLiteral("import"));
    page.importing()->cancelButton()->click();
    page.select(QStringLiteral("assistance"));
    take(window, QStringLiteral("institution"));
    page.select(QStringLiteral("ancien"));
    take(window, QStringLiteral("broken"));
    profiles.keychain = false;
    profiles.states.clear();
    page.select(QStringLiteral("essai"));
    page.pane()->tokens()->row(QStringLiteral("chat"))->replaceButton()->click();
    take(window, QStringLiteral("nokeychain"));
    window.search()->setFocus();
    window.search()->setText(QStringLiteral("essai"));
    Q_EMIT window.search()->textEdited(window.search()->text());
    take(window, QStringLiteral("search"));
    window.search()->clear();
    profiles.clear();
    profiles.list();
    take(window, QStringLiteral("empty"));
    profiles.sealed = profiles.locked = true;
    Q_EMIT backend.refreshFailed(
        {ErrorKind::Input, QStringLiteral("passphrase-needed"), QStringLiteral("/tokens.sealed"), 0, {}, {}});
    take(window, QStringLiteral("unlock"));
    Q_EMIT profiles.presenceAsked();
    take(window, QStringLiteral("presence"));
}

} // namespace liaison::ui
