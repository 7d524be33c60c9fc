#include "ui/plan/runhead.h"

#include "ui/text/format.h"

#include <QDateTime>

namespace liaison::ui {
namespace {

/// The time alone where it is the day of the start, which the title names.
QString endOf(const store::RunRecord &run, text::Language language)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(run.started.ms);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(run.finished.ms);
    if (from.date() != to.date())
        return RunHead::tr("ended %1").arg(text::dateTime(language, run.finished));
    return RunHead::tr("ended at %1").arg(to.toString(QStringLiteral("HH:mm:ss")));
}

} // namespace

RunHead::RunHead(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_title(new Label(FontRole::PaneTitle, Ink::Text, this))
    , m_fact(new Label(FontRole::Body, Ink::Secondary, this))
    , m_equation(new TallyEquation(FontRole::PaneTitle, this))
    , m_actions(new JournalActions(this))
{
    setMetrics(m_grid, {16, 12, 16, 12}, 12);
    m_grid->setColumnStretch(0, 1);
    m_fact->setElided(true);
    m_actions->setRun(nullptr, false);
    setNarrow(false);
}

void RunHead::setRun(const store::RunRecord &run, bool mayWrite, text::Language language)
{
    m_title->setText(tr("Run of %1").arg(text::dateTime(language, run.started)));
    QString state = text::of(run.state, language).sentence;
    if (state.endsWith(u'.'))
        state.chop(1); // other facts follow
    QStringList fact{state, tr("by %1").arg(run.by)};
    if (run.finished.isKnown() && run.finished > run.started)
        fact << endOf(run, language);
    fact << tr("run %1").arg(run.id);
    m_fact->setText(fact.join(QStringLiteral(" · ")));
    m_equation->setTally(tallyOf(run), language);
    m_actions->setRun(&run, mayWrite);
}

void RunHead::setNarrow(bool narrow)
{
    int row = 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_fact, m_equation, m_actions}) {
        m_grid->removeWidget(part);
        if (narrow)
            m_grid->addWidget(part, row++, 0, 1, 2);
    }
    m_grid->setVerticalSpacing(tokens(this).px(narrow ? 8 : 4));
    if (narrow)
        return;
    m_grid->addWidget(m_title, 0, 0);
    m_grid->addWidget(m_actions, 0, 1, Qt::AlignRight);
    m_grid->addWidget(m_fact, 1, 0);
    m_grid->addWidget(m_equation, 1, 1, Qt::AlignRight);
}

void RunHead::retranslate()
{
    m_actions->retranslate();
    m_equation->retranslate();
}

} // namespace liaison::ui
