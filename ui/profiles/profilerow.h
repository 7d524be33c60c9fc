#pragma once

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QAbstractButton>
#include <QFocusFrame>
#include <QPointer>

namespace liaison::ui {

/// One profile in the list: its name, its servers, its environment as colour and word, and what else is so of it.
class ProfileRow : public QAbstractButton
{
    Q_OBJECT

public:
    struct Shown
    {
        QString name, second;
        Environment environment = Environment::None;
        QStringList badges; ///< "Read-only", "Institution"
        bool broken = false, current = false;
    };
    explicit ProfileRow(QWidget *parent = nullptr);

    void set(const Shown &shown);
    [[nodiscard]] const Shown &shown() const { return m_shown; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void describe();

    Shown m_shown;
    QPointer<QFocusFrame> m_ring;
};

} // namespace liaison::ui
