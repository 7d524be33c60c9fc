#pragma once

#include <QString>
#include <span>

/// What the people and courses of the built-in campus are called. UTF-8.
namespace liaison::sandbox::names {

[[nodiscard]] std::span<const char *const> first();
[[nodiscard]] std::span<const char *const> last();

struct Faculty
{
    const char *code; ///< of short names
    const char *name;
    std::span<const char *const> subjects;
};
[[nodiscard]] std::span<const Faculty> faculties();
[[nodiscard]] std::span<const char *const> annexeSubjects();

/// Lower case, without accents, apostrophes and blanks: what a login or an e-mail address is made of.
[[nodiscard]] QString plain(const QString &name);

} // namespace liaison::sandbox::names
