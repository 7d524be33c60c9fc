#pragma once

#include <QClipboard>
#include <QObject>
#include <functional>

namespace liaison::ui {

/// Addresses and fingerprints are shown with invisible places where a line may break. What is copied from us goes
/// without them: pasted into another program it would not be the address.
class PlainClipboard : public QObject
{
    Q_OBJECT

public:
    /// Is what lies there ours? What others copied is never read: that may wait for them.
    using Owns = std::function<bool(QClipboard::Mode)>;

    /// Without `owns`: as the platform says it.
    explicit PlainClipboard(QObject *parent, Owns owns = {});
};

} // namespace liaison::ui
