#pragma once

#include <QObject>

namespace liaison::ui {

/// Tool tips guess whether their text is markup; what servers say never is. Shows every tool tip of the program as it
/// was written: install on the application.
class PlainToolTips : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace liaison::ui
