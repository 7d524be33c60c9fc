#include "core/sandbox/chatnames.h"

#include <QRegularExpression>

namespace liaison::sandbox::chat {

namespace {

Refusal nameRefused(const QString &code, const QString &text, const QString &name)
{
    Refusal r = refuse(code, text);
    r.value().details = {{QStringLiteral("function"), QStringLiteral("RocketChat.getValidRoomName")},
                         {QStringLiteral("channel_name"), name}};
    return r;
}

Refusal taken(const Room &by, const QString &name)
{
    if (by.archived)
        return nameRefused(QStringLiteral("error-archived-duplicate-name"),
                           QStringLiteral("There's an archived channel with name %1").arg(name), name);
    return nameRefused(QStringLiteral("error-duplicate-channel-name"),
                       QStringLiteral("A channel with name '%1' exists").arg(name), name);
}

QString slug(const QString &text)
{
    QString out;
    const QString flat = text.normalized(QString::NormalizationForm_D);
    for (const QChar c : flat) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'.');
        if (plain)
            out.append(c);
        else if (!out.isEmpty() && !out.endsWith(u'-'))
            out.append(u'-');
    }
    while (out.endsWith(u'-'))
        out.chop(1);
    return out;
}

} // namespace

bool matchesSetting(const State &s, const QString &settingId, const QString &text)
{
    QRegularExpression re(QRegularExpression::anchoredPattern(setting(s.chat(), settingId).toString()));
    if (!re.isValid())
        re.setPattern(QRegularExpression::anchoredPattern(QStringLiteral("[0-9a-zA-Z-_.]+")));
    return re.match(text).hasMatch();
}

bool isReservedName(const QString &name)
{
    return name.compare(u"all", Qt::CaseInsensitive) == 0 || name.compare(u"here", Qt::CaseInsensitive) == 0;
}

std::optional<QString> displayName(const State &s, const QString &wanted)
{
    if (!settingOn(s.chat(), QStringLiteral("UI_Allow_room_names_with_special_chars")))
        return std::nullopt;
    return wanted;
}

Expected<QString> validRoomName(const State &s, const QString &wanted, const QString &room)
{
    const bool special = settingOn(s.chat(), QStringLiteral("UI_Allow_room_names_with_special_chars"));
    const QString name = special ? slug(wanted) : wanted;
    if (!matchesSetting(s, QStringLiteral("UTF8_Channel_Names_Validation"), name) || isReservedName(name)) {
        const QString shown = name.toHtmlEscaped();
        return nameRefused(QStringLiteral("error-invalid-room-name"),
                           QStringLiteral("%1 is not a valid room name.").arg(shown), shown);
    }
    const auto other = [&s, &room](const QString &n) -> const Room * {
        const Room *r = s.index.roomByName(n);
        return r && r->id != room ? r : nullptr;
    };
    const Room *holder = other(name);
    if (!holder)
        return name;
    if (!special)
        return taken(*holder, name);
    for (int n = 1;; ++n) {
        const QString next = name + u'-' + QString::number(n);
        if (!other(next))
            return next;
    }
}

} // namespace liaison::sandbox::chat
