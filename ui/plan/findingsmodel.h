#pragma once

#include "core/reconcile/undo.h"
#include "ui/plan/names.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>
#include <optional>

namespace liaison::ui {

/// What the plan can say but not repair: findings, what could not be read, or what an undo leaves as it is.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Show { Findings, Unknown, Left };
    enum Column { KindColumn, CourseColumn, PersonColumn, MeaningColumn, ColumnCount };

    explicit FindingsModel(Show show, QObject *parent = nullptr);

    void setPlan(std::shared_ptr<const Plan> plan);
    /// Of Show::Left: the steps of the run that stay.
    void setLeft(const std::vector<NotTakenBack> &left);
    void setNames(Names names);
    void setLanguage(text::Language language);
    void setFilter(const QString &text);
    /// Only these codes; empty: all.
    void setCodes(const QStringList &codes);

    /// Code -> how many, in the order of the codes; without those that are 0.
    [[nodiscard]] std::vector<std::pair<QString, int>> counts() const;
    [[nodiscard]] int total() const { return static_cast<int>(m_items.size()); }
    /// Name, sentence and remedy of a row; empty outside.
    [[nodiscard]] text::Text wordsAt(int row) const;
    [[nodiscard]] QString wordOf(const QString &code) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Item
    {
        QString code;
        Place place;
        std::optional<PersonKey> person;
        QString detail;
        std::optional<Change> change; ///< of Show::Left
    };
    [[nodiscard]] text::Group group() const;
    [[nodiscard]] text::Text words(const Item &item) const;
    [[nodiscard]] QString display(const Item &item, int column) const;
    void choose();

    Show m_what;
    std::vector<Item> m_items;
    std::vector<int> m_rows;
    Names m_names;
    text::Language m_language = text::Language::English;
    QString m_filter;
    QStringList m_codes;
};

} // namespace liaison::ui
