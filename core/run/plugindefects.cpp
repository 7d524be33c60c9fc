#include "core/run/plugindefects.h"

namespace liaison {
namespace {

constexpr qint64 lastKnown = 2024010900; // 1.6.5

bool isKnown(const QString &version)
{
    const qint64 number = version.toLongLong();
    return number > 0 && number <= lastKnown;
}

} // namespace

QStringList knownDefects(const QString &version)
{
    if (!isKnown(version))
        return {};
    return {QStringLiteral("defect-first-page"),     QStringLiteral("defect-removes-guests"),
            QStringLiteral("defect-reset-wipes"),    QStringLiteral("defect-suspended-stay"),
            QStringLiteral("defect-scheduled-task"), QStringLiteral("defect-category-bin"),
            QStringLiteral("defect-silent-errors")};
}

bool isRefusedBy(const QString &version, const chat::ServerVersion &server)
{
    return isKnown(version) && server.isKnown() && server.atLeast(8, 8);
}

} // namespace liaison
