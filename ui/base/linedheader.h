#pragma once

#include <QHeaderView>

namespace liaison::ui {

/// The header of a list: 28 high, on the surface, a line below it. What a section looks like is its heirs'.
class LinedHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LinedHeader(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace liaison::ui
