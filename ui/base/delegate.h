#pragma once

#include "ui/base/icons.h"
#include "ui/base/marks.h"
#include "ui/base/table.h"

#include <QStyledItemDelegate>
#include <optional>

namespace liaison::ui {

/// What a model may answer beside Qt's roles; the default cell painter reads them.
namespace roles {
inline constexpr int MarkRole = Qt::UserRole + 200;       ///< int of Mark: drawn before the text
inline constexpr int InkRole = Qt::UserRole + 201;        ///< int of Ink
inline constexpr int FontRole = Qt::UserRole + 202;       ///< int of ui::FontRole
inline constexpr int NumberRole = Qt::UserRole + 203;     ///< bool: right-aligned, digits in cells
inline constexpr int SecondLineRole = Qt::UserRole + 204; ///< QString: 9 pt under the text
inline constexpr int PillRole = Qt::UserRole + 205;       ///< QString: after the text
inline constexpr int IconRole = Qt::UserRole + 206;       ///< int of Icon: drawn before the text
} // namespace roles

struct ChangeCounts
{
    int add = 0, remove = 0, promote = 0, demote = 0;
};

/// One cell being painted. `inner` is the place for content: 16 from the left in the first column, 8 elsewhere.
struct Cell
{
    QPainter &painter;
    const Tokens &tokens;
    QRectF inner;
    QColor background;
    bool selected = false; ///< the current row
    bool hovered = false;

    /// The ink as it reads on this row: black on the yellow of high contrast.
    [[nodiscard]] QColor ink(Ink which) const;
};

/// Paints row background, hairline, accent bar and frame, then `paintCell`. One subclass per table; no widgets in
/// cells.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TableDelegate(TableView *view);

    /// For lists in pop-ups; tables keep their lines.
    void setHairlines(bool hairlines) { m_hairlines = hairlines; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// Default: text by `roles`.
    virtual void paintCell(const Cell &cell, const QModelIndex &index) const;
    /// A colour under the content of this row, from Tokens::tint; invalid for none. Only where nothing is selected.
    [[nodiscard]] virtual QColor rowTint(const QModelIndex &index, const Tokens &tokens) const;
    [[nodiscard]] TableView *view() const { return m_view; }

private:
    TableView *m_view;
    bool m_hairlines = true;
};

// Content helpers; each draws vertically centred in the cell, or in `rect` where one is given.

/// Around a row that has the keyboard, cell by cell: its ends where the first and the last cell are.
void paintRowFrame(QPainter &painter, const QRect &rect, const QColor &color, bool first, bool last);
/// Elided at the right where it does not fit. Returns the width drawn.
qreal drawText(const Cell &cell, const QString &text, FontRole role = FontRole::Body, Ink ink = Ink::Text,
               Qt::Alignment alignment = Qt::AlignLeft);
qreal drawText(const Cell &cell, const QRectF &rect, const QString &text, FontRole role, Ink ink,
               Qt::Alignment alignment);
/// Name at 10 pt Medium, second line at 9 pt text-2.
/// `pill`: after the first line.
void drawTwoLines(const Cell &cell, const QString &first, const QString &second, FontRole role = FontRole::Name,
                  Ink ink = Ink::Text, const QString &pill = {});
/// Right-aligned, digits in cells.
void drawNumber(const Cell &cell, const QString &text, FontRole role = FontRole::Body, Ink ink = Ink::Text);
/// "116 / 120", right-aligned; observed SemiBold where `differs`. Pass "?" and "—" as they are.
void drawRatio(const Cell &cell, const QString &observed, const QString &expected, bool differs);
/// The word is in text ink for in-step and quiet states, in the mark's ink otherwise.
void drawMarkWord(const Cell &cell, Mark mark, const QString &word);
/// A mark alone in the middle, 16 px.
void drawMark(const Cell &cell, Mark mark, Qt::Alignment alignment = Qt::AlignHCenter);
void drawIcon(const Cell &cell, Icon icon, Ink ink = Ink::Secondary, Qt::Alignment alignment = Qt::AlignHCenter);
/// Four slots of 32 px, + − ↑ ↓, right-aligned; zero is blank.
void drawChanges(const Cell &cell, const ChangeCounts &counts, text::Language language);
/// The dashed place of somebody absent, holding the cause.
void drawAbsentSlot(const Cell &cell, const QString &cause);
/// Tri-state tick box at the left of the cell, 16 px; returns its width with the gap.
qreal drawTick(const Cell &cell, Qt::CheckState state, bool enabled = true);

} // namespace liaison::ui
