#include "ui/connect/accountsteps.h"

#include "ui/base/plaintext.h"
#include "ui/connect/addressstep.h"

#include <QRadioButton>

namespace liaison::ui {

AccountStep::AccountStep(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : Step(connector, language, draft, parent)
    , m_paste(new QRadioButton(this))
    , m_signIn(new QRadioButton(this))
    , m_login(new Entry(Entry::Kind::Plain, this))
    , m_token(new Entry(Entry::Kind::Secret, this))
    , m_password(new Entry(Entry::Kind::Secret, this))
    , m_notes(new ServerNotes(this))
{
    m_paste->setChecked(true);
    add(m_paste);
    add(m_signIn);
    add(m_login);
    add(m_token);
    add(m_password);
    layout()->addWidget(m_notes);
    for (QRadioButton *way : {m_paste, m_signIn})
        connect(way, &QRadioButton::toggled, this, [this](bool on) {
            if (on) {
                clearNotice();
                showWay();
            }
        });
    for (Entry *entry : {m_login, m_token, m_password})
        connect(entry->edit(), &QLineEdit::textEdited, this, [this] { clearNotice(); });
}

void AccountStep::enter()
{
    showWay();
}

void AccountStep::forget()
{
    m_token->take();
    m_password->take();
}

QWidget *AccountStep::initialFocus()
{
    if (m_wrong && m_wrong->isVisible())
        return m_wrong->edit();
    for (Entry *entry : {m_login, m_token, m_password}) {
        if (!entry->isHidden() && entry->text().isEmpty())
            return entry->edit();
    }
    return byPassword() ? m_password->edit() : m_token->edit();
}

void AccountStep::showWay()
{
    m_token->setVisible(!byPassword());
    m_password->setVisible(byPassword());
    m_wrong = nullptr;
    Q_EMIT continueTextChanged();
}

bool AccountStep::byPassword() const
{
    return m_signIn->isChecked();
}

bool AccountStep::filled(Entry *entry, const QString &sentence)
{
    if (!entry->text().trimmed().isEmpty())
        return true;
    complain(sentence, {}, entry->edit());
    return false;
}

void AccountStep::swapped(ConnectionField looksLike, Entry *entry)
{
    complain(swappedSentence(looksLike),
             tr("It does not belong in this field: “%1”.").arg(entry->edit()->accessibleName()), entry->edit());
}

MoodleTokenStep::MoodleTokenStep(std::size_t site, Connector &connector, Language &language, Draft &draft,
                                 QWidget *parent)
    : AccountStep(connector, language, draft, parent), m_site(site), m_service(new Entry(Entry::Kind::Plain, this))
{
    add(m_service);
    addStretch();
    m_service->setText(QStringLiteral("liaison"));
    m_token->edit()->setObjectName(QStringLiteral("moodleToken"));
    m_login->edit()->setObjectName(QStringLiteral("moodleLogin"));
    m_password->edit()->setObjectName(QStringLiteral("moodlePassword"));
    connect(&connector, &Connector::moodleKnown, this, [this](const Connector::MoodleAccount &account) {
        if (!answered())
            return;
        m_draft.moodle[m_site] = account;
        Q_EMIT accepted();
    });
    retranslate();
    showWay();
}

void MoodleTokenStep::showWay()
{
    AccountStep::showWay();
    m_login->setVisible(byPassword());
    m_service->setVisible(byPassword());
}

void MoodleTokenStep::submit()
{
    const QString url = m_draft.profile.moodle[m_site].url;
    if (byPassword()) {
        if (!filled(m_login, tr("The login is missing.")) || !filled(m_password, tr("The password is missing.")) ||
            !filled(m_service, tr("The short name of the service is missing.")))
            return;
        ask(tr("Signing in to Moodle, once"));
        m_connector.obtainMoodleToken(url, m_login->text().trimmed(), m_password->take(), m_service->text().trimmed(),
                                      moodleRoute(m_draft, m_site));
        return;
    }
    const TypedValue judged = judgeTyped(ConnectionField::MoodleToken, m_token->text());
    if (judged.looksLike)
        return swapped(*judged.looksLike, m_token);
    if (!filled(m_token, tr("The token is missing.")))
        return;
    if (!judged.code.isEmpty())
        return complain(Error{ErrorKind::Input, judged.code, {}, 0, {}, {}}, m_token->edit());
    ask(tr("Asking Moodle whom the token belongs to"));
    m_connector.askMoodleToken(url, judged.value, moodleRoute(m_draft, m_site));
    m_token->take();
}

void MoodleTokenStep::failed(const Error &error)
{
    m_wrong = error.code == u"service-not-available" ? m_service : byPassword() ? m_password : m_token;
    Step::failed(error);
    m_wrong = nullptr;
}

QString MoodleTokenStep::fact() const
{
    if (m_draft.moodle[m_site].login.isEmpty())
        return {};
    const QString version = m_draft.moodle[m_site].release.section(u' ', 0, 0);
    return oneLine(m_draft.moodle[m_site].companion
                       //: %1: account, %2: version
                       ? tr("%1, Moodle %2, with the companion plugin").arg(m_draft.moodle[m_site].login, version)
                       : tr("%1, Moodle %2").arg(m_draft.moodle[m_site].login, version));
}

void MoodleTokenStep::retranslate()
{
    setTitle(titleOfSite(tr("Token of Moodle"), m_draft, m_site),
             tr("The key to Moodle’s web services. It is sent to %1 only, and kept where you choose at the end.")
                 .arg(m_draft.profile.moodle[m_site].url));
    m_paste->setText(tr("I have a token"));
    m_signIn->setText(tr("Obtain it with the login and password of the service account"));
    m_login->setLabel(tr("Login of the service account"));
    m_token->setLabel(tr("Token (32 letters and digits)"));
    m_password->setLabel(tr("Password"));
    m_password->setHint(tr("Sent once, to Moodle, and forgotten at once."));
    m_service->setLabel(tr("Short name of the service"));
    m_service->setHint(tr("As it stands in External services; “liaison” if the sheet was followed."));
    m_notes->setNotes(
        tr("What to create in Moodle"),
        {tr("An ordinary account “liaison”, neither administrator nor teacher, with a role at site level that holds "
            "the "
            "capabilities of the sheet."),
         tr("Site administration > Server > Web services > External services: a service “liaison”, “Authorised users "
            "only”, with the functions of the sheet; authorise the account."),
         tr("Site administration > Server > Web services > Manage tokens: a token for this account and this service.")},
        tr("A token of an administrator would work and be far too strong: the sheet names the few rights that are "
           "needed."));
}

ChatAccountStep::ChatAccountStep(Connector &connector, Language &language, Draft &draft, QWidget *parent)
    : AccountStep(connector, language, draft, parent), m_code(new Entry(Entry::Kind::Plain, this))
{
    add(m_code);
    addStretch();
    m_code->hide();
    m_code->edit()->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    m_code->edit()->setObjectName(QStringLiteral("chatCode"));
    m_token->edit()->setObjectName(QStringLiteral("chatToken"));
    m_login->edit()->setObjectName(QStringLiteral("chatLogin"));
    m_password->edit()->setObjectName(QStringLiteral("chatPassword"));
    connect(m_code->edit(), &QLineEdit::textEdited, this, [this] { clearNotice(); });
    connect(&connector, &Connector::chatKnown, this, [this](const Connector::ChatAccount &account) {
        if (!answered())
            return;
        const QString version = account.version.isEmpty() ? m_draft.chat.version : account.version;
        m_draft.chat = account;
        m_draft.chat.version = version;
        m_draft.profile.chat.user = account.login;
        m_method.clear();
        m_code->take();
        retranslate(); // the list of steps names the account, not the code
        Q_EMIT accepted();
    });
    connect(&connector, &Connector::codeNeeded, this, [this](const QString &method) {
        if (answered())
            askForCode(method);
    });
    retranslate();
    showWay();
}

void ChatAccountStep::enter()
{
    if (m_login->text().isEmpty())
        m_login->setText(m_draft.profile.chat.user);
    m_method.clear();
    AccountStep::enter();
}

void ChatAccountStep::showWay()
{
    AccountStep::showWay();
    const bool code = !m_method.isEmpty();
    for (QWidget *other :
         {static_cast<QWidget *>(m_paste), static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_login)})
        other->setVisible(!code);
    m_password->setVisible(byPassword() && !code);
    m_code->setVisible(code);
    m_notes->setVisible(!code);
}

void ChatAccountStep::askForCode(const QString &method)
{
    m_method = method;
    showWay();
    retranslate();
    m_code->edit()->setFocus(Qt::OtherFocusReason);
    tell(tr("The chat server asks for a second proof of identity."),
         method == u"email" ? tr("It has sent a code by e-mail to the address of the account.")
                            : tr("Type the code that the authenticator application of the account shows."));
}

bool ChatAccountStep::back()
{
    if (m_method.isEmpty())
        return false;
    m_connector.cancel(); // the sign-in that waited for the code is over
    m_method.clear();
    m_code->take();
    clearNotice();
    showWay();
    retranslate();
    m_password->edit()->setFocus(Qt::OtherFocusReason);
    return true;
}

void ChatAccountStep::submit()
{
    const QString url = m_draft.profile.chat.url;
    if (!m_method.isEmpty()) {
        if (!filled(m_code, tr("The code is missing.")))
            return;
        ask(tr("Checking the code"));
        m_connector.giveCode(m_code->take().trimmed());
        return;
    }
    const TypedValue user = judgeTyped(ConnectionField::ChatUser, m_login->text());
    if (user.looksLike)
        return swapped(*user.looksLike, m_login);
    if (!filled(m_login, tr("The login is missing.")))
        return;
    if (!user.code.isEmpty())
        return complain(Error{ErrorKind::Input, user.code, {}, 0, {}, {}}, m_login->edit());
    if (byPassword()) {
        if (!filled(m_password, tr("The password is missing.")))
            return;
        ask(tr("Signing in to the chat server, once"));
        m_connector.obtainChatToken(url, user.value, m_password->take(), chatRoute(m_draft));
        return;
    }
    const TypedValue token = judgeTyped(ConnectionField::ChatToken, m_token->text());
    if (token.looksLike)
        return swapped(*token.looksLike, m_token);
    if (!filled(m_token, tr("The token is missing.")))
        return;
    if (!token.code.isEmpty())
        return complain(Error{ErrorKind::Input, token.code, {}, 0, {}, {}}, m_token->edit());
    ask(tr("Asking the chat server whom the token belongs to"));
    m_connector.askChatToken(url, user.value, token.value, chatRoute(m_draft));
    m_token->take();
}

void ChatAccountStep::failed(const Error &error)
{
    if (!m_method.isEmpty() && error.code != u"wrong-code") { // that sign-in is over
        m_method.clear();
        showWay();
        retranslate();
    }
    m_wrong = !m_method.isEmpty()                         ? m_code
              : error.code == u"token-of-another-account" ? m_login
              : byPassword()                              ? m_password
                                                          : m_token;
    Step::failed(error);
    m_wrong = nullptr;
}

void ChatAccountStep::forget()
{
    AccountStep::forget();
    m_code->take();
    m_method.clear();
}

QWidget *ChatAccountStep::initialFocus()
{
    if (!m_method.isEmpty())
        return m_code->edit();
    return AccountStep::initialFocus();
}

QString ChatAccountStep::fact() const
{
    if (m_draft.chat.login.isEmpty())
        return {};
    return oneLine(m_draft.chat.obtained.isEmpty()
                       //: %1: account, %2: version
                       ? tr("%1, Rocket.Chat %2").arg(m_draft.chat.login, m_draft.chat.version)
                       //: %1: account, %2: name of a token
                       : tr("%1, token “%2” made").arg(m_draft.chat.login, m_draft.chat.obtained));
}

void ChatAccountStep::retranslate()
{
    if (m_method.isEmpty())
        setTitle(tr("Account on the chat server"),
                 tr("Recommended: the account that the Moodle plugin uses, with a token of its own for this "
                    "workstation."));
    else
        setTitle(tr("Second proof of identity"), tr("For this one sign-in; the code is not kept."));
    m_paste->setText(tr("I have a personal access token"));
    m_signIn->setText(tr("Sign in once, and have a token made"));
    m_login->setLabel(tr("Login of the account"));
    m_token->setLabel(tr("Personal access token"));
    m_password->setLabel(tr("Password"));
    //: %1: name of a token
    m_password->setHint(
        tr("Sent once, to the chat server, and forgotten. A personal access token “%1” is made, and the "
           "session is closed.")
            .arg(m_connector.tokenName()));
    m_code->setLabel(tr("Code"));
    m_notes->setNotes(
        tr("What to create on the chat server"),
        {tr("Sign in to Rocket.Chat with the account of the Moodle plugin: it owns the rooms that it made."),
         tr("My account > Personal access tokens: name “%1”, tick “Ignore two factor authentication”, Add; copy the "
            "token, which is shown once. It takes the permission create-personal-access-tokens.")
             .arg(m_connector.tokenName()),
         tr("Administration > Permissions: the permissions of the sheet, for the role of the account.")},
        tr("Why this account: member lists and roles can only be read from inside a room, and it is inside all of "
           "them; "
           "and the plugin’s own synchronisation removes any other account that is not enrolled. Why a token of our "
           "own: the plugin’s stays where it is, and this one can be taken back alone."));
}

} // namespace liaison::ui
