#include "core/run/profile.h"

#include <QRegularExpression>
#include <QUrl>

namespace liaison {

Result<QString> cleanUrl(const QString &typed)
{
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || (scheme != u"http" && scheme != u"https") || url.host().isEmpty() ||
        !url.userInfo().isEmpty())
        return fail(Error{ErrorKind::Input, QStringLiteral("bad-url"), typed.trimmed().left(200), 0, {}, {}});
    url.setScheme(scheme);
    url.setQuery(QString());
    url.setFragment(QString());
    static const QRegularExpression page(
        QStringLiteral("/(home|my|login|login/index\\.php|index\\.php|api|api/v1|group|channel|direct)(/[^/]*)?/?$"));
    QString path = url.path();
    path.remove(page);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url.toString();
}

} // namespace liaison
