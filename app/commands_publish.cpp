#include "app/commands.h"
#include "app/snapshottext.h"
#include "core/reconcile/plan.h"
#include "core/run/readcampus.h"
#include "core/run/timelineverdicts.h"
#include "ui/text/format.h"

#include <QFileInfo>
#include <QJsonObject>

namespace liaison::app {
namespace {

struct Key
{
    snapfile::SnapshotKey key;
    bool isNew = true;
};

/// The key of the file named, made where there is none; without a file a new one.
Result<Key> keyFor(const QString &file)
{
    if (file.isEmpty() || !QFileInfo::exists(file))
        return Key{snapfile::SnapshotKey::random(), true};
    auto known = snapfile::readKeyFile(file);
    if (!known)
        return fail(known.error());
    return Key{std::move(*known), false};
}

} // namespace

int runPublish(Context &context, const Arguments &arguments, Output &out)
{
    const auto wrong = [&](const QString &what) {
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
    };
    if (arguments.positional.size() != 1)
        return wrong(QStringLiteral("publish FILE [--key-file KEY]"));
    const QString file = arguments.positional.front();
    const QString keyFile = arguments.value(QStringLiteral("--key-file"));
    // A key that nobody sees would make a file that nobody reads.
    if (keyFile.isEmpty() && (out.json() || !Output::interactive()))
        return wrong(QStringLiteral("--key-file"));
    if (!keyFile.isEmpty() && QFileInfo(keyFile).absoluteFilePath() == QFileInfo(file).absoluteFilePath())
        return wrong(QStringLiteral("--key-file"));
    const auto key = keyFor(keyFile);
    if (!key)
        return out.error(key.error());
    const ProgressSink progress = out.progress();
    const auto campus = readCampus(context.servers(), context.profile(), context.memory(), context.journal(),
                                   machineTime, progress, context.cancel());
    if (campus && campus->view->policy.timeline && !campus->survey->chatDown)
        readVerdicts(context.servers(), *campus->survey, *campus->view->snapshot, campus->view->diff,
                     campus->view->history, progress, context.cancel());
    out.endProgress();
    if (!campus)
        return out.error(campus.error());
    if (context.cancel().isCancelled()) // what was to be read further is not whole
        return out.error({ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
    if (!keyFile.isEmpty() && key->isNew) {
        if (auto kept = snapfile::writeKeyFile(keyFile, key->key); !kept)
            return out.error(kept.error());
    }
    if (auto written = snapfile::writeCampus(file, key->key, *campus, machineTime(), snapfile::Readers::AsFolder);
        !written)
        return out.error(written.error());
    const CampusView &view = *campus->view;
    const Snapshot &s = *view.snapshot;
    const Plan plan = makePlan(s, view.diff, view.policy, defaultClasses());
    const int exit = plan.unknown.empty() && !campus->extras.inventoryPartial ? 0 : 5;
    const text::Language language = out.language();
    if (out.json()) {
        out.document({{QStringLiteral("file"), file},
                      {QStringLiteral("bytes"), QFileInfo(file).size()},
                      {QStringLiteral("readAt"), view.readAt.iso()},
                      {QStringLiteral("links"), static_cast<qint64>(s.links.size())},
                      {QStringLiteral("rooms"), static_cast<qint64>(s.rooms.size())},
                      {QStringLiteral("people"), static_cast<qint64>(s.people.size())},
                      {QStringLiteral("unknown"), static_cast<qint64>(plan.unknown.size())},
                      {QStringLiteral("key"), key->key.id()},
                      {QStringLiteral("keyFile"), keyFile},
                      {QStringLiteral("newKey"), key->isNew}});
        return exit;
    }
    out.line(say(SnapshotSay::Written, language)
                 .arg(file, text::number(language, static_cast<qint64>(s.links.size())),
                      text::number(language, static_cast<qint64>(s.people.size())),
                      text::dateTime(language, view.readAt)));
    if (keyFile.isEmpty()) {
        out.line(say(SnapshotSay::KeyIs, language).arg(key->key.text()));
        out.line(say(SnapshotSay::KeyOnce, language));
    } else {
        out.line(say(key->isNew ? SnapshotSay::KeyInFile : SnapshotSay::KeyReused, language).arg(keyFile));
    }
    return exit;
}

} // namespace liaison::app
