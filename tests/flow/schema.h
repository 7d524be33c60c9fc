#pragma once

#include <QByteArray>

namespace liaison::flow {

/// What tests/text/validate.py has against `document` being a docs/schemas/`schema`.json; empty: nothing.
[[nodiscard]] QByteArray misfit(const char *schema, const QByteArray &document);

} // namespace liaison::flow
