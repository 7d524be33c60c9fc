#include "ui/shots/assistantshots.h"

#include "ui/connect/accountsteps.h"
#include "ui/connect/addressstep.h"
#include "ui/connect/assistantwindow.h"
#include "ui/connect/networkfold.h"

#include <QRadioButton>

namespace liaison::ui {
namespace {

/// Says what a picture needs, when it is told to.
class SampleConnector : public Connector
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
    void probePlaces() override {}
    void save(const QString &, const Profile &, const QJsonObject &, Place, const QString &) override {}
    void examine(const Profile &) override {}
    void saveText(const QString &, const QString &) override {}
    void cancel() override {}
    [[nodiscard]] QString sheet(bool, text::Language) const override { return {}; }
    [[nodiscard]] QString tokenName() const override { return QStringLiteral("liaison-pc-042"); }
};

Check check(const char *step, CheckResult result, const char *found, const QStringList &args = {})
{
    return {QString::fromLatin1(step), result, QString::fromLatin1(found), args, {}, {}};
}

Connector::DiagnosisPtr sampleDiagnosis()
{
    auto diagnosis = std::make_shared<Diagnosis>();
    ServerDiagnosis moodle;
    moodle.kind = QStringLiteral("moodle");
    moodle.url = QStringLiteral("https://moodle.trois-rives.example");
    moodle.account = QStringLiteral("svc.liaison");
    moodle.checks = {check("rights-read", CheckResult::Blocking, "function-missing",
                           {QStringLiteral("core_course_get_categories")}),
                     check("http", CheckResult::Fine, "http-answers", {QStringLiteral("Moodle")})};
    moodle.checks.front().right = QStringLiteral("core_course_get_categories");
    ServerDiagnosis chat;
    chat.kind = QStringLiteral("rocketchat");
    chat.url = QStringLiteral("https://chat.trois-rives.example");
    chat.account = QStringLiteral("liaison.api");
    chat.checks = {check("http", CheckResult::Fine, "http-answers", {QStringLiteral("Rocket.Chat")})};
    diagnosis->servers = {moodle, chat};
    return diagnosis;
}

} // namespace

void assistantShots(ThemeHolder &theme, Language &language, const std::function<void(QWidget &, const QString &)> &take)
{
    auto made = std::make_unique<SampleConnector>();
    SampleConnector &connector = *made;
    AssistantWindow window(std::move(made), theme, language, false);
    window.resize(1440, 900);
    window.show();
    const auto shot = [&](const char *state) { take(window, QString::fromLatin1(state)); };
    shot("welcome");
    Q_EMIT connector.profilesListed(
        {{QStringLiteral("trois-rives"), true, true, QStringLiteral("https://moodle.trois-rives.example"),
          QStringLiteral("https://chat.trois-rives.example")},
         {QStringLiteral("essai"), true, false, QStringLiteral("https://moodle-essai.trois-rives.example"),
          QStringLiteral("https://chat-essai.trois-rives.example")}});
    shot("profiles");
    window.startAssistant();
    AssistantPage &page = *window.assistant();
    const auto field = [&page](const char *name) { return page.findChild<QLineEdit *>(QString::fromLatin1(name)); };
    shot("empty");
    field("moodleAddress")->setText(QStringLiteral("http://moodle.trois-rives.example/my/"));
    page.goOn();
    shot("http");
    field("moodleAddress")->setText(QStringLiteral("moodle.trois-rives.example/login/index.php"));
    Q_EMIT field("moodleAddress")->textEdited({});
    page.goOn();
    shot("checking");
    Q_EMIT connector.failed(Error{ErrorKind::Tls, QStringLiteral("tls"), QStringLiteral("login/token.php"), 0,
                                  QStringLiteral("unknown-ca"), QStringLiteral("CN=Trois-Rives CA")});
    shot("tls");
    dynamic_cast<AddressStep &>(*page.current()).network()->open(true);
    shot("network");
    page.goOn();
    Q_EMIT connector.serverAnswered({});
    shot("moodle-token");
    field("moodleToken")->setText(QStringLiteral("0123456789abcdef0123456789abcdef"));
    page.goOn();
    Q_EMIT connector.failed(Error{ErrorKind::Unauthorized, QStringLiteral("wrong-token"), {}, 0, {}, {}});
    shot("wrong-token");
    dynamic_cast<AccountStep &>(*page.current()).signingIn()->setChecked(true);
    shot("moodle-sign-in");
    dynamic_cast<AccountStep &>(*page.current()).pasting()->setChecked(true);
    field("moodleToken")->setText(QStringLiteral("0123456789abcdef0123456789abcdef"));
    page.goOn();
    Q_EMIT connector.moodleKnown({QStringLiteral("Trois-Rives"), QStringLiteral("4.5.3 (Build: 20250317)"),
                                  QStringLiteral("svc.liaison"), QStringLiteral("Liaison"), true, false});
    field("chatAddress")->setText(QStringLiteral("https://chat.trois-rives.example"));
    page.goOn();
    Q_EMIT connector.serverAnswered(QStringLiteral("7.10"));
    shot("chat-account");
    dynamic_cast<AccountStep &>(*page.current()).signingIn()->setChecked(true);
    field("chatLogin")->setText(QStringLiteral("moodle.plugin"));
    field("chatPassword")->setText(QStringLiteral("secret"));
    shot("chat-sign-in");
    page.goOn();
    Q_EMIT connector.codeNeeded(QStringLiteral("email"));
    shot("code");
    field("chatCode")->setText(QStringLiteral("654321"));
    page.goOn();
    Q_EMIT connector.failed(Error{ErrorKind::Unauthorized, QStringLiteral("wrong-code"), {}, 0, {}, {}});
    shot("wrong-code");
    field("chatCode")->setText(QStringLiteral("123456"));
    page.goOn();
    Q_EMIT connector.chatKnown(
        {QStringLiteral("moodle.plugin"), QStringLiteral("7.10"), QStringLiteral("liaison-pc-042"), true});
    shot("profile");
    page.findChild<QRadioButton *>(QStringLiteral("production"))->setChecked(true);
    shot("production");
    page.goOn();
    Q_EMIT connector.nameFree(QStringLiteral("trois-rives"));
    Q_EMIT connector.placesKnown({std::nullopt, false, QStringLiteral("/home/support/.config/liaison/tokens.sealed")});
    shot("keychain");
    page.goBack();
    page.goOn();
    Q_EMIT connector.nameFree(QStringLiteral("trois-rives"));
    Q_EMIT connector.placesKnown({Error{ErrorKind::Storage, QStringLiteral("keychain-unavailable"), {}, 0, {}, {}},
                                  false, QStringLiteral("/home/support/.config/liaison/tokens.sealed")});
    shot("no-keychain");
    field("passphrase")->setText(QStringLiteral("quatre chaises bleues"));
    Q_EMIT field("passphrase")->textEdited({});
    field("passphraseAgain")->setText(QStringLiteral("quatre chaises"));
    page.goOn();
    shot("passphrases-differ");
    field("passphraseAgain")->setText(QStringLiteral("quatre chaises bleues"));
    page.goOn();
    Q_EMIT connector.saved(QStringLiteral("trois-rives"));
    shot("examining");
    Q_EMIT connector.examined(sampleDiagnosis());
    shot("summary");
}

} // namespace liaison::ui
