#pragma once

#include "core/run/campus.h"

namespace liaison {

/// The course restores of every site of the profile.
struct RestoreList
{
    std::vector<RestoreRow> rows; ///< stuck and blocking first
    struct Unread
    {
        QString site;
        Error because; ///< down, or "function-missing" where no companion tells
    };
    std::vector<Unread> unread;
    std::optional<RestoresOutside> outside; ///< of the profile's scope; nullopt: no site told, or an older file
};

/// Asks the Moodles only. An error is something a person has to mend (design 12.3); a site that is down, or that has no
/// companion to tell, is in `unread`. Blocking: for a worker thread.
[[nodiscard]] Result<RestoreList> readRestores(Servers &servers, const Profile &profile, store::Memory &memory,
                                               const net::CancelToken &cancel);

} // namespace liaison
