#pragma once

#include "core/run/campus.h"
#include "ui/base/marks.h"
#include "ui/pages/rowsmodel.h"

namespace liaison::ui {

[[nodiscard]] Mark markOf(RetentionVerdict verdict);
/// The code of design 12.7: "server-off".
/// Every verdict, in the order of the page; the last two take a measurement.
[[nodiscard]] const std::vector<RetentionVerdict> &shownVerdicts();

/// Wanted, stored and effective retention of each course's room.
class RetentionModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column { Verdict, Course, Room, Wanted, Stored, Effective, Oldest, Gauge, Reason, ColumnCount };

    using RowsModel::RowsModel;

    void setRows(std::vector<RetentionRow> rows, text::Language language, Instant now = {});
    /// The oldest messages were asked for.
    [[nodiscard]] bool isMeasured() const { return m_measured; }
    [[nodiscard]] const RetentionRow &row(int item) const { return m_rows[static_cast<size_t>(item)]; }

    /// The kinds are the verdicts.
    [[nodiscard]] bool isOf(int item, int kind) const override { return static_cast<int>(row(item).verdict) == kind; }
    [[nodiscard]] QString keyOf(int item) const override;

protected:
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override
    {
        return column == Wanted || column == Stored || column == Effective || column == Oldest;
    }
    [[nodiscard]] QVariant value(int item, int column, int role) const override;
    [[nodiscard]] QString spoken(int item, int column) const override;
    [[nodiscard]] QString searched(int item) const override;
    [[nodiscard]] QVariant sortValue(int item, int column) const override;

private:
    [[nodiscard]] QString text(int item, int column) const;
    [[nodiscard]] QString reason(const RetentionRow &row) const;

    std::vector<RetentionRow> m_rows;
    text::Language m_language = text::Language::English;
    Instant m_now; ///< ages are told against it
    bool m_measured = false;
};

} // namespace liaison::ui
