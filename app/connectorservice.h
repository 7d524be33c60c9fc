#pragma once

#include "app/tokens.h"
#include "core/run/obtaintokens.h"
#include "ui/connect/connector.h"

#include <QThreadPool>

namespace liaison::app {

/// The assistant's connector over the connection steps, the profiles and the places of tokens of this computer.
/// Everything happens on a worker thread of its own, one piece at a time.
class ConnectorService : public ui::Connector
{
    Q_OBJECT

public:
    /// `tokens` outlives it.
    ConnectorService(Environment environment, Tokens &tokens, QObject *parent = nullptr);
    ~ConnectorService() override; ///< cancels what is under way and waits for it

    void askMoodle(const QString &url, const ConnectionRoute &route) override;
    void askMoodleToken(const QString &url, const QString &token, const ConnectionRoute &route) override;
    void obtainMoodleToken(const QString &url, const QString &login, const QString &password, const QString &service,
                           const ConnectionRoute &route) override;
    void askChat(const QString &url, const ConnectionRoute &route) override;
    void askChatToken(const QString &url, const QString &user, const QString &token,
                      const ConnectionRoute &route) override;
    void obtainChatToken(const QString &url, const QString &user, const QString &password,
                         const ConnectionRoute &route) override;
    void giveCode(const QString &code) override;
    void keepProxyPassword(const QString &proxy, const QString &password) override;
    void readAuthority(const QString &path) override;
    void readProfile(const QString &path) override;
    void checkName(const QString &name) override;
    void listProfiles() override;
    void probePlaces() override;
    void save(const QString &name, const Profile &profile, const QJsonObject &document, Place place,
              const QString &passphrase) override;
    void examine(const Profile &profile) override;
    void saveText(const QString &path, const QString &text) override;
    void cancel() override;
    [[nodiscard]] QString sheet(bool readOnly, text::Language language) const override;
    [[nodiscard]] QString tokenName() const override;

private:
    using Secrets = std::map<std::pair<QString, QString>, QString>;

    /// `ask` runs on the worker and gives a Result<T>; `tell` gets its value on this thread.
    template <class Ask, class Tell> void ask(Ask ask, Tell tell);
    void keep(const secrets::SecretKey &key, const QString &secret);
    [[nodiscard]] QString kept(const secrets::SecretKey &key) const;
    [[nodiscard]] ConnectionRoute withPassword(ConnectionRoute route) const;
    void proceed(const QString &code);
    /// The request that waits for a code is given up; its session, if it opened one, is ended on the worker.
    void dropRequest();

    Environment m_environment;
    Tokens &m_tokens;
    QThreadPool m_worker; ///< one thread
    QThreadPool m_writer; ///< one thread: a page is saved while a server is asked
    net::CancelToken m_cancel;
    int m_question = 0; ///< an answer to an older one is dropped
    Secrets m_secrets;  ///< found good, not yet saved
    std::shared_ptr<ChatTokenRequest> m_request;
    int m_proceeding = 0; ///< the question with which m_request is under way; 0: it waits for a code
    QString m_requestUrl;
};

} // namespace liaison::app
