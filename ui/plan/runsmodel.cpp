#include "ui/plan/runsmodel.h"

#include "core/reconcile/undo.h"

#include "ui/plan/planmodel.h"
#include "ui/plan/tally.h"
#include "ui/plan/words.h"
#include "ui/text/format.h"

#include <algorithm>

namespace liaison::ui {

RunsModel::RunsModel(QObject *parent) : QAbstractTableModel(parent) {}

void RunsModel::choose()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_runs.size(); ++i) {
        const store::RunRecord &run = m_runs[i];
        const QString hay = foldedText(QStringList{run.id, display(run, WhenColumn), run.by, display(run, StateColumn),
                                                   display(run, ClassesColumn)}
                                           .join(u' '));
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) { return hay.contains(word); }))
            m_rows.push_back(static_cast<int>(i));
    }
    endResetModel();
}

void RunsModel::setRuns(std::vector<store::RunRecord> runs)
{
    m_runs = std::move(runs);
    choose();
}

void RunsModel::setLanguage(text::Language language)
{
    m_language = language;
    choose();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void RunsModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    choose();
}

void RunsModel::setFilter(const QString &text)
{
    const QString folded = foldedText(text.simplified());
    if (folded == m_filter)
        return;
    m_filter = folded;
    choose();
}

const store::RunRecord *RunsModel::runAt(int row) const
{
    return row >= 0 && static_cast<size_t>(row) < m_rows.size()
               ? &m_runs[static_cast<size_t>(m_rows[static_cast<size_t>(row)])]
               : nullptr;
}

int RunsModel::rowOf(const QString &id) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_runs[static_cast<size_t>(m_rows[i])].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

QString RunsModel::display(const store::RunRecord &run, int column) const
{
    const Tally tally = tallyOf(run);
    switch (column) {
    case WhenColumn:
        return text::dateTime(m_language, run.started, m_zone);
    case ByColumn:
        return run.by;
    case StateColumn:
        return text::of(run.state, m_language).name;
    case ClassesColumn: {
        QStringList names;
        for (const ChangeClass c : run.classes)
            names << lowered(text::of(c, m_language).name);
        const QString kinds = names.join(QStringLiteral(", "));
        return undoneRun(run.origin) ? tr("takes a run back: %1").arg(kinds) : kinds;
    }
    case PlannedColumn:
        return text::number(m_language, tally.planned);
    case DoneColumn:
        return text::number(m_language, tally.done);
    case SkippedColumn:
        return text::number(m_language, tally.skipped);
    case StaleColumn:
        return text::number(m_language, tally.stale);
    case FailedColumn:
        return text::number(m_language, tally.failed);
    default:
        return {};
    }
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::RunRecord &run = *runAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(run, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == WhenColumn) {
            QStringList parts;
            for (int column = 0; column < ColumnCount; ++column) {
                if (column >= PlannedColumn)
                    parts << tr("%1 %2").arg(headerData(column, Qt::Horizontal).toString(), display(run, column));
                else if (!display(run, column).isEmpty())
                    parts << display(run, column);
            }
            return parts.join(QStringLiteral(", "));
        }
        return display(run, index.column());
    case Qt::ToolTipRole:
        if (index.column() == StateColumn)
            return text::of(run.state, m_language).sentence.toHtmlEscaped();
        return index.column() == WhenColumn ? QVariant(run.id.toHtmlEscaped()) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= PlannedColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case RunStateRole:
        return static_cast<int>(run.state);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= PlannedColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("Started");
    case ByColumn:
        return tr("By");
    case StateColumn:
        return tr("State");
    case ClassesColumn:
        return tr("Kinds of change");
    case PlannedColumn:
        return tr("Planned");
    case DoneColumn:
        return tr("Done");
    case SkippedColumn:
        return tr("Skipped");
    case StaleColumn:
        return tr("Stale");
    case FailedColumn:
        return tr("Failed");
    default:
        return {};
    }
}

} // namespace liaison::ui
