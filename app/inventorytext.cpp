#include "app/inventorytext.h"

#include "ui/text/format.h"

#include <array>

namespace liaison::app {
namespace {

struct Entry
{
    Word what;
    const char *english, *french;
};

constexpr std::array entries{
    Entry{Word::Creator, "Made by", "Créé par"},
    Entry{Word::Owners, "Owners", "Propriétaires"},
    Entry{Word::Newest, "Last message", "Dernier message"},
    Entry{Word::Notes, "Notes", "Remarques"},
    Entry{Word::RoomsTotal, "Rooms", "Salons"},
    Entry{Word::OutsideTotal, "Outside courses: %1 (counted, never opened)",
          "Hors des cours\u00a0: %1 (comptés, jamais ouverts)"},
    Entry{Word::OutsideUnknown, "Outside courses: not known", "Hors des cours\u00a0: inconnu"},
    Entry{Word::NoRooms, "No room belongs to a course.", "Aucun salon n’appartient à un cours."},
    Entry{Word::NoRoomMatches, "No room matches.", "Aucun salon ne correspond."},
    Entry{Word::OwnRoomsOnly,
          "Only the rooms that the account is in are listed: it takes view-room-administration to see the others.",
          "Seuls les salons où se trouve le compte sont listés\u00a0: il faut view-room-administration pour voir les "
          "autres."},
    Entry{Word::Renamed, "renamed", "renommé"},
    Entry{Word::Duplicate, "duplicate", "doublon"},
    Entry{Word::Ownerless, "no owner", "sans propriétaire"},
    Entry{Word::Archived, "archived", "archivé"},
    Entry{Word::Encrypted, "encrypted", "chiffré"},
    Entry{Word::Role, "Role", "Rôle"},
    Entry{Word::Becomes, "In the room", "Dans le salon"},
    Entry{Word::Nobody, "not in the room", "pas dans le salon"},
    Entry{Word::From, "Set by", "Fixé par"},
    Entry{Word::People, "People", "Personnes"},
    Entry{Word::LinksDiffering, "Links that differ", "Liens qui diffèrent"},
    Entry{Word::Moderators, "Moderators", "Modérateurs"},
    Entry{Word::MembersList, "Members", "Membres"},
    Entry{Word::NoRoles, "No role was seen.", "Aucun rôle n’a été vu."},
    Entry{Word::Wanted, "Wanted", "Voulue"},
    Entry{Word::Stored, "Stored", "Enregistrée"},
    Entry{Word::Effective, "In effect", "Effective"},
    Entry{Word::Verdict, "Verdict", "Verdict"},
    Entry{Word::Forever, "forever", "illimitée"},
    Entry{Word::NoRetention, "No room of a course was found.", "Aucun salon de cours n’a été trouvé."},
    Entry{Word::NotMeasured, "The age of the oldest message was not measured (--measure does).",
          "L’âge du plus ancien message n’a pas été mesuré (--measure le fait)."},
    Entry{Word::Oldest, "Oldest message", "Plus ancien message"},
    Entry{Word::OnlyDates, "Of messages only the date was read; for the data-protection officer: --evidence FILE.",
          "Des messages, seule la date a été lue\u00a0; pour le délégué à la protection des données\u00a0: --evidence "
          "FICHIER."},
    Entry{Word::EvidenceWritten, "Written: %1 (SHA-256 %2)", "Écrit\u00a0: %1 (SHA-256 %2)"},
    Entry{Word::Site, "Site", "Site"},
};

} // namespace

QString word(Word what, text::Language language)
{
    for (const Entry &entry : entries) {
        if (entry.what == what)
            return QString::fromUtf8(language == text::Language::French ? entry.french : entry.english);
    }
    return {};
}

QString word(LinkMapping::Level level, text::Language language)
{
    const bool french = language == text::Language::French;
    switch (level) {
    case LinkMapping::Level::Plugin:
        return french ? QStringLiteral("le plugin (Moodle)") : QStringLiteral("the plugin (Moodle)");
    case LinkMapping::Level::Site:
        return french ? QStringLiteral("le profil, pour le site") : QStringLiteral("the profile, for the site");
    case LinkMapping::Level::Category:
        return french ? QStringLiteral("le profil, pour la catégorie")
                      : QStringLiteral("the profile, for the category");
    case LinkMapping::Level::Course:
        return french ? QStringLiteral("le profil, pour le cours") : QStringLiteral("the profile, for the course");
    case LinkMapping::Level::Activity:
        return french ? QStringLiteral("le profil, pour l’activité") : QStringLiteral("the profile, for the activity");
    case LinkMapping::Level::Guess:
        break;
    }
    return french ? QStringLiteral("supposition") : QStringLiteral("guess");
}

QString daysText(int days, text::Language language)
{
    return text::number(language, days) +
           (language == text::Language::French ? QStringLiteral("\u00a0j") : QStringLiteral("\u00a0d"));
}

QString roomStateText(const QString &state, text::Language language)
{
    return state == u"orphan" ? text::of(text::Group::Room, state, language).name
                              : text::of(text::Group::State, state, language).name;
}

} // namespace liaison::app
