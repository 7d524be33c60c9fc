#include "ui/text/text.h"

#include "ui/text/entry.h"

namespace liaison::text {
namespace {

struct Section
{
    Group group;
    const char *name;
    Entries (*entries)();
};

/// A group may have its entries in several tables; its sections are neighbours.
constexpr Section sections[] = {
    {Group::Kind, "kind", kinds},
    {Group::Class, "class", classes},
    {Group::Reason, "reason", changeReasons},
    {Group::Finding, "finding", findings},
    {Group::Unknown, "unknown", unknowns},
    {Group::Rule, "rule", rules},
    {Group::Cause, "cause", causes},
    {Group::Certainty, "certainty", certainties},
    {Group::State, "state", states},
    {Group::Room, "room", rooms},
    {Group::Source, "source", sources},
    {Group::Strategy, "strategy", strategies},
    {Group::Unseen, "unseen", unseen},
    {Group::Role, "role", roles},
    {Group::Outcome, "outcome", outcomes},
    {Group::Run, "run", runs},
    {Group::Undo, "undo", undos},
    {Group::Journal, "journal", journalFaults},
    {Group::Verdict, "verdict", verdicts},
    {Group::Restore, "restore", restores},
    {Group::Step, "step", whySteps},
    {Group::Fact, "fact", whyFacts},
    {Group::FactSource, "fact source", whySources},
    {Group::Conclusion, "conclusion", conclusions},
    {Group::Check, "check", checkSteps},
    {Group::Found, "found", findingsOfConnections},
    {Group::Found, "found", findingsOfChecks},
    {Group::Found, "found", findingsOfServers},
    {Group::Right, "right", rights},
    {Group::Error, "error", accessErrors},
    {Group::Error, "error", signInErrors},
    {Group::Error, "error", serverErrors},
    {Group::Error, "error", networkErrors},
    {Group::Error, "error", inputErrors},
    {Group::Error, "error", planErrors},
    {Group::Error, "error", profileErrors},
    {Group::Error, "error", snapshotErrors},
    {Group::Detail, "detail", details},
};

/// In English, for docs/codes.md.
QString nameOf(Arg arg)
{
    switch (arg) {
    case Arg::None:
        break;
    case Arg::Right:
        return QStringLiteral("the right");
    case Arg::Function:
        return QStringLiteral("the function called");
    case Arg::Setting:
        return QStringLiteral("the variable");
    case Arg::Place:
        return QStringLiteral("the place in the file");
    case Arg::Key:
        return QStringLiteral("the key");
    case Arg::File:
        return QStringLiteral("the file");
    case Arg::Name:
        return QStringLiteral("what was given");
    case Arg::Count:
        return QStringLiteral("the number of removals and demotions");
    case Arg::Limit:
        return QStringLiteral("the number confirmed");
    case Arg::Code:
        return QStringLiteral("the server’s code");
    case Arg::Address:
        return QStringLiteral("the address");
    case Arg::Port:
        return QStringLiteral("the port");
    case Arg::Line:
        return QStringLiteral("the line of the file");
    case Arg::Column:
        return QStringLiteral("the column");
    case Arg::ServerRole:
        return QStringLiteral("the server role to grant it to");
    case Arg::Value:
        return QStringLiteral("what was read");
    case Arg::Date:
        return QStringLiteral("the date");
    case Arg::Ca:
        return QStringLiteral("the authority that is not known");
    case Arg::Shown:
        return QStringLiteral("the value shown");
    }
    return {};
}

/// Where the caller has no value. Placeholders stand after a colon or in brackets, so that this fits.
QString standIn(Arg arg, Language language)
{
    const bool french = language == Language::French;
    if (arg == Arg::ServerRole)
        return QStringLiteral("bot"); // what the service account holds, unless somebody knows better
    if (arg == Arg::Right)
        return french ? QStringLiteral("voir le diagnostic") : QStringLiteral("see Diagnostics");
    return french ? QStringLiteral("voir le détail technique") : QStringLiteral("see the technical detail");
}

const Entry *find(Group group, QStringView code)
{
    for (const Section &section : sections) {
        if (section.group != group)
            continue;
        for (const Entry &entry : section.entries()) {
            if (code == QLatin1String(entry.code))
                return &entry;
        }
    }
    return nullptr;
}

/// The no-break spaces of French: before : ; ? ! » and after «. The tables are written with ordinary ones.
QString typeset(QStringView text, Language language)
{
    QString out = text.toString();
    if (language != Language::French)
        return out;
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (out[i] != u' ')
            continue;
        const QChar before = i > 0 ? out[i - 1] : QChar();
        const QChar after = i + 1 < out.size() ? out[i + 1] : QChar();
        if (before == u'«' || (!after.isNull() && QStringView(u":;?!»").contains(after)))
            out[i] = QChar::Nbsp;
    }
    return out;
}

/// One pass over the text, so that a value which itself holds "%2" stays as it is.
QString fill(const QString &text, const QStringList &values)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int n = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (n < 1 || n > values.size()) {
            out += text[i];
            continue;
        }
        out += values[n - 1];
        ++i;
    }
    return out;
}

QStringList completed(const Entry &entry, Language language, const QStringList &args)
{
    QStringList values;
    for (std::size_t i = 0; i < entry.args.size() && entry.args[i] != Arg::None; ++i) {
        const auto n = static_cast<qsizetype>(i);
        const bool given = n < args.size() && !args[n].isEmpty();
        // Values come from servers and files: one line, so that nothing can pass for a sentence of ours.
        values << (given ? args[n].simplified() : standIn(entry.args[i], language));
    }
    return values;
}

Text foreign(QStringView code, Language language)
{
    const QString shown = code.toString().simplified();
    const Text refusal = of(Group::Error, u"refused-by-server", language, {shown});
    return {shown, refusal.sentence, refusal.remedy};
}

/// Rights look like "moodle/course:view" or "kick-user-from-any-p-room"; refusals like "error-not-allowed" do not.
bool looksLikeRight(const QString &code)
{
    return !errorCodeOfServer(code) && !code.startsWith(QLatin1String("error-")) && !code.contains(u' ') &&
           (code.contains(u'-') || code.contains(u'/'));
}

/// What an error says where only its kind is known.
QLatin1String codeOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::HostNotFound:
        return QLatin1String("host-not-found");
    case ErrorKind::Refused:
        return QLatin1String("refused");
    case ErrorKind::Network:
        return QLatin1String("reset");
    case ErrorKind::Timeout:
        return QLatin1String("timeout");
    case ErrorKind::Tls:
        return QLatin1String("tls-other");
    case ErrorKind::TooLarge:
        return QLatin1String("too-large");
    case ErrorKind::Unauthorized:
        return QLatin1String("wrong-token");
    case ErrorKind::Forbidden:
        return QLatin1String("no-permission");
    case ErrorKind::NotFound:
        return QLatin1String("not-found");
    case ErrorKind::RateLimited:
        return QLatin1String("rate-limited");
    case ErrorKind::Maintenance:
        return QLatin1String("maintenance");
    case ErrorKind::ServerFailure:
        return QLatin1String("server-error");
    case ErrorKind::Rejected:
        return QLatin1String("refused-by-server");
    case ErrorKind::BadReply:
        return QLatin1String("bad-reply");
    case ErrorKind::Cancelled:
        return QLatin1String("cancelled");
    case ErrorKind::Storage:
        return QLatin1String("store-failed");
    case ErrorKind::Input:
        return QLatin1String("bad-arguments");
    }
    return QLatin1String("internal");
}

QString valueFrom(const Error &error, Arg arg, bool first)
{
    if (arg == Arg::Right)
        return looksLikeRight(error.serverCode) ? error.serverCode : QString();
    if (arg == Arg::Code)
        return error.serverCode;
    if (arg == Arg::Ca) // core/net/wireerror.cpp
        return error.detail.section(QLatin1String("issuer: "), 1, 1);
    return first ? error.where : error.detail;
}

} // namespace

std::optional<Language> languageFrom(QStringView code)
{
    const QString tongue = code.toString().section(QLatin1Char('.'), 0, 0).replace(u'-', u'_').section(u'_', 0, 0);
    if (tongue.compare(QLatin1String("fr"), Qt::CaseInsensitive) == 0)
        return Language::French;
    if (tongue.compare(QLatin1String("en"), Qt::CaseInsensitive) == 0)
        return Language::English;
    return std::nullopt;
}

Text of(Group group, QStringView code, Language language, const QStringList &args)
{
    const Entry *entry = find(group, code);
    if (!entry) {
        const bool french = language == Language::French;
        return {code.toString(),
                french ? typeset(u"Cette version de Liaison ne connaît pas ce code.", language)
                       : QStringLiteral("This version of Liaison does not know this code."),
                french ? QStringLiteral("Mettez Liaison à jour.") : QStringLiteral("Update Liaison.")};
    }
    const Words &words = language == Language::French ? entry->fr : entry->en;
    const QStringList values = completed(*entry, language, args);
    return {typeset(words.name, language), fill(typeset(words.sentence, language), values),
            fill(typeset(words.remedy, language), values)};
}

bool has(Group group, QStringView code)
{
    return find(group, code) != nullptr;
}

QStringList codes(Group group)
{
    QStringList out;
    for (const Section &section : sections) {
        if (section.group != group)
            continue;
        for (const Entry &entry : section.entries())
            out << QString::fromLatin1(entry.code);
    }
    return out;
}

QStringList placeholders(Group group, QStringView code)
{
    QStringList out;
    const Entry *entry = find(group, code);
    for (std::size_t i = 0; entry && i < entry->args.size() && entry->args[i] != Arg::None; ++i)
        out << nameOf(entry->args[i]);
    return out;
}

QString groupName(Group group)
{
    for (const Section &section : sections) {
        if (section.group == group)
            return QString::fromLatin1(section.name);
    }
    return {};
}

const std::vector<Group> &allGroups()
{
    static const std::vector<Group> groups = [] {
        std::vector<Group> out;
        for (const Section &section : sections) {
            if (out.empty() || out.back() != section.group)
                out.push_back(section.group);
        }
        return out;
    }();
    return groups;
}

Text detail(QStringView code, Language language, const QStringList &args)
{
    for (const Group group : {Group::Detail, Group::Rule, Group::Unknown, Group::Error}) {
        if (has(group, code))
            return of(group, code, language, args);
    }
    const std::optional<QString> known = errorCodeOfServer(code);
    if (!known && looksLikeRight(code.toString()))
        return of(Rule::NoRight, language, {code.toString()});
    if (!known)
        return foreign(code, language);
    if (has(Group::Detail, *known))
        return of(Group::Detail, *known, language, args);
    return of(Group::Error, *known, language, args);
}

QString errorCode(const Error &error)
{
    if (has(Group::Error, error.code))
        return error.code;
    if (const QString tls = QLatin1String("tls-") + error.serverCode;
        error.kind == ErrorKind::Tls && has(Group::Error, tls))
        return tls; // what is wrong with the certificate: core/net/wireerror.h
    const std::optional<QString> known = errorCodeOfServer(error.serverCode);
    return known && has(Group::Error, *known) ? *known : QString(codeOfKind(error.kind));
}

Text error(const Error &error, Language language, const QStringList &args)
{
    const QString code = errorCode(error);
    if (!args.isEmpty())
        return of(Group::Error, code, language, args);
    const Entry *entry = find(Group::Error, code);
    QStringList values;
    for (std::size_t i = 0; entry && i < entry->args.size() && entry->args[i] != Arg::None; ++i)
        values << valueFrom(error, entry->args[i], i == 0);
    return of(Group::Error, code, language, values);
}

QString causeSentence(Cause cause, Certainty certainty, Language language)
{
    QString sentence = of(cause, language).sentence;
    if (cause == Cause::NotKnown || certainty == Certainty::None)
        return sentence;
    sentence.chop(1); // the full stop
    return sentence + QLatin1String(" (") + of(certainty, language).name.toLower() + QLatin1String(").");
}

} // namespace liaison::text
