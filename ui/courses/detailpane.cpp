#include "ui/courses/detailpane.h"

#include "ui/base/currentstack.h"
#include "ui/base/historyfilter.h"
#include "ui/courses/courseticket.h"
#include "ui/courses/detailhead.h"
#include "ui/courses/factslist.h"
#include "ui/courses/historytab.h"
#include "ui/courses/linktabs.h"
#include "ui/courses/whypane.h"
#include "ui/courses/withheldstrip.h"
#include "ui/snapshot/kept.h"
#include "ui/text/explained.h"
#include "ui/text/format.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>

namespace liaison::ui {

bool hasChanges(const LinkFacts &facts)
{
    return facts.row.state == LinkState::Drift || facts.row.guests.value_or(0) > 0 || !roomChanges(facts).empty();
}

DetailPane::DetailPane(const Context &context, Opener opener, QWidget *parent)
    : QWidget(parent), m_context(context), m_opener(std::move(opener))
{
    setSurface(this, Surface::Surface);
    m_all = new QVBoxLayout(this);
    setMetrics(m_all, {0, 0, 0, 0}, 0);
    m_head = new DetailHead(m_context.language.current());
    m_all->addWidget(m_head);

    m_tabs = new Tabs;
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    auto *tabRow = new QHBoxLayout;
    setMetrics(tabRow, {8, 0, 8, 0}, 0);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    m_all->addLayout(tabRow);
    m_all->addWidget(new Hairline);

    m_members = new MembersTab;
    m_link = new FactsList;
    m_retention = new FactsList;
    m_history = new HistoryTab;
    m_stack = new CurrentStack;
    m_stack->addWidget(m_members);
    m_stack->addWidget(m_link);
    m_stack->addWidget(m_retention);
    m_stack->addWidget(m_history);
    m_why = new WhyPane;
    m_stack->addWidget(m_why); // over the members: no tab of its own
    m_all->addWidget(m_stack, 1);
    makeActions();

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_history->setActive(tab == History);
        fillTab();
        fillActions();
    });
    connect(m_members, &MembersTab::whyWanted, this, [this](const PersonRow &row) { showWhy(row.person, row.name); });
    connect(m_members, &MembersTab::historyWanted, this, [this](const PersonRow &row) {
        Q_EMIT historyWanted(personHistory(facts().site.id.value, row.person.moodle, row.person.chat));
    });
    connect(m_history, &HistoryTab::wholeWanted, this,
            [this] { Q_EMIT historyWanted(linkHistory(*m_key, facts().roomId())); });
    connect(m_why, &WhyPane::closed, this, &DetailPane::hideWhy);
    connect(m_why, &WhyPane::roomWanted, this, [this](const LinkKey &link, const PersonKey &person) {
        Q_EMIT personWanted(link, person, m_why->why() ? m_why->why()->explanation.name : QString());
    });
    connect(&m_context.backend, &Backend::whyReady, this,
            [this](const LinkKey &link, const std::shared_ptr<const WhyView> &why) {
                if (why)
                    m_why->setWhy(link, *why);
            });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab == Members)
            hideWhy();
    });
    connect(m_history, &HistoryTab::runWanted, this, [this](const QString &run) { m_context.backend.run(run); });
    connect(&m_context.backend, &Backend::peopleReady, this,
            [this](const LinkKey &link, std::vector<PersonRow> people) {
                if (m_key && *m_key == link) {
                    m_members->setPeople(std::move(people));
                    fillActions();
                }
            });
    connect(&m_context.backend, &Backend::runReady, m_history, &HistoryTab::setRun);
    connect(m_head, &DetailHead::closeRequested, this, &DetailPane::closeRequested);
    retranslate();
}

void DetailPane::makeActions()
{
    m_withheld = new WithheldStrip;
    m_all->addWidget(m_withheld);

    m_all->addWidget(new Hairline);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    setMetrics(row, {16, 8, 12, 8}, 8);
    m_plan = new Button(Button::Kind::Primary);
    m_open = new Button(Button::Kind::Quiet);
    m_open->setIcon(Icon::OpenOutside);
    m_open->setChevron(true);
    m_ticket = new Button(Button::Kind::Quiet);
    m_ticket->setIcon(Icon::Copy);
    m_ticket->setChevron(true);
    row->addWidget(m_plan);
    row->addWidget(m_open);
    row->addWidget(m_ticket);
    row->addStretch(1);
    m_all->addWidget(bar);

    m_openMenu = new QMenu(this);
    m_openMoodle = m_openMenu->addAction(QString(), this, [this] { open(targets().moodle); });
    m_openWeb = m_openMenu->addAction(QString(), this, [this] { open(targets().web); });
    m_openApp = m_openMenu->addAction(QString(), this, [this] { open(targets().app); });
    m_open->setMenu(m_openMenu);
    m_ticketMenu = new QMenu(this);
    m_ticketFrench = m_ticketMenu->addAction(QString(), this, [this] { copyTicket(text::Language::French); });
    m_ticketEnglish = m_ticketMenu->addAction(QString(), this, [this] { copyTicket(text::Language::English); });
    m_ticket->setMenu(m_ticketMenu);

    connect(m_plan, &QAbstractButton::clicked, this, [this] {
        if (m_key)
            Q_EMIT planRequested({*m_key});
    });
}

void DetailPane::showLink(ViewPtr view, quint32 position, Instant readAt, Instant now)
{
    const LinkFacts next = linkFacts(*view, position);
    const bool same = m_key && *m_key == next.key();
    const bool newer = view != m_view;
    m_view = std::move(view);
    m_position = position;
    m_key = next.key();
    m_readAt = readAt;
    m_now = now;
    m_head->fill(facts(), m_readAt, m_now, m_context.language.current());
    if (same && !newer) // only the age has moved on; lists keep their place
        return;
    m_members->setLink(m_view, m_position, same);
    if (!same)
        hideWhy();
    else if (m_why->person()) // newer facts, the same question
        m_context.backend.why(*m_key, *m_why->person());
    m_history->setLink(m_view, m_position);
    if (facts().room && facts().row.state != LinkState::Unknown)
        m_context.backend.people(*m_key);
    fillActions();
    fillTab();
}

void DetailPane::clear()
{
    m_key.reset();
    m_view.reset();
    hideWhy();
}

QWidget *DetailPane::tabContent() const
{
    switch (m_tabs->currentIndex()) {
    case LinkAndRoles:
        return m_link;
    case Retention:
        return m_retention;
    case History:
        return m_history;
    default:
        return showsWhy() ? m_why->content() : m_members->list();
    }
}

void DetailPane::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    fillActions();
}

void DetailPane::showWhy(const PersonKey &person, const QString &name)
{
    if (!m_key)
        return;
    m_tabs->setCurrentIndex(Members);
    m_why->ask(*m_key, person, name);
    m_stack->setCurrentWidget(m_why);
    fillActions();
    m_why->content()->setFocus(Qt::OtherFocusReason);
    m_context.backend.why(*m_key, person);
}

void DetailPane::hideWhy()
{
    const bool shown = showsWhy();
    m_why->clear();
    if (!shown)
        return;
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    fillActions();
    m_members->list()->setFocus(Qt::OtherFocusReason);
}

bool DetailPane::showsWhy() const
{
    return m_stack->currentWidget() == m_why;
}

void DetailPane::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void DetailPane::retranslate()
{
    const text::Language language = m_context.language.current();
    setAccessibleName(tr("Course in detail"));
    m_head->retranslate();
    m_tabs->setAccessibleName(tr("Parts of the course"));
    m_tabs->setTabText(Members, tr("Members"));
    m_tabs->setTabText(LinkAndRoles, tr("Link and roles"));
    m_tabs->setTabText(Retention, tr("Retention"));
    m_tabs->setTabText(History, tr("History"));
    m_link->setAccessibleName(tr("Link and roles"));
    m_retention->setAccessibleName(tr("Retention"));
    m_plan->setText(tr("Prepare the plan"));
    m_open->setText(tr("Open"));
    m_ticket->setText(tr("Ticket"));
    m_openMoodle->setText(tr("Activity in Moodle"));
    m_openWeb->setText(tr("Room in the browser"));
    m_openApp->setText(tr("Room in the desktop app"));
    m_ticketFrench->setText(tr("Copy the text in French"));
    m_ticketEnglish->setText(tr("Copy the text in English"));
    m_members->setLanguage(language);
    m_why->setLanguage(language);
    m_history->setLanguage(language);
    if (m_view) {
        m_head->fill(facts(), m_readAt, m_now, language);
        fillActions();
        fillTab();
    }
}

void DetailPane::fillActions()
{
    if (!m_view)
        return;
    const text::Language language = m_context.language.current();
    const LinkFacts f = facts();
    m_plan->setVisible(f.view.source != ViewSource::Published);
    m_plan->setEnabled(hasChanges(f) && mayPlan(f.view));
    m_plan->setToolTip(m_plan->isEnabled() ? QString()
                       : !mayPlan(f.view)  ? whyNoPlan(f.view, language)
                                           : tr("There is nothing to change in this course"));
    const OpenTargets where = targets();
    m_openMoodle->setEnabled(where.moodle.has_value());
    m_openWeb->setEnabled(where.web.has_value());
    m_openApp->setEnabled(where.app.has_value());

    m_withheld->setPeople(m_members->model().people(), language);
    m_withheld->setVisible(m_withheld->count() > 0 && !m_compact && m_tabs->currentIndex() == Members && !showsWhy());
}

void DetailPane::fillTab()
{
    if (!m_view)
        return;
    const text::Language language = m_context.language.current();
    if (m_tabs->currentIndex() == LinkAndRoles)
        LinkTabs::fillLink(*m_link, facts(), language, m_readAt, m_now);
    else if (m_tabs->currentIndex() == Retention)
        LinkTabs::fillRetention(*m_retention, facts(), language);
}

OpenTargets DetailPane::targets() const
{
    if (!m_view)
        return {};
    const LinkFacts f = facts();
    return openTargets(f.site.url, f.link.cmid.value, m_view->snapshot->chatUrl, f.roomId(),
                       f.room ? f.room->name : QString());
}

void DetailPane::open(const std::optional<QUrl> &url)
{
    if (!url)
        return;
    if (!m_opener(*url))
        Q_EMIT announced(tr("Nothing on this computer opens that address"));
}

QString DetailPane::ticket(text::Language language) const
{
    if (!m_view)
        return {};
    if (showsWhy() && m_why->why()) {
        text::TicketFacts ticket = ticketFacts(facts());
        ticket.person = text::ticketPerson(m_why->why()->explanation, language);
        return text::ticketText(language, ticket);
    }
    const PersonRow *person = m_tabs->currentIndex() == Members ? m_members->currentPerson() : nullptr;
    return text::ticketText(language, ticketFacts(facts(), person));
}

void DetailPane::copyTicket(text::Language language)
{
    QGuiApplication::clipboard()->setText(ticket(language));
    Q_EMIT announced(language == text::Language::French ? tr("Ticket text copied, in French")
                                                        : tr("Ticket text copied, in English"));
}

} // namespace liaison::ui
