#include "tests/flow/schema.h"

#include <QProcess>
#include <QTemporaryFile>

namespace liaison::flow {

QByteArray misfit(const char *schema, const QByteArray &document)
{
    QTemporaryFile file;
    if (!file.open() || file.write(document) != document.size() || !file.flush())
        return "the document cannot be written";
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral(LIAISON_SOURCE_DIR "/tests/text/validate.py"),
                  QStringLiteral(LIAISON_SOURCE_DIR "/docs/schemas/%1.json").arg(QLatin1String(schema)),
                  file.fileName()});
    if (!python.waitForFinished(30000))
        return "validate.py does not end";
    if (python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0)
        return {};
    return QByteArray(python.readAllStandardError() + document.left(2000));
}

} // namespace liaison::flow
