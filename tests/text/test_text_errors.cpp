#include "ui/text/text.h"

#include <QtTest>

using namespace liaison;
using text::Group;
using text::Language;
using text::Text;

/// From what the servers and the layers say to the words that people read.
class TestTextErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R253: every error code that the two servers were seen to give has a sentence of ours.
    void serverCodes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("ours");
        const auto row = [](const char *code, const char *ours) {
            QTest::newRow(code) << QString::fromLatin1(code) << QString::fromLatin1(ours);
        };
        row("invalidtoken", "wrong-token");
        row("accessexception", "access-refused");
        row("invalidrecord", "not-found");
        row("wsaccessusersuspended", "account-suspended");
        row("invalidparameter", "invalid-parameter");
        row("invaliduserfield", "invalid-parameter");
        row("errorcoursecontextnotvalid", "course-not-accessible");
        row("invalidrecordunknown", "not-found");
        row("nopermissions", "no-permission");
        row("errorreportview", "no-access");
        row("requireloginerror", "no-access");
        row("codingerror", "site-error");
        row("invalidresponse", "invalid-response-raw");
        row("enablewsdescription", "web-services-off");
        row("sitemaintenance", "maintenance");
        row("upgraderunning", "upgrade-running");
        row("dbconnectionfailed", "database-down");
        row("invalidlogin", "wrong-login");
        row("servicenotavailable", "access-refused");
        row("usernotallowed", "access-refused");
        row("missingparam", "invalid-parameter");
        row("error-room-not-found", "room-not-found");
        row("error-room-archived", "room-archived");
        row("error-invalid-room", "room-not-found");
        row("error-empty-invite-list", "account-unknown");
        row("error-user-not-in-room", "person-changed");
        row("error-user-already-moderator", "already-so");
        row("error-user-not-moderator", "already-so");
        row("error-you-are-last-owner", "last-owner");
        row("error-action-not-allowed", "no-permission");
        row("error-forbidden", "no-permission");
        row("error-duplicate-channel-name", "name-in-use");
        row("error-license-user-limit-reached", "seat-limit");
        row("error-app-prevented", "refused-by-policy");
        row("error-too-many-requests", "rate-limited");
        row("totp-required", "two-factor");
    }
    void serverCodes()
    {
        QFETCH(QString, code);
        QFETCH(QString, ours);
        QCOMPARE(text::errorCodeOfServer(code), std::optional(ours));
        for (const Language language : {Language::English, Language::French}) {
            const Text t = text::detail(code, language);
            const Group group = text::has(Group::Detail, ours) ? Group::Detail : Group::Error;
            QCOMPARE(t.sentence, text::of(group, ours, language).sentence);
        }
    }

    // A detail is one of ours, a rule, an unknown reason, or whatever a server said.
    void details()
    {
        QCOMPARE(text::detail(u"threshold-room", Language::English).name,
                 text::of(Group::Detail, u"threshold-room", Language::English).name);
        for (const auto &[rule, code] : Codes<Rule>::all)
            QVERIFY(text::detail(QString::fromLatin1(code), Language::French).name != QString::fromLatin1(code));
        QCOMPARE(text::detail(u"moodle-down", Language::French).sentence,
                 text::of(UnknownReason::MoodleDown, Language::French).sentence);
        QCOMPARE(text::detail(u"kick-user-from-any-p-room", Language::French).name,
                 text::of(Rule::NoRight, Language::French).name);
        const Text t = text::detail(u"error-abac-new\nthing", Language::French);
        QVERIFY2(t.sentence.contains(QStringLiteral("error-abac-new thing")), qPrintable(t.sentence));
    }

    void errors()
    {
        Error e;
        e.kind = ErrorKind::Forbidden;
        e.serverCode = QStringLiteral("nopermissions");
        QCOMPARE(text::errorCode(e), QStringLiteral("no-permission"));
        QVERIFY(text::error(e, Language::English).sentence.endsWith(QStringLiteral(": see Diagnostics.")));
        e.serverCode = QStringLiteral("moodle/course:view");
        QVERIFY(text::error(e, Language::English).sentence.endsWith(QStringLiteral(": moodle/course:view.")));
        e.serverCode = QStringLiteral("kick-user-from-any-p-room");
        QVERIFY(text::error(e, Language::English).remedy.contains(QStringLiteral("(kick-user-from-any-p-room)")));

        e = {};
        e.kind = ErrorKind::Input;
        e.code = QStringLiteral("missing-setting");
        e.where = QStringLiteral("LIAISON_MOODLE_TOKEN");
        QVERIFY(text::error(e, Language::French).sentence.contains(QStringLiteral("LIAISON_MOODLE_TOKEN")));

        e = {};
        e.kind = ErrorKind::Rejected;
        e.serverCode = QStringLiteral("error-something-new");
        QCOMPARE(text::errorCode(e), QStringLiteral("refused-by-server"));
        QVERIFY(text::error(e, Language::French).sentence.contains(QStringLiteral("error-something-new")));

        // Every kind has a code of its own to fall back to.
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Input); ++kind) {
            e = {};
            e.kind = static_cast<ErrorKind>(kind);
            QVERIFY(text::has(Group::Error, text::errorCode(e)));
        }
    }
};

QTEST_APPLESS_MAIN(TestTextErrors)
#include "test_text_errors.moc"
