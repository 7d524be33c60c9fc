#pragma once

#include <QString>
#include <QtGlobal>

namespace liaison::sandbox {

/// SplitMix64. The distributions of <random> differ between standard libraries; a campus must not.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 .. n-1; the bias of the remainder does not matter here.
    int below(int n) { return static_cast<int>(next() % static_cast<quint64>(n)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List> const auto &pick(const List &list)
    {
        return list[static_cast<std::size_t>(next() % static_cast<quint64>(std::size(list)))];
    }
    /// 17 characters, like the ids of Rocket.Chat: no look-alikes.
    QString id()
    {
        static constexpr char letters[] = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";
        QString out(17, u' ');
        for (QChar &c : out)
            c = QLatin1Char(letters[below(int(sizeof letters) - 1)]);
        return out;
    }

private:
    quint64 m_state;
};

} // namespace liaison::sandbox
