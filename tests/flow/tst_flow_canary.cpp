// R40 R73: tokens and names as canaries through every command. Afterwards a token is nowhere but in the right header or
// body of a request to its own server, and after `purge` no name, login or id is left in any file.
#include "app/arguments.h"
#include "app/clitext.h"
#include "core/run/profile.h"
#include "core/store/journal.h"
#include "tests/flow/account.h"
#include "tests/flow/home.h"
#include "tests/flow/relay.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

Campus campus()
{
    Campus c;
    c.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* zoecanary yvescanary"),
             QStringLiteral("prof* yvescanary guestcanary"));
    c.moodlePerson(QStringLiteral("zoecanary")).lastname = QStringLiteral("Canarière");
    c.chatUser(QStringLiteral("yvescanary")).name = QStringLiteral("Yves Canarière");
    return c;
}

} // namespace

class FlowCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyCommandIsWalked();
    void tokens();
    void purge();
    void purgeKeepsTheJournal();
    void purgeAsks();
    void purgeWhileSomebodyReads();

private:
    Ran run(const QStringList &arguments, const QByteArray &input = {}, const Env &more = {});
    /// Each command at least once, in words and as a document, with and without trouble.
    void walk();

    std::unique_ptr<Flow> m_flow;
    std::unique_ptr<Home> m_home;
    std::unique_ptr<Relay> m_relay;
    QByteArray m_said;
    QSet<QString> m_walked;
};

void FlowCanary::init()
{
    m_flow = std::make_unique<Flow>(campus());
    m_home = std::make_unique<Home>();
    m_said.clear();
    m_walked.clear();
    const QUrl chat(m_flow->env[QStringLiteral("LIAISON_CHAT_URL")]);
    m_relay = std::make_unique<Relay>(static_cast<quint16>(chat.port()));
    for (auto it = m_flow->env.cbegin(); it != m_flow->env.cend(); ++it) {
        if (it.key() != u"LIAISON_STORE")
            m_home->env[it.key()] = it.key().endsWith(u"_URL") ? m_relay->through(it.value()) : it.value();
    }
    m_home->write(QStringLiteral("passphrase"), "cheval pile agrafe\n");
    m_home->env[QStringLiteral("LIAISON_PASSPHRASE_FILE")] = m_home->file(QStringLiteral("passphrase"));
}

Ran FlowCanary::run(const QStringList &arguments, const QByteArray &input, const Env &more)
{
    const Ran ran = m_home->run(arguments, input, more);
    m_said += said(ran);
    if (const auto parsed = app::parseArguments(arguments))
        m_walked.insert(parsed->command);
    return ran;
}

void FlowCanary::walk()
{
    const QString plan = m_home->file(QStringLiteral("plan.json"));
    const auto both = [&](const QStringList &arguments, const Env &more = {}) {
        run(arguments, {}, more);
        run(QStringList{QStringLiteral("--json")} + arguments, {}, more);
        run(QStringList{QStringLiteral("--lang"), QStringLiteral("fr")} + arguments, {}, more);
    };
    both({QStringLiteral("--help")});
    both(words("courses"));
    both(words("show ALG1"));
    both(words("links"));
    both(words("links confirm --all --yes"));
    both(words("plan --all --classes add,promote,demote,remove,settings,create -o") + QStringList{plan});
    both(words("apply") + QStringList{plan, QStringLiteral("--confirm-removals"), QStringLiteral("100")});
    both(words("runs"));
    both(words("journal"));
    both(words("journal verify"));
    const QByteArray listed = run(words("--json runs")).out;
    const QString ran = QJsonDocument::fromJson(listed).object()[u"runs"][0][u"run"].toString();
    both(words("journal --format csv --run") + QStringList{ran});
    both(words("undo") + QStringList{ran});
    both(words("resume") + QStringList{ran});
    both(words("doctor"));
    both(words("doctor --sheet"));
    both(words("doctor --bundle") + QStringList{m_home->file(QStringLiteral("bundle.json"))});
    both(QStringList{QStringLiteral("--request-log"), m_home->file(QStringLiteral("requests.csv")),
                     QStringLiteral("courses")});
    both(QStringList{QStringLiteral("--request-log"), m_home->file(QStringLiteral("requests.json")),
                     QStringLiteral("why"), QStringLiteral("zoecanary"), QStringLiteral("ALG1")});
    both(words("rooms"));
    both(words("roles"));
    both(words("retention"));
    both(words("restores"));
    both(words("why anne ALG1"));
    both(words("person anne"));
    both(words("publish") + QStringList{m_home->file(QStringLiteral("campus.snapshot")), QStringLiteral("--key-file"),
                                        m_home->file(QStringLiteral("snapshot-key"))});
    run(words("profile add canary --moodle") + QStringList{m_home->env[QStringLiteral("LIAISON_MOODLE_URL")]} +
        words("--chat") + QStringList{m_home->env[QStringLiteral("LIAISON_CHAT_URL")]} + words("--user api"));
    run(words("profile token set canary --store file"),
        QString(m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")] + u'\n' +
                m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")])
            .toUtf8());
    const Env fromFile{{QStringLiteral("LIAISON_MOODLE_TOKEN"), QString()},
                       {QStringLiteral("LIAISON_CHAT_TOKEN"), QString()},
                       {QStringLiteral("LIAISON_CHAT_USER"), QString()}};
    QVERIFY(run(words("--profile canary courses"), {}, fromFile).exit != 1);
    both(words("profile list"));
    both(words("profile show canary"));
    both(words("profile token test canary"));
    both(words("profile export canary"));
    // Trouble makes other sentences.
    m_flow->fault(R"({"do":"html","times":2})");
    both(words("courses"));
    m_flow->sandbox().clearFaults();
    m_flow->fault(R"({"do":"status","status":500})");
    both(words("courses"));
    m_flow->sandbox().clearFaults();
    both(words("courses"), {{QStringLiteral("LIAISON_CHAT_USER"), m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")]},
                            {QStringLiteral("LIAISON_CHAT_TOKEN"), QStringLiteral("api")}});
    both(words("courses"),
         {{QStringLiteral("LIAISON_MOODLE_TOKEN"), m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")]},
          {QStringLiteral("LIAISON_CHAT_TOKEN"), m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")]}});
}

/// A command that is added later has to walk here too.
void FlowCanary::everyCommandIsWalked()
{
    walk();
    run(words("purge --yes"));
    const QString usage = app::say(app::Say::Usage, text::Language::English);
    static const QRegularExpression command(QStringLiteral("^  ([a-z]+)\\b"), QRegularExpression::MultilineOption);
    QStringList missing;
    for (auto it = command.globalMatch(usage); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (name != u"sandbox" && !m_walked.contains(name))
            missing << name;
    }
    QCOMPARE(missing, QStringList());
}

void FlowCanary::tokens()
{
    walk();
    const QByteArray moodle = m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")].toUtf8();
    const QByteArray chat = m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")].toUtf8();
    QVERIFY(moodle.size() >= 32 && chat.size() >= 32);
    for (const QByteArray &token : {moodle, chat}) {
        QVERIFY(!m_said.contains(token));
        QCOMPARE(m_home->filesWith(token), QStringList()); // store, plan, profiles, everything
        QCOMPARE(m_home->filesWith(token.toBase64()), QStringList());
    }
    QVERIFY(!m_said.contains("agrafe"));
    QCOMPARE(m_home->filesWith("agrafe"), QStringList{m_home->file(QStringLiteral("passphrase"))});
    // What is made to be given away names nobody either.
    for (const char *file : {"bundle.json", "requests.csv", "requests.json"}) {
        const QByteArray bytes = m_home->read(QString::fromLatin1(file));
        QVERIFY2(bytes.size() > 500, file);
        for (const char *name : {"zoecanary", "yvescanary", "guestcanary", "Canari", "ALG1", "CANARY-"})
            QVERIFY2(!bytes.contains(name), name);
    }
    int seenMoodle = 0, seenChat = 0;
    const QList<Sent> requests = m_relay->requests();
    QVERIFY(requests.size() > 50);
    for (const Sent &request : requests) {
        const bool toChat = request.line.contains(" /chat/");
        QVERIFY2(toChat || request.line.contains(" /moodle"), request.line.constData());
        QVERIFY2(!request.line.contains(moodle) && !request.line.contains(chat), request.line.constData());
        for (const auto &[name, value] : request.headers) {
            QVERIFY2(!value.contains(moodle) || (toChat && name == "x-auth-token"), name.constData()); // given swapped
            const bool right = toChat && (name == "x-auth-token" || name == "x-user-id");
            QVERIFY2(!value.contains(chat) || right, name.constData());
            seenChat += name == "x-auth-token" && value == chat ? 1 : 0;
        }
        if (request.body.contains(moodle)) {
            QVERIFY2(request.body.contains(QByteArray("wstoken=" + moodle)) || request.line.contains("/login "),
                     request.line.constData());
            ++seenMoodle;
        }
        if (request.body.contains(chat))
            QVERIFY2(request.line.contains("/api/v1/login ") || request.body.contains(QByteArray("wstoken=" + chat)),
                     request.line.constData());
    }
    QVERIFY(seenMoodle > 10 && seenChat > 10); // the canaries did fly
}

void FlowCanary::purge()
{
    walk();
    const QString data = m_home->file(QStringLiteral("data"));
    // It held what there is to erase: ids in the memory and in the journal, the operator, course names.
    const QByteArray me = accountName().toUtf8();
    for (const char *known : {"u-zoecanary", "ALG1", me.constData()})
        QVERIFY2(!m_home->filesWith(known).isEmpty(), known);
    QCOMPARE(m_home->filesWith(forgedName.toUtf8()), QStringList());   // the environment is not believed
    QVERIFY(QFile::remove(m_home->file(QStringLiteral("plan.json")))); // saved by a person, where they chose
    const Ran purged = run(words("--json purge --yes"));
    QVERIFY2(purged.exit == 0, said(purged));
    QCOMPARE(purged.json[u"erased"].toArray().size(), 1);
    for (const char *name :
         {"zoecanary", "yvescanary", "guestcanary", "Canari", "prof", "ALG1", me.constData(), "r70"}) {
        const QStringList files = m_home->filesWith(name);
        QStringList inData;
        for (const QString &file : files) {
            if (file.startsWith(data))
                inData << file;
        }
        QVERIFY2(inData.isEmpty(), qPrintable(QString(QLatin1String(name) + u' ' + inData.join(u' '))));
    }
    QCOMPARE(run(words("--json runs")).json[u"runs"].toArray().size(), 0);
    QVERIFY(run(words("courses")).exit != 1); // and it goes on
}

void FlowCanary::purgeKeepsTheJournal()
{
    walk();
    const qsizetype runs = run(words("--json runs")).json[u"runs"].toArray().size();
    QVERIFY(runs > 0);
    QCOMPARE(run(words("purge --yes --keep-journal")).exit, 0);
    QCOMPARE(run(words("--json runs")).json[u"runs"].toArray().size(), runs);
    QVERIFY(m_home->filesWith("ALG1").isEmpty() ||
            !m_home->filesWith("ALG1").join(u' ').contains(QStringLiteral("liaison.db")));
}

void FlowCanary::purgeAsks()
{
    run(words("courses"));
    QCOMPARE(run(words("--json purge")).json[u"error"][u"code"].toString(), QStringLiteral("bad-arguments"));
    QVERIFY(!m_home->filesWith("ALG1").isEmpty());
    const Ran refused = m_home->runInTerminal(words("purge"), words("no"));
    QCOMPARE(refused.exit, 1);
    QVERIFY(!m_home->filesWith("ALG1").isEmpty());
    const Ran agreed = m_home->runInTerminal(words("--lang fr purge"), words("oui"));
    QVERIFY2(agreed.exit == 0, said(agreed));
    QVERIFY(m_home->filesWith("ALG1").isEmpty());
}

/// A console that is open: refused while it reads, and it survives a purge between two of its readings.
void FlowCanary::purgeWhileSomebodyReads()
{
    run(words("courses"));
    const auto open = store::Database::open(m_home->file(QStringLiteral("data/liaison")));
    QVERIFY(open);
    const Ran purged = run(words("purge --yes"));
    QVERIFY2(purged.exit == 0, said(purged));
    store::Journal journal(**open);
    const auto runs = journal.runs();
    QVERIFY(runs && runs->empty());
}

QTEST_GUILESS_MAIN(FlowCanary)
#include "tst_flow_canary.moc"
