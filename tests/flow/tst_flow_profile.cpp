// R24 R128 R141 R227 R250 R349: profiles by name, their tokens, those of the institution, and their scope.
// Run twice: without a keyring, and inside tests/secrets/with-keyring.sh.
#include "core/secrets/passphrase.h"
#include "tests/flow/home.h"
#include "tests/flow/schema.h"
#include "ui/text/text.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString json = QStringLiteral("--json");
const QString profile = QStringLiteral("profile");
const QString yes = QStringLiteral("--yes");

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

QString codeOf(const Ran &ran)
{
    return ran.json[u"error"][u"code"].toString();
}

Campus campus()
{
    Campus c;
    c.site().categories.push_back({10, 0, QStringLiteral("Sciences")});
    c.site().categories.push_back({11, 10, QStringLiteral("Licence")});
    c.site().categories.push_back({20, 0, QStringLiteral("Droit")});
    c.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    c.linked(QStringLiteral("DRO1"), 8, 80, QStringLiteral("prof* luc"), QStringLiteral("prof*"));
    c.courseOf(7).category = 11;
    c.courseOf(8).category = 20;
    const auto restore = [&](qint64 id, int status, qint64 category, std::optional<qint64> course) {
        sandbox::RestoreTask task;
        task.id = id;
        task.status = status;
        task.requester = 101;
        task.externalCourse = id;
        task.externalName = QStringLiteral("Restored %1").arg(id);
        task.externalUrl = QStringLiteral("https://old.campus.example");
        task.category = category;
        task.course = course;
        task.created = {c.world.now.ms - (10 - id) * 86'400'000};
        c.site().restoreTasks.push_back(task);
    };
    restore(1, 2, 11, 7);
    restore(2, 0, 20, std::nullopt); // at the head of the queue: the source does not answer
    restore(3, 0, 11, std::nullopt);
    restore(4, 2, 20, 8);
    restore(5, 0, 0, std::nullopt); // the default category, which nobody tells
    restore(6, 2, 0, 7);
    c.site().runner.lastRun = c.world.now;
    return c;
}

} // namespace

class FlowProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromNothingToAWorkingProfile();
    void withoutKeychain();
    void tokensNeverInArguments();
    void inATerminal();
    void anotherHostNeedsItsOwnToken();
    void precedence();
    void exportAndImport();
    void importAsksForEach();
    void onlyCertificatesTravel();
    void machineWide();
    void documents();
    void mistakes_data();
    void mistakes();
    void scope_data();
    void scope();
    void scopeOfRestores_data();
    void scopeOfRestores();
    void scopeThatCannotBeJudged_data();
    void scopeThatCannotBeJudged();
    void scopeAtApply();
    void readOnly();

private:
    enum class Tokens {
        Kept,  ///< in the keyring where there is one, else in the file (whose key takes a second to derive)
        Given, ///< by the environment
    };
    /// A profile `campus` with its tokens.
    void makeProfile(const QStringList &more = {}, Tokens tokens = Tokens::Kept);
    [[nodiscard]] QStringList store() const;

    std::unique_ptr<Flow> m_flow;
    std::unique_ptr<Home> m_home;
    QString m_moodle, m_chat, m_moodleToken, m_chatToken;
};

void FlowProfile::init()
{
    m_flow = std::make_unique<Flow>(campus());
    m_home = std::make_unique<Home>();
    m_moodle = m_flow->env[QStringLiteral("LIAISON_MOODLE_URL")];
    m_chat = m_flow->env[QStringLiteral("LIAISON_CHAT_URL")];
    m_moodleToken = m_flow->env[QStringLiteral("LIAISON_MOODLE_TOKEN")];
    m_chatToken = m_flow->env[QStringLiteral("LIAISON_CHAT_TOKEN")];
    if (!Home::hasKeyring()) {
        m_home->write(QStringLiteral("passphrase"), "cheval pile agrafe\n");
        m_home->env[QStringLiteral("LIAISON_PASSPHRASE_FILE")] = m_home->file(QStringLiteral("passphrase"));
    }
}

QStringList FlowProfile::store() const
{
    return Home::hasKeyring() ? QStringList() : words("--store file");
}

void FlowProfile::makeProfile(const QStringList &more, Tokens tokens)
{
    const Ran added = m_home->run(words("profile add campus --moodle") + QStringList{m_moodle} + words("--chat") +
                                  QStringList{m_chat} + words("--user api") + more);
    QVERIFY2(added.exit == 0, said(added));
    if (tokens == Tokens::Given) {
        m_home->env[QStringLiteral("LIAISON_MOODLE_TOKEN")] = m_moodleToken;
        m_home->env[QStringLiteral("LIAISON_CHAT_TOKEN")] = m_chatToken;
        return;
    }
    const Ran kept = m_home->run(words("profile token set campus") + store(),
                                 QString(m_moodleToken + u'\n' + m_chatToken + u'\n').toUtf8());
    QVERIFY2(kept.exit == 0, said(kept));
}

void FlowProfile::fromNothingToAWorkingProfile()
{
    const Ran none = m_home->run(words("profile list"));
    QCOMPARE(none.exit, 0);
    QVERIFY(none.out.contains("profile add"));
    makeProfile();
    const Ran list = m_home->run(words("--json profile list"));
    QCOMPARE(list.exit, 0);
    QCOMPARE(list.json[u"profiles"][0][u"profile"].toString(), QStringLiteral("campus"));
    QCOMPARE(list.json[u"profiles"][0][u"config"][u"chat"][u"url"].toString(), m_chat);
    const Ran shown = m_home->run(words("--lang fr profile show campus"));
    QVERIFY2(shown.out.contains("Environnement") && shown.out.contains(m_moodle.toUtf8()), said(shown));
    const Ran tested = m_home->run(words("--json profile token test campus"));
    QVERIFY2(tested.exit == 0, said(tested));
    QCOMPARE(tested.json[u"tested"].toArray().size(), 2);
    QCOMPARE(tested.json[u"tested"][1][u"signedInAs"].toString(), QStringLiteral("liaison.api"));
    const Ran courses = m_home->run(words("--profile campus --json courses"));
    QVERIFY2(courses.exit == 2, said(courses));
    QCOMPARE(m_flow->writes(), 0);
    // Nothing of a token in clear, anywhere.
    for (const QString &token : {m_moodleToken, m_chatToken})
        QCOMPARE(m_home->filesWith(token.toUtf8()), QStringList());

    const Ran forgotten = m_home->run(words("--json profile token forget campus chat"));
    QVERIFY2(forgotten.exit == 0 || !Home::hasKeyring(), said(forgotten));
    const Ran without = m_home->run(words("--profile campus --json courses"));
    QCOMPARE(without.exit, 1);
    QCOMPARE(codeOf(without), QStringLiteral("no-token"));
    QVERIFY(without.json[u"error"][u"text"].toString().contains(QStringLiteral(", api")));
    QCOMPARE(m_home->run(words("profile remove campus --yes")).exit, 0);
    QCOMPARE(codeOf(m_home->run(words("--profile campus --json courses"))), QStringLiteral("profile-not-found"));
}

// A clear sentence, and nothing in clear text anywhere.
void FlowProfile::withoutKeychain()
{
    if (Home::hasKeyring())
        QSKIP("there is a keyring");
    const QStringList add = words("profile add campus --moodle") + QStringList{m_moodle} + words("--chat") +
                            QStringList{m_chat} + words("--user api");
    QCOMPARE(m_home->run(add).exit, 0);
    for (const char *language : {"en", "fr"}) {
        const Ran refused = m_home->run(QStringList{QStringLiteral("--lang"), QString::fromLatin1(language), json} +
                                            words("profile token set campus"),
                                        "CANARY-1\nCANARY-2\n");
        QCOMPARE(refused.exit, 1);
        QCOMPARE(codeOf(refused), QStringLiteral("keychain-unavailable"));
        QVERIFY(refused.json[u"error"][u"remedy"].toString().contains(QStringLiteral("--store file")));
    }
    QCOMPARE(m_home->filesWith("CANARY"), QStringList());
    const Ran courses = m_home->run(words("--profile campus --json courses"));
    QCOMPARE(codeOf(courses), QStringLiteral("keychain-unavailable"));
    // The environment needs no keychain.
    const Ran env = m_home->run(
        words("--profile campus courses"), {},
        {{QStringLiteral("LIAISON_MOODLE_TOKEN"), m_moodleToken}, {QStringLiteral("LIAISON_CHAT_TOKEN"), m_chatToken}});
    QVERIFY2(env.exit == 2, said(env));
    // The file, without anybody to ask for its passphrase, and with a wrong one.
    const Env nobody{{QStringLiteral("LIAISON_PASSPHRASE_FILE"), QString()}};
    QCOMPARE(codeOf(m_home->run(words("--json profile token set campus moodle --store file"), "x", nobody)),
             QStringLiteral("bad-arguments")); // the site is called main
    QCOMPARE(codeOf(m_home->run(words("--json profile token set campus main --store file"), "x", nobody)),
             QStringLiteral("passphrase-needed"));
    m_home->write(QStringLiteral("short"), "too short\n");
    const Env tooShort{{QStringLiteral("LIAISON_PASSPHRASE_FILE"), m_home->file(QStringLiteral("short"))}};
    const QString file = m_home->file(QStringLiteral("config/liaison/tokens.sealed"));
    const QStringList setMain = words("profile token set campus main --store file");
    QCOMPARE(codeOf(m_home->run(words("--json") + setMain, "x", tooShort)), QStringLiteral("passphrase-too-short"));
    for (const char *language : {"en", "fr"}) {
        const Ran refused = m_home->run(words("--lang") + words(language) + setMain, "x", tooShort);
        QCOMPARE(refused.exit, 1);
        QVERIFY2(refused.err.contains(QByteArray::number(secrets::leastPassphrase)), said(refused));
    }
    QVERIFY(!QFile::exists(file));
    // One that exists keeps the passphrase it has.
    QVERIFY(QFile::copy(QStringLiteral(LIAISON_TEST_DATA "/secrets/short-passphrase.sealed"), file));
    m_home->write(QStringLiteral("short"), "court\n");
    QVERIFY(m_home->run(setMain, "x", tooShort).exit == 0);
    QVERIFY(QFile::remove(file));
    QCOMPARE(m_home->run(words("profile token set campus --store file"), "CANARY-1\nCANARY-2\n").exit, 0);
    m_home->write(QStringLiteral("wrong"), "another");
    const Ran wrong = m_home->run(words("--profile campus --json courses"), {},
                                  {{QStringLiteral("LIAISON_PASSPHRASE_FILE"), m_home->file(QStringLiteral("wrong"))}});
    QCOMPARE(codeOf(wrong), QStringLiteral("wrong-passphrase"));
    QCOMPARE(codeOf(m_home->run(words("--profile campus --json courses"), {}, nobody)),
             QStringLiteral("passphrase-needed"));
    QCOMPARE(m_home->filesWith("CANARY"), QStringList());
    QVERIFY(QFile::exists(file));
    QVERIFY(!(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void FlowProfile::tokensNeverInArguments()
{
    makeProfile();
    for (const char *line : {"--json profile token set campus chat CANARY", "--json profile token set campus --token=x",
                             "--json profile add other --token CANARY"}) {
        const Ran refused = m_home->run(words(line), "CANARY\n");
        QCOMPARE(refused.exit, 1);
        QCOMPARE(codeOf(refused), QStringLiteral("bad-arguments"));
    }
    for (const QByteArray &input : {QByteArray(), QByteArray("\n"), QByteArray("a\tb\n")}) {
        const Ran empty = m_home->run(words("--json profile token set campus chat") + store(), input);
        QCOMPARE(codeOf(empty), QStringLiteral("bad-input"));
    }
    QCOMPARE(m_home->run(words("profile token test campus")).exit, 0); // the good one was kept
}

void FlowProfile::inATerminal()
{
    makeProfile();
    const Ran typed = m_home->runInTerminal(words("profile token set campus chat") + store(), {m_chatToken});
    QVERIFY2(typed.exit == 0, said(typed));
    QVERIFY2(typed.out.contains("Token for chat"), said(typed));
    QVERIFY(!typed.out.contains(m_chatToken.toUtf8())); // no echo
    if (!Home::hasKeyring()) {
        const Ran asked =
            m_home->runInTerminal(words("--profile campus courses"), {QStringLiteral("cheval pile agrafe")},
                                  {{QStringLiteral("LIAISON_PASSPHRASE_FILE"), QString()}});
        QVERIFY2(asked.exit == 2, said(asked));
        QVERIFY(!asked.out.contains("agrafe"));
    }
}

// Design rule 10: change the host and the secret is gone.
void FlowProfile::anotherHostNeedsItsOwnToken()
{
    makeProfile();
    QString elsewhere = m_chat;
    elsewhere.replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
    const Ran added = m_home->run(words("profile add moved --moodle") + QStringList{m_moodle} + words("--chat") +
                                  QStringList{elsewhere} + words("--user api"));
    QVERIFY2(added.exit == 0, said(added));
    m_flow->sandbox().clearRequests();
    const Ran run = m_home->run(words("--profile moved --json courses"));
    QCOMPARE(codeOf(run), QStringLiteral("no-token"));
    QCOMPARE(m_flow->sandbox().requests().size(), size_t(0));
    // The same account at the same server, in another profile: the same token.
    const Ran twin = m_home->run(words("profile add twin --moodle") + QStringList{m_moodle} + words("--chat") +
                                 QStringList{QString(m_chat + QStringLiteral("/home"))} + words("--user api"));
    QVERIFY2(twin.exit == 0, said(twin));
    const Ran same = m_home->run(words("--profile twin courses"));
    QVERIFY2(same.exit == 2, said(same));
}

// Design 8: the first given of --demo, --config, LIAISON_CONFIG, --profile, environment alone counts.
void FlowProfile::precedence()
{
    makeProfile(words("--courses 7"), Tokens::Given);
    const Env tokens{{QStringLiteral("LIAISON_MOODLE_TOKEN"), m_moodleToken},
                     {QStringLiteral("LIAISON_CHAT_TOKEN"), m_chatToken},
                     {QStringLiteral("LIAISON_CHAT_USER"), QStringLiteral("api")},
                     {QStringLiteral("LIAISON_MOODLE_URL"), m_moodle},
                     {QStringLiteral("LIAISON_CHAT_URL"), m_chat}};
    const auto seen = [&](const QStringList &arguments, const Env &more) {
        Env all = tokens;
        for (auto it = more.begin(); it != more.end(); ++it)
            all[it.key()] = it.value();
        const Ran run = m_home->run(QStringList{json} + arguments + words("courses"), {}, all);
        QStringList names;
        for (const QJsonValue &link : run.json[u"links"].toArray())
            names << link[u"shortname"].toString();
        return run.exit == 1 ? codeOf(run) : names.join(u' ');
    };
    const auto config = [&](const QString &name, const QString &expression) {
        QJsonObject o = QJsonDocument::fromJson(m_home->run(words("profile export campus")).out).object();
        o.insert(QStringLiteral("scope"), QJsonObject{{QStringLiteral("expression"), expression}});
        m_home->write(name, QJsonDocument(o).toJson());
        return m_home->file(name);
    };
    const QString dro = config(QStringLiteral("dro.json"), QStringLiteral("DRO"));
    const QString none = config(QStringLiteral("none.json"), QStringLiteral("NONE"));
    const QString configOption = QStringLiteral("--config");
    QCOMPARE(seen({}, {}), QStringLiteral("ALG1 DRO1"));
    QCOMPARE(seen(words("--profile campus"), {}), QStringLiteral("ALG1"));
    QCOMPARE(seen(words("--profile campus"), {{QStringLiteral("LIAISON_CONFIG"), dro}}), QStringLiteral("DRO1"));
    QCOMPARE(seen({configOption, none}, {{QStringLiteral("LIAISON_CONFIG"), dro}}), QString());
    QCOMPARE(seen(QStringList{configOption, dro} + words("--profile nowhere"), {}), QStringLiteral("DRO1"));
    QCOMPARE(seen(words("--profile nowhere"), {}), QStringLiteral("profile-not-found"));
}

// R66: settings, mapping and rules travel, no secret does.
void FlowProfile::exportAndImport()
{
    makeProfile({QStringLiteral("--production")});
    const QString file = m_home->file(QStringLiteral("campus.liaison"));
    QCOMPARE(m_home->run(words("profile export campus -o") + QStringList{file}).exit, 0);
    const QByteArray exported = m_home->read(QStringLiteral("campus.liaison"));
    for (const QString &token : {m_moodleToken, m_chatToken})
        QVERIFY(!exported.contains(token.toUtf8()));
    QCOMPARE(codeOf(m_home->run(words("--json profile import") + QStringList{file, yes})),
             QStringLiteral("profile-exists"));
    const Ran imported = m_home->run(words("--json profile import") + QStringList{file, yes} + words("--as other"));
    QVERIFY2(imported.exit == 0, said(imported));
    QCOMPARE(imported.json[u"config"], QJsonValue(QJsonDocument::fromJson(exported).object()));
    QCOMPARE(imported.json[u"config"][u"environment"].toString(), QStringLiteral("production"));
    // The same servers and account: its tokens are there already.
    QCOMPARE(m_home->run(words("profile token test other")).exit, 0);
    // Without a terminal nobody can be asked.
    const Ran silent = m_home->run(words("--json profile import") + QStringList{file} + words("--as third"));
    QCOMPARE(codeOf(silent), QStringLiteral("bad-arguments"));
    QCOMPARE(codeOf(m_home->run(words("--json profile show third"))), QStringLiteral("profile-not-found"));
}

void FlowProfile::importAsksForEach()
{
    QVERIFY(m_home->run(words("profile list")).exit == 0);
    const QString ca = QStringLiteral(LIAISON_TEST_DATA "/tls/authority.pem");
    QFile pem(ca);
    QVERIFY(pem.open(QIODevice::ReadOnly));
    const QJsonObject from{
        {QStringLiteral("format"), QStringLiteral("liaison-config")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("name"), QStringLiteral("Université d’ailleurs")},
        {QStringLiteral("moodle"),
         QJsonArray{QJsonObject{{QStringLiteral("url"), QStringLiteral("https://moodle.ailleurs.example")},
                                {QStringLiteral("ca"), QString::fromLatin1(pem.readAll())}}}},
        {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), QStringLiteral("https://chat.ailleurs.example")},
                                             {QStringLiteral("user"), QStringLiteral("api")}}},
        {QStringLiteral("proxy"), QStringLiteral("http://proxy.ailleurs.example:3128")}};
    m_home->write(QStringLiteral("from.json"), QJsonDocument(from).toJson());
    const QStringList command = words("profile import") + QStringList{m_home->file(QStringLiteral("from.json"))};
    // Moodle yes, its authority no, chat yes, proxy no.
    const Ran asked = m_home->runInTerminal(command, words("yes no oui no"));
    QVERIFY2(asked.exit == 0, said(asked));
    for (const char *shown : {"https://moodle.ailleurs.example", "https://chat.ailleurs.example", "SHA-256",
                              "http://proxy.ailleurs.example:3128", "71:F6:"})
        QVERIFY2(asked.out.contains(shown), said(asked));
    const Ran kept = m_home->run(words("--json profile show Universite-d-ailleurs"));
    QVERIFY2(kept.exit == 0, said(kept));
    QVERIFY(kept.json[u"config"][u"moodle"][0][u"ca"].isUndefined());
    QVERIFY(kept.json[u"config"][u"proxy"].isUndefined());
    // A server refused: nothing.
    const Ran refused = m_home->runInTerminal(command + words("--as second"), words("yes yes no"));
    QVERIFY2(refused.exit == 1, said(refused));
    QCOMPARE(codeOf(m_home->run(words("--json profile show second"))), QStringLiteral("profile-not-found"));
}

/// The PEM file of a server may hold its private key too.
void FlowProfile::onlyCertificatesTravel()
{
    QFile pem(QStringLiteral(LIAISON_TEST_DATA "/tls/authority.pem"));
    QVERIFY(pem.open(QIODevice::ReadOnly));
    m_home->write(QStringLiteral("bundle.pem"),
                  "-----BEGIN PRIVATE KEY-----\nCANARYKEY\n-----END PRIVATE KEY-----\n" + pem.readAll());
    makeProfile({QStringLiteral("--ca"), m_home->file(QStringLiteral("bundle.pem"))}, Tokens::Given);
    const Ran exported = m_home->run(words("profile export campus"));
    QVERIFY2(exported.out.contains("BEGIN CERTIFICATE"), said(exported));
    QVERIFY(!exported.out.contains("CANARYKEY"));
    QCOMPARE(m_home->filesWith("CANARYKEY").size(), 1); // the bundle itself
    QVERIFY(m_home->run(words("profile show campus")).out.contains("SHA-256"));
}

void FlowProfile::machineWide()
{
    makeProfile({}, Tokens::Given);
    const QByteArray good = m_home->run(words("profile export campus")).out;
    m_home->write(QStringLiteral("machine/institution.json"), good);
    m_home->write(QStringLiteral("machine/broken.json"), "{\"format\":\"liaison-config\",\"version\":1,\"colour\":1}");
    const QByteArray broken = m_home->file(QStringLiteral("machine/broken.json")).toUtf8();
    for (const char *language : {"en", "fr"}) {
        const Ran list =
            m_home->run(QStringList{QStringLiteral("--lang"), QString::fromLatin1(language)} + words("profile list"));
        QCOMPARE(list.exit, 5);
        QVERIFY2(list.out.contains(broken), said(list));
        QVERIFY2(list.out.contains("campus") && list.out.contains("institution"), said(list));
    }
    QVERIFY2(m_home->run(words("--profile institution courses")).exit == 2, "the institution's profile");
    QVERIFY2(m_home->run(words("--profile campus courses")).exit == 2, "one's own profile");
    const Ran used = m_home->run(words("--profile broken --json courses"));
    QCOMPARE(codeOf(used), QStringLiteral("bad-profile"));
    QVERIFY(used.json[u"error"][u"text"].toString().toUtf8().contains(broken));
    QCOMPARE(codeOf(m_home->run(words("--json profile remove institution --yes"))),
             QStringLiteral("profile-machine-wide"));
}

void FlowProfile::documents()
{
    const auto valid = [&](const char *schema, const QJsonValue &document) {
        const QByteArray wrong = misfit(schema, QJsonDocument(document.toObject()).toJson());
        QVERIFY2(wrong.isEmpty(), wrong);
    };
    makeProfile();
    m_home->write(QStringLiteral("machine/broken.json"), "{}");
    const Ran list = m_home->run(words("--json profile list"));
    valid("profiles", list.json);
    const Ran shown = m_home->run(words("--json profile show campus"));
    valid("profile", shown.json);
    valid("config", shown.json[u"config"]);
    valid("config", QJsonDocument::fromJson(m_home->run(words("profile export campus")).out).object());
    valid("tokens", m_home->run(words("--json profile token set campus chat") + store(), m_chatToken.toUtf8()).json);
    valid("tokens", m_home->run(words("--json profile token test campus")).json);
    if (Home::hasKeyring())
        valid("tokens", m_home->run(words("--json profile token forget campus")).json);
    valid("purge", m_home->run(words("--json purge --yes")).json);
}

void FlowProfile::mistakes_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *line, const char *code) {
        QTest::newRow(line) << words(line) << QString::fromLatin1(code);
    };
    row("profile", "bad-arguments");
    row("profile show", "bad-arguments");
    row("profile frobnicate", "bad-arguments");
    row("profile token set", "bad-arguments");
    row("profile token read campus", "profile-not-found");
    row("profile show nowhere", "profile-not-found");
    row("profile remove nowhere --yes", "profile-not-found");
    row("profile import /nonexistent --yes", "file-not-found");
    row("profile add x", "bad-arguments");
    row("profile add ../x --moodle https://m --chat https://c", "bad-profile-name");
    row("profile add x --moodle m --chat https://c", "bad-url");
    row("profile add x --moodle https://m --chat c", "bad-url");
    row("profile add x --moodle https://m --chat https://c --ca /nonexistent", "ca-file");
    row("profile add x --moodle https://m --chat https://c --proxy http://a:b@p", "bad-config");
    row("profile add x --moodle Main=https://m --chat https://c", "bad-config");
    row("profile add x --moodle https://m --moodle https://n --chat https://c", "bad-config");
    row("profile add x --moodle https://m --chat https://c --expression (", "bad-config");
}

void FlowProfile::mistakes()
{
    QFETCH(QStringList, line);
    QFETCH(QString, code);
    const Ran run = m_home->run(QStringList{json} + line);
    QVERIFY2(run.exit == 1, said(run));
    QCOMPARE(codeOf(run), code);
    QVERIFY(!run.json[u"error"][u"remedy"].toString().isEmpty());
    QVERIFY(!QFile::exists(m_home->file(QStringLiteral("config/liaison/profiles/x.json"))));
}

void FlowProfile::scope_data()
{
    QTest::addColumn<QStringList>("limits");
    QTest::newRow("category tree") << words("--categories 10");
    QTest::newRow("course list") << words("--courses 7");
    QTest::newRow("expression") << words("--expression ^ALG");
}

// A scoped profile neither sees nor plans outside, even by a pasted id, name, address or sentence.
void FlowProfile::scope()
{
    QFETCH(QStringList, limits);
    makeProfile(limits, Tokens::Given);
    const QStringList head = words("--profile campus --json");
    const Ran courses = m_home->run(head + words("courses"));
    QCOMPARE(courses.json[u"links"].toArray().size(), 1);
    QCOMPARE(courses.json[u"links"][0][u"cmid"].toInt(), 70);
    const Ran plan = m_home->run(head + words("plan --all --classes add,promote,demote,remove,settings"));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add anne"));
    QVERIFY2(!plan.out.contains("DRO1") && !plan.out.contains("r80") && !plan.out.contains("luc"), said(plan));
    const QString room = m_flow->sandbox().world().chat.rooms.back().name;
    const QString sentence = QStringLiteral("Salon « %1 » introuvable").arg(room);
    for (const QString &named :
         {QStringLiteral("DRO1"), QStringLiteral("8"), QStringLiteral("main:8"), QStringLiteral("r80"), room,
          QString(m_chat + QStringLiteral("/group/") + room), sentence}) {
        for (const char *command : {"show", "plan"}) {
            const Ran run = m_home->run(head + QStringList{QString::fromLatin1(command), named});
            QVERIFY2(run.exit == 1, said(run));
            QCOMPARE(codeOf(run), QStringLiteral("course-not-found"));
        }
    }
    for (const char *list : {"rooms", "roles", "retention", "restores", "person luc"}) {
        const Ran run = m_home->run(head + words(list));
        QVERIFY2(!run.out.contains("DRO1") && !run.out.contains("r80") && !run.out.contains(room.toUtf8()), said(run));
    }
    const Ran confirm = m_home->run(head + words("links confirm main:80 --yes"));
    QCOMPARE(codeOf(confirm), QStringLiteral("unknown-entry"));
    const Ran links = m_home->run(head + words("links"));
    QCOMPARE(links.json[u"links"].toArray().size(), 1);
    QCOMPARE(m_flow->writes(), 0);
}

void FlowProfile::scopeThatCannotBeJudged_data()
{
    QTest::addColumn<QStringList>("limits");
    QTest::addColumn<QByteArray>("lost");
    QTest::newRow("categories") << words("--categories 10") << QByteArray("core_course_get_categories");
    QTest::newRow("courses") << words("--expression ^ALG") << QByteArray("core_course_get_courses_by_field");
    QTest::newRow("both") << words("--categories 10 --expression ^ALG")
                          << QByteArray("core_course_get_courses_by_field");
}

// Rule 1: where nobody knows whose the restores are, none is shown, and none is called another faculty's.
void FlowProfile::scopeThatCannotBeJudged()
{
    QFETCH(QStringList, limits);
    QFETCH(QByteArray, lost);
    makeProfile(limits, Tokens::Given);
    m_flow->fault(QByteArray(R"({"server":"moodle","do":"status","status":502,"match":")" + lost + "\"}").constData());
    const Ran json = m_home->run(words("--profile campus --json restores list"));
    QVERIFY2(json.exit == 5, said(json));
    QVERIFY(json.json[u"tasks"].toArray().isEmpty());
    QVERIFY2(json.json[u"outside"].isNull(), said(json));
    const Ran text = m_home->run(words("--profile campus restores list"));
    QVERIFY2(text.exit == 5 && text.out.contains("main: "), said(text));
}

void FlowProfile::scopeOfRestores_data()
{
    QTest::addColumn<QStringList>("limits");
    QTest::addColumn<QString>("inside");
    QTest::newRow("everything") << QStringList() << QStringLiteral("1 2 3 4 5 6");
    QTest::newRow("category tree") << words("--categories 10") << QStringLiteral("1 3 6");
    QTest::newRow("course list") << words("--courses 7") << QStringLiteral("1 6");
    QTest::newRow("expression") << words("--expression ^ALG") << QStringLiteral("1 6");
    QTest::newRow("category and expression") << words("--categories 10 --expression ^DRO") << QStringLiteral("3");
    QTest::newRow("nothing") << words("--categories 99") << QString();
}

// R128: a profile of one faculty lists its own restores; those of others are counted, and told where they block its
// own.
void FlowProfile::scopeOfRestores()
{
    QFETCH(QStringList, limits);
    QFETCH(QString, inside);
    makeProfile(limits, Tokens::Given);
    const auto judge = [&](const Ran &ran) {
        QStringList ids;
        const QJsonArray tasks = ran.json[u"tasks"].toArray();
        for (const QJsonValue &task : tasks)
            ids << QString::number(task[u"id"].toInt());
        ids.sort();
        QCOMPARE(ids.join(u' '), inside);
        const bool all = limits.isEmpty();
        QVERIFY2(ran.json[u"outside"].isDouble(), said(ran));
        QCOMPARE(ran.json[u"outside"].toInt(), 6 - int(ids.size()));
        QCOMPARE(ran.json[u"blockedFromOutside"], QJsonValue(!all));
        QCOMPARE(ran.out.contains("Restored 4"), all);
        QCOMPARE(ran.exit, 0);
    };
    judge(m_home->run(words("--profile campus --json restores list")));
    for (const char *language : {"en", "fr"}) {
        const Ran text = m_home->run(words("--profile campus restores list --lang") + words(language));
        QCOMPARE(text.out.contains("Restored 4"), limits.isEmpty());
        QCOMPARE(text.out.contains("scope of this profile") || text.out.contains("périmètre de ce profil"),
                 !limits.isEmpty());
    }
    // What the window reads, and who reads its file.
    const QString file = m_home->file(QStringLiteral("campus.snapshot")), key = m_home->file(QStringLiteral("key"));
    const Ran published =
        m_home->run(words("--profile campus publish") + QStringList{file} + words("--key-file") + QStringList{key});
    QVERIFY2(published.exit == 0 || published.exit == 5, said(published));
    QCOMPARE(m_home->run(words("profile add support --snapshot") + QStringList{file}).exit, 0);
    judge(m_home->run(words("--profile support --json restores list"), {},
                      {{QStringLiteral("LIAISON_SNAPSHOT_KEY_FILE"), key}}));
}

// A plan made by somebody who sees everything does nothing outside the scope of who applies it.
void FlowProfile::scopeAtApply()
{
    makeProfile({}, Tokens::Given);
    const QString file = m_home->file(QStringLiteral("plan.json"));
    const Ran plan = m_home->run(words("--profile campus --json plan --all -o") + QStringList{file});
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add anne; add luc"));
    QCOMPARE(m_home->run(words("profile remove campus --yes")).exit, 0);
    makeProfile(words("--courses 7"), Tokens::Given);
    const Ran applied = m_home->run(words("--profile campus --json apply") + QStringList{file});
    QVERIFY2(applied.exit == 4, said(applied));
    QCOMPARE(applied.json[u"done"].toInt(), 1);
    QCOMPARE(m_flow->writes(), 1);
    const auto now = m_flow->now();
    QVERIFY(now[QStringLiteral("r70")].contains(QStringLiteral("anne")));
    QVERIFY(!now[QStringLiteral("r80")].contains(QStringLiteral("luc")));
}

void FlowProfile::readOnly()
{
    makeProfile({QStringLiteral("--read-only")}, Tokens::Given);
    const Ran shown = m_home->run(words("profile show campus"));
    QVERIFY2(shown.out.contains("protects against mistakes"), said(shown)); // and is not called more than that
    const QString file = m_home->file(QStringLiteral("plan.json"));
    QCOMPARE(m_home->run(words("--profile campus --json plan --all -o") + QStringList{file}).exit, 2);
    const Ran applied = m_home->run(words("--profile campus --json apply") + QStringList{file});
    QCOMPARE(codeOf(applied), QStringLiteral("read-only"));
    QCOMPARE(m_flow->writes(), 0);
}

QTEST_GUILESS_MAIN(FlowProfile)
#include "tst_flow_profile.moc"
