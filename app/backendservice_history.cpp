#include "app/backendservice_p.h"

namespace liaison::app {

void BackendService::history(const store::HistoryOf &of)
{
    work([this, of] {
        const ContextPtr context = this->context();
        if (!context)
            return;
        store::Journal &journal = context->journal();
        const auto read = [&]() -> Result<std::vector<store::HistoryStep>> {
            const auto whole = store::joined(journal, of);
            if (!whole)
                return fail(whole.error());
            return store::historyOf(journal, *whole);
        };
        auto steps = read();
        deliver([this, of, steps = std::move(steps)]() mutable {
            if (steps)
                Q_EMIT historyReady(of, std::make_shared<const std::vector<store::HistoryStep>>(std::move(*steps)));
            else
                Q_EMIT journalFailed(steps.error());
        });
    });
}

void BackendService::touched()
{
    work([this] {
        const ContextPtr context = this->context();
        if (!context)
            return;
        auto found = store::touched(context->journal());
        deliver([this, found = std::move(found)]() mutable {
            if (found)
                Q_EMIT touchedReady(std::make_shared<const store::Touched>(std::move(*found)));
            else
                Q_EMIT journalFailed(found.error());
        });
    });
}

} // namespace liaison::app
