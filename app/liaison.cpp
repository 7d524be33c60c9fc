#include "app/arguments.h"
#include "app/session.h"
#include "core/base/uithread.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QLocale>
#include <cstdio>

using namespace liaison;
using namespace liaison::app;

namespace {

text::Language startLanguage(const Arguments &arguments)
{
    if (const auto chosen = text::languageFrom(arguments.lang))
        return *chosen;
    return text::languageFrom(QLocale::system().name()).value_or(text::Language::English);
}

int complain(const Error &error, text::Language language)
{
    const text::Text t = text::error(error, language);
    std::fprintf(stderr, "%s\n%s\n", qUtf8Printable(t.sentence), qUtf8Printable(t.remedy));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    guardUiThread(application);
    QApplication::setApplicationName(QStringLiteral("liaison"));
    QApplication::setApplicationDisplayName(QStringLiteral("Liaison"));
    QApplication::setApplicationVersion(QStringLiteral(LIAISON_VERSION));
    const auto arguments = parseArguments(QApplication::arguments().mid(1));
    if (!arguments)
        return complain(arguments.error(), startLanguage({}));

    ui::Language language(application, startLanguage(*arguments));
    const ui::Theme desktop = ui::themeOf(QApplication::palette()); // before ours takes its place
    ui::ThemeHolder theme(application, desktop);
    Tokens tokens(environmentVariable, {}); // on the backend's worker; one keychain a program
    Session session(*arguments, environmentVariable, theme, language, desktop, &tokens);
    session.start();
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &session, &Session::save);
    return QApplication::exec();
}
