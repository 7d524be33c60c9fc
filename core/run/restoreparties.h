#pragma once

#include "core/run/restorereview.h"
#include "core/run/servers.h"

namespace liaison {

struct Survey;

/// The sites as a survey and a snapshot show them; of people and courses only those that the rows name. `tasks` is
/// parallel to the survey's sites; nullopt: not told.
[[nodiscard]] std::vector<RestoreParty>
partiesOf(const Survey &survey, const Snapshot &snapshot, const std::vector<RestoreRow> &rows,
          const std::vector<std::optional<moodle::Fetched<moodle::RestoreTasks>>> &tasks);

/// Asks a site for the names of the requesters that nobody knows yet. A name that cannot be read is not known: the
/// login stands for it. Error: cancelled, nothing else.
[[nodiscard]] Result<void> readRequesters(const moodle::MoodleClient &client, RestoreParty &party,
                                          const std::vector<RestoreRow> &rows, const net::CancelToken &cancel);

} // namespace liaison
