#include "ui/plan/resultview.h"

#include "ui/text/format.h"

#include <QDateTime>

namespace liaison::ui {
namespace {

QString clock(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms).toString(QStringLiteral("HH:mm"));
}

} // namespace

ResultView::ResultView(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_journal(new Button(Button::Kind::Quiet, this))
    , m_again(new Button(Button::Kind::Normal, this))
    , m_retry(new Button(Button::Kind::Primary, this))
    , m_list(new OutcomeList(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    m_journal->setIcon(Icon::Journal);
    m_again->setIcon(Icon::Plan);
    m_retry->setIcon(Icon::Retry);
    for (Button *button : {m_journal, m_again, m_retry})
        button->setAutoDefault(false);
    m_header->addAction(m_again);
    m_header->addAction(m_retry);
    auto *second = new QWidget(this);
    auto *line = new QHBoxLayout(second);
    setMetrics(line, {}, 8);
    m_fact->setWordWrap(true);
    line->addWidget(m_fact, 1);
    line->addWidget(m_journal);
    m_header->setChips(second);
    all->addWidget(m_header);
    auto *card = new Card(this);
    m_equation = new TallyEquation(FontRole::Headline, card);
    m_messages = new Label(FontRole::Body, Ink::Secondary, card);
    m_messages->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_messages->setWordWrap(true);
    auto *row = new QHBoxLayout;
    setMetrics(row, {}, 16);
    row->addWidget(m_equation, 3);
    row->addWidget(m_messages, 2);
    card->body()->addLayout(row);
    auto *frame = new QVBoxLayout;
    setMetrics(frame, {16, 0, 16, 12}, 0);
    frame->addWidget(card);
    all->addLayout(frame);
    all->addWidget(m_list, 1);
    connect(m_journal, &QPushButton::clicked, this, [this] { Q_EMIT journalWanted(m_result.run); });
    connect(m_again, &QPushButton::clicked, this, &ResultView::newPlanWanted);
    connect(m_retry, &QPushButton::clicked, this, [this] { Q_EMIT retryWanted(m_list->model()->linksToRetry()); });
}

/// The sum is never squeezed by what stands beside it; its tool tip then says the rest.
void ResultView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_messages->setHidden(width() < tokens(this).px(800));
}

void ResultView::setResult(const ApplyResult &result, const std::vector<Step> &steps, Instant from, Instant to,
                           Noise announced)
{
    m_result = result;
    m_from = from;
    m_to = to;
    m_said = announced;
    m_made = {};
    QHash<QString, Outcome> outcomes;
    for (const StepResult &step : result.steps)
        outcomes.insert(step.id, step.outcome);
    for (const Step &step : steps) {
        const auto it = outcomes.constFind(step.id);
        if (it != outcomes.constEnd() && *it == Outcome::Done)
            m_made.messages += noiseOf(step.change).messages;
    }
    std::vector<store::RunStep> rows = runSteps(steps);
    settle(rows, result);
    m_list->setSteps(std::move(rows));
    retranslate();
}

void ResultView::setNames(const Names &names)
{
    m_list->setNames(names);
}

void ResultView::setLanguage(text::Language language)
{
    m_language = language;
    m_list->setLanguage(language);
    retranslate();
}

void ResultView::retranslate()
{
    const Tally tally = tallyOf(m_result);
    switch (m_result.state) {
    case RunState::Done:
        m_header->setTitle(tr("Run done"));
        break;
    case RunState::Stopped:
        m_header->setTitle(tr("Run stopped"));
        break;
    case RunState::Interrupted:
        m_header->setTitle(tr("Run interrupted"));
        break;
    case RunState::Partly:
    case RunState::Running:
        m_header->setTitle(tally.toSee() > 0 ? tr("Run partly done") : tr("Run done"));
        break;
    }
    QStringList fact{tr("Run %1").arg(m_result.run)};
    if (m_from.isKnown() && m_to.isKnown())
        fact << tr("%1 to %2").arg(clock(m_from), clock(m_to));
    fact << (tally.toCome() == 0 ? tr("every step is accounted for")
                                 : tr("%n step(s) without outcome", nullptr, tally.toCome()));
    m_fact->setText(fact.join(QStringLiteral(" · ")));
    m_equation->setTally(tally, m_language);
    m_messages->setText(tr("Messages: %1 announced, %2 for the steps done")
                            .arg(text::number(m_language, m_said.messages), text::number(m_language, m_made.messages)));
    m_equation->setToolTip(m_messages->text());
    m_journal->setText(tr("See the journal"));
    m_again->setText(tr("New plan"));
    const int left = tally.toSee() + tally.toCome();
    m_retry->setVisible(left > 0);
    m_again->setVisible(left == 0); // trying again is a new plan too
    m_retry->setText(tr("Try %n step(s) again", nullptr, left));
    m_retry->setToolTip(
        tr("Makes a new plan over the rooms of these steps; nothing is written before it is confirmed"));
    m_list->retranslate();
}

} // namespace liaison::ui
