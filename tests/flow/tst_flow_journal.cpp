// The history of one room and of one person over all runs: every way to name them, by the servers and without them.

#include "tests/flow/account.h"
#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus campus()
{
    Campus c;
    c.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof dora"));
    c.linked(QStringLiteral("BIO1"), 8, 80, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    c.roomOf(QStringLiteral("r70")).name = QStringLiteral("site_ALG1_70");
    return c;
}

/// "kind room chat outcome" of each step, in the order given.
QStringList steps(const Ran &ran)
{
    QStringList out;
    const QJsonArray list = ran.json[u"steps"].toArray();
    for (const QJsonValue &s : list)
        out << QStringList{s[u"kind"].toString(), s[u"room"].toString(), s[u"chat"].toString(),
                           s[u"outcome"].toString()}
                   .join(u' ');
    return out;
}

/// Two rooms are worked on side by side: which comes first is not said.
QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

const QStringList allAlg{QStringLiteral("add r70 u-anne done"), QStringLiteral("add r70 u-bob done"),
                         QStringLiteral("promote r70 u-prof done"), QStringLiteral("add r70 u-carl done")};
const QStringList allAnne{QStringLiteral("add r70 u-anne done"), QStringLiteral("add r80 u-anne done")};

} // namespace

class FlowJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rooms_data();
    void rooms();
    void people_data();
    void people();
    void both();
    void withoutServers_data();
    void withoutServers();
    void aNumberThatIsALogin();
    void whatIsNotThere();
    void aRoomThatMoved();
    void spreadsheetAndWords();
    void whatAnUndoLeaves();

private:
    Ran history(const QStringList &words)
    {
        return m_flow->run(QStringList{QStringLiteral("--json"), QStringLiteral("journal")} + words);
    }

    std::unique_ptr<Flow> m_flow;
    Campus m_campus;
    QStringList m_runs; ///< in the order of time
};

/// Two runs: a course and a half, then one person more.
void FlowJournal::init()
{
    m_campus = campus();
    m_flow = std::make_unique<Flow>(m_campus);
    m_runs.clear();
    QCOMPARE(m_flow->plan().exit, 2);
    const Ran first = m_flow->apply();
    QVERIFY2(first.exit == 0, said(first));
    m_runs << first.json[u"run"].toString();
    sandbox::World world = m_flow->sandbox().world();
    m_campus.world = world;
    m_campus.enrol(7, QStringLiteral("carl"));
    m_flow->sandbox().replaceWorld(m_campus.world);
    QCOMPARE(m_flow->plan().exit, 2);
    const Ran second = m_flow->apply();
    QVERIFY2(second.exit == 0, said(second));
    m_runs << second.json[u"run"].toString();
}

void FlowJournal::rooms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("short name") << QStringLiteral("ALG1");
    QTest::newRow("id") << QStringLiteral("7");
    QTest::newRow("site and id") << QStringLiteral("main:7");
    QTest::newRow("room id") << QStringLiteral("r70");
    QTest::newRow("room name") << QStringLiteral("site_ALG1_70");
    QTest::newRow("chat URL") << QStringLiteral("http://127.0.0.1/chat/group/site_ALG1_70");
    QTest::newRow("error sentence") << QStringLiteral("Aucun groupe privé nommé \"site_ALG1_70\" n'a été trouvé !");
}

void FlowJournal::rooms()
{
    QFETCH(QString, typed);
    const Ran ran = history({QStringLiteral("--room"), typed});
    QVERIFY2(ran.exit == 0, said(ran));
    QCOMPARE(steps(ran), allAlg);
    const QJsonArray list = ran.json[u"steps"].toArray();
    QCOMPARE(list.first()[u"run"].toString(), m_runs.first()); // the order of time
    QCOMPARE(list.last()[u"run"].toString(), m_runs.last());
    QCOMPARE(list.first()[u"before"], QJsonValue());
    QCOMPARE(list.first()[u"after"].toString(), QStringLiteral("member"));
    QCOMPARE(list.first()[u"by"].toString(), accountName()); // and not what USER says
}

void FlowJournal::people_data()
{
    QTest::addColumn<QString>("typed");
    const qint64 anne = campus().person(QStringLiteral("anne"));
    QTest::newRow("login") << QStringLiteral("anne");
    QTest::newRow("login in capitals") << QStringLiteral("ANNE");
    QTest::newRow("id") << QString::number(anne);
    QTest::newRow("site and id") << QStringLiteral("main:%1").arg(anne);
    QTest::newRow("chat id") << QStringLiteral("u-anne");
    Campus c = campus();
    const sandbox::Person &person = c.moodlePerson(QStringLiteral("anne"));
    QTest::newRow("address") << person.email;
    QTest::newRow("full name") << QString(person.firstname + u' ' + person.lastname);
}

void FlowJournal::people()
{
    QFETCH(QString, typed);
    m_flow->sandbox().clearRequests();
    const Ran ran = history({QStringLiteral("--person"), typed});
    QVERIFY2(ran.exit == 0, said(ran));
    QCOMPARE(sorted(steps(ran)), allAnne);
    QCOMPARE(m_flow->writes(), 0);
}

void FlowJournal::both()
{
    const Ran ran =
        history({QStringLiteral("--room"), QStringLiteral("BIO1"), QStringLiteral("--person"), QStringLiteral("anne")});
    QCOMPARE(steps(ran), QStringList{QStringLiteral("add r80 u-anne done")});
    const Ran second =
        history({QStringLiteral("--room"), QStringLiteral("ALG1"), QStringLiteral("--run"), m_runs.last()});
    QCOMPARE(steps(second), QStringList{QStringLiteral("add r70 u-carl done")});
}

void FlowJournal::withoutServers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    const QString room = QStringLiteral("--room"), person = QStringLiteral("--person");
    QTest::newRow("short name") << QStringList{room, QStringLiteral("ALG1")} << allAlg;
    QTest::newRow("course id") << QStringList{room, QStringLiteral("7")} << allAlg;
    QTest::newRow("room id") << QStringList{room, QStringLiteral("r70")} << allAlg;
    QTest::newRow("room name") << QStringList{room, QStringLiteral("site_ALG1_70")} << allAlg;
    QTest::newRow("chat id") << QStringList{person, QStringLiteral("u-anne")} << allAnne;
    const QString anne = QString::number(campus().person(QStringLiteral("anne")));
    QTest::newRow("number") << QStringList{person, anne} << allAnne;
    QTest::newRow("site and number") << QStringList{person, QString(u"main:" + anne)} << allAnne;
}

void FlowJournal::withoutServers()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, expected);
    m_flow->stop();
    const Ran ran = history(words);
    QVERIFY2(ran.exit == 0, said(ran));
    QCOMPARE(sorted(steps(ran)), sorted(expected));
    // A login is kept nowhere: it is said that the server cannot be asked, not that there is nobody.
    const Ran login = history({QStringLiteral("--person"), QStringLiteral("anne")});
    QCOMPARE(login.exit, 1);
    QVERIFY2(login.json[u"error"][u"code"].toString() != u"person-not-found", said(login));
}

/// Where a number is the id of one person and the login of another, the servers decide as for `why`.
void FlowJournal::aNumberThatIsALogin()
{
    const QString anne = QString::number(m_campus.person(QStringLiteral("anne")));
    m_campus.world = m_flow->sandbox().world();
    m_campus.enrol(7, anne); // a student whose login is a number
    m_flow->sandbox().replaceWorld(m_campus.world);
    QCOMPARE(m_flow->plan().exit, 2);
    QCOMPARE(m_flow->apply().exit, 0);
    const Ran ran = history({QStringLiteral("--person"), anne});
    QCOMPARE(ran.exit, 1);
    QCOMPARE(ran.json[u"error"][u"code"].toString(), QStringLiteral("several-people"));
    QCOMPARE(sorted(steps(history({QStringLiteral("--person"), QString(u"main:" + anne)}))), allAnne);
}

void FlowJournal::whatIsNotThere()
{
    const auto code = [&](const QString &option, const QString &typed) {
        const Ran ran = history({option, typed});
        return QString(QString::number(ran.exit) + u' ' + ran.json[u"error"][u"code"].toString());
    };
    QCOMPARE(code(QStringLiteral("--room"), QStringLiteral("NONE9")), QStringLiteral("1 course-not-found"));
    QCOMPARE(code(QStringLiteral("--person"), QStringLiteral("nobody")), QStringLiteral("1 person-not-found"));
    QCOMPARE(code(QStringLiteral("--room"), QString()), QStringLiteral("1 bad-arguments"));
    // Somebody whom no run ever touched has an empty history: an answer, not an error.
    const Ran dora = history({QStringLiteral("--person"), QStringLiteral("dora")});
    QVERIFY2(dora.exit == 0, said(dora));
    QCOMPARE(dora.json[u"steps"].toArray().size(), 0);
    QCOMPARE(dora.json[u"accounts"].toArray(), (QJsonArray{QStringLiteral("u-dora")}));
}

/// An activity that got another room: the course has both histories, each room its own.
void FlowJournal::aRoomThatMoved()
{
    m_campus.world = m_flow->sandbox().world();
    m_campus.room(QStringLiteral("rnew"), QStringLiteral("site_ALG1_70_bis"), QStringLiteral("prof* anne bob"));
    m_campus.activityOf(70).room = QStringLiteral("rnew");
    m_flow->sandbox().replaceWorld(m_campus.world);
    QCOMPARE(m_flow->plan().exit, 2);
    QCOMPARE(m_flow->apply().exit, 0);
    const QStringList moved{QStringLiteral("add rnew u-carl done")};
    QCOMPARE(steps(history({QStringLiteral("--room"), QStringLiteral("ALG1")})), allAlg + moved);
    QCOMPARE(steps(history({QStringLiteral("--room"), QStringLiteral("rnew")})), moved);
    QCOMPARE(steps(history({QStringLiteral("--room"), QStringLiteral("r70")})), allAlg);
}

void FlowJournal::spreadsheetAndWords()
{
    const Ran csv = m_flow->run({QStringLiteral("journal"), QStringLiteral("--room"), QStringLiteral("r70"),
                                 QStringLiteral("--format"), QStringLiteral("csv")});
    QCOMPARE(csv.exit, 0);
    const QList<QByteArray> lines = csv.out.trimmed().split('\n');
    QCOMPARE(lines.size(), allAlg.size() + 1);
    QVERIFY(lines.first().startsWith("run,started,by,state,step,kind"));
    QVERIFY(lines.last().contains("u-carl"));
    const Ran words = m_flow->run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("journal"),
                                   QStringLiteral("--person"), QStringLiteral("u-anne")});
    QCOMPARE(words.exit, 0);
    for (const char *part : {"Ajouter", "r70", "r80", "u-anne", "Fait"})
        QVERIFY2(words.out.contains(part), words.out);
    QVERIFY(words.out.contains(m_runs.first().toUtf8()));
}

/// R288: what stays is listed one by one, with who, where and why, in words and in the document; the file that carries
/// the list is a plan like any other.
void FlowJournal::whatAnUndoLeaves()
{
    m_campus.world = m_flow->sandbox().world();
    m_campus.take(QStringLiteral("r70"), QStringLiteral("bob")); // left by himself
    m_campus.chatUser(QStringLiteral("anne")).roles << QStringLiteral("admin");
    m_flow->sandbox().replaceWorld(m_campus.world);
    const QString file = m_flow->file(QStringLiteral("undo.json"));
    const Ran ran =
        m_flow->run({QStringLiteral("--json"), QStringLiteral("undo"), m_runs.first(), QStringLiteral("-o"), file});
    QVERIFY2(ran.exit == 0, said(ran));
    QStringList left;
    const QJsonArray list = ran.json[u"left"].toArray();
    for (const QJsonValue &l : list)
        left << QStringList{l[u"kind"].toString(), l[u"room"].toString(), l[u"person"][u"chat"].toString(),
                            l[u"why"].toString()}
                    .join(u' ');
    left.sort();
    QCOMPARE(left,
             (QStringList{QStringLiteral("add r70 u-anne now-protected"), QStringLiteral("add r70 u-bob already-back"),
                          QStringLiteral("add r80 u-anne now-protected")}));
    QCOMPARE(m_flow->read(QStringLiteral("undo.json")).trimmed(), ran.out.trimmed());
    const Ran words = m_flow->run({QStringLiteral("undo"), m_runs.first()});
    for (const char *part : {"u-anne", "u-bob", "r80"})
        QVERIFY2(words.out.contains(part), words.out);
    const Ran applied = m_flow->apply({}, QStringLiteral("undo.json"));
    QVERIFY2(applied.exit == 0, said(applied));
    QCOMPARE(applied.json[u"done"].toInt(), ran.json[u"steps"].toArray().size());
}

QTEST_GUILESS_MAIN(FlowJournal)
#include "tst_flow_journal.moc"
