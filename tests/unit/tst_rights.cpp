// Rights are read, not tried: what each change needs in each room (design 4.1, Rocket.Chat contract section 4). R85

#include "core/reconcile/rights.h"

#include <QtTest>

using namespace liaison;

namespace {

/// The shipped table.
Grants shipped(const QString &toBot)
{
    const QString admin = QStringLiteral("admin"), own = QStringLiteral("owner"), mod = QStringLiteral("moderator");
    Grants grants;
    grants.ourRoles = QStringList{QStringLiteral("user"), QStringLiteral("bot")};
    grants.holders = {{QStringLiteral("add-user-to-joined-room"), {admin, own, mod}},
                      {QStringLiteral("add-user-to-any-p-room"), {}},
                      {QStringLiteral("remove-user"), {admin, own, mod}},
                      {QStringLiteral("kick-user-from-any-p-room"), {}},
                      {QStringLiteral("set-moderator"), {admin, own}},
                      {QStringLiteral("archive-room"), {admin, own}},
                      {QStringLiteral("unarchive-room"), {admin}},
                      {QStringLiteral("edit-room"), {admin, own, mod}},
                      {QStringLiteral("edit-room-retention-policy"), {admin}},
                      {QStringLiteral("create-p"), {admin, QStringLiteral("user")}},
                      {QStringLiteral("create-user"), {admin}}};
    const QStringList granted = toBot.split(u',', Qt::SkipEmptyParts);
    for (const QString &right : granted)
        grants.holders[right] << QStringLiteral("bot");
    return grants;
}

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needed_data();
    void needed();
    void notReadIsNotHeld();
    void whomToGrantItTo();
};

void TestRights::needed_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("as");
    QTest::addColumn<int>("access");
    QTest::addColumn<int>("ownRoles");
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("needs"); // + held, - missing
    using K = ChangeKind;
    using M = MemberRole;
    using A = Access;
    const auto row = [](const char *name, K kind, M as, A access, int own, const char *granted, const char *needs) {
        QTest::newRow(name) << int(kind) << int(as) << int(access) << own << QString::fromLatin1(granted)
                            << QString::fromLatin1(needs);
    };
    row("owner adds", K::Add, M::Member, A::Member, RoomOwner, "", "+add-user-to-joined-room");
    row("moderator adds", K::Add, M::Member, A::Member, RoomModerator, "", "+add-user-to-joined-room");
    row("leader adds", K::Add, M::Member, A::Member, RoomLeader, "", "-add-user-to-joined-room");
    row("member adds", K::Add, M::Member, A::Member, 0, "", "-add-user-to-joined-room");
    row("member adds with the wide right", K::Add, M::Member, A::Member, 0, "add-user-to-any-p-room",
        "+add-user-to-any-p-room");
    row("owner adds a moderator", K::Add, M::Moderator, A::Member, RoomOwner, "",
        "+add-user-to-joined-room +set-moderator");
    row("moderator adds a moderator", K::Add, M::Moderator, A::Member, RoomModerator, "",
        "+add-user-to-joined-room -set-moderator");
    row("add from outside", K::Add, M::Member, A::Administered, 0, "", "-add-user-to-any-p-room");
    row("add from outside, granted", K::Add, M::Member, A::Administered, 0, "add-user-to-any-p-room",
        "+add-user-to-any-p-room");
    row("a moderator from outside", K::Add, M::Moderator, A::Administered, 0, "add-user-to-any-p-room,set-moderator",
        "+add-user-to-any-p-room -set-moderator");
    row("promote", K::Promote, M::Moderator, A::Member, RoomOwner, "", "+set-moderator");
    row("demote from outside", K::Demote, M::Member, A::Administered, 0, "set-moderator", "-set-moderator");
    row("owner removes", K::Remove, M::Member, A::Member, RoomOwner, "", "+remove-user");
    row("remove from outside", K::Remove, M::Member, A::Administered, 0, "", "-remove-user -kick-user-from-any-p-room");
    row("remove from outside, half", K::Remove, M::Member, A::Administered, 0, "remove-user",
        "+remove-user -kick-user-from-any-p-room");
    row("owner archives", K::Archive, M::Member, A::Member, RoomOwner, "", "+archive-room");
    row("owner cannot unarchive", K::Unarchive, M::Member, A::Member, RoomOwner, "", "-unarchive-room");
    row("owner cannot set retention", K::SetRetention, M::Member, A::Member, RoomOwner, "",
        "+edit-room -edit-room-retention-policy");
    row("retention, granted", K::SetRetention, M::Member, A::Member, RoomOwner, "edit-room-retention-policy",
        "+edit-room +edit-room-retention-policy");
    row("a room is made", K::CreateRoom, M::Member, A::None, 0, "", "+create-p");
    row("an account is made", K::CreateAccount, M::Member, A::None, 0, "", "-create-user");
}

void TestRights::needed()
{
    QFETCH(int, kind);
    QFETCH(int, as);
    QFETCH(int, access);
    QFETCH(int, ownRoles);
    QFETCH(QString, granted);
    QFETCH(QString, needs);
    Snapshot s;
    s.grants = shipped(granted);
    Room room;
    room.access = static_cast<Access>(access);
    room.ownRoles = static_cast<quint8>(ownRoles);
    QStringList said;
    QString firstMissing;
    for (const NeededRight &right : neededRights(s, room, ChangeKind(kind), MemberRole(as))) {
        QVERIFY(right.held.has_value());
        said << QString((*right.held ? u'+' : u'-') + right.right);
        if (!*right.held && firstMissing.isEmpty())
            firstMissing = right.right;
    }
    QCOMPARE(said.join(u' '), needs);
    QCOMPARE(missingRight(s, room, ChangeKind(kind), MemberRole(as)), firstMissing);
}

// Older servers, or a refusal: nothing is tried.
void TestRights::notReadIsNotHeld()
{
    const Snapshot s;
    Room room;
    room.access = Access::Member;
    room.ownRoles = RoomOwner;
    for (const auto &[kind, code] : Codes<ChangeKind>::all) {
        const auto needed = neededRights(s, room, kind, MemberRole::Member);
        QVERIFY(!needed.empty());
        QCOMPARE(needed.front().held, std::optional<bool>());
        QCOMPARE(missingRight(s, room, kind), needed.front().right);
    }
}

void TestRights::whomToGrantItTo()
{
    Snapshot s;
    QCOMPARE(roleToGrant(s), QStringLiteral("bot"));
    s.grants = shipped({});
    QCOMPARE(roleToGrant(s), QStringLiteral("bot"));
    s.grants->ourRoles = QStringList{QStringLiteral("user"), QStringLiteral("liaison-service")};
    QCOMPARE(roleToGrant(s), QStringLiteral("liaison-service"));
    s.grants->ourRoles = QStringList{QStringLiteral("user")}; // a grant to `user` is a grant to everybody
    QCOMPARE(roleToGrant(s), QStringLiteral("bot"));
}

QTEST_APPLESS_MAIN(TestRights)
#include "tst_rights.moc"
