#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry kindTable[] = {
    {"create-account",
     {},
     {u"Create account", u"The person has no chat account: one will be created.",
      u"Applying the plan creates the account; it cannot be deleted again from here."},
     {u"Créer le compte", u"La personne n’a pas de compte de chat : un compte sera créé.",
      u"L’application du plan crée le compte ; il ne pourra pas être supprimé d’ici."}},
    {"create-room",
     {},
     {u"Create room", u"The room of this activity does not exist: it will be created and linked to the activity.",
      u"Applying the plan creates the room and writes its identifier back into Moodle."},
     {u"Créer le salon", u"Le salon de cette activité n’existe pas : il sera créé et relié à l’activité.",
      u"L’application du plan crée le salon et inscrit son identifiant dans Moodle."}},
    {"unarchive",
     {},
     {u"Unarchive", u"The activity is visible but its room is archived: the room will be reopened.",
      u"Applying the plan reopens the room; one message is shown in it."},
     {u"Désarchiver", u"L’activité est visible mais son salon est archivé : le salon sera rouvert.",
      u"L’application du plan rouvre le salon ; un message y sera affiché."}},
    {"set-retention",
     {},
     {u"Set retention",
      u"The room does not keep its messages as long as the course asks for: the duration will be set.",
      u"Check the new duration before applying: messages older than it will be deleted by the chat server, for good."},
     {u"Régler la conservation",
      u"La durée de conservation des messages du salon n’est pas celle que demande le cours : elle sera corrigée.",
      u"Vérifiez la nouvelle durée avant d’appliquer : les messages plus anciens seront supprimés définitivement par "
      u"le serveur de chat."}},
    {"add",
     {},
     {u"Add", u"The person is enrolled in the course but is not in the room: they will be added.",
      u"Applying the plan adds the person, who is notified; one message is shown in the room."},
     {u"Ajouter", u"La personne est inscrite au cours mais absente du salon : elle y sera ajoutée.",
      u"L’application du plan ajoute la personne, qui en est notifiée ; un message est affiché dans le salon."}},
    {"promote",
     {},
     {u"Make moderator", u"The person’s role in the course makes them a moderator of the room, which they are not yet.",
      u"Applying the plan makes the person a moderator; one message is shown in the room."},
     {u"Nommer modérateur",
      u"Le rôle de la personne dans le cours fait d’elle un modérateur du salon, ce qu’elle n’est pas encore.",
      u"L’application du plan la nomme modérateur ; un message est affiché dans le salon."}},
    {"demote",
     {},
     {u"Withdraw moderator role",
      u"The person moderates the room although their role in the course does not provide for it.",
      u"Applying the plan makes the person an ordinary member again; one message is shown in the room."},
     {u"Retirer la modération", u"La personne modère le salon alors que son rôle dans le cours ne le prévoit pas.",
      u"L’application du plan en refait un simple membre ; un message est affiché dans le salon."}},
    {"remove",
     {},
     {u"Remove", u"The person is in the room but is no longer expected there: they will be removed.",
      u"Check the cause before applying: the person loses access to the room; one message is shown in it."},
     {u"Retirer", u"La personne est dans le salon mais n’y est plus attendue : elle en sera retirée.",
      u"Vérifiez la cause avant d’appliquer : la personne n’aura plus accès au salon ; un message y est affiché."}},
    {"archive",
     {},
     {u"Archive", u"The activity is hidden but its room is open: the room will be archived.",
      u"Applying the plan archives the room: nobody can write in it until it is reopened."},
     {u"Archiver", u"L’activité est masquée mais son salon est ouvert : le salon sera archivé.",
      u"L’application du plan archive le salon : plus personne ne peut y écrire tant qu’il n’est pas rouvert."}},
};
static_assert(covers<ChangeKind>(kindTable));

constexpr Entry classTable[] = {
    {"create",
     {},
     {u"Creations", u"Accounts and rooms that do not exist yet will be created.", u""},
     {u"Créations", u"Les comptes et les salons qui n’existent pas encore seront créés.", u""}},
    {"add",
     {},
     {u"Additions", u"Enrolled people who are missing from a room will be added to it.", u""},
     {u"Ajouts", u"Les inscrits absents d’un salon y seront ajoutés.", u""}},
    {"promote",
     {},
     {u"Promotions", u"Members whose role in the course provides for it will become moderators.", u""},
     {u"Promotions", u"Les membres dont le rôle dans le cours le prévoit deviendront modérateurs.", u""}},
    {"demote",
     {},
     {u"Demotions", u"Moderators whose role in the course no longer provides for it will become ordinary members.",
      u""},
     {u"Rétrogradations",
      u"Les modérateurs dont le rôle dans le cours ne le prévoit plus redeviendront simples membres.", u""}},
    {"remove",
     {},
     {u"Removals", u"People who are no longer expected in a room will be removed from it.", u""},
     {u"Retraits", u"Les personnes qui ne sont plus attendues dans un salon en seront retirées.", u""}},
    {"settings",
     {},
     {u"Room settings", u"Rooms will be archived or reopened, and the time they keep messages will be set.", u""},
     {u"Réglages des salons",
      u"Les salons seront archivés ou rouverts, et leur durée de conservation des messages sera réglée.", u""}},
};
static_assert(covers<ChangeClass>(classTable));

constexpr Entry reasonTable[] = {
    {"expected-absent",
     {},
     {u"Expected, absent", u"The course expects the person in the room, and they are not in it.", u""},
     {u"Attendu, absent", u"Le cours attend la personne dans le salon, et elle n’y est pas.", u""}},
    {"expected-moderator",
     {},
     {u"Expected as moderator", u"The role of the person in the course makes them a moderator, and they are not one.",
      u""},
     {u"Attendu comme modérateur",
      u"Le rôle de la personne dans le cours fait d’elle un modérateur, et elle ne l’est pas.", u""}},
    {"expected-member",
     {},
     {u"Expected as member", u"The role of the person in the course makes them a member, and they are a moderator.",
      u""},
     {u"Attendu comme membre", u"Le rôle de la personne dans le cours fait d’elle un membre, et elle est modératrice.",
      u""}},
    {"not-expected",
     {},
     {u"Not expected", u"The course does not expect the person in the room, and they are in it.", u""},
     {u"Non attendu", u"Le cours n’attend pas la personne dans le salon, et elle y est.", u""}},
    {"activity-hidden",
     {},
     {u"Activity hidden", u"The activity is hidden in the course, and its room is open.", u""},
     {u"Activité cachée", u"L’activité est cachée dans le cours, et son salon est ouvert.", u""}},
    {"activity-visible",
     {},
     {u"Activity visible", u"The activity is visible in the course, and its room is archived.", u""},
     {u"Activité visible", u"L’activité est visible dans le cours, et son salon est archivé.", u""}},
    {"retention-differs",
     {},
     {u"Retention differs", u"The room does not keep its messages for the time that the course asks for.", u""},
     {u"Conservation différente", u"Le salon ne conserve pas ses messages pendant la durée que demande le cours.",
      u""}},
    {"room-missing",
     {},
     {u"Room missing", u"The activity names a room that does not exist on the chat server.", u""},
     {u"Salon manquant", u"L’activité désigne un salon qui n’existe pas sur le serveur de chat.", u""}},
    {"account-missing",
     {},
     {u"Account missing", u"The person is expected in a room and has no chat account.", u""},
     {u"Compte manquant", u"La personne est attendue dans un salon et n’a pas de compte de chat.", u""}},
    {"undone",
     {},
     {u"Undo", u"Takes back what an earlier run did.", u""},
     {u"Annulation", u"Revient sur ce qu’une exécution précédente a fait.", u""}},
};
static_assert(covers<ChangeReason>(reasonTable));

} // namespace

Entries kinds()
{
    return kindTable;
}

Entries classes()
{
    return classTable;
}

Entries changeReasons()
{
    return reasonTable;
}

} // namespace liaison::text
