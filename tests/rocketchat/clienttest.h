#pragma once

#include "core/rocketchat/writer.h"
#include "tests/rocketchat/describe.h"
#include "tests/rocketchat/scripted.h"

#include <QObject>

namespace liaison::test {

/// A client of a scripted server, both fresh for every test function. The base URL is https://x.fr/chat, the user is
/// given as the login "course.sync", the token is "tok".
class ClientTest : public QObject
{
    Q_OBJECT

protected:
    void connectAs(const QString &user);

    ScriptedTransport m_server;
    std::unique_ptr<rocketchat::Client> m_client;
    std::unique_ptr<rocketchat::Writer> m_writer;
    net::CancelToken m_cancel;

protected Q_SLOTS:
    void init();
};

inline const QString byRole = QStringLiteral("rooms.membersOrderedByRole");
inline const QString oldWay = QStringLiteral("groups.members");
inline const QString roomId = QStringLiteral("room1");

[[nodiscard]] chat::RoomInfo theRoom();
[[nodiscard]] QJsonObject ok(QJsonObject o = {}); ///< with success
[[nodiscard]] net::HttpReply refused(int status, const QString &code);
[[nodiscard]] net::HttpReply html(int status = 200);
[[nodiscard]] QJsonObject person(int n);
[[nodiscard]] std::vector<QJsonObject> people(int n);
[[nodiscard]] QJsonObject group(const QString &id, const QString &type = QStringLiteral("p"));

/// How a server pages: contract section 3.
struct PageRules
{
    bool infinite = true; ///< count=0 gives everything
    int defaultCount = 50;
    int cap = 100;
};

[[nodiscard]] net::HttpReply pageOf(const QString &key, const std::vector<QJsonObject> &items, const Seen &seen,
                                    const PageRules &rules, int total);
[[nodiscard]] ScriptedTransport::Answer paged(const QString &key, std::vector<QJsonObject> items, PageRules rules = {});
[[nodiscard]] ScriptedTransport::Answer always(const net::HttpReply &reply);

template <class T> [[nodiscard]] QString errorOf(const Result<T> &result)
{
    return result ? QStringLiteral("no error") : describe(result.error());
}

} // namespace liaison::test
