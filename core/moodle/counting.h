#pragma once

#include "core/moodle/memberships.h"

/// What the ways to read memberships without companion share: rows from a list, and the proof that it is whole.
/// For core/moodle/memberships*.cpp.
namespace liaison::moodle {

/// Rows and roles of one list; NotCountable, or Truncated where fields are missing.
[[nodiscard]] CourseEnrolments fromList(qint64 course, EnrolledUsers list, Instant at);

/// Marks who is in `active` as active and the others as not. Somebody active who is not enrolled: Truncated.
void takeActive(CourseEnrolments &enrolments, const EnrolledUsers &active);

/// Whether accounts are suspended. Who is left out of the answer stays not known.
[[nodiscard]] Result<void> readSuspended(const MoodleClient &client, CourseEnrolments &enrolments,
                                         const net::CancelToken &cancel);

/// Sets activeKnown and suspendedKnown from the rows.
void judgeKnown(CourseEnrolments &enrolments);

[[nodiscard]] bool everyHasUsername(const std::vector<EnrolmentRow> &rows);

/// An empty list: nobody of it can be asked, but somebody of another course may have told already.
void judgeEmpty(CourseEnrolments &enrolments, const CountBook &book);

/// Compares a list that is not empty with `enrolledusercount`, from the book or asked for up to three people of the
/// list. Sets `completeness` to CountedEqual, CountedDifferent or Truncated; where nobody could be found to count by it
/// stays what it was, with `doubt`. Only a count that failed without an answer is an error.
[[nodiscard]] Result<void> proveByCount(const MoodleClient &client, CourseEnrolments &enrolments, CountBook &book,
                                        const net::CancelToken &cancel);

} // namespace liaison::moodle
