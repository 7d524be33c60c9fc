#pragma once

#include "app/arguments.h"
#include "app/demo.h"
#include "app/published.h"
#include "core/run/apply.h"
#include "core/run/servers.h"
#include "core/store/journal.h"
#include "core/store/memory.h"
#include "ui/text/text.h"

#include <functional>
#include <memory>

namespace liaison::app {

/// Which profile, which store, which servers: what every command that talks to servers starts from. Wires, nothing
/// else.
class Context
{
public:
    /// `tokens`: where those rest that the environment does not give; may block (see Tokens). Errors: configuration,
    /// profile, tokens, store, demo.
    [[nodiscard]] static Result<std::unique_ptr<Context>>
    open(const Arguments &arguments, const Environment &environment, secrets::SecretStore *tokens = nullptr);

    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] store::Memory &memory() { return *m_memory; }
    [[nodiscard]] store::Journal &journal() { return *m_journal; }
    [[nodiscard]] Servers &servers() { return *m_servers; }
    [[nodiscard]] const net::CancelToken &cancel() const { return m_cancel; }
    [[nodiscard]] bool isDemo() const { return m_demo != nullptr; }
    /// The snapshot that a support profile answers from; nullptr: a profile of servers. With it `servers()` are none.
    [[nodiscard]] const Published *published() const { return m_published.get(); }
    [[nodiscard]] store::Database &database() { return *m_database; }

    /// The profile's "askAgainBeforeApply", which counts in production only (app/presence.h).
    [[nodiscard]] bool asksAgain() const { return m_profile.production && m_asksAgain; }
    /// Before so many steps are written: whoever applies proves to be there, where the profile asks for it.
    using Presence = std::function<Result<void>(const Context &context, qsizetype steps)>;
    void setPresence(Presence presence) { m_presence = std::move(presence); }
    [[nodiscard]] Result<void> presence(qsizetype steps) const
    {
        return m_presence ? m_presence(*this, steps) : Result<void>();
    }

    /// The demo's store knows the campus as it was some weeks ago, once.
    [[nodiscard]] Result<void> rememberPast();

private:
    Context() = default;

    Profile m_profile;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<Published> m_published;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Memory> m_memory;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<Servers> m_servers;
    net::CancelToken m_cancel;
    Presence m_presence;
    bool m_asksAgain = false;
};

/// Something tells which servers are meant.
[[nodiscard]] bool namesServers(const Arguments &arguments, const Environment &environment);
/// The folder of the store of the servers that are meant; where nothing names any, of the only campus there is. Errors:
/// configuration, profile.
[[nodiscard]] Result<QString> chosenStore(const Arguments &arguments, const Environment &environment);
/// Only the store: for `runs`, which needs no server.
[[nodiscard]] Result<std::unique_ptr<store::Database>> openStore(const Arguments &arguments,
                                                                 const Environment &environment);

[[nodiscard]] std::optional<QString> environmentVariable(const QString &name);
/// Who runs this: the OS account, never what the environment says.
[[nodiscard]] QString operatorName();
/// This machine's time: dates the journal.
[[nodiscard]] Instant machineTime();
/// This console among others: host name and process.
[[nodiscard]] QString writerName();

} // namespace liaison::app
