#pragma once

#include "ui/plan/names.h"
#include "ui/plan/plantree.h"
#include "ui/text/text.h"

#include <QAbstractItemModel>

namespace liaison::ui {

/// The plan as a tree to review: rooms, in them steps and withheld changes, with tri-state tick boxes. Names come from
/// the view, what is ticked from `Ticks`.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, ChangeColumn, CauseColumn, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole, ///< PlanNode::Level
        KindRole,                 ///< ChangeKind of an entry or bundle
        LockedRole,               ///< nothing below can be ticked
        PillRole,                 ///< text of the pill in the cause column; empty: none
        LiftedRole,               ///< the pill says that the rule was lifted
        ActionRole,               ///< "Release" or "Undo", where the row has such an action
        DetailRole,               ///< second text of a group: the course's full name
        HeldRole                  ///< number of entries below that a rule holds
    };

    explicit PlanModel(QObject *parent = nullptr);

    /// Keeps what was unticked, released and lifted, as far as the new plan has it.
    void setPlan(std::shared_ptr<const Plan> plan);
    void setNames(Names names);
    void setLanguage(text::Language language);
    void setFilter(const QString &text);
    void clear();

    [[nodiscard]] const Ticks &ticks() const { return m_ticks; }
    [[nodiscard]] const Names &names() const { return m_names; }
    [[nodiscard]] const PlanTree &tree() const { return m_tree; }
    [[nodiscard]] bool isEmpty() const { return m_tree.allRoots().empty(); }
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    /// The entry an index stands for; of a bundle or group, its first.
    [[nodiscard]] std::optional<size_t> entryOf(const QModelIndex &index) const;
    [[nodiscard]] const PlanNode *nodeOf(const QModelIndex &index) const;

    /// Ticks everything below that the filter shows; unticks it where all of it is ticked.
    void toggle(const QModelIndex &index);
    void tickClasses(const std::vector<ChangeClass> &classes, bool on);
    [[nodiscard]] Qt::CheckState stateOf(const std::vector<ChangeClass> &classes) const;
    void setReleased(const QModelIndex &index, bool on);
    [[nodiscard]] bool liftThreshold(const QModelIndex &index, int typed);
    void lowerThreshold(const QModelIndex &index);

    /// Rule, its sentence and what lifting it means; of a step, its cause. Plain text.
    [[nodiscard]] QString explanation(const QModelIndex &index) const;
    /// The row as one line, for Ctrl+C and screen readers.
    [[nodiscard]] QString rowText(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A tick, a release or a threshold changed, or another plan came.
    void ticksChanged();

private:
    struct Below
    {
        int all = 0, tickable = 0, ticked = 0, held = 0;
    };
    [[nodiscard]] Below below(int node) const;
    [[nodiscard]] Qt::CheckState checkState(int node) const;
    [[nodiscard]] QString display(int node, int column) const;
    [[nodiscard]] QVariant entryData(int node, int role) const;
    [[nodiscard]] QString accessible(int node) const;
    [[nodiscard]] QModelIndex indexOf(int node, int column) const;
    void buildHaystacks();
    void applyFilter();
    void everythingChanged();

    Ticks m_ticks;
    PlanTree m_tree;
    Names m_names;
    text::Language m_language = text::Language::English;
    QString m_filter;
    std::vector<QString> m_haystacks; ///< folded text of each entry; built when first filtered
};

/// Case and accents folded, so that "eleve" finds "Élève".
[[nodiscard]] QString foldedText(const QString &text);

} // namespace liaison::ui
