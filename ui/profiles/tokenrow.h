#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/profiles/passphraseform.h"
#include "ui/profiles/profiles.h"
#include "ui/text/text.h"

class QRadioButton;

namespace liaison::ui {

/// One token: whom it is for, where it is, what can be done with it, and the form in which another one is given.
class TokenRow : public QWidget
{
    Q_OBJECT

public:
    TokenRow(Profiles &profiles, QString profile, QWidget *parent);

    void setLine(const TokenLine &line, bool fresh, bool locked, text::Language language);
    void setResult(const QString &words, Ink ink);
    /// The answer to a token given was no.
    void refuse(const Error &error);
    void refusePassphrase(const Error &error);
    /// The passphrase was right: goes on with what waited for it.
    void unlocked();
    void closeForm();
    void setBusy(bool busy);
    void retranslate();
    [[nodiscard]] const TokenLine &line() const { return m_line; }
    [[nodiscard]] bool isWaiting() const { return m_waits; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    [[nodiscard]] Button *replaceButton() const { return m_replace; }
    [[nodiscard]] Button *testButton() const { return m_test; }
    [[nodiscard]] Button *forgetButton() const { return m_forget; }
    [[nodiscard]] Button *keepButton() const { return m_keep; }
    [[nodiscard]] QRadioButton *placeButton(Profiles::Place place) const { return m_places[int(place)]; }
    [[nodiscard]] FormField *token() const { return m_token; }
    [[nodiscard]] PassphraseForm *passphrase() const { return m_passphrase; }
    [[nodiscard]] QString result() const { return m_result->text(); }
    [[nodiscard]] QString stateText() const { return m_state->text(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();
    void keep();
    void arrange();
    [[nodiscard]] Profiles::Place place() const;
    [[nodiscard]] bool isKey() const { return m_line.slot.kind == TokenSlot::Kind::Snapshot; }

    Profiles &m_profiles;
    QString m_profile;
    TokenLine m_line;
    text::Language m_language = text::Language::English;
    bool m_fresh = true, m_locked = false, m_open = false, m_waits = false, m_busy = false;
    MarkLabel *m_mark;
    Label *m_name, *m_server, *m_state, *m_result, *m_why;
    Button *m_replace, *m_test, *m_forget, *m_keep, *m_cancel, *m_unlock;
    QWidget *m_form;
    FormField *m_token;
    Label *m_where;
    QRadioButton *m_places[3];
    PassphraseForm *m_passphrase;
};

} // namespace liaison::ui
