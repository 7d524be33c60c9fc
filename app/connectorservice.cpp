#include "app/connectorservice.h"

#include "app/context.h"
#include "app/sheettext.h"
#include "core/base/inputerror.h"
#include "core/run/authority.h"
#include "core/run/profilestore.h"
#include "core/run/profiletravel.h"
#include "core/run/servers.h"
#include "core/store/database.h"

#include <QJsonDocument>
#include <QSaveFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QUrl>

namespace liaison::app {

using secrets::SecretKey;

namespace {

ui::Connector::MoodleAccount accountOf(const moodle::SiteInfo &info)
{
    ui::Connector::MoodleAccount account;
    account.site = info.siteName;
    account.release = info.release;
    account.login = info.username;
    account.name = info.fullName;
    account.companion = info.offers(moodle::functions::companionInfo);
    account.administrator = info.siteAdmin.value_or(false);
    return account;
}

/// Beside a store that is thrown away: what the doctor looks at is on the servers.
Result<ui::Connector::DiagnosisPtr> examination(const Profile &profile, const net::CancelToken &cancel)
{
    const QTemporaryDir folder;
    auto database = store::Database::open(folder.path());
    if (!database)
        return fail(database.error());
    store::Memory memory(**database);
    Profile reading = profile;
    reading.readOnly = true; // nothing that writes is built
    const auto servers = makeServers(reading);
    auto found = diagnose(*servers, profile, memory, machineTime, {}, cancel);
    if (!found)
        return fail(found.error());
    return std::make_shared<const Diagnosis>(std::move(*found));
}

std::vector<SecretKey> keysOf(const Profile &profile)
{
    std::vector<SecretKey> keys;
    for (const MoodleSettings &site : profile.moodle)
        keys.push_back(secrets::moodleKey(site.url));
    keys.push_back(secrets::chatKey(profile.chat.url, profile.chat.user));
    if (!QUrl(profile.proxy).userName().isEmpty())
        keys.push_back(secrets::proxyKey(profile.proxy));
    return keys;
}

} // namespace

ConnectorService::ConnectorService(Environment environment, Tokens &tokens, QObject *parent)
    : ui::Connector(parent), m_environment(std::move(environment)), m_tokens(tokens)
{
    m_worker.setMaxThreadCount(1);
    m_writer.setMaxThreadCount(1);
}

ConnectorService::~ConnectorService()
{
    cancel();
    m_writer.waitForDone();
    while (!m_worker.waitForDone(givingUpEvery))
        m_tokens.cancelAll(); // nobody will answer the keychain's question
}

template <class Ask, class Tell> void ConnectorService::ask(Ask work, Tell tell)
{
    m_cancel.cancel();
    m_cancel = net::CancelToken();
    const int question = ++m_question;
    m_worker.start([this, question, work, tell, stop = m_cancel] {
        auto answer = std::make_shared<std::invoke_result_t<Ask, const net::CancelToken &>>(work(stop));
        QMetaObject::invokeMethod(
            this,
            [this, question, answer, tell] {
                if (question != m_question)
                    return;
                if (*answer)
                    tell(**answer);
                else
                    Q_EMIT failed(answer->error());
            },
            Qt::QueuedConnection);
    });
}

void ConnectorService::cancel()
{
    ++m_question;
    m_cancel.cancel();
    m_proceeding = 0;
    dropRequest();
}

void ConnectorService::dropRequest()
{
    if (m_request)
        m_worker.start([request = std::exchange(m_request, {})]() mutable { request.reset(); });
}

void ConnectorService::keep(const SecretKey &key, const QString &secret)
{
    m_secrets[{key.server, key.account}] = secret;
}

QString ConnectorService::kept(const SecretKey &key) const
{
    const auto it = m_secrets.find({key.server, key.account});
    return it == m_secrets.end() ? QString() : it->second;
}

ConnectionRoute ConnectorService::withPassword(ConnectionRoute route) const
{
    const QString password = route.proxy.isEmpty() ? QString() : kept(secrets::proxyKey(route.proxy));
    if (!password.isEmpty()) {
        QUrl url(route.proxy);
        url.setPassword(password, QUrl::DecodedMode);
        route.proxy = url.toString(QUrl::FullyEncoded);
    }
    return route;
}

void ConnectorService::keepProxyPassword(const QString &proxy, const QString &password)
{
    keep(secrets::proxyKey(proxy), password);
}

void ConnectorService::askMoodle(const QString &url, const ConnectionRoute &route)
{
    ask(
        [url, way = withPassword(route)](const net::CancelToken &stop) -> Result<QString> {
            const auto found = liaison::askMoodle(url, way, stop);
            return found ? Result<QString>(QString()) : fail(found.error());
        },
        [this](const QString &version) { Q_EMIT serverAnswered(version); });
}

void ConnectorService::askMoodleToken(const QString &url, const QString &token, const ConnectionRoute &route)
{
    ask([url, token, way = withPassword(route)](
            const net::CancelToken &stop) { return liaison::askMoodleToken(url, token, way, stop); },
        [this, url, token](const moodle::SiteInfo &info) {
            keep(secrets::moodleKey(url), token);
            Q_EMIT moodleKnown(accountOf(info));
        });
}

void ConnectorService::obtainMoodleToken(const QString &url, const QString &login, const QString &password,
                                         const QString &service, const ConnectionRoute &route)
{
    using Obtained = std::pair<QString, moodle::SiteInfo>;
    ask(
        [=, way = withPassword(route)](const net::CancelToken &stop) -> Result<Obtained> {
            const auto token = liaison::obtainMoodleToken(url, login, password, service, way, stop);
            if (!token)
                return fail(token.error());
            const auto info = liaison::askMoodleToken(url, *token, way, stop);
            if (!info)
                return fail(info.error());
            return Obtained(*token, *info);
        },
        [this, url](const Obtained &obtained) {
            keep(secrets::moodleKey(url), obtained.first);
            Q_EMIT moodleKnown(accountOf(obtained.second));
        });
}

void ConnectorService::askChat(const QString &url, const ConnectionRoute &route)
{
    ask([url, way = withPassword(route)](const net::CancelToken &stop) { return liaison::askChat(url, way, stop); },
        [this](const chat::ServerVersion &version) { Q_EMIT serverAnswered(version.text); });
}

void ConnectorService::askChatToken(const QString &url, const QString &user, const QString &token,
                                    const ConnectionRoute &route)
{
    ask([=, way = withPassword(route)](
            const net::CancelToken &stop) { return liaison::askChatToken(url, user, token, way, stop); },
        [this, url, token](const chat::ServerFacts &facts) {
            keep(secrets::chatKey(url, facts.self.username), token);
            Q_EMIT chatKnown({facts.self.username, facts.version.text, {}, true});
        });
}

void ConnectorService::obtainChatToken(const QString &url, const QString &user, const QString &password,
                                       const ConnectionRoute &route)
{
    dropRequest();
    m_request = std::make_shared<ChatTokenRequest>(url, withPassword(route), user, password, tokenName());
    m_requestUrl = url;
    proceed({});
}

void ConnectorService::giveCode(const QString &code)
{
    if (m_request && !m_proceeding) // a code is sent once
        proceed(code);
}

void ConnectorService::proceed(const QString &code)
{
    m_cancel.cancel();
    m_cancel = net::CancelToken();
    const int question = m_proceeding = ++m_question;
    m_worker.start([this, question, code, url = m_requestUrl, request = m_request, stop = m_cancel]() mutable {
        auto made = std::make_shared<Result<ObtainedChatToken>>(request->proceed(code, stop));
        request.reset(); // where the assistant has gone on, here and not on its thread
        QMetaObject::invokeMethod(
            this,
            [this, question, made, url] {
                if (m_proceeding == question)
                    m_proceeding = 0;
                if (*made) // also one that nobody waits for any more: it is on the server and shown once
                    keep(secrets::chatKey(url, (*made)->username), (*made)->token);
                if (question != m_question)
                    return;
                const bool waits =
                    !*made && (made->error().code == u"two-factor" || made->error().code == u"wrong-code");
                if (!waits)
                    dropRequest();
                if (*made) {
                    Q_EMIT chatKnown({(*made)->username, {}, (*made)->name, (*made)->sessionEnded});
                } else if (made->error().code == u"two-factor") {
                    Q_EMIT codeNeeded(made->error().serverCode);
                } else {
                    Q_EMIT failed(made->error());
                }
            },
            Qt::QueuedConnection);
    });
}

void ConnectorService::readAuthority(const QString &path)
{
    ask(
        [path](const net::CancelToken &) -> Result<Authority> {
            const auto pem = pemOf(path);
            if (!pem)
                return fail(pem.error());
            return Authority{*pem, fingerprintsOf(*pem)};
        },
        [this](const Authority &authority) { Q_EMIT authorityRead(authority); });
}

void ConnectorService::readProfile(const QString &path)
{
    ask(
        [path](const net::CancelToken &) -> Result<Imported> {
            auto from = readTravelled(path);
            if (!from)
                return fail(from.error());
            if (!from->profile.snapshot.isEmpty()) // it has no servers to connect
                return fail(inputError("support-profile", path));
            Imported in{std::move(from->profile), std::move(from->document), from->name, {}, {}};
            for (const MoodleSettings &site : in.profile.moodle)
                in.moodleAuthority.push_back(fingerprintsOf(site.ca));
            in.chatAuthority = fingerprintsOf(in.profile.chat.ca);
            return in;
        },
        [this](const Imported &imported) { Q_EMIT profileRead(imported); });
}

void ConnectorService::checkName(const QString &name)
{
    ask(
        [name, folders = profileFolders(m_environment)](const net::CancelToken &) -> Result<QString> {
            if (!isProfileName(name))
                return fail(inputError("bad-profile-name", name));
            const auto entry = ProfileStore(folders).find(name);
            if (entry || entry.error().code != u"profile-not-found")
                return fail(inputError("profile-exists", name));
            return name;
        },
        [this](const QString &free) { Q_EMIT nameFree(free); });
}

void ConnectorService::listProfiles()
{
    ask(
        [folders = profileFolders(m_environment)](const net::CancelToken &) -> Result<QList<Kept>> {
            QList<Kept> out;
            for (const ProfileEntry &entry : ProfileStore(folders).list()) {
                Kept kept{entry.name, entry.profile.has_value(), false, {}, {}};
                if (entry.profile) {
                    kept.production = entry.profile->production;
                    kept.moodle = entry.profile->moodle.empty() ? QString() : entry.profile->moodle.front().url;
                    kept.chat = entry.profile->chat.url;
                }
                out << kept;
            }
            return out;
        },
        [this](const QList<Kept> &profiles) { Q_EMIT profilesListed(profiles); });
}

void ConnectorService::probePlaces()
{
    ask(
        [this](const net::CancelToken &) -> Result<Places> {
            Places places;
            if (const auto probed = m_tokens.probe(); !probed)
                places.keychain = probed.error();
            places.file = Tokens::fileName();
            places.fileExists = secrets::SecretsFile::exists(places.file);
            return places;
        },
        [this](const Places &places) { Q_EMIT placesKnown(places); });
}

void ConnectorService::save(const QString &name, const Profile &profile, const QJsonObject &document, Place place,
                            const QString &passphrase)
{
    std::vector<std::pair<SecretKey, QString>> mine;
    for (const SecretKey &key : keysOf(profile)) {
        if (const QString secret = kept(key); !secret.isEmpty())
            mine.emplace_back(key, secret);
    }
    const Tokens::Place where = place == Place::Keychain ? Tokens::Place::Keychain
                                : place == Place::File   ? Tokens::Place::File
                                                         : Tokens::Place::Session;
    ask(
        [this, name, profile, document, where, passphrase, mine](const net::CancelToken &) -> Result<QString> {
            if (where == Tokens::Place::File) {
                if (auto opened = m_tokens.openFile(passphrase); !opened)
                    return fail(opened.error());
            }
            const ProfileStore store(profileFolders(m_environment));
            if (auto done = store.save(name, profileToJson(profile, document), false); !done)
                return fail(done.error());
            for (const auto &[key, secret] : mine) {
                if (auto done = m_tokens.keep(where, key, secret); !done) {
                    (void)store.remove(name); // half a profile would ask for tokens that nobody has
                    return fail(done.error());
                }
            }
            return name;
        },
        [this](const QString &written) { Q_EMIT saved(written); });
}

void ConnectorService::examine(const Profile &profile)
{
    Profile whole = profile;
    for (MoodleSettings &site : whole.moodle)
        site.token = kept(secrets::moodleKey(site.url));
    whole.chat.token = kept(secrets::chatKey(whole.chat.url, whole.chat.user));
    if (!QUrl(whole.proxy).userName().isEmpty())
        whole.proxyPassword = kept(secrets::proxyKey(whole.proxy));
    ask([whole](const net::CancelToken &stop) { return examination(whole, stop); },
        [this](const DiagnosisPtr &diagnosis) { Q_EMIT examined(diagnosis); });
}

void ConnectorService::saveText(const QString &path, const QString &text)
{
    m_writer.start([this, path, text] {
        const QByteArray bytes = text.toUtf8();
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        QMetaObject::invokeMethod(
            this,
            [this, path, written] {
                if (written)
                    Q_EMIT textSaved(path);
                else
                    Q_EMIT textFailed({ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
            },
            Qt::QueuedConnection);
    });
}

QString ConnectorService::sheet(bool readOnly, text::Language language) const
{
    return sheetLines(grantSheet(readOnly), readOnly, language).join(u'\n') + u'\n';
}

QString ConnectorService::tokenName() const
{
    return chatTokenName(QSysInfo::machineHostName());
}

} // namespace liaison::app
