#pragma once

#include "ui/base/button.h"
#include "ui/base/header.h"
#include "ui/plan/outcomelist.h"
#include "ui/plan/tallybar.h"

namespace liaison::ui {

/// What came of a run: the sum, every step that was not done with its reason and remedy, and what to do next. Stays
/// until a person leaves it.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    explicit ResultView(QWidget *parent = nullptr);

    /// `announced`: the messages that the ticked steps were said to post.
    void setResult(const ApplyResult &result, const std::vector<Step> &steps, Instant from, Instant to,
                   Noise announced);
    void setNames(const Names &names);
    void setLanguage(text::Language language);
    void retranslate();

    [[nodiscard]] OutcomeList *list() const { return m_list; }
    [[nodiscard]] Button *retry() const { return m_retry; }
    [[nodiscard]] Button *journal() const { return m_journal; }
    [[nodiscard]] QString equationText() const { return m_equation->text(); }
    [[nodiscard]] QString run() const { return m_result.run; }

Q_SIGNALS:
    void retryWanted(const std::vector<liaison::LinkKey> &links);
    void journalWanted(const QString &run);
    void newPlanWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ApplyResult m_result;
    Instant m_from, m_to;
    Noise m_said, m_made;
    text::Language m_language = text::Language::English;
    PageHeader *m_header;
    Label *m_fact, *m_messages;
    Button *m_journal, *m_again, *m_retry;
    TallyEquation *m_equation;
    OutcomeList *m_list;
};

} // namespace liaison::ui
