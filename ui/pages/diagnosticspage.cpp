#include "ui/pages/diagnosticspage.h"

#include "ui/pages/servercard.h"
#include "ui/pages/words.h"

#include <QClipboard>
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

{
    m_copy->setIcon(Icon::Copy);
    m_again->setIcon(Icon::Refresh);
    header()->addAction(m_copy);
    header()->addAction(m_again);
    addContentControl(m_copy);
    addContentControl(m_again);
    connect(m_again, &Button::clicked, this, &Page::refreshRequested);
    connect(m_copy, &Button::clicked, this, &DiagnosticsPage::copy);

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
        for (QVBoxLayout *column : m_column)
            column->removeWidget(card);
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (const ServerReport &server : view.servers)
        m_cards.push_back(new ServerCard(server, view, language(), m_body));
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
