#include "core/reconcile/batch.h"
#include "core/reconcile/planid.h"

#include <QtTest>

using namespace liaison;

/// What a plan costs others, what it makes the program answer, and in how many calls it is carried out. R64 R107 R295
class TestBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noise_data();
    void noise();
    void exitCodes();
    void batchesOfHundred();
    void batchesInOrder();
    void withoutBatchesOneByOne();
};

namespace {

Change change(ChangeWhat what, qint64 cmid = 100)
{
    return {{QStringLiteral("main"), 10, cmid, QStringLiteral("R1")}, std::move(what), ChangeReason::ExpectedAbsent};
}

Step step(ChangeWhat what)
{
    const Change c = change(std::move(what));
    return {entryId(c), c};
}

PersonKey person(qint64 id)
{
    return {id, u"u" + QString::number(id), u"p" + QString::number(id)};
}

} // namespace

Q_DECLARE_METATYPE(liaison::ChangeWhat)

void TestBatch::noise_data()
{
    QTest::addColumn<ChangeWhat>("what");
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("notifications");
    QTest::newRow("add a member") << ChangeWhat(AddMember{person(1), MemberRole::Member}) << 1 << 1;
    QTest::newRow("add a moderator") << ChangeWhat(AddMember{person(1), MemberRole::Moderator}) << 2 << 1;
    QTest::newRow("remove") << ChangeWhat(RemoveMember{person(1), MemberRole::Member}) << 1 << 0;
    QTest::newRow("promote") << ChangeWhat(Promote{person(1)}) << 1 << 0;
    QTest::newRow("demote") << ChangeWhat(Demote{person(1)}) << 1 << 0;
    QTest::newRow("archive") << ChangeWhat(Archive{}) << 1 << 0;
    QTest::newRow("unarchive") << ChangeWhat(Unarchive{}) << 1 << 0;
    QTest::newRow("retention") << ChangeWhat(SetRetention{}) << 0 << 0;
    QTest::newRow("create an account") << ChangeWhat(CreateAccount{person(1)}) << 0 << 0;
    QTest::newRow("create a room") << ChangeWhat(CreateRoom{}) << 0 << 0;
}

void TestBatch::noise()
{
    QFETCH(ChangeWhat, what);
    QFETCH(int, messages);
    QFETCH(int, notifications);
    QCOMPARE(noiseOf(change(what)).messages, messages);
    QCOMPARE(noiseOf(change(what)).notifications, notifications);
}

// 2 and 3 win over 5: design section 8.
void TestBatch::exitCodes()
{
    Plan plan;
    QCOMPARE(exitCodeOf(plan), 0);
    plan.findings.push_back({FindingCode::NoAccount, {}, {}, Cause::NotKnown, Certainty::None, {}});
    plan.notSelected[QStringLiteral("remove")] = 3;
    QCOMPARE(exitCodeOf(plan), 0);
    plan.unknown.push_back({{}, UnknownReason::Uncounted, {}});
    QCOMPARE(exitCodeOf(plan), 5);
    plan.steps.push_back(step(Archive{}));
    QCOMPARE(exitCodeOf(plan), 2);
    plan.withheld.push_back({{}, change(Archive{}), Rule::NoRight, {}});
    QCOMPARE(exitCodeOf(plan), 3);
    plan.steps.clear();
    QCOMPARE(exitCodeOf(plan), 3);
}

void TestBatch::batchesOfHundred()
{
    std::vector<Step> steps;
    for (int i = 0; i < 201; ++i)
        steps.push_back(step(AddMember{person(i), MemberRole::Member}));
    const auto calls = batches(steps, ChatAbilities{});
    QCOMPARE(calls.size(), size_t(3));
    QCOMPARE(calls[0].steps.size(), size_t(100));
    QCOMPARE(calls[1].steps.size(), size_t(100));
    QCOMPARE(calls[2].steps.size(), size_t(1));
    QCOMPARE(calls[1].steps.front(), size_t(100));
    QVERIFY(batches({}, ChatAbilities{}).empty());
}

void TestBatch::batchesInOrder()
{
    using Call = Batch::Call;
    const std::vector<Step> steps = {step(Unarchive{}),
                                     step(SetRetention{}),
                                     step(AddMember{person(1), MemberRole::Moderator}),
                                     step(AddMember{person(2), MemberRole::Member}),
                                     step(AddMember{person(3), MemberRole::Moderator}),
                                     step(Promote{person(4)}),
                                     step(Demote{person(5)}),
                                     step(RemoveMember{person(6), MemberRole::Member}),
                                     step(RemoveMember{person(7), MemberRole::Member}),
                                     step(Archive{})};
    const auto calls = batches(steps, ChatAbilities{});
    const std::vector<std::pair<Call, std::vector<size_t>>> expected = {
        {Call::Unarchive, {0}},       {Call::SetRetention, {1}},  {Call::Add, {2, 3, 4}},
        {Call::MakeModerator, {2}},   {Call::MakeModerator, {4}}, {Call::MakeModerator, {5}},
        {Call::RemoveModerator, {6}}, {Call::Remove, {7}},        {Call::Remove, {8}},
        {Call::Archive, {9}}};
    QCOMPARE(calls.size(), expected.size());
    for (size_t i = 0; i < calls.size(); ++i) {
        QCOMPARE(calls[i].call, expected[i].first);
        QCOMPARE(calls[i].steps, expected[i].second);
    }
    // Moderators among the last additions are made too when nothing follows.
    const auto last = batches({steps[3], steps[4]}, ChatAbilities{});
    QCOMPARE(last.size(), size_t(2));
    QCOMPARE(last.back().call, Call::MakeModerator);
}

void TestBatch::withoutBatchesOneByOne()
{
    ChatAbilities one;
    one.addBatch = 1;
    const std::vector<Step> steps = {step(AddMember{person(1), MemberRole::Member}),
                                     step(AddMember{person(2), MemberRole::Member})};
    QCOMPARE(batches(steps, one).size(), size_t(2));
    one.addBatch = 0;
    QCOMPARE(batches(steps, one).size(), size_t(2));
}

QTEST_GUILESS_MAIN(TestBatch)
#include "tst_batch.moc"
