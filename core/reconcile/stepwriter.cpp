#include "core/reconcile/stepwriter.h"

namespace liaison {

ExplainStep &StepWriter::add(WhyStep step, WhyFact fact, Verdict verdict, const QStringList &values)
{
    ExplainStep made;
    made.step = step;
    made.fact = fact;
    made.verdict = verdict;
    made.values = values;
    switch (step) {
    case WhyStep::MoodleAccount:
    case WhyStep::Enrolment:
    case WhyStep::Role:
        made.source = WhySource::Moodle;
        made.readAt = s.sites[e.link.site.value].now;
        break;
    case WhyStep::Policy:
        made.source = WhySource::Profile;
        break;
    default:
        made.source = WhySource::Chat;
        made.readAt = e.in.chatReadAt;
    }
    m_steps.push_back(std::move(made));
    return m_steps.back();
}

ExplainStep &StepWriter::unknown(WhyStep step, WhyFact fact, const std::optional<UnknownBecause> &because,
                                 const QStringList &values)
{
    ExplainStep &made = add(step, fact, Verdict::Unknown, values);
    made.because = because;
    if (because && because->reason != UnknownReason::Uncounted && because->reason != UnknownReason::Administered)
        made.readAt = {};
    return made;
}

ExplainStep &StepWriter::remembered(WhyStep step, WhyFact fact, Instant when)
{
    ExplainStep &made = add(step, fact, Verdict::NotOk);
    made.source = WhySource::Store;
    made.when = made.readAt = when;
    return made;
}

} // namespace liaison
