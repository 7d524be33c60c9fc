#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/profiles/tokenscard.h"

class QCheckBox;
class QScrollArea;

namespace liaison::ui {

/// One profile: what it says, its tokens, and what can be done with it.
class ProfilePane : public QWidget
{
    Q_OBJECT

public:
    explicit ProfilePane(Profiles &profiles, QWidget *parent = nullptr);

    void show(const ProfileEntry &entry, bool current);
    void setLanguage(text::Language language);
    /// Above the facts; empty hides.
    void say(const QString &words, Ink ink);

    [[nodiscard]] Button *openButton() const { return m_open; }
    [[nodiscard]] Button *editButton() const { return m_edit; }
    [[nodiscard]] Button *duplicateButton() const { return m_duplicate; }
    [[nodiscard]] Button *exportButton() const { return m_export; }
    [[nodiscard]] Button *removeButton() const { return m_remove; }
    [[nodiscard]] Button *confirmButton() const { return m_confirm; }
    [[nodiscard]] QCheckBox *forgetTick() const { return m_forget; }
    [[nodiscard]] TokensCard *tokens() const { return m_tokens; }
    [[nodiscard]] QString message() const { return m_message->text(); }

Q_SIGNALS:
    void openRequested();
    void editRequested();
    void duplicateRequested();
    void exportRequested(const QString &path);
    void removeRequested(bool forgetTokens);

private:
    void retranslate();
    void fillFacts();
    void ask(bool asks);

    Profiles &m_profiles;
    std::optional<ProfileEntry> m_entry;
    bool m_current = false;
    text::Language m_language = text::Language::English;
    QHash<QString, QStringList> m_prints;
    Label *m_name, *m_message, *m_reason;
    EnvironmentTag *m_environment;
    Pill *m_readOnly, *m_institution;
    Button *m_open, *m_edit, *m_duplicate, *m_export, *m_remove, *m_confirm, *m_keep;
    Card *m_question, *m_facts;
    Label *m_asks;
    QCheckBox *m_forget;
    QWidget *m_rows = nullptr;
    TokensCard *m_tokens;
    QScrollArea *m_scroll;
};

} // namespace liaison::ui
