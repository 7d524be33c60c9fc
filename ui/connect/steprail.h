#pragma once

#include "ui/base/bits.h"

namespace liaison::ui {

/// The steps one below the other: what is done with its fact, where one is, what comes. Not a control.
class StepRail : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString title, fact;
    };
    explicit StepRail(QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines, int current, text::Language language);

private:
    class Badge;
    struct Row
    {
        QWidget *widget;
        Badge *badge;
        Label *title, *fact;
    };
    QVBoxLayout *m_all;
    QList<Row> m_rows;
};

} // namespace liaison::ui
