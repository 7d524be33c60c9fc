#include "app/arguments.h"

#include <vector>

namespace liaison::app {
namespace {

struct OptionSpec
{
    const char *command; ///< "" = every command
    const char *name;
    enum Kind { Flag, One, Many } kind;
};

/// Every option there is. `--only A B C` takes all words up to the next option.
const std::vector<OptionSpec> &specs()
{
    static const std::vector<OptionSpec> all{
        {"courses", "--state", OptionSpec::One},
        {"courses", "--filter", OptionSpec::One},
        {"courses", "--several", OptionSpec::Flag},
        {"why", "--ticket", OptionSpec::Flag},
        {"plan", "--all", OptionSpec::Flag},
        {"plan", "--classes", OptionSpec::One},
        {"plan", "-o", OptionSpec::One},
        {"links", "--all", OptionSpec::Flag},
        {"links", "--yes", OptionSpec::Flag},
        {"links", "--site", OptionSpec::One},
        {"links", "--date", OptionSpec::One},
        {"doctor", "--sheet", OptionSpec::Flag},
        {"doctor", "--bundle", OptionSpec::One},
        {"rooms", "--orphan", OptionSpec::Flag},
        {"rooms", "--renamed", OptionSpec::Flag},
        {"rooms", "--duplicate", OptionSpec::Flag},
        {"rooms", "--ownerless", OptionSpec::Flag},
        {"rooms", "--idle", OptionSpec::One},
        {"restores", "--check", OptionSpec::Flag},
        {"restores", "--format", OptionSpec::One},
        {"retention", "--measure", OptionSpec::Flag},
        {"retention", "--evidence", OptionSpec::One},
        {"apply", "--confirm-removals", OptionSpec::One},
        {"apply", "--release", OptionSpec::Many},
        {"apply", "--only", OptionSpec::Many},
        {"undo", "-o", OptionSpec::One},
        {"publish", "--key-file", OptionSpec::One},
        {"journal", "--run", OptionSpec::One},
        {"journal", "--format", OptionSpec::One},
        {"journal", "--room", OptionSpec::One},
        {"journal", "--person", OptionSpec::One},
        {"profile", "--moodle", OptionSpec::One},
        {"profile", "--chat", OptionSpec::One},
        {"profile", "--user", OptionSpec::One},
        {"profile", "--ca", OptionSpec::One},
        {"profile", "--proxy", OptionSpec::One},
        {"profile", "--production", OptionSpec::Flag},
        {"profile", "--categories", OptionSpec::One},
        {"profile", "--courses", OptionSpec::One},
        {"profile", "--expression", OptionSpec::One},
        {"profile", "--snapshot", OptionSpec::One},
        {"profile", "--as", OptionSpec::One},
        {"profile", "--replace", OptionSpec::Flag},
        {"profile", "--store", OptionSpec::One},
        {"profile", "--yes", OptionSpec::Flag},
        {"profile", "-o", OptionSpec::One},
        {"purge", "--keep-journal", OptionSpec::Flag},
        {"purge", "--yes", OptionSpec::Flag},
        {"sandbox", "--port", OptionSpec::One},
        {"sandbox", "--chat-port", OptionSpec::One},
        {"sandbox", "--fresh", OptionSpec::Flag},
        {"sandbox", "--no-limiter", OptionSpec::Flag},
        {"sandbox", "--no-2fa", OptionSpec::Flag},
        {"sandbox", "--scenario", OptionSpec::One},
        {"sandbox", "--scale", OptionSpec::One},
        {"sandbox", "--seed", OptionSpec::One},
        {"sandbox", "--world", OptionSpec::One},
        {"sandbox", "--chat-version", OptionSpec::One},
        {"sandbox", "--no-companion", OptionSpec::Flag},
        {"sandbox", "--without", OptionSpec::One},
        {"sandbox", "--latency", OptionSpec::One},
        {"sandbox", "--fault", OptionSpec::One},
    };
    return all;
}

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Error{ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
}

} // namespace

Result<Arguments> parseArguments(QStringList words)
{
    Arguments out;
    bool onlyPositional = false;
    while (!words.isEmpty()) {
        QString word = words.takeFirst();
        if (onlyPositional || !word.startsWith(u'-') || word == u"-") {
            if (out.command.isEmpty() && !onlyPositional)
                out.command = word;
            else
                out.positional << word;
            continue;
        }
        if (word == u"--") {
            onlyPositional = true;
            continue;
        }
        QString inlineValue;
        bool hasInline = false;
        if (const qsizetype equals = word.indexOf(u'='); word.startsWith(u"--") && equals > 0) {
            inlineValue = word.mid(equals + 1);
            word.truncate(equals);
            hasInline = true;
        }
        const auto take = [&](QString &target) -> bool {
            if (!hasInline && words.isEmpty())
                return false;
            target = hasInline ? inlineValue : words.takeFirst();
            return true;
        };
        if (word == u"--json")
            out.json = true;
        else if (word == u"--read-only")
            out.readOnly = true;
        else if (word == u"--help" || word == u"-h")
            out.help = true;
        else if (word == u"--version")
            out.version = true;
        else if (word == u"--demo")
            out.demo = inlineValue;
        else if (word == u"--config" || word == u"--lang" || word == u"--profile" || word == u"--request-log") {
            if (!take(word == u"--config"    ? out.config
                      : word == u"--lang"    ? out.lang
                      : word == u"--profile" ? out.profile
                                             : out.requestLog))
                return wrong(word);
        } else {
            const OptionSpec *known = nullptr;
            for (const OptionSpec &spec : specs()) {
                if (word == QLatin1String(spec.name) && out.command == QLatin1String(spec.command))
                    known = &spec;
            }
            if (!known || (known->kind == OptionSpec::Flag && hasInline))
                return wrong(word);
            QStringList &values = out.options[word];
            if (known->kind == OptionSpec::Flag) {
                values << QString();
                continue;
            }
            QString value;
            if (!take(value))
                return wrong(word);
            values << value;
            while (known->kind == OptionSpec::Many && !hasInline && !words.isEmpty() && !words.front().startsWith(u'-'))
                values << words.takeFirst();
        }
    }
    return out;
}

} // namespace liaison::app
