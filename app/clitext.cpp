#include "app/clitext.h"

#include <array>

namespace liaison::app {
namespace {

struct Entry
{
    Say what;
    const char *english;
    const char *french;
};

constexpr std::array entries{
    Entry{
        Say::Usage,
        "Usage: liaisonctl [--profile NAME | --config FILE | --demo[=CAMPUS]] [--lang en|fr] [--json]\n"
        "                  [--read-only] [--request-log FILE] COMMAND\n"
        "\n"
        "  courses [--state STATE] [--filter TEXT] [--several]\n"
        "                                            the links between courses and rooms; --several: courses with two\n"
        "                                            rooms or more, and which one to go on with\n"
        "  show COURSE                               one course in full, person by person\n"
        "  why PERSON COURSE [--ticket]              why somebody is or is not in the room, step by step;\n"
        "                                            --ticket: text to paste, in French and English\n"
        "  person PERSON                             all rooms of a person\n"
        "  plan [COURSE...] [--all] [--classes LIST] [-o FILE]\n"
        "                                            what would be changed; -o saves it for apply\n"
        "                                            classes: create,add,promote,demote,remove,settings\n"
        "  apply FILE [--confirm-removals N] [--release ID...] [--only STEP...]\n"
        "                                            carries out a saved plan\n"
        "  links [confirm LINK...|--all [--yes]]     where each link is known from; confirm guesses (LINK = "
        "site:cmid)\n"
        "  links import FILE.csv [--site ID] [--date DATE]\n"
        "                                            links from Moodle's database; --help prints the SELECT\n"
        "  doctor [--sheet] [--bundle FILE.json]     each server step by step; --sheet: the grants to ask for;\n"
        "                                            --bundle: a file for support, without secrets and names\n"
        "  rooms [--orphan] [--renamed] [--duplicate] [--ownerless] [--idle DAYS]\n"
        "                                            the private rooms; those outside courses are only counted\n"
        "  roles [COURSE]                            which course roles become moderators and members\n"
        "  retention [--measure] [--evidence FILE.html|FILE.csv]\n"
        "                                            how long messages are kept: wanted, stored, in effect;\n"
        "                                            --measure: the date of the oldest message (no text is read)\n"
        "                                            --evidence: a report for the data-protection officer\n"
        "  restores [list] [--check] [--format csv|json]\n"
        "                                            course restores, stuck and blocking ones first;\n"
        "                                            --check: is who asked enrolled, and moderator of the new room?\n"
        "  publish FILE [--key-file KEY]             the whole campus as an encrypted snapshot, for support staff\n"
        "                                            without tokens (profile add NAME --snapshot FILE)\n"
        "  runs                                      what was applied, newest first\n"
        "  resume RUN                                carries out the rest of a run that was interrupted or stopped\n"
        "  undo RUN [-o FILE]                        a plan that takes a run back: apply it like any other\n"
        "  journal [--run RUN] [--format csv|json]   the steps of the runs; journal verify: is it as it was written?\n"
        "  journal --room COURSE, --person PERSON    the history of one room or one person, over all runs\n"
        "  profile list | show NAME | remove NAME | export NAME [-o FILE] | import FILE [--as NAME] [--replace] "
        "[--yes]\n"
        "  profile add NAME --moodle [SITE=]URL... --chat URL --user LOGIN [--ca FILE] [--proxy URL] [--production]\n"
        "          [--categories LIST] [--courses LIST] [--expression E]\n"
        "                                            servers by name; a profile holds no secret\n"
        "  profile add NAME --snapshot FILE          a published snapshot instead of servers\n"
        "  profile token set|test|forget NAME [SITE...] [chat] [snapshot] [--store keychain|file]\n"
        "                                            tokens, read from standard input or asked for without echo\n"
        "  purge [--keep-journal] [--yes]            erases what was recorded on this computer\n"
        "  sandbox [--port P] [--chat-port P] [--scenario NAME] [--fresh] [--no-limiter] [--no-2fa]\n"
        "          [--scale SCALE] [--seed S] [--world FILE] [--chat-version V] [--no-companion]\n"
        "          [--without FUNCTION]... [--latency MS] [--fault JSON]...\n"
        "                                            a campus to try things on, until it is stopped\n"
        "\n"
        "CAMPUS is small, campus, NxM or a scenario: role-lost, bin-restored, course-reset, impostor-room,\n"
        "beyond-page-50, stuck-restores; each keeps its own store.\n"
        "COURSE is a short name, an id (or site:id), a room name or id, a chat address, or a pasted error message.\n"
        "PERSON is an id (or site:id), a login, an e-mail address or a full name.\n"
        "Without --profile and --config, the servers come from LIAISON_MOODLE_URL, LIAISON_MOODLE_TOKEN, "
        "LIAISON_CHAT_URL,\n"
        "LIAISON_CHAT_USER and LIAISON_CHAT_TOKEN (each also as NAME_FILE).\n"
        "--request-log writes the requests of the command (JSON where the name ends in .json, else CSV): no values, "
        "no bodies.\n"
        "Exit codes: 0 in step or done, 1 error, 2 differences, 3 some of them withheld, 4 partly done, 5 something "
        "unknown.\n",
        "Usage : liaisonctl [--profile NOM | --config FICHIER | --demo[=CAMPUS]] [--lang en|fr] [--json]\n"
        "                   [--read-only] [--request-log FICHIER] COMMANDE\n"
        "\n"
        "  courses [--state ÉTAT] [--filter TEXTE] [--several]\n"
        "                                            les liens entre cours et salons ; --several : les cours qui ont "
        "deux\n"
        "                                            salons ou plus, et lequel garder\n"
        "  show COURS                                un cours en entier, personne par personne\n"
        "  why PERSONNE COURS [--ticket]             pourquoi une personne est ou n’est pas dans le salon, étape par "
        "étape ;\n"
        "                                            --ticket : texte à coller, en français et en anglais\n"
        "  person PERSONNE                           tous les salons d’une personne\n"
        "  plan [COURS...] [--all] [--classes LISTE] [-o FICHIER]\n"
        "                                            ce qui serait modifié ; -o l’enregistre pour apply\n"
        "                                            classes : create,add,promote,demote,remove,settings\n"
        "  apply FICHIER [--confirm-removals N] [--release ID...] [--only ÉTAPE...]\n"
        "                                            exécute un plan enregistré\n"
        "  links [confirm LIEN...|--all [--yes]]     d’où chaque lien est connu ; confirmer (LIEN = site:cmid)\n"
        "  links import FICHIER.csv [--site ID] [--date DATE]\n"
        "                                            liens tirés de la base de Moodle ; --help affiche le SELECT\n"
        "  doctor [--sheet] [--bundle FICHIER.json]  chaque serveur pas à pas ; --sheet : les droits à demander ;\n"
        "                                            --bundle : un fichier pour l’assistance, sans secrets ni noms\n"
        "  rooms [--orphan] [--renamed] [--duplicate] [--ownerless] [--idle JOURS]\n"
        "                                            les salons privés ; ceux hors des cours sont seulement comptés\n"
        "  roles [COURS]                             quels rôles deviennent modérateurs ou membres\n"
        "  retention [--measure] [--evidence FICHIER.html|FICHIER.csv]\n"
        "                                            durée de conservation : voulue, enregistrée, effective ;\n"
        "                                            --measure : la date du plus ancien message (aucun texte n’est "
        "lu)\n"
        "                                            --evidence : un rapport pour le délégué à la protection des "
        "données\n"
        "  restores [list] [--check] [--format csv|json]\n"
        "                                            restaurations de cours, les bloquées d’abord ;\n"
        "                                            --check : le demandeur est-il inscrit, et modérateur du salon ?\n"
        "  publish FICHIER [--key-file CLÉ]          tout le campus en un instantané chiffré, pour l’assistance\n"
        "                                            sans jetons (profile add NOM --snapshot FICHIER)\n"
        "  runs                                      ce qui a été appliqué, le plus récent d’abord\n"
        "  resume EXÉCUTION                          effectue le reste d’une exécution interrompue ou arrêtée\n"
        "  undo EXÉCUTION [-o FICHIER]               un plan qui revient sur une exécution : à appliquer comme un "
        "autre\n"
        "  journal [--run EXÉCUTION] [--format csv|json]\n"
        "                                            les étapes des exécutions ; journal verify : est-il resté tel "
        "quel ?\n"
        "  journal --room COURS, --person PERSONNE   l’historique d’un salon ou d’une personne, toutes exécutions "
        "confondues\n"
        "  profile list | show NOM | remove NOM | export NOM [-o FICHIER] | import FICHIER [--as NOM] [--replace] "
        "[--yes]\n"
        "  profile add NOM --moodle [SITE=]URL... --chat URL --user IDENTIFIANT [--ca FICHIER] [--proxy URL]\n"
        "          [--production] [--categories LISTE] [--courses LISTE] [--expression E]\n"
        "                                            des serveurs par nom ; un profil ne contient aucun secret\n"
        "  profile add NOM --snapshot FICHIER        un instantané publié à la place des serveurs\n"
        "  profile token set|test|forget NOM [SITE...] [chat] [snapshot] [--store keychain|file]\n"
        "                                            jetons, lus sur l’entrée standard ou demandés sans écho\n"
        "  purge [--keep-journal] [--yes]            efface ce qui a été enregistré sur ce poste\n"
        "  sandbox [--port P] [--chat-port P] [--scenario NOM] [--fresh] [--no-limiter] [--no-2fa]\n"
        "          [--scale ÉCHELLE] [--seed S] [--world FICHIER] [--chat-version V] [--no-companion]\n"
        "          [--without FONCTION]... [--latency MS] [--fault JSON]...\n"
        "                                            un campus pour essayer, jusqu’à ce qu’on l’arrête\n"
        "\n"
        "CAMPUS est small, campus, NxM ou un scénario : role-lost, bin-restored, course-reset, impostor-room,\n"
        "beyond-page-50, stuck-restores ; chacun garde ses propres données.\n"
        "COURS est un nom abrégé, un identifiant (ou site:id), le nom ou l’identifiant d’un salon, une adresse du "
        "chat,\n"
        "ou un message d’erreur collé.\n"
        "PERSONNE est un numéro (ou site:numéro), un identifiant, une adresse électronique ou un nom complet.\n"
        "Sans --profile ni --config, les serveurs viennent de LIAISON_MOODLE_URL, LIAISON_MOODLE_TOKEN, "
        "LIAISON_CHAT_URL,\n"
        "LIAISON_CHAT_USER et LIAISON_CHAT_TOKEN (chacun aussi en NOM_FILE).\n"
        "--request-log écrit les requêtes de la commande (JSON si le nom finit par .json, sinon CSV) : ni valeurs ni "
        "contenus.\n"
        "Codes de sortie : 0 en phase ou fait, 1 erreur, 2 écarts, 3 dont certains retenus, 4 fait en partie, 5 "
        "inconnu.\n"},
    Entry{Say::State, "State", "État"},
    Entry{Say::Course, "Course", "Cours"},
    Entry{Say::Title, "Title", "Intitulé"},
    Entry{Say::Room, "Room", "Salon"},
    Entry{Say::Members, "Members", "Membres"},
    Entry{Say::Changes, "Differences", "Écarts"},
    Entry{Say::Source, "Source", "Source"},
    Entry{Say::Person, "Person", "Personne"},
    Entry{Say::Expected, "Expected", "Attendu"},
    Entry{Say::Observed, "In the room", "Dans le salon"},
    Entry{Say::Difference, "Difference", "Écart"},
    Entry{Say::Steps, "Steps", "Étapes"},
    Entry{Say::Withheld, "Withheld", "Retenus"},
    Entry{Say::Findings, "Findings", "Constats"},
    Entry{Say::Unknown, "Not known", "Inconnu"},
    Entry{Say::NotSelected, "Not ticked", "Non cochés"},
    Entry{Say::Noise, "Applying this posts %1 and sends %2.", "L’application affiche %1 et envoie %2."},
    Entry{Say::NothingToDo, "Nothing to do.", "Rien à faire."},
    Entry{Say::Planned, "Planned", "Prévues"},
    Entry{Say::Result, "Run %1: %2 done, %3 skipped, %4 stale, %5 failed, of %6 planned.",
          "Exécution %1 : %2 faites, %3 ignorées, %4 périmées, %5 en échec, sur %6 prévues."},
    Entry{Say::RunHead, "Run", "Exécution"},
    Entry{Say::Run, "Run", "Exécution"},
    Entry{Say::Started, "Started", "Début"},
    Entry{Say::By, "By", "Par"},
    Entry{Say::NoRuns, "Nothing was applied yet.", "Rien n’a encore été appliqué."},
    Entry{Say::NoLinks, "No link between a course and a room was found.",
          "Aucun lien entre un cours et un salon n’a été trouvé."},
    Entry{Say::Saved, "Plan saved in %1.", "Plan enregistré dans %1."},
    Entry{Say::Guest, "%1 guest", "%1 invité"},
    Entry{Say::Guests, "%1 guests", "%1 invités"},
    Entry{Say::LinksTotal, "Links", "Liens"},
    Entry{Say::StageConnect, "connecting", "connexion"},
    Entry{Say::StageLinks, "reading links", "lecture des liens"},
    Entry{Say::StageActivities, "reading the activities of courses", "lecture des activités des cours"},
    Entry{Say::StageEnrolments, "reading enrolments", "lecture des inscriptions"},
    Entry{Say::StageMembers, "reading rooms", "lecture des salons"},
    Entry{Say::StageAccounts, "looking up accounts", "recherche des comptes"},
    Entry{Say::StageTimelines, "reading who came and went", "lecture des arrivées et des départs"},
    Entry{Say::StageOldest, "reading dates of oldest messages", "lecture des dates des plus anciens messages"},
    Entry{Say::StageApply, "applying", "application"},
    Entry{Say::StageWaiting, "a server limits the number of requests: going on in %1 s",
          "un serveur limite le nombre de requêtes : reprise dans %1 s"},
    Entry{Say::StagePast, "preparing the demo campus", "préparation du campus de démonstration"},
    Entry{Say::Remedy, "What to do: ", "Que faire : "},
    Entry{Say::ApplyHint, "To carry it out: liaisonctl apply %1", "Pour l’exécuter : liaisonctl apply %1"},
    Entry{Say::Errors, "Error: ", "Erreur : "},
    Entry{Say::Link, "Link", "Lien"},
    Entry{Say::ConfirmHint, "To confirm guesses: liaisonctl links confirm LINK... | --all",
          "Pour confirmer des suppositions : liaisonctl links confirm LIEN... | --all"},
    Entry{Say::ConfirmAsk, "Confirm these links? Type yes: ", "Confirmer ces liens ? Tapez oui : "},
    Entry{Say::NothingToConfirm, "No guessed link is waiting for a confirmation.",
          "Aucun lien supposé n’attend de confirmation."},
    Entry{Say::Step, "Step", "Étape"},
    Entry{Say::Fact, "Fact", "Constat"},
    Entry{Say::ReadOn, "Read on", "Relevé du"},
    Entry{Say::ConclusionLabel, "Conclusion", "Conclusion"},
    Entry{Say::OtherRooms, "Other rooms of this course (name one to ask about it):",
          "Autres salons de ce cours (donnez le nom du salon pour interroger à son sujet) :"},
    Entry{Say::NoRooms, "No room of any course has to do with this person.",
          "Aucun salon de cours ne concerne cette personne."},
    Entry{
        Say::InactiveNotListed,
        "Moodle does not tell the courses where an enrolment is suspended or out of its dates: they are listed only if "
        "the person is in the room or was expected there before. Ask about one course with: why PERSON COURSE.",
        "Moodle n’indique pas les cours dont l’inscription est suspendue ou hors dates : ils ne figurent ici que si la "
        "personne est dans le salon ou y a été attendue. Pour un cours précis : why PERSONNE COURS."},
};

} // namespace

QString say(Say what, text::Language language)
{
    for (const Entry &entry : entries) {
        if (entry.what == what)
            return QString::fromUtf8(language == text::Language::French ? entry.french : entry.english);
    }
    return {};
}

QString labelled(text::Language language, Say label, const QString &value)
{
    const bool french = language == text::Language::French;
    return say(label, language) + (french ? QStringLiteral("\u00a0: ") : QStringLiteral(": ")) + value;
}

} // namespace liaison::app
