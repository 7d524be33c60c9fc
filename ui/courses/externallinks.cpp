#include "ui/courses/externallinks.h"

#include <QDesktopServices>
#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

namespace liaison::ui {
namespace {

bool isThisMachine(const QString &host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

/// The configured address without what has no place in one; invalid where it may not be opened.
QUrl base(const QString &configured)
{
    const QUrl url(configured.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    const bool secure = url.scheme() == QLatin1String("https");
    const bool local = url.scheme() == QLatin1String("http") && isThisMachine(url.host());
    if (!secure && !local)
        return {};
    QUrl out = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = out.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    out.setPath(path, QUrl::StrictMode);
    return out;
}

/// A name as one segment of a path; empty where it cannot be one: browsers take "..", also when written %2e%2e, for
/// the folder above.
QString segment(const QString &name)
{
    if (name.isEmpty() || name == QLatin1String(".") || name == QLatin1String(".."))
        return {};
    const bool control = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c.category() == QChar::Other_Format;
    });
    return control ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(name));
}

std::optional<QUrl> below(const QUrl &base, const QString &encodedPath, const QString &encodedQuery = {})
{
    QString text = base.toString(QUrl::FullyEncoded) + encodedPath;
    if (!encodedQuery.isEmpty())
        text += u'?' + encodedQuery;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host() != base.host() || url.port() != base.port() || url.scheme() != base.scheme())
        return std::nullopt;
    return url;
}

bool plainName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'-' ||
               u == u'_' || u == u'.';
    });
}

} // namespace

OpenTargets openTargets(const QString &moodleUrl, qint64 cmid, const QString &chatUrl, const QString &roomId,
                        const QString &roomName)
{
    OpenTargets out;
    const QUrl moodle = base(moodleUrl);
    if (moodle.isValid() && cmid > 0)
        out.moodle = below(moodle, QStringLiteral("/mod/rocketchat/view.php"), QString(u"id=" + QString::number(cmid)));
    const QUrl chat = base(chatUrl);
    const QString name = segment(roomName);
    if (!chat.isValid() || name.isEmpty())
        return out;
    out.web = below(chat, QString(u"/group/" + name));
    if (!plainName(roomName) || !plainName(roomId))
        return out;
    QString host = chat.host(QUrl::FullyEncoded);
    if (host.contains(u':')) // an IPv6 address
        host = u'[' + host + u']';
    if (chat.port() > 0)
        host += u':' + QString::number(chat.port());
    host += chat.path(QUrl::FullyEncoded);
    const QUrl app(QString(u"rocketchat://room?host=" + QString::fromLatin1(QUrl::toPercentEncoding(host)) + u"&rid=" +
                           roomId + u"&path=group/" + roomName),
                   QUrl::StrictMode);
    if (app.isValid())
        out.app = app;
    return out;
}

Opener desktopOpener()
{
    return [](const QUrl &url) { return QDesktopServices::openUrl(url); };
}

} // namespace liaison::ui
