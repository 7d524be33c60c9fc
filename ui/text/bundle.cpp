#include "ui/text/bundle.h"

namespace liaison::text {

QString bundleTitle(Language language)
{
    return language == Language::French ? QStringLiteral("Contenu du dossier d’assistance\u00a0:")
                                        : QStringLiteral("What the support bundle holds:");
}

QStringList bundleContents(Language language)
{
    if (language == Language::French)
        return {
            QStringLiteral("les versions de Liaison, de Qt, du système et de la bibliothèque TLS"),
            QStringLiteral("les réglages du profil sans adresses ni noms\u00a0: environnement, lecture seule, "
                           "politique, seuils"),
            QStringLiteral("chaque serveur sous un pseudonyme (host-1, host-2…)\u00a0: version, contrôles du "
                           "diagnostic, façons de lire, validité des certificats"),
            QStringLiteral("la version du magasin local et le nombre de liens mémorisés et d’exécutions"),
            QStringLiteral("le nombre de liens par état, de constats, de causes et d’inconnus"),
            QStringLiteral(
                "les requêtes de cette session\u00a0: heure, pseudonyme, fonction, statut, durée, taille\u00a0; "
                "les paramètres par leur seul nom"),
            QStringLiteral("les dernières erreurs, sous forme de codes"),
        };
    return {
        QStringLiteral("the versions of Liaison, Qt, the system and the TLS library"),
        QStringLiteral("the settings of the profile without addresses or names: environment, read-only, policy, "
                       "thresholds"),
        QStringLiteral("each server under a pseudonym (host-1, host-2…): version, checks of the diagnosis, ways of "
                       "reading, validity of certificates"),
        QStringLiteral("the version of the local store, and how many links and runs it remembers"),
        QStringLiteral("how many links are in each state, how many findings, causes and unknowns there are"),
        QStringLiteral("the requests of this session: time, pseudonym, function, status, duration, size; parameters "
                       "by name only"),
        QStringLiteral("the last errors, as codes"),
    };
}

QString bundleLeavesOut(Language language)
{
    return language == Language::French
               ? QStringLiteral("Aucun jeton ni mot de passe, aucun nom, identifiant de connexion, adresse, cours ou "
                                "salon. Le fichier est du texte (JSON)\u00a0: lisez-le avant de l’envoyer.")
               : QStringLiteral("No token or password, no name, login, address, course or room. The file is text "
                                "(JSON): read it before you send it.");
}

QString bundleSaved(Language language, const QString &file)
{
    return language == Language::French ? QStringLiteral("Dossier d’assistance enregistré dans %1.").arg(file)
                                        : QStringLiteral("Support bundle saved in %1.").arg(file);
}

} // namespace liaison::text
