#pragma once

#include "ui/connect/step.h"

class QRadioButton;

namespace liaison::ui {

/// Where the tokens rest: the keychain once it was tried, a file under a passphrase, or nowhere. Saves the profile.
class PlaceStep : public Step
{
    Q_OBJECT

public:
    PlaceStep(Connector &connector, Language &language, Draft &draft, QWidget *parent = nullptr);

    void enter() override;
    void submit() override;
    void failed(const Error &error) override;
    void forget() override;
    void retranslate() override;
    QWidget *initialFocus() override;
    [[nodiscard]] QString fact() const override;
    [[nodiscard]] QString continueText() const override;

private:
    [[nodiscard]] Connector::Place place() const;
    void showPlace();
    void showStrength();

    QRadioButton *m_keychain, *m_file, *m_session;
    Label *m_keychainMeans, *m_fileMeans, *m_sessionMeans;
    Entry *m_passphrase, *m_again;
    std::optional<Connector::Places> m_places; ///< nullopt: not probed yet
    QString m_fact;
};

/// How long a passphrase has to be.
inline constexpr int leastPassphrase = 12;

} // namespace liaison::ui
