#pragma once

#include "ui/base/linedheader.h"
#include "ui/base/theme.h"

#include <QTableView>

namespace liaison::ui {

/// Rows of fixed height, hairlines, hover of the whole row, accent bar and, with the keyboard, a frame on the current
/// row. Use with TableDelegate. One row is selected at a time; the model sorts itself (no proxy).
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// `rowHeight`: 32 one line, 36 diff, 40 two lines, 44 matrix; logical pixels.
    explicit TableView(int rowHeight = 32, QWidget *parent = nullptr);

    /// Logical width of a column, following the zoom; one column should be stretched instead.
    void setColumn(int column, int logicalWidth);
    void setStretched(int column);
    [[nodiscard]] int hoverRow() const { return m_hover; }
    /// First visible column: content begins at x = 16 there.
    [[nodiscard]] bool isFirst(int column) const;
    [[nodiscard]] bool isLast(int column) const;
    void setCurrentRow(int row);
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }

    /// What Ctrl+C copies and a screen reader says of a row: the texts of its cells (Qt::AccessibleTextRole, else
    /// Qt::DisplayRole), separated by tabs.
    [[nodiscard]] QString rowText(int row) const;

Q_SIGNALS:
    void currentRowChanged(int row); ///< -1: none
    void rowActivated(int row);      ///< Enter or double click
    void spacePressed(int row);

protected:
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void applySizes();
    void setHover(int row);

    int m_rowHeight;
    int m_hover = -1;
    QHash<int, int> m_widths;
};

/// 9 pt Medium, the sorted column SemiBold with an arrow. Alignment is the model's.
class TableHeader : public LinedHeader
{
    Q_OBJECT

public:
    explicit TableHeader(TableView *view);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    TableView *m_view;
};

} // namespace liaison::ui
