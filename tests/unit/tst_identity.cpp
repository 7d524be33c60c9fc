#include "core/reconcile/identity.h"
#include "core/reconcile/roomsettings.h"
#include "tests/support/smallworld.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QtTest>

using namespace liaison;
using namespace liaison::tests;

/// Whose account is it, and what should the room be called. R29 R67 R91 R92 R274 R275 R306
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void hostilePattern();
    void brokenPattern();
    void exceptions();
    void states();
    void conflicts();
    void byEmail();
    void expectedNames_data();
    void expectedNames();
    void clashes_data();
    void clashes();
};

namespace {

Person somebody(const QString &login)
{
    Person p;
    p.username = login;
    p.email = QStringLiteral("A.Martin@univ.example");
    p.idNumber = QStringLiteral("4711");
    return p;
}

using State = PersonAccount::State;

/// The answer of the rule for one person of the world.
PersonAccount answer(const SmallWorld &w, const QString &login, const QString &site = QStringLiteral("main"))
{
    const auto snapshot = build(w);
    const IdentityMap map = identify(*snapshot, w.policy);
    for (size_t i = 0; i < snapshot->people.size(); ++i) {
        const Person &p = snapshot->people[i];
        if (p.username == login && snapshot->sites[p.site.value].id.value == site)
            return map.byPerson[i];
    }
    return {};
}

} // namespace

void TestIdentity::rules_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("chat");
    const auto row = [](const char *name, IdentityRule rule, const char *pattern, const char *replacement,
                        const char *login, const char *chat) {
        QTest::newRow(name) << int(rule) << QString::fromUtf8(pattern) << QString::fromUtf8(replacement)
                            << QString::fromUtf8(login) << QString::fromUtf8(chat);
    };
    row("lower", IdentityRule::Lower, "", "", "GautierM", "gautierm");
    row("lower keeps accents", IdentityRule::Lower, "", "", "ÉMILE", "émile");
    row("same", IdentityRule::Same, "", "", "GautierM", "GautierM");
    row("strip domain", IdentityRule::StripDomain, "", "", "Anna@univ.example", "anna");
    row("strip domain: none there", IdentityRule::StripDomain, "", "", "anna", "anna");
    row("strip domain: nothing before it", IdentityRule::StripDomain, "", "", "@univ.example", "@univ.example");
    row("idnumber", IdentityRule::IdNumber, "", "", "anna", "4711");
    row("e-mail asks for no login", IdentityRule::Email, "", "", "anna", "");
    row("regex", IdentityRule::Regex, "^([a-z]+)\\.([a-z]+)$", "\\2.\\1", "anna.martin", "martin.anna");
    row("regex that does not match leaves the login", IdentityRule::Regex, "^x(.*)$", "\\1", "anna", "anna");
    row("regex replaces every match", IdentityRule::Regex, "-", ".", "a-b-c", "a.b.c");
    row("regex to nothing", IdentityRule::Regex, "^test.*$", "", "test7", "");
    row("a hook like the one of Paris 1", IdentityRule::Regex, "@univ\\.example$", "", "anna@univ.example", "anna");
}

void TestIdentity::rules()
{
    QFETCH(int, rule);
    QFETCH(QString, pattern);
    QFETCH(QString, replacement);
    QFETCH(QString, login);
    QFETCH(QString, chat);
    const Identity identity{static_cast<IdentityRule>(rule), pattern, replacement, {}};
    QCOMPARE(loginFor(somebody(login), identity), chat);
    QCOMPARE(loginFor(somebody(login), identity), chat); // pure
}

/// A pattern that needs years gives up, and asks for nobody: not for somebody who happens to have that login.
void TestIdentity::hostilePattern()
{
    SmallWorld w = SmallWorld::oneCourse();
    const QString login = QString(40, u'a') + u'!';
    w.policy.identity = {IdentityRule::Regex, QStringLiteral("^(a+)+$"), QStringLiteral("b"), {}};
    w.account(login);
    w.enrol(login, {QStringLiteral("student")});
    QElapsedTimer time;
    time.start();
    QCOMPARE(loginFor(somebody(login), w.policy.identity), QString());
    QVERIFY(time.elapsed() < 5000);
    QCOMPARE(answer(w, login).state, State::Failed);
    const Compared r = compare(w);
    QCOMPARE(r.plan.steps.size(), size_t(0));
    QCOMPARE(r.diff.links.front().state, LinkState::Unknown);
}

void TestIdentity::brokenPattern()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.policy.identity = {IdentityRule::Regex, QStringLiteral("(unclosed"), QStringLiteral("b"), {}};
    w.account(QStringLiteral("anna"));
    w.enrol(QStringLiteral("anna"), {QStringLiteral("student")});
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Failed);
}

void TestIdentity::exceptions()
{
    for (IdentityRule rule : {IdentityRule::Lower, IdentityRule::Same, IdentityRule::StripDomain, IdentityRule::Regex,
                              IdentityRule::Email, IdentityRule::IdNumber}) {
        const Identity identity{
            rule, QStringLiteral("x"), QStringLiteral("y"), {{QStringLiteral("anna"), QStringLiteral("a.martin")}}};
        QCOMPARE(loginFor(somebody(QStringLiteral("Anna")), identity), QStringLiteral("a.martin"));
    }
}

void TestIdentity::states()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.absentLogins.push_back(QStringLiteral("Dora"));
    w.lookupFailed.push_back({QStringLiteral("Fred"), {UnknownReason::ChatDown, {}}});
    w.account(QStringLiteral("ANNA"));
    for (const char *login : {"anna", "dora", "fred", "ned"})
        w.person(QString::fromLatin1(login));
    w.person(QString());
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Found);
    QCOMPARE(answer(w, QStringLiteral("dora")).state, State::Absent);
    QCOMPARE(answer(w, QStringLiteral("fred")).state, State::Failed);
    QCOMPARE(answer(w, QStringLiteral("ned")).state, State::NotLookedUp);
    QCOMPARE(answer(w, QString()).state, State::Failed); // Moodle did not give the login
    w.allAccountsRead = true;
    QCOMPARE(answer(w, QStringLiteral("ned")).state, State::Absent);
}

void TestIdentity::conflicts()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.policy.identity.rule = IdentityRule::StripDomain;
    w.account(QStringLiteral("anna"));
    w.person(QStringLiteral("anna@a.example"));
    w.person(QStringLiteral("Anna@b.example"));
    w.person(QStringLiteral("bob@a.example"));
    QCOMPARE(answer(w, QStringLiteral("anna@a.example")).state, State::Conflict);
    QCOMPARE(answer(w, QStringLiteral("Anna@b.example")).state, State::Conflict);
    QCOMPARE(answer(w, QStringLiteral("bob@a.example")).state, State::NotLookedUp);
    w.person(QStringLiteral("Anna@b.example")).gone = true; // a deleted account takes nobody's place
    QCOMPARE(answer(w, QStringLiteral("anna@a.example")).state, State::Found);

    SmallSite annexe;
    annexe.id = QStringLiteral("annexe");
    w.sites.push_back(annexe);
    w.person(QStringLiteral("anna@c.example"), QStringLiteral("annexe"));
    QCOMPARE(answer(w, QStringLiteral("anna@a.example")).state, State::Found); // judged inside one site
    QCOMPARE(answer(w, QStringLiteral("anna@c.example"), QStringLiteral("annexe")).state, State::Found);
}

void TestIdentity::byEmail()
{
    SmallWorld w = SmallWorld::oneCourse();
    w.policy.identity.rule = IdentityRule::Email;
    w.person(QStringLiteral("anna")).email = QStringLiteral("ANNA@univ.example");
    w.account(QStringLiteral("x1")).email = QStringLiteral("anna@univ.example");
    w.person(QStringLiteral("bob")).email = QStringLiteral("bob@univ.example");
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Failed); // the list of accounts was not read
    w.allAccountsRead = true;
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Failed); // or without addresses
    w.emailsReadable = true;
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Found);
    QCOMPARE(answer(w, QStringLiteral("anna")).login, QStringLiteral("x1"));
    QCOMPARE(answer(w, QStringLiteral("bob")).state, State::Absent);
    w.account(QStringLiteral("x2")).email = QStringLiteral("Anna@univ.example");
    QCOMPARE(answer(w, QStringLiteral("anna")).state, State::Conflict); // one person on two accounts
}

void TestIdentity::expectedNames_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("regex");
    QTest::addColumn<QString>("expected");
    const QString byDefault = QStringLiteral("/[^0-9a-zA-Z-_.]/");
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash("https://moodle.example", QCryptographicHash::Sha1).toHex());
    QTest::newRow("the plugin's default") << QStringLiteral("{$a->moodleid}_{$a->courseshortname}_{$a->moduleid}")
                                          << byDefault << QString(hash + QStringLiteral("_ALG_2_100"));
    QTest::newRow("accents are two bytes")
        << QStringLiteral("{$a->coursefullname}") << byDefault << QStringLiteral("Alg__bre_lin__aire");
    QTest::newRow("every variable") << QStringLiteral("{$a->courseid}.{$a->moduleid}.{$a->modulename}") << byDefault
                                    << QStringLiteral("10.100.Salon");
    QTest::newRow("a variable that is not known") << QStringLiteral("{$a->groupname}") << byDefault << QString();
    QTest::newRow("another delimiter") << QStringLiteral("{$a->courseshortname}") << QStringLiteral("#[^A-Z]#")
                                       << QStringLiteral("ALG__");
    QTest::newRow("modifiers after the delimiter")
        << QStringLiteral("{$a->courseshortname}") << QStringLiteral("/[^a-z]/i") << QStringLiteral("ALG__");
    QTest::newRow("brackets as delimiters")
        << QStringLiteral("{$a->courseshortname}") << QStringLiteral("{[^A-Z]}") << QStringLiteral("ALG__");
    QTest::newRow("a pattern that cannot be read says nothing")
        << QStringLiteral("{$a->courseshortname}") << QStringLiteral("/[/") << QString();
}

void TestIdentity::expectedNames()
{
    QFETCH(QString, format);
    QFETCH(QString, regex);
    QFETCH(QString, expected);
    Site site;
    site.url = QStringLiteral("https://moodle.example");
    site.naming = Naming{format, {}, regex};
    Course course;
    course.id = {10};
    course.shortName = QStringLiteral("ALG 2");
    course.fullName = QStringLiteral("Algèbre linéaire");
    Link link;
    link.cmid = {100};
    link.activityName = QStringLiteral("Salon");
    QCOMPARE(expectedRoomName(site, course, link).value_or(QString()), expected);
    site.naming->replacements = {{QStringLiteral("ALG"), QStringLiteral("Algebra")}};
    if (format.contains(u"courseshortname") && !expected.isEmpty())
        QVERIFY(expectedRoomName(site, course, link).value_or(QString()).contains(u"A"));
    site.naming.reset();
    QVERIFY(!expectedRoomName(site, course, link));
}

void TestIdentity::clashes_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<bool>("fits");
    QTest::newRow("equal") << QStringLiteral("ALG_100") << true;
    QTest::newRow("clash") << QStringLiteral("ALG_100_1700000000") << true;
    QTest::newRow("something appended") << QStringLiteral("ALG_100_old") << false;
    QTest::newRow("a short number") << QStringLiteral("ALG_100_2") << false;
    QTest::newRow("shorter") << QStringLiteral("ALG_10") << false;
    QTest::newRow("another case") << QStringLiteral("alg_100") << false;
    QTest::newRow("a line after it") << QStringLiteral("ALG_100_1700000000\n") << false;
}

void TestIdentity::clashes()
{
    QFETCH(QString, actual);
    QFETCH(bool, fits);
    QCOMPARE(nameFits(actual, QStringLiteral("ALG_100")), fits);
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
