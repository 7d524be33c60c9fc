#pragma once

#include "core/run/survey.h"

#include <vector>

namespace liaison {

/// What the links of one site are found from. Private to core/run.
struct LinkContext
{
    Servers &servers;
    const Profile &profile;
    size_t site = 0; ///< place in Survey::sites
    Survey &survey;
    store::Memory &memory;
    const std::vector<store::RememberedLink> &remembered;
    const std::vector<store::LinkImport> &imports;
    const ProgressSink &progress;
    const net::CancelToken &cancel;

    [[nodiscard]] SiteSurvey &facts() const { return survey.sites[site]; }
    [[nodiscard]] const moodle::MoodleClient &client() const { return servers.sites[site]; }
};

/// What rooms of that site are named with: of the profile, else the sum that mod_rocketchat makes of the address.
[[nodiscard]] QString prefixOf(const MoodleSettings &settings, const SiteSurvey &site);

/// The links of one site by the best source there is: companion > import > confirmed > remembered > guessed (design
/// 4.2). A site that turns out to be down or refuses gets `down` or `linksUnknown`, and what is known of it is unknown.
/// Errors: cancelled, or the store.
[[nodiscard]] Result<std::vector<SurveyedLink>> linksOf(const LinkContext &context);

} // namespace liaison
