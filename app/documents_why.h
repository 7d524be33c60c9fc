#pragma once

#include "core/run/why.h"
#include "ui/text/explained.h"

#include <QJsonObject>

/// The documents of `why` and `person` (docs/schemas), and what both programs put on a ticket.
namespace liaison::app {

[[nodiscard]] QJsonObject whyJson(const Explanation &explanation, text::Language language);
[[nodiscard]] QJsonObject personRoomsJson(const PersonAnswer &answer, text::Language language);

/// The ticket of one explanation, in the language given.
[[nodiscard]] QString whyTicket(const Snapshot &snapshot, const Diff &diff, const Explanation &explanation,
                                text::Language language);
/// In French, then in English: what is pasted where nobody knows who reads it.
[[nodiscard]] QString bothTickets(const Snapshot &snapshot, const Diff &diff, const Explanation &explanation);

} // namespace liaison::app
