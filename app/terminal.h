#pragma once

#include <QString>
#include <optional>

namespace liaison::app {

/// One line of standard input, without its end; nullopt at the end of the input.
[[nodiscard]] std::optional<QString> readLine();

/// The same without echo where somebody types, so that a secret is neither on the screen nor, as an argument would be,
/// in the history of the shell and the list of processes.
[[nodiscard]] std::optional<QString> readSecretLine();

} // namespace liaison::app
