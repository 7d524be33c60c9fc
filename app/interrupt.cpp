#include "app/interrupt.h"

#include <QtGlobal>
#include <csignal>
#ifdef Q_OS_UNIX
#include <pthread.h>
#include <unistd.h>
#else
#include <condition_variable>
#include <mutex>
#endif

namespace liaison::app {

#ifdef Q_OS_UNIX
namespace {

sigset_t watched()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGUSR2); // only to wake the waiting thread at the end
    return set;
}

} // namespace

Interrupt::Interrupt()
{
    const sigset_t set = watched();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

Interrupt::~Interrupt()
{
    if (m_thread.joinable()) {
        pthread_kill(m_thread.native_handle(), SIGUSR2);
        m_thread.join();
    }
}

void Interrupt::wait()
{
    const sigset_t set = watched();
    int signal = 0;
    sigwait(&set, &signal);
}

void Interrupt::onFirst(std::function<void()> act)
{
    m_thread = std::thread([act = std::move(act)] {
        const sigset_t set = watched();
        int signal = 0;
        sigwait(&set, &signal);
        if (signal == SIGUSR2)
            return;
        act();
        sigwait(&set, &signal);
        if (signal != SIGUSR2)
            _exit(130);
    });
}
#else
namespace {

std::mutex mutex;
std::condition_variable changed;
int signals = 0;

void onSignal(int)
{
    const std::lock_guard lock(mutex);
    ++signals;
    changed.notify_all();
}

} // namespace

Interrupt::Interrupt()
{
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

Interrupt::~Interrupt()
{
    if (m_thread.joinable()) {
        onSignal(0);
        onSignal(0);
        m_thread.join();
    }
}

void Interrupt::wait()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return signals > 0; });
}

void Interrupt::onFirst(std::function<void()> act)
{
    m_thread = std::thread([act = std::move(act)] {
        std::unique_lock lock(mutex);
        changed.wait(lock, [] { return signals > 0; });
        lock.unlock();
        act();
    });
}
#endif

} // namespace liaison::app
