#pragma once

#include "core/reconcile/plan.h"
#include "core/store/journal.h"
#include "ui/plan/names.h"
#include "ui/text/text.h"

#include <QCoreApplication>

namespace liaison::ui {

/// The short words of plan, result and journal that are no code's sentence.
class PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(liaison::ui::PlanWords)

public:
    /// "Addition", "Removal", ...: the name of a mark beside it.
    [[nodiscard]] static QString kind(ChangeKind kind);
    /// "176 additions".
    [[nodiscard]] static QString several(ChangeKind kind, int n);
    /// "absent → member".
    [[nodiscard]] static QString change(const Change &change);
    /// The same from the journal's compact JSON.
    [[nodiscard]] static QString change(ChangeKind kind, const QByteArray &before, const QByteArray &after);
    /// The person a change is about, or what is done to the room.
    [[nodiscard]] static QString subject(const Change &change, const Names &names);
    [[nodiscard]] static QString subject(ChangeKind kind, const QString &site, std::optional<qint64> moodle,
                                         const std::optional<QString> &chat, const Names &names);
    /// A cause in a table cell: "departure (likely)".
    [[nodiscard]] static QString cause(const Change &change, text::Language language);
    /// "Withheld: guest kept".
    [[nodiscard]] static QString held(Rule rule, text::Language language);
    [[nodiscard]] static QString lifted(Rule rule, text::Language language);
    /// What lifting the rule means, and how; empty where nobody can lift it here.
    [[nodiscard]] static QString lifting(Rule rule, int held);
    [[nodiscard]] static QString outcome(Outcome outcome);
};

/// First letter in lower case, for a text that goes on after a colon; acronyms stay.
[[nodiscard]] QString lowered(const QString &text);

/// The sentence, and below it the remedy: rich text, whatever names are in them.
[[nodiscard]] QString toolTip(const text::Text &words);

} // namespace liaison::ui
