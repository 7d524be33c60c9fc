#include "ui/shell/mainwindow.h"

#include "ui/base/plainclipboard.h"
#include "ui/base/unfinishedruns.h"
#include "ui/shell/badges.h"
#include "ui/shell/focusguide.h"
#include "ui/shell/plaintooltips.h"
#include "ui/shell/preferences.h"
#include "ui/snapshot/kept.h"
#include "ui/text/format.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QTimer>

namespace liaison::ui {

namespace {

Instant machineNow()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

} // namespace

/// Three pixels of the environment's colour on top of everything.
class MainWindow::Stripe : public QWidget
{
public:
    explicit Stripe(QWidget *parent) : QWidget(parent) { fixHeight(this, 3); }
    Environment environment = Environment::None;

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens(this).environment(environment)); }
};

MainWindow::MainWindow(const Context &context, QWidget *parent)
    : QMainWindow(parent)
    , m_backend(context.backend)
    , m_theme(context.theme)
    , m_language(context.language)
    , m_choice(context.theme)
{
    build();
    qApp->installEventFilter(new PlainToolTips(this));
    new FocusGuide(this);
    new PlainClipboard(this);
    connectBackend();
    addShortcuts();
    addPage(pages::Help, [this](const Context &c) { return new HelpPage(c, m_training); });
    addPage(pages::Preferences, [this](const Context &c) { return new PreferencesPage(c, m_choice); });
    connect(&m_theme, &ThemeHolder::changed, this, &MainWindow::adapt);
    connect(m_navigation, &Navigation::opened, this, [this](const QString &key) { showPage(key); });
    auto *clock = new QTimer(this);
    clock->setInterval(20'000);
    connect(clock, &QTimer::timeout, this, [this] { m_status->tick(machineNow()); });
    clock->start();
    m_status->tick(machineNow());
    retranslate();
    resize(1440, 900);
}

MainWindow::~MainWindow()
{
    m_indexing.disconnect(this);
}

void MainWindow::build()
{
    auto *central = new QWidget(this);
    setCentralWidget(central);
    auto *all = new QVBoxLayout(central);
    setMetrics(all, {}, 0);
    m_stripe = new Stripe(central);
    all->addWidget(m_stripe);
    auto *middle = new QHBoxLayout;
    setMetrics(middle, {}, 0);
    all->addLayout(middle, 1);

    auto *right = new QVBoxLayout;
    setMetrics(right, {}, 0);
    auto *top = new QWidget(central);
    setSurface(top, Surface::Surface);
    fixHeight(top, 48);
    auto *bar = new QHBoxLayout(top);
    setMetrics(bar, {16, 0, 12, 0}, 8);
    m_search = new SearchField(top);
    maxWidth(m_search, 520);
    m_refresh = new Button(Button::Kind::Quiet, top);
    m_refresh->setIcon(Icon::Refresh);
    m_languageButton = new LanguageButton(m_language, top);
    bar->addWidget(m_search, 4);
    bar->addStretch(1);
    bar->addWidget(m_refresh);
    bar->addWidget(m_languageButton);

    m_stack = new QStackedWidget(central);
    right->addWidget(top);
    right->addWidget(new Hairline(Qt::Horizontal, central));
    right->addWidget(m_stack, 1);

    // Made after the page area: that is the order of Tab (guide section 10).
    m_navigation = new Navigation(central);
    middle->addWidget(m_navigation);
    middle->addLayout(right, 1);
    m_status = new StatusStrip(central);
    all->addWidget(m_status);
    for (const QString &key : m_navigation->pages())
        m_navigation->setAvailable(key, false);

    m_popup = new SearchPopup(m_search, central);
    connect(m_popup, &SearchPopup::chosen, this, &MainWindow::chosen);
    connect(m_search, &QLineEdit::textEdited, this, [this] { find(); });
    connect(&m_indexing, &QFutureWatcherBase::finished, this, &MainWindow::indexed);
    connect(m_refresh, &QPushButton::clicked, this, &MainWindow::refresh);
}

void MainWindow::connectBackend()
{
    connect(&m_backend, &Backend::viewReady, this, &MainWindow::setView);
    connect(&m_backend, &Backend::refreshFailed, this, &MainWindow::failed);
    connect(&m_backend, &Backend::progress, this, &MainWindow::progressed);
    connect(&m_backend, &Backend::requestCount, m_status, &StatusStrip::setRequests);
    connect(&m_backend, &Backend::requestsByServer, m_status, &StatusStrip::setRequestsByServer);
    connect(&m_backend, &Backend::planReady, this,
            [this](const Backend::PlanPtr &plan) { m_status->setSteps(plan ? int(plan->steps.size()) : 0); });
    connect(&m_backend, &Backend::planFailed, this,
            [this](const Error &error) { m_status->complain(text::error(error, m_language.current()).sentence); });
    connect(&m_backend, &Backend::keepingChanged, this, [this, last = QString()](const Error &error) mutable {
        if (std::exchange(last, error.code) == error.code || error.code.isEmpty())
            return; // said once, not after every reading
        m_status->complain(
            tr("The last reading stays in memory only. %1").arg(text::error(error, m_language.current()).sentence));
    });
    // Reading for it is over; no view follows.
    connect(&m_backend, &Backend::undoReady, this, [this](const Backend::UndoPtr &undo) {
        endProgress();
        m_status->setSteps(undo ? int(undo->plan.steps.size()) : 0);
    });
    connect(&m_backend, &Backend::undoFailed, this, &MainWindow::endProgress);
    connect(&m_backend, &Backend::applied, this, [this] { m_status->setSteps(0); });
    // Whoever asked, in whichever place: it is said where everybody looks.
    connect(&m_training, &Training::refused, this, [this] {
        m_status->complain(tr("A plan is being applied: let it end, or cancel it, before you open another campus."));
    });
}

void MainWindow::addPage(const QString &key, PageFactory factory)
{
    m_pages[key].factory = std::move(factory);
    m_navigation->setAvailable(key, true);
}

Page *MainWindow::page(const QString &key) const
{
    const auto it = m_pages.find(key);
    return it == m_pages.end() ? nullptr : it->second.page;
}

void MainWindow::showPage(const QString &key, const QString &filter)
{
    const auto it = m_pages.find(key);
    if (it == m_pages.end())
        return;
    Slot &slot = it->second;
    if (!slot.page) {
        slot.page = slot.factory(context());
        slot.frame = new PageFrame(slot.page);
        m_stack->addWidget(slot.frame);
        connectPage(slot.page);
        recallPanes(slot.page);
    }
    if (slot.stale && m_view) {
        slot.stale = false;
        slot.page->setView(m_view);
    }
    if (m_progress)
        slot.page->setLoading(*m_progress);
    else if (m_error)
        slot.page->setError(*m_error);
    if (!filter.isEmpty())
        slot.page->setFilter(filter);
    m_current = key;
    m_stack->setCurrentWidget(slot.frame);
    m_navigation->setCurrent(key);
    if (QWidget *focus = slot.page->initialFocus())
        focus->setFocus(Qt::OtherFocusReason);
    retranslate(); // the window's title names the page
}

void MainWindow::showCourse(const LinkKey &link)
{
    showPage(pages::Courses);
    if (Page *courses = page(pages::Courses))
        courses->showCourse(link);
}

void MainWindow::connectPage(Page *page)
{
    connect(page, &Page::openCourse, this, &MainWindow::showCourse);
    connect(page, &Page::openPage, this, &MainWindow::showPage);
    connect(page, &Page::planRequested, this, &MainWindow::requestPlan);
    connect(page, &Page::undoRequested, this, [this](const QString &run) {
        showPage(pages::Plan);
        if (Page *plan = this->page(pages::Plan))
            plan->prepareUndo(run);
    });
    connect(page, &Page::resumeRequested, this, [this](const QString &run, const std::vector<store::RunStep> &steps) {
        showPage(pages::Plan);
        if (Page *plan = this->page(pages::Plan))
            plan->resumeRun(run, steps);
    });
    connect(page, &Page::refreshRequested, this, &MainWindow::refresh);
    connect(page, &Page::announced, m_status, &StatusStrip::announce);
    connect(page, &Page::complained, m_status, &StatusStrip::complain);
}

void MainWindow::requestPlan(const std::vector<LinkKey> &links)
{
    if (m_view && !mayPlan(*m_view))
        return m_status->complain(whyNoPlan(*m_view, m_language.current()));
    showPage(pages::Plan); // made before the answer comes
    if (Page *plan = page(pages::Plan))
        plan->preparePlan(links);
    else
        m_backend.plan(links, defaultClasses());
}

void MainWindow::refresh()
{
    m_backend.refresh();
}

void MainWindow::setView(const Backend::View &view)
{
    if (!view)
        return;
    const bool first = !m_view;
    m_view = view;
    m_progress.reset();
    m_error.reset();
    index(view);
    for (auto &[key, slot] : m_pages) {
        slot.stale = true;
        if (slot.page && key == m_current) {
            slot.stale = false;
            slot.page->setView(view);
        }
    }
    m_stripe->environment = StatusStrip::environmentOf(view);
    m_stripe->update();
    m_status->setProgress({});
    m_status->setError({});
    m_status->tick(machineNow());
    m_status->setView(view);
    m_refresh->setEnabled(true);
    updateBadges();
    retranslate();
    if (!first)
        return;
    if (const auto unfinished = unfinishedRuns(view->runs); !unfinished.empty())
        m_status->complain(tr("A run was interrupted: %n step(s) are left. The Journal resumes it.", nullptr,
                              stepsLeft(unfinished.front())));
}

void MainWindow::failed(const Error &error)
{
    m_progress.reset();
    m_error = error;
    m_status->setProgress({});
    m_status->setError(error);
    m_refresh->setEnabled(true);
    if (Page *shown = page(m_current))
        shown->setError(error);
    updateBadges();
    if (m_profiles && error.code == u"passphrase-needed")
        askPassphrase(false);
}

void MainWindow::progressed(const Progress &progress)
{
    if (progress.stage == u"waiting")
        return m_status->setWait(progress.seconds);
    m_progress = progress;
    m_status->setProgress(progress);
    if (Page *shown = page(m_current))
        shown->setLoading(progress);
}

void MainWindow::endProgress()
{
    m_progress.reset();
    m_status->setProgress({});
}

void MainWindow::updateBadges()
{
    if (!m_view)
        return;
    for (const Badge &badge : badgesOf(*m_view, m_error.has_value()))
        m_navigation->setBadge(badge.page,
                               !badge.known      ? QStringLiteral("?")
                               : badge.count > 0 ? text::number(m_language.current(), badge.count)
                                                 : QString(),
                               badge.known ? badge.fresh : 0);
}

void MainWindow::adapt()
{
    const bool narrow = width() / m_theme.zoom() < 1100 || m_theme.zoom() > 1.5;
    m_navigation->setRail(narrow);
    m_status->setNarrow(narrow);
    retranslate();
    if (m_popup->isVisible())
        m_popup->place();
}

void MainWindow::retranslate()
{
    const bool narrow = m_navigation->isRail();
    const QString page = m_navigation->titleOf(m_current);
    const QString campus = m_view ? m_view->profileName : QString();
    QStringList title;
    for (const QString &part : {page, campus, QStringLiteral("Liaison")}) {
        if (!part.isEmpty())
            title << part;
    }
    setWindowTitle(title.join(QStringLiteral(" · ")));
    m_search->setLabel(narrow ? tr("Course, person, room…") : tr("Course, person, room, or pasted error message"));
    m_search->setAccessibleName(tr("Search: course, person, room, or pasted error message"));
    const QString refreshName = tr("Refresh");
    m_refresh->setText(narrow ? QString() : refreshName);
    m_refresh->setAccessibleName(refreshName);
    m_refresh->setToolTip(tr("Read the servers again (F5)"));
    m_languageButton->retranslate(narrow);
    m_languageButton->setToolTip(m_languageButton->accessibleName());
    m_refresh->updateGeometry();
    m_languageButton->updateGeometry();
    m_status->refreshTexts(m_language.current());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_popup) {
        retranslate();
        updateBadges();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adapt();
}

} // namespace liaison::ui
