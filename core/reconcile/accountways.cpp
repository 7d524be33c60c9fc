#include "core/reconcile/accountways.h"

namespace liaison {

std::vector<ExplainStep> waysToAccount(const Snapshot &s, const Site &site, Instant chatReadAt)
{
    using Verdict = ExplainStep::Verdict;
    std::vector<ExplainStep> steps;
    const auto add = [&](WhyFact fact, Verdict verdict) -> ExplainStep & {
        ExplainStep step;
        step.step = WhyStep::ChatAccount;
        step.fact = fact;
        step.verdict = verdict;
        step.source = WhySource::Chat;
        step.readAt = chatReadAt;
        steps.push_back(std::move(step));
        return steps.back();
    };
    const bool directory = s.signInServices && !s.signInServices->isEmpty();
    if (directory)
        add(WhyFact::AccountAtSignIn, Verdict::Ok).values << s.signInServices->join(QStringLiteral(", "));
    if (site.createsAccounts == Tri::Yes) {
        ExplainStep &step = add(WhyFact::AccountByPlugin, Verdict::Ok);
        step.source = WhySource::Moodle;
        step.readAt = site.now;
    }
    if (s.signInServices && !directory && site.createsAccounts == Tri::No)
        add(WhyFact::AccountByHand, Verdict::NotOk);
    return steps;
}

} // namespace liaison
