#pragma once

#include "core/sandbox/moodlecall.h"

/// Parts of the answers that every sweep of a campus asks for, written before somebody asks: see Pieces.
namespace liaison::sandbox::moodle {

void writeCoursesAhead(const Call &call);
void writeCompanionAhead(const Call &call);
void writeReportsAhead(const Call &call);

} // namespace liaison::sandbox::moodle
