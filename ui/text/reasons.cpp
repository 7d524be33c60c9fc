#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry unknownTable[] = {
    {"read-failed",
     {},
     {u"Reading failed", u"A list needed here could not be read: the server’s answer was missing or unusable.",
      u"Refresh. If it happens again, open Diagnostics: it shows which server and which step fail."},
     {u"Échec de lecture",
      u"Une liste nécessaire n’a pas pu être lue : la réponse du serveur était absente ou inutilisable.",
      u"Actualisez. Si cela se reproduit, ouvrez le diagnostic : il montre quel serveur et quelle étape sont en "
      u"cause."}},
    {"truncated",
     {},
     {u"Incomplete list",
      u"The list received does not agree with the number counted separately: people may be missing from it, so nothing "
      u"is concluded from it.",
      u"Refresh once. If it stays so, give the Moodle service account moodle/user:viewdetails, "
      u"moodle/user:viewalldetails and moodle/site:accessallgroups: without them Moodle shortens its lists without "
      u"saying so."},
     {u"Liste incomplète",
      u"La liste reçue ne concorde pas avec le nombre compté séparément : il peut y manquer des personnes, on n’en "
      u"conclut donc rien.",
      u"Actualisez une fois. Si cela persiste, accordez au compte de service Moodle les capacités "
      u"moodle/user:viewdetails, "
      u"moodle/user:viewalldetails et moodle/site:accessallgroups : sans elles, Moodle raccourcit ses listes sans le "
      u"dire."}},
    {"no-access",
     {Arg::Right},
     {u"No access", u"The account used is not allowed to read this course or this room.",
      u"What is missing: %1. For a course, give the Moodle service account moodle/course:view and, if it is hidden, "
      u"moodle/course:viewhiddencourses. For a room, an owner adds Liaison’s account to it. Diagnostics lists every "
      u"missing right."},
     {u"Accès refusé", u"Le compte utilisé n’a pas le droit de lire ce cours ou ce salon.",
      u"Ce qui manque : %1. Pour un cours, accordez au compte de service Moodle la capacité moodle/course:view et, "
      u"s’il est "
      u"masqué, "
      u"moodle/course:viewhiddencourses. Pour un salon, un propriétaire y ajoute le compte de Liaison. Le diagnostic "
      u"donne la liste des droits manquants."}},
    {"ambiguous",
     {},
     {u"Several candidates", u"Several rooms could be the one of this activity: none of them is chosen by guessing.",
      u"Import the links from Moodle (links import) or install the companion plugin: both give the room’s identifier."},
     {u"Plusieurs candidats",
      u"Plusieurs salons pourraient être celui de cette activité : aucun n’est choisi au hasard.",
      u"Importez les liens depuis Moodle (links import) ou installez le plugin compagnon : l’un et l’autre donnent "
      u"l’identifiant du salon."}},
    {"not-found-by-name",
     {},
     {u"No room by that name",
      u"No room has the name expected for this activity: it may have been renamed, deleted or never created, which the "
      u"name alone cannot tell.",
      u"Import the links from Moodle (links import) or install the companion plugin: with the room’s identifier the "
      u"answer is certain."},
     {u"Aucun salon de ce nom",
      u"Aucun salon ne porte le nom attendu pour cette activité : il a pu être renommé, supprimé ou jamais créé, et le "
      u"nom seul ne permet pas de le dire.",
      u"Importez les liens depuis Moodle (links import) ou installez le plugin compagnon : avec l’identifiant du "
      u"salon, "
      u"la réponse est certaine."}},
    {"moodle-down",
     {},
     {u"Moodle unreachable", u"Moodle does not answer at the moment, so who should be in the room is not known.",
      u"Try again later. If Moodle opens in a browser, run the diagnostics."},
     {u"Moodle injoignable",
      u"Moodle ne répond pas pour le moment : on ne sait donc pas qui devrait être dans le salon.",
      u"Réessayez plus tard. Si Moodle s’ouvre dans un navigateur, lancez le diagnostic."}},
    {"chat-down",
     {},
     {u"Chat unreachable", u"The chat server does not answer at the moment, so who is in the room is not known.",
      u"Try again later. If the chat opens in a browser, run the diagnostics."},
     {u"Chat injoignable",
      u"Le serveur de chat ne répond pas pour le moment : on ne sait donc pas qui est dans le salon.",
      u"Réessayez plus tard. Si le chat s’ouvre dans un navigateur, lancez le diagnostic."}},
    {"administered",
     {},
     {u"Not a member of the room",
      u"Liaison’s account is not in this room: missing people are found, but people who are in it without reason "
      u"cannot "
      u"be seen.",
      u"Have an owner add Liaison’s account to the room, or sign in as the account that the Moodle plugin uses. To add "
      u"people meanwhile, the role bot needs the permission add-user-to-any-p-room."},
     {u"Pas membre du salon",
      u"Le compte de Liaison n’est pas dans ce salon : les absents sont repérés, mais pas les personnes présentes sans "
      u"raison.",
      u"Faites ajouter le compte de Liaison au salon par un propriétaire, ou connectez-vous avec le compte qu’utilise "
      u"le "
      u"plugin Moodle. Pour ajouter des personnes en attendant, le rôle bot a besoin de la permission "
      u"add-user-to-any-p-room."}},
    {"uncounted",
     {},
     {u"List not verified",
      u"Nothing proves that the list of enrolled people is whole: missing people are found, but nobody is removed on "
      u"its "
      u"strength.",
      u"Add core_enrol_get_users_courses to the Moodle service (it gives an independent count), create the custom "
      u"report "
      u"“participants”, or install the companion plugin."},
     {u"Liste non vérifiée",
      u"Rien ne prouve que la liste des inscrits soit entière : les absents sont repérés, mais personne n’est retiré "
      u"sur "
      u"cette seule base.",
      u"Ajoutez core_enrol_get_users_courses au service web de Moodle (cette fonction donne un comptage indépendant), "
      u"créez le rapport personnalisé « participants » ou installez le plugin compagnon."}},
    {"shared-link",
     {},
     {u"Another activity unknown",
      u"The room also serves another activity that could not be read, so the list of everybody expected in it is not "
      u"complete.",
      u"Look at the room’s other links and repair the reading of the one that is unknown."},
     {u"Autre activité inconnue",
      u"Le salon sert aussi à une autre activité qui n’a pas pu être lue : la liste de tous ceux qu’on y attend n’est "
      u"donc pas complète.",
      u"Consultez les autres liens du salon et rétablissez la lecture de celui qui est inconnu."}},
};
static_assert(covers<UnknownReason>(unknownTable));

constexpr Entry ruleTable[] = {
    {"out-of-scope",
     {},
     {u"Out of scope", u"This course is outside the scope that the profile sets.",
      u"Widen the scope of the profile (categories, courses or expression) if the course belongs in it."},
     {u"Hors périmètre", u"Ce cours est en dehors du périmètre fixé par le profil.",
      u"Élargissez le périmètre du profil (catégories, cours ou expression) si ce cours doit en faire partie."}},
    {"unconfirmed-link",
     {},
     {u"Link to confirm", u"The link between this course and this room is a guess that nobody has confirmed yet.",
      u"Check that the room is the right one, then confirm the link, once for all (links confirm)."},
     {u"Lien à confirmer", u"Le lien entre ce cours et ce salon est une supposition que personne n’a encore confirmée.",
      u"Vérifiez que le salon est le bon, puis confirmez le lien, une fois pour toutes (links confirm)."}},
    {"no-right",
     {Arg::Right, Arg::ServerRole},
     {u"Right missing", u"Liaison’s account does not have the right that this change requires: %1.",
      u"Have a chat administrator give the role (%2) the permission (%1) in Administration > Permissions, and "
      u"Liaison’s "
      u"account that role. In a single room, an owner can instead add the account and make it an owner, which is "
      u"enough for people and roles. Then refresh."},
     {u"Droit manquant", u"Le compte de Liaison n’a pas le droit qu’exige cette modification : %1.",
      u"Faites donner au rôle (%2) la permission (%1) par un administrateur du chat, dans Administration > "
      u"Permissions, et ce rôle au compte de Liaison. Pour un seul salon, un propriétaire peut à la place y ajouter ce "
      u"compte et le nommer propriétaire, ce qui suffit pour les personnes et les rôles. Puis actualisez."}},
    {"protection-unknown",
     {},
     {u"Protection not known",
      u"The chat server does not tell whether this person is an administrator or a bot, so they are left alone.",
      u"Have a chat administrator grant view-full-other-user-info to a role of Liaison’s account, then refresh."},
     {u"Protection inconnue",
      u"Le serveur de chat n’indique pas si cette personne est administrateur ou robot : on n’y touche donc pas.",
      u"Faites accorder view-full-other-user-info par un administrateur du chat à un rôle du compte de Liaison, puis "
      u"actualisez."}},
    {"unproven",
     {},
     {u"Not proven", u"The lists read are not proven to be whole: without that proof, nobody is removed or demoted.",
      u"Open the link’s details: they say which list is in doubt and how to have it counted."},
     {u"Non prouvé",
      u"Rien ne prouve que les listes lues soient entières : sans cette preuve, personne n’est retiré ni rétrogradé.",
      u"Ouvrez le détail du lien : il indique quelle liste est en doute et comment la faire compter."}},
    {"shared-room",
     {},
     {u"Shared room, partly known",
      u"The room also serves an activity that could not be read, and this person may be expected through it.",
      u"Repair the reading of the room’s other activity, then make the plan again."},
     {u"Salon partagé, connu en partie",
      u"Le salon sert aussi à une activité qui n’a pas pu être lue, et par laquelle cette personne y est peut-être "
      u"attendue.",
      u"Rétablissez la lecture de l’autre activité du salon, puis refaites le plan."}},
    {"guest",
     {},
     {u"Guest kept",
      u"Nothing shows that this person was ever expected in the room: guests are not removed with the others.",
      u"Ask the teacher. If the person must go, release this entry by name (--release)."},
     {u"Invité maintenu",
      u"Rien n’indique que cette personne ait jamais été attendue dans le salon : un invité n’est pas retiré avec les "
      u"autres.",
      u"Demandez à l’enseignant. Si la personne doit partir, libérez cette entrée nommément (--release)."}},
    {"gone-again",
     {},
     {u"Gone again",
      u"Liaison had already added this person, who has gone from the room again: they are not added back every night.",
      u"Find out who left or removed them (button “Why?”). If they should come back, release this entry by name "
      u"(--release)."},
     {u"Nouvelle absence",
      u"Liaison avait déjà ajouté cette personne, qui n’est plus dans le salon : elle n’y est pas remise chaque nuit.",
      u"Cherchez si elle est partie ou a été retirée (bouton « Pourquoi ? »). Si elle doit revenir, libérez cette "
      u"entrée "
      u"nommément (--release)."}},
    {"emptied",
     {},
     {u"Nobody expected any more", u"Nobody is expected in this room any more: going on would empty it.",
      u"Check the enrolments in Moodle (course reset, end of the enrolment method). If the room really must be "
      u"emptied, "
      u"release it (--release with the room’s identifier)."},
     {u"Plus personne d’attendu", u"Plus personne n’est attendu dans ce salon : poursuivre le viderait.",
      u"Vérifiez les inscriptions dans Moodle (cours réinitialisé, méthode d’inscription supprimée). Si le salon doit "
      u"vraiment être vidé, libérez-le (--release avec l’identifiant du salon)."}},
    {"threshold-room",
     {},
     {u"Too many for one room",
      u"The removals and demotions planned in this room exceed the limit set per room: they are all held back.",
      u"Look for a common cause (course reset, changed role mapping). If they are right, type their number to confirm "
      u"(--confirm-removals)."},
     {u"Trop pour un salon",
      u"Les retraits et rétrogradations prévus dans ce salon dépassent la limite fixée par salon : tous sont retenus.",
      u"Cherchez une cause commune (cours réinitialisé, correspondance des rôles modifiée). S’ils sont justifiés, "
      u"saisissez leur nombre pour confirmer (--confirm-removals)."}},
    {"threshold-run",
     {},
     {u"Too many for one run",
      u"The removals and demotions planned over all rooms exceed the limit set for one run: they are all held back.",
      u"Check a few courses, or apply in several smaller plans. If they are right, type their number to confirm "
      u"(--confirm-removals)."},
     {u"Trop pour une exécution",
      u"Les retraits et rétrogradations prévus pour l’ensemble des salons dépassent la limite fixée par exécution : "
      u"tous "
      u"sont retenus.",
      u"Contrôlez quelques cours, ou appliquez en plusieurs plans plus petits. S’ils sont justifiés, saisissez leur "
      u"nombre pour confirmer (--confirm-removals)."}},
};
static_assert(covers<Rule>(ruleTable));

} // namespace

Entries unknowns()
{
    return unknownTable;
}

Entries rules()
{
    return ruleTable;
}

} // namespace liaison::text
