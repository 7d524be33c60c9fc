#include "app/documents_undo.h"

#include "core/reconcile/planjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::app {

QByteArray undoToJson(const Undo &undo)
{
    Plan steps;
    for (const NotTakenBack &left : undo.left)
        steps.steps.push_back({left.id, left.change});
    QJsonArray list = planToObject(steps).value(QLatin1String("steps")).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        QJsonObject step = list.at(i).toObject();
        step.insert(QStringLiteral("why"), codeOf(undo.left[static_cast<size_t>(i)].why));
        list.replace(i, step);
    }
    QJsonObject document = planToObject(undo.plan);
    document.remove(QStringLiteral("plan"));
    document.insert(QStringLiteral("left"), list);
    const QByteArray hashed = QJsonDocument(document).toJson(QJsonDocument::Compact);
    document.insert(QStringLiteral("plan"),
                    QString::fromLatin1(QCryptographicHash::hash(hashed, QCryptographicHash::Sha256).toHex()));
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace liaison::app
