// Shapes that no recording has: the companion's own, errors of other releases, and hostile bytes (design rule 12).
#include "core/moodle/answer.h"
#include "core/moodle/errors.h"
#include "core/moodle/html.h"
#include "core/moodle/parser.h"
#include "core/moodle/requests.h"

#include <QFile>
#include <QTest>

using namespace liaison;
using namespace liaison::moodle;

namespace {

using Headers = QList<QPair<QByteArray, QByteArray>>;

Result<Answer> decoded(const QByteArray &body, QLatin1String function = functions::siteInfo)
{
    return decode(function, 200, {}, body);
}

/// The detail of the failure, "" where there is none.
template <class Parse>
QString failure(const QByteArray &body, Parse parse, QLatin1String function = functions::siteInfo)
{
    const auto answer = decoded(body, function);
    if (!answer)
        return QString(QStringLiteral("decode: ") + answer.error().code);
    const auto value = parse(*answer);
    if (value)
        return {};
    if (value.error().kind != ErrorKind::BadReply || value.error().code != errors::badReply ||
        value.error().where != function)
        return QStringLiteral("another error");
    return value.error().detail;
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

/// get_info in the exact shape of contract section 9; no prototype answered it.
QByteArray infoJson()
{
    QFile f(QStringLiteral(LIAISON_SOURCE_DIR "/tests/moodle/companion_info.json"));
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

} // namespace

class ParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void refusals_data();
    void refusals();
    void hostileBytes_data();
    void hostileBytes();
    void hostileFields_data();
    void hostileFields();
    void oddRowsDoNotCostTheList();
    void readsInPlaceAndFromShortArrays();
    void companionInfo();
    void companionInfoWithoutBlock();
    void companionPeople();
    void recycleBin();
    void restoreRunnerInItsOwnObject();
    void membershipsAtTheEnd();
    void unescapes_data();
    void unescapes();
};

void ParserTest::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isTransientError");
    const auto row = [](const char *name, int status, const char *body, QLatin1String code, bool later) {
        QTest::newRow(name) << status << QByteArray(body) << QString(code) << later;
    };
    row("301", 301, "", errors::notMoodle, false);
    row("400", 400, "bad", errors::notMoodle, false);
    row("401", 401, "", errors::blocked, false);
    row("403 page", 403, "<h1>Forbidden by policy</h1>", errors::blocked, false);
    row("403 empty", 403, "\n", errors::webServicesOff, false);
    row("407", 407, "", errors::blocked, false);
    row("404 with JSON", 404, "{}", errors::notMoodle, false);
    row("429", 429, "", errors::rateLimited, true);
    row("500", 500, "", errors::serverError, true);
    row("502", 502, "", errors::backendDown, true);
    row("503", 503, "", errors::maintenance, true);
    row("504", 504, "", errors::backendDown, true);
}

void ParserTest::statuses()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(bool, isTransientError);
    const auto answer = decode(QStringLiteral("f"), status, Headers{}, body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().httpStatus, status);
    QCOMPARE(isTransient(answer.error()), isTransientError);
}

void ParserTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const char *body, QLatin1String code, ErrorKind kind) {
        QTest::newRow(name) << QByteArray(body) << QString(code) << kind;
    };
    row("class without namespace", R"({"exception":"moodle_exception","errorcode":"invalidtoken","message":"x"})",
        errors::wrongToken, ErrorKind::Unauthorized);
    row("French message",
        R"({"exception":"dml_missing_record_exception","errorcode":"invalidrecord","message":"Impossible de trouver l'enregistrement dans la table external_functions"})",
        errors::functionMissing, ErrorKind::NotFound);
    row("account expired", R"({"exception":"e","errorcode":"wsaccessuserexpired","message":"x"})",
        errors::accountSuspended, ErrorKind::Unauthorized);
    row("unknown code", R"({"exception":"e","errorcode":"somethingnew","message":"x"})", errors::siteError,
        ErrorKind::Rejected);
    row("SQL", R"({"exception":"e","errorcode":"dmlreadexception","message":"x"})", errors::siteError,
        ErrorKind::ServerFailure);
    row("no words at all", R"({"exception":null})", errors::siteError, ErrorKind::ServerFailure);
    row("wrong types", R"({"exception":1,"errorcode":[],"message":{}})", errors::siteError, ErrorKind::ServerFailure);
    row("companion, state", R"({"exception":"e","errorcode":"badstate","message":"x"})", errors::badState,
        ErrorKind::Rejected);
}

void ParserTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(ErrorKind, kind);
    const auto answer = decoded(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QCOMPARE(answer.error().kind, kind);
}

void ParserTest::hostileBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &body, QLatin1String code) {
        QTest::newRow(name) << body << QString(code);
    };
    row("empty", "", errors::badReply);
    row("spaces", " \r\n\t ", errors::badReply);
    row("cut", R"([{"id":1,"fullna)", errors::badReply);
    row("two documents", "[] []", errors::badReply);
    row("deep", nested(100000), errors::badReply);
    row("deep, open", QByteArray(1000000, '['), errors::badReply);
    row("number past 64 bits", R"([{"id":99999999999999999999999999}])", errors::badReply);
    row("number past double", R"([1e999])", errors::badReply);
    row("broken UTF-8", "[{\"id\":1,\"fullname\":\"\xC3\x28\"}]", errors::badReply);
    row("lone surrogate", R"([{"id":1,"fullname":"\ud800"}])", errors::badReply);
    row("NUL between", QByteArray("[1,\0 2]", 7), errors::badReply);
    row("NUL inside a text", QByteArray("[\"a\0b\"]", 7), errors::badReply);
    row("PHP notice first", "<br />\n<b>Notice</b>: x []", errors::notMoodle);
    row("words", "Service unavailable", errors::notMoodle);
    row("binary", QByteArray("\x1f\x8b\x08\x00", 4), errors::notMoodle);
}

void ParserTest::hostileBytes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto answer = decoded(body);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::BadReply);
    QCOMPARE(answer.error().code, code);
}

void ParserTest::hostileFields_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &detail, const char *expected) {
        QTest::newRow(name) << detail << QString::fromLatin1(expected);
    };
    const auto users = [](const char *body) {
        return failure(body, [](const Answer &a) { return parseEnrolledUsers(a); });
    };
    const auto links = [](const char *body) {
        return failure(body, [](const Answer &a) { return parseCompanionLinks(a); });
    };
    const auto rows = [](const char *body) {
        return failure(body, [](const Answer &a) { return parseCompanionMemberships(a); });
    };
    const auto courses = [](const char *body) {
        return failure(
            body, [](const Answer &a) { return parseCourses(a); }, functions::coursesByField);
    };
    row("an object for a list", users("{}"), "answer is not a list");
    row("null for a list", users("null"), "answer is not a list");
    row("numbers for objects", users("[1]"), "[0] is not an object");
    row("no id", users(R"([{"fullname":"A"}])"), "[0].id is missing");
    row("id as text", users(R"([{"id":"3"}])"), "[0].id is not a number");
    row("id as fraction", users(R"([{"id":3.0}])"), "[0].id is not a number");
    row("id zero", users(R"([{"id":0}])"), "[0].id is not an id");
    row("id past 63 bits", users(R"([{"id":18446744073709551615}])"), "[0].id is not a number");
    row("same person twice", users(R"([{"id":3,"username":"a"},{"id":3,"username":"b"}])"), "[1].id appears twice");
    row("login as number", users(R"([{"id":3,"username":7}])"), "[0].username is not a text");
    row("roles as text", users(R"([{"id":3,"roles":"3,10"}])"), "[0].roles is not a list");
    row("role without id", users(R"([{"id":3},{"id":4,"roles":[{"shortname":"x"}]}])"),
        "[1].roles[0].roleid is missing");
    row("count of a course",
        failure(R"([{"id":2,"enrolledusercount":-1}])", [](const Answer &a) { return parseUsersCourses(a); }),
        "[0].enrolledusercount is negative");
    row("list for an object", courses("[]"), "answer is not an object");
    row("no courses", courses("{}"), "courses is missing");
    row("visible as word",
        courses(R"({"courses":[{"id":2,"shortname":"a","fullname":"b","categoryid":1,"visible":"yes"}]})"),
        "courses[0].visible is not 0 or 1");
    row("visible 2", courses(R"({"courses":[{"id":2,"shortname":"a","fullname":"b","categoryid":1,"visible":2}]})"),
        "courses[0].visible is not 0 or 1");
    row("no end", links(R"({"links":[]})"), "next is missing");
    row("end at 0", links(R"({"links":[],"next":0})"), "next is not an id");
    row("room not said",
        links(R"({"links":[{"cmid":1,"courseid":2,"courseshortname":"a","coursefullname":"b","name":"c","visible":1,
              "visibleoncoursepage":1,"deletioninprogress":0,"moderatorroles":[],"userroles":[]}],"next":null})"),
        "links[0].rocketchatid is missing");
    row("room with control characters",
        links(R"({"links":[{"cmid":1,"courseid":2,"courseshortname":"a","coursefullname":"b","name":"c","visible":1,
              "visibleoncoursepage":1,"deletioninprogress":0,"rocketchatid":"a\u0000","moderatorroles":[],"userroles":[]}],"next":null})"),
        "links[0].rocketchatid has control characters");
    row("person twice in a course",
        rows(
            R"({"rows":[{"c":2,"u":3,"n":"a","r":[],"ri":[],"a":1,"s":0},{"c":2,"u":3,"n":"a","r":[],"ri":[],"a":1,"s":0}],
             "nextcourse":null,"nextuser":null})"),
        "rows[1].u appears twice in its course");
    row("no inherited roles",
        rows(R"({"rows":[{"c":2,"u":3,"n":"a","r":[5],"a":1,"s":0}],"nextcourse":null,"nextuser":null})"),
        "rows[0].ri is missing");
    row("negative role",
        rows(R"({"rows":[{"c":2,"u":3,"n":"a","r":[-5],"ri":[],"a":1,"s":0}],"nextcourse":null,"nextuser":null})"),
        "rows[0].r holds something that is no id");
    row("negative count", rows(R"({"rows":[],"courses":[{"c":2,"n":-1}],"nextcourse":null,"nextuser":null})"),
        "courses[0].n is negative");
    row("course counted twice",
        rows(R"({"rows":[],"courses":[{"c":2,"n":1},{"c":2,"n":0}],"nextcourse":null,"nextuser":null})"),
        "courses[1].c appears twice");
    row("half a cursor", rows(R"({"rows":[],"nextcourse":2,"nextuser":null})"),
        "nextcourse and nextuser do not go together");
    row("no cursor", rows(R"({"rows":[]})"), "nextcourse is missing");
    row("no module", failure(R"({"warnings":[]})", [](const Answer &a) { return parseCourseModule(a); }),
        "cm is missing");
    row("module as text", failure(R"({"cm":"x"})", [](const Answer &a) { return parseCourseModule(a); }),
        "cm is not an object");
    row("functions missing",
        failure(R"({"siteurl":"a","userid":2,"username":"b"})", [](const Answer &a) { return parseSiteInfo(a); }),
        "functions is missing");
    row("bin of another kind",
        failure(R"({"rows":[{"id":1,"kind":"attic","room":"r"}],"next":null})",
                [](const Answer &a) { return parseCompanionRecycleBin(a); }),
        "rows[0].kind is neither course nor category");
    row("capability of another kind",
        failure(infoJson().replace("\"moodle/course:view\":1", "\"moodle/course:view\":\"yes\""),
                [](const Answer &a) { return parseCompanionInfo(a); }),
        "capabilities.moodle/course:view is not 0 or 1");
    row("nothing", failure("{}", [](const Answer &a) { return parseCompanionInfo(a); }), "contract is missing");
}

void ParserTest::hostileFields()
{
    QFETCH(QString, detail);
    QFETCH(QString, expected);
    QCOMPARE(detail, expected);
}

void ParserTest::oddRowsDoNotCostTheList()
{
    const auto courses = parseCourses(*decoded(
        R"({"courses":[{"id":2,"shortname":"a\u0000","fullname":"b","categoryid":1,"visible":1,"startdate":-5,
            "enddate":9223372036854775807,"idnumber":"x\ty","unheard":{"of":[1]}}]})",
        functions::coursesByField));
    QVERIFY(courses);
    QVERIFY(!courses->courses.at(0).start);
    QVERIFY(!courses->courses.at(0).end);
    QVERIFY(!courses->courses.at(0).idnumber);
    QCOMPARE(courses->courses.at(0).shortname, QStringLiteral("a\uFFFD"));
    // A login with control characters is no login: the list is known to lack one.
    const auto users = parseEnrolledUsers(*decoded(R"([{"id":3,"username":"a\u0000b","roles":[
        {"roleid":5,"shortname":"student"},{"roleid":5,"shortname":"student"},{"roleid":3,"shortname":"x"}]}])"));
    QVERIFY(users);
    QVERIFY(!users->everyHasUsername);
    QCOMPARE(users->users.at(0).roles->size(), 2U); // one role by two enrolment methods is one role
    QVERIFY(!parseEnrolledUsers(*decoded(R"([{"id":3,"username":""}])"))->everyHasUsername);
}

void ParserTest::readsInPlaceAndFromShortArrays()
{
    const QByteArray json = "\xEF\xBB\xBF [{\"groupid\":4,\"userids\":[2,1,2]}]\n";
    QByteArray roomy = json;
    roomy.reserve(json.size() + 256);
    for (const QByteArray &body : {json, roomy, QByteArray::fromRawData(json.constData(), json.size())}) {
        const auto groups = parseGroupMembers(*decoded(body));
        QVERIFY(groups);
        QCOMPARE(groups->at(0).people, (std::vector<qint64>{1, 2}));
    }
}

void ParserTest::companionInfo() // R203: sources without tokens
{
    const auto info = parseCompanionInfo(*decoded(infoJson()));
    QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
    QCOMPARE(info->contract, CompanionInfo::knownContract);
    QCOMPARE(info->modRocketchat->version, QStringLiteral("2024010900"));
    QCOMPARE(info->modRocketchat->release, QStringLiteral("1.6.5"));
    QVERIFY(!info->block);
    QCOMPARE(info->apiUser, std::optional(QStringLiteral("moodle.api")));
    QCOMPARE(info->naming.replacements.size(), 2U);
    QCOMPARE(info->naming.replacements.at(0).first, QStringLiteral("é"));
    QCOMPARE(info->defaultModeratorRoles, (std::vector<qint64>{3, 4}));
    QCOMPARE(info->defaultMemberRoles, std::vector<qint64>{5});
    QVERIFY(info->retentionFeature);
    QCOMPARE(info->maxAgeLimit, std::optional<qint64>(365));
    QVERIFY(!info->createsAccounts);
    QVERIFY(info->usernameHook);
    QCOMPARE(info->queue->pending, 3);
    QCOMPARE(info->queue->oldest, std::optional(Instant::fromSeconds(1795163893)));
    QCOMPARE(info->holds(QStringLiteral("moodle/course:view")), std::optional(true));
    QCOMPARE(info->holds(QStringLiteral("moodle/user:viewdetails")), std::optional(false));
    QCOMPARE(info->holds(QStringLiteral("moodle/role:review")), std::nullopt);
    QCOMPARE(info->roles.at(0).archetype, QStringLiteral("editingteacher"));
    QCOMPARE(info->restore->sources, (QStringList{QStringLiteral("https://a.fr"), QStringLiteral("https://b.fr")}));
    QCOMPARE(info->restore->categories.at(0).name, QStringLiteral("Droit & gestion"));
    QVERIFY(info->restore->onlyOneRemoteInstance);
    QVERIFY(!info->restore->runner->runningSince);
}

void ParserTest::companionInfoWithoutBlock()
{
    QByteArray json = infoJson();
    json = json.left(json.indexOf("\"restore\"")) + R"("restore":null})";
    json.replace(R"({"pending":3,"oldest":1795163893,"failed":1})", R"({"pending":0,"oldest":null,"failed":0})");
    json.replace(R"({"moodle/course:view":1,"moodle/user:viewdetails":0})", "[]"); // PHP's empty object
    const auto info = parseCompanionInfo(*decoded(json));
    QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
    QVERIFY(!info->restore);
    QVERIFY(!info->queue->oldest);
    QVERIFY(info->capabilities.isEmpty());
}

void ParserTest::companionPeople()
{
    const auto page = parseCompanionPeople(*decoded(
        R"({"people":[{"id":3,"username":"lea","firstname":"Léa","lastname":"L","email":"l@x.fr","idnumber":"","suspended":1,"auth":"cas"},
                      {"id":4,"username":"zoe"}],"next":4})"));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->items.at(0).suspended, std::optional(true));
    QCOMPARE(page->items.at(1).suspended, std::nullopt);
    QCOMPARE(page->next, std::optional<qint64>(4));
}

void ParserTest::recycleBin()
{
    const auto page = parseCompanionRecycleBin(*decoded(
        R"({"rows":[{"id":1,"binid":7,"kind":"course","cmid":40,"course":3,"name":"Salon","room":"r1","deleted":1795163893,"expires":null},
                    {"id":2,"binid":null,"kind":"category","cmid":41,"course":null,"name":null,"room":"r2","deleted":1,"expires":2}],"next":null})"));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->items.at(0).cmid, std::optional<qint64>(40));
    QVERIFY(!page->items.at(0).expires.isKnown());
    QCOMPARE(page->items.at(1).kind, RecycleBinRow::Kind::Category);
    QVERIFY(!page->items.at(1).course);
}

void ParserTest::restoreRunnerInItsOwnObject()
{
    const auto page = parseCompanionRestoreTasks(*decoded(
        R"({"tasks":[],"next":null,"runner":{"disabled":1,"nextrun":null,"lastrun":5,"faildelay":0,"runningsince":6}})"));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QVERIFY(page->runner->disabled);
    QCOMPARE(page->runner->runningSince, std::optional(Instant::fromSeconds(6)));
}

void ParserTest::membershipsAtTheEnd()
{
    const auto page = parseCompanionMemberships(*decoded(
        R"({"rows":[{"c":2,"u":3,"n":"lea","r":[5,3,5],"ri":[1],"a":false,"s":true}],"total":1,"courses":[],"nextcourse":null,"nextuser":null})"));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QVERIFY(!page->next);
    QCOMPARE(page->rows.at(0).roles, (std::vector<qint64>{3, 5}));
    QCOMPARE(page->rows.at(0).inheritedRoles, std::vector<qint64>{1});
    QVERIFY(!page->rows.at(0).active && page->rows.at(0).suspended);
}

void ParserTest::unescapes_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *html, const char *text) {
        QTest::newRow(html) << QString::fromUtf8(html) << QString::fromUtf8(text);
    };
    row("plain é", "plain é");
    row("Q&amp;R", "Q&R");
    row("a &amp;lt; b", "a &lt; b"); // once, not twice
    row("&quot;x&quot; &#039;y&#39; &apos;", "\"x\" 'y' '");
    row("&#x1F600;", "😀");
    row("&eacute;t&eacute; &laquo;&nbsp;&oelig;", "été «\u00A0œ");
    row("R&D; AT&T & co &", "R&D; AT&T & co &");
    row("&#0; &#xD800; &#1114112; &#; &;", "&#0; &#xD800; &#1114112; &#; &;");
    row("&&amp;&", "&&&");
}

void ParserTest::unescapes()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(unescapeHtml(html), text);
}

QTEST_GUILESS_MAIN(ParserTest)
#include "parser_test.moc"
