#include "ui/text/rolelabel.h"

#include <array>

namespace liaison::text {
namespace {

struct Standard
{
    QLatin1String shortName;
    QStringView en, fr; ///< those of Moodle's own language packs
};

constexpr std::array standard{
    Standard{QLatin1String("manager"), u"Manager", u"Gestionnaire"},
    Standard{QLatin1String("coursecreator"), u"Course creator", u"Créateur de cours"},
    Standard{QLatin1String("editingteacher"), u"Teacher", u"Enseignant"},
    Standard{QLatin1String("teacher"), u"Non-editing teacher", u"Enseignant non éditeur"},
    Standard{QLatin1String("student"), u"Student", u"Étudiant"},
    Standard{QLatin1String("guest"), u"Guest", u"Visiteur anonyme"},
    Standard{QLatin1String("user"), u"Authenticated user", u"Utilisateur authentifié"},
    Standard{QLatin1String("frontpage"), u"Authenticated user on the site’s home page",
             u"Utilisateur authentifié sur la page d’accueil"},
};

} // namespace

QString roleLabel(const QString &shortName, const QString &name, Language language)
{
    if (!name.isEmpty())
        return name;
    for (const Standard &role : standard) {
        if (shortName == role.shortName)
            return (language == Language::French ? role.fr : role.en).toString();
    }
    return shortName;
}

} // namespace liaison::text
