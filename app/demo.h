#pragma once

#include "core/run/profile.h"
#include "core/sandbox/sandbox.h"
#include "core/store/database.h"

#include <memory>

namespace liaison::app {

/// The campus served by the program itself (`--demo`): its world is kept in the demo's own store, so that a plan, its
/// application and the next plan meet the same campus.
class Demo
{
public:
    /// `store`: the demo's own folder. Errors: "bad-arguments" for an unknown scale, storage, "port-in-use".
    [[nodiscard]] static Result<std::unique_ptr<Demo>> start(const QString &scale, const QString &store);
    ~Demo(); ///< keeps the world as it is now

    [[nodiscard]] Profile profile() const;
    /// True until somebody observed the campus as it was five weeks earlier: the evidence that a first look cannot
    /// have.
    [[nodiscard]] bool needsPast() const { return m_needsPast; }
    void becomePast();
    void becomePresent();
    [[nodiscard]] sandbox::Sandbox &sandbox() { return *m_sandbox; }

private:
    Demo() = default;
    [[nodiscard]] QString worldFile() const;

    QString m_store, m_scale;
    bool m_needsPast = false;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

/// The state machines of both servers, for whoever starts a sandbox.
[[nodiscard]] sandbox::ServerFactory serverFactory();

/// The scale, seed and time of the built-in campus.
inline constexpr quint64 demoSeed = 20261120;
[[nodiscard]] Instant campusTime();

} // namespace liaison::app
