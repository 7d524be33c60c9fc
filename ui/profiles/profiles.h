#pragma once

#include "core/run/profiletravel.h"
#include "core/run/tokenslots.h"

#include <QObject>
#include <memory>

namespace liaison::ui {

/// Where a token of a profile is found.
struct TokenLine
{
    enum class State {
        Environment, ///< `variable` gives it; what is kept elsewhere is not looked at
        Session,     ///< until the program ends
        Keychain,
        File,       ///< sealed under a passphrase, which was given
        Locked,     ///< not in the keychain; perhaps in the sealed file, whose passphrase nobody gave yet
        Missing,    ///< nowhere, for sure
        NoKeychain, ///< the keychain cannot be asked, and there is no sealed file
        NoAccount   ///< the profile names no chat user, and a chat token belongs to one
    };
    TokenSlot slot;
    State state = State::Missing;
    QString variable;
    QString detail; ///< technical: why the keychain cannot be asked
};

/// The profiles of this computer and their tokens, as the window asks for them. Every call returns at once; answers
/// come as signals on the user interface's thread. Made by `app`; tests make it over values.
class Profiles : public QObject
{
    Q_OBJECT

public:
    using List = std::shared_ptr<const std::vector<liaison::ProfileEntry>>;
    using Travelled = std::shared_ptr<const liaison::TravelledProfile>;
    enum class Place { Keychain, File, Session };
    /// What an error belongs to.
    enum class Task { Save, Remove, Export, Import, Token, Unlock };
    Q_ENUM(Task)

    using QObject::QObject;

    /// The name of the profile that the window is open on; "" = none by name (a demo, a file, the environment).
    [[nodiscard]] virtual QString current() const = 0;
    /// As listed last.
    [[nodiscard]] virtual List known() const = 0;

    /// Answer: listed.
    virtual void list() = 0;
    /// Writes the document, as the profile reader accepts it; `before` = the name it had, "" for a new one. Answer:
    /// saved, and listed; failed with the place in `where`.
    virtual void save(const QString &name, const QJsonObject &document, const QString &before) = 0;
    /// Answer: removed (with the tokens of it that no other profile uses, where asked for), and listed; failed.
    virtual void remove(const QString &name, bool forgetTokens) = 0;
    /// Answer: exported or failed.
    virtual void exportTo(const QString &name, const QString &path) = 0;
    /// Answer: importRead or failed.
    virtual void readImport(const QString &path) = 0;
    /// `agreed` is parallel to the questions of importRead. Answer: saved, and listed; failed.
    virtual void import(Travelled from, const QString &name, const std::vector<bool> &agreed) = 0;
    /// Answer: fingerprints.
    virtual void readAuthority(const QString &ca) = 0;

    /// Answer: tokens.
    virtual void readTokens(const QString &name) = 0;
    /// Answer: tokens, then tokenKept; failed.
    virtual void keepToken(const QString &name, const QString &which, const QString &token, Place place) = 0;
    /// Signs in, with that token alone. Answer: tested.
    virtual void testToken(const QString &name, const QString &which) = 0;
    /// Answer: tokens, then tokenForgotten; failed.
    virtual void forgetToken(const QString &name, const QString &which) = 0;
    /// Opens the sealed file, or chooses its passphrase where there is none yet. Answer: unlocked or failed.
    virtual void unlock(const QString &passphrase) = 0;
    /// As of the last answer: there is a sealed file, and its passphrase was not given yet.
    [[nodiscard]] virtual bool hasSealedFile() const = 0;
    [[nodiscard]] virtual bool isSealedFileLocked() const = 0;

    /// Opens the window on this profile. Answer: refused, or another window.
    virtual void open(const QString &name) = 0;
    /// The answer to presenceAsked; nullopt: nobody wants to. Wrong: presenceRefused, and asked again.
    virtual void provePresence(const std::optional<QString> &passphrase) = 0;

Q_SIGNALS:
    void listed(liaison::ui::Profiles::List profiles);
    void saved(QString name);
    void removed(QString name);
    void exported(QString path);
    void importRead(liaison::ui::Profiles::Travelled from, std::vector<liaison::TrustQuestion> questions);
    void fingerprints(QString ca, QStringList prints);
    void failed(liaison::ui::Profiles::Task task, liaison::Error error);
    void tokens(QString name, std::vector<liaison::ui::TokenLine> lines);
    void tokenKept(QString name, QString which);
    void tokenForgotten(QString name, QString which);
    /// The account it signed in as, or why not.
    void tested(QString name, QString which, liaison::Result<QString> account);
    void unlocked();
    /// A plan is being applied: another profile is not opened.
    void refused();
    /// Before a plan is applied in production: the passphrase of the sealed file, once more.
    void presenceAsked();
    void presenceRefused(liaison::Error error);
    /// Answered, or the run ended without.
    void presenceOver();
};

} // namespace liaison::ui
