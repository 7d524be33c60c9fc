#pragma once

#include "core/sandbox/world.h"

#include <QByteArray>
#include <array>
#include <vector>

/// What lists say of an account or a room, the same in every list: written once and kept until something it is made of
/// changes. A campus has fifty times as many memberships as people, and a sweep of its rooms must wait for sockets.
namespace liaison::sandbox::chat {

class State;

/// A line of the processor's cache.
struct MemberText
{
    QByteArray fields;              ///< JSON without braces: who asks for roles adds them
    quint64 username = 0, name = 0; ///< how they begin, in the order of names: decides nearly every comparison
    int presence = 0;               ///< 0 online, 1 away, 2 busy, 3 offline: lists are sorted by it
    bool active = false;
    std::array<quint64, 2> stamp{}; ///< when it was written
};

/// By the place of the account in the world. What is given is good until somebody changes the world.
class AccountTexts
{
public:
    /// For all accounts: room for them, so that `fetch` knows where each will be.
    void prepare(const State &s);
    /// As member lists show it.
    [[nodiscard]] const MemberText &member(const State &s, std::size_t place);
    /// As users.list shows it to somebody who may see everything.
    [[nodiscard]] QByteArrayView listed(const State &s, std::size_t place);
    /// All of them, before somebody asks.
    void write(const State &s);
    /// Where the text of that account is or will be.
    [[nodiscard]] const void *placeOf(std::size_t place) const { return &m_members[place]; }
    void clear();

private:
    struct Listed
    {
        QByteArray text;
        std::array<quint64, 2> stamp{};
    };

    std::vector<MemberText> m_members;
    std::vector<Listed> m_listed;
};

/// By the place of the room in the world. Likewise.
class RoomTexts
{
public:
    enum class Shape { Whole, Admin }; ///< writeRoom, writeAdminRoom
    [[nodiscard]] QByteArrayView of(const State &s, Shape shape, const Room &room);
    /// All of them, before somebody asks.
    void write(const State &s);
    /// Asks the memory for what `of` gives soon.
    void fetch(const State &s, Shape shape, const Room &room) const;
    void clear();

private:
    struct Text
    {
        QByteArray text;
        std::array<quint64, 3> stamp{};
    };

    std::array<std::vector<Text>, 2> m_texts;
};

/// Asks the memory for what is read soon: a campus does not fit into a processor's cache, and waiting for each thing in
/// turn takes longer than writing the list.
inline void fetch([[maybe_unused]] const void *soon)
{
#ifdef __GNUC__
    __builtin_prefetch(soon);
#endif
}

} // namespace liaison::sandbox::chat
