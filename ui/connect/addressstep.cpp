#include "ui/connect/addressstep.h"

#include <QCoreApplication>

namespace liaison::ui {

ConnectionRoute moodleRoute(const Draft &draft, std::size_t site)
{
    return {draft.profile.moodle[site].ca, draft.profile.proxy};
}

ConnectionRoute chatRoute(const Draft &draft)
{
    return {draft.profile.chat.ca, draft.profile.proxy};
}

QString titleOfSite(const QString &title, const Draft &draft, std::size_t site)
{
    return draft.profile.moodle.size() < 2
               ? title
               : QString(title + QLatin1String(" (") + draft.profile.moodle[site].id + u')');
}

QString swappedSentence(ConnectionField looksLike)
{
    switch (looksLike) {
    case ConnectionField::MoodleToken:
        return QCoreApplication::translate("liaison::ui::AddressStep", "This looks like a Moodle token.");
    case ConnectionField::ChatToken:
        return QCoreApplication::translate("liaison::ui::AddressStep", "This looks like a token of the chat server.");
    case ConnectionField::MoodleUrl:
    case ConnectionField::ChatUrl:
        return QCoreApplication::translate("liaison::ui::AddressStep", "This looks like the address of a server.");
    case ConnectionField::ChatUser:
        break;
    }
    return QCoreApplication::translate("liaison::ui::AddressStep", "This looks like a login.");
}

AddressStep::AddressStep(Server server, std::size_t site, Connector &connector, Language &language, Draft &draft,
                         QWidget *parent)
    : Step(connector, language, draft, parent)
    , m_server(server)
    , m_site(site)
    , m_address(new Entry(Entry::Kind::Plain, this))
    , m_network(new NetworkFold(connector, this))
    , m_notes(new ServerNotes(this))
{
    add(m_address);
    add(m_network);
    layout()->addWidget(m_notes);
    addStretch();
    m_address->edit()->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_address->edit()->setObjectName(server == Server::Moodle ? QStringLiteral("moodleAddress")
                                                              : QStringLiteral("chatAddress"));
    connect(m_address->edit(), &QLineEdit::textEdited, this, [this] {
        clearNotice();
        showMeant();
    });
    connect(&connector, &Connector::authorityRead, this, [this](const Connector::Authority &authority) {
        if (!answered())
            return;
        m_network->setAuthority(authority);
        askServer();
    });
    connect(&connector, &Connector::serverAnswered, this, [this](const QString &version) {
        if (!answered())
            return;
        url() = m_meant;
        if (m_server == Server::Chat)
            m_draft.chat.version = version;
        m_draft.profile.proxy = m_network->proxy();
        Q_EMIT accepted();
    });
    retranslate();
}

QString &AddressStep::url()
{
    return m_server == Server::Moodle ? m_draft.profile.moodle[m_site].url : m_draft.profile.chat.url;
}

const QString &AddressStep::url() const
{
    return m_server == Server::Moodle ? m_draft.profile.moodle[m_site].url : m_draft.profile.chat.url;
}

ConnectionField AddressStep::field() const
{
    return m_server == Server::Moodle ? ConnectionField::MoodleUrl : ConnectionField::ChatUrl;
}

ConnectionRoute AddressStep::route() const
{
    return {m_network->pem(), m_network->proxy()};
}

void AddressStep::enter()
{
    m_address->setText(url());
    const bool chat = m_server == Server::Chat;
    // The institution's authority is usually that of both servers.
    const bool inherit = chat && !m_draft.imported && m_draft.profile.chat.ca.isEmpty() && url().isEmpty();
    m_network->set(chat && !inherit ? m_draft.profile.chat.ca : m_draft.profile.moodle[m_site].ca,
                   chat && !inherit ? m_draft.chatAuthority : m_draft.moodleAuthority[m_site], m_draft.profile.proxy);
    showMeant();
}

void AddressStep::showMeant()
{
    const QString typed = m_address->text().trimmed();
    const TypedValue judged = judgeTyped(field(), typed);
    const bool other = judged.code.isEmpty() && judged.value != typed;
    m_address->setHint(other ? tr("We use %1").arg(judged.value) : QString());
}

void AddressStep::submit()
{
    const TypedValue judged = judgeTyped(field(), m_address->text());
    if (judged.looksLike) {
        complain(swappedSentence(*judged.looksLike),
                 tr("Here the address is asked for, as it stands in the browser; tokens come in later steps."),
                 initialFocus());
        return;
    }
    if (m_address->text().trimmed().isEmpty()) {
        complain(tr("The address is missing."),
                 tr("Write it as in the browser, for example %1.").arg(tr("https://moodle.example.org")),
                 initialFocus());
        return;
    }
    if (!judged.code.isEmpty()) {
        complain(Error{ErrorKind::Input, judged.code, m_address->text().trimmed(), 0, {}, {}}, initialFocus());
        if (!judged.secureInstead.isEmpty()) {
            Button *instead = notice()->addAction(tr("Use %1").arg(judged.secureInstead), Button::Kind::Primary);
            instead->setObjectName(QStringLiteral("useHttps"));
            connect(instead, &QPushButton::clicked, this, [this, secure = judged.secureInstead] {
                m_address->setText(secure);
                showMeant();
                submit();
            });
        }
        return;
    }
    m_meant = judged.value;
    const QString password = m_network->takePassword();
    if (!password.isEmpty())
        m_connector.keepProxyPassword(m_network->proxy(), password);
    if (const QString path = m_network->pathToRead(); !path.isEmpty()) {
        ask(tr("Reading the certificate"));
        m_connector.readAuthority(path);
        return;
    }
    askServer();
}

void AddressStep::askServer()
{
    if (m_server == Server::Moodle) {
        m_draft.profile.moodle[m_site].ca = m_network->pem();
        m_draft.moodleAuthority[m_site] = m_network->names();
    } else {
        m_draft.profile.chat.ca = m_network->pem();
        m_draft.chatAuthority = m_network->names();
    }
    ask(tr("Asking %1").arg(m_meant));
    if (m_server == Server::Moodle)
        m_connector.askMoodle(m_meant, route());
    else
        m_connector.askChat(m_meant, route());
}

void AddressStep::failed(const Error &error)
{
    if (error.code == u"ca-file") {
        m_network->open(true);
        complain(error, m_network->path()->edit());
        return;
    }
    complain(error, initialFocus());
    if (error.kind == ErrorKind::Tls || error.code == u"proxy") {
        const bool tls = error.kind == ErrorKind::Tls;
        Button *way =
            notice()->addAction(tls ? tr("Add your institution’s certificate…") : tr("Network…"), Button::Kind::Normal);
        way->setObjectName(QStringLiteral("openNetwork"));
        connect(way, &QPushButton::clicked, this, [this, tls] { m_network->open(tls); });
    }
}

void AddressStep::retranslate()
{
    const bool moodle = m_server == Server::Moodle;
    setTitle(moodle ? titleOfSite(tr("Address of Moodle"), m_draft, m_site) : tr("Address of the chat server"),
             moodle ? tr("As it stands in the browser. One call without any token says whether a Moodle answers there.")
                    : tr("As it stands in the browser, or in the settings of the Moodle plugin. One call without any "
                         "token says whether a Rocket.Chat answers there."));
    m_address->setLabel(moodle ? tr("Address of Moodle") : tr("Address of the chat server"));
    m_address->edit()->setPlaceholderText(moodle ? tr("https://moodle.example.org") : tr("https://chat.example.org"));
    m_network->retranslate();
    showMeant();
    if (moodle)
        m_notes->setNotes(tr("What has to be switched on in Moodle"),
                          {tr("Site administration > Server > Web services > Overview: switch on web services and the "
                              "REST protocol.")},
                          tr("Only addresses in https are used: a token never travels in clear."));
    else
        m_notes->setNotes(tr("Where to find it"),
                          {tr("In Moodle: Site administration > Plugins > Activity modules > Rocket.Chat shows the "
                              "address that the plugin uses.")},
                          tr("Only addresses in https are used: a token never travels in clear."));
}

} // namespace liaison::ui
