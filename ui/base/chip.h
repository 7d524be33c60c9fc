#pragma once

#include "ui/base/flow.h"
#include "ui/base/marks.h"

#include <QAbstractButton>
#include <QFocusFrame>
#include <QPointer>
#include <optional>
#include <set>
#include <vector>

namespace liaison::ui {

/// A filter: mark, word, count. A count of 0 stays, paler; nullopt with `setCountUnknown` shows "?".
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    explicit Chip(Mark mark, QWidget *parent = nullptr);

    /// Use setText for the word.
    void setCount(std::optional<qint64> count, text::Language language);
    void setCountUnknown();
    [[nodiscard]] QString countText() const { return m_count; }
    [[nodiscard]] bool countsNothing() const { return m_zero; }
    [[nodiscard]] std::optional<Mark> mark() const { return m_mark; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    std::optional<Mark> m_mark;
    QString m_count;
    bool m_zero = false;
    QPointer<QFocusFrame> m_ring;
};

class Button;

/// A row of chips that wraps; in a narrow page one line, with the chips that matter least in a menu at its end (guide
/// section 5): first those that count nothing, never one that filters. Exclusive by click, combined by Ctrl+click, Left
/// and Right move. The chip with id AllId, if there is one, stands for "no filter" and is checked when nothing else is.
class ChipGroup : public QWidget
{
    Q_OBJECT

public:
    static constexpr int AllId = -1;

    explicit ChipGroup(QWidget *parent = nullptr);

    Chip *add(int id);
    Chip *add(int id, Mark mark);
    [[nodiscard]] Chip *chip(int id) const;
    /// The ids that are checked, without AllId: empty means no filter.
    [[nodiscard]] std::set<int> checked() const;
    /// Sends no signal.
    void setChecked(const std::set<int> &ids);

Q_SIGNALS:
    void selectionChanged(); ///< by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void fillMenu();
    void retranslate();
    void clicked(int id);
    void append(int id, Chip *chip);

    struct Item
    {
        int id;
        Chip *chip;
    };
    std::vector<Item> m_items;
    FlowLayout *m_layout;
    Button *m_more;
};

} // namespace liaison::ui
