#include "ui/pages/diagnosticspage.h"

#include "ui/pages/servercard.h"
#include "ui/pages/words.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QScrollArea>
#include <QScrollBar>

namespace liaison::ui {

DiagnosticsPage::DiagnosticsPage(const Context &context, QWidget *parent)
    : FactsPage(context, parent)
    , m_copy(new Button(Button::Kind::Normal, this))
    , m_again(new Button(Button::Kind::Primary, this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(this))
    , m_grid(new QGridLayout)
{
    m_copy->setIcon(Icon::Copy);
    m_again->setIcon(Icon::Refresh);
    header()->addAction(m_copy);
    header()->addAction(m_again);
    addContentControl(m_copy);
    addContentControl(m_again);
    connect(m_again, &Button::clicked, this, &Page::refreshRequested);
    connect(m_copy, &Button::clicked, this, &DiagnosticsPage::copy);

    setMetrics(m_grid, {16, 0, 16, 16}, 12);
    m_body->setLayout(m_grid);
    setSurface(m_body, Surface::Window);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_body);
    setContent(m_scroll);
    retranslate();
}

QList<QWidget *> DiagnosticsPage::zones()
{
    return {m_again, m_scroll};
}

QString DiagnosticsPage::title() const
{
    return tr("Diagnostics");
}

QString DiagnosticsPage::fact(const CampusView &view) const
{
    std::vector<ServerCheck> all;
    for (const ServerReport &server : view.servers) {
        for (ServerCheck &check : checksOf(server, language()))
            all.push_back(std::move(check));
    }
    return tr("Checked %1: %2").arg(text::dateTime(language(), view.readAt), summaryOf(all));
}

std::optional<FactsPage::Instead> DiagnosticsPage::instead(const CampusView &view) const
{
    if (!view.servers.empty())
        return std::nullopt;
    Instead state;
    state.icon = Icon::Server;
    state.conclusion = tr("No server is configured");
    state.remedy = tr("Name a Moodle and a Rocket.Chat in the profile; each is then checked step by step.");
    return state;
}

void DiagnosticsPage::retranslate()
{
    m_copy->setText(tr("Copy the report"));
    m_again->setText(tr("Check everything again"));
    m_scroll->setAccessibleName(title());
    FactsPage::retranslate();
}

void DiagnosticsPage::showView(const CampusView &view)
{
    const int scrolled = m_scroll->verticalScrollBar()->value();
    for (ServerCard *card : m_cards) {
        m_grid->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (const ServerReport &server : view.servers)
        m_cards.push_back(new ServerCard(server, language(), m_body));
    applyTokens(m_body);
    m_columns = 0;
    arrangeCards();
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

/// The Moodles in one column, the chat server in the other; one column in a narrow window.
void DiagnosticsPage::arrangeCards()
{
    const int columns = width() < tokens(this).px(900) ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    const int last = static_cast<int>(m_cards.size()) - 1;
    for (int i = 0; i <= last; ++i) {
        ServerCard *card = m_cards[static_cast<size_t>(i)];
        const bool right = columns == 2 && i == last && last > 0;
        m_grid->addWidget(card, right ? 0 : i, right ? 1 : 0, right ? qMax(1, last) : 1, 1, Qt::AlignTop);
        card->show();
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    for (int row = 0; row <= last + 1; ++row)
        m_grid->setRowStretch(row, row == last + 1 ? 1 : 0);
}

void DiagnosticsPage::resizeEvent(QResizeEvent *event)
{
    FactsPage::resizeEvent(event);
    arrangeCards();
}

void DiagnosticsPage::copy()
{
    QString report = title() % u'\n' % fact(*view()) % u'\n';
    for (const ServerCard *card : m_cards)
        report += u'\n' % card->asText();
    QGuiApplication::clipboard()->setText(report);
    Q_EMIT announced(tr("The report was copied"));
}

} // namespace liaison::ui
