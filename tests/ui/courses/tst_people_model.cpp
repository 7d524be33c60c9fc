// The aligned view of one room: same person on the same line, causes in the empty places, findings apart. R103
#include "tests/ui/courses/courseworld.h"
#include "ui/courses/courseticket.h"
#include "ui/courses/peoplemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;
using namespace liaison::tests;
using Kind = DiffLine::Kind;

namespace {

/// One course with one of each: to add, to promote, to demote, to remove, a guest, no account, and in step.
SmallWorld oneOfEach()
{
    const QString teacher = QStringLiteral("editingteacher"), student = QStringLiteral("student");
    SmallWorld w = SmallWorld::oneCourse();
    w.absentLogins << QStringLiteral("noacc");
    w.enrol(QStringLiteral("absent"), {student});
    w.enrol(QStringLiteral("prof"), {teacher});
    w.join(QStringLiteral("prof"));
    w.enrol(QStringLiteral("pupil"), {student});
    w.join(QStringLiteral("pupil"), RoomModerator);
    w.enrol(QStringLiteral("same"), {student});
    w.join(QStringLiteral("same"));
    w.enrol(QStringLiteral("noacc"), {student});
    w.join(QStringLiteral("guest"));
    w.account(QStringLiteral("guest")).name = QStringLiteral("<b>Guest</b>");
    w.enrol(QStringLiteral("gone"), {student}).active = Tri::No;
    w.policy.inactiveEnrolment = Treatment::NotExpected;
    w.join(QStringLiteral("gone"));
    return w;
}

struct Filled
{
    explicit Filled(const SmallWorld &world)
        : view(viewOf(world)), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        model.setPeople(view, 0, peopleOf(*view->snapshot, view->policy, view->history, LinkIx(0u)));
    }
    const DiffLine *lineOf(const QString &login, int *row = nullptr) const
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            const PersonRow *person = model.personAt(i);
            if (person && person->person.username == login) {
                if (row)
                    *row = i;
                return &model.line(i);
            }
        }
        return nullptr;
    }

    std::shared_ptr<const CampusView> view;
    PeopleModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestPeopleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aligned();
    void groupsInOrder();
    void allOrDifferences();
    void explains();
    void largeRoom();
    void fiveHundredPeople();
    void ticket();
};

void TestPeopleModel::aligned()
{
    const Filled f(oneOfEach());
    const DiffLine *absent = f.lineOf(QStringLiteral("absent"));
    QVERIFY(absent && absent->kind == Kind::Change && absent->mark == Mark::Add);
    QVERIFY(absent->moodle.present && !absent->chat.present);
    QCOMPARE(absent->moodle.name, QStringLiteral("Person absent"));
    QCOMPARE(absent->moodle.detail, QStringLiteral("student · absent"));
    QCOMPARE(absent->chat.slot, text::of(Cause::NotKnown, text::Language::English).name);

    const DiffLine *prof = f.lineOf(QStringLiteral("prof"));
    QVERIFY(prof && prof->mark == Mark::Promote && prof->moodle.present && prof->chat.present);
    QCOMPARE(prof->moodle.detail, QStringLiteral("editingteacher → moderator"));
    QCOMPARE(prof->chat.detail, QStringLiteral("Member · prof"));
    const DiffLine *pupil = f.lineOf(QStringLiteral("pupil"));
    QVERIFY(pupil && pupil->mark == Mark::Demote);
    QCOMPARE(pupil->moodle.detail, QStringLiteral("student → member"));
    QCOMPARE(pupil->chat.detail, QStringLiteral("Moderator · pupil"));

    const DiffLine *gone = f.lineOf(QStringLiteral("gone"));
    QVERIFY(gone && gone->kind == Kind::Change && gone->mark == Mark::Remove && !gone->moodle.present);
    QCOMPARE(gone->moodle.slot, text::of(Cause::Suspended, text::Language::English).name);

    // Held back and found are told apart from changes, with what holds them or what is so in the empty place.
    const DiffLine *guest = f.lineOf(QStringLiteral("guest"));
    QVERIFY(guest && guest->kind == Kind::Withheld && guest->mark == Mark::Withheld);
    QCOMPARE(guest->moodle.slot, text::of(Rule::Guest, text::Language::English).name);
    const DiffLine *noAccount = f.lineOf(QStringLiteral("noacc"));
    QVERIFY(noAccount && noAccount->kind == Kind::Finding && !noAccount->chat.present);
    QCOMPARE(noAccount->chat.slot, text::of(FindingCode::NoAccount, text::Language::English).name);
}

void TestPeopleModel::groupsInOrder()
{
    Filled f(oneOfEach());
    f.model.setDifferencesOnly(false);
    QList<int> kinds;
    QList<Mark> marks;
    for (int i = 0; i < f.model.rowCount(); ++i) {
        const DiffLine &line = f.model.line(i);
        kinds << static_cast<int>(line.kind);
        if (line.kind == Kind::Change)
            marks << line.mark;
        if (line.kind == Kind::Heading)
            QVERIFY(!(f.model.flags(f.model.index(i)) & Qt::ItemIsSelectable));
    }
    const auto k = [](Kind kind) { return static_cast<int>(kind); };
    QCOMPARE(kinds,
             (QList<int>{k(Kind::Change), k(Kind::Change), k(Kind::Change), k(Kind::Change), k(Kind::Heading),
                         k(Kind::Withheld), k(Kind::Heading), k(Kind::Finding), k(Kind::Heading), k(Kind::Same)}));
    QCOMPARE(marks, (QList<Mark>{Mark::Add, Mark::Promote, Mark::Demote, Mark::Remove}));
    QCOMPARE(f.model.withheld(), 1);
    QCOMPARE(f.model.differences(), 6);
}

void TestPeopleModel::allOrDifferences()
{
    Filled f(oneOfEach());
    QVERIFY(!f.lineOf(QStringLiteral("same")));
    f.model.setDifferencesOnly(false);
    const DiffLine *same = f.lineOf(QStringLiteral("same"));
    QVERIFY(same && same->kind == Kind::Same && same->moodle.present && same->chat.present);
    f.model.setLanguage(text::Language::French);
    QCOMPARE(f.lineOf(QStringLiteral("same"))->chat.detail, QStringLiteral("Membre · same"));
    f.model.clear();
    QCOMPARE(f.model.rowCount(), 0);
}

void TestPeopleModel::explains()
{
    const Filled f(oneOfEach());
    const auto explained = [&](const char *login) {
        int row = -1;
        f.lineOf(QString::fromLatin1(login), &row);
        return f.model.explanation(row);
    };
    QCOMPARE(explained("gone"), text::causeSentence(Cause::Suspended, Certainty::Certain, text::Language::English));
    QVERIFY(explained("guest").contains(text::of(Rule::Guest, text::Language::English).sentence));
    QVERIFY(explained("noacc").contains(text::of(FindingCode::NoAccount, text::Language::English).sentence));
    QVERIFY(!explained("absent").isEmpty());
    QCOMPARE(f.model.explanation(-1), QString());
}

void TestPeopleModel::largeRoom()
{
    SmallWorld w = SmallWorld::oneCourse();
    for (int i = 0; i < 1500; ++i) {
        const QString login = QString(u"p" + QString::number(i));
        w.enrol(login, {QStringLiteral("student")});
        if (i % 2 == 0)
            w.join(login);
    }
    Filled f(w);
    QCOMPARE(f.model.rowCount(), 750);
    f.model.setDifferencesOnly(false);
    QCOMPARE(f.model.rowCount(), 1501);
}

/// R108: Moodle left, chat right, the same person on the same line, in a course of 500 and whatever the order of the
/// two lists.
void TestPeopleModel::fiveHundredPeople()
{
    SmallWorld w = SmallWorld::oneCourse();
    const auto login = [](int i) { return QString(QStringLiteral("p%1").arg(i, 3, 10, QLatin1Char('0'))); };
    for (int i = 0; i < 500; ++i)
        w.enrol(login(i), {QStringLiteral("student")});
    for (int i = 499; i >= 0; --i) { // the room lists them the other way round, and lacks every tenth
        if (i % 10 != 0)
            w.join(login(i));
    }
    for (int i = 0; i < 7; ++i)
        w.join(QStringLiteral("guest%1").arg(i));
    Filled f(w);
    f.model.setDifferencesOnly(false);
    int both = 0, moodleOnly = 0, chatOnly = 0;
    QSet<QString> seen;
    for (int i = 0; i < f.model.rowCount(); ++i) {
        const PersonRow *person = f.model.personAt(i);
        if (!person)
            continue;
        const QString who = person->person.username;
        QVERIFY2(!seen.contains(who), qPrintable(who)); // one line a person
        seen.insert(who);
        const DiffLine &line = f.model.line(i);
        if (line.moodle.present) {
            QCOMPARE(line.moodle.name, QString(QStringLiteral("Person ") + who));
            QVERIFY(line.moodle.detail.contains(who));
        }
        if (line.chat.present)
            QVERIFY2(line.chat.detail.contains(who), qPrintable(line.chat.detail));
        both += line.moodle.present && line.chat.present ? 1 : 0;
        moodleOnly += line.moodle.present && !line.chat.present ? 1 : 0;
        chatOnly += !line.moodle.present && line.chat.present ? 1 : 0;
    }
    QCOMPARE(both, 450);
    QCOMPARE(moodleOnly, 50);
    QCOMPARE(chatOnly, 7);
    QCOMPARE(seen.size(), 507);
}

void TestPeopleModel::ticket()
{
    const Filled f(oneOfEach());
    int row = -1;
    f.lineOf(QStringLiteral("gone"), &row);
    const text::TicketFacts facts = ticketFacts(linkFacts(*f.view, 0), f.model.personAt(row));
    QCOMPARE(facts.add, 1);
    QCOMPARE(facts.remove, 1);
    QCOMPARE(facts.guests, 1);
    QCOMPARE(facts.findings, std::vector{FindingCode::NoAccount});
    QCOMPARE(facts.chatUrl, QUrl(QStringLiteral("https://chat.example/group/algebra")));
    QVERIFY(facts.person && facts.person->cause == Cause::Suspended);
    const QString french = text::ticketText(text::Language::French, facts);
    QVERIFY(french.contains(QStringLiteral("ALG")) && french.contains(QStringLiteral("algebra")));
}

QTEST_GUILESS_MAIN(TestPeopleModel)
#include "tst_people_model.moc"
