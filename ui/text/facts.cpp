#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Retention of a room: what the course asks for, what the room has stored, what the server really does.
constexpr Entry verdictTable[] = {
    {"ok",
     {},
     {u"As wanted", u"Messages are kept as long as the course asks for.", u""},
     {u"Conforme", u"Les messages sont conservés aussi longtemps que le demande le cours.", u""}},
    {"server-off",
     {},
     {u"Switched off on the server",
      u"The chat server deletes no message at all: what the rooms ask for has no effect.",
      u"A chat administrator sets RetentionPolicy_Enabled (Administration > Settings > Retention policy)."},
     {u"Désactivée sur le serveur",
      u"Le serveur de chat ne supprime aucun message : ce que demandent les salons reste sans effet.",
      u"Faites activer RetentionPolicy_Enabled par un administrateur du chat (Administration > Paramètres > Politique "
      u"de "
      u"rétention)."}},
    {"no-override",
     {},
     {u"Server’s rule applies", u"The room has no rule of its own in force, so the general rule of the server decides.",
      u"Tick “Room settings” in the plan: the room gets the duration that the course asks for."},
     {u"Règle du serveur",
      u"Le salon n’a pas de règle propre en vigueur : c’est la règle générale du serveur qui décide.",
      u"Cochez « Réglages des salons » dans le plan : le salon recevra la durée que demande le cours."}},
    {"too-long",
     {},
     {u"Kept too long", u"Messages are kept longer than the course asks for.",
      u"Tick “Room settings” in the plan; the older messages will then be deleted for good."},
     {u"Conservation trop longue", u"Les messages sont conservés plus longtemps que ne le demande le cours.",
      u"Cochez « Réglages des salons » dans le plan ; les messages plus anciens seront alors supprimés "
      u"définitivement."}},
    {"too-short",
     {},
     {u"Kept too short", u"Messages are deleted earlier than the course asks for.",
      u"Tick “Room settings” in the plan without delay: what has been deleted does not come back."},
     {u"Conservation trop courte", u"Les messages sont supprimés plus tôt que ne le demande le cours.",
      u"Cochez sans tarder « Réglages des salons » dans le plan : ce qui a été supprimé ne revient pas."}},
    {"files-only",
     {},
     {u"Files only", u"Only files are deleted in this room, although the course asks for messages to be deleted too.",
      u"Tick “Room settings” in the plan."},
     {u"Fichiers seulement",
      u"Seuls les fichiers sont supprimés dans ce salon, alors que le cours demande aussi la suppression des messages.",
      u"Cochez « Réglages des salons » dans le plan."}},
    {"older-than-rule",
     {},
     {u"Older messages remain",
      u"The room holds messages older than its rule allows: the deletion does not take place.",
      u"Have a chat administrator check the schedule of the deletion (RetentionPolicy_Precision) and the exceptions "
      u"(pinned messages, threads)."},
     {u"Messages trop anciens",
      u"Le salon contient des messages plus anciens que sa règle ne le permet : la suppression n’a pas lieu.",
      u"Faites vérifier par un administrateur du chat la fréquence de la suppression (RetentionPolicy_Precision) et "
      u"les "
      u"exceptions (messages épinglés, fils)."}},
    {"not-measurable",
     {},
     {u"Not measurable", u"The date of the oldest message of this room cannot be read.",
      u"It takes an account that is in the room, a room that is not archived, and the measurement switched on in the "
      u"profile."},
     {u"Non mesurable", u"La date du plus ancien message de ce salon n’est pas lisible.",
      u"Il faut que le compte soit dans le salon, que celui-ci ne soit pas archivé et que la mesure soit activée dans "
      u"le "
      u"profil."}},
    {"unknown",
     {},
     {u"Unknown", u"The retention of this room could not be read.",
      u"Look at the reason given beside it, then refresh."},
     {u"Inconnue", u"La conservation des messages de ce salon n’a pas pu être lue.",
      u"Lisez le motif indiqué à côté, puis actualisez."}},
};

constexpr Entry detailTable[] = {
    {"files-only",
     {},
     {u"Files only", u"The rule in effect deletes files only: the age of messages does not show whether it works.",
      u"Where messages are to be deleted too, tick “Room settings” in the plan."},
     {u"Fichiers seulement",
      u"La règle en vigueur ne supprime que les fichiers : l’âge des messages ne montre pas si elle s’applique.",
      u"Si les messages doivent aussi être supprimés, cochez « Réglages des salons » dans le plan."}},
    {"already-so",
     {},
     {u"Already so", u"The room was already as wanted when it was read again.", u""},
     {u"Déjà fait", u"Le salon était déjà dans l’état voulu à la relecture.", u""}},
    {"no-longer-needed",
     {},
     {u"No longer needed", u"The facts read again no longer call for this change.", u""},
     {u"Devenu inutile", u"Les faits relus n’appellent plus cette modification.", u""}},
    {"room-moved",
     {},
     {u"Room changed", u"The room has changed since the plan was made (identifier, type, creator or archived state).",
      u"Look at the room, then make a new plan."},
     {u"Salon modifié", u"Le salon a changé depuis l’établissement du plan (identifiant, type, créateur ou archivage).",
      u"Examinez le salon, puis établissez un nouveau plan."}},
    {"not-private",
     {},
     {u"Not a private room",
      u"What the activity leads to is no private room any more, but a public room or a conversation.",
      u"Have a chat administrator look at it: an owner can make a public room private again. Liaison changes "
      u"private "
      u"rooms only."},
     {u"Salon non privé", u"L’activité ne mène plus à un salon privé, mais à un salon public ou à une conversation.",
      u"Faites-le vérifier par un administrateur du chat : un propriétaire peut rendre privé un salon public. Liaison "
      u"ne modifie que des salons privés."}},
    {"link-moved",
     {},
     {u"Link changed", u"The activity no longer leads to the room that the plan names.",
      u"Check the link, then make a new plan."},
     {u"Lien modifié", u"L’activité ne mène plus au salon nommé dans le plan.",
      u"Vérifiez le lien, puis établissez un nouveau plan."}},
    {"person-changed",
     {},
     {u"Person changed", u"The person’s role, account or place in the room has changed since the plan was made.",
      u"Make a new plan if a difference remains."},
     {u"Personne modifiée",
      u"Le rôle, le compte ou la place de la personne dans le salon ont changé depuis l’établissement du plan.",
      u"Établissez un nouveau plan s’il reste un écart."}},
    {"not-in-effect",
     {},
     {u"Without effect", u"The server accepted the request, but reading the room again shows no change.",
      u"Make a new plan; if it happens again, look for a rule or an extension of the chat server that undoes the "
      u"change."},
     {u"Sans effet", u"Le serveur a accepté la demande, mais la relecture du salon ne montre aucun changement.",
      u"Établissez un nouveau plan ; si cela se reproduit, cherchez une règle ou une extension du serveur de chat qui "
      u"annule la modification."}},
    {"look-here",
     {},
     {u"To be checked by hand",
      u"The server’s answer was lost and reading does not settle the matter: the change may have been made or not.",
      u"Open the room or the account on the server and look before doing anything else."},
     {u"À vérifier à la main",
      u"La réponse du serveur s’est perdue et la relecture ne tranche pas : la modification a pu être faite ou non.",
      u"Ouvrez le salon ou le compte sur le serveur et regardez avant toute autre action."}},
    {"cancelled",
     {},
     {u"Cancelled", u"The run was cancelled before this step.", u"Resume the run to carry out the remaining steps."},
     {u"Annulé", u"L’exécution a été annulée avant cette étape.",
      u"Reprenez l’exécution pour effectuer les étapes restantes."}},
    {"interrupted",
     {},
     {u"Interrupted", u"The program ended before this step was tried.", u"Resume the run, or make a new plan."},
     {u"Interrompu", u"Le programme s’est arrêté avant que cette étape ne soit tentée.",
      u"Reprenez l’exécution, ou établissez un nouveau plan."}},
    {"outside-hours",
     {},
     {u"Outside the permitted hours", u"The hours in which this profile may write were over.",
      u"Resume the run during these hours."},
     {u"Hors des heures permises", u"Les heures pendant lesquelles ce profil peut écrire étaient passées.",
      u"Reprenez l’exécution pendant ces heures."}},
    {"token-lost",
     {},
     {u"Signed out", u"The server stopped accepting the token during the run, so this step was not tried.",
      u"Enter a valid token, then resume the run."},
     {u"Session perdue",
      u"Le serveur a cessé d’accepter le jeton pendant l’exécution : cette étape n’a pas été tentée.",
      u"Saisissez un jeton valable, puis reprenez l’exécution."}},
    {"depends-on-failed",
     {},
     {u"Earlier step failed", u"A step that this one depends on did not succeed.",
      u"Deal with the earlier step, then make a new plan."},
     {u"Étape précédente en échec", u"Une étape dont celle-ci dépend n’a pas abouti.",
      u"Réglez d’abord cette étape, puis établissez un nouveau plan."}},
    {"account-unknown",
     {},
     {u"Account unknown", u"The chat server does not know the account of this step, or no longer.",
      u"Check the login in Moodle and in the chat, then make a new plan."},
     {u"Compte inconnu", u"Le serveur de chat ne connaît pas, ou plus, le compte visé par cette étape.",
      u"Vérifiez l’identifiant dans Moodle et dans le chat, puis établissez un nouveau plan."}},
    {"threshold-room",
     {},
     {u"Room limit reached",
      u"When the room was read again, its removals and demotions exceeded the limit set per room: none was carried "
      u"out.",
      u"Look for the cause in the room, then make a new plan and confirm the number there."},
     {u"Limite du salon atteinte",
      u"À la relecture du salon, ses retraits et rétrogradations dépassaient la limite fixée par salon : aucun n’a été "
      u"effectué.",
      u"Cherchez la cause dans le salon, puis établissez un nouveau plan et confirmez-y le nombre."}},
    {"threshold-run",
     {},
     {u"Run limit reached",
      u"The removals and demotions chosen exceed the limit set for one run: none was carried out.",
      u"Choose fewer of them, or type their number to confirm (--confirm-removals)."},
     {u"Limite de l’exécution atteinte",
      u"Les retraits et rétrogradations choisis dépassent la limite fixée par exécution : aucun n’a été effectué.",
      u"Choisissez-en moins, ou saisissez leur nombre pour confirmer (--confirm-removals)."}},
};

} // namespace

Entries verdicts()
{
    return verdictTable;
}

Entries details()
{
    return detailTable;
}

} // namespace liaison::text
