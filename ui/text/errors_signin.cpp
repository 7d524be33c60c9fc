#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// Signing in with a password to obtain a token.
constexpr Entry signInTable[] = {
    {"wrong-chat-login",
     {},
     {u"Chat login refused", u"The chat server refused this login with this password.",
      u"Check both. An account that signs in through the institution’s page (CAS, SAML) has no password here: sign in "
      u"with the browser, make a token under My account > Personal access tokens, and paste it."},
     {u"Connexion au chat refusée", u"Le serveur de chat a refusé cet identifiant avec ce mot de passe.",
      u"Vérifiez l’un et l’autre. Un compte qui passe par la page de connexion de l’établissement (CAS, SAML) n’a pas "
      u"de mot de passe ici : connectez-vous avec le navigateur, créez un jeton dans Mon compte > Jetons d’accès "
      u"personnels, et collez-le."}},
    {"wrong-code",
     {},
     {u"Code not right", u"The one-time code is not right, or is no longer valid.",
      u"Type the code that the application or the e-mail shows now."},
     {u"Code incorrect", u"Le code à usage unique n’est pas le bon, ou n’est plus valable.",
      u"Saisissez le code que l’application ou le courriel indique maintenant."}},
    {"too-many-codes",
     {},
     {u"Too many codes", u"The chat server takes no more codes for now: too many were wrong.",
      u"Wait some minutes, then begin the sign-in again."},
     {u"Trop de codes erronés",
      u"Le serveur de chat n’accepte plus de code pour le moment : trop de codes étaient faux.",
      u"Attendez quelques minutes, puis recommencez la connexion."}},
    {"service-not-available",
     {},
     {u"No such service", u"This Moodle has no active external service of this short name.",
      u"Take the short name from Site administration > Server > Web services > External services, and check there that "
      u"the service is enabled."},
     {u"Service inexistant", u"Ce Moodle n’a pas de service externe actif portant ce nom abrégé.",
      u"Reprenez le nom abrégé dans Administration du site > Serveur > Services web > Services externes, et vérifiez-y "
      u"que le service est activé."}},
    {"not-allowed-for-service",
     {},
     {u"Account not allowed", u"The account exists, but is not one of the authorised users of this service.",
      u"Have it added: Site administration > Server > Web services > External services > Authorised users."},
     {u"Compte non autorisé", u"Le compte existe, mais il n’est pas parmi les utilisateurs autorisés de ce service.",
      u"Faites-le ajouter : Administration du site > Serveur > Services web > Services externes > Utilisateurs "
      u"autorisés."}},
    {"token-name-taken",
     {},
     {u"Token name taken", u"The account has a personal access token of this name already, and it was left as it is.",
      u"Remove that token under My account > Personal access tokens if nobody uses it, or make one there under another "
      u"name and paste it."},
     {u"Nom de jeton déjà pris", u"Le compte a déjà un jeton d’accès personnel de ce nom, et il a été laissé tel quel.",
      u"Supprimez ce jeton dans Mon compte > Jetons d’accès personnels si personne ne l’utilise, ou créez-en un sous "
      u"un autre nom et collez-le."}},
};

} // namespace

Entries signInErrors()
{
    return signInTable;
}

} // namespace liaison::text
