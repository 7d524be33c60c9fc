#include "tests/rocketchat/clienttest.h"

#include <QJsonArray>

namespace liaison::test {

void ClientTest::init()
{
    m_server.reset();
    m_cancel = net::CancelToken();
    connectAs(QStringLiteral("course.sync"));
}

void ClientTest::connectAs(const QString &user)
{
    m_client = std::make_unique<rocketchat::Client>(
        m_server, rocketchat::Options{QUrl(QStringLiteral("https://x.fr/chat")), user, "tok", {}});
    m_writer = std::make_unique<rocketchat::Writer>(*m_client);
}

chat::RoomInfo theRoom()
{
    chat::RoomInfo room;
    room.id = roomId;
    return room;
}

QJsonObject ok(QJsonObject o)
{
    o.insert(QStringLiteral("success"), true);
    return o;
}

net::HttpReply refused(int status, const QString &code)
{
    return makeReply(QJsonObject{{QStringLiteral("success"), false},
                                 {QStringLiteral("error"), QString(QStringLiteral("text [") + code + u']')}},
                     status);
}

net::HttpReply html(int status)
{
    return makeReply(status, "<!DOCTYPE html><html></html>", "text/html; charset=utf-8");
}

QJsonObject person(int n)
{
    return {{QStringLiteral("_id"), QStringLiteral("u%1").arg(n)},
            {QStringLiteral("username"), QStringLiteral("login%1").arg(n)},
            {QStringLiteral("name"), QStringLiteral("Name %1").arg(n)}};
}

std::vector<QJsonObject> people(int n)
{
    std::vector<QJsonObject> list;
    for (int i = 0; i < n; ++i)
        list.push_back(person(i));
    return list;
}

QJsonObject group(const QString &id, const QString &type)
{
    return {{QStringLiteral("_id"), id},
            {QStringLiteral("t"), type},
            {QStringLiteral("name"), QString(id + QStringLiteral("-name"))}};
}

net::HttpReply pageOf(const QString &key, const std::vector<QJsonObject> &items, const Seen &seen,
                      const PageRules &rules, int total)
{
    int count = seen.count();
    if (count == 0)
        count = rules.infinite ? int(items.size()) : rules.defaultCount;
    else
        count = std::min(count, rules.cap);
    QJsonArray page;
    for (int i = seen.offset(); i < int(items.size()) && page.size() < count; ++i)
        page << items[std::size_t(i)];
    const int given = int(page.size());
    return makeReply(ok({{key, page},
                         {QStringLiteral("count"), given},
                         {QStringLiteral("offset"), seen.offset()},
                         {QStringLiteral("total"), total}}));
}

ScriptedTransport::Answer paged(const QString &key, std::vector<QJsonObject> items, PageRules rules)
{
    return [=](const Seen &seen) { return pageOf(key, items, seen, rules, int(items.size())); };
}

ScriptedTransport::Answer always(const net::HttpReply &reply)
{
    return [reply](const Seen &) { return reply; };
}

} // namespace liaison::test
