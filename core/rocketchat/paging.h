#pragma once

#include "core/rocketchat/requests.h"

namespace liaison::rocketchat {

/// One reading of a list by pages (contract 0.9; design 4.2, completeness of a member list). Pure.
///
/// The server clamps `count` silently, sorts by things that change while one reads, and its total may move: so the
/// number of *distinct* ids is compared with the total of the first and of the last page; a short page says nothing.
class ListWalk
{
public:
    enum class State { More, Whole, NotWhole };

    /// `infinite`: ask for everything first (count=0), which servers may be told to refuse by clamping.
    explicit ListWalk(bool infinite) : m_infinite(infinite) {}

    [[nodiscard]] PageAsk next() const { return {m_rows, m_infinite && m_pages == 0 ? 0 : largestPage}; }

    /// After each page: rows in it, its total, and how many different ids were seen so far.
    [[nodiscard]] State take(int rows, int total, int distinct);

    /// count=0 was answered with less than everything: not worth asking again.
    [[nodiscard]] bool wasClamped() const { return m_clamped; }

private:
    bool m_infinite;
    bool m_clamped = false;
    int m_pages = 0;
    int m_rows = 0;
    int m_firstTotal = 0;
};

} // namespace liaison::rocketchat
