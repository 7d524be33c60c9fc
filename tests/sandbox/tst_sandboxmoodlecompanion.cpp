// The companion's services: shapes and rules of contract sections 7 and 9.
// R239: facts that Moodle's own services do not give.
#include "tst_sandboxmoodle.h"

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

class SandboxMoodleCompanion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void info();
    void links();
    void memberships();
    void membershipPages();
    void membershipsOfCourses();
    void people();
    void recycleBin();
    void manyMemberships();
};

void SandboxMoodleCompanion::info()
{
    Campus campus;
    campus.site().plugin.replacements = {{QStringLiteral("é"), QStringLiteral("e")}};
    const QJsonObject info = campus.call("local_liaison_get_info").object();
    QCOMPARE(keys(info), names("contract plugins apiuser instanceurl naming defaultroles retention createaccounts "
                               "usernamehook queue capabilities roles restore"));
    QCOMPARE(keys(info[QLatin1String("plugins")]), names("mod_rocketchat block local_liaison"));
    QCOMPARE(keys(info[QLatin1String("plugins")][QLatin1String("block")]), names("version release"));
    QCOMPARE(keys(info[QLatin1String("naming")]), names("format replacements regex"));
    QCOMPARE(info[QLatin1String("naming")][QLatin1String("replacements")].toArray(),
             (QJsonArray{QJsonArray{QStringLiteral("é"), QStringLiteral("e")}}));
    QCOMPARE(info[QLatin1String("defaultroles")][QLatin1String("moderator")].toArray(), QJsonArray{3});
    QCOMPARE(info[QLatin1String("defaultroles")][QLatin1String("member")].toArray(), QJsonArray{5});
    QCOMPARE(keys(info[QLatin1String("queue")]), names("pending oldest failed"));
    QCOMPARE(keys(info[QLatin1String("roles")][0]), names("id shortname name archetype"));
    QCOMPARE(keys(info[QLatin1String("restore")]), names("categories sources onlyoneremoteinstance runner"));
    QCOMPARE(keys(info[QLatin1String("restore")][QLatin1String("runner")]),
             names("disabled nextrun lastrun faildelay runningsince"));
    QCOMPARE(info[QLatin1String("apiuser")].toString(), QStringLiteral("rocketBot1"));
    QCOMPARE(info[QLatin1String("instanceurl")].toString(), QStringLiteral("http://127.0.0.1:8701/chat"));
    QCOMPARE(info[QLatin1String("contract")].toInt(), 1);
    QCOMPARE(info[QLatin1String("capabilities")][QLatin1String("moodle/course:view")].toInt(-1), 1);
    QCOMPARE(info[QLatin1String("capabilities")][QLatin1String("moodle/course:update")].toInt(-1), 0);
    campus.drop({QStringLiteral("moodle/user:viewdetails"), QStringLiteral("local/liaison:view")});
    QCOMPARE(
        campus.call("local_liaison_get_info")[QLatin1String("capabilities")][QLatin1String("moodle/user:viewdetails")]
            .toInt(-1),
        0);
}

void SandboxMoodleCompanion::links()
{
    Campus campus;
    campus.site().courses[3].activities[0].room.reset();
    const QJsonObject recorded =
        recording(QStringLiteral("companion_proposal_get_links"))[QLatin1String("response")].toObject();
    const QJsonObject page = campus.call("local_liaison_get_links", fields({{"limit", QStringLiteral("3")}})).object();
    QCOMPARE(keys(page), keys(recorded));
    QCOMPARE(page[QLatin1String("links")].toArray().size(), 3);
    QCOMPARE(page[QLatin1String("next")].toInt(), 37); // the last cmid
    const QJsonObject ours = page[QLatin1String("links")][1].toObject();
    const QJsonObject theirs = recorded[QLatin1String("links")][1].toObject();
    QCOMPARE(keys(ours), keys(theirs));
    for (auto at = theirs.begin(); at != theirs.end(); ++at)
        QVERIFY2(ours[at.key()].type() == at.value().type(), qPrintable(at.key()));
    QCOMPARE(ours[QLatin1String("name")].toString(), theirs[QLatin1String("name")].toString()); // stored text
    QCOMPARE(ours[QLatin1String("moderatorroles")].toArray(), (QJsonArray{3, 10}));

    const QJsonObject rest =
        campus
            .call("local_liaison_get_links", fields({{"after", QStringLiteral("37")}, {"limit", QStringLiteral("0")}}))
            .object();
    QCOMPARE(rest[QLatin1String("links")].toArray().size(), 2);
    QVERIFY(rest[QLatin1String("next")].isNull());
    QVERIFY(rest[QLatin1String("links")][1][QLatin1String("rocketchatid")].isNull());
    const QString later = QString::number(campus.world().now.ms / 1000);
    QCOMPARE(campus.call("local_liaison_get_links", fields({{"modifiedsince", later}}))[QLatin1String("links")]
                 .toArray()
                 .size(),
             0);
}

void SandboxMoodleCompanion::memberships()
{
    Campus campus;
    campus.site().courses[2].category = 5; // below category 4, where 5 is a manager
    campus.site().courses[2].enrolments.push_back(enrolment(5, {QStringLiteral("student")}));
    campus.site().courses[2].enrolments.push_back(enrolment(12, {QStringLiteral("teacher")})); // second method
    campus.site().people[8].deleted = true;                                                    // 11
    campus.changed();
    const QJsonObject answer = campus.call("local_liaison_get_memberships").object();
    QCOMPARE(keys(answer), names("rows courses nextcourse nextuser total"));
    QVERIFY(answer[QLatin1String("nextcourse")].isNull() && answer[QLatin1String("nextuser")].isNull());
    // Courses with an activity only: 8, 12 and 26 have none.
    const auto count = [](int c, int n) { return QJsonObject{{QStringLiteral("c"), c}, {QStringLiteral("n"), n}}; };
    QCOMPARE(answer[QLatin1String("courses")].toArray(),
             (QJsonArray{count(2, 3), count(3, 9), count(4, 3), count(5, 2)}));
    const QJsonArray rows = answer[QLatin1String("rows")].toArray();
    QCOMPARE(answer[QLatin1String("total")].toInt(), 17);
    QCOMPARE(rows.size(), 17);
    QMap<QPair<int, int>, QJsonObject> byKey;
    QPair<int, int> last;
    for (const QJsonValue &row : rows) {
        QCOMPARE(keys(row), names("c u n r ri a s"));
        const QPair<int, int> key(row[QLatin1String("c")].toInt(), row[QLatin1String("u")].toInt());
        QVERIFY(last < key);
        byKey[last = key] = row.toObject();
    }
    const auto cell = [&](int course, int user, const char *key) { return byKey[{course, user}][QLatin1String(key)]; };
    QCOMPARE(cell(2, 19, "s").toInt(-1), 1);
    QCOMPARE(cell(2, 19, "a").toInt(-1), 1);
    QCOMPARE(cell(3, 7, "a").toInt(-1), 0);  // suspended
    QCOMPARE(cell(3, 8, "a").toInt(-1), 0);  // ended
    QCOMPARE(cell(3, 10, "a").toInt(-1), 0); // not begun
    QCOMPARE(cell(4, 12, "r").toArray(), (QJsonArray{4, 5}));
    QCOMPARE(cell(4, 5, "ri").toArray(), QJsonArray{1});
    QCOMPARE(cell(3, 5, "ri").toArray(), QJsonArray());
    QCOMPARE(cell(3, 10, "ri").toArray(), QJsonArray{4}); // on the site
    QCOMPARE(cell(3, 9, "r").toArray(), QJsonArray());
    QCOMPARE(cell(2, 3, "n").toString(), QStringLiteral("lea.lefevre1"));

    // "Active" follows the clock of the request.
    campus.world().now = Instant::fromIso(QStringLiteral("2027-01-02T00:00:00Z"));
    const QJsonObject later =
        campus.call("local_liaison_get_memberships", fields({{"courseids[0]", QStringLiteral("3")}})).object();
    for (const QJsonValue &row : later[QLatin1String("rows")].toArray()) {
        if (row[QLatin1String("u")].toInt() == 10)
            QCOMPARE(row[QLatin1String("a")].toInt(-1), 1);
    }
}

void SandboxMoodleCompanion::membershipPages()
{
    Campus campus;
    const QJsonArray whole = campus.call("local_liaison_get_memberships")[QLatin1String("rows")].toArray();
    for (int size = 1; size < 20; ++size) {
        QJsonArray paged;
        QJsonObject page;
        Form cursor;
        int calls = 0;
        do {
            Form form = fields({{"limit", QString::number(size)}});
            form.append(cursor);
            page = campus.call("local_liaison_get_memberships", form).object();
            QCOMPARE(page.contains(QLatin1String("courses")), calls == 0);
            QCOMPARE(page[QLatin1String("total")].toInt(), int(whole.size()));
            for (const QJsonValue &row : page[QLatin1String("rows")].toArray())
                paged.append(row);
            cursor = fields({{"aftercourse", QString::number(page[QLatin1String("nextcourse")].toInt())},
                             {"afteruser", QString::number(page[QLatin1String("nextuser")].toInt())}});
            QVERIFY(++calls < 30);
        } while (!page[QLatin1String("nextcourse")].isNull());
        QCOMPARE(paged, whole);
    }
}

void SandboxMoodleCompanion::membershipsOfCourses()
{
    Campus campus;
    campus.site().courses[3].enrolments.clear();
    campus.changed();
    // 12 has no activity and 999 does not exist: neither has an entry; 5 has one although nobody is enrolled.
    const QJsonObject answer =
        campus
            .call("local_liaison_get_memberships", fields({{"courseids[0]", QStringLiteral("5")},
                                                           {"courseids[1]", QStringLiteral("2")},
                                                           {"courseids[2]", QStringLiteral("12")},
                                                           {"courseids[3]", QStringLiteral("999")}}))
            .object();
    const QJsonArray counts = answer[QLatin1String("courses")].toArray();
    QCOMPARE(counts.size(), 2);
    QCOMPARE(counts[1][QLatin1String("c")].toInt(), 5);
    QCOMPARE(counts[1][QLatin1String("n")].toInt(-1), 0);
    QCOMPARE(answer[QLatin1String("total")].toInt(), 3);
}

void SandboxMoodleCompanion::people()
{
    Campus campus;
    campus.site().people[1].deleted = true;
    campus.changed();
    const QJsonObject page = campus.call("local_liaison_get_people", fields({{"limit", QStringLiteral("2")}})).object();
    QCOMPARE(keys(page), names("people next"));
    QCOMPARE(keys(page[QLatin1String("people")][0]),
             names("id username firstname lastname email idnumber suspended auth"));
    QCOMPARE(page[QLatin1String("people")][1][QLatin1String("id")].toInt(), 5);
    QCOMPARE(page[QLatin1String("next")].toInt(), 5);
    // 303 and 304 are in no linked course.
    const QJsonObject asked = campus
                                  .call("local_liaison_get_people",
                                        fields({{"ids[0]", QStringLiteral("19")}, {"ids[1]", QStringLiteral("303")}}))
                                  .object();
    QCOMPARE(asked[QLatin1String("people")].toArray().size(), 1);
    QCOMPARE(asked[QLatin1String("people")][0][QLatin1String("suspended")].toInt(-1), 1);
    QVERIFY(asked[QLatin1String("next")].isNull());
}

void SandboxMoodleCompanion::recycleBin()
{
    Campus campus;
    for (int i = 0; i < 3; ++i) {
        campus.site().recycleBin.push_back({50 + i, 3, QStringLiteral("Salon"), QStringLiteral("room%1").arg(50 + i),
                                            QStringLiteral("course"), Instant::fromSeconds(1'795'000'000), Instant()});
    }
    const QJsonObject page =
        campus.call("local_liaison_get_recyclebin", fields({{"limit", QStringLiteral("2")}})).object();
    QCOMPARE(keys(page[QLatin1String("rows")][0]), names("id binid kind cmid course name room deleted expires"));
    QCOMPARE(page[QLatin1String("next")].toInt(), 2);
    const QJsonObject rest =
        campus.call("local_liaison_get_recyclebin", fields({{"after", QStringLiteral("2")}})).object();
    QCOMPARE(rest[QLatin1String("rows")].toArray().size(), 1);
    QCOMPARE(rest[QLatin1String("rows")][0][QLatin1String("cmid")].toInt(), 52);
    QVERIFY(rest[QLatin1String("next")].isNull());
}

// 2,000 courses of 50: every page is there and no row is lost. The time is not asserted here.
void SandboxMoodleCompanion::manyMemberships()
{
    World world = recordedWorld();
    Moodle &site = world.moodle[0];
    site.courses.clear();
    site.people.clear();
    for (int i = 0; i < 5000; ++i)
        site.people.push_back(person(1000 + i, qPrintable(QStringLiteral("p%1").arg(i)), "A", "B"));
    for (int c = 0; c < 2000; ++c) {
        Course big = course(100 + c, 2, "C", "C");
        for (int e = 0; e < 50; ++e)
            big.enrolments.push_back(enrolment(1000 + (c * 7 + e * 97) % 5000, {QStringLiteral("student")}));
        big.activities = {activity(10'000 + c, "Salon", "room")};
        site.courses.push_back(big);
    }
    Campus campus(std::move(world));
    qint64 rows = 0;
    QJsonValue nextCourse = 0, nextUser = 0;
    int calls = 0;
    do {
        const QJsonObject page =
            campus
                .call("local_liaison_get_memberships", fields({{"limit", QStringLiteral("100000")},
                                                               {"aftercourse", QString::number(nextCourse.toInt())},
                                                               {"afteruser", QString::number(nextUser.toInt())}}))
                .object();
        rows += page[QLatin1String("rows")].toArray().size();
        QVERIFY(page[QLatin1String("rows")].toArray().size() <= 1000); // clamped
        QCOMPARE(page[QLatin1String("total")].toInt(), 100'000);
        nextCourse = page[QLatin1String("nextcourse")];
        nextUser = page[QLatin1String("nextuser")];
        QVERIFY(++calls <= 101);
    } while (!nextCourse.isNull());
    QCOMPARE(rows, 100'000);
}

QTEST_GUILESS_MAIN(SandboxMoodleCompanion)
#include "tst_sandboxmoodlecompanion.moc"
