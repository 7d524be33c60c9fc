#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Snapshot files: the last reading of this computer, and what somebody published.
constexpr Entry snapshotTable[] = {
    {"published-only",
     {},
     {u"Published snapshot only",
      u"This profile reads a published snapshot: no server can be asked, and nothing can be planned or changed.",
      u"Use a profile with servers on a computer that has their tokens, or ask those who published the snapshot."},
     {u"Instantané publié seulement",
      u"Ce profil lit un instantané publié : aucun serveur ne peut être interrogé, et rien ne peut être planifié ni "
      u"modifié.",
      u"Utilisez un profil avec des serveurs sur un poste qui détient leurs jetons, ou adressez-vous aux personnes qui "
      u"ont publié l’instantané."}},
    {"view-not-fresh",
     {},
     {u"Not read in this session",
      u"What is shown comes from the last reading kept on this computer; nothing is planned from it.",
      u"Refresh (F5): as soon as both servers have been read, plans can be made."},
     {u"Pas encore relu",
      u"Ce qui est affiché vient de la dernière lecture conservée sur ce poste ; rien n’est planifié à partir d’elle.",
      u"Actualisez (F5) : dès que les deux serveurs ont été lus, les plans sont possibles."}},
    {"not-in-snapshot",
     {Arg::Name},
     {u"Not in the snapshot", u"The published snapshot holds nobody for this: %1.",
      u"It holds the people of the linked courses and of their rooms. Check the spelling, or ask somebody who can read "
      u"the servers."},
     {u"Absent de l’instantané", u"L’instantané publié ne contient personne pour ceci : %1.",
      u"Il contient les personnes des cours liés et de leurs salons. Vérifiez l’orthographe, ou demandez à une "
      u"personne qui peut interroger les serveurs."}},
    {"not-a-snapshot",
     {Arg::File},
     {u"Not a snapshot", u"This file is not a snapshot of Liaison: %1.",
      u"Choose the file that liaisonctl publish wrote."},
     {u"Pas un instantané", u"Ce fichier n’est pas un instantané de Liaison : %1.",
      u"Choisissez le fichier écrit par liaisonctl publish."}},
    {"snapshot-newer",
     {Arg::File},
     {u"Snapshot of a newer version", u"This snapshot was written by a newer version of Liaison: %1.",
      u"Install that version, or have the snapshot published by this one."},
     {u"Instantané d’une version plus récente",
      u"Cet instantané a été écrit par une version plus récente de Liaison : %1.",
      u"Installez cette version, ou faites publier l’instantané par celle-ci."}},
    {"snapshot-damaged",
     {Arg::File},
     {u"Snapshot damaged", u"This snapshot is damaged or was altered, so nothing of it is shown: %1.",
      u"Copy it again, or have it published again. A file that is still being copied looks the same."},
     {u"Instantané endommagé", u"Cet instantané est endommagé ou a été modifié, rien n’en est affiché : %1.",
      u"Copiez-le de nouveau, ou faites-le publier de nouveau. Un fichier en cours de copie a le même aspect."}},
    {"snapshot-wrong-key",
     {Arg::File},
     {u"Another key", u"This snapshot was written under another key: %1.",
      u"Ask those who publish it for the key of today and type that one. Where a profile keeps it, replace it on the "
      u"Profiles page, or with liaisonctl profile token set NAME snapshot."},
     {u"Autre clé", u"Cet instantané a été écrit avec une autre clé : %1.",
      u"Demandez la clé actuelle aux personnes qui le publient et saisissez celle-là. Si un profil la conserve, "
      u"remplacez-la à la page Profils, ou avec liaisonctl profile token set NOM snapshot."}},
    {"bad-snapshot-key",
     {},
     {u"Key not valid", u"This is not the key of a snapshot: a letter is missing or wrong.",
      u"Type or paste all eleven groups of five. Capitals, spaces and dashes do not matter."},
     {u"Clé non valable", u"Ceci n’est pas la clé d’un instantané : une lettre manque ou est fausse.",
      u"Saisissez ou collez les onze groupes de cinq. Majuscules, espaces et tirets sont sans importance."}},
    {"no-snapshot-key",
     {Arg::File},
     {u"No key kept", u"No key is kept on this computer for this snapshot: %1.",
      u"Give it on the Profiles page, or with liaisonctl profile token set NAME snapshot, or in LIAISON_SNAPSHOT_KEY "
      u"or LIAISON_SNAPSHOT_KEY_FILE."},
     {u"Aucune clé conservée", u"Aucune clé n’est conservée sur ce poste pour cet instantané : %1.",
      u"Donnez-la à la page Profils, ou avec liaisonctl profile token set NOM snapshot, ou dans LIAISON_SNAPSHOT_KEY "
      u"ou LIAISON_SNAPSHOT_KEY_FILE."}},
};

} // namespace

Entries snapshotErrors()
{
    return snapshotTable;
}

} // namespace liaison::text
