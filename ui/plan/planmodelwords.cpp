// What the rows of the plan say: cells, tool tips, screen readers.
#include "ui/plan/planmodel.h"
#include "ui/plan/words.h"
#include "ui/text/format.h"

namespace liaison::ui {

using Level = PlanNode::Level;

QString PlanModel::explanation(const QModelIndex &index) const
{
    const PlanNode *node = nodeOf(index);
    if (!node || node->level == Level::Group)
        return {};
    const PlanEntry &e = m_ticks.entries()[node->entry];
    if (!e.rule && e.change->reason == ChangeReason::Undone)
        return text::of(e.change->reason, m_language).sentence;
    if (!e.rule)
        return text::causeSentence(e.change->cause, e.change->certainty, m_language);
    const text::Text words = text::of(*e.rule, m_language, e.detail.isEmpty() ? QStringList() : QStringList{e.detail});
    QStringList lines{words.sentence};
    if (Ticks::releasable(*e.rule) || Ticks::isThreshold(*e.rule))
        lines << PlanWords::lifting(*e.rule, m_ticks.heldByThreshold(node->entry));
    else
        lines << words.remedy;
    return lines.join(u'\n');
}

QString PlanModel::display(int n, int column) const
{
    const PlanNode &node = m_tree.node(n);
    const PlanEntry &e = m_ticks.entries()[node.entry];
    if (node.level == Level::Group) {
        const Below sum = below(n);
        switch (column) {
        case StepColumn:
            return node.accounts ? tr("Chat accounts") : m_names.courseShort(e.change->place);
        case ChangeColumn:
            return sum.ticked == sum.tickable
                       ? tr("%n step(s)", nullptr, sum.tickable)
                       : tr("%1 of %n step(s)", nullptr, sum.tickable).arg(text::number(m_language, sum.ticked));
        default:
            return sum.held > 0 ? tr("%n withheld", nullptr, sum.held) : QString();
        }
    }
    switch (column) {
    case StepColumn:
        return node.level == Level::Bundle
                   ? PlanWords::several(e.kind(), static_cast<int>(m_tree.entriesOf(n, true).size()))
                   : PlanWords::subject(*e.change, m_names);
    case ChangeColumn:
        return PlanWords::change(*e.change);
    default:
        return PlanWords::cause(*e.change, m_language);
    }
}

QVariant PlanModel::entryData(int n, int role) const
{
    const PlanNode &node = m_tree.node(n);
    const PlanEntry &e = m_ticks.entries()[node.entry];
    const bool lifted = e.rule && m_ticks.tickable(node.entry);
    switch (role) {
    case KindRole:
        return static_cast<int>(e.kind());
    case PillRole:
        if (!e.rule)
            return {};
        return lifted ? PlanWords::lifted(*e.rule, m_language) : PlanWords::held(*e.rule, m_language);
    case LiftedRole:
        return lifted;
    case ActionRole:
        if (!e.rule || !Ticks::releasable(*e.rule) || (node.level == Level::Bundle && e.rule != Rule::Emptied))
            return {};
        return m_ticks.released(node.entry) ? tr("Withhold again") : tr("Release");
    default:
        return {};
    }
}

QString PlanModel::accessible(int n) const
{
    const PlanNode &node = m_tree.node(n);
    QStringList parts;
    const PlanEntry &e = m_ticks.entries()[node.entry];
    if (node.level == Level::Group) {
        parts << display(n, StepColumn);
        if (!node.accounts && !m_names.courseFull(e.change->place).isEmpty())
            parts << m_names.courseFull(e.change->place);
    } else {
        if (node.level == Level::Entry)
            parts << PlanWords::kind(e.kind());
        parts << display(n, StepColumn);
    }
    parts << display(n, ChangeColumn);
    const QString cause =
        node.level != Level::Group && e.rule ? entryData(n, PillRole).toString() : display(n, CauseColumn);
    if (!cause.isEmpty())
        parts << cause;
    if (below(n).tickable > 0) {
        const Qt::CheckState state = checkState(n);
        parts << (state == Qt::Checked     ? tr("ticked")
                  : state == Qt::Unchecked ? tr("not ticked")
                                           : tr("partly ticked"));
    } else {
        parts << tr("locked");
    }
    return parts.join(QStringLiteral(", "));
}

QString PlanModel::rowText(const QModelIndex &index) const
{
    return index.isValid() ? accessible(static_cast<int>(index.internalId())) : QString();
}

} // namespace liaison::ui
