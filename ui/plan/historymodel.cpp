#include "ui/plan/historymodel.h"

#include "ui/plan/planmodel.h"
#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <QSet>
#include <algorithm>

namespace liaison::ui {

void HistoryModel::setSteps(std::shared_ptr<const std::vector<store::HistoryStep>> steps)
{
    m_steps = std::move(steps);
    choose();
}

void HistoryModel::setNames(Names names)
{
    m_names = std::move(names);
    choose();
}

void HistoryModel::setLanguage(text::Language language)
{
    m_language = language;
    choose();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void HistoryModel::setFilter(const QString &text)
{
    m_filter = foldedText(text.simplified());
    choose();
}

int HistoryModel::runs() const
{
    QSet<QString> runs;
    if (m_steps) {
        for (const store::HistoryStep &step : *m_steps)
            runs.insert(step.run);
    }
    return static_cast<int>(runs.size());
}

const store::HistoryStep *HistoryModel::stepAt(int row) const
{
    return row >= 0 && static_cast<size_t>(row) < m_rows.size() ? &(*m_steps)[m_rows[static_cast<size_t>(row)]]
                                                                : nullptr;
}

text::Text HistoryModel::reason(const store::RunStep &step) const
{
    if (!step.outcome)
        return {tr("Not settled"), tr("The program ended before this step was settled."), {}};
    return step.detail.isEmpty() ? text::of(*step.outcome, m_language) : text::detail(step.detail, m_language);
}

void HistoryModel::choose()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (size_t i = m_steps ? m_steps->size() : 0; i-- > 0;) {
        QStringList parts{(*m_steps)[i].run};
        for (int column = 0; !words.isEmpty() && column < ColumnCount; ++column)
            parts << display((*m_steps)[i], column);
        const QString hay = foldedText(parts.join(u' '));
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return hay.contains(word); }))
            m_rows.push_back(i);
    }
    endResetModel();
}

QString HistoryModel::display(const store::HistoryStep &h, int column) const
{
    const store::RunStep &step = h.step;
    switch (column) {
    case WhenColumn:
        return text::dateTime(m_language, h.when());
    case ByColumn:
        return h.by;
    case StepColumn:
        return PlanWords::kind(step.kind);
    case PersonColumn:
        return PlanWords::subject(step.kind, step.place.site, step.person, step.chat, m_names);
    case RoomColumn:
        return m_names.roomOf(step.place);
    case ChangeColumn:
        return PlanWords::change(step.kind, step.before, step.after);
    case ResultColumn: {
        const QString outcome = step.outcome ? PlanWords::outcome(*step.outcome) : tr("Not settled");
        return step.detail.isEmpty() ? outcome : tr("%1: %2").arg(outcome, lowered(reason(step).name));
    }
    default:
        return {};
    }
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::HistoryStep &h = *stepAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return display(h, index.column());
    case Qt::ToolTipRole:
        if (index.column() == ResultColumn)
            return toolTip(reason(h.step));
        return {};
    case OutcomeRole:
        return h.step.outcome ? QVariant(static_cast<int>(*h.step.outcome)) : QVariant();
    case KindRole:
        return static_cast<int>(h.step.kind);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case ByColumn:
        return tr("By");
    case StepColumn:
        return tr("Step");
    case PersonColumn:
        return tr("Person");
    case RoomColumn:
        return tr("Room");
    case ChangeColumn:
        return tr("Before → after");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace liaison::ui
