#include "ui/pages/serverchecks.h"

#include <algorithm>

namespace liaison::ui {
namespace {

/// Without what follows the number: "4.5 (Build: 20241007)".
QString named(const QString &kind, const QString &version, const QString &site, bool severalMoodles)
{
    const bool moodle = kind == u"moodle";
    QString name = moodle ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat");
    if (const QString number = version.section(u' ', 0, 0); !number.isEmpty())
        name += u' ' % number;
    return moodle && severalMoodles ? QString(name % QStringLiteral(", ") % site) : name;
}

template <class Servers> bool severalMoodles(const Servers &servers)
{
    return std::count_if(servers.begin(), servers.end(), [](const auto &s) { return s.kind == u"moodle"; }) > 1;
}

constexpr CheckResult bySeverity[] = {CheckResult::Blocking, CheckResult::Watch, CheckResult::NotKnown,
                                      CheckResult::NotTried, CheckResult::Fine};

} // namespace

Mark markOf(CheckResult result)
{
    switch (result) {
    case CheckResult::Fine:
        return Mark::Fine;
    case CheckResult::Watch:
        return Mark::Watch;
    case CheckResult::Blocking:
        return Mark::Blocking;
    case CheckResult::NotTried:
        return Mark::Skipped;
    case CheckResult::NotKnown:
        break;
    }
    return Mark::Unknown;
}

Ink inkOf(CheckResult result)
{
    return result == CheckResult::Blocking ? Ink::Missing : result == CheckResult::Watch ? Ink::Drift : Ink::Secondary;
}

std::vector<text::CheckLine> problemsFirst(const std::vector<Check> &checks, text::Language language)
{
    const std::vector<text::CheckLine> all = text::linesOf(checks, language);
    std::vector<text::CheckLine> sorted;
    for (const CheckResult result : bySeverity) {
        QStringList steps;
        for (const text::CheckLine &line : all) {
            if (line.result == result && result != CheckResult::NotTried)
                sorted.push_back(line);
            else if (line.result == result && !steps.contains(line.words.what))
                steps << line.words.what;
        }
        if (!steps.isEmpty()) {
            const text::Text words = text::of(text::Group::Found, u"not-tried", language);
            sorted.push_back({result, {words.name, steps.join(QStringLiteral(", ")), words.remedy}});
        }
    }
    return sorted;
}

CheckResult worstOf(const std::vector<Check> &checks)
{
    for (const CheckResult result : {CheckResult::Blocking, CheckResult::Watch}) {
        if (std::any_of(checks.begin(), checks.end(), [&](const Check &check) { return check.result == result; }))
            return result;
    }
    return CheckResult::Fine; // what no server ever tells is no reason for a mark on the whole card
}

QString serverName(const ServerReport &report, const CampusView &view)
{
    return named(report.kind, report.version, report.site, severalMoodles(view.servers));
}

QString serverName(const ServerDiagnosis &server, const Diagnosis &diagnosis)
{
    return named(server.kind, server.version, server.site, severalMoodles(diagnosis.servers));
}

} // namespace liaison::ui
