#include "ui/text/explained.h"

#include "ui/text/format.h"

#include <algorithm>

namespace liaison::text {
namespace {

QString reasonSentence(const UnknownBecause &because, Language language)
{
    if (because.detail == u"published-only") // it is not in the file, and nobody can be asked
        return error(Error{ErrorKind::Input, because.detail, {}, 0, {}, {}}, language).sentence;
    return unknownText(because.reason, because.detail, language).sentence;
}

QString remedyOf(const Remedy &remedy, const Explanation &e, Language language)
{
    if (const auto *rule = std::get_if<Rule>(&remedy)) {
        const QStringList args = e.ruleDetail.isEmpty() ? QStringList() : QStringList{e.ruleDetail};
        return of(*rule, language, args).remedy;
    }
    if (const auto *reason = std::get_if<UnknownReason>(&remedy)) {
        return unknownText(*reason, e.unknownDetail, language).remedy;
    }
    return std::visit([&](auto code) { return of(code, language).remedy; }, remedy);
}

} // namespace

Text unknownText(UnknownReason reason, const QString &code, Language language)
{
    if (code == u"not-private") // the account's rights have nothing to do with it
        return detail(code, language);
    return of(reason, language, code.isEmpty() ? QStringList() : QStringList{code});
}

QString factSentence(const ExplainStep &step, Language language, const QTimeZone &zone)
{
    QStringList values;
    for (const QString &value : step.values)
        values << value.simplified();
    if (step.when.isKnown())
        values << dateTime(language, step.when, zone);
    QString sentence = of(step.fact, language, values).sentence;
    if (step.rule)
        sentence += u' ' + of(*step.rule, language, step.values).sentence;
    if (step.because)
        sentence += u' ' + reasonSentence(*step.because, language);
    return sentence;
}

QString conclusionSentence(const Explanation &e, Language language)
{
    QString sentence = of(e.conclusion, language).sentence;
    if (e.cause != Cause::NotKnown)
        sentence += u' ' + causeSentence(e.cause, e.certainty, language);
    return sentence;
}

QString remedyText(const Explanation &e, Language language)
{
    QStringList parts;
    for (const Remedy &remedy : e.remedy) {
        const QString text = remedyOf(remedy, e, language);
        if (!text.isEmpty() && !parts.contains(text))
            parts << text;
    }
    return parts.join(u' ');
}

TicketPerson ticketPerson(const Explanation &e, Language language, const QTimeZone &zone)
{
    TicketPerson who;
    who.name = e.name;
    who.username = e.person.username;
    who.expected = e.expected;
    who.observed = e.observed;
    who.change = e.kind;
    who.rule = e.rule;
    who.finding = e.finding;
    who.cause = e.cause;
    who.certainty = e.certainty;
    who.conclusion = of(e.conclusion, language).sentence;
    who.remedy = remedyText(e, language);
    for (const ExplainStep &step : e.steps) {
        const QChar mark = step.verdict == ExplainStep::Verdict::Ok      ? QChar(u'+')
                           : step.verdict == ExplainStep::Verdict::NotOk ? QChar(u'!')
                                                                         : QChar(u'?');
        who.steps << QString(mark) + u' ' + factSentence(step, language, zone);
    }
    return who;
}

} // namespace liaison::text
