#pragma once

#include <QThreadPool>
#include <atomic>
#include <latch>

namespace liaison {

/// Calls `work(i)` for i in [0, count), each on a thread of the pool, and waits for all. The work blocks on the
/// network, so threads are taken one item at a time: no thread waits behind another's slow item.
template <class Work> void forEachParallel(QThreadPool &pool, size_t count, Work work)
{
    if (count == 0)
        return;
    const size_t threads = std::min(count, static_cast<size_t>(std::max(1, pool.maxThreadCount())));
    std::atomic_size_t next = 0;
    std::latch finished(static_cast<std::ptrdiff_t>(threads));
    for (size_t t = 0; t < threads; ++t) {
        pool.start([&] {
            for (size_t i = next++; i < count; i = next++)
                work(i);
            finished.count_down();
        });
    }
    finished.wait();
}

} // namespace liaison
