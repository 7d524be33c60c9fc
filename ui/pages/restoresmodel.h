#pragma once

#include "core/run/campus.h"
#include "ui/base/marks.h"
#include "ui/pages/rowsmodel.h"

namespace liaison::ui {

[[nodiscard]] Mark markOf(RestoreRow::State state);
/// The code of design section 8: "in-progress".

/// Course restores, what needs somebody first.
class RestoresModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column { State, Course, Source, Requester, Category, Created, Changed, ColumnCount };

    using RowsModel::RowsModel;

    void setRows(std::vector<RestoreRow> rows, Instant now, text::Language language);
    [[nodiscard]] const RestoreRow &row(int item) const { return m_rows[static_cast<size_t>(item)]; }
    [[nodiscard]] QString requester(int item) const;
    [[nodiscard]] QString category(int item) const;

    /// The kinds are the states.
    [[nodiscard]] bool isOf(int item, int kind) const override { return static_cast<int>(row(item).state) == kind; }
    [[nodiscard]] QString keyOf(int item) const override;

protected:
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }
    [[nodiscard]] QVariant value(int item, int column, int role) const override;
    [[nodiscard]] QString spoken(int item, int column) const override { return text(item, column); }
    [[nodiscard]] QString searched(int item) const override;
    [[nodiscard]] QVariant sortValue(int item, int column) const override;

private:
    [[nodiscard]] QString text(int item, int column) const;

    std::vector<RestoreRow> m_rows;
    Instant m_now;
    text::Language m_language = text::Language::English;
};

} // namespace liaison::ui
