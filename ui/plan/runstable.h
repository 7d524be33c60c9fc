#pragma once

#include "ui/base/table.h"
#include "ui/plan/runsmodel.h"

namespace liaison::ui {

/// The runs, one a row; columns give way as the page gets narrower.
class RunsTable : public TableView
{
public:
    explicit RunsTable(RunsModel *model, QWidget *parent = nullptr);

    /// `width`: of the page, in pixels of the screen.
    void arrange(int width);
};

} // namespace liaison::ui
