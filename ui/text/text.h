#pragma once

#include "core/base/result.h"
#include "core/model/codes.h"
#include "core/model/whycodes.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

/// The sentence and the remedy of every code, in English and French: what a person reads instead of the code. Both
/// programs and docs/codes.md (`codesMarkdown`) take their words from here. Links Qt6::Core only; no locale, no clock.
namespace liaison::text {

enum class Language { English, French };

/// "en", "fr", also with a region ("fr_FR", "en-GB.UTF-8"), in any case; nullopt for every other language.
[[nodiscard]] std::optional<Language> languageFrom(QStringView code);

/// The lists a code can be in. A code means what its group says: `guest` is a finding and a rule.
enum class Group {
    Kind,
    Class,
    Reason, ///< why a change is proposed
    Finding,
    Unknown,
    Rule,
    Cause,
    Certainty,
    State,
    Room, ///< state of a room that no link leads to; else it has the state of its links
    Source,
    Strategy, ///< how enrolments and member lists are read
    Unseen,   ///< what that cannot see
    Role,
    Outcome,
    Run,
    Undo,    ///< why a step of a run is not taken back
    Journal, ///< what is wrong with the journal
    Verdict, ///< of a room's retention, design section 8
    Restore, ///< states and causes of course restores, design sections 8 and 12.7
    Step,    ///< of an explanation (`why`), with the three groups that follow
    Fact,
    FactSource,
    Conclusion,
    Check, ///< steps of the diagnosis
    Found, ///< what a step of the diagnosis found
    Right, ///< what a function, capability or permission is for
    Error,
    Detail ///< why a step ended as it did; rule, unknown reason and server codes appear as details too: `detail`
};

struct Text
{
    QString name;     ///< the short label of tables and headings: "Écarts"
    QString sentence; ///< one sentence, with its full stop
    QString remedy;   ///< what to do, one or more sentences; empty only where there is nothing to do
};

/// Placeholders are filled from `args` in order (docs/codes.md names them for each code); one without an argument gets
/// a phrase such as "see Diagnostics", so that no "%1" ever reaches a screen. A code that the group does not have is
/// shown as it is, with a sentence that says so.
[[nodiscard]] Text of(Group group, QStringView code, Language language, const QStringList &args = {});
[[nodiscard]] bool has(Group group, QStringView code);
/// Every code of a group, in the order of its table.
[[nodiscard]] QStringList codes(Group group);
/// What %1, %2 of a code stand for, in English words: {"the right"}; empty for most codes.
[[nodiscard]] QStringList placeholders(Group group, QStringView code);
/// "kind", "unknown", ...: the heading of the group in docs/codes.md.
[[nodiscard]] QString groupName(Group group);
[[nodiscard]] const std::vector<Group> &allGroups();

[[nodiscard]] constexpr Group groupOf(ChangeKind)
{
    return Group::Kind;
}
[[nodiscard]] constexpr Group groupOf(ChangeClass)
{
    return Group::Class;
}
[[nodiscard]] constexpr Group groupOf(ChangeReason)
{
    return Group::Reason;
}
[[nodiscard]] constexpr Group groupOf(FindingCode)
{
    return Group::Finding;
}
[[nodiscard]] constexpr Group groupOf(UnknownReason)
{
    return Group::Unknown;
}
[[nodiscard]] constexpr Group groupOf(Rule)
{
    return Group::Rule;
}
[[nodiscard]] constexpr Group groupOf(Cause)
{
    return Group::Cause;
}
[[nodiscard]] constexpr Group groupOf(Certainty)
{
    return Group::Certainty;
}
[[nodiscard]] constexpr Group groupOf(LinkState)
{
    return Group::State;
}
[[nodiscard]] constexpr Group groupOf(LinkSource)
{
    return Group::Source;
}
[[nodiscard]] constexpr Group groupOf(MemberRole)
{
    return Group::Role;
}
[[nodiscard]] constexpr Group groupOf(Outcome)
{
    return Group::Outcome;
}
[[nodiscard]] constexpr Group groupOf(RunState)
{
    return Group::Run;
}
[[nodiscard]] constexpr Group groupOf(NotUndone)
{
    return Group::Undo;
}
[[nodiscard]] constexpr Group groupOf(JournalFault)
{
    return Group::Journal;
}

[[nodiscard]] constexpr Group groupOf(WhyStep)
{
    return Group::Step;
}
[[nodiscard]] constexpr Group groupOf(WhyFact)
{
    return Group::Fact;
}
[[nodiscard]] constexpr Group groupOf(WhySource)
{
    return Group::FactSource;
}
[[nodiscard]] constexpr Group groupOf(Conclusion)
{
    return Group::Conclusion;
}

template <class E> [[nodiscard]] Text of(E value, Language language, const QStringList &args = {})
{
    return of(groupOf(value), codeOf(value), language, args);
}

/// The text of a `detail`: a code of the group Detail, else a rule, an unknown reason, an error code, else the code a
/// server gave (those of the two contracts are known), else the name of a missing right; any other is quoted.
[[nodiscard]] Text detail(QStringView code, Language language, const QStringList &args = {});

/// The error code ("room-not-found") that a server's own code ("error-room-not-found", "invalidtoken") stands for.
[[nodiscard]] std::optional<QString> errorCodeOfServer(QStringView serverCode);

/// By `error.code`, else by the server's code, else by `error.kind`. Without `args` the placeholders are filled from
/// the error: a right from `serverCode` (where that is the name of a right), a server's code from `serverCode`,
/// everything else from `where`, and the second placeholder from `detail`.
[[nodiscard]] Text error(const Error &error, Language language, const QStringList &args = {});
/// The code that `error` above goes by: what `--json` prints in "code". Never empty.
[[nodiscard]] QString errorCode(const Error &error);

/// The sentence of a cause and how sure it is: "The activity is hidden ... (certain)."
[[nodiscard]] QString causeSentence(Cause cause, Certainty certainty, Language language);

/// docs/codes.md, whole.
[[nodiscard]] QString codesMarkdown();

} // namespace liaison::text
