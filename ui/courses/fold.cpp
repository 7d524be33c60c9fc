#include "ui/courses/fold.h"

#include <algorithm>

namespace liaison::ui {
namespace {

/// Letters that Unicode does not take apart, yet nobody types in a search field.
QLatin1String spelled(char16_t c)
{
    switch (c) {
    case u'œ':
        return QLatin1String("oe");
    case u'æ':
        return QLatin1String("ae");
    case u'ß':
        return QLatin1String("ss");
    case u'ł':
        return QLatin1String("l");
    case u'ø':
        return QLatin1String("o");
    case u'đ':
    case u'ð':
        return QLatin1String("d");
    case u'þ':
        return QLatin1String("th");
    case u'ı':
        return QLatin1String("i");
    case u'’':
    case u'‘':
    case u'ʼ':
        return QLatin1String("'");
    case u'–':
    case u'—':
    case u'‐':
    case u'−':
        return QLatin1String("-");
    default:
        return {};
    }
}

} // namespace

void appendFolded(QString &to, QStringView text)
{
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ascii) {
        for (QChar c : text)
            to += c.toLower();
        return;
    }
    const QString apart = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (QChar c : apart) {
        if (c.unicode() < 0x80 || c.isSurrogate()) {
            to += c;
            continue;
        }
        if (c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Other_Format)
            continue;
        const QLatin1String plain = spelled(c.unicode());
        if (!plain.isEmpty())
            to += plain;
        else
            to += c;
    }
}

QString folded(QStringView text)
{
    QString out;
    out.reserve(text.size() + 8);
    appendFolded(out, text);
    return out;
}

} // namespace liaison::ui
