#pragma once

#include <QScrollArea>

namespace liaison::ui {

/// Holds a widget as large as there is room, and never lower than its texts need at that width: it scrolls instead of
/// squeezing what people read.
class FitScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit FitScroll(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
};

} // namespace liaison::ui
