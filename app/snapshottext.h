#pragma once

#include "app/published.h"
#include "ui/text/text.h"

#include <QJsonObject>
#include <QStringList>

/// What both programs say of a published snapshot.
namespace liaison::app {

enum class SnapshotSay { Written, KeyIs, KeyOnce, KeyInFile, KeyReused, Source, Old, AddKey };
[[nodiscard]] QString say(SnapshotSay what, text::Language language);

/// `"snapshot"` of a document: {"file", "readAt", "old"}.
[[nodiscard]] QJsonObject sourceJson(const Published &published);
[[nodiscard]] QStringList sourceText(const Published &published, text::Language language);

} // namespace liaison::app
