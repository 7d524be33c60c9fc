#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Profiles, and where their tokens are kept.
constexpr Entry profileTable[] = {
    {"no-token",
     {Arg::Address},
     {u"No token kept", u"No token is kept on this computer for this server and account: %1.",
      u"Store one with liaisonctl profile token set NAME, or give it in the environment. A token belongs to one "
      u"address "
      u"and one account: after a change of either it has to be given again."},
     {u"Aucun jeton conservé", u"Aucun jeton n’est conservé sur ce poste pour ce serveur et ce compte : %1.",
      u"Enregistrez-en un avec liaisonctl profile token set NOM, ou donnez-le dans l’environnement. Un jeton "
      u"appartient "
      u"à une adresse et à un compte : si l’un des deux change, il faut le donner de nouveau."}},
    {"keychain-unavailable",
     {},
     {u"Keychain not available", u"The keychain of this computer is not available, so no token was read or stored.",
      u"Unlock it or sign in to the desktop. Without a keychain: keep the tokens in a file under a passphrase "
      u"(profile token set NAME --store file), or give them in the environment (NAME_FILE for a file that only you can "
      u"read)."},
     {u"Trousseau indisponible",
      u"Le trousseau de clés de ce poste n’est pas disponible : aucun jeton n’a été lu ni enregistré.",
      u"Déverrouillez-le ou ouvrez une session de bureau. Sans trousseau : conservez les jetons dans un fichier "
      u"protégé "
      u"par une phrase secrète (profile token set NOM --store file), ou donnez-les dans l’environnement (NOM_FILE pour "
      u"un fichier que vous seul pouvez lire)."}},
    {"wrong-passphrase",
     {Arg::File},
     {u"Passphrase not right", u"The passphrase does not open the file of tokens, or the file was altered: %1.",
      u"Type it again. If it is lost, delete this file and store the tokens anew: nobody can recover them."},
     {u"Phrase secrète incorrecte",
      u"La phrase secrète n’ouvre pas le fichier des jetons, ou ce fichier a été modifié : %1.",
      u"Saisissez-la de nouveau. Si elle est perdue, supprimez ce fichier et enregistrez à nouveau les jetons : "
      u"personne ne peut les retrouver."}},
    {"passphrase-too-short",
     {Arg::File},
     {u"Passphrase too short",
      u"The passphrase of a new file of tokens has at least 12 characters; this one is shorter, and nothing was "
      u"stored: "
      u"%1.",
      u"Choose several words that only you know, at least 12 characters in all, and store the token again. A file that "
      u"exists keeps its passphrase, whatever its length."},
     {u"Phrase secrète trop courte",
      u"La phrase secrète d’un nouveau fichier de jetons compte au moins 12 caractères ; celle-ci est plus courte, et "
      u"rien n’a été enregistré : %1.",
      u"Choisissez plusieurs mots connus de vous seul, 12 caractères au moins en tout, puis enregistrez de nouveau le "
      u"jeton. Un fichier existant garde sa phrase secrète, quelle que soit sa longueur."}},
    {"passphrase-needed",
     {Arg::File},
     {u"Passphrase needed", u"The tokens are in a file under a passphrase, and there is nobody to ask for it: %1.",
      u"In the window: read again, and type it. Else run the command in a terminal, or give the passphrase in "
      u"LIAISON_PASSPHRASE_FILE (a file that only you can read)."},
     {u"Phrase secrète nécessaire",
      u"Les jetons sont dans un fichier protégé par une phrase secrète, et il n’y a personne à qui la demander : %1.",
      u"Dans la fenêtre : relisez, et saisissez-la. Sinon lancez la commande dans un terminal, ou donnez la phrase "
      u"secrète dans LIAISON_PASSPHRASE_FILE (un fichier que vous seul pouvez lire)."}},
    {"presence-needed",
     {Arg::Name},
     {u"Asked again, no answer",
      u"Nothing was sent: this production profile asks again before anything is written, and nobody answered (%1).",
      u"Apply in the window, or run the command in a terminal. The profile’s setting askAgainBeforeApply decides "
      u"whether it asks."},
     {u"Confirmation non donnée",
      u"Rien n’a été envoyé : ce profil de production demande une confirmation avant toute écriture, et personne ne "
      u"l’a donnée (%1).",
      u"Appliquez dans la fenêtre, ou lancez la commande dans un terminal. Le réglage askAgainBeforeApply du profil "
      u"décide si elle est demandée."}},
    {"presence-not-proven",
     {Arg::Name},
     {u"Asked again, answer not right",
      u"Nothing was sent: this production profile asks again before anything is written, and the answer was not "
      u"right (%1).",
      u"Try again and type exactly what is asked for. Where a token was replaced meanwhile, open the profile again."},
     {u"Confirmation incorrecte",
      u"Rien n’a été envoyé : ce profil de production demande une confirmation avant toute écriture, et la réponse "
      u"n’était pas la bonne (%1).",
      u"Recommencez et saisissez exactement ce qui est demandé. Si un jeton a été remplacé entre-temps, rouvrez le "
      u"profil."}},
    {"secrets-file-damaged",
     {Arg::File},
     {u"File of tokens damaged", u"This file of tokens is damaged or is not one of Liaison: %1.",
      u"Restore it from a backup, or delete it and store the tokens again."},
     {u"Fichier de jetons endommagé", u"Ce fichier de jetons est endommagé ou n’est pas un fichier de Liaison : %1.",
      u"Restaurez-le depuis une sauvegarde, ou supprimez-le et enregistrez à nouveau les jetons."}},
    {"profile-not-found",
     {Arg::Name},
     {u"No such profile", u"There is no profile of this name on this computer: %1.",
      u"List the profiles with liaisonctl profile list; make one with profile add or profile import."},
     {u"Profil inexistant", u"Il n’y a pas de profil de ce nom sur ce poste : %1.",
      u"Affichez les profils avec liaisonctl profile list ; créez-en un avec profile add ou profile import."}},
    {"profile-exists",
     {Arg::Name},
     {u"Profile exists already", u"There is a profile of this name already, and it was left as it is: %1.",
      u"Choose another name, or remove the present one first."},
     {u"Profil déjà existant", u"Un profil de ce nom existe déjà, et il a été laissé tel quel : %1.",
      u"Choisissez un autre nom, ou supprimez d’abord le profil existant."}},
    {"support-profile",
     {Arg::File},
     {u"Profile of a published snapshot",
      u"This profile shows a published snapshot and names no servers to connect: %1.",
      u"Import it on the Profiles page of a window that is open (Profiles > Import…), or with liaisonctl profile "
      u"import."},
     {u"Profil d’un instantané publié",
      u"Ce profil montre un instantané publié et ne nomme aucun serveur à connecter : %1.",
      u"Importez-le depuis la page Profils d’une fenêtre ouverte (Profils > Importer…), ou avec liaisonctl profile "
      u"import."}},
    {"profile-machine-wide",
     {Arg::File},
     {u"Profile of the institution",
      u"This profile is installed for everybody on this computer and is not changed here: "
      u"%1.",
      u"Ask those who manage the computer, or export it and import it under another name."},
     {u"Profil de l’établissement", u"Ce profil est installé pour tous sur ce poste et ne se modifie pas ici : %1.",
      u"Adressez-vous aux personnes qui gèrent le poste, ou exportez-le puis importez-le sous un autre nom."}},
    {"bad-profile",
     {Arg::File, Arg::Place},
     {u"Profile not valid", u"This profile file is not valid and is left out: %1 (%2).",
      u"Correct the file at that place; docs/schemas/config.json describes the format. The other profiles are not "
      u"affected."},
     {u"Profil non valable", u"Ce fichier de profil n’est pas valable et est laissé de côté : %1 (%2).",
      u"Corrigez le fichier à cet endroit ; docs/schemas/config.json décrit le format. Les autres profils ne sont pas "
      u"concernés."}},
    {"bad-profile-name",
     {Arg::Name},
     {u"Profile name not usable", u"A profile cannot have this name: %1.",
      u"Use up to 64 letters without accent, digits, full stops, hyphens and underscores, a letter or digit first."},
     {u"Nom de profil inutilisable", u"Un profil ne peut pas porter ce nom : %1.",
      u"Utilisez au plus 64 lettres sans accent, chiffres, points, traits d’union et soulignés, en commençant par une "
      u"lettre ou un chiffre."}},
    {"ca-file",
     {Arg::File},
     {u"Authority file not usable", u"The file of the certificate authority cannot be used: %1.",
      u"Give a file in PEM form (BEGIN CERTIFICATE) that you may read, with its full path."},
     {u"Fichier d’autorité inutilisable", u"Le fichier de l’autorité de certification ne peut pas être utilisé : %1.",
      u"Indiquez un fichier au format PEM (BEGIN CERTIFICATE) que vous pouvez lire, avec son chemin complet."}},
};

} // namespace

Entries profileErrors()
{
    return profileTable;
}

} // namespace liaison::text
