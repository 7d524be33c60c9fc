#pragma once

#include "core/chat/chatserver.h"
#include "core/chat/chatwriter.h"
#include "core/moodle/client.h"
#include "core/moodle/memberships_report.h"
#include "core/net/httpclient.h"
#include "core/net/requestlog.h"
#include "core/run/accountbook.h"
#include "core/run/profile.h"
#include "core/run/progress.h"

#include <QThreadPool>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace liaison {

/// The report of roles of each site as it was read last: it comes whole or not at all, and the rooms of one run would
/// each read it again.
struct RecentRoles
{
    using Report = std::shared_ptr<const moodle::WholeReport<moodle::RolesTable>>;
    struct Entry
    {
        Report report;
        std::chrono::steady_clock::time_point at;
    };
    std::mutex mutex; ///< held while a report is read: who comes second waits for it
    std::map<size_t, Entry> bySite;
};

/// The clients of one profile, and the threads that wait for them. Built by `app`, handed to who needs it.
struct Servers
{
    std::shared_ptr<net::RequestLog> requests; ///< of all clients here; may outlive them
    std::unique_ptr<net::HttpClient> http;
    std::vector<moodle::MoodleClient> sites; ///< parallel to Profile::moodle
    std::unique_ptr<chat::ChatServer> chat;
    RecentRoles recentRoles;
    AccountBook recentAccounts{std::chrono::seconds(60)}; ///< for the rooms of a run: design rule 7
    std::unique_ptr<chat::ChatWriter> writer; ///< nullptr where the profile is read-only: nothing that writes is built
    QThreadPool pool;                         ///< workers that block on the network; never used from inside itself
};

[[nodiscard]] std::unique_ptr<Servers> makeServers(const Profile &profile);

/// The proxy's URL with its password, as the HTTP client wants it; empty = the system's choice. Kept nowhere.
[[nodiscard]] QString proxyOf(const Profile &profile);

/// Tells `sink` of stage "waiting" when a limit makes requests wait: at once, each second, and with 0 when it is over.
/// Called on the network's thread. An empty sink ends it.
void watchWaits(Servers &servers, const ProgressSink &sink);

/// "scheme://host:port", the identity of a server for the store and for secrets.
[[nodiscard]] QString originOf(const QString &url);

} // namespace liaison
