#include "app/evidence.h"

#include "app/csv.h"

#include "app/inventorytext.h"
#include "app/output.h"
#include "ui/text/format.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSaveFile>
#include <array>
#include <map>

namespace liaison::app {
namespace {

using text::Language;

enum class Line {
    Heading,
    ReadOn,
    Profile,
    Servers,
    Summary,
    Rooms,
    Site,
    Course,
    Activity,
    Room,
    RoomName,
    Reason,
    Oldest,
    Age,
    Measured,
    NotMeasured,
    NoMessage,
    Unread,
    Empty,
    Chat,
};

struct Entry
{
    Line line;
    const char *english, *french;
};

constexpr std::array entries{
    Entry{Line::Heading, "How long messages are kept in the rooms of courses",
          "Durée de conservation des messages dans les salons de cours"},
    Entry{Line::ReadOn, "Read on", "Relevé du"},
    Entry{Line::Profile, "Profile", "Profil"},
    Entry{Line::Servers, "Servers", "Serveurs"},
    Entry{Line::Summary, "Summary", "Résumé"},
    Entry{Line::Rooms, "Rooms", "Salons"},
    Entry{Line::Site, "Site", "Site"},
    Entry{Line::Course, "Course", "Cours"},
    Entry{Line::Activity, "Activity", "Activité"},
    Entry{Line::Room, "Room id", "Identifiant du salon"},
    Entry{Line::RoomName, "Room", "Salon"},
    Entry{Line::Reason, "Reason", "Motif"},
    Entry{Line::Oldest, "Oldest message", "Plus ancien message"},
    Entry{Line::Age, "Age in days", "Âge en jours"},
    Entry{Line::Measured, "The date of the oldest message of each room was read; no message was looked at or kept.",
          "La date du plus ancien message de chaque salon a été lue ; aucun message n’a été consulté ni conservé."},
    Entry{Line::NotMeasured, "The oldest messages were not measured: what is stated is what the servers are set to do.",
          "Les plus anciens messages n’ont pas été mesurés : ce document indique ce que les serveurs sont réglés pour "
          "faire."},
    Entry{Line::NoMessage, "no message", "aucun message"},
    Entry{Line::Unread, "Not read, so this document is not complete",
          "Non relevé : ce document n’est donc pas complet"},
    Entry{Line::Empty, "No room of a course was found.", "Aucun salon de cours n’a été trouvé."},
    Entry{Line::Chat, "Chat server", "Serveur de chat"},
};

QString say(Line line, Language language)
{
    for (const Entry &entry : entries) {
        if (entry.line == line)
            return QString::fromUtf8(language == Language::French ? entry.french : entry.english);
    }
    return {};
}

QString days(bool known, const std::optional<int> &n, Language language)
{
    return !known ? QStringLiteral("?") : n ? daysText(*n, language) : word(Word::Forever, language);
}

QString oldest(const RetentionRow &row, Language language)
{
    if (!row.measured)
        return QStringLiteral("—");
    return row.oldest.isKnown() ? text::dateTime(language, row.oldest) : say(Line::NoMessage, language);
}

QString verdictName(RetentionVerdict verdict, Language language)
{
    return text::of(text::Group::Verdict, codeOf(verdict), language).name;
}

QString reasonName(const RetentionRow &row, Language language)
{
    const bool said = row.reason.isEmpty() || row.reason == codeOf(row.verdict);
    return said ? QString() : text::detail(row.reason, language).name;
}

/// Server text as plain text: no element, no attribute, no control or direction mark comes of it.
QString plain(const QString &text)
{
    return harmless(text).toHtmlEscaped().replace(u'\'', QLatin1String("&#39;"));
}

QString tag(const char *name, const QString &inside)
{
    const QString element = QString::fromLatin1(name);
    return u'<' + element + u'>' + inside + QLatin1String("</") + element.section(u' ', 0, 0) + u'>';
}

QString plainDays(bool known, const std::optional<int> &n)
{
    return known && n ? QString::number(*n) : QString();
}

} // namespace

Evidence evidenceOf(const Profile &profile, Instant at, std::vector<RetentionRow> rows, std::vector<Unknown> unread,
                    bool measured)
{
    Evidence out;
    out.at = at;
    out.profile = profile.name;
    for (const MoodleSettings &site : profile.moodle)
        out.moodles.emplace_back(site.id, site.url);
    out.chat = profile.chat.url;
    out.rows = std::move(rows);
    out.unread = std::move(unread);
    out.measured = measured;
    return out;
}

QByteArray evidenceHtml(const Evidence &e, Language language)
{
    const bool french = language == Language::French;
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + (french ? u"fr" : u"en") +
                   QStringLiteral("\">\n<head>\n<meta charset=\"utf-8\">\n"
                                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                                  "style-src 'unsafe-inline'\">\n"
                                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html +=
        tag("title", plain(say(Line::Heading, language))) +
        QStringLiteral("\n<style>\nbody{font:15px/1.45 system-ui,sans-serif;color:#1c2128;margin:2rem auto;"
                       "max-width:72rem;padding:0 1rem}\nh1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}\n"
                       "dt{font-weight:600;float:left;clear:left;width:11rem}dd{margin:0 0 .25rem 11.5rem}\n"
                       "table{border-collapse:collapse;width:100%}\n"
                       "th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid "
                       "#d0d7de;overflow-wrap:anywhere}\nth{background:#f3f5f7}tbody "
                       "th{background:none;font-weight:400}td.n{text-align:right;"
                       "white-space:nowrap}\n@media print{body{margin:0;max-width:none;font-size:11px}"
                       "thead{display:table-header-group}tr{break-inside:avoid}}\n</style>\n</head>\n<body>\n<main>\n");
    html += tag("h1", plain(say(Line::Heading, language))) + QStringLiteral("\n<dl>\n");
    const auto fact = [&](const QString &name, const QString &value) {
        html += tag("dt", plain(name)) + tag("dd", plain(value)) + u'\n';
    };
    fact(say(Line::ReadOn, language), text::dateTime(language, e.at) + QLatin1String(" (") + e.at.iso() + u')');
    if (!e.profile.isEmpty())
        fact(say(Line::Profile, language), e.profile);
    for (const auto &[site, url] : e.moodles)
        fact(QString(QLatin1String("Moodle ") + site), url);
    fact(say(Line::Chat, language), e.chat);
    html += QStringLiteral("</dl>\n");
    html += tag("p", plain(say(e.measured ? Line::Measured : Line::NotMeasured, language))) + u'\n';

    std::map<RetentionVerdict, int> counts;
    for (const RetentionRow &row : e.rows)
        ++counts[row.verdict];
    html += tag("h2", plain(say(Line::Summary, language))) + QStringLiteral("\n<ul>\n");
    for (const auto &[verdict, count] : counts) {
        const text::Text words = text::of(text::Group::Verdict, codeOf(verdict), language);
        html += tag("li", tag("b", plain(text::number(language, count) + QStringLiteral(" × ") + words.name)) +
                              QStringLiteral(" – ") + plain(words.sentence)) +
                u'\n';
    }
    if (e.rows.empty())
        html += tag("li", plain(say(Line::Empty, language))) + u'\n';
    html += QStringLiteral("</ul>\n");
    if (!e.unread.empty()) {
        html += tag("h2", plain(say(Line::Unread, language))) + QStringLiteral("\n<ul>\n");
        for (const Unknown &u : e.unread) {
            QString where = u.place.site;
            if (u.place.course)
                where += u':' + QString::number(*u.place.course);
            html += tag("li",
                        tag("b", plain(where)) + QStringLiteral(" – ") + plain(text::of(u.reason, language).sentence)) +
                    u'\n';
        }
        html += QStringLiteral("</ul>\n");
    }
    // Named by its heading and with headers both ways: a screen reader then says of which room a cell is.
    html += QStringLiteral("<h2 id=\"rooms\">") + plain(say(Line::Rooms, language)) +
            QStringLiteral("</h2>\n<table aria-labelledby=\"rooms\">\n<thead><tr>");
    for (const QString &head :
         {say(Line::Course, language), say(Line::RoomName, language), word(Word::Wanted, language),
          word(Word::Stored, language), word(Word::Effective, language), say(Line::Oldest, language),
          word(Word::Verdict, language)})
        html += QStringLiteral("<th scope=\"col\">") + plain(head) + QStringLiteral("</th>");
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const RetentionRow &row : e.rows) {
        const QString course = e.moodles.size() > 1 ? QString(row.link.site + u':' + row.shortName) : row.shortName;
        const auto number = [&](const QString &text) {
            html += QStringLiteral("<td class=\"n\">") + plain(text) + QStringLiteral("</td>");
        };
        html += QStringLiteral("<tr><th scope=\"row\">") + tag("b", plain(course)) + QStringLiteral("<br>") +
                plain(row.fullName) + QStringLiteral("</th>");
        html += tag("td", plain(row.roomName.isEmpty() ? row.room : row.roomName));
        number(days(row.wantedKnown, row.wanted, language));
        number(days(row.storedKnown, row.stored, language));
        number(days(row.effectiveKnown, row.effective, language));
        number(oldest(row, language));
        const QString reason = reasonName(row, language);
        html += tag("td", plain(verdictName(row.verdict, language)) +
                              (reason.isEmpty() ? QString() : QString(QLatin1String("<br>") + plain(reason)))) +
                QStringLiteral("</tr>\n");
    }
    html += QStringLiteral("</tbody>\n</table>\n</main>\n</body>\n</html>\n");
    return html.toUtf8();
}

QByteArray evidenceCsv(const Evidence &e, Language language)
{
    const QString inDays = QStringLiteral(" (") + (language == Language::French ? u"j" : u"d") + u')';
    QByteArrayList head;
    for (const QString &name :
         {say(Line::ReadOn, language), say(Line::Chat, language), say(Line::Site, language), QStringLiteral("Moodle"),
          say(Line::Course, language), QStringLiteral("courseid"), QStringLiteral("cmid"), say(Line::Room, language),
          say(Line::RoomName, language), QString(word(Word::Wanted, language) + inDays),
          QString(word(Word::Stored, language) + inDays), QString(word(Word::Effective, language) + inDays),
          say(Line::Oldest, language), say(Line::Age, language), QStringLiteral("verdict"),
          word(Word::Verdict, language), say(Line::Reason, language)})
        head << csvCell(name);
    QByteArray csv = "\xEF\xBB\xBF" + head.join(',') + "\r\n";
    const auto urlOf = [&](const QString &site) {
        for (const auto &[id, url] : e.moodles) {
            if (id == site)
                return url;
        }
        return QString();
    };
    // Not known and never are told apart by the verdict and these two words.
    const auto number = [&](bool known, const std::optional<int> &n) {
        return !known ? QStringLiteral("?") : n ? plainDays(known, n) : word(Word::Forever, language);
    };
    for (const RetentionRow &row : e.rows) {
        QByteArrayList line;
        const bool dated = row.measured && row.oldest.isKnown();
        for (const QString &text :
             {e.at.iso(), e.chat, row.link.site, urlOf(row.link.site), row.shortName, QString::number(row.course),
              QString::number(row.link.cmid), row.room, row.roomName, number(row.wantedKnown, row.wanted),
              number(row.storedKnown, row.stored), number(row.effectiveKnown, row.effective),
              dated          ? row.oldest.iso()
              : row.measured ? say(Line::NoMessage, language)
                             : QString(),
              dated ? QString::number((e.at.ms - row.oldest.ms) / 86'400'000) : QString(), codeOf(row.verdict),
              verdictName(row.verdict, language), reasonName(row, language)})
            line << csvCell(text);
        csv += line.join(',') + "\r\n";
    }
    for (const Unknown &u : e.unread) { // a document that is not whole says so in its last lines
        QByteArrayList line;
        for (const QString &text :
             {e.at.iso(), e.chat, u.place.site, urlOf(u.place.site), QString(),
              u.place.course ? QString::number(*u.place.course) : QString(), QString(), QString(), QString(), QString(),
              QString(), QString(), QString(), QString(), codeOf(RetentionVerdict::Unknown),
              verdictName(RetentionVerdict::Unknown, language), text::of(u.reason, language).name})
            line << csvCell(text);
        csv += line.join(',') + "\r\n";
    }
    return csv;
}

bool isEvidenceName(const QString &path)
{
    return path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

Result<QString> writeEvidence(const Evidence &evidence, Language language, const QString &path, bool replace)
{
    if (!replace && QFileInfo::exists(path))
        return fail(Error{ErrorKind::Input, QStringLiteral("file-exists"), path, 0, {}, {}});
    const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    const QByteArray bytes = csv ? evidenceCsv(evidence, language) : evidenceHtml(evidence, language);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace liaison::app
