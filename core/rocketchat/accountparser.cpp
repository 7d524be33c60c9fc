#include "core/rocketchat/errors.h"
#include "core/rocketchat/fields.h"

namespace liaison::rocketchat {

namespace {

std::optional<QStringList> readEmails(const json::Fields &account)
{
    const auto list = account.maybeArray("emails");
    if (!list)
        return std::nullopt;
    QStringList emails;
    bool ok = true;
    json::forEach(list, ok, [&emails](const json::Fields &mail) { emails << mail.text("address"); });
    if (!ok)
        account.refuse();
    emails.removeAll(QString());
    return emails;
}

const char *const usersInfo = "users.info";

} // namespace

chat::Account readAccount(const json::Fields &fields)
{
    chat::Account account;
    account.id = fields.id("_id");
    account.username = fields.text("username");
    account.name = fields.label("name");
    account.active = fields.maybeFlag("active");
    account.serverRoles = fields.maybeTexts("roles");
    account.type = fields.maybeText("type");
    account.emails = readEmails(fields);
    account.created = fields.date("createdAt");
    return account;
}

Result<std::optional<chat::Account>> parseAccount(const net::HttpReply &reply)
{
    auto account = parseWith<std::optional<chat::Account>>(reply, QString::fromLatin1(usersInfo),
                                                           [](const json::Fields &root, bool &ok) {
                                                               std::optional<chat::Account> value;
                                                               if (const auto user = root.maybeObject("user"))
                                                                   value = readAccount(*user);
                                                               else
                                                                   ok = false;
                                                               return value;
                                                           });
    if (!account && account.error().code == code::accountNotFound)
        return std::optional<chat::Account>();
    return account;
}

Result<chat::AccountRooms> parseAccountRooms(const net::HttpReply &reply)
{
    return parseWith<chat::AccountRooms>(
        reply, QString::fromLatin1(usersInfo), [&](const json::Fields &root, bool &ok) {
            chat::AccountRooms result;
            result.readAt = reply.serverDate;
            const auto user = root.maybeObject("user");
            if (!user) {
                ok = false;
                return result;
            }
            result.account = readAccount(*user);
            const auto rooms = user->maybeArray("rooms");
            if (!rooms)
                return result;
            result.rooms.emplace();
            json::forEach(rooms, ok, [&result](const json::Fields &room) { // _id is the subscription's
                result.rooms->push_back({room.id("rid"), room.label("name"), room.text("t"), readRoles(room)});
            });
            return result;
        });
}

Result<Page<chat::Account>> parseAccounts(const net::HttpReply &reply)
{
    return parsePage<chat::Account>(reply, QStringLiteral("users.list"), "users",
                                    [](const json::Fields &fields) { return readAccount(fields); });
}

} // namespace liaison::rocketchat
