#pragma once

#include "tests/bench/bench.h"

#include <QApplication>
#include <algorithm>

namespace liaison::bench {

/// Measures every event that the interface's thread handles: while one lasts nothing is painted and no key is read.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_inside)
            return QApplication::notify(receiver, event);
        m_inside = true;
        bool handled = false;
        const double used = cpu([&] { handled = QApplication::notify(receiver, event); });
        m_inside = false;
        m_longest = std::max(m_longest, used);
        m_total += used;
        return handled;
    }
    void clear() { m_longest = m_total = 0; }
    [[nodiscard]] double longest() const { return m_longest; }
    [[nodiscard]] double total() const { return m_total; }

private:
    bool m_inside = false;
    double m_longest = 0, m_total = 0;
};

} // namespace liaison::bench
