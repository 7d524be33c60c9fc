#pragma once

#include <QAbstractTableModel>
#include <set>
#include <vector>

namespace liaison::ui {

/// A table that sorts and filters itself: an index of the visible rows, folded text to search in, no proxy. `row` is a
/// row on screen, `item` a position in the data of the subclass.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Every word of `text` has to be found; an item has to be of one of the kinds, of any where none is given.
    void setFilter(const QString &text, const std::set<int> &kinds);
    [[nodiscard]] int itemAt(int row) const { return m_visible[static_cast<size_t>(row)]; }
    /// -1 where that item is not on screen.
    [[nodiscard]] int rowOf(int item) const;
    [[nodiscard]] int total() const { return itemCount(); }
    [[nodiscard]] int countOf(int kind) const;

    /// What stays the same when the facts are read again.
    [[nodiscard]] virtual QString keyOf(int item) const = 0;
    [[nodiscard]] virtual bool isOf(int item, int kind) const = 0;

protected:
    [[nodiscard]] virtual int itemCount() const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString heading(int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    [[nodiscard]] virtual QVariant value(int item, int column, int role) const = 0;
    /// What Ctrl+C copies and a screen reader says of a cell.
    [[nodiscard]] virtual QString spoken(int item, int column) const = 0;
    /// Texts that a filter looks in.
    [[nodiscard]] virtual QString searched(int item) const = 0;
    /// A number or a text. Items that are equal keep the order of the data.
    [[nodiscard]] virtual QVariant sortValue(int item, int column) const = 0;

    /// To be called around every change of the items.
    void beginItems() { beginResetModel(); }
    void endItems();

private:
    void order();
    void select();

    std::vector<int> m_order, m_visible;
    std::vector<QString> m_haystacks;
    QStringList m_needles;
    std::set<int> m_kinds;
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace liaison::ui
