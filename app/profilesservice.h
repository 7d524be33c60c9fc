#pragma once

#include "app/presence.h"
#include "app/tokens.h"
#include "ui/profiles/profiles.h"

#include <QThreadPool>
#include <atomic>
#include <condition_variable>

namespace liaison::app {

/// The window's profiles over the folders of this computer and the places of its tokens. Files, keychain, servers and
/// key derivation are met on worker threads only.
class ProfilesService : public ui::Profiles
{
    Q_OBJECT

public:
    /// `tokens` outlives it. `started`: the profile that the environment's servers and tokens were given for; they
    /// count for no other.
    ProfilesService(Environment environment, Tokens &tokens, QString started, QObject *parent = nullptr);
    ~ProfilesService() override; ///< waits for what is under way

    void setCurrent(const QString &name) { m_current = name; }
    void refuse() { Q_EMIT refused(); }
    /// What this profile may take from the environment.
    [[nodiscard]] Environment environmentFor(const QString &name) const;
    /// On a worker, before a run in a profile that asks again: returns when whoever applies has proven to be there;
    /// asks the window for the passphrase where the tokens are in the sealed file. `environment`: what the profile was
    /// opened with. Errors: "presence-needed" where nobody wants to, of the keychain, Cancelled.
    [[nodiscard]] Result<void> provenPresence(const Profile &profile, const Environment &environment,
                                              const net::CancelToken &cancel);

    [[nodiscard]] QString current() const override { return m_current; }
    [[nodiscard]] List known() const override { return m_known; }
    void list() override;
    void save(const QString &name, const QJsonObject &document, const QString &before) override;
    void remove(const QString &name, bool forgetTokens) override;
    void exportTo(const QString &name, const QString &path) override;
    void readImport(const QString &path) override;
    void import(Travelled from, const QString &name, const std::vector<bool> &agreed) override;
    void readAuthority(const QString &ca) override;
    void readTokens(const QString &name) override;
    void keepToken(const QString &name, const QString &which, const QString &token, Place place) override;
    void testToken(const QString &name, const QString &which) override;
    void forgetToken(const QString &name, const QString &which) override;
    void unlock(const QString &passphrase) override;
    [[nodiscard]] bool hasSealedFile() const override { return m_hasFile; }
    [[nodiscard]] bool isSealedFileLocked() const override { return m_fileLocked; }
    void open(const QString &name) override { Q_EMIT openRequested(name); }
    void provePresence(const std::optional<QString> &passphrase) override;

Q_SIGNALS:
    void openRequested(QString name);

private:
    template <class Work> void work(Work work);
    template <class Deliver> void deliver(Deliver deliver);
    void complain(Task task, const Error &error);
    void relist();
    void tellTokens(const QString &name);
    void lookAtFile();
    [[nodiscard]] ProfileStore store() const { return ProfileStore(profileFolders(m_environment)); }
    [[nodiscard]] Result<TokenSlot> slotOf(const QString &name, const QString &which) const;
    [[nodiscard]] ui::TokenLine lineOf(const TokenSlot &slot, const Environment &environment);

    Environment m_environment;
    Tokens &m_tokens;
    QString m_started, m_current;
    List m_known;
    std::atomic<bool> m_hasFile = false, m_fileLocked = false;
    PresenceDesk m_desk; ///< where a worker waits for what somebody types
    QThreadPool m_files; ///< one thread
    QThreadPool m_keys;  ///< one thread: keychain, sealed file, and servers asked with a token
};

} // namespace liaison::app
