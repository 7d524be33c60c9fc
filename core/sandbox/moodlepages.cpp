#include "core/sandbox/moodlepages.h"

#include "core/sandbox/moodlerights.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

/// What a browser would see: the answer to a URL that is no end point.
Reply page(const Moodle &site, const QString &title)
{
    const QString text = QStringLiteral("<!DOCTYPE html>\n\n<html  dir=\"ltr\" lang=\"en\" xml:lang=\"en\">\n<head>\n"
                                        "    <title>%1 | %2</title>\n</head>\n<body>\n<h1>%3</h1>\n</body>\n</html>\n")
                             .arg(title, site.id.toHtmlEscaped(), siteName(site).toHtmlEscaped());
    return htmlPage(200, text.toUtf8());
}

} // namespace

Reply htmlPage(int status, const QByteArray &body)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = body;
    return reply;
}

Reply notFound()
{
    Reply reply = htmlPage(404, "File not found.\n");
    reply.headers = {{"Content-Type", "text/html; charset=UTF-8"}};
    return reply;
}

Reply pageAt(const Moodle &site, const QString &path)
{
    if (path.isEmpty() || path == u"/" || path == u"/index.php")
        return page(site, QStringLiteral("Home"));
    static const QStringList pages{QStringLiteral("/login/index.php"), QStringLiteral("/course/view.php"),
                                   QStringLiteral("/mod/rocketchat/view.php"), QStringLiteral("/user/profile.php"),
                                   QStringLiteral("/course/index.php")};
    return pages.contains(path) ? page(site, QStringLiteral("Log in to the site")) : notFound();
}

Reply backupFile(const Moodle &site, const FormNode &query, const QByteArray &token)
{
    Reply reply;
    const qint64 id = numberOf(query, u"filerecordid", 0);
    const bool known =
        std::any_of(site.courses.begin(), site.courses.end(), [&](const Course &c) { return c.id == id; });
    if (token.isEmpty() || textOf(query, u"token").toUtf8() != token || !known) {
        reply.headers = {{"Content-Type", "application/json; charset=utf-8"}};
        return reply;
    }
    reply.headers = {{"Content-Type", "application/vnd.moodle.backup"},
                     {"Content-Disposition", "inline; filename=\"backup.mbz\""},
                     {"Cache-Control", "private, max-age=21600, no-transform"},
                     {"Accept-Ranges", "bytes"}};
    // An empty file, compressed: a world has no course contents.
    reply.body = QByteArray::fromHex("1f8b08000000000000030300000000000000000000");
    return reply;
}

} // namespace liaison::sandbox::moodle
