#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// What a server that was reached answered.
constexpr Entry serverTable[] = {
    {"not-found",
     {},
     {u"Not found", u"The server says that there is no such object.",
      u"It may have been deleted since: refresh, and check the identifier."},
     {u"Introuvable", u"Le serveur indique que cet objet n’existe pas.",
      u"Il a pu être supprimé entre-temps : actualisez, et vérifiez l’identifiant."}},
    {"room-not-found",
     {},
     {u"Room not found", u"The chat server gives no such room: it does not exist, or Liaison’s account is not in it.",
      u"Have a chat administrator look for the room in Administration > Rooms. If it is there, have an owner add "
      u"Liaison’s account to it."},
     {u"Salon introuvable",
      u"Le serveur de chat ne donne pas ce salon : il n’existe pas, ou le compte de Liaison n’en est pas membre.",
      u"Faites chercher le salon par un administrateur du chat dans Administration > Salons. S’il y est, faites-y "
      u"ajouter "
      u"le compte de Liaison par un propriétaire."}},
    {"account-not-found",
     {},
     {u"Account not found", u"The chat server knows no such account.",
      u"Refresh. If the person has signed in to the chat before, their account was renamed or deleted there."},
     {u"Compte introuvable", u"Le serveur de chat ne connaît pas ce compte.",
      u"Actualisez. Si la personne s’est déjà connectée au chat, son compte y a été renommé ou supprimé."}},
    {"method-missing",
     {},
     {u"Not offered by this release",
      u"This chat server does not offer the call that is needed here: it is an older release.",
      u"Diagnostics shows the release and what it can do; update the chat server for the rest."},
     {u"Absent de cette version",
      u"Ce serveur de chat n’offre pas l’appel nécessaire ici : sa version est plus ancienne.",
      u"Le diagnostic montre la version et ce qu’elle permet ; mettez le serveur de chat à jour pour le reste."}},
    {"changed-meanwhile",
     {},
     {u"Changed meanwhile", u"Somebody else changed this in Moodle since it was read.",
      u"Refresh, look at what it is now, and make the plan again."},
     {u"Modifié entre-temps", u"Quelqu’un d’autre a modifié ceci dans Moodle depuis la lecture.",
      u"Actualisez, regardez l’état actuel et refaites le plan."}},
    {"bad-state",
     {},
     {u"Not possible now", u"Moodle does not allow this change in the present state of the entry.",
      u"Refresh: the entry shows which changes are possible now."},
     {u"Impossible actuellement", u"Moodle ne permet pas cette modification dans l’état actuel de l’élément.",
      u"Actualisez : l’élément montre les modifications possibles maintenant."}},
    {"room-archived",
     {},
     {u"Room archived", u"The room is archived: the chat server refuses to list or change its members.",
      u"If the activity is visible in Moodle, tick “Room settings” in the plan to reopen the room; otherwise nothing "
      u"is "
      u"to be done."},
     {u"Salon archivé", u"Le salon est archivé : le serveur de chat refuse d’en lister ou d’en modifier les membres.",
      u"Si l’activité est visible dans Moodle, cochez « Réglages des salons » dans le plan pour rouvrir le salon ; "
      u"sinon, "
      u"il n’y a rien à faire."}},
    {"name-in-use",
     {},
     {u"Name in use", u"Another room or account, perhaps an archived or deactivated one, already has this name.",
      u"Look for it on the chat server, then rename one of the two."},
     {u"Nom déjà pris", u"Un autre salon ou compte, peut-être archivé ou désactivé, porte déjà ce nom.",
      u"Cherchez-le sur le serveur de chat, puis renommez l’un des deux."}},
    {"bad-name",
     {},
     {u"Name refused", u"The chat server does not accept this name for a room or an account.",
      u"Check the characters that it allows (UTF8_Channel_Names_Validation, UTF8_User_Names_Validation) and the naming "
      u"format of the Moodle plugin (groupnametoformat)."},
     {u"Nom refusé", u"Le serveur de chat n’accepte pas ce nom pour un salon ou un compte.",
      u"Vérifiez les caractères qu’il autorise (UTF8_Channel_Names_Validation, UTF8_User_Names_Validation) et le "
      u"format "
      u"des noms du plugin Moodle (groupnametoformat)."}},
    {"web-services-off",
     {},
     {u"Web services off", u"The web services of this Moodle, or their REST protocol, are switched off.",
      u"Site administration > General > Advanced features: “Enable web services”; then Server > Web services > Manage "
      u"protocols: REST."},
     {u"Services web désactivés", u"Les services web de ce Moodle, ou leur protocole REST, sont désactivés.",
      u"Administration du site > Général > Fonctions avancées : « Activer les services web » ; puis Serveur > Services "
      u"web > Gérer les protocoles : REST."}},
    {"maintenance",
     {},
     {u"Under maintenance", u"The server is under maintenance.", u"Wait until it ends, then refresh."},
     {u"En maintenance", u"Le serveur est en maintenance.", u"Attendez la fin de la maintenance, puis actualisez."}},
    {"upgrade-running",
     {},
     {u"Upgrade running", u"Moodle is being upgraded.",
      u"Wait until it ends. If it lasts, a Moodle administrator opens Site administration > Notifications."},
     {u"Mise à jour en cours", u"Moodle est en cours de mise à jour.",
      u"Attendez qu’elle se termine. Si elle dure, un administrateur Moodle ouvre Administration du site > "
      u"Notifications."}},
    {"database-down",
     {},
     {u"Database down", u"Moodle answers, but cannot reach its database.",
      u"Tell the people who run Moodle; try again when it is back."},
     {u"Base de données arrêtée", u"Moodle répond, mais n’accède pas à sa base de données.",
      u"Prévenez l’équipe qui exploite Moodle ; réessayez à son retour."}},
    {"backend-down",
     {},
     {u"Application stopped", u"The web server answers, but the application behind it does not.",
      u"Tell the people who run this server (PHP for Moodle, the Rocket.Chat process for the chat)."},
     {u"Application arrêtée", u"Le serveur web répond, mais pas l’application qui se trouve derrière.",
      u"Prévenez l’équipe qui exploite ce serveur (PHP pour Moodle, processus Rocket.Chat pour le chat)."}},
    {"not-moodle",
     {},
     {u"Not a Moodle", u"What answers at this address is not Moodle.",
      u"Give the address of the Moodle home page, sub-directory included, without login/ or course/ behind it. A proxy "
      u"or "
      u"sign-in page in front of Moodle gives the same result."},
     {u"Pas un Moodle", u"Ce qui répond à cette adresse n’est pas Moodle.",
      u"Indiquez l’adresse de la page d’accueil de Moodle, sous-répertoire compris, sans login/ ni course/ à la fin. "
      u"Un "
      u"mandataire (proxy) ou une page de connexion placés devant Moodle donnent le même résultat."}},
    {"not-rocketchat",
     {},
     {u"Not a Rocket.Chat", u"What answers at this address is not Rocket.Chat.",
      u"Give the address that opens the chat in a browser, without group/ or home behind it. A proxy or sign-in page "
      u"in "
      u"front of it gives the same result."},
     {u"Pas un Rocket.Chat", u"Ce qui répond à cette adresse n’est pas Rocket.Chat.",
      u"Indiquez l’adresse qui ouvre le chat dans un navigateur, sans group/ ni home à la fin. Un mandataire (proxy) "
      u"ou "
      u"une page de connexion placés devant lui donnent le même résultat."}},
    {"invalid-response-raw",
     {},
     {u"Stored text refused",
      u"Moodle cannot hand over a text exactly as it is stored, because its own check refuses it.",
      u"Nothing to do: Liaison asks again for the displayed form. To correct it, look for names with unusual "
      u"characters."},
     {u"Texte stocké refusé",
      u"Moodle ne peut pas livrer un texte tel qu’il est stocké, car son propre contrôle le refuse.",
      u"Rien à faire : Liaison redemande la forme affichée. Pour corriger, cherchez les noms aux caractères "
      u"inhabituels."}},
    {"site-error",
     {Arg::Code},
     {u"Error inside the server", u"The server met an error of its own: %1.",
      u"Try again. If it happens again, give the technical detail to the people who run this server: their log has "
      u"more."},
     {u"Erreur interne du serveur", u"Le serveur a rencontré une erreur qui lui est propre : %1.",
      u"Réessayez. Si cela se reproduit, transmettez le détail technique à l’équipe qui exploite ce serveur : son "
      u"journal "
      u"en dit plus."}},
    {"invalid-parameter",
     {Arg::Function},
     {u"Request not understood", u"The server refuses a value that Liaison sent: %1.",
      u"This is a disagreement between versions: report the technical detail to whoever maintains Liaison."},
     {u"Demande non comprise", u"Le serveur refuse une valeur envoyée par Liaison : %1.",
      u"C’est un désaccord de versions : signalez le détail technique à qui maintient Liaison."}},
    {"bad-reply",
     {},
     {u"Unusable answer", u"The server’s answer is not in the form expected.",
      u"Refresh. If it happens again, check that no proxy alters the answers, and that the server’s version is "
      u"supported."},
     {u"Réponse inutilisable", u"La réponse du serveur n’a pas la forme attendue.",
      u"Actualisez. Si cela se reproduit, vérifiez qu’aucun mandataire (proxy) ne modifie les réponses et que la "
      u"version "
      u"du serveur est prise en charge."}},
    {"truncated",
     {},
     {u"Answer cut short", u"The answer or the list stops before its end.",
      u"Refresh. If it happens again, look for a proxy or a time limit that cuts long answers."},
     {u"Réponse tronquée", u"La réponse ou la liste s’arrête avant la fin.",
      u"Actualisez. Si cela se reproduit, cherchez un mandataire (proxy) ou une limite de durée qui coupe les longues "
      u"réponses."}},
    {"rate-limited",
     {},
     {u"Too many requests", u"The chat server limits the number of requests, and waiting as it asked was not enough.",
      u"Try again in a few minutes. For good: grant api-bypass-rate-limit to a role of Liaison’s account (bots have "
      u"it)."},
     {u"Trop de demandes",
      u"Le serveur de chat limite le nombre de demandes, et attendre comme il le demandait n’a pas suffi.",
      u"Réessayez dans quelques minutes. Durablement : accordez api-bypass-rate-limit à un rôle du compte de Liaison "
      u"(les "
      u"robots l’ont)."}},
    {"server-error",
     {},
     {u"Server failure", u"The server failed to handle the request.",
      u"Try again later; if it lasts, tell the people who run this server."},
     {u"Défaillance du serveur", u"Le serveur n’a pas réussi à traiter la demande.",
      u"Réessayez plus tard ; si cela dure, prévenez l’équipe qui exploite ce serveur."}},
    {"refused-by-server",
     {Arg::Code},
     {u"Refused by the server", u"The server refused the request: %1.",
      u"Refresh to see how things stand. The technical detail says what was asked; make a new plan if a difference "
      u"remains."},
     {u"Refus du serveur", u"Le serveur a refusé la demande : %1.",
      u"Actualisez pour voir où en sont les choses. Le détail technique dit ce qui était demandé ; établissez un "
      u"nouveau plan s’il reste un écart."}},
    {"moodle-down",
     {},
     {u"Moodle down", u"Moodle cannot be reached or cannot serve for the moment.",
      u"Try again later. What was read before stays on display, with its age."},
     {u"Moodle indisponible", u"Moodle est injoignable ou hors service pour le moment.",
      u"Réessayez plus tard. Ce qui a été lu auparavant reste affiché, avec son âge."}},
    {"chat-down",
     {},
     {u"Chat down", u"The chat server cannot be reached or cannot serve for the moment.",
      u"Try again later. What was read before stays on display, with its age."},
     {u"Chat indisponible", u"Le serveur de chat est injoignable ou hors service pour le moment.",
      u"Réessayez plus tard. Ce qui a été lu auparavant reste affiché, avec son âge."}},
};

} // namespace

Entries serverErrors()
{
    return serverTable;
}

} // namespace liaison::text
