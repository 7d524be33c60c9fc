#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/plan/ticks.h"

#include <QLineEdit>

namespace liaison::ui {

/// What stands between a plan and its application: where it would be written, the number to type in production, the
/// button, and always the reason why it cannot be pressed. Nothing in here is a default button.
class ConfirmBar : public QWidget
{
    Q_OBJECT

public:
    explicit ConfirmBar(QWidget *parent = nullptr);

    struct Place
    {
        QString profile;
        Environment environment = Environment::None;
        bool production = false, readOnly = false;
    };
    void setPlace(const Place &place);
    void setTicks(const Ticks &ticks);
    void setLanguage(text::Language language);
    /// The plan shown is being made again: it cannot be applied meanwhile.
    void setBusy(bool busy);
    void clearNumber();
    void retranslate();

    /// Everything is as it must be for applying.
    [[nodiscard]] bool ready() const { return m_reason.isEmpty(); }
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] QLineEdit *number() const { return m_number; }
    [[nodiscard]] Button *button() const { return m_apply; }

Q_SIGNALS:
    void confirmed();

private:
    void sync();

    Place m_place;
    Equation m_sum;
    int m_toType = 0;
    bool m_busy = false;
    text::Language m_language = text::Language::English;
    QString m_reason;

    EnvironmentTag *m_tag;
    Label *m_profile, *m_ask, *m_note;
    IconLabel *m_lock;
    QLineEdit *m_number;
    Button *m_apply;
};

} // namespace liaison::ui
