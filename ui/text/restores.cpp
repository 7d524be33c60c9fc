#include "ui/text/entry.h"

/// Course restores: states, causes, notes, and how the runner stands.
namespace liaison::text {
namespace {

constexpr Entry restoreTable[] = {
    {"scheduled",
     {},
     {u"Scheduled", u"The restore of this course waits for the next passage of the Moodle task.",
      u"Nothing to do; it can still be cancelled."},
     {u"Programmée", u"La restauration de ce cours attend le prochain passage de la tâche Moodle.",
      u"Rien à faire ; elle peut encore être annulée."}},
    {"in-progress",
     {},
     {u"In progress", u"The course is being restored.",
      u"Wait for the end: it is neither cancelled nor retried meanwhile."},
     {u"En cours", u"Le cours est en cours de restauration.",
      u"Attendez la fin : pendant ce temps, on ne peut ni l’annuler ni la relancer."}},
    {"performed",
     {},
     {u"Performed", u"The course has been restored.", u""},
     {u"Effectuée", u"Le cours a été restauré.", u""}},
    {"error",
     {},
     {u"Error", u"The restore ended with an error; Moodle does not keep the reason.",
      u"Look for the reason in the message sent to the requester or in the task log of Moodle, then retry."},
     {u"Erreur", u"La restauration s’est terminée par une erreur, dont Moodle ne conserve pas le motif.",
      u"Cherchez le motif dans le message envoyé au demandeur ou dans le journal des tâches de Moodle, puis "
      u"relancez."}},
    {"stuck",
     {},
     {u"Stuck",
      u"The restore is marked as in progress although the Moodle task is not running: it will not end by itself.",
      u"Deal with the cause at the source site, then retry while the task is idle."},
     {u"Bloquée",
      u"La restauration est indiquée en cours alors que la tâche Moodle ne tourne pas : elle ne se terminera pas "
      u"d’elle-même.",
      u"Traitez la cause sur le site source, puis relancez pendant que la tâche est au repos."}},
    {"blocking",
     {},
     {u"Blocking the queue",
      u"This restore is the first of the queue and fails at each passage: none after it is carried out.",
      u"Check that the source site answers; otherwise cancel this restore so that the others go on."},
     {u"Bloque la file",
      u"Cette restauration est en tête de file et échoue à chaque passage : aucune des suivantes n’est exécutée.",
      u"Vérifiez que le site source répond ; sinon, annulez cette restauration pour que les autres avancent."}},
    {"source-refused",
     {},
     {u"Refused by the source",
      u"The source site refused to hand the course over (owner, course unknown there, or token).",
      u"Check at the source site that the requester teaches this course, that it still exists and that the token is "
      u"valid."},
     {u"Refus du site source",
      u"Le site source a refusé de livrer le cours (propriétaire, cours inconnu sur ce site, ou jeton).",
      u"Vérifiez sur le site source que le demandeur enseigne dans ce cours, que celui-ci existe encore et que le "
      u"jeton "
      u"est valable."}},
    {"source-unreachable",
     {},
     {u"Source unreachable", u"The source site does not answer the Moodle task.",
      u"Check the source site’s address and that it is in service; the queue goes on once it answers. If it answers "
      u"here but "
      u"not to the Moodle server, have checked there: curlsecurityblockedhosts and curlsecurityallowedport (Site "
      u"administration > General > Security > HTTP security), and that its system knows the certificate: "
      u"update-ca-certificates --fresh."},
     {u"Site source injoignable", u"Le site source ne répond pas à la tâche Moodle.",
      u"Vérifiez l’adresse du site source et qu’il est en service ; la file reprendra dès qu’il répondra. S’il répond "
      u"ici mais "
      u"pas au serveur Moodle, faites vérifier sur celui-ci : curlsecurityblockedhosts et curlsecurityallowedport "
      u"(Administration du site > Général > Sécurité > Sécurité HTTP), et que son système connaît le certificat : "
      u"update-ca-certificates --fresh."}},
    // Notes: core/run/restorereview.h.
    {"queue-blocked",
     {},
     {u"Behind a blocked queue",
      u"Another restore blocks the queue of this site: this one will not be carried out, whatever time is planned.",
      u"Deal with the restore that blocks."},
     {u"Derrière une file bloquée",
      u"Une autre restauration bloque la file de ce site : celle-ci ne sera pas exécutée, quelle que soit l’heure "
      u"prévue.",
      u"Traitez la restauration qui bloque."}},
    {"source-not-configured",
     {},
     {u"Source not configured",
      u"The address of this source is not one of the source sites set in the restore block: the task cannot succeed.",
      u"Have the address corrected in the block’s setting external_moodles, letter for letter, or cancel the restore."},
     {u"Source non configurée",
      u"L’adresse de cette source ne figure pas parmi les sites sources réglés dans le bloc de restauration : la tâche "
      u"ne peut pas aboutir.",
      u"Faites corriger l’adresse dans le réglage external_moodles du bloc, à la lettre près, ou annulez la "
      u"restauration."}},
    {"version-differs",
     {},
     {u"Another Moodle version",
      u"The source site is not of the same Moodle version: a backup of a newer one may be refused here.",
      u"Bring both sites to the same version, or expect errors with this source."},
     {u"Autre version de Moodle",
      u"Le site source n’a pas la même version de Moodle : une sauvegarde d’une version plus récente peut être refusée "
      u"ici.",
      u"Amenez les deux sites à la même version, ou attendez-vous à des erreurs avec cette source."}},
    {"block-absent",
     {},
     {u"No block at the source", u"The source site does not have the restore block, which has to hand the course over.",
      u"Have block_my_external_backup_restore_courses installed on the source site too."},
     {u"Pas de bloc à la source", u"Le site source n’a pas le bloc de restauration, qui doit y livrer le cours.",
      u"Faites installer block_my_external_backup_restore_courses sur le site source aussi."}},
    {"block-differs",
     {},
     {u"Another release of the block", u"The restore block has not the same release on the source site.",
      u"Have the same release of the block installed on both sites."},
     {u"Autre version du bloc", u"Le bloc de restauration n’a pas la même version sur le site source.",
      u"Faites installer la même version du bloc sur les deux sites."}},
    {"category-deleted",
     {},
     {u"Category gone", u"The target category does not exist any more: the block takes its default category instead.",
      u"Before the restore, give it another category in Moodle; afterwards, move the course. If the default category "
      u"is "
      u"gone too, every restore fails: have the block’s setting defaultcategory checked."},
     {u"Catégorie disparue", u"La catégorie cible n’existe plus : le bloc prend sa catégorie par défaut à la place.",
      u"Avant la restauration, donnez-lui une autre catégorie dans Moodle ; après, déplacez le cours. Si la catégorie "
      u"par défaut a disparu aussi, toute restauration échoue : faites vérifier le réglage defaultcategory du bloc."}},
    {"category-one",
     {},
     {u"Category 1 by mistake?",
      u"The target is category 1, which is also what the administrators’ form of the block stores for its tick box "
      u"“keep the original category”.",
      u"If another category was meant, change it in Moodle before the restore."},
     {u"Catégorie 1 par erreur ?",
      u"La cible est la catégorie 1, qui est aussi ce que le formulaire d’administration du bloc enregistre pour sa "
      u"case « conserver la catégorie d’origine ».",
      u"Si une autre catégorie était voulue, changez-la dans Moodle avant la restauration."}},
    {"no-category",
     {},
     {u"No category to restore into", u"The site names no category that a course could be restored into.",
      u"Have a category created and set as defaultcategory of the block: without one every restore fails."},
     {u"Aucune catégorie de destination", u"Le site n’a aucune catégorie où restaurer un cours.",
      u"Faites créer une catégorie et réglez-la comme defaultcategory du bloc : sans elle, toute restauration "
      u"échoue."}},
    {"one-instance",
     {},
     {u"Restored twice",
      u"This course has been restored more than once although the block is set to one restored course per source "
      u"course.",
      u"Decide with the teachers which of the courses stays, and move the people of the others there."},
     {u"Restauré deux fois",
      u"Ce cours a été restauré plus d’une fois alors que le bloc est réglé sur un seul cours restauré par cours "
      u"source.",
      u"Décidez avec les enseignants quel cours reste, et amenez-y les personnes des autres."}},
    {"restored-again",
     {},
     {u"Restored more than once",
      u"This course has been restored more than once, which the block allows: each time made a course and rooms of its "
      u"own.",
      u"Tell the students which of the courses counts."},
     {u"Restauré plusieurs fois",
      u"Ce cours a été restauré plus d’une fois, ce que le bloc permet : chaque fois ont été créés un cours et ses "
      u"propres "
      u"salons.",
      u"Indiquez aux étudiants quel cours est le bon."}},
    {"course-deleted",
     {},
     {u"New course gone", u"The course that this restore made has been deleted since.",
      u"Ask the requester; if the course is needed, request the restore again."},
     {u"Nouveau cours disparu", u"Le cours issu de cette restauration a été supprimé depuis.",
      u"Interrogez le demandeur ; si le cours est nécessaire, demandez de nouveau la restauration."}},
    {"requester-not-enrolled",
     {},
     {u"Requester not enrolled",
      u"The person who asked for this restore is not enrolled in the new course, and so not in its room.",
      u"Enrol the person in Moodle. If this happens every time, have autoenrol_requester and enrolrole of the block "
      u"checked."},
     {u"Demandeur non inscrit",
      u"La personne qui a demandé cette restauration n’est pas inscrite au nouveau cours, ni donc dans son salon.",
      u"Inscrivez-la dans Moodle. Si cela se produit chaque fois, faites vérifier les réglages autoenrol_requester et "
      u"enrolrole du bloc."}},
    {"requester-not-moderator",
     {},
     {u"Requester’s role does not moderate",
      u"The requester is enrolled in the new course, but by a role that does not make them a moderator of its room.",
      u"Have enrolrole of the block set to a role that moderates, or add that role to the moderators of the activity."},
     {u"Rôle du demandeur sans modération",
      u"Le demandeur est inscrit au nouveau cours, mais avec un rôle qui n’en fait pas un modérateur de son salon.",
      u"Faites régler enrolrole, dans le bloc, sur un rôle qui modère, ou ajoutez ce rôle aux modérateurs de "
      u"l’activité."}},
    {"requester-not-in-room",
     {},
     {u"Requester does not moderate the room",
      u"The requester should be a moderator of the new course’s room and is not: an ordinary difference.",
      u"Open the course: its differences say why, and the plan repairs it."},
     {u"Demandeur non modérateur du salon",
      u"Le demandeur devrait être modérateur du salon du nouveau cours et ne l’est pas : c’est un écart ordinaire.",
      u"Ouvrez le cours : ses écarts disent pourquoi, et le plan le répare."}},
    {"new-room",
     {},
     {u"A new room, and that is right",
      u"A restored chat activity gets a new room, in which there is at first only who asked for the restore, while the "
      u"room of the old course stays with the old course: this is no difference.",
      u"People come into the room as they are enrolled in the new course; what was written in the old room stays "
      u"there."},
     {u"Un nouveau salon, et c’est normal",
      u"Une activité de chat restaurée reçoit un nouveau salon, où ne se trouve d’abord que la personne qui a demandé "
      u"la restauration, et le salon de l’ancien cours reste à l’ancien cours : ce n’est pas un écart.",
      u"Les personnes entrent dans le salon au fil de leur inscription au nouveau cours ; ce qui a été écrit dans "
      u"l’ancien salon y reste."}},
    {"user-data",
     {},
     {u"With people’s data",
      u"This restore copies the data of the people of the old course: names, work handed in, marks, messages of "
      u"forums.",
      u"Make sure that the purpose is worth it: for a new year courses are restored without user data."},
     {u"Avec les données des personnes",
      u"Cette restauration copie les données des personnes de l’ancien cours : noms, devoirs remis, notes, messages "
      u"des "
      u"forums.",
      u"Assurez-vous que le besoin le justifie : pour une rentrée, les cours se restaurent sans données "
      u"utilisateurs."}},
    {"manual-enrolments",
     {},
     {u"People enrolled by hand",
      u"The people of the old course are restored as manual enrolments: no enrolment method will take them out again, "
      u"and "
      u"the chat plugin’s background settings for the former method do not apply to them.",
      u"Look over the enrolments of the new course after the restore."},
     {u"Personnes inscrites manuellement",
      u"Les personnes de l’ancien cours sont restaurées comme inscrites manuellement : aucune méthode d’inscription ne "
      u"les "
      u"retirera, et les réglages d’arrière-plan du plugin de chat pour l’ancienne méthode ne les concernent pas.",
      u"Vérifiez les inscriptions du nouveau cours après la restauration."}},
    // The runner.
    {"runner-idle",
     {},
     {u"Task idle", u"The Moodle task of the restores waits for its next passage.", u""},
     {u"Tâche au repos", u"La tâche Moodle des restaurations attend son prochain passage.", u""}},
    {"runner-running",
     {},
     {u"Task running", u"The Moodle task of the restores is running.",
      u"Restores are neither cancelled nor retried meanwhile."},
     {u"Tâche en cours", u"La tâche Moodle des restaurations est en cours d’exécution.",
      u"Pendant ce temps, on n’annule ni ne relance aucune restauration."}},
    {"runner-failing",
     {},
     {u"Task failing",
      u"The last passages of the Moodle task of the restores failed: Moodle waits longer each time before the next "
      u"one.",
      u"Deal with the restore that blocks or is stuck; the output of the task in Moodle (Server > Tasks > Task logs) "
      u"says "
      u"more."},
     {u"Tâche en échec",
      u"Les derniers passages de la tâche Moodle des restaurations ont échoué : Moodle attend de plus en plus "
      u"longtemps "
      u"avant le suivant.",
      u"Traitez la restauration bloquante ou bloquée ; la sortie de la tâche dans Moodle (Serveur > Tâches > Journaux "
      u"des "
      u"tâches) en dit plus."}},
    {"runner-disabled",
     {},
     {u"Task switched off",
      u"The Moodle task of the restores is switched off and has not run for two days: nothing is restored.",
      u"If that is not intended, have it enabled in Moodle (Server > Tasks > Scheduled tasks)."},
     {u"Tâche désactivée",
      u"La tâche Moodle des restaurations est désactivée et n’a pas tourné depuis deux jours : rien n’est restauré.",
      u"Si ce n’est pas voulu, faites-la activer dans Moodle (Serveur > Tâches > Tâches programmées)."}},
    {"runner-elsewhere",
     {},
     {u"Task started from elsewhere",
      u"The Moodle task of the restores is switched off in Moodle’s list, yet it ran within the last two days: a "
      u"crontab "
      u"of its own starts it, as the block’s documentation describes.",
      u"Nothing to do. When it comes next only that crontab knows."},
     {u"Tâche lancée d’ailleurs",
      u"La tâche Moodle des restaurations est désactivée dans la liste de Moodle, mais elle a tourné ces deux derniers "
      u"jours : un crontab à elle la lance, comme le décrit la documentation du bloc.",
      u"Rien à faire. Seul ce crontab connaît le prochain passage."}},
    {"runner-not-known",
     {},
     {u"Task not known", u"The companion does not say how the Moodle task of the restores stands.",
      u"Update the companion plugin local_liaison."},
     {u"Tâche inconnue", u"Le plugin compagnon ne dit pas où en est la tâche Moodle des restaurations.",
      u"Mettez à jour le plugin compagnon local_liaison."}},
};

} // namespace

Entries restores()
{
    return restoreTable;
}

} // namespace liaison::text
