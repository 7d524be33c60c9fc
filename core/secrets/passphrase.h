#pragma once

#include <QList>
#include <QString>

namespace liaison::secrets {

/// Characters of a new passphrase, at least: whoever steals the sealed file may guess for as long as they like.
inline constexpr int leastPassphrase = 12;

/// How many characters a new passphrase lacks; 0: long enough. Counted as the file's key is made of them, so that an
/// accent typed apart is no character of its own. One that opens an existing file is never judged.
[[nodiscard]] inline int missingCharacters(const QString &passphrase)
{
    const auto characters = passphrase.normalized(QString::NormalizationForm_C).toUcs4().size();
    return characters < leastPassphrase ? leastPassphrase - int(characters) : 0;
}

} // namespace liaison::secrets
