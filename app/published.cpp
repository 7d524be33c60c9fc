#include "app/published.h"

#include "app/context.h"

#include <QFile>

namespace liaison::app {

using snapfile::SnapshotKey;

secrets::SecretKey publishedKey(const QString &keyId)
{
    return {QStringLiteral("liaison-published"), keyId};
}

Result<SnapshotKey> findKey(const QString &file, const Environment &env, secrets::SecretStore *tokens)
{
    const auto head = snapfile::SealedFile::head(file);
    if (!head)
        return fail(head.error());
    const QString variable = QStringLiteral("LIAISON_SNAPSHOT_KEY");
    if (const auto typed = env(variable); typed && !typed->isEmpty())
        return SnapshotKey::fromText(*typed);
    if (const auto named = env(variable + QLatin1String("_FILE")); named && !named->isEmpty())
        return snapfile::readKeyFile(*named);
    if (tokens) {
        const auto kept = secrets::waitFor(tokens->read(publishedKey(head->keyId)));
        if (!kept)
            return fail(kept.error());
        if (*kept)
            return SnapshotKey::fromText(**kept);
    }
    return fail(Error{ErrorKind::Input, QStringLiteral("no-snapshot-key"), file, 0, {}, {}});
}

Result<std::vector<TokenSlot>> secretSlots(const Profile &profile)
{
    if (profile.snapshot.isEmpty())
        return tokenSlots(profile);
    const auto head = snapfile::SealedFile::head(profile.snapshot);
    if (!head)
        return fail(head.error());
    return std::vector<TokenSlot>{{TokenSlot::Kind::Snapshot,
                                   QStringLiteral("snapshot"),
                                   profile.snapshot,
                                   publishedKey(head->keyId),
                                   {QStringLiteral("LIAISON_SNAPSHOT_KEY")}}};
}

Result<void> judgeKey(const TokenSlot &slot, const QString &typed)
{
    if (slot.kind != TokenSlot::Kind::Snapshot)
        return {};
    const auto key = SnapshotKey::fromText(typed);
    if (!key)
        return fail(key.error());
    if (key->id() != slot.key.account) // told now, not when the file is opened
        return fail(Error{ErrorKind::Input, QStringLiteral("snapshot-wrong-key"), slot.url, 0, {}, {}});
    return {};
}

Result<Published> openPublished(const QString &file, const Environment &env, secrets::SecretStore *tokens)
{
    const auto key = findKey(file, env, tokens);
    if (!key)
        return fail(key.error());
    auto opened = snapfile::CampusFile::open(file, *key);
    if (!opened)
        return fail(opened.error());
    auto campus = opened->whole();
    if (!campus)
        return fail(campus.error());
    campus->view->source = ViewSource::Published;
    campus->view->readOnly = true;
    const bool old = snapfile::isTooOld(campus->view->readAt, machineTime());
    return Published{file, std::move(*campus), old};
}

bool answersFromFile(const QString &command)
{
    static const QStringList all{QStringLiteral("courses"),  QStringLiteral("show"),     QStringLiteral("why"),
                                 QStringLiteral("person"),   QStringLiteral("rooms"),    QStringLiteral("roles"),
                                 QStringLiteral("restores"), QStringLiteral("retention")};
    return all.contains(command);
}

} // namespace liaison::app
