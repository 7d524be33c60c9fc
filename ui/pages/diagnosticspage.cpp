#include "ui/pages/diagnosticspage.h"

#include "ui/pages/bundlepane.h"
#include "ui/pages/requestspane.h"
#include "ui/pages/servercard.h"
#include "ui/pages/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>

namespace liaison::ui {

DiagnosticsPage::DiagnosticsPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_header(new PageHeader(this))
    , m_copy(new Button(Button::Kind::Normal, this))
    , m_again(new Button(Button::Kind::Primary, this))
    , m_parts(new Tabs(this))
    , m_stack(new QStackedLayout)
    , m_requests(new RequestsPane(context.backend, this))
    , m_bundle(new BundlePane(context.backend, this))
    , m_panel(new StatePanel(StatePanel::Kind::Loading, StatePanel::Shape::Centred, this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(this))
{
    m_copy->setIcon(Icon::Copy);
    m_again->setIcon(Icon::Refresh);
    m_header->addAction(m_copy);
    m_header->addAction(m_again);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    auto *parts = new QHBoxLayout;
    setMetrics(parts, {16, 0, 16, 8}, 0);
    parts->addWidget(m_parts);
    parts->addStretch(1);
    all->addLayout(parts);
    all->addLayout(m_stack, 1);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_requests);
    m_stack->addWidget(m_bundle);
    for (int part = Servers; part <= Support; ++part)
        m_parts->addTab({});
    connect(m_parts, &QTabBar::currentChanged, this, &DiagnosticsPage::arrange);

    auto *columns = new QHBoxLayout(m_body);
    setMetrics(columns, {16, 0, 16, 16}, 12);
    for (QVBoxLayout *&column : m_column) {
        column = new QVBoxLayout;
        setMetrics(column, {}, 12);
        columns->addLayout(column, 1);
        column->addStretch(1);
    }
    setSurface(m_body, Surface::Window);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);

    connect(m_again, &Button::clicked, this, &DiagnosticsPage::examine);
    connect(m_copy, &Button::clicked, this, &DiagnosticsPage::copyAll);
    Backend &backend = context.backend;
    connect(&backend, &Backend::supportSaved, this,
            [this](const QString &path) { Q_EMIT announced(tr("Saved: %1").arg(path)); });
    connect(&backend, &Backend::supportFailed, this,
            [this](const Error &error) { Q_EMIT complained(text::error(error, language()).sentence); });
    connect(&backend, &Backend::diagnosed, this, &DiagnosticsPage::take);
    connect(&backend, &Backend::diagnosisFailed, this, [this](const Error &error) {
        m_running = false;
        m_error = error;
        arrange();
    });
    retranslate();
}

QList<QWidget *> DiagnosticsPage::zones()
{
    if (m_parts->currentIndex() == Requests)
        return QList<QWidget *>{m_parts} + m_requests->zones();
    if (m_parts->currentIndex() == Support)
        return {m_parts, m_bundle->saveButton()};
    return {m_again, m_parts, m_scroll};
}

QWidget *DiagnosticsPage::initialFocus()
{
    return m_parts->currentIndex() == Servers ? static_cast<QWidget *>(m_again) : m_parts;
}

QLineEdit *DiagnosticsPage::filterField()
{
    return m_parts->currentIndex() == Requests ? m_requests->filterField() : nullptr;
}

void DiagnosticsPage::showPart(Part part)
{
    m_parts->setCurrentIndex(part);
}

/// The servers were just spoken to: what is shown of them is older than that.
void DiagnosticsPage::setView(Backend::View)
{
    m_stale = true;
    if (isVisible())
        examine();
}

void DiagnosticsPage::setError(const Error &)
{
    m_stale = true;
    if (isVisible())
        examine();
}

void DiagnosticsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        examine();
}

void DiagnosticsPage::examine()
{
    m_stale = false;
    if (m_running)
        return;
    m_running = true;
    m_error.reset();
    arrange();
    context().backend.diagnose();
}

void DiagnosticsPage::take(Backend::DiagnosisPtr diagnosis)
{
    m_running = false;
    m_error.reset();
    m_diagnosis = std::move(diagnosis);
    fill();
    arrange();
}

QString DiagnosticsPage::fact() const
{
    if (m_running)
        return tr("Examining the servers\u2026");
    if (!m_diagnosis)
        return {};
    std::vector<Check> all;
    for (const ServerDiagnosis &server : m_diagnosis->servers)
        all.insert(all.end(), server.checks.begin(), server.checks.end());
    return tr("Checked %1: %2").arg(text::dateTime(language(), m_diagnosis->at), text::summaryOf(all, language()));
}

void DiagnosticsPage::retranslate()
{
    m_copy->setText(tr("Copy the report"));
    m_again->setText(tr("Check everything again"));
    m_header->setTitle(tr("Diagnostics"));
    m_scroll->setAccessibleName(tr("Diagnostics"));
    m_parts->setTabText(Servers, tr("Servers"));
    m_parts->setTabText(Requests, tr("Requests"));
    m_parts->setTabText(Support, tr("For support"));
    m_requests->retranslate(language());
    m_bundle->retranslate(language());
    fill();
    arrange();
}

void DiagnosticsPage::arrange()
{
    const bool content = m_diagnosis && !m_diagnosis->servers.empty() && !m_error;
    const bool servers = m_parts->currentIndex() == Servers; // the buttons are about them
    m_copy->setVisible(content && servers);
    m_again->setVisible(content && servers);
    m_again->setEnabled(!m_running);
    m_header->setFact(fact());
    if (!servers)
        return m_stack->setCurrentWidget(m_parts->currentIndex() == Requests ? static_cast<QWidget *>(m_requests)
                                                                             : m_bundle);
    if (content)
        return m_stack->setCurrentWidget(m_scroll);
    m_stack->setCurrentWidget(m_panel);
    m_panel->clearActions();
    m_panel->setDetail({});
    if (m_error) {
        m_panel->setError(*m_error, language());
        Button *again = m_panel->addAction(tr("Check again"), Button::Kind::Primary);
        again->setIcon(Icon::Retry);
        connect(again, &Button::clicked, this, &DiagnosticsPage::examine);
    } else if (m_diagnosis && !m_running) {
        m_panel->setKind(StatePanel::Kind::Empty);
        m_panel->setIcon(Icon::Server);
        m_panel->setTexts(tr("No server is configured"),
                          tr("Name a Moodle and a Rocket.Chat in the profile; each is then checked step by step."));
    } else {
        m_panel->setKind(StatePanel::Kind::Loading);
        m_panel->setTexts(tr("Examining the servers"),
                          tr("Name, connection, certificate, account and every right: a few seconds."));
        m_panel->setProgress(0, 0);
    }
}

void DiagnosticsPage::fill()
{
    const int scrolled = m_scroll->verticalScrollBar()->value();
    for (ServerCard *card : m_cards) {
        for (QVBoxLayout *column : m_column)
            column->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    if (!m_diagnosis)
        return;
    for (const ServerDiagnosis &server : m_diagnosis->servers) {
        auto *card = new ServerCard(server, serverName(server, *m_diagnosis), language(), m_body);
        m_cards.push_back(card);
        connect(card, &ServerCard::copyRequested, this,
                [this](const QString &text) { copyText(text, tr("The problem was copied")); });
    }
    applyTokens(m_body);
    m_arranged.reset();
    arrangeCards();
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

/// The Moodles in one column, the chat server in the other; one column in a narrow window.
void DiagnosticsPage::arrangeCards()
{
    const bool narrow = width() < tokens(this).px(900);
    if (m_arranged == narrow)
        return;
    m_arranged = narrow;
    for (ServerCard *card : m_cards) {
        for (QVBoxLayout *column : m_column)
            column->removeWidget(card);
        QVBoxLayout *column = m_column[!narrow && m_cards.size() > 1 && card == m_cards.back() ? 1 : 0];
        column->insertWidget(column->count() - 1, card);
        card->show();
    }
    auto *columns = static_cast<QHBoxLayout *>(m_body->layout());
    columns->setStretch(1, narrow ? 0 : 1);
}

void DiagnosticsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrangeCards();
}

void DiagnosticsPage::copyAll()
{
    QString report = tr("Diagnostics") % u'\n' % fact() % u'\n';
    for (const ServerCard *card : m_cards)
        report += u'\n' % card->asText();
    copyText(report, tr("The report was copied"));
}

void DiagnosticsPage::copyText(const QString &text, const QString &announcement)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT announced(announcement);
}

} // namespace liaison::ui
