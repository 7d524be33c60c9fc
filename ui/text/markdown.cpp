#include "ui/text/text.h"

/// docs/codes.md: one table a group, from the same words the programs show.
namespace liaison::text {
namespace {

QString heading(Group group)
{
    switch (group) {
    case Group::Kind:
        return QStringLiteral("Kinds of change (`kind`)");
    case Group::Class:
        return QStringLiteral("Classes that people tick (`classes`)");
    case Group::Reason:
        return QStringLiteral("Why a change is proposed (`reason` of steps and withheld entries)");
    case Group::Finding:
        return QStringLiteral("Findings (`code` in `findings`)");
    case Group::Unknown:
        return QStringLiteral("Why something is unknown or partly known (`reason`, `unknownReason`)");
    case Group::Rule:
        return QStringLiteral("Why a change is held back (`rule`), in order of precedence");
    case Group::Cause:
        return QStringLiteral("Causes (`cause`)");
    case Group::Certainty:
        return QStringLiteral("How sure a cause is (`certainty`)");
    case Group::State:
        return QStringLiteral("States of a link (`state`), in order of precedence");
    case Group::Room:
        return QStringLiteral("States of a room that no link leads to (`state` of `rooms`; else a state of its links)");
    case Group::Source:
        return QStringLiteral("Where a link is known from (`source`)");
    case Group::Strategy:
        return QStringLiteral("How enrolments and member lists are read (`strategy`)");
    case Group::Unseen:
        return QStringLiteral("What a way of reading cannot see (`unseen`)");
    case Group::Role:
        return QStringLiteral("Roles in a room (`before`, `after`, `expected`, `observed`)");
    case Group::Outcome:
        return QStringLiteral("Outcomes of a step (`outcome`)");
    case Group::Run:
        return QStringLiteral("States of a run (`state` of `runs`)");
    case Group::Undo:
        return QStringLiteral("Steps of a run that an undo leaves as they are (`left` of `undo`)");
    case Group::Journal:
        return QStringLiteral("What is wrong with the journal (`fault` of `journal verify`)");
    case Group::Verdict:
        return QStringLiteral("Retention (`verdict`)");
    case Group::Restore:
        return QStringLiteral("Course restores (`state`, `cause`, `note` of `restores list`)");
    case Group::Step:
        return QStringLiteral("What an explanation looks at (`step` of `why`), in order");
    case Group::Fact:
        return QStringLiteral("What an explanation finds (the sentences in `fact` of `why`)");
    case Group::FactSource:
        return QStringLiteral("Where a fact was read (`source` in the steps of `why`)");
    case Group::Conclusion:
        return QStringLiteral("What an explanation concludes (the sentences in `conclusion` of `why`)");
    case Group::Check:
        return QStringLiteral("Steps of the diagnosis (`check` of `doctor`)");
    case Group::Found:
        return QStringLiteral("What a step of the diagnosis found (`found` of `doctor`)");
    case Group::Right:
        return QStringLiteral("Rights: Moodle functions and capabilities, Rocket.Chat permissions (`right`)");
    case Group::Error:
        return QStringLiteral("Errors (`code` of `error`)");
    case Group::Detail:
        return QStringLiteral(
            "Details of a step (`detail`; rules, reasons, errors and servers’ codes appear there too)");
    }
    return {};
}

QString escaped(QString text)
{
    for (const char16_t c : {u'\\', u'|', u'<', u'*', u'`'})
        text.replace(QChar(c), QString(u'\\') + QChar(c));
    return text;
}

QString cell(const Text &text)
{
    QString out = QStringLiteral("**%1**<br>").arg(escaped(text.name)) + escaped(text.sentence);
    if (!text.remedy.isEmpty())
        out += QStringLiteral("<br>→ ") + escaped(text.remedy);
    return out;
}

/// The row of one code; its placeholders are named in the first cell and left as they are in the others.
QString row(Group group, const QString &code)
{
    const QStringList shown{QStringLiteral("%1"), QStringLiteral("%2")};
    QString first = u'`' + code + u'`';
    const QStringList meanings = placeholders(group, code);
    for (qsizetype i = 0; i < meanings.size(); ++i)
        first += QStringLiteral("<br>") + shown[i] + QStringLiteral(": ") + meanings[i];
    return QStringLiteral("| ") + first + QStringLiteral(" | ") + cell(of(group, code, Language::English, shown)) +
           QStringLiteral(" | ") + cell(of(group, code, Language::French, shown)) + QStringLiteral(" |\n");
}

} // namespace

QString codesMarkdown()
{
    QString out = QStringLiteral(
        "# Codes\n"
        "\n"
        "Every code of JSON documents, plan files and the journal, with the words that people see. A code never "
        "changes\n"
        "its meaning. Generated from `ui/text` by the program `codesdoc`: edit the tables there, not this page.\n"
        "\n"
        "Each cell holds the short label, the sentence and, after the arrow, what to do. `%1` and `%2` are replaced by "
        "what\n"
        "the first column says, or by a pointer to Diagnostics or to the technical detail.\n");
    for (const Group group : allGroups()) {
        out += QStringLiteral("\n## ") + heading(group) +
               QStringLiteral("\n\n| Code | English | Français |\n|---|---|---|\n");
        for (const QString &code : codes(group))
            out += row(group, code);
    }
    return out;
}

} // namespace liaison::text
