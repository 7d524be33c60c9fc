#include "app/commands.h"

#include "app/commands_bundle.h"
#include "app/sheettext.h"
#include "core/run/doctor.h"
#include "core/run/grantsheet.h"
#include "ui/text/bundle.h"
#include "ui/text/certificates.h"
#include "ui/text/checks.h"

#include <QDateTime>
#include <QJsonArray>
#include <algorithm>
#include <array>

namespace liaison::app {
namespace {

const QJsonValue null(QJsonValue::Null);

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? null : QJsonValue(text);
}

QJsonObject checkJson(const Check &check, text::Language language)
{
    const text::CheckWords words = text::of(check, language);
    return {{QStringLiteral("check"), check.step},
            {QStringLiteral("checkText"), words.what},
            {QStringLiteral("result"), text::codeOf(check.result)},
            {QStringLiteral("resultText"), text::wordOf(check.result, language)},
            {QStringLiteral("found"), textOrNull(check.found)},
            {QStringLiteral("error"), check.error ? QJsonValue(text::errorCode(*check.error)) : null},
            {QStringLiteral("right"), textOrNull(check.right)},
            {QStringLiteral("fact"), words.value},
            {QStringLiteral("remedy"), textOrNull(words.remedy)}};
}

QJsonObject certificatesJson(const ServerDiagnosis &server)
{
    QJsonArray chain;
    for (const net::ShownCertificate &c : server.chain)
        chain.append(QJsonObject{{QStringLiteral("subject"), c.subject},
                                 {QStringLiteral("issuer"), c.issuer},
                                 {QStringLiteral("from"), c.from.iso()},
                                 {QStringLiteral("until"), c.until.iso()},
                                 {QStringLiteral("sha256"), c.sha256}});
    return {{QStringLiteral("missing"), textOrNull(server.missing)}, {QStringLiteral("chain"), chain}};
}

QJsonObject serverJson(const ServerDiagnosis &server, text::Language language)
{
    QJsonArray checks;
    for (const Check &check : server.checks)
        checks.append(checkJson(check, language));
    return {{QStringLiteral("server"), server.kind},
            {QStringLiteral("site"), textOrNull(server.site)},
            {QStringLiteral("url"), server.url},
            {QStringLiteral("version"), textOrNull(server.version)},
            {QStringLiteral("account"), textOrNull(server.account)},
            {QStringLiteral("proxy"), textOrNull(server.proxy)},
            {QStringLiteral("certificates"), certificatesJson(server)},
            {QStringLiteral("checks"), checks}};
}

QString titleOf(const ServerDiagnosis &server)
{
    const QString product = server.kind == u"moodle" ? QStringLiteral("Moodle") : QStringLiteral("Rocket.Chat");
    const QString site = server.site.isEmpty() ? QString() : QString(u' ' + server.site);
    return product + site + QStringLiteral("  ") + server.url;
}

/// Lines of at most some hundred characters, broken at spaces.
QStringList wrapped(const QString &text, qsizetype width)
{
    QStringList lines;
    const QStringList words = text.split(u' ');
    for (const QString &word : words) {
        if (lines.isEmpty() || lines.back().size() + word.size() + 1 > width)
            lines << word;
        else
            lines.back() += u' ' + word;
    }
    return lines;
}

/// The chain as it was shown; with what it lacks, where it was not trusted.
void printChain(const ServerDiagnosis &server, Output &out)
{
    if (server.chain.empty())
        return;
    out.line();
    out.line(QStringLiteral("  ") + text::certificatesTitle(out.language()));
    int position = 0;
    for (const net::ShownCertificate &c : server.chain) {
        const text::CertificateLine line =
            text::certificateLine(out.language(), ++position, c.subject, c.issuer, c.from, c.until, c.sha256);
        out.line(harmless(QStringLiteral("    ") + line.name));
        out.line(harmless(QStringLiteral("       ") + line.detail));
        out.line(harmless(QStringLiteral("       ") + line.sha256));
    }
    if (server.missing.isEmpty())
        return;
    const QStringList lines = wrapped(text::missingCertificate(out.language(), server.missing), 100);
    for (const QString &line : lines)
        out.line(harmless(QStringLiteral("    ") + line));
}

void print(const Diagnosis &diagnosis, Output &out)
{
    const text::Language language = out.language();
    bool first = true;
    for (const ServerDiagnosis &server : diagnosis.servers) {
        if (!first)
            out.line();
        first = false;
        out.line(harmless(titleOf(server)));
        const std::vector<text::CheckLine> lines = text::linesOf(server.checks, language);
        qsizetype width = 0;
        for (const text::CheckLine &line : lines)
            width = std::max(width, line.words.what.size());
        for (const text::CheckLine &line : lines) {
            out.line(harmless(QStringLiteral("  ") + text::signOf(line.result) + u' ' +
                              line.words.what.leftJustified(width + 2) + line.words.value));
            const QStringList remedies = line.words.remedy.split(u'\n', Qt::SkipEmptyParts);
            for (const QString &remedy : remedies) {
                const QStringList parts = wrapped(remedy, 110 - width);
                for (const QString &part : parts)
                    out.line(harmless(QString(width + 9, u' ') + part));
            }
        }
        out.line(QStringLiteral("  ") + text::summaryOf(server.checks, language));
        printChain(server, out);
    }
}

QJsonObject countsJson(const Diagnosis &diagnosis)
{
    QJsonObject counts;
    for (const CheckResult result :
         {CheckResult::Fine, CheckResult::Watch, CheckResult::Blocking, CheckResult::NotKnown, CheckResult::NotTried}) {
        int n = 0;
        for (const ServerDiagnosis &server : diagnosis.servers)
            n += static_cast<int>(std::count_if(server.checks.begin(), server.checks.end(),
                                                [&](const Check &check) { return check.result == result; }));
        counts.insert(text::codeOf(result), n);
    }
    return counts;
}

/// Design 12.3: an error somebody has to mend, else something that could not be read, else everything was told.
int exitCodeOf(const Diagnosis &diagnosis)
{
    const auto &servers = diagnosis.servers;
    if (std::any_of(servers.begin(), servers.end(), [](const auto &s) { return s.error && !s.down; }))
        return 1;
    const auto unread = [](const Check &check) { return check.error.has_value() || check.found == u"right-unread"; };
    const bool partial = std::any_of(servers.begin(), servers.end(), [&](const ServerDiagnosis &server) {
        return std::any_of(server.checks.begin(), server.checks.end(), unread);
    });
    return partial ? 5 : 0;
}

} // namespace

int runDoctor(Context &context, const Arguments &arguments, Output &out)
{
    if (!arguments.positional.isEmpty())
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), arguments.positional.front(), 0, {}, {}});
    const auto clock = [] { return Instant{QDateTime::currentMSecsSinceEpoch()}; };
    const auto diagnosis =
        diagnose(context.servers(), context.profile(), context.memory(), clock, out.progress(), context.cancel());
    out.endProgress();
    if (!diagnosis)
        return out.error(diagnosis.error());
    const QString bundle = arguments.value(QStringLiteral("--bundle"));
    if (!bundle.isEmpty()) {
        if (const auto written = writeDoctorBundle(context, *diagnosis, bundle, out); !written)
            return out.error(written.error());
    }
    if (out.json()) {
        QJsonArray servers;
        for (const ServerDiagnosis &server : diagnosis->servers)
            servers.append(serverJson(server, out.language()));
        out.document({{QStringLiteral("servers"), servers}, {QStringLiteral("counts"), countsJson(*diagnosis)}});
    } else {
        print(*diagnosis, out);
        if (!bundle.isEmpty()) {
            out.line();
            out.line(text::bundleSaved(out.language(), bundle));
        }
    }
    return exitCodeOf(*diagnosis);
}

int runSheet(const Arguments &arguments, Output &out)
{
    if (!arguments.positional.isEmpty())
        return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), arguments.positional.front(), 0, {}, {}});
    const std::vector<Grant> sheet = grantSheet(arguments.readOnly);
    if (!out.json()) {
        printSheet(sheet, arguments.readOnly, out);
        return 0;
    }
    QJsonArray grants;
    for (const Grant &grant : sheet) {
        const text::Text words = text::of(text::Group::Right, grant.right, out.language());
        grants.append(QJsonObject{{QStringLiteral("server"), serverOf(grant)},
                                  {QStringLiteral("kind"), codeOf(grant.kind)},
                                  {QStringLiteral("right"), grant.right},
                                  {QStringLiteral("need"), codeOf(grant.need)},
                                  {QStringLiteral("needText"), nameOf(grant.need, out.language())},
                                  {QStringLiteral("rightText"), words.name},
                                  {QStringLiteral("fact"), words.sentence}});
    }
    out.document({{QStringLiteral("grants"), grants}});
    return 0;
}

} // namespace liaison::app
