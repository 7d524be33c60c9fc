#pragma once

#include "ui/base/currentstack.h"
#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/base/panesplitter.h"
#include "ui/base/statepanel.h"
#include "ui/profiles/importpane.h"
#include "ui/profiles/profileeditor.h"
#include "ui/profiles/profilelist.h"
#include "ui/profiles/profilepane.h"

namespace liaison::ui {

/// The profiles of this computer: which there are, what each says, its tokens; open, edit, duplicate, delete, export
/// and import.
class ProfilesPage : public Page
{
    Q_OBJECT

public:
    ProfilesPage(const Context &context, Profiles &profiles, QWidget *parent = nullptr);

    void setView(Backend::View view) override;
    /// The name of a profile: it is shown.
    void setFilter(const QString &filter) override;
    QWidget *initialFocus() override;
    QList<QWidget *> zones() override;

    void select(const QString &name);
    /// Reads the profile in this file and asks what to trust.
    void startImport(const QString &path);
    [[nodiscard]] QString selected() const { return m_selected; }
    [[nodiscard]] ProfileRow *row(const QString &name) const;
    [[nodiscard]] ProfilePane *pane() const { return m_pane; }
    [[nodiscard]] ProfileEditor *editor() const { return m_editor; }
    [[nodiscard]] ImportPane *importing() const { return m_import; }
    [[nodiscard]] QWidget *shown() const { return m_stack->currentWidget(); }
    [[nodiscard]] Button *newButton() const { return m_new; }
    [[nodiscard]] Button *importButton() const { return m_importButton; }

Q_SIGNALS:
    /// A new profile: the assistant makes it.
    void connectRequested();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void showSelected();
    void refuse(Profiles::Task task, const Error &error);
    void edit();
    void duplicate();
    /// False: unsaved changes are on screen, and the editor says so.
    [[nodiscard]] bool mayLeave();
    [[nodiscard]] const ProfileEntry *entry(const QString &name) const;

    Profiles &m_profiles;
    QString m_selected, m_awaited; ///< awaited: shown once the list knows it
    PageHeader *m_header;
    Button *m_openSnapshot, *m_importButton, *m_new;
    QStackedLayout *m_whole;
    StatePanel *m_panel;
    PaneSplitter *m_splitter;
    ProfileList *m_list;
    CurrentStack *m_stack;
    ProfilePane *m_pane;
    ProfileEditor *m_editor;
    ImportPane *m_import;
    StatePanel *m_none;
};

} // namespace liaison::ui
