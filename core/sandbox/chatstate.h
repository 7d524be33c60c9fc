#pragma once

#include "core/sandbox/chatanswer.h"
#include "core/sandbox/chatcall.h"
#include "core/sandbox/chatindex.h"
#include "core/sandbox/chatlimiter.h"
#include "core/sandbox/chatlists.h"
#include "core/sandbox/chatmessages.h"
#include "core/sandbox/chatpermissions.h"
#include "core/sandbox/chatsettings.h"
#include "core/sandbox/chattexts.h"
#include "core/sandbox/chattokens.h"

#include <QSet>

namespace liaison::sandbox::chat {

/// Of a room, where the world's format has no place for it.
struct RoomNotes
{
    std::optional<QString> announcement, description;
    std::optional<QString> displayName; ///< `fname`, where the name is made of it
    bool readOnly = false;
    QJsonValue systemMessages = QJsonValue::Undefined; ///< `sysMes`, once it was saved
    QJsonObject more;                                  ///< broadcast, default, featured, reactWhenReadOnly, once saved
    QSet<QString> mentioned;                           ///< who was added and has not been there since
    Instant touched;                                   ///< last change of the document by a call
};

/// Everything the calls work on. One object per server.
class State
{
public:
    State(World &w, quint64 s, QByteArray token);

    void load(); ///< after the world was replaced

    World &world;
    const quint64 seed;
    const QByteArray handedOut; ///< the token of the API account
    Version version;
    Index index;
    Permissions permissions;
    Limiter limiter;
    Messages messages;
    Tokens tokens;
    QString apiUser;
    QSet<QString> formerApiUsers; ///< ids given out with the token before the world was replaced
    QHash<QString, RoomNotes> notes;
    QHash<QString, QJsonObject> customFields; ///< of accounts
    QHash<QString, QString> passwords;  ///< set by calls; the others sign in with SandboxRocketChat::sandboxPassword
    QHash<QString, Instant> created;    ///< accounts made by calls
    QHash<QString, Instant> lastLogins; ///< of who signed in since the start
    QHash<QString, int> wrongCodes;     ///< by account: since its last e-mail code
    Instant epoch;                      ///< the world's time when it was loaded: dates nobody wrote down count from it
    bool revoked = false;
    int posted = 0;
    int notified = 0;
    int serial = 0;        ///< of ids made by calls
    bool ownWorld = false; ///< the world changes by requests alone: lists and texts may be kept
    Lists<Room> roomLists;
    Lists<ChatUser> userLists;
    AccountTexts accountTexts;
    RoomTexts roomTexts;
    quint64 presence = 0;       ///< grows with every page of members when presence changes
    quint64 accountChanges = 0; ///< grows with every request that may have changed an account, a right or a setting

    /// Clear text: the accounts are nobody's.
    [[nodiscard]] QString passwordOf(const QString &user) const;
    [[nodiscard]] Chat &chat() const { return world.chat; }
    /// Id of the account a request is signed in as, empty = nobody.
    [[nodiscard]] QString signedIn(const QByteArray &user, const QByteArray &token, Instant now) const;
    [[nodiscard]] bool may(const Call &call, const QString &permission, Room *room = nullptr) const;
    [[nodiscard]] bool isMember(Room &room, const QString &user) const { return index.member(room, user) != nullptr; }
    [[nodiscard]] QLatin1String status(const ChatUser &user) const;
    /// With what hangs on it.
    void removeRoom(const QString &id);
    void join(Room &room, const QString &user);
    void leave(Room &room, const QString &user);
    /// The document changed: `_updatedAt`. Role changes live in subscriptions and do not (contract section 3).
    void touch(const Room &room, Instant now) { notes[room.id].touched = now; }
    [[nodiscard]] QString newId(const QString &kind);
    [[nodiscard]] QString subscription(const Room &room, const QString &user) const;
    /// A date nobody wrote down: some days before the world's time, the same at every call.
    [[nodiscard]] Instant pastDate(const QString &of, int days) const;
};

/// `2026-10-01T08:00:00.000Z`.
[[nodiscard]] QString isoMs(Instant at);
/// The same in Latin-1, on the stack: answers are full of dates.
struct IsoText
{
    std::array<char, 24> digits;
    [[nodiscard]] QLatin1String view() const { return {digits.data(), qsizetype(digits.size())}; }
};
[[nodiscard]] IsoText isoText(Instant at);

} // namespace liaison::sandbox::chat
