#pragma once

#include "core/reconcile/diff.h"
#include "core/run/apply.h"
#include "ui/text/text.h"

#include <QJsonObject>

/// The closed JSON documents of design section 8 (docs/schemas). Texts in the chosen language are siblings named
/// `...Text`.
namespace liaison::app {

[[nodiscard]] QJsonObject linkJson(const Snapshot &snapshot, const LinkRow &row, text::Language language);
[[nodiscard]] QJsonObject totalsJson(const Snapshot &snapshot, const std::vector<LinkRow> &rows);
[[nodiscard]] QJsonObject personRowJson(const PersonRow &row, text::Language language);
[[nodiscard]] QJsonObject applyJson(const ApplyResult &result, text::Language language);
[[nodiscard]] QJsonObject runsJson(const std::vector<store::RunRecord> &runs, text::Language language);

} // namespace liaison::app
