#pragma once

#include "ui/base/delegate.h"
#include "ui/plan/planmodel.h"

#include <QTreeView>

namespace liaison::ui {

/// The tree of the plan review: rows of 32 px, chevron and tick box per room, steps under it. Space ticks, Left and
/// Right collapse, Return activates the row's own action.
class PlanTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit PlanTreeView(PlanModel *model, QWidget *parent = nullptr);

    [[nodiscard]] QModelIndex hovered() const { return m_hover; }
    [[nodiscard]] PlanModel *planModel() const { return m_model; }
    /// Groups of up to this many rows open by themselves when a plan comes.
    static constexpr int openUpTo = 400;

    struct Parts
    {
        QRect chevron, tick, mark, text;
    };
    /// Where the parts of a row's first cell stand.
    [[nodiscard]] Parts partsOf(const QModelIndex &index, const QRect &cell) const;
    /// The "Release" link of the third cell; null where the row has none.
    [[nodiscard]] QRect actionRect(const QModelIndex &index, const QRect &cell) const;

Q_SIGNALS:
    void rowChanged(const QModelIndex &index);
    void actionTriggered(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void arrangeColumns();
    void aboutToReset();
    void restore();
    [[nodiscard]] QString keyOf(const QModelIndex &index) const;

    PlanModel *m_model;
    QPersistentModelIndex m_hover;
    QSet<QString> m_closed; ///< groups that a person closed, by their first entry's place
    QString m_current;
    bool m_restoring = false;
};

/// Paints the cells of PlanTreeView.
class PlanDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PlanDelegate(PlanTreeView *view) : QStyledItemDelegate(view), m_view(view) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintStep(const Cell &cell, const QRect &rect, const QModelIndex &index) const;
    void paintCause(const Cell &cell, const QRect &rect, const QModelIndex &index) const;

    PlanTreeView *m_view;
};

/// A header for item views that are no TableView, painted like its own.
class PlanHeader : public LinedHeader
{
    Q_OBJECT

public:
    explicit PlanHeader(QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};

} // namespace liaison::ui
