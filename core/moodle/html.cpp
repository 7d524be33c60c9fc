#include "core/moodle/html.h"

#include <QStringView>
#include <algorithm>
#include <array>

namespace liaison::moodle {

namespace {

/// Names of U+00A0 to U+00FF, in order.
constexpr std::array<const char *, 96> latin1Names{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named
{
    const char *name;
    char16_t character;
};
constexpr std::array<Named, 19> otherNames{{{"amp", u'&'},
                                            {"lt", u'<'},
                                            {"gt", u'>'},
                                            {"quot", u'"'},
                                            {"apos", u'\''},
                                            {"OElig", u'\u0152'},
                                            {"oelig", u'\u0153'},
                                            {"Yuml", u'\u0178'},
                                            {"ndash", u'\u2013'},
                                            {"mdash", u'\u2014'},
                                            {"lsquo", u'\u2018'},
                                            {"rsquo", u'\u2019'},
                                            {"sbquo", u'\u201A'},
                                            {"ldquo", u'\u201C'},
                                            {"rdquo", u'\u201D'},
                                            {"bdquo", u'\u201E'},
                                            {"bull", u'\u2022'},
                                            {"hellip", u'\u2026'},
                                            {"euro", u'\u20AC'}}};

/// 0 = not a reference that we know.
char32_t characterOf(QStringView reference)
{
    if (reference.startsWith(u'#')) {
        const bool hex = reference.size() > 1 && (reference.at(1) == u'x' || reference.at(1) == u'X');
        bool ok = false;
        const uint code = reference.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        const bool scalar = ok && code != 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
        return scalar ? char32_t(code) : 0;
    }
    for (const Named &n : otherNames) {
        if (reference == QLatin1String(n.name))
            return n.character;
    }
    const auto it = std::find_if(latin1Names.begin(), latin1Names.end(),
                                 [&](const char *name) { return reference == QLatin1String(name); });
    return it == latin1Names.end() ? 0 : char32_t(0xA0 + (it - latin1Names.begin()));
}

} // namespace

QString unescapeHtml(const QString &text)
{
    qsizetype at = text.indexOf(u'&');
    if (at < 0)
        return text;
    constexpr qsizetype longestReference = 10;
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    while (at >= 0) {
        out += QStringView(text).mid(from, at - from);
        from = at;
        const qsizetype end = text.indexOf(u';', at + 1);
        if (end > at + 1 && end - at - 1 <= longestReference) {
            if (const char32_t c = characterOf(QStringView(text).mid(at + 1, end - at - 1))) {
                out += QChar::fromUcs4(c);
                from = end + 1;
            }
        }
        if (from == at) {
            out += u'&';
            from = at + 1;
        }
        at = text.indexOf(u'&', from);
    }
    out += QStringView(text).mid(from);
    return out;
}

QString plainMessage(const QString &html, int limit)
{
    QString words;
    words.reserve(html.size());
    bool inTag = false;
    for (qsizetype i = 0; i < html.size(); ++i) {
        const QChar c = html.at(i);
        const QChar following = i + 1 < html.size() ? html.at(i + 1) : QChar();
        if (!inTag && c == u'<' && (following.isLetter() || following == u'/' || following == u'!')) {
            inTag = true;
            words += u' ';
        } else if (inTag) {
            inTag = c != u'>';
        } else {
            words += c;
        }
    }
    return unescapeHtml(words).simplified().left(limit);
}

} // namespace liaison::moodle
