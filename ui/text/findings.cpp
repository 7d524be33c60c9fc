#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry findingTable[] = {
    {"no-account",
     {},
     {u"No chat account", u"The person is enrolled in the course but has no account on the chat server yet.",
      u"Ask the person to sign in to the chat once with the university account: where accounts come from LDAP or CAS, "
      u"the first sign-in creates it. Otherwise a chat administrator creates it, or “Creations” is ticked in the plan, "
      u"or the Moodle plugin is set to create missing accounts (create_user_account_if_not_exists)."},
     {u"Sans compte de chat",
      u"La personne est inscrite au cours mais n’a pas encore de compte sur le serveur de chat.",
      u"Demandez à la personne de se connecter une fois au chat avec son compte universitaire : si les comptes "
      u"viennent "
      u"de l’annuaire (LDAP ou CAS), cette première connexion crée le sien. Sinon, faites créer le compte par un "
      u"administrateur du chat, cochez « Créations » dans le plan, ou réglez le plugin Moodle pour qu’il crée les "
      u"comptes manquants (create_user_account_if_not_exists)."}},
    {"account-disabled",
     {},
     {u"Chat account deactivated", u"The person is enrolled in the course, but their chat account is deactivated.",
      u"If the person should have access, a chat administrator reactivates the account (Administration > Users); "
      u"they can be added to the room after that."},
     {u"Compte de chat désactivé", u"La personne est inscrite au cours, mais son compte de chat est désactivé.",
      u"Si la personne doit avoir accès au chat, faites réactiver son compte par un administrateur du chat "
      u"(Administration > Utilisateurs) ; elle pourra ensuite être ajoutée au salon."}},
    {"conflict",
     {},
     {u"Identity conflict",
      u"Two people in Moodle correspond to the same chat account, or one person corresponds to two accounts: nothing "
      u"is "
      u"changed for them.",
      u"Correct the login on one side, or enter the right pair (Moodle login, chat login) among the exceptions of the "
      u"profile’s identity rule."},
     {u"Conflit d’identité",
      u"Deux personnes de Moodle correspondent au même compte de chat, ou une personne à deux comptes : rien n’est "
      u"modifié pour elles.",
      u"Corrigez l’identifiant d’un côté, ou inscrivez le bon couple (identifiant Moodle, identifiant du chat) dans "
      u"les "
      u"exceptions de la règle d’identité du profil."}},
    {"probable-rename",
     {},
     {u"Login probably changed",
      u"Somebody missing from the room and somebody present without reason look like the same person under two logins.",
      u"Compare the two accounts. If it is the same person, have the chat login corrected or enter the pair among the "
      u"exceptions of the profile’s identity rule; nothing is added or removed until then."},
     {u"Changement d’identifiant probable",
      u"Une personne absente du salon et une personne présente sans raison semblent être la même, sous deux "
      u"identifiants.",
      u"Comparez les deux comptes. S’il s’agit de la même personne, faites corriger l’identifiant du chat ou inscrivez "
      u"le couple dans les exceptions de la règle d’identité du profil ; d’ici là, personne n’est ajouté ni retiré."}},
    {"role-not-known",
     {},
     {u"Role not known",
      u"The person is enrolled without a role that counts in this course, and a role inherited from a category or from "
      u"the site cannot be ruled out.",
      u"Install the Liaison companion plugin in Moodle, or create the custom report “roles” for the service account: "
      u"they give the inherited roles. Until then the person is neither added nor removed."},
     {u"Rôle inconnu",
      u"La personne est inscrite sans rôle pris en compte dans ce cours, et l’on ne peut exclure un rôle hérité d’une "
      u"catégorie ou du site.",
      u"Installez le plugin compagnon de Liaison dans Moodle, ou créez le rapport personnalisé « roles » pour le "
      u"compte "
      u"de service : ils donnent les rôles hérités. D’ici là, la personne n’est ni ajoutée ni retirée."}},
    {"protected",
     {},
     {u"Protected account",
      u"This account is protected (technical account, owner, bot, server administrator or named exclusion): it is "
      u"never "
      u"removed or demoted.",
      u"Nothing to do if its presence is normal. Otherwise take it out of the profile’s exclusions, or have its role "
      u"changed on the chat server."},
     {u"Compte protégé",
      u"Ce compte est protégé (compte technique, propriétaire, robot, administrateur du serveur ou exclusion "
      u"nominative) "
      u": il n’est jamais retiré ni rétrogradé.",
      u"Rien à faire si sa présence est normale. Sinon, retirez-le des exclusions du profil ou faites changer son rôle "
      u"sur le serveur de chat."}},
    {"guest",
     {},
     {u"Guest", u"The person is in the room, but nothing shows that they were ever expected there: this is a guest.",
      u"Leave guests in place unless the teacher asks otherwise; removing one is done by name, in the plan."},
     {u"Invité",
      u"La personne est dans le salon, mais rien n’indique qu’elle y ait jamais été attendue : c’est un invité.",
      u"Laissez les invités en place, sauf demande de l’enseignant ; le retrait d’un invité se décide nominativement, "
      u"dans le plan."}},
    {"missing",
     {},
     {u"Room not found", u"The room that this activity points to does not exist on the chat server, or no longer.",
      u"Have a chat administrator check that the room was not deleted by mistake. If it was, remove the activity in "
      u"Moodle and add it again: a new room is created, without the former messages."},
     {u"Salon introuvable", u"Le salon auquel renvoie cette activité n’existe pas, ou plus, sur le serveur de chat.",
      u"Faites vérifier par un administrateur du chat si le salon a été supprimé. Si c’est le cas, supprimez "
      u"l’activité "
      u"dans Moodle et ajoutez-la de nouveau : un nouveau salon sera créé, sans les anciens messages."}},
    {"renamed",
     {},
     {u"Room renamed", u"The room no longer has the name that Moodle gave it; the link to the course still holds.",
      u"Nothing to repair. Tell the teacher the present name, or have the room renamed if people no longer find it."},
     {u"Salon renommé",
      u"Le salon ne porte plus le nom que Moodle lui avait donné ; le lien avec le cours tient toujours.",
      u"Rien à réparer. Indiquez le nom actuel à l’enseignant, ou faites renommer le salon si l’on ne s’y retrouve "
      u"plus."}},
    {"shared-room",
     {},
     {u"Shared room", u"Several activities lead to this room: the members expected in it are those of all of them.",
      u"Nothing to do if this is intended. Otherwise (a copied or restored course, usually), remove the activity in "
      u"one "
      u"of the courses and add it again: it gets a room of its own."},
     {u"Salon partagé",
      u"Plusieurs activités mènent à ce salon : les membres attendus sont ceux de toutes ces activités réunies.",
      u"Rien à faire si c’est voulu. Sinon (cours copié ou restauré, le plus souvent), supprimez l’activité dans l’un "
      u"des "
      u"cours et ajoutez-la de nouveau : elle aura son propre salon."}},
    {"encrypted",
     {},
     {u"Encrypted room",
      u"The room is end-to-end encrypted: people who are added cannot read it until a member present online hands them "
      u"the key.",
      u"Ask an owner of the room to go online after additions, or to switch the encryption of the room off."},
     {u"Salon chiffré",
      u"Le salon est chiffré de bout en bout : les personnes ajoutées n’y lisent rien tant qu’un membre connecté ne "
      u"leur "
      u"a pas transmis la clé.",
      u"Demandez à un propriétaire du salon de se connecter après les ajouts, ou de désactiver le chiffrement du "
      u"salon."}},
    {"two-masters",
     {},
     {u"Two masters",
      u"This profile decides by its own rules who belongs in the rooms while the Moodle plugin synchronises them too: "
      u"each may undo what the other does.",
      u"Choose one: set the profile’s policy source to “plugin”, or have the plugin’s synchronisation switched off in "
      u"Moodle."},
     {u"Double pilotage",
      u"Ce profil décide selon ses propres règles qui a sa place dans les salons alors que le plugin Moodle les "
      u"synchronise aussi : chacun peut défaire ce que fait l’autre.",
      u"Choisissez : réglez la source de la politique du profil sur « plugin », ou faites arrêter la synchronisation "
      u"du "
      u"plugin dans Moodle."}},
    {"hidden-open",
     {},
     {u"Hidden activity, open room",
      u"The activity is hidden in Moodle but its room is open: its members still see it in the chat, by the browser, "
      u"the "
      u"desktop and phone applications or the mail portal.",
      u"If the room should be closed, archive it in the chat; if not, show the activity in Moodle again."},
     {u"Activité masquée, salon ouvert",
      u"L’activité est masquée dans Moodle mais son salon est ouvert : ses membres le voient toujours dans le chat, "
      u"par "
      u"le navigateur, les applications de bureau et de téléphone ou le portail de messagerie.",
      u"Si le salon doit être fermé, archivez-le dans le chat ; sinon, affichez de nouveau l’activité dans Moodle."}},
    {"ownerless",
     {},
     {u"Room without owner", u"No active account owns this room: nobody can manage it from the chat.",
      u"Have a chat administrator name an owner, preferably the account that the Moodle plugin uses (right "
      u"set-owner)."},
     {u"Salon sans propriétaire",
      u"Aucun compte actif n’est propriétaire de ce salon : personne ne peut le gérer depuis le chat.",
      u"Faites désigner un propriétaire par un administrateur du chat, de préférence le compte qu’utilise le plugin "
      u"Moodle (droit set-owner)."}},
    {"deactivated-members",
     {},
     {u"Deactivated members",
      u"The room counts members whose chat account is deactivated: they are in its total but not in its list.",
      u"Nothing to repair: this explains the difference between the number shown by the chat and the list."},
     {u"Membres désactivés",
      u"Le salon compte des membres dont le compte de chat est désactivé : ils sont dans son total mais pas dans sa "
      u"liste.",
      u"Rien à réparer : cela explique la différence entre le nombre affiché par le chat et la liste."}},
};
static_assert(covers<FindingCode>(findingTable));

} // namespace

Entries findings()
{
    return findingTable;
}

} // namespace liaison::text
