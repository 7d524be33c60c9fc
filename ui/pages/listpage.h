#pragma once

#include "ui/base/chip.h"
#include "ui/base/field.h"
#include "ui/base/table.h"
#include "ui/pages/factspage.h"
#include "ui/pages/rowsmodel.h"

#include <initializer_list>
#include <utility>

namespace liaison::ui {

class PaneSplitter;

/// The template of the guide: title, chips with counts, filter, table, and a line under it that writes the sum.
class ListPage : public FactsPage
{
    Q_OBJECT

public:
    /// The code of a kind ("orphan") checks its chip; anything else is looked for in the rows.
    void setFilter(const QString &filter) final;
    QWidget *initialFocus() final { return m_table; }
    QLineEdit *filterField() final { return m_filter; }
    QList<QWidget *> zones() override;

protected:
    /// `model` belongs to the page from here on.
    ListPage(const Context &context, RowsModel *model, int rowHeight, QWidget *parent);

    /// A way to filter the rows.
    struct Kind
    {
        int id = 0;
        std::optional<Mark> mark;
        QString code, word;
        bool known = true; ///< false: nobody can say how many
    };
    /// All of them, always in the same order; the ids and marks never change.
    [[nodiscard]] virtual std::vector<Kind> kinds() const = 0;
    [[nodiscard]] virtual QString allWord() const = 0;
    /// "No room matches"
    [[nodiscard]] virtual QString noMatch() const = 0;
    /// Left and right text under the table.
    [[nodiscard]] virtual QString legend() const = 0;
    [[nodiscard]] virtual QString total() const = 0;
    /// The items of the model, from this view.
    virtual void fill(const CampusView &view) = 0;
    /// -1: none.
    virtual void showItem(int item);

    /// To be called at the end of the constructor of the page, once its model has columns.
    void build(int sortedBy, Qt::SortOrder order, QWidget *pane = nullptr);
    void showView(const CampusView &view) final;
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// The table got another width.
    virtual void fitColumns() {}
    [[nodiscard]] TableView *table() const { return m_table; }
    /// Where there is little room columns leave in this order (column, logical width), so that those that stay, `kept`
    /// wide together, have theirs. For fitColumns.
    void keepRoom(int kept, std::initializer_list<std::pair<int, int>> leaving);

private:
    void applyFilter();
    void select(const QString &key);
    [[nodiscard]] QString currentKey() const;
    void clearFilter();

    RowsModel *m_model;
    ChipGroup *m_chips;
    FilterField *m_filter;
    TableView *m_table;
    StatePanel *m_noMatch;
    QWidget *m_foot;
    Label *m_legend;
    Button *m_legendButton;
    Label *m_total;
    PaneSplitter *m_splitter = nullptr;
    QWidget *m_pane = nullptr;
    bool m_filling = false;
};

} // namespace liaison::ui
