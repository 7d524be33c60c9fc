#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Values and files given by a person, and what is kept on this machine.
constexpr Entry inputTable[] = {
    {"missing-setting",
     {Arg::Setting},
     {u"Setting missing", u"A setting is missing: %1.",
      u"Set this variable (%1) in the environment, or the same name followed by _FILE with the path of a file that "
      u"holds the value; or choose a profile."},
     {u"Réglage manquant", u"Il manque un réglage : %1.",
      u"Définissez cette variable (%1) dans l’environnement, ou le même nom suivi de _FILE avec le chemin d’un fichier "
      u"qui contient la valeur ; ou choisissez un profil."}},
    {"bad-config",
     {Arg::Place},
     {u"Configuration not valid", u"The configuration has a value that is not valid: %1.",
      u"Correct the value at that place; docs/schemas/config.json describes the format."},
     {u"Configuration non valable", u"La configuration contient une valeur non valable : %1.",
      u"Corrigez la valeur à cet endroit ; docs/schemas/config.json décrit le format."}},
    {"unknown-config-key",
     {Arg::Key},
     {u"Unknown key", u"The configuration has a key that does not exist: %1.",
      u"Correct its spelling or remove it; docs/schemas/config.json lists all keys."},
     {u"Clé inconnue", u"La configuration contient une clé qui n’existe pas : %1.",
      u"Corrigez son orthographe ou supprimez-la ; docs/schemas/config.json donne toutes les clés."}},
    {"bad-world",
     {Arg::Place},
     {u"World not valid", u"The sandbox world has a key or a value that is not valid: %1.",
      u"Correct it at that place; docs/sandbox.md and docs/schemas/world.json describe the format."},
     {u"Monde non valable", u"Le monde du bac à sable contient une clé ou une valeur non valable : %1.",
      u"Corrigez-la à cet endroit ; docs/sandbox.md et docs/schemas/world.json décrivent le format."}},
    {"course-not-found",
     {Arg::Name},
     {u"Course not found", u"No course corresponds to this: %1.",
      u"Give the exact short name, the number of the course (or site:number), the name of its room, or paste the error "
      u"sentence shown to the person."},
     {u"Cours introuvable", u"Aucun cours ne correspond à ceci : %1.",
      u"Indiquez le nom abrégé exact, le numéro du cours (ou site:numéro), le nom de son salon, ou collez la phrase "
      u"d’erreur vue par la personne."}},
    {"several-courses",
     {Arg::Name},
     {u"Several courses", u"Several courses correspond to this: %1.",
      u"Choose from the list shown, by the number of the course."},
     {u"Plusieurs cours", u"Plusieurs cours correspondent à ceci : %1.",
      u"Choisissez dans la liste affichée, par le numéro du cours."}},
    {"person-not-found",
     {Arg::Name},
     {u"Person not found", u"Nobody corresponds to this: %1.",
      u"Give the login, the e-mail address, the number in Moodle, or the full name as Moodle writes it."},
     {u"Personne introuvable", u"Personne ne correspond à ceci : %1.",
      u"Indiquez l’identifiant, l’adresse électronique, le numéro dans Moodle ou le nom complet tel que l’écrit "
      u"Moodle."}},
    {"several-people",
     {Arg::Name},
     {u"Several people", u"Several people correspond to this: %1.", u"Choose from the list shown, by the login."},
     {u"Plusieurs personnes", u"Plusieurs personnes correspondent à ceci : %1.",
      u"Choisissez dans la liste affichée, par l’identifiant de la personne."}},
    {"bad-arguments",
     {Arg::Name},
     {u"Command not understood", u"The command line is not understood at this point: %1.",
      u"Run the command with --help: it lists the arguments and options."},
     {u"Commande non comprise", u"La ligne de commande n’est pas comprise à cet endroit : %1.",
      u"Lancez la commande avec --help : elle donne la liste des arguments et des options."}},
    {"bad-input",
     {},
     {u"Value not usable",
      u"A value cannot be sent to the chat server: it is empty or holds characters that are not allowed.",
      u"Check the chat login and the token: paste them again, without line breaks."},
     {u"Valeur inutilisable",
      u"Une valeur ne peut pas être envoyée au serveur de chat : elle est vide ou contient des "
      u"caractères interdits.",
      u"Vérifiez l’identifiant de chat et le jeton : collez-les à nouveau, sans retour à la ligne."}},
    {"store-newer",
     {},
     {u"Store of a newer version", u"The local store was written by a newer version of Liaison, so it is left alone.",
      u"Update Liaison, or choose another directory (LIAISON_STORE)."},
     {u"Données d’une version plus récente",
      u"Les données locales ont été écrites par une version plus récente de Liaison : elles sont laissées intactes.",
      u"Mettez Liaison à jour, ou choisissez un autre répertoire (LIAISON_STORE)."}},
    {"store-failed",
     {Arg::Code},
     {u"Store failed", u"The local store could not be read or written: %1.",
      u"Check the rights and the free space of its directory (LIAISON_STORE). As long as it fails, nothing is "
      u"applied."},
     {u"Données locales en échec", u"Les données locales n’ont pas pu être lues ou écrites : %1.",
      u"Vérifiez les droits et l’espace libre de leur répertoire (LIAISON_STORE). Tant que cela échoue, rien n’est "
      u"appliqué."}},
    {"store-locked",
     {},
     {u"Store in use", u"Another run of Liaison is writing in the same store.",
      u"Wait for it to end, or close the other console."},
     {u"Données locales occupées", u"Une autre exécution de Liaison écrit dans les mêmes données.",
      u"Attendez qu’elle se termine, ou fermez l’autre console."}},
    {"disk-full",
     {},
     {u"Disk full", u"There is no room left on the disk: nothing is applied without a journal.",
      u"Free some space, then start again."},
     {u"Disque plein", u"Il n’y a plus de place sur le disque : rien n’est appliqué sans journal.",
      u"Libérez de l’espace, puis recommencez."}},
    {"file-not-found",
     {Arg::File},
     {u"File not found", u"This file does not exist: %1.", u"Check the path."},
     {u"Fichier introuvable", u"Ce fichier n’existe pas : %1.", u"Vérifiez le chemin."}},
    {"file-not-readable",
     {Arg::File},
     {u"File not readable", u"This file cannot be read: %1.", u"Check that it is a file and that you may read it."},
     {u"Fichier illisible", u"Ce fichier ne peut pas être lu : %1.",
      u"Vérifiez que c’est bien un fichier et que vous avez le droit de le lire."}},
    {"file-not-writable",
     {Arg::File},
     {u"File not writable", u"This file cannot be written: %1.",
      u"Check the directory, its rights and the free space, or choose another place."},
     {u"Écriture impossible", u"Ce fichier ne peut pas être écrit : %1.",
      u"Vérifiez le répertoire, ses droits et l’espace libre, ou choisissez un autre endroit."}},
    {"links-column",
     {Arg::Column},
     {u"Column missing", u"Line 1 of the file of links has no column of this name: %1, so nothing was imported.",
      u"Make the file again with the SELECT that links import --help prints; its first line names the columns."},
     {u"Colonne absente",
      u"La ligne 1 du fichier de liens n’a pas de colonne de ce nom : %1, rien n’a donc été importé.",
      u"Refaites le fichier avec la requête SELECT qu’affiche links import --help ; sa première ligne nomme les "
      u"colonnes."}},
    {"links-value",
     {Arg::Line, Arg::Column},
     {u"Value of a link not usable",
      u"The file of links has a value that cannot be used (line: %1, column: %2), so nothing was imported.",
      u"cmid and courseid are whole numbers above 0, room the identifier of a room or empty, role lists identifiers "
      u"such as 3,4 in quotes, switches 0 or 1, maxage days; the file is UTF-8. Correct that line, or make the file "
      u"again "
      u"(links import --help)."},
     {u"Valeur d’un lien inutilisable",
      u"Le fichier de liens contient une valeur inutilisable (ligne : %1, colonne : %2), rien n’a donc été importé.",
      u"cmid et courseid sont des nombres entiers supérieurs à 0, room l’identifiant d’un salon ou rien, les listes de "
      u"rôles des identifiants comme 3,4 entre guillemets droits, les options 0 ou 1, maxage des jours ; le fichier "
      u"est en UTF-8. "
      u"Corrigez cette ligne ou refaites le fichier (links import --help)."}},
    {"links-twice",
     {Arg::Line, Arg::Name},
     {u"Activity given twice",
      u"The file of links names an activity a second time (line: %1, column cmid: %2), so nothing was imported.",
      u"Each activity has one room. Make the file again with the SELECT that links import --help prints, from one site "
      u"only."},
     {u"Activité en double",
      u"Le fichier de liens nomme une activité une seconde fois (ligne : %1, colonne cmid : %2), rien n’a donc été "
      u"importé.",
      u"Chaque activité a un seul salon. Refaites le fichier avec la requête SELECT qu’affiche links import --help, "
      u"pour un seul site."}},
    {"links-none",
     {},
     {u"No link in the file", u"The file of links holds its columns but no row, so nothing was imported.",
      u"Run the SELECT on the database of the right Moodle, with the prefix of its tables (links import --help)."},
     {u"Aucun lien dans le fichier",
      u"Le fichier de liens contient ses colonnes mais aucune ligne, rien n’a donc été importé.",
      u"Exécutez la requête SELECT sur la base du bon Moodle, avec le préfixe de ses tables (links import --help)."}},
    {"internal",
     {},
     {u"Internal error", u"Liaison met an error of its own and stopped what it was doing.",
      u"Report what you were doing, with the technical detail. Before applying again, look at the last run in the "
      u"journal."},
     {u"Erreur interne", u"Liaison a rencontré une erreur qui lui est propre et a interrompu son travail.",
      u"Signalez ce que vous faisiez, avec le détail technique. Avant d’appliquer de nouveau, consultez la dernière "
      u"exécution dans le journal."}},
};

constexpr Entry planTable[] = {
    {"bad-plan",
     {Arg::Place},
     {u"Not a plan", u"This file is not a plan of Liaison, or is damaged: %1.",
      u"Make it again with plan -o FILE, and hand it over unchanged."},
     {u"Pas un plan", u"Ce fichier n’est pas un plan de Liaison, ou il est endommagé : %1.",
      u"Refaites-le avec plan -o FICHIER, et transmettez-le sans le modifier."}},
    {"plan-digest",
     {},
     {u"Plan edited", u"The plan was edited after it was made: its digest no longer fits, so nothing was sent.",
      u"Make the plan again. To apply a part of it, choose the steps with --only instead of editing the file."},
     {u"Plan modifié",
      u"Le plan a été modifié après son établissement : son empreinte ne correspond plus et rien n’a été envoyé.",
      u"Refaites le plan. Pour n’en appliquer qu’une partie, choisissez les étapes avec --only au lieu de modifier le "
      u"fichier."}},
    {"plan-servers",
     {},
     {u"Plan for other servers",
      u"The plan was made for other servers than those of this profile, so nothing was sent.",
      u"Choose the profile it was made with, or make the plan again with this one."},
     {u"Plan d’autres serveurs",
      u"Le plan a été établi pour d’autres serveurs que ceux de ce profil ; rien n’a été envoyé.",
      u"Choisissez le profil avec lequel il a été établi, ou refaites le plan avec celui-ci."}},
    {"plan-version",
     {},
     {u"Plan of another version", u"The plan is in a format that this version of Liaison does not read.",
      u"Make the plan again with this version, or update Liaison."},
     {u"Plan d’une autre version", u"Le plan est dans un format que cette version de Liaison ne lit pas.",
      u"Refaites le plan avec cette version, ou mettez Liaison à jour."}},
    {"unknown-entry",
     {Arg::Name},
     {u"No such entry", u"The plan has no entry with this identifier that can be chosen here, so nothing was sent: %1.",
      u"Copy the identifier from the plan: a step for --only, a withheld entry for --release."},
     {u"Entrée inexistante",
      u"Le plan n’a pas d’entrée portant cet identifiant que l’on puisse choisir ici, et rien n’a été envoyé : %1.",
      u"Recopiez l’identifiant depuis le plan : une étape pour --only, une entrée retenue pour --release."}},
    {"too-many-removals",
     {Arg::Count, Arg::Limit},
     {u"More removals than confirmed",
      u"The removals and demotions are more than the number confirmed (planned: %1; confirmed: %2), so nothing was "
      u"sent.",
      u"Look at the plan again. If all are right, confirm their exact number with --confirm-removals."},
     {u"Plus de retraits que confirmé",
      u"Les retraits et rétrogradations dépassent le nombre confirmé (prévus : %1 ; confirmés : %2) ; rien n’a été "
      u"envoyé.",
      u"Relisez le plan. Si tous sont justifiés, confirmez leur nombre exact avec --confirm-removals."}},
    {"confirmation-needed",
     {Arg::Count},
     {u"Confirmation needed",
      u"On a production profile, nothing is sent before the number of removals and demotions has been confirmed: %1.",
      u"Read the plan, then apply it again with --confirm-removals and that number."},
     {u"Confirmation nécessaire",
      u"Sur un profil de production, rien n’est envoyé tant que le nombre de retraits et de rétrogradations n’a pas "
      u"été confirmé : %1.",
      u"Lisez le plan, puis appliquez-le de nouveau avec --confirm-removals et ce nombre."}},
    {"read-only",
     {},
     {u"Read-only", u"This profile or this run is read-only: nothing can be applied.",
      u"Hand the plan to somebody whose profile may write, or leave --read-only out."},
     {u"Lecture seule", u"Ce profil ou ce lancement est en lecture seule : rien ne peut être appliqué.",
      u"Transmettez le plan à une personne dont le profil peut écrire, ou omettez --read-only."}},
    {"run-not-found",
     {Arg::Name},
     {u"Run not found", u"The journal has no such run: %1.", u"List the runs with the command runs."},
     {u"Exécution introuvable", u"Le journal ne contient pas cette exécution : %1.",
      u"Affichez la liste avec la commande runs."}},
};

} // namespace

Entries inputErrors()
{
    return inputTable;
}

Entries planErrors()
{
    return planTable;
}

} // namespace liaison::text
