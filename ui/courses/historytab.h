#pragma once

#include "ui/backend.h"
#include "ui/base/button.h"
#include "ui/courses/factslist.h"
#include "ui/courses/linkfacts.h"

#include <QHash>
#include <QStringList>

namespace liaison::ui {

/// What this console remembers of one link: when its room was last seen, and the runs that touched it. The steps of the
/// newest runs are asked for one after the other; names are joined on here, the journal holds ids only (design 6.4).
class HistoryTab : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryTab(QWidget *parent = nullptr);

    void setLanguage(text::Language language);
    void setLink(ViewPtr view, quint32 position);
    /// Called while the tab is looked at: only then runs are read.
    void setActive(bool active);
    void setRun(const QString &id, const std::vector<store::RunStep> &steps);
    [[nodiscard]] const FactsList &list() const { return *m_list; }
    [[nodiscard]] Button *whole() const { return m_whole; }

Q_SIGNALS:
    void runWanted(const QString &id);
    /// All runs, with what was so before and after: in the Journal.
    void wholeWanted();

private:
    void fill();
    void askNext();

    text::Language m_language = text::Language::English;
    ViewPtr m_view;
    quint32 m_position = 0;
    bool m_active = false;
    QString m_asked;
    QHash<QString, std::vector<store::RunStep>> m_steps; ///< of runs that are over: they never change
    FactsList *m_list;
    Button *m_whole;
};

} // namespace liaison::ui
