#pragma once

#include "ui/base/bits.h"
#include "ui/connect/step.h"

class QCheckBox;
class QRadioButton;

namespace liaison::ui {

/// What the connection is called, which environment it is, and whether anything may be changed through it.
class ProfileStep : public Step
{
    Q_OBJECT

public:
    ProfileStep(Connector &connector, Language &language, Draft &draft, QWidget *parent = nullptr);

    void enter() override;
    void submit() override;
    void retranslate() override;
    QWidget *initialFocus() override { return m_name->edit(); }
    [[nodiscard]] QString fact() const override;

private:
    Entry *m_name;
    QRadioButton *m_test, *m_production;
    QCheckBox *m_readOnly;
    Label *m_environment, *m_means, *m_readOnlyMeans;
    EnvironmentTag *m_tag;
};

} // namespace liaison::ui
