#pragma once

#include "core/sandbox/world.h"

#include <QHash>
#include <array>
#include <vector>

namespace liaison::sandbox::chat {

/// What the pages of a list are cut from: found and sorted once, then kept as long as nothing changes. A campus has
/// 20,000 rooms, and each page of a hundred would look at all of them again.
template <class T> class Lists
{
public:
    using List = std::vector<const T *>;

    /// The list of that key, made when it is not there. Good until the next call.
    template <class Make> const List &get(const World &world, bool keep, const QString &key, Make make)
    {
        const std::array stamp{world.chatChanges, world.moodleChanges};
        if (!keep || stamp != m_stamp || m_lists.size() >= most)
            m_lists.clear();
        m_stamp = stamp;
        auto it = m_lists.find(key);
        if (it == m_lists.end())
            it = m_lists.insert(key, make());
        return *it;
    }
    void clear() { m_lists.clear(); }

private:
    static constexpr qsizetype most = 16;

    std::array<quint64, 2> m_stamp{};
    QHash<QString, List> m_lists;
};

} // namespace liaison::sandbox::chat
