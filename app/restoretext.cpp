#include "app/restoretext.h"

#include "app/csv.h"
#include "core/run/restorecommand.h"
#include "ui/text/duration.h"
#include "ui/text/format.h"

#include <QDateTime>

#include <set>

namespace liaison::app {
namespace {

QString in(text::Language language, const char *english, const char *french)
{
    if (language != text::Language::French)
        return QString::fromUtf8(english);
    QString out = QString::fromUtf8(french);
    for (const char *mark : {":", ";"}) // ordinary spaces in this file, as in ui/text
        out.replace(QString(u' ' % QLatin1String(mark)), QString(QChar(0xa0) % QLatin1String(mark)));
    return out;
}

QString dash()
{
    return QStringLiteral("\u2014");
}

QString dateOrDash(text::Language language, Instant at, const QTimeZone &zone)
{
    return at.isKnown() ? text::dateTime(language, at, zone) : dash();
}

QString nameOf(text::Language language, const QString &code)
{
    return text::of(text::Group::Restore, code, language).name;
}

QString remarks(const RestoreRow &row, const AboutRestore &about, text::Language language)
{
    QStringList said;
    if (!row.cause.isEmpty())
        said << QString(nameOf(language, row.cause) % u" (" % in(language, "likely", "probable") % u')');
    for (const RestoreNote note : about.notes) {
        if (isWarning(note))
            said << nameOf(language, codeOf(note));
    }
    return said.join(QStringLiteral(", "));
}

QString yesNo(bool yes, text::Language language)
{
    return yes ? in(language, "yes", "oui") : in(language, "no", "non");
}

QString triText(Tri value, text::Language language)
{
    return value == Tri::NotKnown ? QString() : yesNo(value == Tri::Yes, language);
}

/// Without words and sortable, as spreadsheets take it.
QString cellDate(Instant at, const QTimeZone &zone)
{
    return at.isKnown() ? QDateTime::fromMSecsSinceEpoch(at.ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                        : QString();
}

} // namespace

QString requesterText(const RestoreRow &row, const AboutRestore &about, text::Language language)
{
    if (row.task.requester == 0)
        return in(language, "an administrator", "un administrateur");
    const QString login = row.task.requesterName.value_or(QString());
    if (about.requesterFullName.isEmpty())
        return login.isEmpty() ? QString::number(row.task.requester) : login;
    return login.isEmpty() ? about.requesterFullName : QString(about.requesterFullName % u" (" % login % u')');
}

QString categoryText(const RestoreRow &row, const AboutRestore &about, text::Language language)
{
    if (row.task.category == 0)
        return in(language, "default category", "catégorie par défaut");
    if (!about.categoryPath.isEmpty())
        return about.categoryPath.join(QStringLiteral(" / "));
    return row.task.categoryName.value_or(in(language, "category %1", "catégorie %1").arg(row.task.category));
}

QString enrolmentText(qint64 mode, text::Language language)
{
    switch (mode) {
    case 0:
        return in(language, "never: people come as manual enrolments", "jamais : inscrits manuellement");
    case 1:
        return in(language, "only with user data", "seulement avec les données utilisateurs");
    case 2:
        return in(language, "always", "toujours");
    default:
        return QString::number(mode);
    }
}

QStringList othersText(const AboutRestore &about, text::Language language, const QTimeZone &zone)
{
    QStringList out;
    for (const OtherRestore &other : about.others) {
        const QString who = other.requester == 0            ? in(language, "an administrator", "un administrateur")
                            : other.requesterName.isEmpty() ? QString::number(other.requester)
                                                            : other.requesterName;
        QString one = who % QStringLiteral(", ") % text::dateTime(language, other.done, zone);
        if (other.course)
            one += in(language, " (course %1)", " (cours %1)").arg(*other.course);
        out << one;
    }
    return out;
}

QString noRestores(bool elsewhere, text::Language language)
{
    const bool french = language == text::Language::French;
    if (elsewhere)
        return french ? QStringLiteral("Aucune restauration n’est enregistrée dans le périmètre de ce profil.")
                      : QStringLiteral("No restore is recorded in the scope of this profile.");
    return french ? QStringLiteral("Aucune restauration n’est enregistrée.")
                  : QStringLiteral("No restore is recorded.");
}

QString outsideText(const RestoresOutside &outside, text::Language language)
{
    const bool french = language == text::Language::French;
    QString line = (french ? QStringLiteral("Hors du périmètre de ce profil\u00a0: %1 (comptées, non affichées)")
                           : QStringLiteral("Outside the scope of this profile: %1 (counted, not shown)"))
                       .arg(outside.tasks);
    if (outside.blocks)
        line += french ? QStringLiteral("\u00a0; l’une d’elles bloque la file pour tous. Adressez-vous à un "
                                        "administrateur de Moodle.")
                       : QStringLiteral("; one of them holds up the queue for everybody. Ask a Moodle administrator.");
    return line;
}

QStringList restoreHead(text::Language language)
{
    return {QStringLiteral("id"),
            in(language, "Site", "Site"),
            in(language, "State", "État"),
            in(language, "Title", "Titre"),
            in(language, "From", "Depuis"),
            in(language, "Requested by", "Demandée par"),
            in(language, "Into", "Vers"),
            in(language, "User data", "Données"),
            in(language, "Created", "Créée"),
            in(language, "Planned", "Prévue"),
            in(language, "Processed", "Traitée"),
            in(language, "For", "Durée"),
            in(language, "Remarks", "Remarques")};
}

QStringList restoreLine(const RestoreRow &row, const AboutRestore &about, text::Language language,
                        const QTimeZone &zone)
{
    const moodle::RestoreTask &task = row.task;
    return {QString::number(task.id),
            row.site,
            nameOf(language, codeOf(row.state)),
            task.externalName,
            task.externalUrl,
            requesterText(row, about, language),
            categoryText(row, about, language),
            task.withUserData ? in(language, "with", "avec") : in(language, "without", "sans"),
            text::dateTime(language, task.created, zone),
            dateOrDash(language, about.planned, zone),
            dateOrDash(language, task.processed, zone),
            about.seconds ? text::duration(language, *about.seconds) : dash(),
            remarks(row, about, language)};
}

QStringList siteLines(const RestoreSite &site, text::Language language, const QTimeZone &zone)
{
    const QString colon = in(language, ": ", " : ");
    const text::Text state = text::of(text::Group::Restore, codeOf(site.state), language);
    QString task = site.site % colon % state.sentence;
    if (site.runner && site.runner->lastRun.isKnown())
        task += in(language, " Last run: %1.", " Dernier passage : %1.")
                    .arg(text::dateTime(language, site.runner->lastRun, zone));
    if (site.runner && !site.runner->disabled && !site.runner->runningSince && site.runner->nextRun.isKnown())
        task += in(language, " Next run: %1.", " Prochain passage : %1.")
                    .arg(text::dateTime(language, site.runner->nextRun, zone));
    if (site.runner && site.runner->runningSince)
        task += in(language, " Since: %1.", " Depuis : %1.")
                    .arg(text::dateTime(language, *site.runner->runningSince, zone));
    if (!state.remedy.isEmpty())
        task += u' ' % state.remedy;
    QStringList lines{task};
    if (!site.settingsKnown)
        return lines;
    QString settings =
        site.site % colon %
        in(language, "Moodle %1, block %2; one restored course per source course: %3; sources: %4",
           "Moodle %1, bloc %2 ; un seul cours restauré par cours source : %3 ; sources : %4")
            .arg(site.version.isEmpty() ? QStringLiteral("?") : site.version,
                 site.block.isEmpty() ? QStringLiteral("?") : site.block, yesNo(site.oneInstance, language),
                 site.sources.isEmpty() ? in(language, "none", "aucune") : site.sources.join(QStringLiteral(", ")));
    lines << settings;
    return lines;
}

QStringList noteLines(const RestoreReview &review, text::Language language)
{
    std::set<RestoreNote> notes;
    for (const AboutRestore &about : review.about)
        notes.insert(about.notes.begin(), about.notes.end());
    QStringList lines;
    for (const RestoreNote note : notes) {
        const text::Text words = text::of(text::Group::Restore, codeOf(note), language);
        lines << QString(words.name % in(language, ": ", " : ") % words.sentence % u' ' % words.remedy);
        if (const QString command = settingCommand(note); !command.isEmpty())
            lines << QString(QStringLiteral("  ") % command);
    }
    return lines;
}

QByteArray restoresCsv(const std::vector<RestoreRow> &rows, const RestoreReview *review, text::Language language,
                       const QTimeZone &zone)
{
    const QString zoned = QString(u" (" % QString::fromLatin1(zone.id()) % u')');
    const auto lineOf = [](const QStringList &cells) {
        QByteArrayList line;
        for (const QString &cell : cells)
            line << csvCell(cell);
        return QByteArray(line.join(',') + "\r\n");
    };
    QByteArray csv = "\xEF\xBB\xBF";
    csv += lineOf({QStringLiteral("id"),
                   in(language, "site", "site"),
                   in(language, "state", "état"),
                   in(language, "likely cause", "cause probable"),
                   in(language, "source course", "cours source"),
                   in(language, "id at the source", "id à la source"),
                   in(language, "source site", "site source"),
                   in(language, "address of the source course", "adresse du cours source"),
                   in(language, "requested by", "demandée par"),
                   in(language, "login", "identifiant"),
                   in(language, "target category", "catégorie cible"),
                   in(language, "category id", "id de la catégorie"),
                   in(language, "user data", "données utilisateurs"),
                   in(language, "enrolments", "inscriptions"),
                   in(language, "created", "créée") % zoned,
                   in(language, "modified", "modifiée") % zoned,
                   in(language, "processed", "traitée") % zoned,
                   in(language, "planned", "prévue") % zoned,
                   in(language, "seconds", "secondes"),
                   in(language, "new course", "nouveau cours"),
                   in(language, "requester enrolled", "demandeur inscrit"),
                   in(language, "requester moderates", "demandeur modérateur"),
                   in(language, "restored before", "déjà restauré"),
                   in(language, "remarks", "remarques")});
    for (size_t i = 0; i < rows.size(); ++i) {
        const RestoreRow &row = rows[i];
        const AboutRestore &about = aboutOf(review, row, i);
        const moodle::RestoreTask &task = row.task;
        csv +=
            lineOf({QString::number(task.id),
                    row.site,
                    nameOf(language, codeOf(row.state)),
                    row.cause.isEmpty() ? QString() : nameOf(language, row.cause),
                    task.externalName,
                    QString::number(task.externalCourse),
                    task.externalUrl,
                    coursePage(task.externalUrl, task.externalCourse),
                    about.requesterFullName.isEmpty() ? requesterText(row, about, language) : about.requesterFullName,
                    task.requesterName.value_or(QString()),
                    categoryText(row, about, language),
                    QString::number(task.category),
                    yesNo(task.withUserData, language),
                    enrolmentText(task.enrolmentMode, language),
                    cellDate(task.created, zone),
                    cellDate(task.modified, zone),
                    cellDate(task.processed, zone),
                    cellDate(about.planned, zone),
                    about.seconds ? QString::number(*about.seconds) : QString(),
                    task.course ? QString::number(*task.course) : QString(),
                    triText(about.requesterEnrolled, language),
                    triText(about.requesterModerator, language),
                    othersText(about, language, zone).join(QStringLiteral("; ")),
                    remarks(row, about, language)});
    }
    return csv;
}

} // namespace liaison::app
