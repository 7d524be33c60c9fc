#include "app/snapshottext.h"

#include "app/context.h"
#include "ui/text/format.h"

#include <array>

namespace liaison::app {
namespace {

struct Entry
{
    SnapshotSay what;
    const char *english;
    const char *french;
};

using enum SnapshotSay;
constexpr std::array entries{
    Entry{Written, "Published: %1 (%2 links, %3 people, state of %4).",
          "Publié : %1 (%2 liens, %3 personnes, état du %4)."},
    Entry{KeyIs, "Key: %1", "Clé : %1"},
    Entry{
        KeyOnce,
        "It is shown this once and kept nowhere: hand it to support staff by another way than the file. Whoever has "
        "both reads names.",
        "Elle n’est affichée que cette fois et n’est conservée nulle part : transmettez-la à l’assistance par un autre "
        "moyen que le fichier. Qui a les deux lit les noms."},
    Entry{KeyInFile, "A new key was made: %1. Hand it to support staff by another way than the file.",
          "Une nouvelle clé a été créée : %1. Transmettez-la à l’assistance par un autre moyen que le fichier."},
    Entry{KeyReused, "Under the key of %1.", "Avec la clé de %1."},
    Entry{Source, "State of %1 (%2), from the published snapshot %3. No server was asked.",
          "État du %1 (%2), d’après l’instantané publié %3. Aucun serveur n’a été interrogé."},
    Entry{Old, "Careful: this snapshot is old. Ask for a newer one before relying on it.",
          "Attention : cet instantané est ancien. Demandez-en un plus récent avant de vous y fier."},
    Entry{AddKey, "Next, its key: liaisonctl profile token set %1 snapshot",
          "Ensuite, sa clé : liaisonctl profile token set %1 snapshot"},
};

} // namespace

QString say(SnapshotSay what, text::Language language)
{
    for (const Entry &entry : entries) {
        if (entry.what == what)
            return QString::fromUtf8(language == text::Language::French ? entry.french : entry.english);
    }
    return {};
}

QJsonObject sourceJson(const Published &published)
{
    return {{QStringLiteral("file"), published.file},
            {QStringLiteral("readAt"), published.campus.view->readAt.iso()},
            {QStringLiteral("old"), published.old}};
}

QStringList sourceText(const Published &published, text::Language language)
{
    const Instant at = published.campus.view->readAt;
    QStringList lines{
        say(Source, language)
            .arg(text::dateTime(language, at), text::age(language, machineTime().ms - at.ms), published.file)};
    if (published.old)
        lines << say(Old, language);
    return lines;
}

} // namespace liaison::app
