#include "ui/pages/overviewpage.h"

#include "ui/pages/factrow.h"
#include "ui/pages/overviewnumbers.h"
#include "ui/pages/retentionmodel.h"
#include "ui/pages/words.h"

#include <QGridLayout>
#include <QScrollArea>

namespace liaison::ui {
namespace {

/// The order of the bar: what is well, what needs work, what is not known, what rests.
constexpr LinkState barOrder[] = {LinkState::InStep,    LinkState::Drift,    LinkState::Missing,
                                  LinkState::Pending,   LinkState::Unknown,  LinkState::PartlyKnown,
                                  LinkState::Ambiguous, LinkState::Archived, LinkState::Unlinked};
constexpr ChangeKind changeOrder[] = {ChangeKind::Add,       ChangeKind::Remove,       ChangeKind::Promote,
                                      ChangeKind::Demote,    ChangeKind::SetRetention, ChangeKind::Archive,
                                      ChangeKind::Unarchive, ChangeKind::CreateRoom,   ChangeKind::CreateAccount};

QString percent(text::Language language, int part, int total)
{
    QString number = QString::number(100.0 * part / total, 'f', 1);
    if (language == text::Language::French)
        return number.replace(u'.', u',') % QChar(0x202f) % u'%';
    return number % u'%';
}

} // namespace

OverviewPage::OverviewPage(const Context &context, QWidget *parent)
    : FactsPage(context, parent)
    , m_plan(new Button(Button::Kind::Primary, this))
    , m_orphans(new Button(Button::Kind::Link, this))
    , m_inStep(new Label(FontRole::Headline, Ink::Text, this))
    , m_ofTotal(new Label(FontRole::CardTitle, Ink::Text, this))
    , m_share(new Label(FontRole::Body, Ink::Secondary, this))
    , m_bar(new StateBar(this))
    , m_retentionBar(new StateBar(this))
    , m_legend(new StateLegend(this))
    , m_body(new QWidget(this))
    , m_grid(new QGridLayout)
{
    m_plan->setIcon(Icon::Plan);
    header()->addAction(m_plan);
    m_plan->hide(); // until there is something to plan
    connect(m_plan, &Button::clicked, this, [this] { Q_EMIT planRequested(m_drifting); });
    connect(m_orphans, &Button::clicked, this, [this] { Q_EMIT openPage(pages::Rooms, QStringLiteral("orphan")); });
    const auto openState = [this](int state) {
        Q_EMIT openPage(pages::Courses, liaison::codeOf(static_cast<LinkState>(state)));
    };
    connect(m_bar, &StateBar::activated, this, openState);
    connect(m_legend, &StateLegend::activated, this, openState);
    connect(m_retentionBar, &StateBar::activated, this,
            [this](int verdict) { Q_EMIT openPage(pages::Retention, codeOf(static_cast<RetentionVerdict>(verdict))); });

    auto *states = new Card(m_body);
    auto *headline = new QHBoxLayout;
    setMetrics(headline, {}, 12);
    auto *words = new QVBoxLayout;
    setMetrics(words, {}, 0);
    words->addWidget(m_ofTotal);
    words->addWidget(m_share);
    headline->addWidget(m_inStep, 0, Qt::AlignVCenter);
    headline->addLayout(words);
    headline->addStretch(1);
    headline->addWidget(m_orphans, 0, Qt::AlignTop);
    states->body()->addLayout(headline);
    states->body()->addWidget(m_bar);
    states->body()->addWidget(m_legend);
    m_cards.push_back(states);

    m_changes = addPart(); // the three that grow long side by side
    m_retention = addPart();
    m_run = addPart();
    m_unknown = addPart();
    m_restores = addPart();
    m_servers = addPart();
    m_retention.card->body()->insertWidget(0, m_retentionBar);
    fixHeight(m_retentionBar, 10);
    connect(m_changes.card->action(), &Button::clicked, this,
            [this] { Q_EMIT openPage(pages::Courses, liaison::codeOf(LinkState::Drift)); });
    connect(m_unknown.card->action(), &Button::clicked, this,
            [this] { Q_EMIT openPage(pages::Courses, liaison::codeOf(LinkState::Unknown)); });
    connect(m_servers.card->action(), &Button::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    connect(m_retention.card->action(), &Button::clicked, this, [this] { Q_EMIT openPage(pages::Retention, {}); });
    connect(m_restores.card->action(), &Button::clicked, this, [this] { Q_EMIT openPage(pages::Restores, {}); });
    connect(m_run.card->action(), &Button::clicked, this, [this] { Q_EMIT openPage(pages::Journal, {}); });

    setMetrics(m_grid, {16, 0, 16, 16}, 12);
    m_body->setLayout(m_grid);
    setSurface(m_body, Surface::Window);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    setContent(scroll);
    arrangeParts();
    retranslate();
}

OverviewPage::Part OverviewPage::addPart()
{
    auto *card = new Card(m_body);
    auto *facts = new FactList(card);
    card->body()->addWidget(facts, 1);
    m_cards.push_back(card);
    return {card, facts};
}

QList<QWidget *> OverviewPage::zones()
{
    QList<QWidget *> zones{m_plan, m_legend};
    for (const Part &part : {m_changes, m_retention, m_run, m_unknown, m_restores, m_servers})
        zones << part.card;
    return zones;
}

/// Three cards side by side, two in a narrow window.
void OverviewPage::arrangeParts()
{
    const int columns = width() < tokens(this).px(960) ? 2 : 3;
    if (columns == m_columns)
        return;
    m_columns = columns;
    m_grid->addWidget(m_cards.front(), 0, 0, 1, columns);
    for (int i = 1; i < static_cast<int>(m_cards.size()); ++i)
        m_grid->addWidget(m_cards[static_cast<size_t>(i)], 1 + (i - 1) / columns, (i - 1) % columns);
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int row = 0; row < 6; ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(1 + 6 / columns, 1);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    FactsPage::resizeEvent(event);
    arrangeParts();
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::fact(const CampusView &view) const
{
    return tr("Read %1").arg(text::dateTime(language(), view.readAt));
}

std::optional<FactsPage::Instead> OverviewPage::instead(const CampusView &view) const
{
    if (view.snapshot && !view.snapshot->links.empty())
        return std::nullopt;
    Instead state;
    for (const ServerReport &server : view.servers) {
        if (!server.error)
            continue;
        const text::Text words = text::error(*server.error, language());
        state.kind = StatePanel::Kind::Unknown;
        state.conclusion = tr("Which courses have a room is not known");
        state.remedy = QString(words.sentence % u' ' % words.remedy);
        state.detail = words::host(server.url);
        state.diagnostics = true;
        return state;
    }
    for (const Unknown &unknown : view.diff.unknown) {
        const text::Text words = text::of(unknown.reason, language(), {unknown.detail});
        state.kind = StatePanel::Kind::Unknown;
        state.conclusion = tr("Which courses have a room is not known");
        state.remedy = QString(words.sentence % u' ' % words.remedy);
        state.diagnostics = true;
        return state;
    }
    state.icon = Icon::Courses;
    state.conclusion = tr("No course has a chat activity");
    state.remedy = tr("Teachers add the activity in their course; it appears here after the next read.");
    return state;
}

void OverviewPage::retranslate()
{
    m_changes.card->setTitle(tr("Differences by kind"));
    m_changes.card->action()->setText(tr("Show courses"));
    m_unknown.card->setTitle(tr("Not known, by reason"));
    m_unknown.card->action()->setText(tr("Show all"));
    m_servers.card->setTitle(tr("Servers"));
    m_servers.card->action()->setText(tr("Diagnostics"));
    m_retention.card->setTitle(tr("Retention"));
    m_retention.card->action()->setText(tr("Open"));
    m_restores.card->setTitle(tr("Restores to look at"));
    m_restores.card->action()->setText(tr("Open"));
    m_run.card->setTitle(tr("Last run"));
    m_run.card->action()->setText(tr("Journal"));
    m_plan->setToolTip(tr("Nothing is written before you have reviewed the plan"));
    FactsPage::retranslate();
}

void OverviewPage::showView(const CampusView &view)
{
    const OverviewNumbers numbers = numbersOf(view);
    m_drifting = numbers.drifting;
    m_plan->setVisible(!m_drifting.empty());
    m_plan->setText(tr("Prepare a plan for %n course(s)", nullptr, numbers.driftingCourses));
    m_orphans->setVisible(numbers.orphans > 0);
    m_orphans->setText(tr("%n orphan room(s), outside this total", nullptr, numbers.orphans));
    showStates(numbers);
    showChanges(numbers);
    showUnknown(numbers);
    showServers(view);
    showRetention(numbers);
    showRestores(view, numbers);
    showLastRun(view);
    orderTabs();
}

/// As it is read: the whole, then card by card, each with its own way on before its lines.
void OverviewPage::orderTabs()
{
    QWidget *previous = m_plan;
    const auto follow = [&previous](QWidget *next) {
        setTabOrder(previous, next);
        previous = next;
    };
    follow(m_orphans);
    const auto states = m_legend->findChildren<QAbstractButton *>();
    for (QAbstractButton *state : states)
        follow(state);
    for (const Part &part : {m_changes, m_retention, m_run, m_unknown, m_restores, m_servers}) {
        follow(part.card->action());
        const auto lines = part.facts->findChildren<QAbstractButton *>();
        for (QAbstractButton *line : lines)
            follow(line);
    }
}

void OverviewPage::showStates(const OverviewNumbers &numbers)
{
    const int inStep = valueOf(numbers.states, LinkState::InStep);
    const bool nothingRead = numbers.total > 0 && numbers.unknown == numbers.total;
    m_inStep->setText(nothingRead ? words::unknown() : text::number(language(), inStep));
    m_ofTotal->setText(tr("in step, of %n course link(s)", nullptr, numbers.total)
                           .replace(QString::number(numbers.total), text::number(language(), numbers.total)));
    m_share->setText(numbers.total > 0 && !nothingRead ? percent(language(), inStep, numbers.total) : QString());
    std::vector<StateShare> shares;
    for (LinkState state : barOrder)
        shares.push_back({static_cast<int>(state), markOf(state), markName(markOf(state), language()),
                          valueOf(numbers.states, state)});
    m_bar->setShares(shares, language());
    m_legend->setShares(shares, language());
}

void OverviewPage::showChanges(const OverviewNumbers &numbers)
{
    const auto words = [](ChangeKind kind, int n) {
        switch (kind) {
        case ChangeKind::Add:
            return tr("addition(s)", nullptr, n);
        case ChangeKind::Remove:
            return tr("removal(s)", nullptr, n);
        case ChangeKind::Promote:
            return tr("promotion(s) to moderator", nullptr, n);
        case ChangeKind::Demote:
            return tr("demotion(s) to member", nullptr, n);
        case ChangeKind::SetRetention:
            return tr("retention setting(s)", nullptr, n);
        case ChangeKind::Archive:
            return tr("room(s) to archive", nullptr, n);
        case ChangeKind::Unarchive:
            return tr("room(s) to unarchive", nullptr, n);
        case ChangeKind::CreateRoom:
            return tr("room(s) to create", nullptr, n);
        case ChangeKind::CreateAccount:
            break;
        }
        return tr("account(s) to create", nullptr, n);
    };
    std::vector<Fact> facts;
    std::vector<qint64> parts;
    for (ChangeKind kind : changeOrder) {
        const int n = valueOf(numbers.byKind, kind);
        if (n == 0)
            continue;
        parts.push_back(n);
        facts.push_back(
            {markOf(kind), text::number(language(), n), words(kind, n), Ink::Text, {}, Ink::Secondary, [this] {
                 Q_EMIT openPage(pages::Courses, liaison::codeOf(LinkState::Drift));
             }});
    }
    QString note = numbers.total > 0 && numbers.unknown == numbers.total
                       ? tr("Not known: nothing could be read.")
                       : tr("Nothing to repair in what could be read.");
    if (numbers.changes > 0) {
        note = tr("%1 in %n room(s).", nullptr, numbers.rooms).arg(words::sum(language(), parts, numbers.changes));
        if (numbers.withheld > 0)
            note += u' ' % tr("%1 of them are withheld by a rule.").arg(text::number(language(), numbers.withheld));
    }
    if (numbers.guests > 0)
        note += u' ' % tr("%n guest(s) apart: never removed unasked.", nullptr, numbers.guests);
    m_changes.card->action()->setVisible(numbers.changes > 0);
    m_changes.facts->setFacts(std::move(facts), note);
}

void OverviewPage::showUnknown(const OverviewNumbers &numbers)
{
    std::vector<Fact> facts;
    std::vector<qint64> parts;
    for (const auto &[reason, n] : numbers.byReason) {
        const bool partly = reason == UnknownReason::Administered || reason == UnknownReason::Uncounted ||
                            reason == UnknownReason::SharedLink;
        const LinkState state = partly                               ? LinkState::PartlyKnown
                                : reason == UnknownReason::Ambiguous ? LinkState::Ambiguous
                                                                     : LinkState::Unknown;
        parts.push_back(n);
        facts.push_back({markOf(state),
                         text::number(language(), n),
                         text::of(reason, language()).name,
                         Ink::Text,
                         {},
                         Ink::Secondary,
                         [this, state] { Q_EMIT openPage(pages::Courses, liaison::codeOf(state)); }});
    }
    const QString note = numbers.unknown == 0 ? tr("Everything could be read.")
                                              : tr("%1. Nobody is removed or demoted on what is not known.")
                                                    .arg(words::sum(language(), parts, numbers.unknown));
    m_unknown.card->action()->setVisible(numbers.unknown > 0);
    m_unknown.facts->setFacts(std::move(facts), note);
}

} // namespace liaison::ui
