// The assistant over a scripted connector: what cannot be cancelled, the language, the welcome page's list. R24 R250
#include "core/secrets/passphrase.h"
#include "ui/base/audit.h"
#include "ui/base/theme.h"
#include "ui/connect/assistantpage.h"
#include "ui/connect/placestep.h"
#include "ui/connect/welcomepage.h"

#include <QApplication>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace liaison;
using namespace liaison::ui;

namespace {

/// Answers nothing by itself.
class ScriptedConnector : public Connector
{
public:
    void askMoodle(const QString &, const ConnectionRoute &) override {}
    void askMoodleToken(const QString &, const QString &, const ConnectionRoute &) override {}
    void obtainMoodleToken(const QString &, const QString &, const QString &, const QString &,
                           const ConnectionRoute &) override
    {
    }
    void askChat(const QString &, const ConnectionRoute &) override {}
    void askChatToken(const QString &, const QString &, const QString &, const ConnectionRoute &) override {}
    void obtainChatToken(const QString &, const QString &, const QString &, const ConnectionRoute &) override {}
    void giveCode(const QString &) override {}
    void keepProxyPassword(const QString &, const QString &) override {}
    void readAuthority(const QString &) override {}
    void readProfile(const QString &) override {}
    void checkName(const QString &) override {}
    void listProfiles() override {}
    void probePlaces() override { ++probes; }
    void save(const QString &, const Profile &, const QJsonObject &, Place place, const QString &typed) override
    {
        ++saves;
        where = place;
        passphrase = typed;
    }
    void examine(const Profile &) override {}
    void saveText(const QString &, const QString &) override {}
    void cancel() override { ++cancels; }
    [[nodiscard]] QString sheet(bool, text::Language) const override { return QStringLiteral("sheet"); }
    [[nodiscard]] QString tokenName() const override { return QStringLiteral("liaison"); }

    int probes = 0, saves = 0, cancels = 0;
    Place where = Place::Session;
    QString passphrase;
};

struct Fixture
{
    explicit Fixture(Language &language) : page(connector, language)
    {
        page.resize(1100, 760);
        page.begin();
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the window is not active");
        while (!qobject_cast<PlaceStep *>(page.current()))
            Q_EMIT page.current()->accepted();
    }
    template <class T> T *named(const char *name) { return page.current()->findChild<T *>(QLatin1String(name)); }
    [[nodiscard]] Button *cancelButton() const
    {
        const auto buttons = page.findChildren<Button *>();
        const auto it = std::find_if(buttons.begin(), buttons.end(), [&](const Button *one) {
            return one != page.backButton() && one->text() == page.tr("Cancel");
        });
        return it == buttons.end() ? nullptr : *it;
    }
    ScriptedConnector connector;
    AssistantPage page;
};

} // namespace

class TestAssistant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.set(text::Language::English); }
    void savingIsNotCancelled();
    void shortPassphrase();
    void inTheOtherLanguage();
    void brokenProfilesAreSaid();

private:
    ThemeHolder m_theme{*qApp};
    Language m_language{*qApp, text::Language::English};
};

void TestAssistant::savingIsNotCancelled()
{
    Fixture f(m_language);
    QVERIFY(f.page.current()->isBusy());
    QVERIFY(f.cancelButton()->isVisible()); // the probe can be cancelled
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!f.page.current()->isBusy());
    QCOMPARE(f.connector.cancels, 1);
    f.page.goOn(); // asks again
    QCOMPARE(f.connector.probes, 2);
    Q_EMIT f.connector.placesKnown({});
    const int place = f.page.index();
    f.page.goOn();
    QCOMPARE(f.connector.saves, 1);
    QVERIFY(f.page.current()->isBusy());
    QVERIFY(!f.cancelButton()->isVisible()); // what is being written is written to the end
    QTest::keyClick(&f.page, Qt::Key_Escape);
    QVERIFY(f.page.current()->isBusy());
    QCOMPARE(f.connector.cancels, 1);
    QCOMPARE(f.page.index(), place);
    // It failed: everything can be done again.
    Q_EMIT f.connector.failed(
        Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), QStringLiteral("/x"), 0, {}, {}});
    QVERIFY(!f.page.current()->isBusy());
    f.page.goOn();
    QCOMPARE(f.connector.saves, 2);
    Q_EMIT f.connector.saved(QStringLiteral("univ"));
    QCOMPARE(f.page.index(), place + 1);
}

void TestAssistant::shortPassphrase()
{
    Fixture f(m_language);
    Q_EMIT f.connector.placesKnown({});
    f.named<QRadioButton>("placeFile")->setChecked(true);
    auto *first = f.named<QLineEdit>("passphrase");
    auto *again = f.named<QLineEdit>("passphraseAgain");
    const QString shortOne(secrets::leastPassphrase - 1, u'x');
    first->setText(shortOne);
    again->setText(shortOne);
    f.page.goOn();
    QCOMPARE(f.connector.saves, 0);
    QVERIFY(f.page.current()->notice()->isVisible());
    const QString longEnough(secrets::leastPassphrase, u'x');
    first->setText(longEnough);
    again->setText(longEnough);
    f.page.goOn();
    QCOMPARE(f.connector.saves, 1);
    QCOMPARE(f.connector.passphrase, longEnough);
    QVERIFY(f.connector.where == Connector::Place::File);
}

void TestAssistant::inTheOtherLanguage()
{
    Fixture f(m_language);
    Connector::Places none;
    none.keychain = Error{ErrorKind::Storage, QStringLiteral("keychain-unavailable"), {}, 0, {}, {}};
    Q_EMIT f.connector.placesKnown(none);
    StatePanel *notice = f.page.current()->notice();
    QVERIFY(notice->isVisible());
    const QString english = notice->accessibleName();
    m_language.set(text::Language::French);
    QCoreApplication::processEvents();
    QVERIFY(notice->isVisible()); // said again
    QVERIFY(notice->accessibleName() != english);
    QVERIFY2(notice->accessibleName().contains(QStringLiteral("trousseau")), qPrintable(notice->accessibleName()));
    f.named<QRadioButton>("placeSession")->setChecked(true);
    f.page.goOn();
    auto *step = qobject_cast<PlaceStep *>(f.page.current());
    Q_EMIT f.connector.saved(QStringLiteral("univ"));
    QCOMPARE(step->fact(), QStringLiteral("Cette session seulement"));
    m_language.set(text::Language::English);
    QCOMPARE(step->fact(), QStringLiteral("This session only"));
}

void TestAssistant::brokenProfilesAreSaid()
{
    WelcomePage page;
    page.resize(1100, 760);
    Connector::Kept good, broken;
    good.name = QStringLiteral("univ");
    good.moodle = QStringLiteral("moodle.univ-exemple.fr");
    good.chat = QStringLiteral("chat.univ-exemple.fr");
    broken.name = QStringLiteral("ancien");
    broken.readable = false;
    page.setProfiles({good, broken});
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    const auto shows = [&](const QString &words) {
        const auto labels = page.findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const Label *label) { return label->isVisible() && label->text() == words; });
    };
    QVERIFY(shows(QStringLiteral("ancien")));
    QVERIFY(shows(QStringLiteral("broken file")));
    int open = 0;
    for (const Button *button : page.findChildren<Button *>())
        open += button->accessibleName().startsWith(QStringLiteral("Open the profile")) ? 1 : 0;
    QCOMPARE(open, 1);
    m_language.set(text::Language::French);
    QCoreApplication::processEvents();
    QVERIFY(shows(QStringLiteral("fichier défectueux")));
    QCOMPARE(clippedTexts(&page).join(u'|'), QString());
    page.setProfiles({});
}

QTEST_MAIN(TestAssistant)
#include "tst_assistant.moc"
