#pragma once

#include "ui/plan/confirmbar.h"
#include "ui/plan/rulepanel.h"

class QScrollArea;

namespace liaison::ui {

/// The right side of the review: the equation, what others will see, thresholds, the current row's rule, rights, and
/// the confirmation at the bottom.
class PlanPane : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPane(PlanModel *model, QWidget *parent = nullptr);

    void setView(std::shared_ptr<const CampusView> view);
    void setLanguage(text::Language language);
    void retranslate();
    [[nodiscard]] ConfirmBar *confirm() const { return m_confirm; }
    [[nodiscard]] RulePanel *rule() const { return m_rule; }
    /// The equation as a sentence: "629 observed − 47 withheld − 7 not ticked = 575 to apply".
    [[nodiscard]] QString equationText() const;
    /// "575 steps to apply in 134 rooms"
    [[nodiscard]] QString headline() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct MeterRow
    {
        Label *name, *value;
        Meter *meter;
    };
    void sync();
    void updateThresholds(const Thresholds &thresholds);
    void updateRights();
    MeterRow meterRow(QVBoxLayout *into);

    PlanModel *m_model;
    std::shared_ptr<const CampusView> m_view;
    text::Language m_language = text::Language::English;

    Label *m_headline, *m_headlineWord;
    Label *m_terms[4], *m_numbers[4];
    Label *m_noise, *m_noiseDetail, *m_thresholds, *m_noRemoval;
    MeterRow m_run, m_room;
    QWidget *m_meters, *m_rights;
    MarkLabel *m_rightsMark;
    Label *m_rightsTitle, *m_rightsDetail;
    QVBoxLayout *m_outside, *m_inside;
    QScrollArea *m_scroll;
    RulePanel *m_rule;
    ConfirmBar *m_confirm;
};

} // namespace liaison::ui
