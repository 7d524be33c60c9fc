#pragma once

#include "ui/base/page.h"

#include <QScrollArea>

namespace liaison::ui {

/// Holds a page as large as the window has room, and never smaller than the page needs at that width: where both
/// cannot be, it scrolls instead of squeezing what people read.
class PageFrame : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageFrame(Page *page, QWidget *parent = nullptr);

    [[nodiscard]] Page *page() const { return m_page; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    Page *m_page;
};

} // namespace liaison::ui
