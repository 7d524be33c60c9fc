#pragma once

#include "core/base/instant.h"
#include "ui/text/text.h"

#include <QTimeZone>
#include <QUrl>
#include <optional>
#include <vector>

namespace liaison::text {

/// One person's case in a ticket: where the question was about somebody ("this student says: Salon introuvable").
struct TicketPerson
{
    QString name;                       ///< as people write it; may be empty
    QString username;                   ///< login in Moodle or in the chat
    std::optional<MemberRole> expected; ///< nullopt = not expected in the room
    std::optional<MemberRole> observed; ///< nullopt = not in the room
    std::optional<ChangeKind> change;   ///< what the plan would do
    std::optional<Rule> rule;           ///< what holds that change back
    std::optional<FindingCode> finding;
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    /// Of `why`, in the ticket's language: the conclusion, the steps that lead to it, one a line, and what to do.
    QString conclusion, remedy;
    QStringList steps;
};

/// What `ticketText` needs of one link; filled by both programs. Holds no secret: `moodleUrl` and `chatUrl` are shown
/// without user, query values other than `id`, and fragment, and only when they are http or https.
struct TicketFacts
{
    QString site; ///< "main"; shown only where it is not that
    qint64 course = 0;
    QString shortname, fullname;
    QString activity; ///< the activity's name in Moodle; the room's name differs from it
    qint64 cmid = 0;
    QString room; ///< chat id; empty = none known
    QString roomName;
    QUrl moodleUrl, chatUrl;
    Instant readAt;
    LinkState state = LinkState::Unknown;
    LinkSource source = LinkSource::Guessed;
    std::optional<UnknownReason> unknown;
    std::optional<int> expected, members; ///< nullopt = not known
    int add = 0, promote = 0, demote = 0, remove = 0, guests = 0;
    std::vector<FindingCode> findings; ///< of the link, each once
    std::optional<TicketPerson> person;
    QString helpdesk; ///< the profile's help-desk address or URL; may be empty
};

/// The text that a support person pastes into a ticket: course, room, state, differences, cause with its certainty, and
/// what to do. Plain text, lines end with '\n', no line is longer than its facts need. Values from servers are put on
/// one line each. Dates are given in the zone (R6, R102).
[[nodiscard]] QString ticketText(Language language, const TicketFacts &facts,
                                 const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace liaison::text
