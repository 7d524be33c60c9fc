#include "ui/base/plaintext.h"

#include <algorithm>

namespace liaison::ui {

namespace {

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm.
bool turns(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x061C || u == 0x200E || u == 0x200F || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

bool controls(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7F && u < 0xA0) || u == 0x2028 || u == 0x2029;
}

} // namespace

QString oneLine(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), [](QChar c) { return turns(c) || controls(c); }))
        return text;
    QString out = withoutDirections(text);
    std::replace_if(out.begin(), out.end(), controls, QChar(u' '));
    return out;
}

QString withoutDirections(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), turns))
        return text;
    QString out = text;
    out.removeIf(turns);
    return out;
}

} // namespace liaison::ui
