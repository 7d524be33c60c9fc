#pragma once

#include <QString>
#include <functional>

namespace liaison {

/// Where an observation stands, for a progress line: `stage` is a code of ui/text's group "stage".
struct Progress
{
    QString stage;
    int done = 0, total = 0;
    /// 0 or more: said once, before the first of `total` requests, and about how many seconds they will take.
    /// Stage "waiting": a server limits the number of requests, seconds until the next may be sent; 0 = it is over.
    int seconds = -1;
};
using ProgressSink = std::function<void(const Progress &)>;

} // namespace liaison
