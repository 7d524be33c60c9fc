#pragma once

#include "ui/profiles/tokenrow.h"

namespace liaison::ui {

/// The tokens of one profile.
class TokensCard : public Card
{
    Q_OBJECT

public:
    TokensCard(Profiles &profiles, QWidget *parent = nullptr);

    /// Asks for them, and shows that it does.
    void show(const QString &profile);
    void retranslate(text::Language language);
    [[nodiscard]] TokenRow *row(const QString &which) const;
    [[nodiscard]] QString note() const { return m_note->text(); }

Q_SIGNALS:
    void announced(const QString &text);

private:
    void fill(const QString &profile, const std::vector<TokenLine> &lines);

    Profiles &m_profiles;
    QString m_profile;
    text::Language m_language = text::Language::English;
    Label *m_note;
    QVBoxLayout *m_column;
    std::vector<TokenRow *> m_rows;
    std::vector<TokenLine> m_lines;
    std::optional<Error> m_error; ///< why not even their names are known
    bool m_waits = false;         ///< for the lines
};

} // namespace liaison::ui
