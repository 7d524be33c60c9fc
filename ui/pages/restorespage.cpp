#include "ui/pages/restorespage.h"

#include "ui/base/button.h"
#include "ui/base/delegate.h"
#include "ui/pages/restorepane.h"
#include "ui/pages/restoresmodel.h"
#include "ui/pages/words.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QHostAddress>

namespace liaison::ui {
namespace {

using State = RestoreRow::State;
constexpr State states[] = {State::Blocking,   State::Stuck,     State::Error,
                            State::InProgress, State::Scheduled, State::Performed};

/// The runner's and the tasks' dates are Moodle's.
Instant moodleNow(const CampusView &view)
{
    for (const ServerReport &server : view.servers) {
        if (server.kind == u"moodle" && server.readAt.isKnown())
            return server.readAt;
    }
    return view.readAt;
}

} // namespace

RestoresPage::RestoresPage(const Context &context, QWidget *parent) : RestoresPage(context, new RestoresModel, parent)
{
}

RestoresPage::RestoresPage(const Context &context, RestoresModel *model, QWidget *parent)
    : ListPage(context, model, 40, parent)
    , m_model(model)
    , m_pane(new RestorePane(this))
    , m_export(new Button(Button::Kind::Normal, this))
    , m_opener([](const QUrl &url) { return QDesktopServices::openUrl(url); })
{
    setObjectName(QStringLiteral("restores"));
    m_export->setIcon(Icon::Save);
    header()->addAction(m_export);
    addContentControl(m_export);
    connect(m_export, &QPushButton::clicked, this, &RestoresPage::chooseFile);
    connect(&context.backend, &Backend::restoresExported, this,
            [this](const QString &path) { Q_EMIT announced(tr("Exported: %1").arg(path)); });
    connect(&context.backend, &Backend::restoresExportFailed, this,
            [this](const Error &error) { Q_EMIT complained(text::error(error, language()).sentence); });
    connect(m_pane, &RestorePane::courseWanted, this, &Page::openCourse);
    connect(m_pane, &RestorePane::sourceWanted, this, [this](const QUrl &url) {
        if (!m_opener(url))
            Q_EMIT complained(tr("Nothing on this computer opens %1").arg(url.toString()));
    });
    connect(m_pane, &RestorePane::copied, this,
            [this](const QString &text) { Q_EMIT announced(tr("Copied: %1").arg(text)); });
    build(RestoresModel::State, Qt::AscendingOrder, m_pane);
    table()->setItemDelegate(new TableDelegate(table()));
    table()->setColumn(RestoresModel::State, 174);
    table()->setStretched(RestoresModel::Course);
    table()->setColumn(RestoresModel::Source, 180);
    table()->setColumn(RestoresModel::Requester, 124);
    table()->setColumn(RestoresModel::Category, 152);
    table()->setColumn(RestoresModel::UserData, 92);
    table()->setColumn(RestoresModel::When, 164);
    table()->setColumn(RestoresModel::Created, 108);
    table()->setColumn(RestoresModel::Modified, 108);
}

void RestoresPage::fitColumns()
{
    // The pane says what leaves.
    keepRoom(324, {{RestoresModel::Modified, 108},
                   {RestoresModel::Source, 180},
                   {RestoresModel::Created, 108},
                   {RestoresModel::UserData, 92},
                   {RestoresModel::Requester, 124},
                   {RestoresModel::Category, 152},
                   {RestoresModel::When, 164}});
}

void RestoresPage::retranslate()
{
    m_export->setText(tr("Export"));
    ListPage::retranslate();
}

void RestoresPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the restores"), tr("restores.csv"), tr("Spreadsheet (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { context().backend.exportRestores(path, language()); });
    dialog->open();
}

void RestoresPage::showEvent(QShowEvent *event)
{
    ListPage::showEvent(event);
    lookedAt();
}

/// What is on screen keeps its marks until the next reading.
void RestoresPage::lookedAt()
{
    if (isVisible() && view())
        context().backend.restoresSeen();
}

QUrl RestoresPage::sourceOf(int item) const
{
    const QString &site = m_model->about(item).sourceSite;
    if (site.isEmpty() || !view())
        return {};
    for (const ServerReport &server : view()->servers) {
        if (server.kind != u"moodle" || server.site != site)
            continue;
        const QUrl url(coursePage(server.url, m_model->row(item).task.externalCourse), QUrl::StrictMode);
        const bool local = QHostAddress(url.host()).isLoopback() || url.host() == u"localhost";
        return url.scheme() == u"https" || (url.scheme() == u"http" && local) ? url : QUrl();
    }
    return {};
}

QString RestoresPage::title() const
{
    return tr("Course restores");
}

QString RestoresPage::fact(const CampusView &view) const
{
    return tr("Tasks of the restore block, read %1").arg(text::dateTime(language(), view.readAt));
}

std::optional<FactsPage::Instead> RestoresPage::instead(const CampusView &view) const
{
    Instead state;
    if (!view.restoresKnown) {
        state.kind = StatePanel::Kind::Unknown;
        state.diagnostics = true;
        state.conclusion = tr("Which courses are being restored is not known");
        const bool companion = std::any_of(view.servers.begin(), view.servers.end(),
                                           [](const ServerReport &server) { return !server.companion.isEmpty(); });
        const auto down = std::find_if(view.servers.begin(), view.servers.end(), [](const ServerReport &server) {
            return server.kind == u"moodle" && server.error.has_value();
        });
        if (down != view.servers.end()) {
            const text::Text words = text::error(*down->error, language());
            state.remedy = QString(words.sentence % u' ' % words.remedy);
        } else if (companion) {
            state.remedy =
                tr("The companion plugin answers, but does not tell the restore tasks: the restore block is not "
                   "installed, or the function local_liaison_get_restore_tasks is not in the service. "
                   "A Moodle administrator adds it under External services.");
        } else {
            state.remedy =
                tr("Moodle tells restore tasks to nobody by itself. The companion plugin local_liaison does: "
                   "a Moodle administrator installs it from packaging/moodle and adds its functions to the "
                   "service of the account used here.");
        }
        return state;
    }
    if (!view.restores.empty())
        return std::nullopt;
    state.icon = Icon::Restores;
    if (view.restoresOutside && view.restoresOutside->tasks > 0) {
        state.conclusion = tr("No course restore in the scope of this profile");
        state.remedy = outsideText(*view.restoresOutside);
        return state;
    }
    state.conclusion = tr("No course restore was ever requested");
    state.remedy = tr("Requests that teachers or administrators make in Moodle appear here.");
    return state;
}

std::vector<ListPage::Kind> RestoresPage::kinds() const
{
    std::vector<Kind> kinds;
    for (State state : states) {
        kinds.push_back({static_cast<int>(state), markOf(state), codeOf(state),
                         text::of(text::Group::Restore, codeOf(state), language()).name, true});
    }
    kinds.push_back({RestoresModel::NewKind, std::nullopt, QStringLiteral("new"), tr("New"), true});
    return kinds;
}

QString RestoresPage::allWord() const
{
    return tr("All");
}

QString RestoresPage::noMatch() const
{
    return tr("No restore matches");
}

QString RestoresPage::legend() const
{
    const QString told = tr("Stuck and blocking are told from the state of the Moodle task: likely, not certain.");
    return m_outside.blocks
               ? QString(tr("One of those outside the scope of this profile blocks the queue.") % u' ' % told)
               : told;
}

QString RestoresPage::total() const
{
    std::vector<qint64> parts;
    for (State state : states) {
        if (const int count = m_model->countOf(static_cast<int>(state)); count > 0)
            parts.push_back(count);
    }
    const QString inside = tr("%1 restores").arg(words::sum(language(), parts, m_model->total()));
    return m_outside.tasks > 0
               ? QString(inside % QLatin1String("; ") % tr("%n outside the scope", nullptr, m_outside.tasks))
               : inside;
}

QString RestoresPage::outsideText(const RestoresOutside &outside) const
{
    const QString count = tr("%n outside the scope of this profile", nullptr, outside.tasks);
    return outside.blocks ? QString(count % QLatin1String(", ") % tr("of which one blocks the queue")) : count;
}

void RestoresPage::fill(const CampusView &view)
{
    m_outside = view.restoresOutside.value_or(RestoresOutside());
    m_model->setRows(view.restores, view.restoreReview, moodleNow(view), language());
    lookedAt();
}

void RestoresPage::showItem(int item)
{
    if (item < 0)
        m_pane->clear();
    else
        m_pane->showItem(*m_model, item, sourceOf(item), language());
}

} // namespace liaison::ui
