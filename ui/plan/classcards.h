#pragma once

#include "ui/base/marks.h"
#include "ui/base/theme.h"
#include "ui/text/text.h"

#include <QAbstractButton>
#include <vector>

namespace liaison::ui {

class PlanModel;

/// One class of changes with its tri-state box, mark, word and number: the whole card is the button.
class ClassCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ClassCard(Mark mark, QWidget *parent = nullptr);

    /// `detail` in the second line; `number` at the right: "431", "86 / 87", "6".
    void set(Qt::CheckState state, const QString &title, const QString &detail, const QString &number);
    /// One line, the detail in the tool tip.
    void setCompact(bool compact);
    [[nodiscard]] Qt::CheckState state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
    Qt::CheckState m_state = Qt::Unchecked;
    QString m_title, m_detail, m_number;
    bool m_compact = false;
};

/// The cards above the plan: additions, roles, removals, room settings, and creations where there are any.
class ClassCards : public QWidget
{
    Q_OBJECT

public:
    explicit ClassCards(QWidget *parent = nullptr);

    void showPlan(const PlanModel &model, text::Language language);
    [[nodiscard]] ClassCard *card(ChangeClass changes) const;
    /// The first that is shown: a stop of F6. Creations, the front one, are hidden where there are none.
    [[nodiscard]] ClassCard *first() const;
    void setCompact(bool compact);

Q_SIGNALS:
    /// A person ticked or unticked a class that the plan has to be made again for: the classes wanted now.
    void classesWanted(const std::vector<liaison::ChangeClass> &classes);
    /// The class is in the plan and only some of its steps are ticked: tick them all.
    void stepsWanted(const std::vector<liaison::ChangeClass> &classes);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Item
    {
        std::vector<ChangeClass> classes; ///< in the order in which clicks add them
        ClassCard *card;
    };
    void clicked(const Item &item);
    void arrange();

    std::vector<Item> m_cards;
    const PlanModel *m_model = nullptr;
};

/// What a click on a card wants: every class ticked before, and of this card's classes one more, or none where all are.
/// `waiting`: has the plan changes of that class that are left out because it is not ticked?
[[nodiscard]] std::vector<ChangeClass> afterClick(const std::vector<ChangeClass> &ticked,
                                                  const std::vector<ChangeClass> &card,
                                                  const std::vector<ChangeClass> &waiting);

} // namespace liaison::ui
