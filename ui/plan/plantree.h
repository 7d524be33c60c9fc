#pragma once

#include "ui/plan/ticks.h"

#include <functional>
#include <vector>

namespace liaison::ui {

/// One row of the review: a room with its course, a bundle of alike entries inside it, or one entry of the plan.
struct PlanNode
{
    enum class Level { Group, Bundle, Entry };
    Level level = Level::Entry;
    int parent = -1;
    size_t entry = 0;          ///< of a group or bundle: its first
    std::vector<int> children; ///< all
    std::vector<int> shown;    ///< those that the filter lets through
    int row = 0;               ///< among the parent's shown ones
    bool accounts = false;     ///< the group of accounts to create: it belongs to no course
};

/// The rows of a plan as nodes with stable numbers; a filter only changes what is shown.
class PlanTree
{
public:
    PlanTree() = default;
    explicit PlanTree(const std::vector<PlanEntry> &entries);

    [[nodiscard]] const std::vector<PlanNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const PlanNode &node(int n) const { return m_nodes[static_cast<size_t>(n)]; }
    [[nodiscard]] const std::vector<int> &roots() const { return m_shownRoots; }
    [[nodiscard]] const std::vector<int> &allRoots() const { return m_roots; }

    void filter(const std::function<bool(size_t entry)> &accept);
    /// Entries below a node, itself included where it is one.
    [[nodiscard]] std::vector<size_t> entriesOf(int node, bool shownOnly) const;

    /// More entries than this of one kind, rule and cause in a room become one row that opens.
    static constexpr int bundleFrom = 13;

private:
    void collect(int node, bool shownOnly, std::vector<size_t> &out) const;

    std::vector<PlanNode> m_nodes;
    std::vector<int> m_roots, m_shownRoots;
};

} // namespace liaison::ui
