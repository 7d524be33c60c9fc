#pragma once

#include <functional>
#include <thread>

namespace liaison::app {

/// Ctrl+C and SIGTERM as something to wait for instead of an end in the middle. Made before any other thread, so that
/// the signals are held back in all of them.
class Interrupt
{
public:
    Interrupt();
    ~Interrupt();

    /// Blocks until the first signal.
    void wait();
    /// Calls `act` on a thread of its own at the first signal; a second signal ends the program at once.
    void onFirst(std::function<void()> act);

private:
    std::thread m_thread;
};

} // namespace liaison::app
