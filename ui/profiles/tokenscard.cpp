#include "ui/profiles/tokenscard.h"

#include "ui/base/plaintext.h"

namespace liaison::ui {

TokensCard::TokensCard(Profiles &profiles, QWidget *parent)
    : Card(parent), m_profiles(profiles), m_note(new Label(FontRole::Body, Ink::Secondary, this))
{
    addReading(body(), m_note);
    m_column = new QVBoxLayout;
    setMetrics(m_column, {}, 0);
    body()->addLayout(m_column);
    connect(&m_profiles, &Profiles::tokens, this, &TokensCard::fill);
    connect(&m_profiles, &Profiles::tokenKept, this, [this](const QString &profile, const QString &which) {
        if (TokenRow *found = row(which); found && profile == m_profile) {
            found->closeForm();
            const bool key = found->line().slot.kind == TokenSlot::Kind::Snapshot;
            found->setResult(key ? tr("Kept: it is the key of this file.") : tr("Kept. Test it to see whose it is."),
                             Ink::Ok);
            (key ? found->replaceButton() : found->testButton())->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(&m_profiles, &Profiles::tokenForgotten, this, [this](const QString &profile, const QString &which) {
        if (TokenRow *found = row(which); found && profile == m_profile) {
            found->setBusy(false);
            found->setResult(found->line().slot.kind == TokenSlot::Kind::Snapshot
                                 ? tr("Forgotten on this computer. It still opens the file.")
                                 : tr("Forgotten on this computer. It stays valid on the server until it is deleted "
                                      "there."),
                             Ink::Text);
        }
    });
    connect(&m_profiles, &Profiles::tested, this,
            [this](const QString &profile, const QString &which, const Result<QString> &account) {
                TokenRow *found = row(which);
                if (!found || profile != m_profile)
                    return;
                found->setBusy(false);
                if (account)
                    found->setResult(tr("It works: signed in as %1.").arg(oneLine(*account)), Ink::Ok);
                else
                    found->refuse(account.error());
            });
    connect(&m_profiles, &Profiles::failed, this, [this](Profiles::Task task, const Error &error) {
        if (task == Profiles::Task::Token && m_waits) { // even which there are could not be read
            m_waits = false;
            m_error = error;
            retranslate(m_language);
            return;
        }
        for (TokenRow *one : m_rows) {
            if (task == Profiles::Task::Unlock && one->isWaiting())
                one->refusePassphrase(error);
            else if (task == Profiles::Task::Token && one->isBusy())
                one->refuse(error);
        }
    });
    connect(&m_profiles, &Profiles::unlocked, this, [this] {
        for (TokenRow *one : m_rows)
            one->unlocked();
        if (!m_profile.isEmpty())
            m_profiles.readTokens(m_profile);
    });
}

void TokensCard::show(const QString &profile)
{
    if (profile != m_profile) {
        for (TokenRow *one : m_rows)
            delete one;
        m_rows.clear();
        m_lines.clear();
        m_error.reset();
    }
    m_profile = profile;
    m_waits = !profile.isEmpty() && m_lines.empty();
    retranslate(m_language);
    if (!profile.isEmpty())
        m_profiles.readTokens(profile);
}

TokenRow *TokensCard::row(const QString &which) const
{
    for (TokenRow *one : m_rows) {
        if (one->line().slot.which == which)
            return one;
    }
    return nullptr;
}

void TokensCard::fill(const QString &profile, const std::vector<TokenLine> &lines)
{
    if (profile != m_profile)
        return;
    m_waits = false;
    m_error.reset();
    m_lines = lines;
    if (m_rows.size() != lines.size()) {
        for (TokenRow *one : m_rows)
            delete one;
        m_rows.clear();
        for (size_t i = 0; i < lines.size(); ++i) {
            auto *one = new TokenRow(m_profiles, profile, this);
            m_column->addWidget(one);
            m_rows.push_back(one);
        }
        applyTokens(this);
    }
    retranslate(m_language);
}

void TokensCard::retranslate(text::Language language)
{
    m_language = language;
    const bool key = m_lines.size() == 1 && m_lines.front().slot.kind == TokenSlot::Kind::Snapshot;
    setTitle(key ? tr("Key") : tr("Tokens"));
    QString said;
    if (m_error) {
        const text::Text words = text::error(*m_error, language);
        said = words.sentence % u' ' % words.remedy;
    }
    m_note->setInk(m_error ? Ink::Missing : Ink::Secondary);
    m_note->setText(m_error           ? said
                    : m_lines.empty() ? tr("Looking for the tokens…")
                    : key ? tr("It opens the published file, and is kept under the number that the file gives its key.")
                          : tr("Kept under the address of the server and the account, never in the profile: "
                               "profiles of the same servers share them."));
    const bool exists = m_profiles.hasSealedFile();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLine(m_lines[i], !exists, exists && m_profiles.isSealedFileLocked(), language);
}

} // namespace liaison::ui
