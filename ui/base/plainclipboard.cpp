#include "ui/base/plainclipboard.h"

#include <QGuiApplication>

namespace liaison::ui {
namespace {

constexpr QChar breakHere(0x200b);

bool isOurs(QClipboard::Mode mode)
{
    const QClipboard *const clipboard = QGuiApplication::clipboard();
    return mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard();
}

} // namespace

PlainClipboard::PlainClipboard(QObject *parent, Owns owns) : QObject(parent)
{
    QClipboard *const clipboard = QGuiApplication::clipboard();
    connect(clipboard, &QClipboard::changed, this,
            [clipboard, owns = owns ? std::move(owns) : Owns(isOurs)](QClipboard::Mode mode) {
                if (!owns(mode))
                    return;
                QString text = clipboard->text(mode);
                if (text.contains(breakHere))
                    clipboard->setText(text.remove(breakHere), mode);
            });
}

} // namespace liaison::ui
