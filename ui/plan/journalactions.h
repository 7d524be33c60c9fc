#pragma once

#include "core/store/journal.h"
#include "core/store/journalcheck.h"
#include "ui/base/button.h"
#include "ui/base/label.h"
#include "ui/text/text.h"

#include <QWidget>

namespace liaison::ui {

/// What can be done with the run that is shown: go on with it, take it back, export it.
class JournalActions : public QWidget
{
    Q_OBJECT

public:
    explicit JournalActions(QWidget *parent = nullptr);

    /// `mayWrite`: the profile is not read-only.
    void setRun(const store::RunRecord *run, bool mayWrite);
    void retranslate();

    [[nodiscard]] Button *resume() const { return m_resume; }
    [[nodiscard]] Button *undo() const { return m_undo; }
    [[nodiscard]] Button *save() const { return m_save; }

private:
    Button *m_resume, *m_undo, *m_save;
};

/// Can something of this run still be tried?
[[nodiscard]] bool canResume(const store::RunRecord &run);
/// One sentence about the journal: sound, or what is wrong with which run.
[[nodiscard]] QString checkSentence(const store::JournalCheck &check, text::Language language);

} // namespace liaison::ui
