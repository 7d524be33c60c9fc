// R128: "askAgainBeforeApply" of a production profile, in the command line program.
#include "tests/flow/home.h"

#include <QJsonDocument>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

class FlowPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutATerminal();
    void byTheNumber();
    void byThePassphrase();
    void onlyInProduction();

private:
    void profile(bool production);
    [[nodiscard]] QString code(const Ran &ran) const { return ran.json[u"error"][u"code"].toString(); }

    std::unique_ptr<Flow> m_flow;
    std::unique_ptr<Home> m_home;
    Env m_tokens;
    QString m_plan;
};

void FlowPresence::init()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    m_flow = std::make_unique<Flow>(campus);
    m_home = std::make_unique<Home>();
    for (const char *name : {"LIAISON_MOODLE_TOKEN", "LIAISON_CHAT_TOKEN"})
        m_tokens[QString::fromLatin1(name)] = m_flow->env[QString::fromLatin1(name)];
    m_plan = m_home->file(QStringLiteral("plan.json"));
}

void FlowPresence::profile(bool production)
{
    const QJsonObject o{
        {QStringLiteral("format"), QStringLiteral("liaison-config")},
        {QStringLiteral("version"), 1},
        {QStringLiteral("environment"), production ? QStringLiteral("production") : QStringLiteral("test")},
        {QStringLiteral("askAgainBeforeApply"), true},
        {QStringLiteral("moodle"),
         QJsonArray{QJsonObject{{QStringLiteral("url"), m_flow->env[QStringLiteral("LIAISON_MOODLE_URL")]}}}},
        {QStringLiteral("chat"), QJsonObject{{QStringLiteral("url"), m_flow->env[QStringLiteral("LIAISON_CHAT_URL")]},
                                             {QStringLiteral("user"), QStringLiteral("api")}}}};
    m_home->write(QStringLiteral("config/liaison/profiles/campus.json"), QJsonDocument(o).toJson());
    const Ran planned = m_home->run({QStringLiteral("--profile"), QStringLiteral("campus"), QStringLiteral("plan"),
                                     QStringLiteral("--all"), QStringLiteral("-o"), m_plan},
                                    {}, m_tokens);
    QVERIFY2(planned.exit == 2, said(planned));
}

void FlowPresence::withoutATerminal()
{
    profile(true);
    const Ran refused = m_home->run({QStringLiteral("--profile"), QStringLiteral("campus"), QStringLiteral("--json"),
                                     QStringLiteral("apply"), m_plan},
                                    "1\n", m_tokens);
    QCOMPARE(refused.exit, 1);
    QCOMPARE(code(refused), QStringLiteral("presence-needed"));
    QVERIFY(refused.json[u"error"][u"remedy"].toString().contains(QStringLiteral("terminal")));
    QCOMPARE(m_flow->writes(), 0);
}

void FlowPresence::byTheNumber()
{
    profile(true);
    const QStringList command{QStringLiteral("--profile"), QStringLiteral("campus"), QStringLiteral("apply"), m_plan};
    const Ran wrong = m_home->runInTerminal(command, {QStringLiteral("2")}, m_tokens);
    QCOMPARE(wrong.exit, 1);
    QCOMPARE(m_flow->writes(), 0);
    const Ran right = m_home->runInTerminal(command, {QStringLiteral("1")}, m_tokens);
    QVERIFY2(right.exit == 0, said(right));
    QVERIFY(m_flow->writes() > 0);
}

void FlowPresence::byThePassphrase()
{
    if (Home::hasKeyring())
        QSKIP("there is a keyring");
    profile(true);
    m_home->write(QStringLiteral("passphrase"), "cheval pile agrafe\n");
    const Env unlocked{{QStringLiteral("LIAISON_PASSPHRASE_FILE"), m_home->file(QStringLiteral("passphrase"))}};
    const Ran kept = m_home->run({QStringLiteral("profile"), QStringLiteral("token"), QStringLiteral("set"),
                                  QStringLiteral("campus"), QStringLiteral("--store"), QStringLiteral("file")},
                                 (m_tokens[QStringLiteral("LIAISON_MOODLE_TOKEN")] + u'\n' +
                                  m_tokens[QStringLiteral("LIAISON_CHAT_TOKEN")] + u'\n')
                                     .toUtf8(),
                                 unlocked);
    QVERIFY2(kept.exit == 0, said(kept));
    const QStringList command{QStringLiteral("--profile"), QStringLiteral("campus"), QStringLiteral("apply"), m_plan};
    // A file with the passphrase opens the tokens, and proves nobody's presence.
    QCOMPARE(m_home->run(command, "cheval pile agrafe\n", unlocked).exit, 1);
    QCOMPARE(m_home->runInTerminal(command, {QStringLiteral("faux")}, unlocked).exit, 1);
    QCOMPARE(m_flow->writes(), 0);
    const Ran right = m_home->runInTerminal(command, {QStringLiteral("cheval pile agrafe")}, unlocked);
    QVERIFY2(right.exit == 0, said(right));
    QVERIFY(!right.out.contains("agrafe")); // no echo
    QVERIFY(m_flow->writes() > 0);
}

void FlowPresence::onlyInProduction()
{
    profile(false);
    const Ran done = m_home->run(
        {QStringLiteral("--profile"), QStringLiteral("campus"), QStringLiteral("apply"), m_plan}, {}, m_tokens);
    QVERIFY2(done.exit == 0, said(done));
}

QTEST_MAIN(FlowPresence)
#include "tst_flow_presence.moc"
