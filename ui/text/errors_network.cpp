#include "ui/text/entry.h"

namespace liaison::text {
namespace {

/// What came between us and a server, or was refused before anything was sent.
constexpr Entry networkTable[] = {
    {"timeout",
     {},
     {u"No answer in time", u"The server did not answer in the time allowed.",
      u"Try again. If it lasts, check the network, the proxy and the load of the server."},
     {u"Délai dépassé", u"Le serveur n’a pas répondu dans le délai prévu.",
      u"Réessayez. Si cela dure, vérifiez le réseau, le mandataire (proxy) et la charge du serveur."}},
    {"refused",
     {},
     {u"Connection refused", u"Nothing listens at this address: the server is stopped or the port is wrong.",
      u"Check the address and the port, then whether the server is running."},
     {u"Connexion refusée", u"Rien n’écoute à cette adresse : le serveur est arrêté ou le port est erroné.",
      u"Vérifiez l’adresse et le port, puis que le serveur est en marche."}},
    {"reset",
     {},
     {u"Connection cut", u"The connection was cut before the end of the answer.",
      u"Try again. If it happens again, look at the firewall or the proxy between this computer and the server."},
     {u"Connexion coupée", u"La connexion a été coupée avant la fin de la réponse.",
      u"Réessayez. Si cela se reproduit, examinez le pare-feu ou le mandataire (proxy) entre ce poste et le serveur."}},
    {"proxy",
     {},
     {u"Proxy", u"The proxy did not let the connection through.",
      u"Check the proxy of this computer or of the profile: its address, its sign-in, and whether it allows this "
      u"server."},
     {u"Mandataire (proxy)", u"Le mandataire (proxy) n’a pas laissé passer la connexion.",
      u"Vérifiez le mandataire (proxy) de ce poste ou du profil : son adresse, son authentification, et s’il autorise "
      u"ce "
      u"serveur."}},
    {"blocked",
     {},
     {u"Blocked before Moodle", u"A firewall, a proxy or the web server refused before Moodle was asked.",
      u"Ask the people who run the web server or the firewall to let the web services of Moodle through for this "
      u"computer."},
     {u"Bloqué avant Moodle",
      u"Un pare-feu, un mandataire (proxy) ou le serveur web a refusé avant que Moodle soit "
      u"interrogé.",
      u"Demandez à l’équipe qui exploite le serveur web ou le pare-feu de laisser passer les services web de Moodle "
      u"pour "
      u"ce poste."}},
    {"host-not-found",
     {},
     {u"Unknown host name", u"The name of the server does not exist on the network.",
      u"Check the spelling of the address. If it is right, check the name service (DNS) or the institution’s VPN."},
     {u"Nom de serveur inconnu", u"Le nom du serveur n’existe pas sur le réseau.",
      u"Vérifiez l’orthographe de l’adresse. Si elle est juste, vérifiez le service de noms (DNS) ou le VPN de "
      u"l’établissement."}},
    {"tls-expired",
     {},
     {u"Certificate expired", u"The server’s certificate has expired or is not valid yet: nothing was sent.",
      u"Have the people who run the server renew the certificate; check the clock of this computer too."},
     {u"Certificat expiré", u"Le certificat du serveur a expiré ou n’est pas encore valable : rien n’a été envoyé.",
      u"Faites renouveler le certificat par l’équipe qui exploite le serveur ; vérifiez aussi l’horloge de ce poste."}},
    {"tls-wrong-host",
     {},
     {u"Certificate of another site", u"The server’s certificate is made out for another name: nothing was sent.",
      u"Use the name that the certificate bears, or have the certificate made again with the right names."},
     {u"Certificat d’un autre site", u"Le certificat du serveur est établi à un autre nom : rien n’a été envoyé.",
      u"Utilisez le nom inscrit dans le certificat, ou faites-le refaire avec les bons noms."}},
    {"tls-self-signed",
     {},
     {u"Self-signed certificate",
      u"The server signed its certificate itself, so nothing vouches for it: nothing was sent.",
      u"Have a certificate of a recognised authority installed, or give the authority’s file in the profile (“ca”)."},
     {u"Certificat autosigné",
      u"Le serveur a signé lui-même son certificat, que rien ne garantit donc : rien n’a été envoyé.",
      u"Faites installer un certificat d’une autorité reconnue, ou indiquez le fichier de l’autorité dans le profil "
      u"(« ca »)."}},
    {"tls-unknown-ca",
     {Arg::Ca},
     {u"Unknown authority",
      u"The authority that signed the server’s certificate is not known here, and nothing was sent: %1.",
      u"Give the institution’s authority file (PEM) in the profile (“ca”), or have the missing intermediate "
      u"certificate "
      u"installed on the server."},
     {u"Autorité inconnue",
      u"L’autorité qui a signé le certificat du serveur n’est pas connue de ce poste, et rien n’a été envoyé : %1.",
      u"Indiquez le fichier de l’autorité de l’établissement (PEM) dans le profil (« ca »), ou faites installer sur le "
      u"serveur le certificat intermédiaire manquant."}},
    {"tls-other",
     {},
     {u"Secure connection impossible",
      u"No trustworthy secure connection could be made with the server: nothing was sent.",
      u"Look at the technical detail: protocol too old, unusable certificate, or a proxy that opens connections."},
     {u"Connexion sécurisée impossible",
      u"Aucune connexion sécurisée digne de confiance n’a pu être établie avec le serveur : rien n’a été envoyé.",
      u"Consultez le détail technique : protocole trop ancien, certificat inutilisable, ou mandataire (proxy) qui "
      u"ouvre "
      u"les connexions."}},
    {"redirect",
     {},
     {u"Sent elsewhere", u"The server sends us on to another address, to which no token is ever handed.",
      u"Enter the final address in the profile, as the browser shows it (https, with or without www)."},
     {u"Renvoi vers une autre adresse",
      u"Le serveur renvoie vers une autre adresse, à laquelle aucun jeton n’est jamais transmis.",
      u"Saisissez dans le profil l’adresse définitive, telle que l’affiche le navigateur (https, avec ou sans www)."}},
    {"insecure-url",
     {},
     {u"Address not secure", u"The address is not secure: a token would travel in clear.",
      u"Use an address that starts with https://; http:// is accepted for this computer only."},
     {u"Adresse non sécurisée", u"L’adresse n’est pas sécurisée : un jeton y circulerait en clair.",
      u"Utilisez une adresse qui commence par https:// ; http:// n’est accepté que pour ce poste."}},
    {"unknown-host",
     {},
     {u"Server not configured", u"This server is not one of those of the profile, so it is not contacted.",
      u"Add it to the profile if it is yours; otherwise look at where this address comes from."},
     {u"Serveur non configuré", u"Ce serveur n’est pas de ceux du profil : il n’est donc pas contacté.",
      u"Ajoutez-le au profil s’il est à vous ; sinon, cherchez d’où vient cette adresse."}},
    {"too-large",
     {},
     {u"Answer too large", u"The answer exceeds the size allowed and was abandoned.",
      u"Narrow the scope of the profile; if the answer is normal for your site, report its size."},
     {u"Réponse trop volumineuse", u"La réponse dépasse la taille autorisée et a été abandonnée.",
      u"Réduisez le périmètre du profil ; si la réponse est normale pour votre site, signalez-en la taille."}},
    {"cancelled",
     {},
     {u"Cancelled", u"The request was cancelled before its end.", u"Start it again when you wish."},
     {u"Annulé", u"La demande a été annulée avant la fin.", u"Relancez-la quand vous le souhaitez."}},
    {"bad-url",
     {Arg::Address},
     {u"Not an address", u"This is not a web address: %1.",
      u"Write it as in the browser, for example https://moodle.example.org."},
     {u"Adresse incorrecte", u"Ceci n’est pas une adresse web : %1.",
      u"Écrivez-la comme dans le navigateur, par exemple https://moodle.exemple.fr."}},
    {"port-in-use",
     {Arg::Port},
     {u"Port in use", u"Another program already uses this port: %1.",
      u"Choose another one with --port, or leave it out."},
     {u"Port occupé", u"Un autre programme utilise déjà ce port : %1.",
      u"Choisissez-en un autre avec --port, ou omettez cette option."}},
};

} // namespace

Entries networkErrors()
{
    return networkTable;
}

} // namespace liaison::text
