#pragma once

namespace liaison::sandbox {

/// Messages and notifications that people have seen since the start, or since the world was replaced: one message per
/// join, leave, role change and archiving, one notification per join (design 12.2).
struct Noise
{
    int messages = 0;
    int notifications = 0;
};

/// What a chat machine also is when it counts: `control/noise` asks for it.
class NoiseMeter
{
public:
    virtual ~NoiseMeter() = default;
    [[nodiscard]] virtual Noise noise() const = 0;
};

} // namespace liaison::sandbox
