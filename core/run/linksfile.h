#pragma once

#include "core/base/result.h"
#include "core/store/memory.h"

#include <QByteArray>
#include <vector>

namespace liaison {

/// The links of a file as one SELECT gives it (design 12.6): header `cmid,courseid,room` and optional columns, `,` or
/// `;`, UTF-8 with or without BOM, quoted fields, further columns ignored. Sorted by cmid. Pure.
/// Errors (Input), the first one met: "links-column" (`where` = the column that is missing), "links-value" (`where` =
/// the line, `detail` = the column), "links-twice" (the line, the activity), "links-none" (no row at all: a site whose
/// links were all gone would look the same).
[[nodiscard]] Result<std::vector<store::ImportedLink>> linksFromCsv(const QByteArray &file);

} // namespace liaison
