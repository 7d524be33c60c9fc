#include "core/run/moodleaddress.h"

#include <QUrl>

namespace liaison {

QString majorMinor(const QString &release)
{
    qsizetype end = 0;
    int dots = 0;
    for (; end < release.size(); ++end) {
        const char16_t c = release[end].unicode();
        if (c == u'.' && end > 0 && ++dots < 2)
            continue;
        if (c < u'0' || c > u'9')
            break;
    }
    const QString number = release.left(end);
    return dots >= 1 && !number.endsWith(u'.') ? number : QString();
}

bool isSameMoodle(const QString &a, const QString &b)
{
    const QUrl left(a.trimmed()), right(b.trimmed());
    const auto path = [](const QUrl &url) {
        QString p = url.path();
        while (p.endsWith(u'/'))
            p.chop(1);
        return p;
    };
    const int standard = left.scheme() == u"https" ? 443 : 80;
    return !left.host().isEmpty() && left.scheme() == right.scheme() && left.host() == right.host() &&
           left.port(standard) == right.port(standard) && path(left) == path(right);
}

QString coursePage(const QString &moodle, qint64 course)
{
    const QUrl url(moodle.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || course <= 0 ||
        (url.scheme() != u"https" && url.scheme() != u"http"))
        return {};
    QString base = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    return base % QStringLiteral("/course/view.php?id=") % QString::number(course);
}

} // namespace liaison
