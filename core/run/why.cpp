#include "core/run/why.h"

#include "core/reconcile/roomdiff.h"
#include "core/run/resolve.h"
#include "core/run/timelines.h"
#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {
namespace {

Instant chatReadAt(const Survey &survey)
{
    if (survey.rooms.readAt.isKnown())
        return survey.rooms.readAt;
    return survey.chat ? survey.chat->serverDate : Instant{};
}

std::vector<LinkIx> find(const Snapshot &s, const std::vector<LinkKey> &keys)
{
    std::vector<LinkIx> links;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const LinkKey key{s.sites[s.links[i].site.value].id.value, s.links[i].cmid.value};
        if (std::find(keys.begin(), keys.end(), key) != keys.end())
            links.push_back(LinkIx(i));
    }
    return links;
}

} // namespace

const Subject &subjectFor(const std::vector<Subject> &subjects, const Snapshot &s, const Link &link)
{
    for (const Subject &subject : subjects) {
        const bool here = subject.person.isValid() ? s.people[subject.person.value].site == link.site
                                                   : subject.moodle.state == Lookup<Person>::State::Found &&
                                                         subject.moodle.value.site == link.site;
        if (here)
            return subject;
    }
    return subjects.front();
}

bool isTrouble(const Explanation &e)
{
    return e.conclusion != Conclusion::InPlace && e.conclusion != Conclusion::Kept &&
           e.conclusion != Conclusion::Technical && e.conclusion != Conclusion::NotEnrolled;
}

void addTimeline(Servers &servers, const Survey &survey, const ExplainInput &input, const Subject &subject,
                 Explanation &explanation, const net::CancelToken &cancel)
{
    const Snapshot &s = input.snapshot;
    const auto *ix = std::get_if<RoomIx>(&s.links[explanation.link.value].room);
    if (!input.policy.timeline || !ix || explanation.cause != Cause::NotKnown || !wantsTimeline(explanation))
        return;
    const Room &room = s.rooms[ix->value];
    if (!hasTimeline(room) || input.history.timelines.contains(room.id.value)) // already told
        return;
    ExplainInput more = input;
    auto timeline = servers.chat->timeline(room.id.value, messagesLookedAt, TimelinePart::Newest, cancel);
    if (timeline) {
        timeline->whole = timeline->whole && keepsEverything(survey, room) && reachesBack(*timeline, room);
        more.timeline = &*timeline;
    } else {
        more.timelineUnknown = becauseOfChat(timeline.error());
    }
    explanation = explain(more, explanation.link, subject);
}

Result<WhyAnswer> why(Servers &servers, const Profile &profile, store::Memory &memory, const QString &person,
                      const QString &course, const ProgressSink &progress, const net::CancelToken &cancel)
{
    const auto surveyed = survey(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    const auto choice = chooseCourse(*surveyed, course);
    if (!choice)
        return fail(choice.error());
    ObserveOptions options;
    options.names = true;
    auto observed = observe(servers, profile, *surveyed, memory, choice->links, options, progress, cancel);
    if (!observed)
        return fail(observed.error());
    const Snapshot &s = *observed->snapshot;
    const auto subjects = findPerson(servers, profile, *surveyed, s, person, choice->links.front().site, cancel);
    if (!subjects)
        return fail(subjects.error());

    const ExplainInput input{s, profile.policy, observed->history, chatReadAt(*surveyed), nullptr, std::nullopt};
    WhyAnswer out;
    const auto links = find(s, choice->links), named = find(s, choice->named);
    for (LinkIx link : links)
        out.all.push_back(explain(input, link, subjectFor(*subjects, s, s.links[link.value])));
    for (size_t i = out.all.size(); i-- > 0;) {
        const bool asked = std::find(named.begin(), named.end(), out.all[i].link) != named.end();
        if (named.empty() ? isTrouble(out.all[i]) : asked)
            out.chosen = i;
    }
    Explanation &chosen = out.all[out.chosen];
    addTimeline(servers, *surveyed, input, subjectFor(*subjects, s, s.links[chosen.link.value]), chosen, cancel);
    out.diff = diff(s, profile.policy, observed->history);
    out.observed = std::move(*observed);
    return out;
}

} // namespace liaison
