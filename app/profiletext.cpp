#include "app/profiletext.h"

#include <array>

namespace liaison::app {
namespace {

struct Entry
{
    ProfileSay what;
    const char *english;
    const char *french;
};

using enum ProfileSay;
constexpr std::array entries{
    Entry{Name, "Profile", "Profil"},
    Entry{Environment, "Environment", "Environnement"},
    Entry{Test, "test", "test"},
    Entry{Production, "production", "production"},
    Entry{ReadOnly, "read-only", "lecture seule"},
    Entry{ReadOnlyMeans,
          "Read-only: nothing that writes is built. This protects against mistakes, not against somebody who holds the "
          "token.",
          "Lecture seule : rien de ce qui écrit n’est construit. Cela protège des erreurs, pas d’une personne qui "
          "détient le jeton."},
    Entry{Moodle, "Moodle", "Moodle"},
    Entry{Chat, "Chat", "Chat"},
    Entry{Account, "Account", "Compte"},
    Entry{Authority, "Certificate authority", "Autorité de certification"},
    Entry{Fingerprint, "SHA-256 fingerprint", "Empreinte SHA-256"},
    Entry{Proxy, "Proxy", "Mandataire (proxy)"},
    Entry{Snapshot, "Published snapshot", "Instantané publié"},
    Entry{Scope, "Scope", "Périmètre"},
    Entry{Everything, "everything", "tout"},
    Entry{File, "File", "Fichier"},
    Entry{MachineWide, "institution", "établissement"},
    Entry{NoProfiles, "There is no profile yet: liaisonctl profile add NAME --moodle URL --chat URL --user LOGIN",
          "Il n’y a pas encore de profil : liaisonctl profile add NOM --moodle URL --chat URL --user IDENTIFIANT"},
    Entry{Saved, "Profile %1 saved.", "Profil %1 enregistré."},
    Entry{Removed, "Profile %1 removed. Tokens stay where they are: profile token forget removes them.",
          "Profil %1 supprimé. Les jetons restent où ils sont : profile token forget les efface."},
    Entry{AskUrl, "Contact this server? Type yes: ", "Contacter ce serveur ? Tapez oui : "},
    Entry{AskSnapshot, "Read this file? Type yes: ", "Lire ce fichier ? Tapez oui : "},
    Entry{AskAuthority, "Trust this authority for this server? Type yes: ",
          "Faire confiance à cette autorité pour ce serveur ? Tapez oui : "},
    Entry{AskProxy,
          "Send everything through this proxy? Type yes: ", "Tout faire passer par ce mandataire ? Tapez oui : "},
    Entry{NotImported, "Nothing was imported.", "Rien n’a été importé."},
    Entry{AskRemove, "Remove profile %1? Type yes: ", "Supprimer le profil %1 ? Tapez oui : "},
    Entry{AskToken, "Token for %1: ", "Jeton pour %1 : "},
    Entry{AskPassphrase, "Passphrase of the file of tokens: ", "Phrase secrète du fichier des jetons : "},
    Entry{AskNewPassphrase, "New passphrase for the file of tokens (again on the next line): ",
          "Nouvelle phrase secrète du fichier des jetons (répétez-la à la ligne suivante) : "},
    Entry{AskPassphraseAgain, "This production profile asks again: passphrase of the file of tokens: ",
          "Ce profil de production redemande : phrase secrète du fichier des jetons : "},
    Entry{AskNumberAgain, "This production profile asks again: type the number of steps, %1: ",
          "Ce profil de production redemande : tapez le nombre d’étapes, %1 : "},
    Entry{Kept, "Token for %1 kept in the keychain.", "Jeton pour %1 conservé dans le trousseau de clés."},
    Entry{KeptInFile, "Token for %1 kept in %2.", "Jeton pour %1 conservé dans %2."},
    Entry{Forgotten, "Token for %1 forgotten.", "Jeton pour %1 effacé."},
    Entry{TokenWorks, "%1: signed in as %2.", "%1 : connexion en tant que %2."},
    Entry{AddTokens, "Next, its tokens: liaisonctl profile token set %1",
          "Ensuite, ses jetons : liaisonctl profile token set %1"},
    Entry{AskPurge,
          "Erase everything recorded on this computer in %1 (journal, links, earlier observations)? Type yes: ",
          "Effacer tout ce qui est enregistré sur ce poste dans %1 (journal, liens, observations) ? Tapez oui : "},
    Entry{Purged, "Erased: %1", "Effacé : %1"},
    Entry{Yes, "yes", "oui"},
};

} // namespace

QString say(ProfileSay what, text::Language language)
{
    for (const Entry &entry : entries) {
        if (entry.what == what)
            return QString::fromUtf8(language == text::Language::French ? entry.french : entry.english);
    }
    return {};
}

} // namespace liaison::app
