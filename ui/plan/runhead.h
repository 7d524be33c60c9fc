#pragma once

#include "ui/plan/journalactions.h"
#include "ui/plan/tallybar.h"

#include <QGridLayout>

namespace liaison::ui {

/// What the run was and what can be done, then who and when and the sum; one below the other where that is too wide.
class RunHead : public QWidget
{
    Q_OBJECT

public:
    explicit RunHead(QWidget *parent = nullptr);

    /// `mayWrite`: the profile is not read-only.
    void setRun(const store::RunRecord &run, bool mayWrite, text::Language language);
    void setNarrow(bool narrow);
    void retranslate();

    [[nodiscard]] JournalActions *actions() const { return m_actions; }

private:
    QGridLayout *m_grid;
    Label *m_title, *m_fact;
    TallyEquation *m_equation;
    JournalActions *m_actions;
};

} // namespace liaison::ui
