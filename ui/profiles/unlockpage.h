#pragma once

#include "ui/base/page.h"
#include "ui/base/statepanel.h"
#include "ui/profiles/passphraseform.h"
#include "ui/profiles/profiles.h"

namespace liaison::ui {

/// Asks for the passphrase of the sealed file: at the start, when the tokens of the profile are in it, and once more
/// before a plan is applied where the profile says so. Nothing waits meanwhile.
class UnlockPage : public Page
{
    Q_OBJECT

public:
    enum class Why { Start, Apply };
    UnlockPage(const Context &context, Profiles &profiles, QWidget *parent = nullptr);

    void setWhy(Why why);
    [[nodiscard]] Why why() const { return m_why; }
    void setView(Backend::View) override {}
    QWidget *initialFocus() override;
    [[nodiscard]] PassphraseForm *form() const { return m_form; }
    [[nodiscard]] Button *unlockButton() const { return m_unlock; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    /// Opened, or not wanted: whoever showed the page goes on.
    void done(bool opened);

protected:
    void retranslate() override;
    /// Left: what was typed goes, and a question before apply that nobody answered means no.
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void answer();
    void refuse(const Error &error);
    void decline();
    void setBusy(bool busy);

    Profiles &m_profiles;
    Why m_why = Why::Start;
    bool m_asked = false; ///< an answer is awaited
    bool m_open = false;  ///< apply waits for what is typed here
    Label *m_title, *m_words;
    PassphraseForm *m_form;
    Button *m_unlock, *m_cancel;
};

} // namespace liaison::ui
