#include "ui/text/text.h"

#include <cstdio>

/// Prints docs/codes.md: `codesdoc > docs/codes.md`.
int main()
{
    const QByteArray page = liaison::text::codesMarkdown().toUtf8();
    return std::fwrite(page.constData(), 1, static_cast<std::size_t>(page.size()), stdout) ==
                   static_cast<std::size_t>(page.size())
               ? 0
               : 1;
}
