#include "app/linkstext.h"

#include "ui/text/format.h"

namespace liaison::app {
namespace {

/// Tables of mod_rocketchat: Moodle contract section 6. Activities being deleted have no link any more.
const char *const postgresql =
    R"(COPY (
  SELECT cm.id AS cmid, r.course AS courseid, r.rocketchatid AS room, r.name, cm.visible,
         r.moderatorroles, r.userroles, r.retentionenabled, r.maxage, r.filesonly, r.excludepinned, r.timecreated
    FROM mdl_rocketchat r
    JOIN mdl_modules m ON m.name = 'rocketchat'
    JOIN mdl_course_modules cm ON cm.module = m.id AND cm.instance = r.id
   WHERE cm.deletioninprogress = 0
   ORDER BY cm.id
) TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8');
)";

const char *const mariadb =
    R"(SELECT 'cmid,courseid,room,name,visible,moderatorroles,userroles,retentionenabled,maxage,filesonly,excludepinned,timecreated'
UNION ALL
SELECT CONCAT(cm.id, ',', r.course, ',"', IFNULL(r.rocketchatid, ''), '","', REPLACE(r.name, '"', '""'), '",', cm.visible,
         ',"', IFNULL(r.moderatorroles, ''), '","', IFNULL(r.userroles, ''), '",', IFNULL(r.retentionenabled, ''), ',',
         IFNULL(r.maxage, ''), ',', IFNULL(r.filesonly, ''), ',', IFNULL(r.excludepinned, ''), ',', r.timecreated)
    FROM mdl_rocketchat r
    JOIN mdl_modules m ON m.name = 'rocketchat'
    JOIN mdl_course_modules cm ON cm.module = m.id AND cm.instance = r.id
   WHERE cm.deletioninprogress = 0;
)";

const char *const english =
    R"(Usage: liaisonctl links import FILE.csv [--site ID] [--date DATE]

Takes the links between activities and rooms from Moodle's own database: for a site without the companion plugin.
The file is checked whole before anything is stored; a later import of the same site replaces the earlier one.

  --site ID    the site of the profile that the file comes from (default: main)
  --date DATE  when the SELECT was run, as 2026-11-20 or 2026-11-20T08:00:00Z (default: now)

Run one SELECT, with an account that may only read. mdl_ is the prefix of the tables ($CFG->prefix in config.php).

PostgreSQL: save as links.sql, then   psql -X -q -d moodle -f links.sql > links.csv

%1
MariaDB or MySQL: save as links.sql, then
  mysql --default-character-set=utf8mb4 --batch --raw --skip-column-names moodle < links.sql > links.csv

%2
Only cmid, courseid and room are needed; other columns are ignored. The roles of the file decide who is expected, as
they do in the plugin, unless the profile says otherwise.)";

const char *const french =
    R"(Usage : liaisonctl links import FICHIER.csv [--site ID] [--date DATE]

Reprend les liens entre activités et salons depuis la base de données de Moodle : pour un site sans le plugin compagnon.
Le fichier est vérifié en entier avant tout enregistrement ; un nouvel import du même site remplace le précédent.

  --site ID    le site du profil d’où vient le fichier (par défaut : main)
  --date DATE  le moment du SELECT, par exemple 2026-11-20 ou 2026-11-20T08:00:00Z (par défaut : maintenant)

Exécutez une seule requête SELECT, avec un compte qui n’a que le droit de lire. mdl_ est le préfixe des tables
($CFG->prefix dans config.php).

PostgreSQL : enregistrez dans links.sql, puis   psql -X -q -d moodle -f links.sql > links.csv

%1
MariaDB ou MySQL : enregistrez dans links.sql, puis
  mysql --default-character-set=utf8mb4 --batch --raw --skip-column-names moodle < links.sql > links.csv

%2
Seules les colonnes cmid, courseid et room sont nécessaires ; les autres colonnes sont ignorées. Les rôles du fichier
décident de qui est attendu, comme dans le plugin, sauf si le profil en décide autrement.)";

} // namespace

bool isLinksImport(const Arguments &arguments)
{
    return arguments.command == u"links" && !arguments.positional.isEmpty() &&
           arguments.positional.front() == u"import";
}

QString linksImportHelp(text::Language language)
{
    QString help = QString::fromUtf8(language == text::Language::French ? french : english);
    help.replace(QLatin1String("%1"), QLatin1String(postgresql));
    return help.replace(QLatin1String("%2"), QLatin1String(mariadb));
}

QString longReadingText(text::Language language, int requests, int seconds)
{
    const bool fr = language == text::Language::French;
    const QString count =
        text::plural(language, requests, fr ? QStringLiteral("%1 requête") : QStringLiteral("%1 request"),
                     fr ? QStringLiteral("%1 requêtes") : QStringLiteral("%1 requests"));
    const int minutes = (seconds + 59) / 60;
    const QString time =
        seconds < 60 ? (fr ? QStringLiteral("moins d’une minute") : QStringLiteral("less than a minute"))
                     : text::plural(language, minutes,
                                    fr ? QStringLiteral("environ %1 minute") : QStringLiteral("about %1 minute"),
                                    fr ? QStringLiteral("environ %1 minutes") : QStringLiteral("about %1 minutes"));
    return (fr ? QStringLiteral(
                     "Les activités de chat sont lues cours par cours\u00a0: %1, %2. Une lecture interrompue "
                     "reprend où elle s’est arrêtée.")
               : QStringLiteral("The chat activities are read course by course: %1, %2. A reading that is interrupted "
                                "goes on where it stopped."))
        .arg(count, time);
}

QString importedText(text::Language language, int links, const QString &site, const QString &date)
{
    const bool fr = language == text::Language::French;
    const QString count = text::plural(language, links, fr ? QStringLiteral("%1 lien") : QStringLiteral("%1 link"),
                                       fr ? QStringLiteral("%1 liens") : QStringLiteral("%1 links"));
    return (fr ? QStringLiteral("Import du site %2 au %3\u00a0: %1.")
               : QStringLiteral("Imported from the site %2, as of %3: %1."))
        .arg(count, site, date);
}

QString madeByText(text::Language language)
{
    return language == text::Language::French ? QStringLiteral("Créé par") : QStringLiteral("Made by");
}

} // namespace liaison::app
