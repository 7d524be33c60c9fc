#include "ui/pages/words.h"

#include <QRegularExpression>
#include <QUrl>

namespace liaison::ui::words {

QString days(text::Language language, int days)
{
    return Words::tr("%1 d").replace(u' ', QChar(QChar::Nbsp)).arg(text::number(language, days));
}

QString sum(text::Language language, const std::vector<qint64> &parts, qint64 total)
{
    if (parts.size() < 2)
        return text::number(language, total);
    QStringList numbers;
    for (qint64 part : parts)
        numbers << text::number(language, part);
    return QStringLiteral("%1 = %2").arg(numbers.join(QStringLiteral(" + ")), text::number(language, total));
}

QString age(text::Language language, Instant now, Instant then)
{
    return then.isKnown() ? text::age(language, now.ms - then.ms) : none();
}

QString progress(text::Language language, const Progress &progress)
{
    QString what = Words::tr("Reading");
    if (progress.stage == u"connect")
        what = Words::tr("Connecting to the servers");
    else if (progress.stage == u"links")
        what = Words::tr("Reading activities");
    else if (progress.stage == u"enrolments")
        what = Words::tr("Reading enrolments");
    else if (progress.stage == u"members")
        what = Words::tr("Reading members");
    else if (progress.stage == u"accounts")
        what = Words::tr("Reading accounts");
    else if (progress.stage == u"timelines")
        what = Words::tr("Reading who came and went");
    else if (progress.stage == u"oldest")
        what = Words::tr("Reading the dates of the oldest messages");
    if (progress.total <= 0)
        return what;
    return Words::tr("%1: %2 of %3")
        .arg(what, text::number(language, progress.done), text::number(language, progress.total));
}

QString roomName(const QString &name)
{
    static const QRegularExpression prefix(QStringLiteral("^([0-9a-f]{4})[0-9a-f]{36}_"));
    const auto match = prefix.match(name);
    return match.hasMatch() ? QString(match.captured(1) % u"\u2026_" % name.mid(match.capturedEnd())) : name;
}

QString host(const QString &url)
{
    const QUrl parsed(url);
    if (parsed.host().isEmpty())
        return url;
    return parsed.port() < 0 ? parsed.host() : QString(parsed.host() % u':' % QString::number(parsed.port()));
}

QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain.toCaseFolded();
}

QString courseOf(const CampusView &view, const LinkKey &key)
{
    if (view.snapshot) {
        const Snapshot &s = *view.snapshot;
        const auto before = [&](const Link &link, const LinkKey &k) {
            return LinkKey{s.sites[link.site.value].id.value, link.cmid.value} < k;
        };
        const auto at = std::lower_bound(s.links.begin(), s.links.end(), key, before);
        if (at != s.links.end() && at->cmid.value == key.cmid && s.sites[at->site.value].id.value == key.site)
            return s.courses[at->course.value].shortName;
    }
    return key.site % u':' % QString::number(key.cmid);
}

} // namespace liaison::ui::words
