#pragma once

#include "core/run/restorereview.h"
#include "ui/base/marks.h"
#include "ui/pages/rowsmodel.h"

namespace liaison::ui {

[[nodiscard]] Mark markOf(RestoreRow::State state);

/// Course restores, what needs somebody first.
class RestoresModel : public RowsModel
{
    Q_OBJECT

public:
    enum Column { State, Course, Source, Requester, Category, UserData, When, Created, Modified, ColumnCount };
    /// A kind beside the states: failed since somebody looked.
    static constexpr int NewKind = 100;

    using RowsModel::RowsModel;

    /// `review` may be null: nothing is known beside the rows.
    void setRows(std::vector<RestoreRow> rows, std::shared_ptr<const RestoreReview> review, Instant now,
                 text::Language language);
    [[nodiscard]] const RestoreRow &row(int item) const { return m_rows[static_cast<size_t>(item)]; }
    [[nodiscard]] const AboutRestore &about(int item) const;
    [[nodiscard]] const RestoreSite *site(int item) const;
    [[nodiscard]] Instant now() const { return m_now; }
    /// The full name, else the login.
    [[nodiscard]] QString requester(int item) const;
    /// From the top down.
    [[nodiscard]] QString category(int item) const;
    /// When it is planned for, or when it was done with; in the local time zone.
    [[nodiscard]] QString when(int item) const;
    /// "waits for 7 h", "took 12 h": what the dates say of it.
    [[nodiscard]] QString lasting(int item, bool inColumn = false) const;

    /// The kinds are the states and NewKind.
    [[nodiscard]] bool isOf(int item, int kind) const override;
    [[nodiscard]] QString keyOf(int item) const override;

protected:
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }
    [[nodiscard]] QVariant value(int item, int column, int role) const override;
    [[nodiscard]] QString spoken(int item, int column) const override;
    [[nodiscard]] QString searched(int item) const override;
    [[nodiscard]] QVariant sortValue(int item, int column) const override;

private:
    [[nodiscard]] QString text(int item, int column) const;
    [[nodiscard]] QString remark(int item) const;
    [[nodiscard]] QString below(int item, int column) const;

    std::vector<RestoreRow> m_rows;
    std::shared_ptr<const RestoreReview> m_review;
    Instant m_now;
    text::Language m_language = text::Language::English;
};

} // namespace liaison::ui
