#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Why a step of a run is not in the plan that takes the run back.
constexpr Entry undoTable[] = {
    {"already-back",
     {},
     {u"Already as before", u"The room is already as it was before the run.", u""},
     {u"Déjà comme avant", u"Le salon est déjà comme avant l’exécution.", u""}},
    {"changed-since",
     {},
     {u"Changed since", u"Somebody changed the same thing after the run, so it is left as it is now.",
      u"Compare the course and its room: a new plan shows what differs today."},
     {u"Modifié depuis", u"Quelqu’un a modifié la même chose après l’exécution : l’état actuel est conservé.",
      u"Comparez le cours et son salon : un nouveau plan montre les écarts d’aujourd’hui."}},
    {"cannot-come-back",
     {},
     {u"Stays", u"A room or an account that was created is never deleted.",
      u"If it must go, a chat administrator removes it on the server."},
     {u"Reste", u"Un salon ou un compte créé n’est jamais supprimé.",
      u"S’il doit disparaître, un administrateur du chat le supprime sur le serveur."}},
    {"account-gone",
     {},
     {u"Account not available", u"The person’s chat account is gone, disabled or could not be read.",
      u"Have the account restored by a chat administrator, then undo the run again."},
     {u"Compte indisponible", u"Le compte de chat de la personne n’existe plus, est désactivé ou n’a pas pu être lu.",
      u"Faites rétablir le compte par un administrateur du chat, puis annulez de nouveau l’exécution."}},
    {"now-protected",
     {},
     {u"Now protected", u"The person has become an owner of the room, a server administrator or another protected one.",
      u"Protected people are never removed or demoted from here; do it by hand on the chat server if it is right."},
     {u"Protégé désormais",
      u"La personne est devenue propriétaire du salon, administrateur du serveur ou fait partie des comptes protégés.",
      u"Les personnes protégées ne sont jamais retirées ni rétrogradées d’ici ; au besoin, faites-le à la main sur le "
      u"serveur de chat."}},
    {"after-unarchive",
     {},
     {u"After reopening", u"The room is archived: its members are shown only once it is open again.",
      u"Apply this plan, which reopens the room, then undo the run a second time."},
     {u"Après réouverture", u"Le salon est archivé : ses membres ne sont visibles qu’une fois le salon rouvert.",
      u"Appliquez ce plan, qui rouvre le salon, puis annulez l’exécution une seconde fois."}},
    {"not-linked",
     {},
     {u"No longer linked", u"No known activity points to that room any more, so nothing is changed in it.",
      u"Restore the activity in Moodle if the room is still needed."},
     {u"Plus relié", u"Aucune activité connue ne renvoie plus à ce salon : rien n’y est modifié.",
      u"Restaurez l’activité dans Moodle si le salon est encore utile."}},
    {"room-unknown",
     {},
     {u"Room not known", u"The room could not be read, so nothing is changed in it.",
      u"Look at Diagnostics, then undo the run again."},
     {u"Salon inconnu", u"Le salon n’a pas pu être lu : rien n’y est modifié.",
      u"Consultez le diagnostic, puis annulez de nouveau l’exécution."}},
};
static_assert(covers<NotUndone>(undoTable));

/// Found by recomputing the hash chains.
constexpr Entry faultTable[] = {
    {"entry-altered",
     {},
     {u"Entry altered", u"This entry is not what was written.",
      u"Do not rely on this run; compare with an export or a backup of the store."},
     {u"Entrée altérée", u"Cette entrée n’est pas telle qu’elle a été écrite.",
      u"Ne vous fiez pas à cette exécution ; comparez avec un export ou une sauvegarde du dossier de données."}},
    {"entries-missing",
     {},
     {u"Entries missing", u"Entries are missing before this one.",
      u"Do not rely on this run; compare with an export or a backup of the store."},
     {u"Entrées manquantes", u"Des entrées manquent avant celle-ci.",
      u"Ne vous fiez pas à cette exécution ; comparez avec un export ou une sauvegarde du dossier de données."}},
    {"entries-moved",
     {},
     {u"Entries exchanged", u"This entry stands in another place than where it was written.",
      u"Do not rely on the order of this run; compare with an export or a backup of the store."},
     {u"Entrées interverties", u"Cette entrée ne se trouve pas à la place où elle a été écrite.",
      u"Ne vous fiez pas à l’ordre de cette exécution ; comparez avec un export ou une sauvegarde du dossier de "
      u"données."}},
    {"end-cut",
     {},
     {u"End cut off", u"The run has fewer entries than were written, or another end.",
      u"Do not rely on this run; compare with an export or a backup of the store."},
     {u"Fin coupée", u"L’exécution a moins d’entrées qu’il n’en a été écrit, ou une autre fin.",
      u"Ne vous fiez pas à cette exécution ; comparez avec un export ou une sauvegarde du dossier de données."}},
    {"run-altered",
     {},
     {u"Run altered", u"What the list of runs says of this run is not what was written.",
      u"Believe the entries of the run instead; compare with an export or a backup of the store."},
     {u"Exécution altérée", u"Ce que la liste dit de cette exécution n’est pas ce qui a été écrit.",
      u"Fiez-vous plutôt aux entrées de l’exécution ; comparez avec un export ou une sauvegarde du dossier de "
      u"données."}},
    {"steps-altered",
     {},
     {u"Steps altered", u"The steps of this run, or their outcomes, are not those that were written.",
      u"Do not undo this run; compare with an export or a backup of the store."},
     {u"Étapes altérées", u"Les étapes de cette exécution, ou leurs issues, ne sont pas celles qui ont été écrites.",
      u"N’annulez pas cette exécution ; comparez avec un export ou une sauvegarde du dossier de données."}},
    {"run-missing",
     {},
     {u"Run missing", u"This console has seen this run, and the journal no longer has it.",
      u"Compare with an export or a backup of the store."},
     {u"Exécution manquante", u"Cette console a vu cette exécution, et le journal ne la contient plus.",
      u"Comparez avec un export ou une sauvegarde du dossier de données."}},
};
static_assert(covers<JournalFault>(faultTable));

} // namespace

Entries undos()
{
    return undoTable;
}

Entries journalFaults()
{
    return faultTable;
}

} // namespace liaison::text
