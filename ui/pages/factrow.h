#pragma once

#include "ui/base/marks.h"

#include <QAbstractButton>
#include <QFocusFrame>
#include <QPointer>
#include <functional>
#include <vector>

class QVBoxLayout;

namespace liaison::ui {

/// A line of a card: mark, number, words, and what stands at the right. Pressing it opens what it counts; a line that
/// leads nowhere is not a stop of the keyboard.
class FactRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FactRow(QWidget *parent = nullptr);

    void setMark(std::optional<Mark> mark);
    /// Empty: the words begin where the number would stand.
    void setNumber(const QString &number);
    void setWords(const QString &words, Ink ink = Ink::Text);
    void setAside(const QString &aside, Ink ink = Ink::Secondary);
    /// No hairline above: the first line of a card.
    void setFirst(bool first);
    void setLeads(bool leads);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void say();

    std::optional<Mark> m_mark;
    QString m_number, m_words, m_aside;
    Ink m_ink = Ink::Text, m_asideInk = Ink::Secondary;
    bool m_first = false, m_leads = true;
    QPointer<QFocusFrame> m_ring;
};

/// What a FactRow shows.
struct Fact
{
    std::optional<Mark> mark;
    QString number, words;
    Ink ink = Ink::Text;
    QString aside;
    Ink asideInk = Ink::Secondary;
    std::function<void()> open; ///< empty: leads nowhere
};

class Label;

/// The lines of one card, or the sentence that says why there are none. Lines are kept from one view to the next, so
/// that the keyboard stays where it is.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(QWidget *parent = nullptr);

    /// `note`: under the lines, or in their place where there are none.
    void setFacts(std::vector<Fact> facts, const QString &note);

private:
    QVBoxLayout *m_layout;
    std::vector<FactRow *> m_rows;
    std::vector<std::function<void()>> m_open;
    Label *m_note;
};

} // namespace liaison::ui
