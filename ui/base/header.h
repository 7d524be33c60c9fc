#pragma once

#include "ui/base/bits.h"

namespace liaison::ui {

/// The top of every page: title, one-line fact, actions at the right (the primary one last), chips under them. Where
/// they do not fit on one line the fact goes under the title, then the actions on a line of their own.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFact(const QString &fact);
    /// Where there is little room the fact leaves instead of taking a line of its own.
    void setFactMayLeave(bool mayLeave);
    /// Shown right of the fact, left to right in the order they are added.
    void addAction(QWidget *action);
    /// A second line, usually a ChipGroup.
    void setChips(QWidget *chips);
    [[nodiscard]] Label *title() const { return m_title; }
    [[nodiscard]] Label *fact() const { return m_fact; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Line;
    void showFact();

    Label *m_title, *m_fact;
    Line *m_line;
    QVBoxLayout *m_all;
    bool m_factMayLeave = false;
};

} // namespace liaison::ui
