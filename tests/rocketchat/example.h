#pragma once

#include "core/net/httpclient.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// One file of tests/data/rocketchat: a request of the contract with its answer.
namespace liaison::test {

struct Example
{
    QString file;
    QString httpMethod;
    QString path;
    QList<QPair<QString, QString>> query; ///< sorted; arrays as repeated keys
    QJsonObject body;
    net::HttpReply reply;

    /// "groups.members" of "/api/v1/groups.members"
    [[nodiscard]] QString name() const { return path.section(u'/', -1); }
};

[[nodiscard]] QStringList exampleFiles();
[[nodiscard]] Example loadExample(const QString &file);
/// A reply as the client gets it.
[[nodiscard]] net::HttpReply makeReply(int status, const QByteArray &body,
                                       const QByteArray &contentType = "application/json");
[[nodiscard]] net::HttpReply makeReply(const QJsonObject &body, int status = 200);

} // namespace liaison::test
