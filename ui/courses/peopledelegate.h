#pragma once

#include <QStyledItemDelegate>

namespace liaison::ui {

struct DiffLine;
struct DiffSide;
struct Tokens;

/// Paints the aligned view: left Moodle, a gutter of 36 with the sign, right chat; the side where somebody is not is a
/// dashed slot that carries the cause (guide section 6). Every row is 36 high.
class PeopleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintSide(QPainter &painter, const QRect &rect, const DiffSide &side, const Tokens &tokens,
                   bool selected) const;
};

} // namespace liaison::ui
