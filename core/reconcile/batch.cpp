#include "core/reconcile/batch.h"

#include <algorithm>

namespace liaison {

std::vector<Batch> batches(const std::vector<Step> &steps, const ChatAbilities &abilities)
{
    using Call = Batch::Call;
    std::vector<Batch> calls;
    std::vector<Batch> moderatorsAdded;
    const size_t perCall = static_cast<size_t>(std::max(1, abilities.addBatch));
    const auto flushModerators = [&] {
        calls.insert(calls.end(), moderatorsAdded.begin(), moderatorsAdded.end());
        moderatorsAdded.clear();
    };
    for (size_t i = 0; i < steps.size(); ++i) {
        const Change &change = steps[i].change;
        const ChangeKind kind = kindOf(change);
        if (kind == ChangeKind::Add) {
            if (calls.empty() || calls.back().call != Call::Add || calls.back().steps.size() >= perCall)
                calls.push_back({Call::Add, {}});
            calls.back().steps.push_back(i);
            if (std::get<AddMember>(change.what).as == MemberRole::Moderator)
                moderatorsAdded.push_back({Call::MakeModerator, {i}});
            continue;
        }
        flushModerators();
        switch (kind) {
        case ChangeKind::CreateAccount:
            calls.push_back({Call::CreateAccount, {i}});
            break;
        case ChangeKind::CreateRoom:
            calls.push_back({Call::CreateRoom, {i}});
            break;
        case ChangeKind::Unarchive:
            calls.push_back({Call::Unarchive, {i}});
            break;
        case ChangeKind::SetRetention:
            calls.push_back({Call::SetRetention, {i}});
            break;
        case ChangeKind::Promote:
            calls.push_back({Call::MakeModerator, {i}});
            break;
        case ChangeKind::Demote:
            calls.push_back({Call::RemoveModerator, {i}});
            break;
        case ChangeKind::Remove:
            calls.push_back({Call::Remove, {i}});
            break;
        case ChangeKind::Archive:
            calls.push_back({Call::Archive, {i}});
            break;
        case ChangeKind::Add:
            break;
        }
    }
    flushModerators();
    return calls;
}

} // namespace liaison
