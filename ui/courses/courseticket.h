#pragma once

#include "ui/courses/linkfacts.h"
#include "ui/text/ticket.h"

namespace liaison::ui {

/// What the ticket of one link says, with one person's case where the question is about somebody.
[[nodiscard]] text::TicketFacts ticketFacts(const LinkFacts &facts, const PersonRow *person = nullptr);

/// Findings of the link itself and of the people in it, in the order of their codes, each once; guests are counted, not
/// named.
[[nodiscard]] std::vector<FindingCode> findingsOf(const LinkFacts &facts);
/// What the diff found about this link beyond its people: encrypted, renamed, shared, ...
[[nodiscard]] std::vector<const Finding *> roomFindings(const LinkFacts &facts);
/// Changes of the room itself: create, archive, retention.
[[nodiscard]] std::vector<const Entry *> roomChanges(const LinkFacts &facts);

} // namespace liaison::ui
