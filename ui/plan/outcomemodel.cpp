#include "ui/plan/outcomemodel.h"

#include "ui/plan/planmodel.h"
#include "ui/plan/words.h"

#include <algorithm>

namespace liaison::ui {
namespace {

/// What somebody has to look at comes first.
int rank(const store::RunStep &step)
{
    if (!step.outcome)
        return 3;
    switch (*step.outcome) {
    case Outcome::Failed:
        return 0;
    case Outcome::Stale:
        return 1;
    case Outcome::Skipped:
        return 2;
    case Outcome::Done:
        break;
    }
    return 4;
}

bool shows(OutcomeModel::Show show, const store::RunStep &step)
{
    using Show = OutcomeModel::Show;
    switch (show) {
    case Show::All:
        return true;
    case Show::ToSee:
        return step.outcome != Outcome::Done;
    case Show::Failed:
        return step.outcome == Outcome::Failed;
    case Show::Stale:
        return step.outcome == Outcome::Stale;
    case Show::Skipped:
        return step.outcome == Outcome::Skipped;
    case Show::Done:
        return step.outcome == Outcome::Done;
    }
    return true;
}

} // namespace

OutcomeModel::OutcomeModel(QObject *parent) : QAbstractTableModel(parent) {}

void OutcomeModel::choose()
{
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    for (size_t i = 0; i < m_steps.size(); ++i) {
        const bool shown = m_show.empty() || std::any_of(m_show.begin(), m_show.end(),
                                                         [&](Show show) { return shows(show, m_steps[i]); });
        if (!shown)
            continue;
        if (!words.isEmpty()) {
            QStringList parts;
            for (int column = 0; column < ColumnCount; ++column)
                parts << display(m_steps[i], column);
            parts << m_names.courseShort(m_steps[i].place) << m_names.courseFull(m_steps[i].place)
                  << m_names.login(m_steps[i].place.site, m_steps[i].person, m_steps[i].chat);
            const QString hay = foldedText(parts.join(u' '));
            if (!std::all_of(words.begin(), words.end(), [&](const QString &word) { return hay.contains(word); }))
                continue;
        }
        m_rows.push_back(static_cast<int>(i));
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](int a, int b) {
        return rank(m_steps[static_cast<size_t>(a)]) < rank(m_steps[static_cast<size_t>(b)]);
    });
    endResetModel();
}

void OutcomeModel::setSteps(std::vector<store::RunStep> steps)
{
    m_steps = std::move(steps);
    choose();
}

void OutcomeModel::setNames(Names names)
{
    m_names = std::move(names);
    choose();
}

void OutcomeModel::setLanguage(text::Language language)
{
    m_language = language;
    choose();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void OutcomeModel::setShow(const std::set<Show> &show)
{
    m_show = show;
    choose();
}

void OutcomeModel::setFilter(const QString &text)
{
    const QString folded = foldedText(text.simplified());
    if (folded == m_filter)
        return;
    m_filter = folded;
    choose();
}

const store::RunStep *OutcomeModel::stepAt(int row) const
{
    return row >= 0 && static_cast<size_t>(row) < m_rows.size()
               ? &m_steps[static_cast<size_t>(m_rows[static_cast<size_t>(row)])]
               : nullptr;
}

std::vector<LinkKey> OutcomeModel::linksToRetry() const
{
    std::vector<LinkKey> out;
    QSet<LinkKey> seen;
    for (const store::RunStep &step : m_steps) {
        if (step.outcome == Outcome::Done || !step.place.cmid)
            continue;
        const LinkKey key{step.place.site, *step.place.cmid};
        if (!seen.contains(key)) {
            seen.insert(key);
            out.push_back(key);
        }
    }
    return out;
}

text::Text OutcomeModel::reason(const store::RunStep &step) const
{
    if (!step.outcome)
        return {tr("No outcome written"), tr("The program ended before this step was settled."),
                tr("Refresh: what had been sent is settled by reading the rooms.")};
    if (step.detail.isEmpty())
        return text::of(*step.outcome, m_language);
    return text::detail(step.detail, m_language);
}

QString OutcomeModel::subject(const store::RunStep &step) const
{
    return PlanWords::subject(step.kind, step.place.site, step.person, step.chat, m_names);
}

QString OutcomeModel::display(const store::RunStep &step, int column) const
{
    switch (column) {
    case ResultColumn:
        return step.outcome ? PlanWords::outcome(*step.outcome) : tr("Not settled");
    case StepColumn:
        return PlanWords::kind(step.kind);
    case PersonColumn:
        return subject(step);
    case RoomColumn:
        return m_names.roomOf(step.place);
    case ChangeColumn:
        return PlanWords::change(step.kind, step.before, step.after);
    case ReasonColumn:
        return step.outcome == Outcome::Done && step.detail.isEmpty() ? QString() : reason(step).name;
    default:
        return {};
    }
}

QString OutcomeModel::rowText(int row) const
{
    const store::RunStep *step = stepAt(row);
    if (!step)
        return {};
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        const QString text = display(*step, column);
        if (!text.isEmpty())
            parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

int OutcomeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutcomeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutcomeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::RunStep &step = *stepAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(step, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == ResultColumn ? rowText(index.row()) : display(step, index.column());
    case Qt::ToolTipRole:
        if (index.column() == ReasonColumn && (step.outcome != Outcome::Done))
            return toolTip(reason(step));
        return {};
    case OutcomeRole:
        return step.outcome ? QVariant(static_cast<int>(*step.outcome)) : QVariant();
    case KindRole:
        return static_cast<int>(step.kind);
    default:
        return {};
    }
}

QVariant OutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ResultColumn:
        return tr("Result");
    case StepColumn:
        return tr("Step");
    case PersonColumn:
        return tr("Person");
    case RoomColumn:
        return tr("Room");
    case ChangeColumn:
        return tr("Change");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace liaison::ui
