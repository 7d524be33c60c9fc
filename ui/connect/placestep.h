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
    /// What is being written is written to the end.
    [[nodiscard]] bool canStop() const override { return !m_saving; }

private:
    [[nodiscard]] Connector::Place place() const;
    void tellKeychain();
    void showPlace();
    void showStrength();

    QRadioButton *m_keychain, *m_file, *m_session;
    Label *m_keychainMeans, *m_fileMeans, *m_sessionMeans;
    Entry *m_passphrase, *m_again;
    std::optional<Connector::Places> m_places; ///< nullopt: not probed yet
    std::optional<Connector::Place> m_kept;    ///< once it was saved
    bool m_saving = false;
};

} // namespace liaison::ui
