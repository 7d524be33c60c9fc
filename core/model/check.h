#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace liaison {

/// How one step of the diagnosis ended. `NotTried`: an earlier step failed.
enum class CheckResult { Fine, Watch, Blocking, NotKnown, NotTried };

/// One step of the diagnosis of one server: codes only, the sentences are in ui/text/checks.h.
struct Check
{
    QString step; ///< code of the group Check: "name", "tls", "rights-add"
    CheckResult result = CheckResult::Fine;
    QString found;              ///< code of the group Found: what was found; empty where `error` says it
    QStringList args;           ///< of `found`; dates as ISO 8601
    QString right;              ///< the function, capability or permission, for the steps rights-*
    std::optional<Error> error; ///< why the step failed
};

} // namespace liaison
