#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry causeTable[] = {
    {"not-known",
     {},
     {u"Cause not known", u"Nothing read so far shows why.",
      u"If the institution agrees, switch the timeline on in the profile: it shows who joined, left or was removed, "
      u"and "
      u"when."},
     {u"Cause inconnue", u"Rien de ce qui a été lu n’indique pourquoi.",
      u"Si l’établissement en est d’accord, activez la chronologie dans le profil : elle montre qui est arrivé, parti "
      u"ou "
      u"a été retiré, et quand."}},
    {"no-account",
     {},
     {u"No chat account", u"The person has no account on the chat server: without one, they cannot be in a room.",
      u"Ask the person to sign in to the chat once with the university account, or have the account created."},
     {u"Pas de compte de chat",
      u"La personne n’a pas de compte sur le serveur de chat : sans compte, elle ne peut être dans aucun salon.",
      u"Demandez-lui de se connecter une fois au chat avec son compte universitaire, ou faites créer le compte."}},
    {"account-disabled",
     {},
     {u"Chat account deactivated", u"The person’s chat account is deactivated: they can no longer sign in to the chat.",
      u"Have a chat administrator reactivate the account if the person should have access."},
     {u"Compte de chat désactivé",
      u"Le compte de chat de la personne est désactivé : elle ne peut plus se connecter au chat.",
      u"Faites réactiver le compte par un administrateur du chat si la personne doit avoir accès."}},
    {"username-mismatch",
     {},
     {u"Different logins",
      u"An account with the same e-mail address exists on the chat server, but under another login than the one "
      u"expected.",
      u"Have the chat login corrected, or enter the pair among the exceptions of the profile’s identity rule."},
     {u"Identifiants différents",
      u"Un compte ayant la même adresse électronique existe sur le serveur de chat, mais sous un autre identifiant que "
      u"celui attendu.",
      u"Faites corriger l’identifiant du chat, ou inscrivez le couple dans les exceptions de la règle d’identité du "
      u"profil."}},
    {"unmapped-role",
     {},
     {u"Role without a place in the chat",
      u"The person is enrolled, but none of their roles in the course gives a place in the room.",
      u"In Moodle, add the role to the activity’s settings (moderator roles or user roles), or give the person a role "
      u"that counts."},
     {u"Rôle non pris en compte",
      u"La personne est inscrite, mais aucun de ses rôles dans le cours ne donne de place dans le salon.",
      u"Dans Moodle, ajoutez ce rôle dans les réglages de l’activité (rôles modérateurs ou rôles utilisateurs), ou "
      u"donnez "
      u"à la personne un rôle pris en compte."}},
    {"suspended",
     {},
     {u"Enrolment or account suspended",
      u"The person’s enrolment in the course is not active, or their Moodle account is suspended.",
      u"If the person should have access, reactivate the enrolment (course > Participants) or the account in Moodle."},
     {u"Inscription ou compte suspendu",
      u"L’inscription de la personne au cours n’est pas active, ou son compte Moodle est suspendu.",
      u"Si la personne doit avoir accès, réactivez son inscription (cours > Participants) ou son compte dans Moodle."}},
    {"not-in-group",
     {},
     {u"Not in the required Moodle group",
      u"The room is reserved for certain groups of the course, and the person is in none of them.",
      u"In Moodle, put the person in the right group, or lift the restriction in the profile."},
     {u"Hors des groupes Moodle requis",
      u"Le salon est réservé à certains groupes du cours, et la personne n’appartient à aucun d’eux.",
      u"Dans Moodle, placez la personne dans le bon groupe, ou levez la restriction dans le profil."}},
    {"role-changed",
     {},
     {u"Role changed in the course", u"The person’s role in the course has changed since the last observation.",
      u"Nothing to correct if the new role is right: the plan brings the room into line with it."},
     {u"Rôle modifié dans le cours", u"Le rôle de la personne dans le cours a changé depuis la dernière observation.",
      u"Rien à corriger si le nouveau rôle est le bon : le plan met le salon en accord avec lui."}},
    {"no-longer-enrolled",
     {},
     {u"No longer enrolled", u"The person was expected in the room earlier and is no longer enrolled in the course.",
      u"If the person should still follow the course, enrol them again in Moodle; otherwise the removal is right."},
     {u"Plus d’inscription", u"La personne était attendue dans le salon auparavant et n’est plus inscrite au cours.",
      u"Si elle doit encore suivre le cours, réinscrivez-la dans Moodle ; sinon, le retrait est justifié."}},
    {"hidden-archived",
     {},
     {u"Hidden activity, archived room",
      u"The activity is hidden in Moodle, which has archived its room: nobody can write in it, and it has left "
      u"people’s "
      u"lists.",
      u"Show the activity in Moodle again: the room is reopened."},
     {u"Activité masquée, salon archivé",
      u"L’activité est masquée dans Moodle, ce qui a archivé son salon : plus personne n’y écrit et il a disparu des "
      u"listes.",
      u"Affichez de nouveau l’activité dans Moodle : le salon sera rouvert."}},
    {"room-recreated",
     {},
     {u"Room made anew",
      u"The activity now leads to another room than before: the former one, with its members and messages, is no "
      u"longer "
      u"linked.",
      u"If the former room should come back, have its identifier put back on the activity (companion service “rooms”); "
      u"otherwise add the members to the new one."},
     {u"Salon recréé",
      u"L’activité mène désormais à un autre salon qu’auparavant : l’ancien, avec ses membres et ses messages, n’est "
      u"plus "
      u"relié.",
      u"Si l’ancien salon doit revenir, faites remettre son identifiant dans l’activité (service « rooms » du plugin "
      u"compagnon) ; sinon, ajoutez les membres au nouveau."}},
    {"bin-restored",
     {},
     {u"Activity restored from the recycle bin",
      u"The activity came back from Moodle’s recycle bin with its former room, whose members were not brought up to "
      u"date.",
      u"Apply the plan: it puts the missing members back."},
     {u"Activité restaurée depuis la corbeille",
      u"L’activité est revenue de la corbeille de Moodle avec son ancien salon, dont les membres n’ont pas été mis à "
      u"jour.",
      u"Appliquez le plan : il remet les membres manquants."}},
    {"beyond-first-page",
     {},
     {u"Large room, plugin limit",
      u"The room has more than fifty members, and the Moodle plugin only sees the first ones: it never removes those "
      u"who "
      u"leave after them.",
      u"Apply the plan with removals ticked. The cause lies in the plugin: it comes back until the plugin is "
      u"corrected."},
     {u"Grand salon, limite du plugin",
      u"Le salon compte plus de cinquante membres et le plugin Moodle n’en voit que les premiers : il ne retire jamais "
      u"les partants au-delà.",
      u"Appliquez le plan en cochant les retraits. La cause est dans le plugin : l’écart reviendra tant qu’il n’est "
      u"pas "
      u"corrigé."}},
    {"role-order",
     {},
     {u"Removed during a role change",
      u"When the person’s role was changed, Moodle added them to the room and removed them again straight away.",
      u"Apply the plan: it adds the person back. This is a known fault of the Moodle plugin."},
     {u"Retrait lors d’un changement de rôle",
      u"Lors du changement de rôle de la personne, Moodle l’a ajoutée au salon puis l’en a aussitôt retirée.",
      u"Appliquez le plan : il remet la personne. C’est un défaut connu du plugin Moodle."}},
    {"left",
     {},
     {u"Left by themselves", u"The person left the room by themselves.",
      u"Ask the person, or the teacher, before adding them back."},
     {u"Départ volontaire", u"La personne a quitté le salon d’elle-même.",
      u"Interrogez la personne, ou l’enseignant, avant de la remettre."}},
    {"removed-by-staff",
     {},
     {u"Removed by a moderator", u"A moderator or an owner of the room removed the person.",
      u"Ask the teacher before adding them back: it was probably intended."},
     {u"Retrait par un modérateur", u"Un modérateur ou un propriétaire du salon a retiré la personne.",
      u"Interrogez l’enseignant avant de la remettre : c’était sans doute voulu."}},
    {"by-hand",
     {},
     {u"Added by hand", u"A member of the room added the person by hand, without an enrolment in the course.",
      u"Leave them if the teacher wants them there; enrol them in the course if their place is to last."},
     {u"Ajout à la main", u"Un membre du salon a ajouté la personne à la main, sans inscription au cours.",
      u"Laissez-la si l’enseignant le souhaite ; inscrivez-la au cours si sa présence doit durer."}},
    {"joined-by-link",
     {},
     {u"Came by a link",
      u"The person entered the room by themselves through a shared link, without an enrolment in the course.",
      u"Ask the teacher whether the person should stay; if so, enrol them in the course."},
     {u"Entrée par un lien",
      u"La personne est entrée d’elle-même dans le salon par un lien partagé, sans inscription au cours.",
      u"Demandez à l’enseignant si elle doit rester ; si oui, inscrivez-la au cours."}},
    {"never-added",
     {},
     {u"Never added",
      u"The room’s timeline holds no addition of the person: Moodle never made it, or failed without saying so.",
      u"Apply the plan: it adds the person."},
     {u"Aucun ajout",
      u"La chronologie du salon ne contient aucun ajout de la personne : Moodle ne l’a pas fait, ou a échoué sans le "
      u"dire.",
      u"Appliquez le plan : il ajoute la personne."}},
    {"course-reset",
     {},
     {u"Course reset",
      u"Most of the people with one role have left the course at once while the teachers stayed, as when a course is "
      u"reset.",
      u"Check with the teacher. If the course starts afresh, the removals are right; otherwise have the enrolments "
      u"restored in Moodle first."},
     {u"Cours réinitialisé",
      u"La plupart des personnes ayant un même rôle ont quitté le cours d’un coup alors que les enseignants sont "
      u"restés, "
      u"comme lors d’une réinitialisation.",
      u"Vérifiez auprès de l’enseignant. Si le cours repart à neuf, les retraits sont justifiés ; sinon, faites "
      u"d’abord "
      u"rétablir les inscriptions dans Moodle."}},
    {"moodle-account-gone",
     {},
     {u"Moodle account gone", u"The login of this chat account corresponds to no account in Moodle (any more).",
      u"If the person has left the institution, the removal is right; otherwise look for a changed login."},
     {u"Compte Moodle disparu",
      u"L’identifiant de ce compte de chat ne correspond à aucun compte Moodle, ou plus à aucun.",
      u"Si la personne a quitté l’établissement, le retrait est justifié ; sinon, cherchez un changement "
      u"d’identifiant."}},
};
static_assert(covers<Cause>(causeTable));

constexpr Entry certaintyTable[] = {
    {"none", {}, {u"–", u"No cause is put forward.", u""}, {u"–", u"Aucune cause n’est avancée.", u""}},
    {"likely",
     {},
     {u"Probable", u"The facts point to this cause without proving it.", u"Check before acting on it."},
     {u"Probable", u"Les faits désignent cette cause sans la prouver.", u"Vérifiez avant d’agir sur cette base."}},
    {"certain",
     {},
     {u"Certain", u"The facts read from the servers prove this cause.", u""},
     {u"Certain", u"Les faits lus sur les serveurs prouvent cette cause.", u""}},
};
static_assert(covers<Certainty>(certaintyTable));

} // namespace

Entries causes()
{
    return causeTable;
}

Entries certainties()
{
    return certaintyTable;
}

} // namespace liaison::text
