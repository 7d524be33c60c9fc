#include "ui/pages/factspage.h"

#include "ui/base/currentstack.h"
#include "ui/pages/words.h"

namespace liaison::ui {

FactsPage::FactsPage(const Context &context, QWidget *parent)
    : Page(context, parent)
    , m_header(new PageHeader(this))
    , m_banner(new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Banner, this))
    , m_panel(new StatePanel(StatePanel::Kind::Loading, StatePanel::Shape::Centred, this))
    , m_stack(new CurrentStackLayout)
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    all->addWidget(m_banner);
    all->addLayout(m_stack, 1);
    m_stack->addWidget(m_panel);
    m_banner->hide();
}

void FactsPage::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

void FactsPage::setView(Backend::View view)
{
    m_view = std::move(view);
    m_progress.reset();
    m_error.reset();
    showView(*m_view);
    arrange();
}

void FactsPage::setLoading(const Progress &progress)
{
    m_progress = progress;
    m_error.reset();
    arrange();
}

void FactsPage::setError(const Error &error)
{
    m_error = error;
    m_progress.reset();
    arrange();
}

void FactsPage::retranslate()
{
    m_header->setTitle(title());
    if (m_view)
        showView(*m_view);
    arrange();
}

void FactsPage::offerWaysOut(StatePanel *panel, bool diagnostics)
{
    panel->clearActions();
    if (diagnostics) {
        Button *open = panel->addAction(tr("Open Diagnostics"), Button::Kind::Primary);
        open->setIcon(Icon::Diagnostics);
        connect(open, &Button::clicked, this, [this] { Q_EMIT openPage(pages::Diagnostics, {}); });
    }
    Button *again = panel->addAction(tr("Read again"), diagnostics ? Button::Kind::Normal : Button::Kind::Primary);
    again->setIcon(Icon::Retry);
    connect(again, &Button::clicked, this, &Page::refreshRequested);
}

void FactsPage::arrange()
{
    const std::optional<Instead> replaced = m_view ? instead(*m_view) : std::nullopt;
    const bool content = m_view && !replaced;
    for (QWidget *control : m_controls)
        control->setVisible(content);

    m_banner->setVisible(m_view && m_error);
    if (m_view && m_error) {
        m_banner->setError(*m_error, language());
        m_banner->setDetail(tr("Below is what was read before: %1.").arg(text::dateTime(language(), m_view->readAt)));
        offerWaysOut(m_banner, true);
    }
    if (m_progress)
        m_header->setFact(words::progress(language(), *m_progress));
    else
        m_header->setFact(m_view ? fact(*m_view) : QString());

    if (content) {
        m_stack->setCurrentWidget(m_content);
        return;
    }
    m_stack->setCurrentWidget(m_panel);
    m_panel->clearActions();
    m_panel->setDetail({});
    if (replaced) {
        m_panel->setKind(replaced->kind);
        m_panel->setIcon(replaced->icon);
        m_panel->setTexts(replaced->conclusion, replaced->remedy);
        m_panel->setDetail(replaced->detail);
        offerWaysOut(m_panel, replaced->diagnostics);
    } else if (m_error) {
        m_panel->setError(*m_error, language());
        offerWaysOut(m_panel, true);
    } else {
        m_panel->setKind(StatePanel::Kind::Loading);
        m_panel->setTexts(m_progress ? words::progress(language(), *m_progress) : tr("Reading both servers"),
                          tr("Nothing has been read yet. The page fills by itself."));
        m_panel->setProgress(m_progress ? m_progress->done : 0, m_progress ? m_progress->total : 0);
    }
}

} // namespace liaison::ui
