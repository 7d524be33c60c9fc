#pragma once

#include <QString>
#include <vector>

namespace liaison {

/// One thing to ask an administrator for. Nothing here needs a server: it is printed before any token is typed.
struct Grant
{
    enum class Kind { Function, Capability, Permission } kind = Kind::Function;
    enum class Need { Companion, WithoutCompanion, Reading, Writing, Restores, Optional } need = Need::Reading;
    QString right;
};

/// Moodle's functions and capabilities, then Rocket.Chat's permissions (Moodle contract section 3, design 4.1).
/// `readOnly`: only what reading needs.
[[nodiscard]] std::vector<Grant> grantSheet(bool readOnly);

} // namespace liaison
