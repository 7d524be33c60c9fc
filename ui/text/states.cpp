#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry stateTable[] = {
    {"unknown",
     {},
     {u"Unknown", u"A reading is missing: nothing can be said about this room at the moment.",
      u"Look at the reason given beside it; refresh once it is dealt with."},
     {u"Inconnu", u"Une lecture manque : on ne peut rien dire de ce salon pour le moment.",
      u"Lisez le motif indiqué à côté ; actualisez une fois le problème réglé."}},
    {"ambiguous",
     {},
     {u"Ambiguous", u"Several rooms could belong to this activity.",
      u"Import the links from Moodle, or install the companion plugin, to know which one is right."},
     {u"Ambigu", u"Plusieurs salons pourraient appartenir à cette activité.",
      u"Importez les liens depuis Moodle, ou installez le plugin compagnon, pour savoir lequel est le bon."}},
    {"unlinked",
     {},
     {u"Unlinked", u"The activity exists in Moodle without being linked to a room.",
      u"Open the activity in Moodle and save its settings; if it stays without a room, remove it and add it again."},
     {u"Non relié", u"L’activité existe dans Moodle sans être reliée à un salon.",
      u"Ouvrez l’activité dans Moodle et enregistrez ses réglages ; si elle reste sans salon, supprimez-la et "
      u"ajoutez-la "
      u"de nouveau."}},
    {"pending",
     {},
     {u"Pending", u"The activity was added recently and its room is being created.",
      u"Wait a few minutes, then refresh."},
     {u"En attente", u"L’activité a été ajoutée récemment et son salon est en cours de création.",
      u"Patientez quelques minutes, puis actualisez."}},
    {"missing",
     {},
     {u"No room", u"The room of this activity is not on the chat server.",
      u"Have it checked whether the room was deleted; if so, remove the activity in Moodle and add it again."},
     {u"Sans salon", u"Le salon de cette activité n’est pas sur le serveur de chat.",
      u"Faites vérifier si le salon a été supprimé ; si oui, supprimez l’activité dans Moodle et ajoutez-la de "
      u"nouveau."}},
    {"drift",
     {},
     {u"Differences", u"The room differs from what the course provides for.",
      u"Look at the differences and their causes, then make a plan."},
     {u"Écarts", u"Le salon diffère de ce que prévoit le cours.",
      u"Consultez les écarts et leurs causes, puis établissez un plan."}},
    {"partly-known",
     {},
     {u"Partly known", u"What could be read is in step, but not everything about this room can be read.",
      u"Look at the reason given beside it: it says what is needed to see the rest."},
     {u"Connu en partie", u"Ce qui a pu être lu est en phase, mais tout n’est pas lisible dans ce salon.",
      u"Lisez le motif indiqué à côté : il dit ce qu’il faut pour voir le reste."}},
    {"archived",
     {},
     {u"Archived", u"The activity is hidden and its room archived, as they should be.",
      u"To use the room again, show the activity in Moodle."},
     {u"Archivé", u"L’activité est masquée et son salon archivé, comme il se doit.",
      u"Pour réutiliser le salon, affichez l’activité dans Moodle."}},
    {"in-step",
     {},
     {u"In step", u"The room has the members that the course provides for.", u""},
     {u"En phase", u"Le salon compte les membres que prévoit le cours.", u""}},
};
static_assert(covers<LinkState>(stateTable));

constexpr Entry sourceTable[] = {
    {"companion",
     {},
     {u"Moodle (companion)", u"The link was read in Moodle through the companion plugin.", u""},
     {u"Moodle (compagnon)", u"Le lien a été lu dans Moodle grâce au plugin compagnon.", u""}},
    {"import",
     {},
     {u"Imported", u"The link comes from an import of Moodle’s table of activities.",
      u"Import again when activities have been added."},
     {u"Importé", u"Le lien provient d’un import de la table des activités de Moodle.",
      u"Refaites l’import quand des activités ont été ajoutées."}},
    {"confirmed",
     {},
     {u"Confirmed", u"The link was guessed from the room’s name, then confirmed by a person.", u""},
     {u"Confirmé", u"Le lien a été déduit du nom du salon, puis confirmé par une personne.", u""}},
    {"remembered",
     {},
     {u"Remembered", u"The link was read earlier and could not be read again this time.",
      u"Refresh; if it stays so, check the companion plugin or import the links again."},
     {u"Mémorisé", u"Le lien a été lu auparavant et n’a pas pu être relu cette fois-ci.",
      u"Actualisez ; si cela persiste, vérifiez le plugin compagnon ou refaites l’import des liens."}},
    {"guessed",
     {},
     {u"Guessed", u"The link is guessed from the name of the room and from who created it.",
      u"Check that the room is the right one, then confirm the link: nothing is applied before that."},
     {u"Supposé", u"Le lien est déduit du nom du salon et de son créateur.",
      u"Vérifiez que le salon est le bon, puis confirmez le lien : rien n’est appliqué avant."}},
};
static_assert(covers<LinkSource>(sourceTable));

constexpr Entry roleTable[] = {
    {"member",
     {},
     {u"Member", u"The person can read and write in the room.", u""},
     {u"Membre", u"La personne peut lire et écrire dans le salon.", u""}},
    {"moderator",
     {},
     {u"Moderator", u"The person can also delete messages of others in the room and manage its members.", u""},
     {u"Modérateur",
      u"La personne peut en outre supprimer des messages d’autrui dans le salon et en gérer les membres.", u""}},
};
static_assert(covers<MemberRole>(roleTable));

constexpr Entry outcomeTable[] = {
    {"done",
     {},
     {u"Done", u"The change was made, and reading the room again confirmed it.", u""},
     {u"Fait", u"La modification a été effectuée, et la relecture du salon l’a confirmée.", u""}},
    {"stale",
     {},
     {u"Stale", u"The situation had changed since the plan was made, so this step was not carried out.",
      u"Make a new plan if a difference remains."},
     {u"Périmé", u"La situation avait changé depuis l’établissement du plan : cette étape n’a pas été exécutée.",
      u"Établissez un nouveau plan s’il reste un écart."}},
    {"skipped",
     {},
     {u"Skipped", u"This step was not tried.",
      u"Look at the reason given beside it, then resume the run or make a new plan."},
     {u"Non tenté", u"Cette étape n’a pas été tentée.",
      u"Lisez le motif indiqué à côté, puis reprenez l’exécution ou établissez un nouveau plan."}},
    {"failed",
     {},
     {u"Failed", u"The change was tried without success.",
      u"Look at the reason given beside it, then make a new plan."},
     {u"Échec", u"La modification a été tentée sans succès.",
      u"Lisez le motif indiqué à côté, puis établissez un nouveau plan."}},
};
static_assert(covers<Outcome>(outcomeTable));

constexpr Entry runTable[] = {
    {"running",
     {},
     {u"Running", u"The plan is being applied.", u""},
     {u"En cours", u"Le plan est en cours d’application.", u""}},
    {"interrupted",
     {},
     {u"Interrupted", u"The program ended before the run did: what had been sent is settled by reading the rooms.",
      u"Resume the run (resume), or make a new plan."},
     {u"Interrompue",
      u"Le programme s’est arrêté avant la fin de l’exécution : le sort de ce qui était parti est établi en relisant "
      u"les "
      u"salons.",
      u"Reprenez l’exécution (resume), ou établissez un nouveau plan."}},
    {"stopped",
     {},
     {u"Stopped", u"The run was stopped by a person before its end.",
      u"Resume the run (resume) to carry out the remaining steps, or make a new plan."},
     {u"Arrêtée", u"L’exécution a été arrêtée par une personne avant la fin.",
      u"Reprenez l’exécution (resume) pour effectuer les étapes restantes, ou établissez un nouveau plan."}},
    {"partly",
     {},
     {u"Partly done", u"The run ended, but some steps were skipped, stale or failed.",
      u"Look at those steps in the journal, then make a new plan."},
     {u"Faite en partie",
      u"L’exécution est terminée, mais des étapes n’ont pas été tentées, étaient périmées ou ont échoué.",
      u"Consultez ces étapes dans le journal, puis établissez un nouveau plan."}},
    {"done",
     {},
     {u"Done", u"Every step of the run was carried out.", u""},
     {u"Faite", u"Toutes les étapes de l’exécution ont été effectuées.", u""}},
};
static_assert(covers<RunState>(runTable));

} // namespace

Entries states()
{
    return stateTable;
}

Entries sources()
{
    return sourceTable;
}

Entries roles()
{
    return roleTable;
}

Entries outcomes()
{
    return outcomeTable;
}

Entries runs()
{
    return runTable;
}

} // namespace liaison::text
