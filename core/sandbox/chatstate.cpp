#include "core/sandbox/chatstate.h"

#include "core/sandbox/chat.h"
#include "core/sandbox/chatids.h"

#include <chrono>

namespace liaison::sandbox::chat {

namespace {

constexpr std::int64_t dayMs = 86'400'000;

} // namespace

IsoText isoText(Instant at)
{
    // By hand: a page of people has a hundred of them, and QDateTime takes a microsecond for each.
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(at.ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const auto ms = int((time - day).count());
    IsoText text{{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0',
                  '0', ':', '0', '0', ':', '0', '0', '.', '0', '0', '0', 'Z'}};
    const auto put = [&text](std::size_t from, std::size_t digits, int number) {
        for (std::size_t i = from + digits; i-- > from; number /= 10)
            text.digits[i] = char('0' + number % 10);
    };
    put(0, 4, int(date.year()));
    put(5, 2, int(unsigned(date.month())));
    put(8, 2, int(unsigned(date.day())));
    put(11, 2, ms / 3'600'000);
    put(14, 2, ms / 60'000 % 60);
    put(17, 2, ms / 1000 % 60);
    put(20, 3, ms % 1000);
    return text;
}

QString isoMs(Instant at)
{
    return QString(isoText(at).view());
}

State::State(World &w, quint64 s, QByteArray token) : world(w), seed(s), handedOut(std::move(token))
{
    load();
}

void State::load()
{
    version = Version::parse(chat().version);
    if (!apiUser.isEmpty())
        formerApiUsers.insert(apiUser);
    tokens.remove(handedOut);
    apiUser = chat().fresh ? chat().apiUser : ensureApiUser(world);
    index.build(chat());
    permissions.load(chat());
    limiter.clear();
    roomLists.clear();
    userLists.clear();
    accountTexts.clear();
    roomTexts.clear();
    epoch = world.now.isKnown() ? world.now : Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    messages.reset(seed, epoch);
    notes.clear();
    customFields.clear();
    passwords.clear();
    created.clear();
    lastLogins.clear();
    wrongCodes.clear();
    posted = 0;
    notified = 0;
    presence = 0;
    Token token;
    token.value = handedOut;
    token.user = apiUser;
    token.created = {epoch.ms - 30 * dayMs};
    token.name = QStringLiteral("sandbox");
    token.bypass = true;
    tokens.add(token);
}

QString State::signedIn(const QByteArray &user, const QByteArray &token, Instant now) const
{
    if (revoked || user.isEmpty() || token.isEmpty())
        return {};
    const Token *t = tokens.find(token);
    if (!t)
        return {};
    const QString id = QString::fromUtf8(user);
    if (t->user != id && !(token == handedOut && formerApiUsers.contains(id)))
        return {};
    const std::int64_t life = settingNumber(chat(), QStringLiteral("Accounts_LoginExpiration"), 90) * dayMs;
    if (t->name.isEmpty() && now.ms > t->created.ms + life)
        return {};
    const ChatUser *u = index.user(t->user);
    return u && u->active ? u->id : QString();
}

QString State::passwordOf(const QString &user) const
{
    return passwords.value(user, SandboxRocketChat::sandboxPassword);
}

bool State::may(const Call &call, const QString &permission, Room *room) const
{
    const ChatUser *u = index.user(call.caller);
    if (!u)
        return false;
    const RoomMember *m = room ? index.member(*room, u->id) : nullptr;
    return permissions.held(permission, u->roles, m ? m->roles : QStringList());
}

void State::removeRoom(const QString &id)
{
    messages.forget(id);
    notes.remove(id);
    std::erase_if(chat().integrations, [&id](const Integration &i) { return i.room == id; });
    index.removeRoom(id);
}

void State::join(Room &room, const QString &user)
{
    messages.settle(room);
    index.addMember(room, {user, {}});
}

void State::leave(Room &room, const QString &user)
{
    messages.settle(room);
    index.removeMember(room, user);
    if (const auto it = notes.find(room.id); it != notes.end())
        it->mentioned.remove(user);
}

QLatin1String State::status(const ChatUser &user) const
{
    constexpr QLatin1String online("online"), away("away"), busy("busy"), offline("offline");
    if (!user.active)
        return offline;
    const auto number = mix(seed ^ (presence * 0x9E3779B9ULL), user.id) % 8;
    return number < 2 ? online : number == 2 ? away : number == 3 ? busy : offline;
}

QString State::newId(const QString &kind)
{
    QString id;
    do {
        id = makeId(seed, kind + u'/' + QString::number(++serial));
    } while (index.room(id) || index.user(id));
    return id;
}

QString State::subscription(const Room &room, const QString &user) const
{
    return makeId(seed, QStringLiteral("subscription/") + room.id + u'/' + user);
}

Instant State::pastDate(const QString &of, int days) const
{
    return {epoch.ms - days * dayMs - static_cast<std::int64_t>(mix(seed, of) % static_cast<quint64>(dayMs))};
}

} // namespace liaison::sandbox::chat
