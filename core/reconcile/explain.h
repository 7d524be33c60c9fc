#pragma once

#include "core/model/change.h"
#include "core/model/history.h"
#include "core/model/policy.h"
#include "core/model/timeline.h"
#include "core/model/whycodes.h"
#include "core/reconcile/diff.h"

#include <QStringList>
#include <optional>
#include <variant>
#include <vector>

namespace liaison {

/// What asking a server about one person came to, beside the lists of the room.
template <class T> struct Lookup
{
    enum class State { NotAsked, Found, Absent, Failed };
    State state = State::NotAsked;
    T value{};
    UnknownBecause because; ///< with Failed
    QString asked;          ///< login, e-mail or id that was looked for
    Instant at;
};

/// Whom a question is about. Either index may be invalid: somebody with a chat account and no Moodle account, or the
/// reverse. People whom no list of the room holds are not in the snapshot and come as look-ups.
struct Subject
{
    PersonIx person;
    AccountIx account;
    Lookup<Person> moodle;
    Lookup<Account> chat;
    QString name; ///< as it was asked for, shown where nobody tells a better one
};

struct ExplainStep
{
    enum class Verdict { Ok, NotOk, Unknown };
    WhyStep step = WhyStep::MoodleAccount;
    WhyFact fact = WhyFact::MoodleAccount;
    QStringList values; ///< logins, names and ids for the placeholders of the sentence
    Instant when;       ///< fills the placeholder after `values`, where known
    WhySource source = WhySource::Moodle;
    Instant readAt;
    Verdict verdict = Verdict::Ok;
    std::optional<UnknownBecause> because; ///< with Unknown
    std::optional<Rule> rule;              ///< with HeldBack
};

/// What to do: the texts of these codes, in this order. Empty: nothing.
using Remedy = std::variant<Cause, FindingCode, Rule, UnknownReason, ChangeKind, Conclusion>;

/// Why one person is or is not in the room of one link. Codes and values only; words are in ui/text/explained.h.
struct Explanation
{
    LinkIx link;
    Place place;
    PersonKey person;
    QString name;
    std::optional<MemberRole> expected, observed;
    LinkState state = LinkState::Unknown; ///< of the link
    std::vector<ExplainStep> steps;
    Conclusion conclusion = Conclusion::NotKnown;
    std::optional<ChangeKind> kind; ///< what the comparison proposes for this person
    std::optional<Rule> rule;       ///< what holds that back
    QString ruleDetail;             ///< with no-right: the name of the right
    std::optional<FindingCode> finding;
    std::optional<UnknownReason> unknown; ///< why the link is unknown or partly known
    QString unknownDetail;
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    std::vector<Remedy> remedy;

    /// Something that the answer rests on could not be read (exit code 5).
    [[nodiscard]] bool isPartlyUnknown() const;
};

struct ExplainInput
{
    const Snapshot &snapshot;
    const Policy &policy;
    const History &history;
    Instant chatReadAt;                 ///< of rooms and accounts
    const Timeline *timeline = nullptr; ///< nullptr: that of `history`, where there is one
    std::optional<UnknownBecause> timelineUnknown;
};

/// Pure. What it concludes is what `diff` does with this person; only causes can be better, by look-ups and timeline.
[[nodiscard]] Explanation explain(const ExplainInput &input, LinkIx link, const Subject &subject);

/// The timeline can tell more about this one: expected and absent, or there without being expected.
[[nodiscard]] bool wantsTimeline(const Explanation &explanation);

} // namespace liaison
