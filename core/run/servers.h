#pragma once

#include "core/chat/chatserver.h"
#include "core/chat/chatwriter.h"
#include "core/moodle/client.h"
#include "core/net/httpclient.h"
#include "core/run/profile.h"

#include <QThreadPool>
#include <memory>
#include <vector>

namespace liaison {

/// The clients of one profile, and the threads that wait for them. Built by `app`, handed to who needs it.
struct Servers
{
    std::unique_ptr<net::HttpClient> http;
    std::vector<moodle::MoodleClient> sites; ///< parallel to Profile::moodle
    std::unique_ptr<chat::ChatServer> chat;
    std::unique_ptr<chat::ChatWriter> writer; ///< nullptr where the profile is read-only: nothing that writes is built
    QThreadPool pool;                         ///< workers that block on the network; never used from inside itself
};

[[nodiscard]] std::unique_ptr<Servers> makeServers(const Profile &profile);

/// "scheme://host:port", the identity of a server for the store and for secrets.
[[nodiscard]] QString originOf(const QString &url);

} // namespace liaison
