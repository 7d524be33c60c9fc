#pragma once

#include <QStackedLayout>
#include <QStackedWidget>

namespace liaison::ui {

// Pages on top of each other that ask for the room of the one that is shown: a long sentence on a hidden page must not
// make the window higher. Neither passes height for width on: what they hold scrolls or says its least height itself.

class CurrentStackLayout : public QStackedLayout
{
    Q_OBJECT

public:
    using QStackedLayout::QStackedLayout;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

class CurrentStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit CurrentStack(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

} // namespace liaison::ui
