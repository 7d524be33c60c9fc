#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/courses/linksmodel.h"

namespace liaison::ui {

/// Above the table while servers are read: how far, and the way to stop. Rows stay where they are.
class ReadingStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingStrip(QWidget *parent = nullptr);

    void setProgress(const Progress &progress, text::Language language);
    /// What is read now, in words.
    [[nodiscard]] static QString stageText(const QString &stage);

Q_SIGNALS:
    void stopped();

private:
    Label *m_text, *m_count;
    Button *m_stop;
    Meter *m_meter;
};

/// In place of the pane while several courses are selected: their sum, and one plan for all of them.
class SelectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionPanel(QWidget *parent = nullptr);

    void setItems(const LinkIndex &index, const std::vector<int> &items, text::Language language);
    [[nodiscard]] Button *planButton() const { return m_plan; }

Q_SIGNALS:
    void planRequested(const std::vector<liaison::LinkKey> &links);

private:
    std::vector<LinkKey> m_keys;
    Label *m_title, *m_names;
    QVBoxLayout *m_sums;
    QWidget *m_sumBox = nullptr;
    Button *m_plan;
};

/// Under the table where there is no room for the pane: the course, its changes, and "Details".
class SummaryBar : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryBar(QWidget *parent = nullptr);

    void setLink(const LinkFacts &facts, text::Language language);
    [[nodiscard]] Button *detailButton() const { return m_detail; }

Q_SIGNALS:
    void detailRequested();
    void planRequested();

private:
    MarkLabel *m_mark;
    Label *m_title, *m_changes;
    Button *m_plan, *m_detail;
};

/// "7 additions, 3 removals": what a course needs, in words; empty where nothing.
[[nodiscard]] QString changesInWords(int add, int remove, int promote, int demote);

} // namespace liaison::ui
