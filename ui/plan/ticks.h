#pragma once

#include "core/model/policy.h"
#include "core/reconcile/plan.h"
#include "core/run/selection.h"

#include <QHash>
#include <QSet>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace liaison::ui {

/// One line of the plan: a step, or a change that a rule holds back. The plan outlives it.
struct PlanEntry
{
    const QString *id = nullptr;
    const Change *change = nullptr;
    std::optional<Rule> rule; ///< nullopt: a step
    QString detail;           ///< with no-right: the name of the right

    [[nodiscard]] ChangeKind kind() const { return kindOf(*change); }
    [[nodiscard]] QString room() const { return change->place.room.value_or(QString()); }
};

/// observed - withheld - unticked = toApply, always: what the plan saw is counted from the plan, the rest from the
/// ticks. Changes of classes that are not ticked are among the unticked.
struct Equation
{
    int observed = 0, withheld = 0, unticked = 0, toApply = 0;
    int rooms = 0;    ///< in which something is to be applied
    int removals = 0; ///< removals and demotions among `toApply`

    [[nodiscard]] bool addsUp() const { return observed - withheld - unticked == toApply; }
};

/// What the others in the rooms will see of the ticked steps.
struct Toll
{
    Noise noise;
    QString worstRoom; ///< room id; empty: no message anywhere
    int worstMessages = 0;
};

/// Removals and demotions against a threshold.
struct Load
{
    QString room; ///< empty for the whole run
    int used = 0, limit = 0;
};

/// Which entry a person wants applied, which rules a person lifted: everything that becomes `Decisions`. A value; knows
/// no names and no widgets.
class Ticks
{
public:
    Ticks() = default;
    /// Keeps what was unticked, released and lifted in `before`, as far as the new plan has it still.
    explicit Ticks(std::shared_ptr<const Plan> plan, const Ticks *before = nullptr);

    [[nodiscard]] const std::shared_ptr<const Plan> &plan() const { return m_plan; }
    /// Steps in execution order, then what is withheld.
    [[nodiscard]] const std::vector<PlanEntry> &entries() const { return m_entries; }

    /// May this entry be ticked: it is a step, or its rule was lifted.
    [[nodiscard]] bool tickable(size_t entry) const;
    [[nodiscard]] bool ticked(size_t entry) const;
    void setTicked(size_t entry, bool on);

    /// Can a person lift this entry's rule on its own: guest, gone-again (this entry), emptied (the whole room).
    [[nodiscard]] static bool releasable(Rule rule);
    [[nodiscard]] static bool isThreshold(Rule rule);
    [[nodiscard]] bool released(size_t entry) const;
    /// Ticks what it releases. A threshold of that room is lifted as well, but nothing it held gets ticked by that.
    void setReleased(size_t entry, bool on);

    /// How many entries hang on the same threshold as this one: the number to type. 0: no threshold.
    [[nodiscard]] int heldByThreshold(size_t entry) const;
    [[nodiscard]] bool thresholdLifted(size_t entry) const;
    /// Lifts the threshold of the entry's room, or of the run. False (and nothing happens) unless `typed` is
    /// `heldByThreshold`.
    [[nodiscard]] bool liftThreshold(size_t entry, int typed);
    void lowerThreshold(size_t entry);

    [[nodiscard]] Equation equation() const;
    [[nodiscard]] Toll toll() const;
    /// The number that production asks for: removals and demotions, of steps where there are none.
    [[nodiscard]] int numberToConfirm() const;
    [[nodiscard]] Load runLoad(const Thresholds &thresholds) const;
    /// The room closest to (or furthest past) its limit; `bases`: room id -> *m* of the thresholds (design 5).
    [[nodiscard]] std::optional<Load> worstRoom(const Thresholds &thresholds, const QHash<QString, int> &bases) const;

    /// What `Backend::apply` gets. `only` is left out exactly when it would change nothing.
    [[nodiscard]] Decisions decisions(bool production) const;
    [[nodiscard]] std::vector<Step> chosen() const;

private:
    [[nodiscard]] QString thresholdKey(size_t entry) const;
    void countThresholds();

    std::shared_ptr<const Plan> m_plan;
    std::vector<PlanEntry> m_entries;
    QSet<QString> m_unticked; ///< ids of steps and lifted entries
    QSet<QString> m_ticked;   ///< ids of entries whose threshold only a release in their room lifted
    QSet<QString> m_released; ///< entry ids, and room ids of emptied rooms
    QSet<QString> m_releasedRooms;
    QSet<QString> m_lifted; ///< room ids; empty text: the run
    QHash<QString, int> m_held;
};

/// Largest number of removals and demotions that a room with `m` people may get.
[[nodiscard]] int roomLimit(int m, const Thresholds &thresholds);

/// Links of the rooms of these changes, each once, in their order; what belongs to no activity is left out.
[[nodiscard]] std::vector<LinkKey> linksOf(std::span<const Change *const> changes);

} // namespace liaison::ui
