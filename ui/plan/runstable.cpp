#include "ui/plan/runstable.h"

#include "ui/base/delegate.h"

namespace liaison::ui {
namespace {

Mark markOf(RunState state)
{
    switch (state) {
    case RunState::Running:
        return Mark::Running;
    case RunState::Interrupted:
        return Mark::Stale;
    case RunState::Stopped:
        return Mark::Skipped;
    case RunState::Partly:
        return Mark::Watch;
    case RunState::Done:
        break;
    }
    return Mark::Done;
}

class RunsDelegate : public TableDelegate
{
public:
    explicit RunsDelegate(TableView *view) : TableDelegate(view) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        if (index.column() == RunsModel::StateColumn) {
            drawMarkWord(cell, markOf(static_cast<RunState>(index.data(RunsModel::RunStateRole).toInt())), text);
        } else if (index.column() >= RunsModel::PlannedColumn) {
            const bool zero = text == QLatin1String("0");
            drawNumber(cell, text, index.column() == RunsModel::PlannedColumn ? FontRole::Strong : FontRole::Body,
                       zero ? Ink::Hint : Ink::Text);
        } else {
            drawText(cell, text, index.column() == RunsModel::WhenColumn ? FontRole::Name : FontRole::Body,
                     index.column() == RunsModel::WhenColumn ? Ink::Text : Ink::Secondary);
        }
    }
};

} // namespace

RunsTable::RunsTable(RunsModel *model, QWidget *parent) : TableView(32, parent)
{
    setModel(model);
    setItemDelegate(new RunsDelegate(this));
    setColumn(RunsModel::WhenColumn, 190);
    setColumn(RunsModel::ByColumn, 130);
    setColumn(RunsModel::StateColumn, 160);
    setStretched(RunsModel::ClassesColumn);
    for (int column = RunsModel::PlannedColumn; column < RunsModel::ColumnCount; ++column)
        setColumn(column, 92);
}

void RunsTable::arrange(int width)
{
    const bool narrow = width < tokens(this).px(1080);
    setColumnHidden(RunsModel::ClassesColumn, narrow);
    setColumn(RunsModel::WhenColumn, narrow ? 164 : 190);
    setColumn(RunsModel::ByColumn, narrow ? 110 : 130);
    setColumn(RunsModel::StateColumn, narrow ? 136 : 160);
    const bool tight = width < tokens(this).px(760);
    setColumnHidden(RunsModel::ByColumn, tight); // said above the steps
    for (int column = RunsModel::PlannedColumn; column < RunsModel::ColumnCount; ++column)
        setColumn(column, tight ? 70 : narrow ? 80 : 92);
    if (tight)
        setColumn(RunsModel::FailedColumn, 88); // its title is the longest, with the margin of the last one
}

} // namespace liaison::ui
