#pragma once

#include "core/run/readcampus.h"
#include "core/run/why.h"

/// What `why` and `person` answer from one reading, without asking anybody. Pure but for the time it takes.
namespace liaison::snapfile {

/// As `why` tells it from the servers; of a timeline that was read the cause alone. Errors (Input): those of chooseCourse, "not-in-snapshot",
/// "several-people".
[[nodiscard]] Result<WhyAnswer> whyIn(const CampusReading &campus, const QString &person, const QString &course);
/// All rooms of a person. `gaps`: why the lists were not known that this person may be on.
[[nodiscard]] Result<PersonAnswer> personIn(const CampusReading &campus, const QString &person);

/// What was read of the links named, all when empty: what a command that reads them alone would have got.
[[nodiscard]] Observed observedIn(const CampusReading &campus, const std::vector<LinkKey> &links);

} // namespace liaison::snapfile
