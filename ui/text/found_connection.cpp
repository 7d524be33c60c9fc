#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// What the diagnosis found on the way to a server, up to the token.
constexpr Entry connectionTable[] = {
    {"not-tried",
     {},
     {u"Not tried", u"Not tried: an earlier step failed.", u"Deal with the earlier step first."},
     {u"Non tenté", u"Non tenté : une étape précédente a échoué.", u"Réglez d’abord l’étape précédente."}},
    {"name-resolved", {Arg::Shown}, {u"Resolved", u"Resolves to %1.", u""}, {u"Résolu", u"Correspond à %1.", u""}},
    {"name-literal",
     {Arg::Shown},
     {u"An address", u"%1 is an address: there is no name to resolve.", u""},
     {u"Une adresse", u"%1 est une adresse : il n’y a pas de nom à résoudre.", u""}},
    {"name-by-proxy",
     {Arg::Shown},
     {u"By the proxy", u"Left to the proxy %1.", u""},
     {u"Par le mandataire", u"Confié au mandataire (proxy) %1.", u""}},
    {"tcp-open",
     {Arg::Shown, Arg::Shown},
     {u"Open", u"Port %1 open, %2 ms.", u""},
     {u"Ouvert", u"Port %1 ouvert, %2 ms.", u""}},
    {"tls-valid",
     {Arg::Shown, Arg::Shown},
     {u"Valid", u"Valid until %1, issued by %2.", u""},
     {u"Valide", u"Valide jusqu’au %1, émis par %2.", u""}},
    {"tls-ends-soon",
     {Arg::Shown, Arg::Shown},
     {u"Ends soon", u"Valid only until %1, issued by %2.",
      u"Have the people who run the server renew the certificate before that day: Liaison ignores no expired one."},
     {u"Expire bientôt", u"Valide seulement jusqu’au %1, émis par %2.",
      u"Faites renouveler le certificat avant cette date par l’équipe qui exploite le serveur : Liaison n’en ignore "
      u"aucun d’expiré."}},
    {"tls-loopback",
     {},
     {u"Not needed", u"None: the server is on this computer.", u""},
     {u"Sans objet", u"Aucun : le serveur est sur ce poste.", u""}},
    {"http-answers", {Arg::Shown}, {u"Answers", u"Answers as a %1.", u""}, {u"Répond", u"Répond comme un %1.", u""}},
    {"token-untold-moodle",
     {},
     {u"End not told", u"Accepted; Moodle does not tell when it ends.",
      u"Site administration > Server > Web services > Manage tokens shows “Valid until”; note the day."},
     {u"Fin non indiquée", u"Accepté ; Moodle n’indique pas quand il expire.",
      u"Administration du site > Serveur > Services web > Gérer les jetons affiche « Valide jusqu’au » ; notez la "
      u"date."}},
    {"token-untold-chat",
     {},
     {u"Kind not told", u"Accepted; the server does not tell its kind.",
      u"A personal access token does not expire; a login token does (Accounts_LoginExpiration)."},
     {u"Type non indiqué", u"Accepté ; le serveur n’indique pas son type.",
      u"Un jeton d’accès personnel n’expire pas ; un jeton de connexion, si (Accounts_LoginExpiration)."}},
    {"token-personal",
     {Arg::Shown},
     {u"Personal", u"Personal access token “%1”: it does not expire.", u""},
     {u"Personnel", u"Jeton d’accès personnel « %1 » : il n’expire pas.", u""}},
    {"token-personal-since",
     {Arg::Shown, Arg::Shown},
     {u"Personal, with its day", u"Personal access token “%1” of %2: it does not expire.", u""},
     {u"Personnel, daté", u"Jeton d’accès personnel « %1 » du %2 : il n’expire pas.", u""}},
    {"token-login-since",
     {Arg::Shown, Arg::Shown},
     {u"Login token, known for a while", u"Login token, in use here since %1 ago: it ends on %2 at the latest.",
      u"Make a personal access token (My account > Personal access tokens) named liaison-<workstation>: it does not "
      u"expire and pushes no other session out."},
     {u"Jeton de connexion déjà connu", u"Jeton de connexion, utilisé ici depuis %1 : il expire au plus tard le %2.",
      u"Créez un jeton d’accès personnel (Mon compte > Jetons d’accès personnels) nommé liaison-<poste> : il n’expire "
      u"pas et ne chasse aucune autre session."}},
    {"token-login-ends-soon",
     {Arg::Shown, Arg::Shown},
     {u"Login token, ends soon", u"Login token, in use here since %1 ago: it ends soon, on %2 at the latest.",
      u"Replace it before that day by a personal access token (My account > Personal access tokens) named "
      u"liaison-<workstation>, which does not expire: from then on nothing can be read with this one."},
     {u"Jeton de connexion bientôt expiré",
      u"Jeton de connexion, utilisé ici depuis %1 : il expire bientôt, au plus tard le %2.",
      u"Remplacez-le avant cette date par un jeton d’accès personnel (Mon compte > Jetons d’accès personnels) nommé "
      u"liaison-<poste>, qui n’expire pas : ensuite, plus rien ne sera lisible avec celui-ci."}},
    {"token-login",
     {Arg::Shown},
     {u"Login token", u"Login token: it ends %1 days after the login.",
      u"Make a personal access token (My account > Personal access tokens) named liaison-<workstation>: it does not "
      u"expire and pushes no other session out."},
     {u"Jeton de connexion", u"Jeton de connexion : il expire %1 jours après la connexion.",
      u"Créez un jeton d’accès personnel (Mon compte > Jetons d’accès personnels) nommé liaison-<poste> : il n’expire "
      u"pas et ne chasse aucune autre session."}},
    {"token-login-untold",
     {},
     {u"Login token, end not told", u"Login token: it ends, and the server does not tell when.",
      u"Make a personal access token (My account > Personal access tokens) named liaison-<workstation>: it does not "
      u"expire."},
     {u"Jeton de connexion, fin non indiquée", u"Jeton de connexion : il expire, et le serveur n’indique pas quand.",
      u"Créez un jeton d’accès personnel (Mon compte > Jetons d’accès personnels) nommé liaison-<poste> : il n’expire "
      u"pas."}},
};

} // namespace

Entries findingsOfConnections()
{
    return connectionTable;
}

} // namespace liaison::text
