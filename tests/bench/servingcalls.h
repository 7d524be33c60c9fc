#pragma once

#include "core/sandbox/world.h"

#include <QJsonObject>
#include <functional>

/// Every call with which the console reads a campus, as bytes on the wire.
namespace liaison::bench {

/// One and the same over and over, or each time for another room, course or person: then nothing can be given a second
/// time.
struct Asked
{
    const char *what;
    std::size_t different = 1;
    std::function<QByteArray(std::size_t)> message; ///< of the call number so and so
};

/// `ready` says where the sandbox is and who may ask.
[[nodiscard]] std::vector<Asked> readingCalls(const QJsonObject &ready, const sandbox::World &world);

} // namespace liaison::bench
