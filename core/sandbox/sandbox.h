#pragma once

#include "core/base/result.h"
#include "core/sandbox/faults.h"
#include "core/sandbox/front.h"

#include <QJsonObject>
#include <QThread>
#include <memory>

namespace liaison::sandbox {

/// A whole campus on one port of 127.0.0.1: Moodle sites, chat and control URL, served by a thread of its own. Every
/// state machine is called on that thread only; the functions here may be called from any other one and wait for it.
class Sandbox
{
public:
    struct Options
    {
        quint16 port = 0; ///< 0 = any free one
        World world;
        /// Tokens, faults and presence follow it; nullopt = new ones at every start. The control path is always random.
        std::optional<quint64> seed;
        int latencyMs = 0;
        std::vector<QByteArray> faults; ///< each a rule or a list of rules as JSON
        // What wins over the world:
        QString chatVersion; ///< empty = as the world says
        bool noCompanion = false;
        QStringList without;      ///< Moodle functions that no site offers
        bool fresh = false;       ///< an empty chat server, whose first account registers itself
        bool noLimiter = false;   ///< no rate limiter
        bool noTwoFactor = false; ///< no second factor, not even the password
        quint16 chatPort = 0;     ///< the chat also at the root of this port; 0 = not
    };

    /// Errors: Input "bad-fault" and "unknown-function" (detail: the name), Refused "port-taken".
    [[nodiscard]] static Result<std::unique_ptr<Sandbox>> start(Options options, ServerFactory factory);
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    /// The line printed at start: {"moodle":{"url","token"},"moodles":[{"id","url","token"}],
    /// "rocketchat":{"url","userId","token"},"control"}.
    [[nodiscard]] QJsonObject ready() const;
    [[nodiscard]] World world() const;
    /// The world with `{moodleid:<site>}` in its room names: to be stored and served again on another port.
    [[nodiscard]] World portableWorld() const;
    [[nodiscard]] Instant now() const;

    // What the control URL does, without a request.
    void replaceWorld(World world);
    void addFaults(const std::vector<Fault> &faults);
    void clearFaults();
    void setNow(Instant now);
    void advance(qint64 ms);
    [[nodiscard]] std::vector<LoggedRequest> requests() const;
    void clearRequests();
    [[nodiscard]] std::optional<Noise> noise() const;

private:
    Sandbox() = default;
    template <class Work> void onThread(Work work) const;

    QThread m_thread;
    QObject *m_context = nullptr; ///< of the thread
    std::unique_ptr<Front> m_front;
};

} // namespace liaison::sandbox
