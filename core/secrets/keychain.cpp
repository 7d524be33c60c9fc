#include "core/secrets/keychain.h"

#include <QPromise>
#include <QTimer>
#include <QUuid>
#include <functional>
#include <qt6keychain/keychain.h>
#include <vector>

namespace liaison::secrets {
namespace {

QString entryName(const SecretKey &key)
{
    return QString(key.account + u'@' + key.server);
}

Error unavailable(const QString &detail)
{
    return {ErrorKind::Storage, QStringLiteral("keychain-unavailable"), {}, 0, {}, detail};
}

} // namespace

/// Starts QtKeychain's jobs and tells how they ended, in order.
class Keychain::Jobs : public QObject
{
public:
    using Answer = std::function<void(QKeychain::Error, const QString &detail, const QString &secret)>;

    Jobs(QString service, int patience) : m_service(std::move(service)), m_patience(patience) {}

    void read(const QString &entry, Answer answer)
    {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        start(job, entry,
              [answer = std::move(answer), job](QKeychain::Error error, const QString &detail, const QString &) {
                  answer(error, detail, error == QKeychain::NoError ? job->textData() : QString());
              });
    }
    void write(const QString &entry, const QString &secret, Answer answer)
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(secret);
        start(job, entry, std::move(answer));
    }
    void remove(const QString &entry, Answer answer)
    {
        start(new QKeychain::DeletePasswordJob(m_service), entry, std::move(answer));
    }

    void cancelAll()
    {
        for (const std::weak_ptr<Answer> &open : std::exchange(m_open, {})) {
            const auto once = open.lock();
            if (const Answer tell = once ? std::exchange(*once, {}) : Answer())
                tell(QKeychain::OtherError, QStringLiteral("cancelled"), {});
        }
    }

    using Ended = std::function<void(Result<void>)>;
    void probe(Ended ended)
    {
        const QString entry = QString(QLatin1String("probe-") + QUuid::createUuid().toString(QUuid::Id128));
        const QString value = QUuid::createUuid().toString(QUuid::Id128);
        write(entry, value, [=, this](QKeychain::Error error, const QString &detail, const QString &) {
            if (error != QKeychain::NoError)
                return ended(fail(unavailable(detail)));
            read(entry, [=, this](QKeychain::Error readError, const QString &readDetail, const QString &found) {
                // The item goes in any case; that its removal failed says nothing about reading and writing.
                remove(entry, [=](QKeychain::Error removeError, const QString &removeDetail, const QString &) {
                    if (readError != QKeychain::NoError || found != value)
                        return ended(fail(unavailable(readDetail)));
                    if (removeError != QKeychain::NoError)
                        return ended(fail(unavailable(removeDetail)));
                    ended({});
                });
            });
        });
    }

private:
    void start(QKeychain::Job *job, const QString &entry, Answer answer)
    {
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(entry);
        // Answered once: by the job, or when patience ends (a late job then speaks to nobody).
        auto once = std::make_shared<Answer>(std::move(answer));
        std::erase_if(m_open, [](const std::weak_ptr<Answer> &open) {
            const auto other = open.lock();
            return !other || !*other;
        });
        m_open.push_back(once);
        connect(job, &QKeychain::Job::finished, this, [once](QKeychain::Job *done) {
            if (const Answer tell = std::exchange(*once, {}))
                tell(done->error(), done->errorString(), {});
        });
        QTimer::singleShot(m_patience, this, [once] {
            if (const Answer tell = std::exchange(*once, {}))
                tell(QKeychain::OtherError, QStringLiteral("timeout"), {});
        });
        job->start();
    }

    const QString m_service;
    const int m_patience;
    std::vector<std::weak_ptr<Answer>> m_open; ///< not told yet
};

Keychain::Keychain(QString service, int patience) : m_service(std::move(service)), m_patience(patience)
{
    m_thread.setObjectName(QStringLiteral("keychain"));
}

Keychain::~Keychain()
{
    if (!m_thread.isRunning())
        return;
    m_thread.quit();
    m_thread.wait();
}

void Keychain::cancelAll()
{
    const std::lock_guard lock(m_starting);
    if (m_jobs)
        QMetaObject::invokeMethod(
            m_jobs.get(), [jobs = m_jobs.get()] { jobs->cancelAll(); }, Qt::QueuedConnection);
}

template <class T, class Work> QFuture<Result<T>> Keychain::onThread(Work work)
{
    {
        const std::lock_guard lock(m_starting);
        if (!m_jobs) {
            m_jobs = std::make_unique<Jobs>(m_service, m_patience);
            m_jobs->moveToThread(&m_thread);
            m_thread.start();
        }
    }
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_jobs.get(),
        [jobs = m_jobs.get(), promise, work = std::move(work)] {
            work(*jobs, [promise](Result<T> result) {
                promise->addResult(std::move(result));
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<SecretStore::Found>> Keychain::read(const SecretKey &key)
{
    return onThread<Found>([entry = entryName(key)](Jobs &jobs, const std::function<void(Result<Found>)> &ended) {
        jobs.read(entry, [&jobs, ended](QKeychain::Error error, const QString &detail, const QString &secret) {
            if (error == QKeychain::NoError)
                return ended(Found(secret));
            if (error != QKeychain::EntryNotFound)
                return ended(fail(unavailable(detail)));
            jobs.probe([ended](const Result<void> &usable) {
                ended(usable ? Result<Found>(Found()) : Result<Found>(fail(usable.error())));
            });
        });
    });
}

QFuture<Result<void>> Keychain::write(const SecretKey &key, const QString &secret)
{
    return onThread<void>([entry = entryName(key), secret](Jobs &jobs, const std::function<void(Result<void>)> &ended) {
        jobs.write(entry, secret, [=, &jobs](QKeychain::Error error, const QString &detail, const QString &) {
            if (error != QKeychain::NoError)
                return ended(fail(unavailable(detail)));
            // Some stores take a secret and do not keep it: what cannot be read back was not kept.
            jobs.read(entry, [=](QKeychain::Error readError, const QString &readDetail, const QString &found) {
                if (readError == QKeychain::NoError && found == secret)
                    return ended({});
                ended(fail(unavailable(readDetail)));
            });
        });
    });
}

QFuture<Result<void>> Keychain::remove(const SecretKey &key)
{
    return onThread<void>([entry = entryName(key)](Jobs &jobs, const std::function<void(Result<void>)> &ended) {
        jobs.remove(entry, [=, &jobs](QKeychain::Error error, const QString &detail, const QString &) {
            if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
                return ended(fail(unavailable(detail)));
            // A keyring that nobody can open deletes "nothing" with success: only the probe tells.
            jobs.probe([ended](const Result<void> &usable) { ended(usable); });
        });
    });
}

QFuture<Result<void>> Keychain::probe()
{
    return onThread<void>([](Jobs &jobs, const std::function<void(Result<void>)> &ended) { jobs.probe(ended); });
}

} // namespace liaison::secrets
