#pragma once

#include "app/backendservice.h"
#include "core/base/uithread.h"
#include "tests/flow/flow.h"

#include <QRegularExpression>
#include <QTest>

namespace liaison::flow {

/// The console's backend on the servers of a flow, with a store of its own.
inline std::unique_ptr<app::BackendService> consoleOn(Flow &flow)
{
    Env env = flow.env;
    env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("console"));
    return std::make_unique<app::BackendService>([env] {
        return app::Context::open({}, [env](const QString &name) -> std::optional<QString> {
            const auto it = env.constFind(name);
            return it == env.constEnd() || it->isEmpty() ? std::nullopt : std::optional(*it);
        });
    });
}

/// For `init()`: slow work on the interface's thread fails the test function that runs.
inline void failOnUiThreadWork()
{
    QTest::failOnWarning(QRegularExpression(QLatin1String(uiThreadWarning)));
}

} // namespace liaison::flow
