#pragma once

#include "ui/profiles/formfield.h"

namespace liaison::ui {

/// The passphrase of the sealed file: once where there is one, twice where it is chosen. Never blocks: what was typed
/// is a signal, and the answer comes back as words.
class PassphraseForm : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseForm(QWidget *parent = nullptr);

    /// `fresh`: there is no file yet.
    void setFresh(bool fresh);
    [[nodiscard]] bool isFresh() const { return m_fresh; }
    /// What was typed, where it can be used; else "" and the reason is on screen and focused.
    [[nodiscard]] QString take();
    void clear();
    /// The answer was no.
    void setFault(const QString &fault);
    /// The reason on screen goes, what was typed stays.
    void forgetFault();
    void retranslate();
    [[nodiscard]] QLineEdit *first() const { return m_first->line(); }
    [[nodiscard]] QLineEdit *second() const { return m_second->line(); }

Q_SIGNALS:
    void entered();

private:
    bool m_fresh = false;
    FormField *m_first, *m_second;
};

} // namespace liaison::ui
