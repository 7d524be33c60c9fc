#include "app/commands_profile.h"
#include "app/context.h"
#include "app/lastreading.h"
#include "app/profiletext.h"
#include "app/restoresseen.h"
#include "app/storefolder.h"
#include "core/store/purge.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

namespace liaison::app {
namespace {

Error notErased(const QString &path)
{
    return {ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}};
}

/// What one store holds, its last readings and their keys: without the key not even a copy in a backup tells anything.
Result<void> eraseStore(const QString &folder, store::Purge what, Tokens &tokens, QStringList &erased)
{
    auto database = store::Database::open(folder);
    if (!database)
        return fail(database.error());
    if (auto done = store::purge(**database, what); !done)
        return done;
    erased << QDir(folder).filePath(QStringLiteral("liaison.db"));
    for (const QString &kept : lastReadingsIn(folder)) {
        if (auto done = forgetLastReading(kept, tokens); !done)
            return done;
        erased << kept;
    }
    return forgetFailures(folder, erased);
}

/// Demo campuses hold invented people only; they go all the same, so that the next demo is a fresh one.
Result<void> eraseDemos(const QString &folder, QStringList &erased)
{
    const QDir dir(folder);
    for (const QString &demo : dir.entryList({QStringLiteral("demo-*")}, QDir::Dirs | QDir::NoSymLinks)) {
        if (!QDir(dir.filePath(demo)).removeRecursively())
            return fail(notErased(dir.filePath(demo)));
        erased << dir.filePath(demo);
    }
    return {};
}

/// Everything of this computer where no servers are named, else what is kept of those.
Result<QStringList> storesMeant(const Arguments &arguments, const Environment &environment)
{
    if (!isStoreGiven(arguments, environment) && !namesServers(arguments, environment)) {
        QStringList all = campusStores();
        // Left by a version that had one store for all campuses.
        if (QFile::exists(QDir(storesFolder()).filePath(QStringLiteral("liaison.db"))) ||
            !lastReadingsIn(storesFolder()).isEmpty())
            all << storesFolder();
        return all;
    }
    auto folder = chosenStore(arguments, environment);
    return folder ? Result<QStringList>(QStringList{*folder}) : fail(folder.error());
}

} // namespace

int runPurge(const Arguments &arguments, const Environment &environment, Tokens &tokens, Output &out)
{
    const auto wrong = [&](const QString &what) {
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
    };
    if (!arguments.positional.isEmpty())
        return wrong(arguments.positional.front());
    const auto folders = storesMeant(arguments, environment);
    if (!folders)
        return out.error(folders.error());
    const bool one = folders->size() == 1;
    if (!agreedTo(say(ProfileSay::AskPurge, out.language()).arg(one ? folders->front() : storesFolder()), arguments,
                  out))
        return wrong(QStringLiteral("--yes"));
    const bool keepJournal = arguments.has(QStringLiteral("--keep-journal"));
    const store::Purge what = keepJournal ? store::Purge::AllButJournal : store::Purge::Everything;
    QStringList erased;
    for (const QString &folder : *folders) {
        if (auto done = eraseStore(folder, what, tokens, erased); !done)
            return out.error(done.error());
    }
    if (arguments.demo) {
        QDir dir(folders->front());
        for (const QString &file : {QStringLiteral("world.json"), QStringLiteral("port")}) {
            if (dir.exists(file) && dir.remove(file))
                erased << dir.filePath(file);
        }
    } else {
        const QString parent = isStoreGiven(arguments, environment) && one ? folders->front() : storesFolder();
        if (auto done = eraseDemos(parent, erased); !done)
            return out.error(done.error());
    }
    if (out.json()) {
        out.document({{QStringLiteral("erased"), QJsonArray::fromStringList(erased)}});
        return 0;
    }
    for (const QString &path : std::as_const(erased))
        out.line(say(ProfileSay::Purged, out.language()).arg(path));
    return 0;
}

} // namespace liaison::app
