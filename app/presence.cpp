#include "app/presence.h"

#include "core/run/tokenslots.h"

namespace liaison::app {
namespace {

QString heldToken(const Profile &profile, const TokenSlot &slot)
{
    switch (slot.kind) {
    case TokenSlot::Kind::Chat:
        return profile.chat.token;
    case TokenSlot::Kind::Proxy:
        return profile.proxyPassword;
    case TokenSlot::Kind::Moodle:
    case TokenSlot::Kind::Snapshot:
        break;
    }
    for (const MoodleSettings &site : profile.moodle) {
        if (site.id == slot.which)
            return site.token;
    }
    return {};
}

} // namespace

Proof proofFor(const Profile &profile, Tokens &tokens)
{
    for (const TokenSlot &slot : tokenSlots(profile)) {
        const auto found = tokens.lookInto(Tokens::Place::File, slot.key);
        if (found && *found && **found == heldToken(profile, slot))
            return Proof::Passphrase;
    }
    return Proof::Keychain;
}

Result<void> readAgain(const Profile &profile, Tokens &tokens)
{
    for (const TokenSlot &slot : tokenSlots(profile)) {
        const auto session = tokens.lookInto(Tokens::Place::Session, slot.key);
        if (session && *session)
            continue;
        const auto found = tokens.lookInto(Tokens::Place::Keychain, slot.key);
        if (!found && found.error().code == u"keychain-unavailable")
            continue; // then the token came from elsewhere: nothing was read from it
        if (!found)
            return fail(found.error());
        if (*found && **found != heldToken(profile, slot))
            return fail(presenceError("presence-not-proven", profile));
    }
    return {};
}

Error presenceError(const char *code, const Profile &profile)
{
    return {ErrorKind::Input, QString::fromLatin1(code), profile.name, 0, {}, {}};
}

void PresenceDesk::begin()
{
    const std::lock_guard lock(m_mutex);
    m_answer.reset();
}

std::optional<QString> PresenceDesk::wait(const net::CancelToken &cancel)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, cancel.stopToken(), [this] { return m_answer.has_value() || m_closed; });
    return m_answer ? std::exchange(m_answer, std::nullopt).value() : std::nullopt;
}

void PresenceDesk::answer(const std::optional<QString> &typed)
{
    const std::lock_guard lock(m_mutex);
    m_answer = typed;
    m_changed.notify_all();
}

void PresenceDesk::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

} // namespace liaison::app
