#pragma once

#include "core/run/campus.h"
#include "ui/pages/rowsmodel.h"
#include "ui/text/text.h"

namespace liaison::ui {

/// Every role that was seen and what it becomes in rooms: a matrix of choices that nobody can change here.
class RolesModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column { Role, Site, People, Moderator, Member, Nobody, From, Differing, ColumnCount };

    using RowsModel::RowsModel;

    void setRows(std::vector<RoleRow> rows, text::Language language);
    [[nodiscard]] const RoleRow &row(int item) const { return m_rows[static_cast<size_t>(item)]; }
    /// The choice of a row, for the three columns of the matrix.
    [[nodiscard]] static int columnOf(RoleRow::Maps maps);
    [[nodiscard]] static QString word(RoleRow::From from);

    /// The kinds are what roles become.
    [[nodiscard]] bool isOf(int item, int kind) const override { return static_cast<int>(row(item).maps) == kind; }
    [[nodiscard]] QString keyOf(int item) const override;

protected:
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == People; }
    [[nodiscard]] QVariant value(int item, int column, int role) const override;
    [[nodiscard]] QString spoken(int item, int column) const override;
    [[nodiscard]] QString searched(int item) const override;
    [[nodiscard]] QVariant sortValue(int item, int column) const override;

private:
    [[nodiscard]] QString text(int item, int column) const;

    std::vector<RoleRow> m_rows;
    text::Language m_language = text::Language::English;
};

} // namespace liaison::ui
