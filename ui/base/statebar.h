#pragma once

#include "ui/base/chip.h"
#include "ui/base/marks.h"

#include <QWidget>
#include <vector>

namespace liaison::ui {

struct StateShare
{
    int id = 0;
    Mark mark = Mark::Unknown;
    QString word;
    qint64 count = 0;
};

/// One bar of all states in the given order: 2 px gaps, at least 4 px each, clickable. Its legend (StateLegend) is the
/// same set as buttons, which is what the keyboard reaches; the bar describes itself in words.
class StateBar : public QWidget
{
    Q_OBJECT

public:
    explicit StateBar(QWidget *parent = nullptr);

    void setShares(const std::vector<StateShare> &shares, text::Language language);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void activated(int id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Segment
    {
        StateShare share;
        QRectF rect;
    };
    [[nodiscard]] std::vector<Segment> segments() const;

    std::vector<StateShare> m_shares;
    text::Language m_language = text::Language::English;
};

/// Number above word, one tile a state; where they need several lines, in columns.
class StateLegend : public QWidget
{
    Q_OBJECT

public:
    explicit StateLegend(QWidget *parent = nullptr);

    void setShares(const std::vector<StateShare> &shares, text::Language language);

Q_SIGNALS:
    void activated(int id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void align();

    FlowLayout *m_layout;
};

} // namespace liaison::ui
