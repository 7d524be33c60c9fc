#pragma once

#include "core/run/campus.h"
#include "core/run/restorelist.h"
#include "core/store/journal.h"

#include <functional>
#include <memory>

namespace liaison {

/// What commands tell beside the view.
struct CampusExtras
{
    Instant chatReadAt;           ///< of the list of rooms, by the chat server's clock
    Instant chatNow;              ///< the chat server's time then: what "idle" is judged by
    bool wholeServer = false;     ///< the list of rooms holds every private room
    bool inventoryPartial = true; ///< see inventoryIsPartial()
    std::optional<int> outside;   ///< rooms outside courses; nullopt: no list was read
    std::vector<Unknown> unread;  ///< sites and courses of which no link is known (Observed::sites)
    std::vector<RestoreList::Unread> restoresUnread;
};

/// What a survey tells of them; `rooms` of that survey.
[[nodiscard]] CampusExtras extrasOf(const Survey &survey, const std::vector<RoomRow> &rooms);

/// Everything that one reading of a profile's whole scope gave.
struct CampusReading
{
    std::shared_ptr<CampusView> view; ///< nobody else has it yet: the caller may complete it, then hands it out const
    std::shared_ptr<const Survey> survey;
    CampusExtras extras;
};

/// Reads both servers and compares. What a run that died had sent is settled by the reading, where there is a writer.
/// `clock`: this machine's. Errors: those of survey, observe and the store. Blocking: for a worker thread.
[[nodiscard]] Result<CampusReading> readCampus(Servers &servers, const Profile &profile, store::Memory &memory,
                                               store::Journal &journal, const std::function<Instant()> &clock,
                                               const ProgressSink &progress, const net::CancelToken &cancel);

/// The first server that could not be asked.
[[nodiscard]] std::optional<Error> serverDown(const Survey &survey);

/// The view with only the links named and those that share their rooms: what a plan over a selection is made from.
[[nodiscard]] Snapshot restricted(const Snapshot &snapshot, const std::vector<LinkKey> &links);

} // namespace liaison
