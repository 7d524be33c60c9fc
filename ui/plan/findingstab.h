#pragma once

#include "ui/base/chip.h"
#include "ui/base/table.h"
#include "ui/plan/findingsmodel.h"

namespace liaison::ui {

/// One list of the review beside the steps: its rows, and a chip per kind that there is.
class FindingsTab : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsTab(FindingsModel *model, QWidget *parent = nullptr);

    /// Kinds come and go with the plan, so the chips are made anew. `low`: see setLow.
    void showKinds(text::Language language, bool low);
    /// In a very low window the list needs the room more than its chips.
    void setLow(bool low) { m_chips->setHidden(low); }

    [[nodiscard]] TableView *table() const { return m_table; }
    /// What the row that the keyboard is on means.
    [[nodiscard]] text::Text words() const { return m_model->wordsAt(m_table->currentRow()); }

private:
    FindingsModel *m_model;
    ChipGroup *m_chips;
    TableView *m_table;
    QStringList m_codes; ///< by the chips' ids
};

} // namespace liaison::ui
