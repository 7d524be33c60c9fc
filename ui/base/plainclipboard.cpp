#include "ui/base/plainclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace liaison::ui {
namespace {

constexpr QChar breakHere(0x200b);

} // namespace

PlainClipboard::PlainClipboard(QObject *parent) : QObject(parent)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    connect(clipboard, &QClipboard::changed, this, [clipboard](QClipboard::Mode mode) {
        // Nobody copies in another program while ours is the active one.
        if (QGuiApplication::applicationState() != Qt::ApplicationActive)
            return;
        QString text = clipboard->text(mode);
        if (text.contains(breakHere))
            clipboard->setText(text.remove(breakHere), mode);
    });
}

} // namespace liaison::ui
