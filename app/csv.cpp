#include "app/csv.h"

#include "app/output.h"

namespace liaison::app {

QByteArray csvCell(QString text)
{
    const bool steers = !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
    text = harmless(text.replace(u'\n', u' ').replace(u'\r', u' ').replace(u'\t', u' '));
    if (steers || (!text.isEmpty() && QStringView(u"=+-@").contains(text.front())))
        text.prepend(u'\'');
    text.replace(u'"', QLatin1String("\"\""));
    return '"' + text.toUtf8() + '"';
}

} // namespace liaison::app
