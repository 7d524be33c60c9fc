#include "ui/plan/plantree.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace liaison::ui {
namespace {

struct Group
{
    bool accounts = false;
    std::tuple<QString, bool, qint64> first; ///< site and activity of the first link
    std::vector<size_t> entries;
};

QString groupKey(const PlanEntry &e)
{
    if (e.kind() == ChangeKind::CreateAccount)
        return QStringLiteral("\naccounts");
    if (e.change->place.room)
        return *e.change->place.room;
    return e.change->place.site + u'\n' + QString::number(e.change->place.cmid.value_or(0));
}

using Alike = std::tuple<bool, Rule, ChangeKind, Cause>;
Alike alike(const PlanEntry &e)
{
    return Alike(e.rule.has_value(), e.rule.value_or(Rule::OutOfScope), e.kind(), e.change->cause);
}

} // namespace

PlanTree::PlanTree(const std::vector<PlanEntry> &entries)
{
    std::map<QString, size_t> at;
    std::vector<Group> groups;
    for (size_t i = 0; i < entries.size(); ++i) {
        const PlanEntry &e = entries[i];
        const Place &place = e.change->place;
        const std::tuple<QString, bool, qint64> here(place.site, place.cmid.has_value(), place.cmid.value_or(0));
        const auto [it, isNew] = at.try_emplace(groupKey(e), groups.size());
        if (isNew)
            groups.push_back({e.kind() == ChangeKind::CreateAccount, here, {}});
        Group &group = groups[it->second];
        group.first = std::min(group.first, here);
        group.entries.push_back(i);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group &a, const Group &b) {
        return std::tie(b.accounts, a.first) < std::tie(a.accounts, b.first);
    });

    const auto add = [this](PlanNode node) {
        const int n = static_cast<int>(m_nodes.size());
        if (node.parent >= 0)
            m_nodes[static_cast<size_t>(node.parent)].children.push_back(n);
        m_nodes.push_back(std::move(node));
        return n;
    };
    m_nodes.reserve(entries.size() + groups.size());
    for (const Group &group : groups) {
        PlanNode head;
        head.level = PlanNode::Level::Group;
        head.entry = group.entries.front();
        head.accounts = group.accounts;
        const int root = add(std::move(head));
        m_roots.push_back(root);
        std::map<Alike, int> count, bundle;
        for (const size_t e : group.entries)
            ++count[alike(entries[e])];
        for (const size_t e : group.entries) {
            const Alike key = alike(entries[e]);
            int parent = root;
            if (count[key] >= bundleFrom) {
                const auto it = bundle.find(key);
                if (it == bundle.end()) {
                    PlanNode node;
                    node.level = PlanNode::Level::Bundle;
                    node.parent = root;
                    node.entry = e;
                    parent = bundle[key] = add(std::move(node));
                } else {
                    parent = it->second;
                }
            }
            PlanNode node;
            node.parent = parent;
            node.entry = e;
            add(std::move(node));
        }
    }
    filter([](size_t) { return true; });
}

void PlanTree::filter(const std::function<bool(size_t)> &accept)
{
    for (PlanNode &node : m_nodes)
        node.shown.clear();
    m_shownRoots.clear();
    // Children come after their parents: from the back, each node knows its own before it is asked.
    std::vector<bool> visible(m_nodes.size());
    for (size_t n = m_nodes.size(); n-- > 0;) {
        PlanNode &node = m_nodes[n];
        if (node.level == PlanNode::Level::Entry) {
            visible[n] = accept(node.entry);
            continue;
        }
        for (const int child : node.children) {
            if (visible[static_cast<size_t>(child)])
                node.shown.push_back(child);
        }
        visible[n] = !node.shown.empty();
        for (size_t i = 0; i < node.shown.size(); ++i)
            m_nodes[static_cast<size_t>(node.shown[i])].row = static_cast<int>(i);
    }
    for (const int root : m_roots) {
        if (!visible[static_cast<size_t>(root)])
            continue;
        m_nodes[static_cast<size_t>(root)].row = static_cast<int>(m_shownRoots.size());
        m_shownRoots.push_back(root);
    }
}

void PlanTree::collect(int n, bool shownOnly, std::vector<size_t> &out) const
{
    const PlanNode &here = node(n);
    if (here.level == PlanNode::Level::Entry) {
        out.push_back(here.entry);
        return;
    }
    for (const int child : shownOnly ? here.shown : here.children)
        collect(child, shownOnly, out);
}

std::vector<size_t> PlanTree::entriesOf(int n, bool shownOnly) const
{
    std::vector<size_t> out;
    collect(n, shownOnly, out);
    return out;
}

} // namespace liaison::ui
