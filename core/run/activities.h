#pragma once

#include "core/run/survey.h"

#include <deque>
#include <map>

namespace liaison {

/// What a site without companion says of its chat activities, course by course (design 4.2, *activities without
/// companion*).
struct SiteActivities
{
    struct Seen
    {
        qint64 course = 0;
        store::SeenActivity activity;
        bool fresh = false; ///< read now, not remembered
    };
    std::map<qint64, Seen> byCmid;
    std::map<qint64, UnknownBecause>
        unread;          ///< courses that could not be read and of which nothing fresh is remembered
    bool walked = false; ///< every other course of the list was read, now or lately
};

/// Reads the activities of these courses that were not read lately, several at once, and remembers each few of them as
/// they come: what ends early goes on where it stopped. Says how many requests and about how many seconds before the
/// first one. Without core_course_get_contents nothing is read. What fails for one course is in `unread`.
/// Errors: cancelled, the store, or the site is down.
[[nodiscard]] Result<SiteActivities> readActivities(Servers &servers, size_t site, const SiteSurvey &facts,
                                                    std::vector<qint64> courses, store::Memory &memory,
                                                    const ProgressSink &progress, const net::CancelToken &cancel);

/// Links whose activity was asked about again.
struct CheckedLinks
{
    std::vector<const SurveyedLink *> links; ///< without those whose activity is gone
    std::deque<SurveyedLink> changed;        ///< holds what `links` points to where it changed
    std::vector<LinkKey> gone;
};

/// A link that did not come from a companion may be older than Moodle: its activity is looked up, one request a course
/// (one an activity without core_course_get_contents). Gone: left out, and remembered as gone. Not readable: unknown.
/// Where the site offers neither function, nothing is known better and the links stay as they are.
[[nodiscard]] Result<CheckedLinks> checkActivities(Servers &servers, const Survey &survey, store::Memory &memory,
                                                   std::vector<const SurveyedLink *> links,
                                                   const net::CancelToken &cancel);

} // namespace liaison
