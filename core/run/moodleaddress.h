#pragma once

#include <QString>

/// Addresses and releases of Moodles, as people and other Moodles write them.
namespace liaison {

/// "4.5" of "4.5.2+ (Build: 20241007)"; empty where it begins otherwise.
[[nodiscard]] QString majorMinor(const QString &release);
/// The same address however it was written: case of the host, a slash at the end.
[[nodiscard]] bool isSameMoodle(const QString &a, const QString &b);

/// The page of a course; empty where the address is none of the web. A text: whether it may be opened, others decide.
[[nodiscard]] QString coursePage(const QString &moodle, qint64 course);

} // namespace liaison
