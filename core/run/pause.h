#pragma once

#include "core/net/httpclient.h"

#include <condition_variable>
#include <mutex>

namespace liaison {

/// Holds a run between two calls, never inside a write: the person at the screen pauses and goes on.
class PauseSwitch
{
public:
    void set(bool paused)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_paused = paused;
        }
        m_changed.notify_all();
    }
    [[nodiscard]] bool isPaused() const
    {
        const std::lock_guard lock(m_mutex);
        return m_paused;
    }
    /// Returns when the run may go on or was cancelled.
    void wait(const net::CancelToken &cancel)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, cancel.stopToken(), [this] { return !m_paused; });
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_paused = false;
};

} // namespace liaison
