#pragma once

#include "core/run/restorereview.h"

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
    std::vector<Unread> unread;                  ///< `site` is "chat" for the chat server
    bool partly = false;                         ///< what became of a performed one could not be read whole
    std::shared_ptr<const RestoreReview> review; ///< without people and rooms unless they were asked for
    std::optional<RestoresOutside> outside;      ///< of the profile's scope; nullopt: no site told, or an older file
};

/// Asks the Moodles only. An error is something a person has to mend (design 12.3); a site that is down, or that has no
/// companion to tell, is in `unread`. Settings, categories and names that cannot be read are not known. Blocking: for a
/// worker thread.
[[nodiscard]] Result<RestoreList> readRestores(Servers &servers, const Profile &profile, store::Memory &memory,
                                               const net::CancelToken &cancel);

/// The same, and what became of the performed ones: enrolments and rooms of the new courses are read, on both sides.
/// Errors: those of survey and observe too.
[[nodiscard]] Result<RestoreList> readRestoresWhole(Servers &servers, const Profile &profile, store::Memory &memory,
                                                    const ProgressSink &progress, const net::CancelToken &cancel);

} // namespace liaison
