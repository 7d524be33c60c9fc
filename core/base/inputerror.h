#pragma once

#include "core/base/result.h"

namespace liaison {

/// What a person gave cannot be used. `code`: of docs/codes.md; `where`: the file, option, name or place in a document
/// that it is about.
[[nodiscard]] inline Error inputError(const char *code, const QString &where = {}, const QString &detail = {})
{
    return {ErrorKind::Input, QString::fromLatin1(code), where, 0, {}, detail};
}

} // namespace liaison
