#pragma once

#include <QString>

namespace liaison::ui {

/// What people type is compared with what servers wrote after both went through this: case, accents and ligatures fall
/// away ("Élève" and "eleve", "cœur" and "coeur"), typographic apostrophes and no-break spaces become plain ones.
void appendFolded(QString &to, QStringView text);
[[nodiscard]] QString folded(QStringView text);

} // namespace liaison::ui
