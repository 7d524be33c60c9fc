#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Who we are for the servers and what we may do there.
constexpr Entry accessTable[] = {
    {"wrong-token",
     {},
     {u"Wrong token", u"The server does not recognise this token.",
      u"Make a new one and paste it whole. Moodle: Site administration > Server > Web services > Manage tokens. "
      u"Rocket.Chat: My account > Personal access tokens; the login (or user id) shown there goes with it."},
     {u"Jeton erroné", u"Le serveur ne reconnaît pas ce jeton.",
      u"Créez-en un autre et collez-le en entier. Moodle : Administration du site > Serveur > Services web > Gérer les "
      u"jetons. Rocket.Chat : Mon compte > Jetons d’accès personnel ; l’identifiant affiché à cet endroit va avec."}},
    {"token-expired",
     {},
     {u"Token expired", u"The token was valid but has expired or was revoked.",
      u"Make a new token; in Moodle, set an expiry date far enough away, or none."},
     {u"Jeton expiré", u"Le jeton était valable mais il a expiré ou a été révoqué.",
      u"Créez un nouveau jeton ; dans Moodle, choisissez une date d’expiration assez lointaine, ou aucune."}},
    {"token-of-another-account",
     {},
     {u"Token of another account", u"The token is valid, but it belongs to another account than the one given.",
      u"Give the login of the account that made the token (LIAISON_CHAT_USER), or a token made by the account given."},
     {u"Jeton d’un autre compte", u"Le jeton est valable, mais il appartient à un autre compte que celui indiqué.",
      u"Indiquez l’identifiant du compte qui a créé le jeton (LIAISON_CHAT_USER), ou un jeton créé par le compte "
      u"indiqué."}},
    {"swapped-fields",
     {},
     {u"Values exchanged", u"Two of the values given look exchanged: the login and the token, or the two addresses.",
      u"Put each value in its place: the login (or user id) is short; the token is long; the Moodle address is that of "
      u"Moodle, the chat address that of Rocket.Chat."},
     {u"Valeurs interverties",
      u"Deux des valeurs saisies semblent interverties : l’identifiant et le jeton, ou les deux adresses.",
      u"Remettez chaque valeur à sa place : l’identifiant est court, le jeton est long ; l’adresse de Moodle est celle "
      u"de "
      u"Moodle, celle du chat est celle de Rocket.Chat."}},
    {"wrong-login",
     {},
     {u"Wrong login or password", u"The server refused this login with this password.",
      u"Check both, and that the account is not suspended; Moodle gives the same answer in all these cases."},
     {u"Identifiant ou mot de passe erroné", u"Le serveur a refusé cet identifiant avec ce mot de passe.",
      u"Vérifiez l’un et l’autre, et que le compte n’est pas suspendu ; Moodle donne la même réponse dans tous ces "
      u"cas."}},
    {"two-factor",
     {},
     {u"Second factor required", u"The chat server asks for a second proof of identity.",
      u"Use a personal access token made with “Ignore two factor authentication” ticked."},
     {u"Second facteur exigé", u"Le serveur de chat demande une seconde preuve d’identité.",
      u"Utilisez un jeton d’accès personnel créé en cochant « Ignorer l’authentification à deux facteurs »."}},
    {"access-refused",
     {Arg::Function},
     {u"Refused by Moodle", u"Moodle refuses this call without saying which of six causes applies.",
      u"Check in turn: (1) the token has expired; (2) the function is not in the service: %1; (3) the service is "
      u"disabled; (4) the account is not among the authorised users of the service; (5) the token is limited to other "
      u"IP "
      u"addresses; (6) the account lacks the capability webservice/rest:use. Points 2 to 4: Site administration > "
      u"Server "
      u"> Web services > External services; points 1 and 5: Manage tokens; point 6: a role of the account at site "
      u"level."},
     {u"Refus de Moodle", u"Moodle refuse cet appel sans dire laquelle de six causes s’applique.",
      u"Vérifiez dans l’ordre : (1) le jeton a expiré ; (2) la fonction n’est pas dans le service : %1 ; (3) le "
      u"service "
      u"est désactivé ; (4) le compte n’est pas parmi les utilisateurs autorisés du service ; (5) le jeton est limité "
      u"à "
      u"d’autres adresses IP ; (6) le compte n’a pas la capacité webservice/rest:use. Points 2 à 4 : Administration du "
      u"site > Serveur > Services web > Services externes ; points 1 et 5 : Gérer les jetons ; point 6 : un rôle du "
      u"compte au niveau du site."}},
    {"function-missing",
     {Arg::Function},
     {u"Function missing", u"This Moodle does not know a function that is needed here: %1.",
      u"Update Moodle, or install the plugin that provides it; then add it to the service (Site administration > "
      u"Server > "
      u"Web services > External services)."},
     {u"Fonction absente", u"Ce Moodle ne connaît pas une fonction nécessaire : %1.",
      u"Mettez Moodle à jour, ou installez le plugin qui la fournit ; puis ajoutez-la au service (Administration du "
      u"site > "
      u"Serveur > Services web > Services externes)."}},
    {"account-suspended",
     {},
     {u"Account suspended", u"The account that the token belongs to is suspended or deactivated.",
      u"Have an administrator of that server reactivate the service account."},
     {u"Compte suspendu", u"Le compte auquel appartient le jeton est suspendu ou désactivé.",
      u"Faites réactiver le compte de service par un administrateur de ce serveur."}},
    {"no-permission",
     {Arg::Right},
     {u"Right missing", u"The account is signed in but does not have the right that is needed: %1.",
      u"Have an administrator grant this right (%1) to a role of the account. Moodle: Site administration > Users > "
      u"Permissions > "
      u"Define roles. Rocket.Chat: Administration > Permissions."},
     {u"Droit manquant", u"Le compte est connecté mais n’a pas le droit nécessaire : %1.",
      u"Faites accorder ce droit (%1) par un administrateur à un rôle du compte. Moodle : Administration du site > "
      u"Utilisateurs > "
      u"Permissions > Définition des rôles. Rocket.Chat : Administration > Permissions."}},
    {"no-access",
     {},
     {u"No access", u"The account may not see this object, although it may exist.",
      u"In Moodle, check the restrictions of the activity and the capability moodle/course:view; in the chat, have an "
      u"owner add the account to the room."},
     {u"Pas d’accès", u"Le compte ne peut pas voir cet objet, qui existe peut-être.",
      u"Dans Moodle, vérifiez les restrictions de l’activité et la capacité moodle/course:view ; dans le chat, faites "
      u"ajouter le compte au salon par un propriétaire."}},
    {"course-not-accessible",
     {},
     {u"Course not accessible", u"The Moodle service account may not open this course.",
      u"Give its role moodle/course:view and, for hidden courses, moodle/course:viewhiddencourses, at site level."},
     {u"Cours non accessible", u"Le compte de service Moodle ne peut pas ouvrir ce cours.",
      u"Accordez à son rôle, au niveau du site, moodle/course:view et, pour les cours masqués, "
      u"moodle/course:viewhiddencourses."}},
    {"last-owner",
     {},
     {u"Last owner", u"The chat server refuses to take the last owner away from a room.",
      u"Have another owner named first; Liaison never removes the last one."},
     {u"Dernier propriétaire", u"Le serveur de chat refuse de priver un salon de son dernier propriétaire.",
      u"Faites d’abord désigner un autre propriétaire ; Liaison ne retire jamais le dernier."}},
    {"seat-limit",
     {},
     {u"No seat left", u"The chat server’s plan allows no further active account.",
      u"Have a chat administrator free seats (deactivate unused accounts) or extend the plan."},
     {u"Plus de place", u"La formule du serveur de chat n’autorise aucun compte actif supplémentaire.",
      u"Demandez à un administrateur du chat de libérer des places (désactiver des comptes inutilisés) ou d’étendre la "
      u"formule."}},
    {"refused-by-policy",
     {Arg::Code},
     {u"Refused by a policy", u"A rule or an extension of the chat server forbids this change: %1.",
      u"Ask a chat administrator which application, ban or access rule applies to this room or this person."},
     {u"Refus d’une règle du serveur",
      u"Une règle ou une extension du serveur de chat interdit cette modification : %1.",
      u"Demandez à un administrateur du chat quelle application, exclusion ou règle d’accès vise ce salon ou cette "
      u"personne."}},
};

} // namespace

Entries accessErrors()
{
    return accessTable;
}

} // namespace liaison::text
