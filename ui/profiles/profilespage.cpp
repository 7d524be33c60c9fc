#include "ui/profiles/profilespage.h"

#include "ui/base/plaintext.h"
#include "ui/snapshot/opensnapshotpage.h"

#include <QFileDialog>
#include <QScrollArea>

namespace liaison::ui {
namespace {

/// Names of categories by their ids, with those above them: "Sciences › Licence".
QMap<QString, QString> categoriesOf(const CampusView &view)
{
    QMap<QString, QString> out;
    const Snapshot &s = *view.snapshot;
    const auto keyOf = [](const QString &site, qint64 id) {
        return site == u"main" ? QString::number(id) : QString(site % u':' % QString::number(id));
    };
    for (const Course &course : s.courses) {
        const QString site = s.sites[course.site.value].id.value;
        const QHash<qint64, QString> names = view.categories.value(site);
        QString path;
        for (auto it = course.path.rbegin(); it != course.path.rend(); ++it) {
            const QString name = oneLine(names.value(it->value, QString::number(it->value)));
            path = path.isEmpty() ? name : QString(path % QStringLiteral(" › ") % name);
            out.insert(keyOf(site, it->value), path);
        }
    }
    for (auto site = view.categories.cbegin(); site != view.categories.cend(); ++site) {
        for (auto it = site.value().cbegin(); it != site.value().cend(); ++it) {
            if (const QString key = keyOf(site.key(), it.key()); !out.contains(key))
                out.insert(key, oneLine(it.value()));
        }
    }
    return out;
}

} // namespace

ProfilesPage::ProfilesPage(const Context &context, Profiles &profiles, QWidget *parent)
    : Page(context, parent)
    , m_profiles(profiles)
    , m_header(new PageHeader(this))
    , m_openSnapshot(new Button(Button::Kind::Normal, this))
    , m_importButton(new Button(Button::Kind::Normal, this))
    , m_new(new Button(Button::Kind::Normal, this))
    , m_whole(new CurrentStackLayout)
    , m_panel(new StatePanel(StatePanel::Kind::Loading, StatePanel::Shape::Centred, this))
    , m_splitter(new PaneSplitter(Qt::Horizontal, QStringLiteral("profiles"), PaneSplitter::Keeps::List,
                                  {240, 420, 0.3}, this))
    , m_list(new ProfileList)
    , m_stack(new CurrentStack)
    , m_pane(new ProfilePane(profiles))
    , m_editor(new ProfileEditor(profiles))
    , m_import(new ImportPane)
    , m_none(new StatePanel(StatePanel::Kind::Empty))
{
    m_importButton->setIcon(Icon::Import);
    m_new->setIcon(Icon::Plus);
    m_header->addAction(m_openSnapshot);
    m_header->addAction(m_importButton);
    m_header->addAction(m_new);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    all->addLayout(m_whole, 1);
    m_whole->addWidget(m_panel);
    m_whole->addWidget(m_splitter);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(m_list);
    m_none->setIcon(Icon::Server);
    for (QWidget *one : std::initializer_list<QWidget *>{m_none, m_pane, m_editor, m_import})
        m_stack->addWidget(one);
    m_splitter->setParts(area, m_stack);
    m_splitter->setOneBelow(720);

    connect(&m_profiles, &Profiles::listed, this, &ProfilesPage::fill);
    connect(&m_profiles, &Profiles::saved, this, [this](const QString &name) {
        m_editor->settle(); // what it shows is in the file now
        m_awaited = name;
        Q_EMIT announced(tr("Profile %1 saved").arg(name));
    });
    connect(&m_profiles, &Profiles::removed, this,
            [this](const QString &name) { Q_EMIT announced(tr("Profile %1 deleted").arg(name)); });
    connect(&m_profiles, &Profiles::exported, this, [this](const QString &path) {
        m_pane->say(tr("Exported, without any token: %1").arg(path), Ink::Ok);
        Q_EMIT announced(tr("Exported: %1").arg(path));
    });
    connect(&m_profiles, &Profiles::importRead, this,
            [this](const Profiles::Travelled &from, const std::vector<TrustQuestion> &questions) {
                m_import->show(from, questions);
                m_whole->setCurrentWidget(m_splitter);
                m_stack->setCurrentWidget(m_import);
                m_splitter->showPane(true);
                m_import->initialFocus()->setFocus(Qt::OtherFocusReason);
            });
    connect(&m_profiles, &Profiles::failed, this, &ProfilesPage::refuse);
    connect(&m_profiles, &Profiles::refused, this, [this] {
        m_pane->say(tr("A plan is being applied: let it end, or cancel it, before you open another profile."),
                    Ink::Drift);
    });
    connect(m_list, &ProfileList::chosen, this, [this](size_t at) {
        if (const Profiles::List now = m_profiles.known(); now && at < now->size())
            select((*now)[at].name);
    });
    connect(m_importButton, &Button::clicked, this, [this] {
        if (!mayLeave())
            return;
        auto *dialog = new QFileDialog(this, tr("Import a profile"), {}, tr("Profiles (*.json);;All files (*)"));
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, &ProfilesPage::startImport);
        dialog->open();
    });
    connect(m_openSnapshot, &Button::clicked, this, [this] { Q_EMIT openPage(pages::OpenSnapshot, QString()); });
    connect(m_new, &Button::clicked, this, &ProfilesPage::connectRequested);
    connect(m_pane, &ProfilePane::openRequested, this, [this] { m_profiles.open(m_selected); });
    connect(m_pane, &ProfilePane::editRequested, this, &ProfilesPage::edit);
    connect(m_pane, &ProfilePane::duplicateRequested, this, &ProfilesPage::duplicate);
    connect(m_pane, &ProfilePane::exportRequested, this,
            [this](const QString &path) { m_profiles.exportTo(m_selected, path); });
    connect(m_pane, &ProfilePane::removeRequested, this,
            [this](bool forget) { m_profiles.remove(m_selected, forget); });
    connect(m_editor, &ProfileEditor::saveRequested, &m_profiles, &Profiles::save);
    connect(m_editor, &ProfileEditor::cancelled, this, [this] {
        showSelected();
        m_pane->editButton()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_import, &ImportPane::importRequested, &m_profiles, &Profiles::import);
    connect(m_import, &ImportPane::cancelled, this, [this] {
        m_stack->setCurrentWidget(m_none); // fill() leaves alone what somebody is typing in
        fill();
        m_importButton->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
    fill();
}

void ProfilesPage::setView(Backend::View view)
{
    if (view && view->snapshot)
        m_editor->setCategories(categoriesOf(*view));
}

void ProfilesPage::setFilter(const QString &filter)
{
    if (entry(filter))
        select(filter);
    else
        m_awaited = filter;
}

QWidget *ProfilesPage::initialFocus()
{
    if (const ProfileRow *found = row(m_selected))
        return const_cast<ProfileRow *>(found);
    return m_new;
}

QList<QWidget *> ProfilesPage::zones()
{
    return {initialFocus(), m_stack->currentWidget(), m_importButton};
}

void ProfilesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_profiles.list(); // others may have changed the files
}

const ProfileEntry *ProfilesPage::entry(const QString &name) const
{
    const Profiles::List all = m_profiles.known();
    if (!all)
        return nullptr;
    for (const ProfileEntry &one : *all) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

ProfileRow *ProfilesPage::row(const QString &name) const
{
    const Profiles::List all = m_profiles.known();
    for (size_t i = 0; all && i < all->size(); ++i) {
        if ((*all)[i].name == name)
            return m_list->row(i);
    }
    return nullptr;
}

void ProfilesPage::fill()
{
    const Profiles::List all = m_profiles.known();
    const bool some = all && !all->empty();
    const size_t wanted = all ? all->size() : 0;
    const bool busy = m_stack->currentWidget() == m_editor || m_stack->currentWidget() == m_import;
    m_list->fill(all, m_profiles.current());
    m_header->setFact(all ? tr("%Ln profile(s) on this computer", "", int(wanted)) : QString());
    if (!some && m_stack->currentWidget() != m_import && m_stack->currentWidget() != m_editor) {
        m_whole->setCurrentWidget(m_panel);
        m_panel->clearActions();
        m_panel->setKind(all ? StatePanel::Kind::Empty : StatePanel::Kind::Loading);
        m_panel->setIcon(Icon::Server);
        if (!all) {
            m_panel->setTexts(tr("Looking for the profiles"));
            return;
        }
        m_panel->setTexts(tr("There is no profile on this computer yet."),
                          tr("A profile says which Moodle and which chat belong together. The assistant asks for one "
                             "thing at a time and checks each."));
        Button *make = m_panel->addAction(tr("Connect to servers…"), Button::Kind::Primary);
        connect(make, &Button::clicked, this, &ProfilesPage::connectRequested);
        Button *bring = m_panel->addAction(tr("Import…"));
        connect(bring, &Button::clicked, m_importButton, &Button::click);
        return;
    }
    m_whole->setCurrentWidget(m_splitter);
    if (!m_awaited.isEmpty() && entry(m_awaited)) {
        const QString name = std::exchange(m_awaited, {});
        select(name);
        if (busy && m_stack->currentWidget() == m_pane)
            m_pane->editButton()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (busy)
        return; // what somebody is typing stays
    if (!entry(m_selected))
        m_selected = entry(m_profiles.current()) ? m_profiles.current() : all->front().name;
    showSelected();
}

bool ProfilesPage::mayLeave()
{
    if (m_stack->currentWidget() != m_editor || !m_editor->isChanged())
        return true;
    if (ProfileRow *found = row(m_selected)) // the press has ticked another one
        found->setChecked(true);
    m_splitter->showPane(true);
    m_editor->remind();
    return false;
}

void ProfilesPage::select(const QString &name)
{
    if (!entry(name) || !mayLeave())
        return;
    m_selected = name;
    showSelected();
    m_splitter->showPane(true);
}

void ProfilesPage::showSelected()
{
    const ProfileEntry *one = entry(m_selected);
    if (!one) {
        m_stack->setCurrentWidget(m_none);
        return;
    }
    if (ProfileRow *found = row(m_selected))
        found->setChecked(true);
    m_pane->show(*one, one->name == m_profiles.current());
    m_stack->setCurrentWidget(m_pane);
    m_splitter->setTexts(one->name, tr("Show"), tr("All profiles"));
}

void ProfilesPage::edit()
{
    const ProfileEntry *one = entry(m_selected);
    if (!one || !one->profile)
        return;
    m_editor->edit(one->name, one->name, one->document, one->machineWide);
    m_stack->setCurrentWidget(m_editor);
    m_editor->initialFocus()->setFocus(Qt::OtherFocusReason);
}

void ProfilesPage::duplicate()
{
    const ProfileEntry *one = entry(m_selected);
    if (!one || !one->profile)
        return;
    QString name;
    for (int n = 2; name.isEmpty() || entry(name); ++n)
        name = one->name % u'-' % QString::number(n);
    QJsonObject document = one->document;
    document.insert(QStringLiteral("name"), tr("%1 (copy)").arg(one->profile->name));
    m_editor->edit(name, {}, document);
    m_stack->setCurrentWidget(m_editor);
    m_editor->initialFocus()->setFocus(Qt::OtherFocusReason);
}

void ProfilesPage::startImport(const QString &path)
{
    if (!mayLeave())
        return;
    m_profiles.readImport(path);
}

void ProfilesPage::refuse(Profiles::Task task, const Error &error)
{
    const text::Text words = text::error(error, language());
    const QString said = words.sentence % u' ' % words.remedy;
    switch (task) {
    case Profiles::Task::Save:
        if (m_stack->currentWidget() == m_import)
            m_import->refuse(error);
        else
            m_editor->refuse(error);
        break;
    case Profiles::Task::Import:
        if (m_stack->currentWidget() == m_import)
            m_import->refuse(error);
        else
            m_pane->say(said, Ink::Missing);
        Q_EMIT complained(words.sentence);
        break;
    case Profiles::Task::Remove:
    case Profiles::Task::Export:
        m_pane->say(said, Ink::Missing);
        break;
    case Profiles::Task::Token:
    case Profiles::Task::Unlock:
        break; // said where the token is
    }
}

void ProfilesPage::retranslate()
{
    m_header->setTitle(tr("Profiles"));
    m_importButton->setText(tr("Import…"));
    m_openSnapshot->setText(tr("Open a published snapshot…"));
    m_new->setText(tr("Connect to servers…"));
    m_none->setTexts(tr("No profile is chosen."));
    m_pane->setLanguage(language());
    m_editor->setLanguage(language());
    m_import->setLanguage(language());
    fill();
}

} // namespace liaison::ui
