#include "app/commands.h"
#include "app/commands_presence.h"
#include "app/commands_profile.h"
#include "app/interrupt.h"
#include "app/linkstext.h"
#include "app/requestlogfile.h"

#include <QCoreApplication>
#include <QLocale>

using namespace liaison;
using namespace liaison::app;

namespace {

text::Language languageOf(const Arguments &arguments)
{
    if (const auto chosen = text::languageFrom(arguments.lang))
        return *chosen;
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const auto value = environmentVariable(QString::fromLatin1(name)); value && !value->isEmpty())
            return text::languageFrom(*value).value_or(text::Language::English);
    }
    return text::languageFrom(QLocale::system().name()).value_or(text::Language::English);
}

using Command = int (*)(Context &, const Arguments &, Output &);

int runWithServers(const Arguments &arguments, Output &out, Command command)
{
    Interrupt interrupt;
    const auto tokens = makeTokens(environmentVariable, out.language());
    auto context = Context::open(arguments, environmentVariable, tokens.get());
    if (!context)
        return out.error(context.error());
    const Published *published = (*context)->published();
    if (published && !answersFromFile(arguments.command))
        return out.error({ErrorKind::Input, QStringLiteral("published-only"), arguments.command, 0, {}, {}});
    if (published)
        out.setSource(*published);
    (*context)->setPresence([&tokens, &out](const Context &asking, qsizetype steps) {
        return asking.asksAgain() ? provePresence(asking.profile(), *tokens, environmentVariable, steps, out)
                                  : Result<void>();
    });
    watchWaits((*context)->servers(), out.progress());
    interrupt.onFirst([cancel = (*context)->cancel()] { cancel.cancel(); });
    const int exit = command(**context, arguments, out);
    if (published)
        out.endSource();
    if (arguments.requestLog.isEmpty())
        return exit;
    // Also of a command that failed: that is what it is for. The exit code stays the command's.
    const auto written = writeRequestLog(*(*context)->servers().requests, arguments.requestLog);
    if (!written)
        Output(out.language(), false).error(written.error());
    return exit;
}

int run(const Arguments &arguments, Output &out)
{
    if (arguments.command == u"courses")
        return runWithServers(arguments, out, runCourses);
    if (arguments.command == u"show")
        return runWithServers(arguments, out, runShow);
    if (arguments.command == u"why")
        return runWithServers(arguments, out, runWhy);
    if (arguments.command == u"person")
        return runWithServers(arguments, out, runPerson);
    if (arguments.command == u"plan")
        return runWithServers(arguments, out, runPlan);
    if (arguments.command == u"apply")
        return runWithServers(arguments, out, runApply);
    if (arguments.command == u"links")
        return runWithServers(arguments, out, runLinks);
    if (arguments.command == u"resume")
        return runWithServers(arguments, out, runResume);
    if (arguments.command == u"undo")
        return runWithServers(arguments, out, runUndo);
    if (arguments.command == u"journal")
        return runJournal(arguments, environmentVariable, out);
    if (arguments.command == u"doctor")
        return arguments.has(QStringLiteral("--sheet")) ? runSheet(arguments, out)
                                                        : runWithServers(arguments, out, runDoctor);
    if (arguments.command == u"rooms")
        return runWithServers(arguments, out, runRooms);
    if (arguments.command == u"roles")
        return runWithServers(arguments, out, runRoles);
    if (arguments.command == u"retention")
        return runWithServers(arguments, out, runRetention);
    if (arguments.command == u"restores")
        return runWithServers(arguments, out, runRestores);
    if (arguments.command == u"publish")
        return runWithServers(arguments, out, runPublish);
    if (arguments.command == u"runs")
        return runRuns(arguments, environmentVariable, out);
    if (arguments.command == u"profile")
        return runProfile(arguments, environmentVariable, *makeTokens(environmentVariable, out.language()), out);
    if (arguments.command == u"purge")
        return runPurge(arguments, environmentVariable, *makeTokens(environmentVariable, out.language()), out);
    if (arguments.command == u"sandbox")
        return runSandbox(arguments, out);
    return out.error({ErrorKind::Input, QStringLiteral("bad-arguments"), arguments.command, 0, {}, {}});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("liaison"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));
    const auto arguments = parseArguments(QCoreApplication::arguments().mid(1));
    if (!arguments) {
        const bool json = QCoreApplication::arguments().contains(QStringLiteral("--json"));
        return Output(languageOf({}), json).error(arguments.error());
    }
    if (!arguments->lang.isEmpty() && !text::languageFrom(arguments->lang)) {
        Output out(languageOf({}), arguments->json);
        return out.error({ErrorKind::Input,
                          QStringLiteral("bad-arguments"),
                          QString(QLatin1String("--lang ") + arguments->lang),
                          0,
                          {},
                          {}});
    }
    Output out(languageOf(*arguments), arguments->json);
    if (arguments->version) {
        out.line(QLatin1String("liaisonctl ") + QCoreApplication::applicationVersion());
        return 0;
    }
    if (arguments->help && isLinksImport(*arguments)) {
        out.line(linksImportHelp(out.language()));
        return 0;
    }
    if (arguments->help || arguments->command.isEmpty()) {
        out.line(say(Say::Usage, out.language()));
        return arguments->help ? 0 : 1;
    }
    return run(*arguments, out);
}
