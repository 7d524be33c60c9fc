#pragma once

#include <QObject>

namespace liaison::ui {

/// Addresses and fingerprints are shown with invisible places where a line may break. What is copied from us goes
/// without them: pasted into another program it would not be the address.
class PlainClipboard : public QObject
{
    Q_OBJECT

public:
    explicit PlainClipboard(QObject *parent);
};

} // namespace liaison::ui
