#pragma once

#include "core/reconcile/explained.h"

namespace liaison {

/// Writes the steps of one explanation, one below the other; each with where, and when, its fact was read.
class StepWriter
{
public:
    using Verdict = ExplainStep::Verdict;

    StepWriter(const Explained &explained, const Explanation &conclusion, std::vector<ExplainStep> &steps)
        : e(explained), s(explained.s), out(conclusion), m_steps(steps)
    {
    }

protected:
    /// What it returns can be corrected until the next one is written.
    ExplainStep &add(WhyStep step, WhyFact fact, Verdict verdict, const QStringList &values = {});
    ExplainStep &unknown(WhyStep step, WhyFact fact, const std::optional<UnknownBecause> &because,
                         const QStringList &values = {});
    ExplainStep &remembered(WhyStep step, WhyFact fact, Instant when);

    const Explained &e;
    const Snapshot &s;
    const Explanation &out;
    std::vector<ExplainStep> &m_steps;
};

/// Who the person is in Moodle and in the chat, and what the course makes of them.
void writePersonSteps(const Explained &e, const Explanation &conclusion, std::vector<ExplainStep> &steps);
/// The room: what is seen of it, whether the person is in it, in which state it is, what the rules make of all that.
void writeRoomSteps(const Explained &e, const Explanation &conclusion, std::vector<ExplainStep> &steps);

} // namespace liaison
