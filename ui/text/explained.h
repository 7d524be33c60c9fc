#pragma once

#include "core/reconcile/explain.h"
#include "ui/text/ticket.h"

#include <QTimeZone>

/// The words of an explanation.
namespace liaison::text {

/// "No chat account with the login expected: anne." and, where something is unknown or held back, why.
[[nodiscard]] QString factSentence(const ExplainStep &step, Language language,
                                   const QTimeZone &zone = QTimeZone::systemTimeZone());
/// Why something is unknown, with the detail that the reading gave.
[[nodiscard]] Text unknownText(UnknownReason reason, const QString &code, Language language);
/// What is so and, where it is known, because of what.
[[nodiscard]] QString conclusionSentence(const Explanation &explanation, Language language);
/// Empty where there is nothing to do.
[[nodiscard]] QString remedyText(const Explanation &explanation, Language language);
/// One person's case in the ticket of the link.
[[nodiscard]] TicketPerson ticketPerson(const Explanation &explanation, Language language,
                                        const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace liaison::text
