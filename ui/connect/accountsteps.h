#pragma once

#include "ui/connect/servernotes.h"
#include "ui/connect/step.h"

class QRadioButton;

namespace liaison::ui {

/// Two ways to a token: paste it, or sign in once and have one made. Which one is chosen by a pair of radio buttons.
class AccountStep : public Step
{
    Q_OBJECT

public:
    AccountStep(Connector &connector, Language &language, Draft &draft, QWidget *parent);

    void enter() override;
    void forget() override;
    QWidget *initialFocus() override;
    [[nodiscard]] QRadioButton *pasting() const { return m_paste; }
    [[nodiscard]] QRadioButton *signingIn() const { return m_signIn; }

protected:
    virtual void showWay();
    [[nodiscard]] bool byPassword() const;
    /// False: something is missing; it was said.
    [[nodiscard]] bool filled(Entry *entry, const QString &sentence);
    void swapped(ConnectionField looksLike, Entry *entry);

    QRadioButton *m_paste, *m_signIn;
    Entry *m_login, *m_token, *m_password;
    ServerNotes *m_notes;
    Entry *m_wrong = nullptr; ///< gets the keyboard after a failure
};

class MoodleTokenStep : public AccountStep
{
    Q_OBJECT

public:
    MoodleTokenStep(std::size_t site, Connector &connector, Language &language, Draft &draft,
                    QWidget *parent = nullptr);

    void submit() override;
    void failed(const Error &error) override;
    void retranslate() override;
    [[nodiscard]] QString fact() const override;

protected:
    void showWay() override;

private:
    std::size_t m_site;
    Entry *m_service;
};

/// The chat account; asks for a code where the server asks for a second factor.
class ChatAccountStep : public AccountStep
{
    Q_OBJECT

public:
    ChatAccountStep(Connector &connector, Language &language, Draft &draft, QWidget *parent = nullptr);

    void enter() override;
    void submit() override;
    bool back() override;
    void failed(const Error &error) override;
    void forget() override;
    void retranslate() override;
    QWidget *initialFocus() override;
    [[nodiscard]] QString fact() const override;

protected:
    void showWay() override;

private:
    void askForCode(const QString &method);

    Entry *m_code;
    QString m_method; ///< of the second factor that is waited for; empty: none
};

} // namespace liaison::ui
