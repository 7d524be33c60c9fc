#include "core/rocketchat/answer.h"
#include "tests/rocketchat/describe.h"
#include "tests/rocketchat/example.h"

#include <QTest>

using namespace liaison;
using namespace liaison::test;

/// Every example of the contract is replayed: calls that we make through their parser with the whole value compared,
/// the others through the decoder with their class. A file without expectation fails. R71 R74 R266
class TestExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasAnExpectation();
    void replay_data();
    void replay();
    void truncatedNeverParses();
};

namespace {

struct Expectation
{
    const char *file;
    const char *result;
};

const char *const plainRoom = "ByehQjC44FwMeiLbX p bio-101-2026ws fname=bio-101-2026ws "
                              "by=svc7Zq2mC9rTnXw4K/course.sync users=1 since=2026-10-01T08:00:00Z";

/// Calls the product makes: through the parser of the call.
const std::vector<std::pair<QString, QString>> &parsed()
{
    static const auto list = [] {
        const QString room = QString::fromLatin1(plainRoom);
        const QString ada = QStringLiteral("aobEdbYhXfu5hkeqG ada Ada Lovelace active=1 roles=user type=user "
                                           "emails=ada@example.org");
        const QString self = QStringLiteral("svc7Zq2mC9rTnXw4K course.sync Course Sync active=1 roles=user,bot "
                                            "type=user emails=course.sync@example.org");
        const Expectation simple[] = {
            {"error_400_invalid_params__legacy", "error Rejected refused-by-server invalid-params"},
            {"error_400_invalid_params__typed_query", "error Rejected refused-by-server error-invalid-params"},
            {"error_400_permission__legacy", "error Forbidden no-permission error-not-allowed"},
            {"error_401_not_logged_in__7x", "error Unauthorized wrong-token"},
            {"error_401_not_logged_in__8x", "error Unauthorized wrong-token"},
            {"error_403_permission__9x", "error Forbidden no-permission error-forbidden"},
            {"error_404_html_unknown_endpoint", "error BadReply bad-reply (html)"},
            {"error_404_resource", "error NotFound room-not-found error-room-not-found"},
            {"error_405_method", "error Rejected method-missing"},
            {"error_429", "error RateLimited rate-limited error-too-many-requests"},
            {"error_500_html", "error ServerFailure server-error"},
            {"groups.addModerator", "done"},
            {"groups.addModerator__already-moderator", "already so: error-user-already-moderator"},
            {"groups.addModerator__not_in_room", "error Rejected refused-by-server error-user-not-in-room"},
            {"groups.archive", "done"},
            {"groups.info__not_found_or_no_access", "error NotFound room-not-found error-room-not-found"},
            {"groups.invite__no_user_param", "error Rejected refused-by-server error-users-params-not-provided"},
            {"groups.invite__nobody_matched", "error Rejected refused-by-server error-empty-invite-list"},
            {"groups.invite__userId", "done"},
            {"groups.invite__userIds", "done"},
            {"groups.invite__username", "done"},
            {"groups.invite__usernames", "done"},
            {"groups.kick", "done"},
            {"groups.kick__last_owner", "error Rejected refused-by-server error-you-are-last-owner"},
            {"groups.kick__not_a_member_caller", "error NotFound room-not-found error-room-not-found"},
            {"groups.kick__unknown_user", "error Rejected refused-by-server error-invalid-user"},
            {"groups.members", "2 of 2: Q4GkX6RMepGDdQ7YJ ada Ada Lovelace | "
                               "svc7Zq2mC9rTnXw4K course.sync Course Sync"},
            {"groups.members__archived", "error Rejected room-archived error-room-archived"},
            {"groups.removeModerator", "done"},
            {"groups.removeModerator__not-moderator", "already so: error-user-not-moderator"},
            {"groups.roles", "svc7Zq2mC9rTnXw4K owner | BkNkw3iKgNyhMbPyW moderator leader"},
            {"groups.unarchive", "done"},
            {"info__anonymous", "7.10 (7.10)"},
            {"info__with_view_statistics", "7.10 (7.10.0)"},
            {"login__ok", "svc7Zq2mC9rTnXw4K course.sync"},
            {"login__totp_invalid", "error Unauthorized wrong-token totp-invalid"},
            {"login__totp_required", "error Unauthorized wrong-token totp-required"},
            {"login__with_code", "svc7Zq2mC9rTnXw4K course.sync"},
            {"login__wrong_password", "error Unauthorized wrong-token Unauthorized"},
            {"rooms.adminRooms__forbidden", "error Forbidden no-permission error-not-authorized"},
            {"rooms.membersOrderedByRole",
             "3 of 3: svc7Zq2mC9rTnXw4K course.sync Course Sync owner | "
             "BkNkw3iKgNyhMbPyW grace Grace Hopper moderator | Q4GkX6RMepGDdQ7YJ ada Ada Lovelace"},
            {"rooms.saveRoomSettings__invalid_key", "error Rejected refused-by-server error-invalid-settings"},
            {"rooms.saveRoomSettings__invalid_room", "error NotFound room-not-found error-invalid-room"},
            {"rooms.saveRoomSettings__retention_first", "done"},
            {"rooms.saveRoomSettings__retention_not_allowed", "error Forbidden no-permission error-action-not-allowed"},
            {"rooms.saveRoomSettings__retention_second", "done"},
            {"settings.public__retention",
             "4 of 4: RetentionPolicy_AppliesToGroups flag=0 | RetentionPolicy_Enabled flag=0 | "
             "RetentionPolicy_Precision text=0 | RetentionPolicy_TTL_Groups number=2592000000"},
            {"users.info__unknown", "error NotFound account-not-found"},
        };
        std::vector<std::pair<QString, QString>> all{
            {QStringLiteral("groups.info"), room + QStringLiteral(" retention=none member")},
            {QStringLiteral("groups.list"), QStringLiteral("1 of 1: ") + room + QStringLiteral(" retention=none none")},
            {QStringLiteral("groups.listAll"),
             QStringLiteral("1 of 1: ByehQjC44FwMeiLbX p bio-101-2026ws fname=bio-101-2026ws "
                            "by=svc7Zq2mC9rTnXw4K/course.sync users=42 since=2026-10-01T08:00:00Z "
                            "last=2026-11-19T10:00:00Z retention=[ enabled=1 override 180d keep-pinned] none")},
            {QStringLiteral("rooms.adminRooms"), QStringLiteral("1 of 1: ") + room + QStringLiteral(" none")},
            {QStringLiteral("rooms.adminRooms.getRoom"), room + QStringLiteral(" administered")},
            {QStringLiteral("me"), self},
            {QStringLiteral("users.info"), ada + QStringLiteral(" rooms: not told")},
            {QStringLiteral("users.info__with_rooms"),
             ada + QStringLiteral(" rooms: ByehQjC44FwMeiLbX p bio-101-2026ws moderator")},
            {QStringLiteral("users.list"), QStringLiteral("1 of 1: ") + ada},
        };
        for (const Expectation &e : simple)
            all.push_back({QString::fromLatin1(e.file), QString::fromLatin1(e.result)});
        return all;
    }();
    return list;
}

/// Calls the product never makes: the decoder has to class them all the same.
const Expectation decoded[] = {
    {"chat.postMessage", "success"},
    {"error_403_permission__7x", "Forbidden no-permission error-unauthorized"},
    {"groups.addLeader", "success"},
    {"groups.addLeader__already-leader", "Rejected refused-by-server error-user-already-leader"},
    {"groups.addOwner", "success"},
    {"groups.addOwner__already-owner", "Rejected refused-by-server error-user-already-owner"},
    {"groups.counters", "success"},
    {"groups.create", "success"},
    {"groups.create__archived_duplicate", "Rejected refused-by-server error-archived-duplicate-name"},
    {"groups.create__duplicate", "Rejected refused-by-server error-duplicate-channel-name"},
    {"groups.create__invalid_name", "Rejected refused-by-server error-invalid-room-name"},
    {"groups.delete", "success"},
    {"groups.history", "success"},
    {"groups.messages", "success"},
    {"groups.moderators", "success"},
    {"groups.removeLeader", "success"},
    {"groups.removeLeader__not-leader", "Rejected refused-by-server error-user-not-leader"},
    {"groups.removeOwner", "success"},
    {"groups.removeOwner__last_owner", "Rejected refused-by-server error-remove-last-owner"},
    {"groups.removeOwner__not-owner", "Rejected refused-by-server error-user-not-owner"},
    {"groups.rename", "success"},
    {"groups.setAnnouncement", "success"},
    {"groups.setCustomFields", "success"},
    {"groups.setDescription", "success"},
    {"groups.setPurpose", "success"},
    {"groups.setReadOnly", "success"},
    {"groups.setReadOnly__unchanged", "Rejected refused-by-server"},
    {"groups.setTopic", "success"},
    {"groups.setType", "success"},
    {"hooks__channel_override_refused", "Rejected refused-by-server"},
    {"hooks__incoming", "success"},
    {"hooks__invalid_token", "Rejected refused-by-server"},
    {"logout", "success"},
    {"rooms.changeArchivationState", "success"},
    {"rooms.cleanHistory", "success"},
    {"rooms.delete", "success"},
    {"rooms.export__file", "success"},
    {"rooms.info", "success"},
    {"rooms.info__no_access", "Forbidden no-permission not-allowed"},
    {"rooms.isMember", "success"},
    {"rooms.nameExists", "success"},
    {"settings__one", "success"},
    {"settings__write", "success"},
    {"twofactor__retry", "success"},
    {"twofactor_required__rest_call", "Rejected refused-by-server totp-required"},
    {"users.create", "success"},
    {"users.create__seat_limit", "Rejected refused-by-server error-license-user-limit-reached"},
    {"users.create__username_taken", "Rejected refused-by-server error-field-unavailable"},
    {"users.delete", "success"},
    {"users.generatePersonalAccessToken", "success"},
    {"users.generatePersonalAccessToken__exists", "Rejected refused-by-server error-token-already-exists"},
    {"users.getPersonalAccessTokens", "success"},
    {"users.listByStatus", "success"},
    {"users.presence", "success"},
    {"users.setActiveStatus", "success"},
    {"users.setActiveStatus__last_owner", "Rejected refused-by-server user-last-owner"},
    {"users.update", "success"},
};

QString withSuffix(const QString &name)
{
    return name + QStringLiteral(".json");
}

} // namespace

void TestExamples::everyFileHasAnExpectation()
{
    QStringList expected;
    for (const auto &row : parsed())
        expected << withSuffix(row.first);
    for (const Expectation &e : decoded)
        expected << withSuffix(QString::fromLatin1(e.file));
    expected.sort();
    QCOMPARE(expected.removeDuplicates(), 0);
    QStringList files = exampleFiles();
    files.sort();
    QVERIFY(files.size() > 100);
    QCOMPARE(expected, files);
}

void TestExamples::replay_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<QString>("expected");
    for (const auto &[file, result] : parsed())
        QTest::newRow(qPrintable(file)) << true << result;
    for (const Expectation &e : decoded)
        QTest::newRow(e.file) << false << QString::fromLatin1(e.result);
}

void TestExamples::replay()
{
    QFETCH(bool, ours);
    QFETCH(QString, expected);
    const Example example = loadExample(withSuffix(QString::fromLatin1(QTest::currentDataTag())));
    if (ours) {
        const QString result = parsedAs(example.name(), example.reply);
        if (parsedMethods().contains(example.name())) {
            QCOMPARE(result, expected);
            return;
        }
        QFAIL("no parser for a call that we make");
    }
    QVERIFY2(!parsedMethods().contains(example.name()), "a call that we make has to go through its parser");
    const auto result = rocketchat::check(example.reply, example.name());
    QCOMPARE(result ? QStringLiteral("success") : describe(result.error()), expected);
}

/// A body that was cut anywhere is never taken for an answer: rule 1.
void TestExamples::truncatedNeverParses()
{
    int cuts = 0;
    for (const auto &row : parsed()) {
        const Example example = loadExample(withSuffix(row.first));
        if (example.reply.status != 200)
            continue;
        for (qsizetype length = 0; length < example.reply.body.size(); ++length, ++cuts) {
            net::HttpReply cut = example.reply;
            cut.body.truncate(length);
            const QString result = parsedAs(example.name(), cut);
            QVERIFY2(result.startsWith(QLatin1String("error BadReply")), qPrintable(row.first));
        }
    }
    QVERIFY(cuts > 1000);
}

QTEST_APPLESS_MAIN(TestExamples)
#include "tst_examples.moc"
