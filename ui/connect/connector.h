#pragma once

#include "core/run/connectionsteps.h"
#include "core/run/doctor.h"
#include "core/run/profile.h"
#include "ui/text/text.h"

#include <QJsonObject>
#include <QObject>
#include <memory>

namespace liaison::ui {

/// What the connection assistant asks for and gets. Every call returns at once; answers come as signals on the user
/// interface's thread. One question at a time: a new one cancels the one before, and after `cancel` no answer comes.
///
/// Secrets are handed over once and stay on this side: tokens that were found good, or obtained, are kept until they
/// are saved or the connector leaves, and are never given back.
class Connector : public QObject
{
    Q_OBJECT

public:
    struct MoodleAccount
    {
        QString site, release; ///< "Université ...", "4.5.3 (Build: ...)"
        QString login, name;
        bool companion = false;
        bool administrator = false; ///< a token too strong for its purpose
    };
    struct ChatAccount
    {
        QString login, version;
        QString obtained; ///< name of the token made by signing in; empty: it was pasted
        bool sessionEnded = true;
    };
    struct Authority
    {
        QString pem;       ///< certificates only
        QStringList names; ///< "subject, SHA-256 ..."
    };
    struct Imported
    {
        Profile profile;
        QJsonObject document;
        QString name;                             ///< proposed for the file
        std::vector<QStringList> moodleAuthority; ///< as Authority::names, parallel to profile.moodle
        QStringList chatAuthority;
    };
    enum class Place { Keychain, File, Session };
    struct Places
    {
        std::optional<Error> keychain; ///< why it cannot be used
        bool fileExists = false;       ///< then its passphrase is asked for, not a new one
        QString file;
    };
    struct Kept
    {
        QString name;
        bool readable = true; ///< the file is a profile
        bool production = false;
        QString moodle, chat;
    };
    using DiagnosisPtr = std::shared_ptr<const liaison::Diagnosis>;

    using QObject::QObject;

    /// Answers of all: failed, and that of each.
    virtual void askMoodle(const QString &url, const liaison::ConnectionRoute &route) = 0; ///< serverAnswered
    virtual void askMoodleToken(const QString &url, const QString &token,
                                const liaison::ConnectionRoute &route) = 0; ///< moodleKnown
    virtual void obtainMoodleToken(const QString &url, const QString &login, const QString &password,
                                   const QString &service, const liaison::ConnectionRoute &route) = 0; ///< moodleKnown
    virtual void askChat(const QString &url, const liaison::ConnectionRoute &route) = 0; ///< serverAnswered
    virtual void askChatToken(const QString &url, const QString &user, const QString &token,
                              const liaison::ConnectionRoute &route) = 0; ///< chatKnown
    /// chatKnown, or codeNeeded: then giveCode, also after a failure "wrong-code".
    virtual void obtainChatToken(const QString &url, const QString &user, const QString &password,
                                 const liaison::ConnectionRoute &route) = 0;
    virtual void giveCode(const QString &code) = 0;
    /// Of the user that the proxy's address names; used by every question that goes through it.
    virtual void keepProxyPassword(const QString &proxy, const QString &password) = 0;
    virtual void readAuthority(const QString &path) = 0; ///< authorityRead
    virtual void readProfile(const QString &path) = 0;   ///< profileRead
    virtual void checkName(const QString &name) = 0;     ///< nameFree
    virtual void listProfiles() = 0;                     ///< profilesListed
    virtual void probePlaces() = 0;                      ///< placesKnown
    /// Writes the profile, then its tokens to their place; where a token cannot be kept no profile stays. `passphrase`
    /// is for the place File only. Answer: saved.
    virtual void save(const QString &name, const liaison::Profile &profile, const QJsonObject &document, Place place,
                      const QString &passphrase) = 0;
    /// Everything the doctor looks at, reading only. Answer: examined.
    virtual void examine(const liaison::Profile &profile) = 0;
    /// Beside any question. Answers: textSaved, textFailed.
    virtual void saveText(const QString &path, const QString &text) = 0;
    virtual void cancel() = 0;
    /// The page for the person who grants the rights. Plain text.
    [[nodiscard]] virtual QString sheet(bool readOnly, text::Language language) const = 0;
    [[nodiscard]] virtual QString tokenName() const = 0; ///< of a chat token made here

Q_SIGNALS:
    void serverAnswered(const QString &version); ///< empty where it is told after signing in only
    void moodleKnown(const liaison::ui::Connector::MoodleAccount &account);
    void chatKnown(const liaison::ui::Connector::ChatAccount &account);
    void codeNeeded(const QString &method); ///< "totp" or "email"
    void authorityRead(const liaison::ui::Connector::Authority &authority);
    void profileRead(const liaison::ui::Connector::Imported &imported);
    void nameFree(const QString &name);
    void profilesListed(const QList<liaison::ui::Connector::Kept> &profiles);
    void placesKnown(const liaison::ui::Connector::Places &places);
    void saved(const QString &name);
    void examined(liaison::ui::Connector::DiagnosisPtr diagnosis);
    void textSaved(const QString &path);
    void textFailed(const liaison::Error &error);
    void failed(const liaison::Error &error);
};

} // namespace liaison::ui
