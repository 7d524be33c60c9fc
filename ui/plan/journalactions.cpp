#include "ui/plan/journalactions.h"

#include "ui/base/bits.h"
#include "ui/text/format.h"

#include <QHBoxLayout>

namespace liaison::ui {

JournalActions::JournalActions(QWidget *parent)
    : QWidget(parent)
    , m_resume(new Button(Button::Kind::Primary, this))
    , m_undo(new Button(Button::Kind::Normal, this))
    , m_save(new Button(Button::Kind::Quiet, this))
{
    auto *row = new QHBoxLayout(this);
    setMetrics(row, {}, 8);
    m_resume->setIcon(Icon::Apply);
    m_undo->setIcon(Icon::Undo);
    m_save->setIcon(Icon::Save);
    row->addWidget(m_save);
    row->addWidget(m_undo);
    row->addWidget(m_resume);
    row->addStretch(1);
    retranslate();
}

bool canResume(const store::RunRecord &run)
{
    return run.state != RunState::Running && run.done + run.stale + run.failed < run.planned;
}

void JournalActions::setRun(const store::RunRecord *run, bool mayWrite)
{
    m_resume->setVisible(run && mayWrite && canResume(*run));
    m_undo->setVisible(run && mayWrite && run->state != RunState::Running);
    m_undo->setEnabled(run && run->done > 0);
    m_save->setVisible(run != nullptr);
}

void JournalActions::retranslate()
{
    m_resume->setText(tr("Resume"));
    m_resume->setToolTip(tr("Carries out the steps that were not tried, each only if it still stands"));
    m_undo->setText(tr("Take back…"));
    m_undo->setToolTip(
        tr("Makes a plan with the opposite of what this run did; nothing is written before you apply it"));
    m_save->setText(tr("Export…"));
}

QString checkSentence(const store::JournalCheck &check, text::Language language)
{
    if (check.problems.empty())
        return JournalActions::tr("The journal is as it was written: %n run(s), %1 entries.", nullptr, check.runs)
            .arg(text::number(language, check.entries));
    QStringList found;
    constexpr size_t shown = 3;
    for (size_t i = 0; i < check.problems.size() && i < shown; ++i) {
        const store::JournalProblem &p = check.problems[i];
        const QString place = p.n > 0 ? JournalActions::tr("%1, entry %2").arg(p.run).arg(p.n) : p.run;
        found << QStringLiteral("%1 (%2)").arg(text::of(p.fault, language).name, place);
    }
    if (check.problems.size() > shown)
        found << JournalActions::tr("and %n more", nullptr, static_cast<int>(check.problems.size() - shown));
    return JournalActions::tr("The journal is not as it was written: %1.").arg(found.join(QStringLiteral("; ")));
}

} // namespace liaison::ui
