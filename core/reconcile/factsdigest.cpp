#include "core/reconcile/factsdigest.h"

#include "core/reconcile/roomdiff.h"

#include <QCryptographicHash>
#include <algorithm>

namespace liaison {
namespace {

/// Length before text: no value can look like two.
class Digest
{
public:
    Digest &operator<<(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        *this << qint64(bytes.size());
        m_hash.addData(bytes);
        return *this;
    }
    Digest &operator<<(qint64 n)
    {
        const QByteArray bytes = QByteArray::number(n) + '\n';
        m_hash.addData(bytes);
        return *this;
    }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void addList(Digest &d, QStringList list)
{
    list.sort();
    d << qint64(list.size());
    for (const QString &text : list)
        d << text;
}

void addIds(Digest &d, std::vector<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    d << qint64(ids.size());
    for (qint64 id : ids)
        d << id;
}

/// Sets of roles repeat in every row: their texts are made once.
std::vector<QString> roleSetTexts(const Snapshot &s)
{
    std::vector<QString> texts;
    texts.reserve(s.roleSets.size());
    for (const auto &set : s.roleSets) {
        QStringList roles;
        for (quint32 role : set)
            roles.push_back(QString::number(s.roles[role].id.value) + u' ' + s.roles[role].shortName);
        roles.sort();
        texts.push_back(roles.join(u'\n'));
    }
    return texts;
}

void addRetention(Digest &d, const std::optional<Retention> &r)
{
    d << qint64(r.has_value());
    if (r)
        d << qint64(r->enabled) << qint64(r->overrideGlobal) << qint64(r->maxAge.value_or(-1)) << qint64(r->filesOnly)
          << qint64(r->excludePinned) << qint64(r->ignoreThreads);
}

void addSite(Digest &d, const Site &site)
{
    d << site.id.value << qint64(site.pluginSeen) << qint64(site.retentionFeature) << qint64(site.canSetRoom)
      << qint64(site.naming.has_value());
    if (!site.naming)
        return;
    d << site.naming->format << site.naming->regex << qint64(site.naming->replacements.size());
    for (const auto &[from, to] : site.naming->replacements)
        d << from << to;
}

void addGroups(Digest &d, const Snapshot &s, const Course &course)
{
    d << qint64(course.groupMembers.has_value());
    if (!course.groupMembers)
        return;
    if (!course.groupMembers->isKnown()) {
        d << codeOf(course.groupMembers->because().reason);
        return;
    }
    std::vector<qint64> ids;
    for (quint32 person : course.groupMembers->value())
        ids.push_back(s.people[person].id.value);
    addIds(d, ids);
}

void addCourse(Digest &d, const Snapshot &s, const Course &course, const std::vector<QString> &roleSets)
{
    d << course.id.value << course.shortName << course.fullName << qint64(course.inheritedRolesKnown);
    for (CategoryId category : course.path)
        d << category.value;
    addGroups(d, s, course);
    if (!course.enrolments.isKnown()) {
        d << codeOf(course.enrolments.because().reason);
        return;
    }
    d << qint64(course.enrolments.proof());
    const Rows rows = course.enrolments.value();
    std::vector<quint32> order(rows.count);
    for (quint32 i = 0; i < rows.count; ++i)
        order[i] = rows.first + i;
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        return s.people[s.enrolments.person[a]].id < s.people[s.enrolments.person[b]].id;
    });
    for (quint32 row : order) {
        const Person &person = s.people[s.enrolments.person[row]];
        d << person.id.value << person.username << person.email << person.idNumber << qint64(person.gone)
          << qint64(s.enrolments.active[row]) << qint64(s.enrolments.suspended[row]);
        d << roleSets[s.enrolments.roles[row]] << roleSets[s.enrolments.inherited[row]];
    }
}

void addRoom(Digest &d, const Snapshot &s, const Room &room)
{
    d << room.id.value << room.name << qint64(room.archived) << qint64(room.encrypted) << qint64(room.access)
      << qint64(room.ownRoles) << qint64(room.usersCount.value_or(-1)) << qint64(room.retentionKnown);
    addRetention(d, room.retention);
    if (!room.members.isKnown()) {
        d << codeOf(room.members.because().reason);
        return;
    }
    d << qint64(room.members.proof());
    const Rows rows = room.members.value();
    std::vector<std::pair<QString, quint8>> members;
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        members.emplace_back(s.accounts[s.members.account[row]].id.value, s.members.roles[row]);
    std::sort(members.begin(), members.end());
    for (const auto &[id, roles] : members)
        d << id << qint64(roles);
}

void addLink(Digest &d, const Snapshot &s, const Link &link, const std::vector<QString> &roleSets)
{
    d << s.sites[link.site.value].id.value << link.cmid.value << link.activityName << qint64(link.hidden())
      << qint64(link.visibilityKnown) << qint64(link.room.index()) << roomIdOf(s, link).value_or(QString())
      << codeOf(link.source) << qint64(link.confirmed) << qint64(link.roles.has_value());
    if (link.unknown)
        d << codeOf(link.unknown->reason);
    if (const auto *unknown = std::get_if<UnknownRoom>(&link.room))
        d << codeOf(unknown->because.reason);
    if (link.roles) {
        for (const auto *list : {&link.roles->moderator, &link.roles->member}) {
            std::vector<qint64> ids;
            for (RoleId id : *list)
                ids.push_back(id.value);
            addIds(d, ids);
        }
    }
    addRetention(d, link.wantedRetention);
    addCourse(d, s, s.courses[link.course.value], roleSets);
    if (const auto *room = std::get_if<RoomIx>(&link.room))
        addRoom(d, s, s.rooms[room->value]);
}

/// Accounts that this campus has to do with. Where every account of the server was read, most are strangers.
void addAccounts(Digest &d, const Snapshot &s)
{
    QSet<QString> concerned;
    for (const Person &p : s.people) {
        for (const QString *value : {&p.username, &p.email, &p.idNumber})
            concerned.insert(value->toLower());
    }
    QSet<quint32> here(s.members.account.begin(), s.members.account.end());
    std::vector<const Account *> accounts;
    for (quint32 i = 0; i < s.accounts.size(); ++i) {
        const Account &a = s.accounts[i];
        if (!s.allAccountsRead || here.contains(i) || concerned.contains(a.username.toLower()) ||
            (!a.email.isEmpty() && concerned.contains(a.email.toLower())))
            accounts.push_back(&a);
    }
    std::sort(accounts.begin(), accounts.end(),
              [](const Account *a, const Account *b) { return a->id.value < b->id.value; });
    for (const Account *a : accounts) {
        d << a->id.value << a->username << a->email << a->type << qint64(a->active)
          << qint64(a->serverRoles.has_value());
        addList(d, a->serverRoles.value_or(QStringList()));
    }
    d << qint64(s.allAccountsRead) << qint64(s.emailsReadable);
    addList(d, QStringList(s.absentLogins.begin(), s.absentLogins.end()));
    addList(d, s.lookupFailed.keys());
    addList(d, QStringList(s.apiAccounts.begin(), s.apiAccounts.end()));
}

void addRights(Digest &d, const Snapshot &s)
{
    const ChatAbilities &a = s.abilities;
    d << qint64(a.createRoom) << qint64(a.createAccount) << qint64(a.retention) << qint64(a.archive)
      << qint64(a.readArchivedMembers) << qint64(s.grants.has_value());
    if (!s.grants)
        return;
    addList(d, s.grants->ourRoles);
    QStringList rights = s.grants->holders.keys();
    rights.sort();
    for (const QString &right : rights) {
        d << right;
        addList(d, s.grants->holders.value(right));
    }
}

} // namespace

QString factsDigest(const Snapshot &s)
{
    Digest d;
    std::vector<const Site *> sites;
    for (const Site &site : s.sites)
        sites.push_back(&site);
    std::sort(sites.begin(), sites.end(), [](const Site *a, const Site *b) { return a->id.value < b->id.value; });
    for (const Site *site : sites)
        addSite(d, *site);
    const std::vector<QString> roleSets = roleSetTexts(s);
    for (const Link &link : s.links)
        addLink(d, s, link, roleSets);
    addAccounts(d, s);
    addRights(d, s);
    return d.hex();
}

} // namespace liaison
