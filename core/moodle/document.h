#pragma once

#include "core/moodle/answer.h"

#include <simdjson.h>

/// Inside of Answer; for answer.cpp and reader.cpp, so that nobody else compiles simdjson.h.
namespace liaison::moodle {

struct Answer::Document
{
    simdjson::dom::parser parser; ///< owns what `root` points to
    simdjson::dom::element root;
};

} // namespace liaison::moodle
