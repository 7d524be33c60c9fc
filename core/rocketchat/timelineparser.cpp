#include "core/rocketchat/fields.h"

#include <QRegularExpression>

namespace liaison::rocketchat {
namespace {

std::optional<TimelineEvent::Type> typeOf(const QString &type)
{
    if (type == u"au")
        return TimelineEvent::Type::Added;
    if (type == u"ru")
        return TimelineEvent::Type::Removed;
    if (type == u"ul")
        return TimelineEvent::Type::Left;
    if (type == u"uj")
        return TimelineEvent::Type::Joined;
    return std::nullopt;
}

/// The server writes the login of whom it is about where a person's text would be; anything else is not looked at
/// twice.
QString loginIn(const QString &text)
{
    static const QRegularExpression login(QStringLiteral("^[\\p{L}\\p{N}._@-]{1,128}\\z"));
    return login.match(text).hasMatch() ? text : QString();
}

} // namespace

Result<Page<TimelineEntry>> parseTimeline(const net::HttpReply &reply)
{
    const auto readEntry = [](const json::Fields &message) {
        TimelineEntry entry;
        entry.id = message.id("_id");
        entry.at = message.date("ts");
        const auto type = typeOf(message.label("t"));
        if (!type)
            return entry;
        TimelineEvent event;
        event.type = *type;
        event.at = entry.at;
        if (const auto user = message.maybeObject("u")) {
            event.by = user->label("_id");
            event.byLogin = user->label("username");
        }
        const bool own = *type == TimelineEvent::Type::Left || *type == TimelineEvent::Type::Joined;
        event.login = loginIn(message.label("msg"));
        if (own && event.login.isEmpty())
            event.login = event.byLogin;
        entry.event = std::move(event);
        return entry;
    };
    return parsePage<TimelineEntry>(reply, QStringLiteral("groups.messages"), "messages", readEntry);
}

Result<std::optional<Instant>> parseOldestMessage(const net::HttpReply &reply)
{
    const auto readDate = [](const json::Fields &message) { return message.date("ts"); };
    const auto page = parsePage<Instant>(reply, QStringLiteral("groups.messages"), "messages", readDate);
    if (!page)
        return fail(page.error());
    if (page->items.empty() && page->total > 0) // there is one, and it was not shown
        return fail(
            Error{ErrorKind::BadReply, QStringLiteral("truncated"), QStringLiteral("groups.messages"), 0, {}, {}});
    return page->items.empty() ? std::nullopt : std::optional(page->items.front());
}

} // namespace liaison::rocketchat
