#include "core/rocketchat/paging.h"

namespace liaison::rocketchat {

ListWalk::State ListWalk::take(int rows, int total, int distinct)
{
    if (m_pages == 0) {
        m_firstTotal = total;
        m_clamped = m_infinite && rows < total;
    }
    ++m_pages;
    m_rows += rows;
    // A total that moved cannot be made whole any more; so a walk never asks for more rows than the first total.
    if (total != m_firstTotal)
        return State::NotWhole;
    if (m_rows >= total)
        return distinct == total ? State::Whole : State::NotWhole;
    return rows > 0 ? State::More : State::NotWhole;
}

} // namespace liaison::rocketchat
