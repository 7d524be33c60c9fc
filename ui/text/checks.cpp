#include "ui/text/checks.h"

#include "ui/text/format.h"

#include <algorithm>

namespace liaison::text {
namespace {

/// Values stand in cells, where a full stop is one dot too many.
QString asValue(QString sentence)
{
    if (sentence.endsWith(u'.') && !sentence.endsWith(QLatin1String("..")))
        sentence.chop(1);
    return sentence;
}

QString duration(qint64 seconds, Language language)
{
    const bool french = language == Language::French;
    const QString day = french ? QStringLiteral("j") : QStringLiteral("d");
    const auto with = [&](qint64 n, const QString &unit) {
        return QString(number(language, n) + QChar(QChar::Nbsp) + unit);
    };
    return seconds < 120      ? with(seconds, QStringLiteral("s"))
           : seconds < 7200   ? with(seconds / 60, QStringLiteral("min"))
           : seconds < 172800 ? with(seconds / 3600, QStringLiteral("h"))
                              : with(seconds / 86400, day);
}

QString days(qint64 n, Language language)
{
    const bool french = language == Language::French;
    return plural(language, n, french ? QStringLiteral("%1 jour") : QStringLiteral("%1 day"),
                  french ? QStringLiteral("%1 jours") : QStringLiteral("%1 days"));
}

/// Each defect with what to do about it, a line each.
QString defects(const QStringList &codes, Language language)
{
    QStringList sentences;
    for (const QString &code : codes) {
        const Text text = of(Group::Found, code, language);
        sentences << QString(text.sentence + u' ' + text.remedy);
    }
    return sentences.join(u'\n');
}

QStringList shown(const Check &check, Language language)
{
    QStringList args = check.args;
    const auto day = [&](const QString &iso) { // is what people note, not the second
        const QString date = dateTime(language, Instant::fromIso(iso));
        return language == Language::French ? date.section(QStringLiteral(" à "), 0, 0) : date.section(u',', 0, 0);
    };
    if (check.step == u"tls" && !args.isEmpty())
        args.front() = day(args.front());
    if (check.step == u"token" && args.size() == 2) {
        args[1] = day(args[1]);
        if (check.found != u"token-personal-since")
            args[0] = days(args[0].toLongLong(), language);
    }
    if (check.step == u"rate-limit" && !args.isEmpty())
        args.back() = duration(args.back().toLongLong(), language);
    if (check.step == u"plugin-defects" && args.size() > 2)
        args.resize(2);
    if (check.step == u"clock" && !args.isEmpty())
        args.front() = duration(args.front().toLongLong(), language);
    return args;
}

} // namespace

CheckWords of(const Check &check, Language language)
{
    CheckWords words;
    words.what = of(Group::Check, check.step, language).name;
    if (check.error) {
        const Text text = error(*check.error, language);
        words.value = text.name;
        words.remedy = text.remedy.isEmpty() ? text.sentence : QString(text.sentence + u' ' + text.remedy);
        return words;
    }
    const Text text = of(Group::Found, check.found, language, shown(check, language));
    words.value = asValue(text.sentence);
    const bool wanting = check.result == CheckResult::Watch || check.result == CheckResult::Blocking;
    if (check.result != CheckResult::NotTried)
        words.remedy = check.step == u"plugin-defects" ? defects(check.args.mid(2), language) : text.remedy;
    const bool partly = check.found == u"right-missing-in";
    if (wanting && !partly && has(Group::Right, check.right)) // what is lost, then the way to get it
        words.remedy = of(Group::Right, check.right, language).sentence + u' ' + words.remedy;
    return words;
}

std::vector<CheckLine> linesOf(const std::vector<Check> &checks, Language language)
{
    const bool french = language == Language::French;
    std::vector<CheckLine> lines;
    for (size_t i = 0; i < checks.size(); ++i) {
        const Check &check = checks[i];
        const bool together = check.found == u"right-held" || check.found == u"right-untold";
        if (!together) {
            lines.push_back({check.result, of(check, language)});
            continue;
        }
        const auto same = [&](const Check &other) { return other.step == check.step && other.found == check.found; };
        if (std::any_of(checks.begin(), checks.begin() + static_cast<std::ptrdiff_t>(i), same))
            continue; // said with the first of them
        QStringList rights;
        for (const Check &other : checks) {
            if (same(other))
                rights << other.right;
        }
        CheckLine line{check.result, of(check, language)};
        const QString list = rights.join(QStringLiteral(", "));
        const bool held = check.found == u"right-held";
        line.words.value =
            plural(language, rights.size(),
                   held ? (french ? QStringLiteral("%1 droit accordé") : QStringLiteral("%1 right granted"))
                        : (french ? QStringLiteral("%1 droit que seul le plugin compagnon indique")
                                  : QStringLiteral("%1 right that only the companion plugin tells")),
                   held ? (french ? QStringLiteral("%1 droits accordés") : QStringLiteral("%1 rights granted"))
                        : (french ? QStringLiteral("%1 droits que seul le plugin compagnon indique")
                                  : QStringLiteral("%1 rights that only the companion plugin tells")));
        line.words.remedy = list;
        lines.push_back(std::move(line));
    }
    return lines;
}

QString signOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Fine:
        return QStringLiteral("[ok]");
    case CheckResult::Watch:
        return QStringLiteral("[!] ");
    case CheckResult::Blocking:
        return QStringLiteral("[x] ");
    case CheckResult::NotKnown:
        return QStringLiteral("[?] ");
    case CheckResult::NotTried:
        break;
    }
    return QStringLiteral("[-] ");
}

QString codeOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Fine:
        return QStringLiteral("fine");
    case CheckResult::Watch:
        return QStringLiteral("watch");
    case CheckResult::Blocking:
        return QStringLiteral("blocking");
    case CheckResult::NotKnown:
        return QStringLiteral("not-known");
    case CheckResult::NotTried:
        break;
    }
    return QStringLiteral("not-tried");
}

QString wordOf(CheckResult result, Language language)
{
    const bool french = language == Language::French;
    switch (result) {
    case CheckResult::Fine:
        return french ? QStringLiteral("correct") : QStringLiteral("fine");
    case CheckResult::Watch:
        return french ? QStringLiteral("à surveiller") : QStringLiteral("to watch");
    case CheckResult::Blocking:
        return french ? QStringLiteral("bloquant") : QStringLiteral("blocking");
    case CheckResult::NotKnown:
        return french ? QStringLiteral("inconnu") : QStringLiteral("not known");
    case CheckResult::NotTried:
        break;
    }
    return french ? QStringLiteral("non tenté") : QStringLiteral("not tried");
}

QString summaryOf(const std::vector<Check> &checks, Language language)
{
    const bool french = language == Language::French;
    struct Form
    {
        CheckResult result;
        QString one, many;
    };
    const Form forms[] = {
        {CheckResult::Blocking, french ? QStringLiteral("%1 bloquante") : QStringLiteral("%1 blocking"),
         french ? QStringLiteral("%1 bloquantes") : QStringLiteral("%1 blocking")},
        {CheckResult::Watch, french ? QStringLiteral("%1 à surveiller") : QStringLiteral("%1 to watch"),
         french ? QStringLiteral("%1 à surveiller") : QStringLiteral("%1 to watch")},
        {CheckResult::Fine, french ? QStringLiteral("%1 correcte") : QStringLiteral("%1 fine"),
         french ? QStringLiteral("%1 correctes") : QStringLiteral("%1 fine")},
        {CheckResult::NotKnown, french ? QStringLiteral("%1 inconnue") : QStringLiteral("%1 not known"),
         french ? QStringLiteral("%1 inconnues") : QStringLiteral("%1 not known")},
        {CheckResult::NotTried, french ? QStringLiteral("%1 non tentée") : QStringLiteral("%1 not tried"),
         french ? QStringLiteral("%1 non tentées") : QStringLiteral("%1 not tried")},
    };
    QStringList parts;
    for (const Form &form : forms) {
        const auto n = std::count_if(checks.begin(), checks.end(),
                                     [&](const Check &check) { return check.result == form.result; });
        if (n > 0)
            parts << plural(language, n, form.one, form.many).replace(u' ', QChar(QChar::Nbsp)); // breaks at commas
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace liaison::text
