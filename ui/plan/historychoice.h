#pragma once

#include "core/store/journalhistory.h"
#include "ui/plan/names.h"

#include <QCompleter>

class QLineEdit;

namespace liaison::ui {

/// Completes what is typed in a field with the rooms and people that have a history: those of the journal, by the names
/// that were observed last. "marie" finds "Marie Lopez", "epi" finds "Épistémologie".
class HistoryChoice : public QCompleter
{
    Q_OBJECT

public:
    explicit HistoryChoice(QLineEdit *field);

    void setTouched(std::shared_ptr<const store::Touched> touched);
    void setNames(const Names &names);
    void retranslate() { fill(); }

    [[nodiscard]] QStringList splitPath(const QString &path) const override;

Q_SIGNALS:
    void chosen(const liaison::store::HistoryOf &of);

private:
    void fill();

    std::shared_ptr<const store::Touched> m_touched;
    Names m_names;
    std::vector<store::HistoryOf> m_choices;
};

} // namespace liaison::ui
