#pragma once

#include "core/reconcile/diff.h"
#include "ui/base/bits.h"
#include "ui/text/text.h"

namespace liaison::ui {

/// How many changes of the people shown are withheld, by which rules; each person's own is in the list.
class WithheldStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WithheldStrip(QWidget *parent = nullptr);

    void setPeople(const std::vector<PersonRow> &people, text::Language language);
    [[nodiscard]] int count() const { return m_count; }

private:
    Label *m_words;
    int m_count = 0;
};

} // namespace liaison::ui
