#pragma once

#include "core/sandbox/world.h"

#include <QByteArray>
#include <vector>

namespace liaison::sandbox::chat {

class State;

/// What member lists say of an account, in every room the same: written once, since a campus has fifty times as many
/// memberships as people.
struct MemberText
{
    QByteArray fields;                            ///< JSON without braces: who asks for roles adds them
    int presence = 0;                             ///< 0 online, 1 away, 2 busy, 3 offline: lists are sorted by it
    quint64 chatChanges = 0, presenceChanges = 0; ///< when it was written
};

class MemberTexts
{
public:
    /// `user` is one of the world's. Good until somebody changes the world: the answer may hold on to it.
    [[nodiscard]] const MemberText &of(const State &s, const ChatUser &user);
    /// Where the text of that account is or will be.
    [[nodiscard]] const void *placeOf(const State &s, const ChatUser &user);
    void clear() { m_texts.clear(); }

private:
    std::vector<MemberText> m_texts; ///< by the place of the account in the world
};

} // namespace liaison::sandbox::chat
