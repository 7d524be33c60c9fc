// Every document of the command line against its schema, in both languages and with names that mean harm (rule 12).

#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString markup = QStringLiteral("<img src=x onerror=alert(1)> & \"quoted\"");
const QString escape = QStringLiteral("plain\x1b[31mred\x1b]0;title\x07 end\r\n$ second line");
const QString formula = QStringLiteral("=cmd|' /C calc'!A0");
const QString backwards = QStringLiteral("safe\u202Egpj.exe\u2066x");

/// Every list of every document has something in it.
Campus everything()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* new* anne bob gone nobody"),
                  QStringLiteral("prof anne* stranger chief@ gone"));
    for (sandbox::Enrolment &enrolment : campus.courseOf(7).enrolments) {
        if (enrolment.person == campus.person(QStringLiteral("gone")))
            enrolment.roles = QStringList{QStringLiteral("teacher")};
    }
    std::erase_if(campus.world.chat.users, [](const auto &u) { return u.username == u"nobody"; });
    campus.activityOf(70).retention = sandbox::ActivityRetention{true, 90, false, true};
    campus.linked(QStringLiteral("HID2"), 8, 80, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.activityOf(80).visible = false;
    campus.linked(QStringLiteral("LOST3"), 9, 90, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.activityOf(90).room = QStringLiteral("rmissing");
    campus.course(QStringLiteral("NONE4"), 10, QStringLiteral("prof*"));
    campus.activity(10, 100, QStringLiteral("x"));
    campus.activityOf(100).room.reset();
    campus.linked(QStringLiteral("DENIED5"), 11, 110, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    return campus;
}

Campus hostile()
{
    Campus campus = everything();
    campus.courseOf(7).fullname = markup;
    campus.courseOf(7).shortname = formula;
    campus.courseOf(8).fullname = escape;
    campus.courseOf(8).shortname = backwards;
    campus.courseOf(9).shortname = escape;
    campus.activityOf(70).name = markup;
    campus.roomOf(QStringLiteral("r70")).name = escape;
    campus.roomOf(QStringLiteral("r80")).name = formula;
    campus.roomOf(QStringLiteral("r70")).topic = escape;
    campus.chatUser(QStringLiteral("stranger")).name = escape;
    campus.chatUser(QStringLiteral("gone")).name = backwards;
    campus.moodlePerson(QStringLiteral("anne")).firstname = markup;
    campus.moodlePerson(QStringLiteral("bob")).lastname = escape;
    campus.moodlePerson(QStringLiteral("nobody")).lastname = backwards;
    return campus;
}

} // namespace

class FlowDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemas_data();
    void schemas();
    void errors();
    void controlDocuments();
    void hostileNames();

private:
    void valid(const char *schema, const QByteArray &document);
};

void FlowDocuments::valid(const char *schema, const QByteArray &document)
{
    const QByteArray wrong = misfit(schema, document);
    QVERIFY2(wrong.isEmpty(), wrong);
}

void FlowDocuments::schemas_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("harm");
    QTest::newRow("en") << QStringLiteral("en") << false;
    QTest::newRow("fr") << QStringLiteral("fr") << false;
    QTest::newRow("hostile names") << QStringLiteral("fr") << true;
}

void FlowDocuments::schemas()
{
    QFETCH(QString, language);
    QFETCH(bool, harm);
    Flow flow(harm ? hostile() : everything());
    const QStringList head{QStringLiteral("--lang"), language, QStringLiteral("--json")};
    flow.fault(R"({"server":"rocketchat","match":"members","room":"r110","do":"html"})");
    const auto check = [&](const char *schema, const QStringList &words, int exit) {
        const Ran run = flow.run(head + words);
        QVERIFY2(run.exit == exit, said(run));
        QVERIFY2(run.err.isEmpty(), said(run)); // a document and nothing else
        QVERIFY2(!run.out.contains('\x1b') && !run.out.contains('\x07'), run.out);
        valid(schema, run.out);
    };
    check("plan",
          {QStringLiteral("plan"), QStringLiteral("--all"), QStringLiteral("--classes"), every, QStringLiteral("-o"),
           flow.file(QStringLiteral("plan.json"))},
          3);
    valid("plan", flow.read(QStringLiteral("plan.json")));
    check("courses", {QStringLiteral("courses")}, 2);
    check("show", {QStringLiteral("show"), QStringLiteral("7")}, 2);
    check("show", {QStringLiteral("show"), QStringLiteral("main:11")}, 5);
    check("runs", {QStringLiteral("runs")}, 0);
    check("apply", {QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))}, 0);
    check("apply", {QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))}, 4);
    check("runs", {QStringLiteral("runs")}, 0);
    check("journal", {QStringLiteral("journal")}, 0);
    check("journal", {QStringLiteral("journal"), QStringLiteral("--format"), QStringLiteral("json")}, 0);
    check("journal-verify", {QStringLiteral("journal"), QStringLiteral("verify")}, 0);
    const QString run =
        flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"][1][u"run"].toString();
    check("plan", {QStringLiteral("undo"), run}, 0);
    const QFile::Permissions mode = QFile(flow.file(QStringLiteral("plan.json"))).permissions();
    QVERIFY(!(mode & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))); // it names people
}

void FlowDocuments::errors()
{
    Flow flow(hostile());
    for (const QStringList &words :
         {QStringList{QStringLiteral("show"), QStringLiteral("nosuchcourse")},
          QStringList{QStringLiteral("show"), QString(escape + u'!')}, QStringList{QStringLiteral("apply"), backwards},
          QStringList{QStringLiteral("frobnicate")},
          QStringList{QStringLiteral("--lang"), QStringLiteral("xx"), QStringLiteral("runs")}}) {
        const Ran run = flow.run(QStringList{QStringLiteral("--json")} + words);
        QVERIFY2(run.exit == 1, said(run));
        QVERIFY2(!run.out.contains('\x1b') && !run.err.contains('\x1b') && !run.err.contains("\u202E"), said(run));
        valid("error", run.out);
    }
    const Ran refused = flow.run({QStringLiteral("--json"), QStringLiteral("courses")},
                                 {{QStringLiteral("LIAISON_CHAT_TOKEN"), QStringLiteral("wrong")}});
    valid("error", refused.out);
}

// What the sandbox says of itself.
void FlowDocuments::controlDocuments()
{
    Flow flow(everything());
    const QJsonObject ready = flow.sandbox().ready();
    valid("sandbox-ready", QJsonDocument(ready).toJson());
    QCOMPARE(flow.plan(every).exit, 3);
    const QUrl control(ready[u"control"].toString());
    const auto get = [&](const char *what) {
        QTcpSocket socket;
        socket.connectToHost(control.host(), static_cast<quint16>(control.port()));
        socket.waitForConnected();
        socket.write("GET " + control.path().toLatin1() + what +
                     " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(5000))
            answer += socket.readAll();
        answer += socket.readAll();
        return answer.mid(answer.indexOf("\r\n\r\n") + 4);
    };
    const QByteArray requests = get("/requests");
    valid("requests", requests);
    QVERIFY(QJsonDocument::fromJson(requests)[u"requests"].toArray().size() > 5);
    const QJsonArray list = QJsonDocument::fromJson(requests)[u"requests"].toArray();
    for (const QJsonValue &request : list)
        QCOMPARE(request[u"write"].toBool(), false);
    valid("world", get("/world"));
}

void FlowDocuments::hostileNames()
{
    Flow flow(hostile());
    for (const char *language : {"en", "fr"}) {
        const QString lang = QString::fromLatin1(language);
        QList<Ran> shown{
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("courses")}),
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("show"), QStringLiteral("7")}),
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("show"), QStringLiteral("8")}),
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("plan"), QStringLiteral("--all"),
                      QStringLiteral("--classes"), every, QStringLiteral("-o"),
                      flow.file(QStringLiteral("plan.json"))}),
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))}),
            flow.run({QStringLiteral("--lang"), lang, QStringLiteral("runs")})};
        for (const Ran &run : shown) {
            QVERIFY2(run.exit != 1 && run.exit >= 0, said(run));
            const QString text = QString::fromUtf8(QByteArray(run.out + run.err));
            for (const QChar c : text) {
                const bool control = c.category() == QChar::Other_Control && c != u'\n';
                const bool turns = (c >= QChar(0x202a) && c <= QChar(0x202e)) ||
                                   (c >= QChar(0x2066) && c <= QChar(0x2069)) || c == QChar(0x200e) ||
                                   c == QChar(0x200f) || c == QChar(0x061c);
                QVERIFY2(!control && !turns, said(run));
            }
            // A name cannot begin a line of its own.
            const QStringList lines = text.split(u'\n');
            for (const QString &line : lines)
                QVERIFY2(!line.startsWith(QLatin1String("$ second")), said(run));
        }
        // Markup is text.
        QVERIFY(QString::fromUtf8(shown[0].out).contains(QLatin1String("<img src=x")));
        QVERIFY(QString::fromUtf8(shown[0].out).contains(formula));
    }
}

QTEST_GUILESS_MAIN(FlowDocuments)
#include "tst_flow_documents.moc"
