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

/// Those that rest somewhere: not held for this session only, nor given by a variable.
std::vector<TokenSlot> restingTokens(const Profile &profile, Tokens &tokens, const Environment &environment)
{
    std::vector<TokenSlot> resting;
    for (TokenSlot &slot : tokenSlots(profile)) {
        if (heldToken(profile, slot).isEmpty() || !variableGiving(slot, environment).isEmpty())
            continue;
        const auto session = tokens.lookInto(Tokens::Place::Session, slot.key);
        if (!session || !*session)
            resting.push_back(std::move(slot));
    }
    return resting;
}

} // namespace

Proof proofFor(const Profile &profile, Tokens &tokens, const Environment &environment)
{
    for (const TokenSlot &slot : restingTokens(profile, tokens, environment)) {
        const auto sealed = tokens.lookInto(Tokens::Place::File, slot.key);
        if (sealed && *sealed && **sealed == heldToken(profile, slot))
            return Proof::Passphrase;
        if (!Tokens::hasFile())
            continue;
        const auto kept = tokens.lookInto(Tokens::Place::Keychain, slot.key);
        if (!kept || !*kept)
            return Proof::Passphrase; // it was read from the file, whatever became of it there
    }
    return Proof::Keychain;
}

Result<void> readAgain(const Profile &profile, Tokens &tokens, const Environment &environment)
{
    for (const TokenSlot &slot : restingTokens(profile, tokens, environment)) {
        const auto found = tokens.lookInto(Tokens::Place::Keychain, slot.key);
        if (!found)
            return fail(found.error());
        if (!*found || **found != heldToken(profile, slot))
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

bool PresenceDesk::isRefused()
{
    const std::lock_guard lock(m_mutex);
    return m_closed || (m_answer && !*m_answer);
}

void PresenceDesk::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

} // namespace liaison::app
