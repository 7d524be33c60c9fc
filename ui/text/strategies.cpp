#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry strategyTable[] = {
    {"companion",
     {},
     {u"Companion plugin", u"Enrolments are read through the companion plugin, with every role and state.", u""},
     {u"Plugin compagnon", u"Les inscriptions sont lues par le plugin compagnon, avec tous les rôles et états.", u""}},
    {"report",
     {},
     {u"Custom report",
      u"Enrolments are read from a custom report of Moodle on course participants, for the whole site at once.",
      u"For every fact at once, install the companion plugin in Moodle."},
     {u"Rapport personnalisé",
      u"Les inscriptions sont lues dans un rapport personnalisé de Moodle sur les participants, pour tout le site.",
      u"Pour tout savoir d’un coup, installez le plugin compagnon dans Moodle."}},
    {"several-courses",
     {},
     {u"Several courses a call", u"Enrolments are read for several courses at a time.",
      u"For roles of categories and faster reading, install the companion plugin in Moodle."},
     {u"Plusieurs cours par appel", u"Les inscriptions sont lues pour plusieurs cours à la fois.",
      u"Pour les rôles des catégories et une lecture plus rapide, installez le plugin compagnon dans Moodle."}},
    {"per-course",
     {},
     {u"Course by course", u"Enrolments are read one course at a time.",
      u"For roles of categories and faster reading, install the companion plugin in Moodle."},
     {u"Cours par cours", u"Les inscriptions sont lues un cours après l’autre.",
      u"Pour les rôles des catégories et une lecture plus rapide, installez le plugin compagnon dans Moodle."}},
    {"members-by-role",
     {},
     {u"One list with roles", u"Members of rooms are read together with their roles, in one list.", u""},
     {u"Une liste avec les rôles", u"Les membres des salons sont lus avec leurs rôles, en une seule liste.", u""}},
    {"members-and-roles",
     {},
     {u"Two lists", u"Members of rooms and their roles are read in two lists.",
      u"Rocket.Chat 7.3 and later give both in one list."},
     {u"Deux listes", u"Les membres des salons et leurs rôles sont lus en deux listes.",
      u"Rocket.Chat donne les deux en une seule liste à partir de la version 7.3."}},
};

constexpr Entry unseenTable[] = {
    {"inherited-roles",
     {},
     {u"Roles of categories",
      u"Roles given in a category or for the whole site are not seen: whoever has none in the course is left as is.",
      u"Install the companion plugin, or make a custom report “Roles” with the columns context, path, role, username "
      u"and user for the account."},
     {u"Rôles des catégories",
      u"Les rôles donnés dans une catégorie ou pour tout le site ne sont pas vus : qui n’en a aucun dans le cours "
      u"reste "
      u"tel quel.",
      u"Installez le plugin compagnon, ou créez pour le compte un rapport personnalisé « Rôles » avec les colonnes "
      u"context, path, role, username et user."}},
    {"uncounted-lists",
     {},
     {u"Whether lists are whole",
      u"Nothing tells how many people a course should list, so nobody is removed or demoted.",
      u"Add core_enrol_get_users_courses to the service of the account."},
     {u"Listes complètes ou non",
      u"Rien ne dit combien de personnes un cours devrait lister : personne n’est donc retiré ni rétrogradé.",
      u"Ajoutez core_enrol_get_users_courses au service du compte."}},
    {"inactive-people",
     {},
     {u"Inactive enrolments",
      u"The report may list active enrolments only: whoever is not in it may still be enrolled.",
      u"Remove the condition on the enrolment status from the report, or add core_enrol_get_enrolled_users and "
      u"core_enrol_get_users_courses to the service of the account."},
     {u"Inscriptions inactives",
      u"Le rapport ne liste peut-être que les inscriptions actives : qui n’y est pas peut être inscrit quand même.",
      u"Retirez du rapport la condition sur le statut d’inscription, ou ajoutez core_enrol_get_enrolled_users et "
      u"core_enrol_get_users_courses au service du compte."}},
    {"suspended-accounts",
     {},
     {u"Suspended accounts", u"Whether a Moodle account is suspended cannot be read.",
      u"Add core_user_get_users_by_field to the service of the account."},
     {u"Comptes suspendus", u"On ne peut pas lire si un compte Moodle est suspendu.",
      u"Ajoutez core_user_get_users_by_field au service du compte."}},
    {"empty-courses",
     {},
     {u"Empty courses", u"A course without anybody cannot be told from one whose people are hidden from the account.",
      u"Install the companion plugin to read empty courses."},
     {u"Cours vides",
      u"Un cours sans personne ne se distingue pas d’un cours dont les personnes sont cachées au compte.",
      u"Installez le plugin compagnon pour lire les cours vides."}},
    {"deactivated-accounts",
     {},
     {u"Deactivated accounts", u"Deactivated chat accounts are not listed among the members of a room.", u""},
     {u"Comptes désactivés", u"Les comptes désactivés du chat ne figurent pas parmi les membres d’un salon.", u""}},
    {"archived-members",
     {},
     {u"Members of archived rooms", u"The members of an archived room cannot be read.",
      u"Rocket.Chat 7.3 and later show them."},
     {u"Membres des salons archivés", u"Les membres d’un salon archivé ne sont pas lisibles.",
      u"Rocket.Chat les montre à partir de la version 7.3."}},
};

} // namespace

Entries strategies()
{
    return strategyTable;
}

Entries unseen()
{
    return unseenTable;
}

} // namespace liaison::text
