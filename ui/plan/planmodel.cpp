#include "ui/plan/planmodel.h"

#include "ui/plan/words.h"

#include <algorithm>

namespace liaison::ui {

using Level = PlanNode::Level;

QString foldedText(const QString &text)
{
    QString out;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    out.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += c;
    }
    return out.toCaseFolded();
}

PlanModel::PlanModel(QObject *parent) : QAbstractItemModel(parent) {}

void PlanModel::setPlan(std::shared_ptr<const Plan> plan)
{
    beginResetModel();
    const Ticks before = m_ticks;
    m_ticks = Ticks(std::move(plan), &before);
    m_tree = PlanTree(m_ticks.entries());
    m_haystacks.clear();
    applyFilter();
    endResetModel();
    Q_EMIT ticksChanged();
}

void PlanModel::clear()
{
    beginResetModel();
    m_ticks = {};
    m_tree = {};
    m_haystacks.clear();
    endResetModel();
    Q_EMIT ticksChanged();
}

void PlanModel::setNames(Names names)
{
    m_names = std::move(names);
    m_haystacks.clear();
    everythingChanged();
}

void PlanModel::setLanguage(text::Language language)
{
    m_language = language;
    m_haystacks.clear();
    everythingChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void PlanModel::setFilter(const QString &text)
{
    const QString folded = foldedText(text.simplified());
    if (folded == m_filter)
        return;
    beginResetModel();
    m_filter = folded;
    applyFilter();
    endResetModel();
}

void PlanModel::buildHaystacks()
{
    const std::vector<PlanEntry> &entries = m_ticks.entries();
    m_haystacks.resize(entries.size());
    for (size_t i = 0; i < entries.size(); ++i) {
        const PlanEntry &e = entries[i];
        const Place &place = e.change->place;
        const PersonKey *person = personOf(*e.change);
        QStringList parts{PlanWords::subject(*e.change, m_names), PlanWords::kind(e.kind()),
                          PlanWords::cause(*e.change, m_language), m_names.courseShort(place),
                          m_names.courseFull(place)};
        if (place.room)
            parts << m_names.room(*place.room);
        if (person)
            parts << m_names.login(place.site, person->moodle, person->chat);
        if (e.rule)
            parts << PlanWords::held(*e.rule, m_language);
        m_haystacks[i] = foldedText(parts.join(u' '));
    }
}

void PlanModel::applyFilter()
{
    if (m_filter.isEmpty()) {
        m_tree.filter([](size_t) { return true; });
        return;
    }
    if (m_haystacks.empty())
        buildHaystacks();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    m_tree.filter([&](size_t e) {
        return std::all_of(words.begin(), words.end(),
                           [&](const QString &word) { return m_haystacks[e].contains(word); });
    });
}

const PlanNode *PlanModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? &m_tree.node(static_cast<int>(index.internalId())) : nullptr;
}

std::optional<size_t> PlanModel::entryOf(const QModelIndex &index) const
{
    const PlanNode *node = nodeOf(index);
    return node ? std::optional(node->entry) : std::nullopt;
}

PlanModel::Below PlanModel::below(int node) const
{
    Below sum;
    for (const size_t e : m_tree.entriesOf(node, false)) {
        ++sum.all;
        if (m_ticks.tickable(e)) {
            ++sum.tickable;
            sum.ticked += m_ticks.ticked(e) ? 1 : 0;
        } else {
            ++sum.held;
        }
    }
    return sum;
}

Qt::CheckState PlanModel::checkState(int node) const
{
    const Below sum = below(node);
    if (sum.ticked == 0)
        return Qt::Unchecked;
    return sum.ticked == sum.tickable ? Qt::Checked : Qt::PartiallyChecked;
}

void PlanModel::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const std::vector<size_t> entries = m_tree.entriesOf(static_cast<int>(index.internalId()), true);
    const bool all = std::all_of(entries.begin(), entries.end(),
                                 [this](size_t e) { return !m_ticks.tickable(e) || m_ticks.ticked(e); });
    for (const size_t e : entries)
        m_ticks.setTicked(e, !all);
    everythingChanged();
    Q_EMIT ticksChanged();
}

void PlanModel::tickClasses(const std::vector<ChangeClass> &classes, bool on)
{
    const std::vector<PlanEntry> &entries = m_ticks.entries();
    for (size_t e = 0; e < entries.size(); ++e) {
        if (std::find(classes.begin(), classes.end(), classOf(entries[e].kind())) != classes.end())
            m_ticks.setTicked(e, on);
    }
    everythingChanged();
    Q_EMIT ticksChanged();
}

Qt::CheckState PlanModel::stateOf(const std::vector<ChangeClass> &classes) const
{
    const std::vector<PlanEntry> &entries = m_ticks.entries();
    int tickable = 0, ticked = 0;
    for (size_t e = 0; e < entries.size(); ++e) {
        if (std::find(classes.begin(), classes.end(), classOf(entries[e].kind())) == classes.end() ||
            !m_ticks.tickable(e))
            continue;
        ++tickable;
        ticked += m_ticks.ticked(e) ? 1 : 0;
    }
    if (ticked == 0)
        return Qt::Unchecked;
    return ticked == tickable ? Qt::Checked : Qt::PartiallyChecked;
}

void PlanModel::setReleased(const QModelIndex &index, bool on)
{
    const PlanNode *node = nodeOf(index);
    if (!node)
        return;
    // One person at a time (design 2.4): a bundle releases nobody unless the rule is about the whole room.
    const std::optional<Rule> rule = m_ticks.entries()[node->entry].rule;
    if (node->level == Level::Group || (node->level == Level::Bundle && rule != Rule::Emptied))
        return;
    m_ticks.setReleased(node->entry, on);
    everythingChanged();
    Q_EMIT ticksChanged();
}

bool PlanModel::liftThreshold(const QModelIndex &index, int typed)
{
    const std::optional<size_t> e = entryOf(index);
    if (!e || !m_ticks.liftThreshold(*e, typed))
        return false;
    everythingChanged();
    Q_EMIT ticksChanged();
    return true;
}

void PlanModel::lowerThreshold(const QModelIndex &index)
{
    if (const std::optional<size_t> e = entryOf(index)) {
        m_ticks.lowerThreshold(*e);
        everythingChanged();
        Q_EMIT ticksChanged();
    }
}

QModelIndex PlanModel::indexOf(int n, int column) const
{
    return createIndex(m_tree.node(n).row, column, static_cast<quintptr>(n));
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parentIndex) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || (parentIndex.isValid() && parentIndex.column() != 0))
        return {};
    const std::vector<int> &rows = parentIndex.isValid() ? nodeOf(parentIndex)->shown : m_tree.roots();
    if (static_cast<size_t>(row) >= rows.size())
        return {};
    return createIndex(row, column, static_cast<quintptr>(rows[static_cast<size_t>(row)]));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    const PlanNode *node = nodeOf(child);
    return node && node->parent >= 0 ? indexOf(node->parent, 0) : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex &parentIndex) const
{
    if (!parentIndex.isValid())
        return static_cast<int>(m_tree.roots().size());
    return parentIndex.column() == 0 ? static_cast<int>(nodeOf(parentIndex)->shown.size()) : 0;
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int n = static_cast<int>(index.internalId());
    const PlanNode &node = m_tree.node(n);
    switch (role) {
    case Qt::DisplayRole:
        return display(n, index.column());
    case Qt::CheckStateRole:
        return index.column() == StepColumn ? QVariant(checkState(n)) : QVariant();
    case Qt::ToolTipRole: {
        const QString text = explanation(index);
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return index.column() == StepColumn ? accessible(n) : display(n, index.column());
    case LevelRole:
        return static_cast<int>(node.level);
    case LockedRole:
        return below(n).tickable == 0;
    case DetailRole:
        return node.level == Level::Group && !node.accounts
                   ? m_names.courseFull(m_ticks.entries()[node.entry].change->place)
                   : QString();
    case HeldRole:
        return below(n).held;
    default:
        return node.level == Level::Group ? QVariant() : entryData(n, role);
    }
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != StepColumn)
        return false;
    const bool on = value.toInt() != Qt::Unchecked;
    for (const size_t e : m_tree.entriesOf(static_cast<int>(index.internalId()), true))
        m_ticks.setTicked(e, on);
    everythingChanged();
    Q_EMIT ticksChanged();
    return true;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StepColumn:
        return tr("Step");
    case ChangeColumn:
        return tr("Change");
    case CauseColumn:
        return tr("Cause or rule");
    default:
        return {};
    }
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags out = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == StepColumn && below(static_cast<int>(index.internalId())).tickable > 0)
        out |= Qt::ItemIsUserCheckable;
    return out;
}

void PlanModel::everythingChanged()
{
    const std::vector<int> &roots = m_tree.roots();
    if (roots.empty())
        return;
    const auto tell = [this](const std::vector<int> &rows) {
        if (!rows.empty())
            Q_EMIT dataChanged(indexOf(rows.front(), 0), indexOf(rows.back(), ColumnCount - 1));
    };
    tell(roots);
    for (const PlanNode &node : m_tree.nodes())
        tell(node.shown);
}

} // namespace liaison::ui
