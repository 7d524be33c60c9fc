#include "app/profilesservice.h"

#include "app/profileenvironment.h"
#include "app/published.h"
#include "core/run/authority.h"

#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>

namespace liaison::app {

using ui::TokenLine;

ProfilesService::ProfilesService(Environment environment, Tokens &tokens, QString started, QObject *parent)
    : Profiles(parent)
    , m_environment(std::move(environment))
    , m_tokens(tokens)
    , m_started(std::move(started))
    , m_current(m_started)
{
    m_files.setMaxThreadCount(1);
    m_keys.setMaxThreadCount(1);
}

ProfilesService::~ProfilesService()
{
    m_desk.close();
    m_files.clear();
    m_keys.clear();
    while (!m_keys.waitForDone(givingUpEvery))
        m_tokens.cancelAll(); // nobody will answer the keychain's question
    m_files.waitForDone();    // after the keys: a profile that loses its tokens is removed there
}

template <class Work> void ProfilesService::work(Work work)
{
    m_files.start(std::move(work));
}

template <class Deliver> void ProfilesService::deliver(Deliver deliver)
{
    QMetaObject::invokeMethod(this, std::move(deliver), Qt::QueuedConnection);
}

void ProfilesService::complain(Task task, const Error &error)
{
    deliver([this, task, error] { Q_EMIT failed(task, error); });
}

Environment ProfilesService::environmentFor(const QString &name) const
{
    return name == m_started ? m_environment : withoutServers(m_environment);
}

/// On a worker.
void ProfilesService::relist()
{
    auto all = std::make_shared<const std::vector<ProfileEntry>>(store().list());
    lookAtFile();
    deliver([this, all = List(std::move(all))] {
        m_known = all;
        Q_EMIT listed(all);
    });
}

void ProfilesService::lookAtFile()
{
    m_fileLocked = m_tokens.isFileLocked();
    m_hasFile = Tokens::hasFile() || m_tokens.isFileOpen(); // a new one is written with its first token
}

void ProfilesService::list()
{
    work([this] { relist(); });
}

void ProfilesService::save(const QString &name, const QJsonObject &document, const QString &before)
{
    work([this, name, document, before] {
        const auto profile = profileFromJson(QJsonDocument(document).toJson());
        if (!profile)
            return complain(Task::Save, profile.error());
        // Addresses as they are used: cleaned.
        const bool same = !before.isEmpty() && name.compare(before, Qt::CaseInsensitive) == 0;
        if (const auto saved = store().save(name, profileToJson(*profile, document), same); !saved)
            return complain(Task::Save, saved.error());
        if (!before.isEmpty() && !same) {
            if (const auto gone = store().remove(before); !gone)
                return complain(Task::Save, gone.error());
        }
        deliver([this, name, before] {
            if (!before.isEmpty() && m_current == before)
                m_current = name;
            Q_EMIT saved(name);
        });
        relist();
    });
}

void ProfilesService::remove(const QString &name, bool forgetTokens)
{
    m_keys.start([this, name, forgetTokens] {
        if (forgetTokens) {
            const auto entry = store().find(name);
            if (!entry)
                return complain(Task::Remove, entry.error());
            std::vector<secrets::SecretKey> shared;
            for (const ProfileEntry &other : store().list()) {
                if (other.name == entry->name || !other.profile)
                    continue;
                if (const auto slots = secretSlots(*other.profile)) {
                    for (const TokenSlot &slot : *slots)
                        shared.push_back(slot.key);
                }
            }
            const auto own = secretSlots(*entry->profile);
            if (!own)
                return complain(Task::Remove, own.error());
            for (const TokenSlot &slot : *own) {
                if (slot.key.account.isEmpty() || std::find(shared.begin(), shared.end(), slot.key) != shared.end())
                    continue;
                if (const auto gone = secrets::waitFor(m_tokens.remove(slot.key)); !gone)
                    return complain(Task::Remove, gone.error());
            }
        }
        work([this, name] { // where every profile is written: one after the other
            if (const auto removed = store().remove(name); !removed)
                return complain(Task::Remove, removed.error());
            deliver([this, name] { Q_EMIT removed(name); });
            relist();
        });
    });
}

void ProfilesService::exportTo(const QString &name, const QString &path)
{
    work([this, name, path] {
        const auto entry = store().find(name);
        if (!entry)
            return complain(Task::Export, entry.error());
        const auto document = exportedProfile(*entry);
        if (!document)
            return complain(Task::Export, document.error());
        const QByteArray json = QJsonDocument(*document).toJson();
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
            return complain(Task::Export, {ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
        deliver([this, path] { Q_EMIT exported(path); });
    });
}

void ProfilesService::readImport(const QString &path)
{
    work([this, path] {
        auto from = readTravelled(path);
        if (!from)
            return complain(Task::Import, from.error());
        const std::vector<TrustQuestion> questions = trustQuestions(from->profile);
        deliver([this, from = std::make_shared<const TravelledProfile>(std::move(*from)), questions] {
            Q_EMIT importRead(from, questions);
        });
    });
}

void ProfilesService::import(Travelled from, const QString &name, const std::vector<bool> &agreed)
{
    work([this, from = std::move(from), name, agreed] {
        const auto document = trusted(*from, agreed);
        if (!document)
            return complain(Task::Import, {ErrorKind::Cancelled, QStringLiteral("cancelled"), name, 0, {}, {}});
        if (const auto done = store().save(name, *document, false); !done)
            return complain(Task::Import, done.error());
        deliver([this, name] { Q_EMIT saved(name); });
        relist();
    });
}

void ProfilesService::readAuthority(const QString &ca)
{
    work([this, ca] { deliver([this, ca, prints = fingerprintsOf(ca)] { Q_EMIT fingerprints(ca, prints); }); });
}

TokenLine ProfilesService::lineOf(const TokenSlot &slot, const Environment &environment)
{
    TokenLine line;
    line.slot = slot;
    line.variable = variableGiving(slot, environment);
    if (!line.variable.isEmpty()) {
        line.state = TokenLine::State::Environment;
        return line;
    }
    if (slot.key.account.isEmpty()) {
        line.state = TokenLine::State::NoAccount;
        return line;
    }
    if (const auto held = m_tokens.lookInto(Tokens::Place::Session, slot.key); held && *held) {
        line.state = TokenLine::State::Session;
        return line;
    }
    const auto kept = m_tokens.lookInto(Tokens::Place::Keychain, slot.key);
    if (kept && *kept) {
        line.state = TokenLine::State::Keychain;
        return line;
    }
    const auto sealed = m_tokens.lookInto(Tokens::Place::File, slot.key);
    if (sealed && *sealed) {
        line.state = TokenLine::State::File;
    } else if (!sealed) {
        line.state = TokenLine::State::Locked;
    } else if (!kept) {
        line.state = TokenLine::State::NoKeychain;
        line.detail = kept.error().detail;
    }
    return line;
}

/// On a worker.
void ProfilesService::tellTokens(const QString &name)
{
    const auto entry = store().find(name);
    if (!entry)
        return complain(Task::Token, entry.error());
    const Environment environment = environmentFor(name);
    std::vector<TokenLine> lines;
    const auto slots = secretSlots(*entry->profile);
    if (!slots)
        return complain(Task::Token, slots.error());
    for (const TokenSlot &slot : *slots)
        lines.push_back(lineOf(slot, environment));
    lookAtFile();
    deliver([this, name, lines = std::move(lines)] { Q_EMIT tokens(name, lines); });
}

void ProfilesService::readTokens(const QString &name)
{
    m_keys.start([this, name] { tellTokens(name); });
}

Result<TokenSlot> ProfilesService::slotOf(const QString &name, const QString &which) const
{
    const auto entry = store().find(name);
    if (!entry)
        return fail(entry.error());
    auto slots = secretSlots(*entry->profile);
    if (!slots)
        return fail(slots.error());
    for (TokenSlot &slot : *slots) {
        if (slot.which == which)
            return std::move(slot);
    }
    return fail(Error{ErrorKind::Input, QStringLiteral("bad-arguments"), which, 0, {}, {}});
}

void ProfilesService::keepToken(const QString &name, const QString &which, const QString &token, Place place)
{
    m_keys.start([this, name, which, token, place] {
        const auto slot = slotOf(name, which);
        if (!slot)
            return complain(Task::Token, slot.error());
        if (const auto fits = judgeKey(*slot, token); !fits)
            return complain(Task::Token, fits.error());
        const Tokens::Place where = place == Place::File      ? Tokens::Place::File
                                    : place == Place::Session ? Tokens::Place::Session
                                                              : Tokens::Place::Keychain;
        if (const auto kept = m_tokens.keep(where, slot->key, token); !kept)
            return complain(Task::Token, kept.error());
        tellTokens(name);
        deliver([this, name, which] { Q_EMIT tokenKept(name, which); });
    });
}

void ProfilesService::testToken(const QString &name, const QString &which)
{
    m_keys.start([this, name, which] {
        const auto entry = store().find(name);
        auto account = entry ? accountOf(*entry->profile, which, environmentFor(name), {&m_tokens, true})
                             : Result<QString>(fail(entry.error()));
        deliver([this, name, which, account = std::move(account)] { Q_EMIT tested(name, which, account); });
    });
}

void ProfilesService::forgetToken(const QString &name, const QString &which)
{
    m_keys.start([this, name, which] {
        const auto slot = slotOf(name, which);
        if (!slot)
            return complain(Task::Token, slot.error());
        const auto gone = secrets::waitFor(m_tokens.remove(slot->key));
        // Without a keychain there is nothing in it that could be found again.
        if (!gone && gone.error().code != u"keychain-unavailable")
            return complain(Task::Token, gone.error());
        tellTokens(name);
        deliver([this, name, which] { Q_EMIT tokenForgotten(name, which); });
    });
}

void ProfilesService::unlock(const QString &passphrase)
{
    m_keys.start([this, passphrase] {
        const auto opened = m_tokens.openFile(passphrase);
        lookAtFile();
        if (!opened)
            return complain(Task::Unlock, opened.error());
        deliver([this] { Q_EMIT unlocked(); });
    });
}

void ProfilesService::provePresence(const std::optional<QString> &passphrase)
{
    m_desk.answer(passphrase);
}

Result<void> ProfilesService::provenPresence(const Profile &profile, const Environment &environment,
                                             const net::CancelToken &cancel)
{
    if (proofFor(profile, m_tokens, environment) == Proof::Keychain)
        return readAgain(profile, m_tokens, environment);
    const auto over = [this] { deliver([this] { Q_EMIT presenceOver(); }); };
    m_desk.begin();
    deliver([this] { Q_EMIT presenceAsked(); });
    while (true) {
        const std::optional<QString> typed = m_desk.wait(cancel);
        const auto proven =
            typed ? Tokens::prove(*typed) : Result<void>(fail(presenceError("presence-needed", profile)));
        if (cancel.isCancelled()) {
            over();
            return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
        }
        if (!typed || m_desk.isRefused()) { // also while the key was derived
            over();
            return fail(presenceError("presence-needed", profile));
        }
        if (proven) {
            over();
            return {};
        }
        deliver([this, error = proven.error()] { Q_EMIT presenceRefused(error); });
    }
}

} // namespace liaison::app
