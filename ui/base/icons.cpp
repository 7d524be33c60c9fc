#include "ui/base/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace liaison::ui {

QLatin1String iconName(Icon icon)
{
    switch (icon) {
    case Icon::Overview:
        return QLatin1String("layout-dashboard");
    case Icon::Courses:
        return QLatin1String("book-open");
    case Icon::Rooms:
        return QLatin1String("messages-square");
    case Icon::Roles:
        return QLatin1String("shield-check");
    case Icon::Retention:
        return QLatin1String("hourglass");
    case Icon::Restores:
        return QLatin1String("archive-restore");
    case Icon::Journal:
        return QLatin1String("scroll-text");
    case Icon::Diagnostics:
        return QLatin1String("stethoscope");
    case Icon::Help:
        return QLatin1String("circle-question-mark");
    case Icon::Preferences:
        return QLatin1String("settings");
    case Icon::Search:
        return QLatin1String("search");
    case Icon::Filter:
        return QLatin1String("list-filter");
    case Icon::Refresh:
        return QLatin1String("refresh-cw");
    case Icon::Language:
        return QLatin1String("languages");
    case Icon::OpenOutside:
        return QLatin1String("external-link");
    case Icon::Copy:
        return QLatin1String("copy");
    case Icon::Save:
        return QLatin1String("download");
    case Icon::Category:
        return QLatin1String("folder");
    case Icon::Person:
        return QLatin1String("user-round");
    case Icon::Server:
        return QLatin1String("server");
    case Icon::Plan:
        return QLatin1String("list-checks");
    case Icon::Apply:
        return QLatin1String("play");
    case Icon::Undo:
        return QLatin1String("undo-2");
    case Icon::Pause:
        return QLatin1String("pause");
    case Icon::Stop:
        return QLatin1String("square");
    case Icon::Retry:
        return QLatin1String("rotate-ccw");
    case Icon::Lock:
        return QLatin1String("lock");
    case Icon::Protected:
        return QLatin1String("shield-check");
    case Icon::History:
        return QLatin1String("history");
    case Icon::Running:
        return QLatin1String("loader-circle");
    case Icon::Source:
        return QLatin1String("database");
    case Icon::Age:
        return QLatin1String("clock");
    case Icon::Rate:
        return QLatin1String("activity");
    case Icon::Messages:
        return QLatin1String("message-square-warning");
    case Icon::Proof:
        return QLatin1String("file-check-2");
    case Icon::RoomSettings:
        return QLatin1String("settings-2");
    case Icon::Demo:
        return QLatin1String("graduation-cap");
    case Icon::NoResult:
        return QLatin1String("search-x");
    case Icon::ChevronDown:
        return QLatin1String("chevron-down");
    case Icon::ChevronRight:
        return QLatin1String("chevron-right");
    case Icon::ChevronLeft:
        return QLatin1String("chevron-left");
    case Icon::ArrowUp:
        return QLatin1String("arrow-up");
    case Icon::ArrowDown:
        return QLatin1String("arrow-down");
    case Icon::ArrowRight:
        return QLatin1String("arrow-right");
    case Icon::Close:
        return QLatin1String("x");
    case Icon::Check:
        return QLatin1String("check");
    case Icon::More:
        return QLatin1String("ellipsis");
    case Icon::Warning:
        return QLatin1String("triangle-alert");
    case Icon::Info:
        return QLatin1String("info");
    case Icon::Link:
        return QLatin1String("link-2");
    case Icon::Unlink:
        return QLatin1String("unlink");
    case Icon::Plus:
        return QLatin1String("plus");
    case Icon::Minus:
        return QLatin1String("minus");
    case Icon::Show:
        return QLatin1String("eye");
    case Icon::Import:
        return QLatin1String("upload");
    case Icon::Appearance:
        return QLatin1String("palette");
    }
    return QLatin1String("info");
}

namespace {

QPixmap rendered(Icon icon, const QColor &colour, const Tokens &tokens, int side)
{
    const QString name = iconName(icon);
    const QString key =
        QStringLiteral("liaison/%1/%2/%3/%4").arg(name, colour.name()).arg(side).arg(tokens.highContrast() ? 1 : 0);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    svg.replace("stroke-width=\"2\"", tokens.highContrast() ? "stroke-width=\"2.25\"" : "stroke-width=\"1.75\"");
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

QIcon icon(Icon which, const Tokens &tokens, Ink ink, int logical)
{
    QIcon result;
    const int side = tokens.px(logical);
    for (const int ratio : {1, 2, 3}) {
        const auto add = [&](const QColor &colour, QIcon::Mode mode) {
            QPixmap pixmap = rendered(which, colour, tokens, side * ratio);
            pixmap.setDevicePixelRatio(ratio);
            result.addPixmap(pixmap, mode);
        };
        add(tokens.ink(ink), QIcon::Normal);
        add(mixed(tokens.text, tokens.surface, 0.45), QIcon::Disabled);
    }
    return result;
}

void paintIcon(QPainter &painter, const QRectF &rect, Icon which, const QColor &colour, const Tokens &tokens)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const qreal side = qMin(rect.width(), rect.height());
    const QPixmap pixmap = rendered(which, colour, tokens, qRound(side * ratio));
    const QRectF square(rect.center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    // Whole device pixels, else the picture blurs.
    const QPointF at(qRound(square.x() * ratio) / ratio, qRound(square.y() * ratio) / ratio);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(QRectF(at, square.size()), pixmap, QRectF(pixmap.rect()));
    painter.restore();
}

} // namespace liaison::ui
