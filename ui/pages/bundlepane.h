#pragma once

#include "ui/backend.h"
#include "ui/base/bits.h"
#include "ui/base/button.h"

namespace liaison::ui {

/// What a support bundle holds and what it leaves out, read before it is written.
class BundlePane : public QWidget
{
    Q_OBJECT

public:
    BundlePane(Backend &backend, QWidget *parent);

    void retranslate(text::Language language);
    [[nodiscard]] Button *saveButton() const { return m_save; }

private:
    void save();

    Backend &m_backend;
    Label *m_title, *m_contents, *m_leavesOut;
    Button *m_save;
};

} // namespace liaison::ui
