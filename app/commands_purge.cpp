#include "app/commands_profile.h"
#include "app/context.h"
#include "app/lastreading.h"
#include "app/profiletext.h"
#include "core/store/purge.h"

#include <QDir>
#include <QJsonArray>

namespace liaison::app {

int runPurge(const Arguments &arguments, const Environment &environment, Tokens &tokens, Output &out)
{
    const auto wrong = [&](const QString &what) {
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
    };
    if (!arguments.positional.isEmpty())
        return wrong(arguments.positional.front());
    auto database = openStore(arguments, environment);
    if (!database)
        return out.error(database.error());
    const QString folder = (*database)->folder();
    if (!agreedTo(say(ProfileSay::AskPurge, out.language()).arg(folder), arguments, out))
        return wrong(QStringLiteral("--yes"));
    const bool keepJournal = arguments.has(QStringLiteral("--keep-journal"));
    if (auto done = store::purge(**database, keepJournal ? store::Purge::AllButJournal : store::Purge::Everything);
        !done)
        return out.error(done.error());
    QStringList erased{QDir(folder).filePath(QStringLiteral("liaison.db"))};
    // The last reading, and its key: without the key not even a copy in a backup tells anything.
    for (const QString &kept : lastReadingsIn(folder)) {
        if (auto done = forgetLastReading(kept, tokens); !done)
            return out.error(done.error());
        erased << kept;
    }
    // Demo campuses hold invented people only; they go all the same, so that the next demo is a fresh one.
    QDir dir(folder);
    for (const QString &file : {QStringLiteral("world.json"), QStringLiteral("port")}) {
        if (arguments.demo && dir.exists(file) && dir.remove(file))
            erased << dir.filePath(file);
    }
    const QStringList demos =
        arguments.demo ? QStringList() : dir.entryList({QStringLiteral("demo-*")}, QDir::Dirs | QDir::NoSymLinks);
    for (const QString &demo : demos) {
        if (!QDir(dir.filePath(demo)).removeRecursively())
            return out.error({ErrorKind::Storage, QStringLiteral("file-not-writable"), dir.filePath(demo), 0, {}, {}});
        erased << dir.filePath(demo);
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
