#include "ui/pages/rowsmodel.h"

#include "ui/base/delegate.h"
#include "ui/pages/words.h"

#include <QCollator>
#include <algorithm>
#include <numeric>

namespace liaison::ui {

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int item = itemAt(index.row());
    if (role == Qt::AccessibleTextRole)
        return spoken(item, index.column());
    if (role == roles::NumberRole)
        return isNumber(index.column());
    return value(item, index.column(), role);
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns())
        return {};
    if (role == Qt::DisplayRole)
        return heading(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void RowsModel::endItems()
{
    m_haystacks.clear();
    for (int item = 0; item < itemCount(); ++item)
        m_haystacks.push_back(words::folded(searched(item)));
    order();
    select();
    endResetModel();
}

void RowsModel::order()
{
    const size_t count = static_cast<size_t>(itemCount());
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_column < 0 || m_column >= columns())
        return;
    // A rank for each item first: comparing texts is what costs.
    std::vector<QVariant> values;
    bool texts = false;
    for (size_t item = 0; item < count; ++item) {
        values.push_back(sortValue(static_cast<int>(item), m_column));
        texts = texts || values.back().typeId() == QMetaType::QString;
    }
    const auto sorted = [&](auto before) {
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            return m_direction == Qt::AscendingOrder ? before(static_cast<size_t>(a), static_cast<size_t>(b))
                                                     : before(static_cast<size_t>(b), static_cast<size_t>(a));
        });
    };
    if (texts) {
        QCollator collator(QLocale(QLocale::French)); // accents in their place; English sorts the same
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<QCollatorSortKey> keys;
        for (const QVariant &value : values)
            keys.push_back(collator.sortKey(value.toString()));
        sorted([&](size_t a, size_t b) { return keys[a] < keys[b]; });
        return;
    }
    std::vector<double> numbers;
    for (const QVariant &value : values)
        numbers.push_back(value.toDouble());
    sorted([&](size_t a, size_t b) { return numbers[a] < numbers[b]; });
}

void RowsModel::select()
{
    m_visible.clear();
    for (int item : m_order) {
        const bool found = std::all_of(m_needles.begin(), m_needles.end(), [&](const QString &needle) {
            return m_haystacks[static_cast<size_t>(item)].contains(needle);
        });
        const bool kind =
            m_kinds.empty() || std::any_of(m_kinds.begin(), m_kinds.end(), [&](int k) { return isOf(item, k); });
        if (found && kind)
            m_visible.push_back(item);
    }
}

void RowsModel::sort(int column, Qt::SortOrder direction)
{
    beginResetModel();
    m_column = column;
    m_direction = direction;
    order();
    select();
    endResetModel();
}

void RowsModel::setFilter(const QString &text, const std::set<int> &kinds)
{
    beginResetModel();
    m_needles = words::folded(text).split(u' ', Qt::SkipEmptyParts);
    m_kinds = kinds;
    select();
    endResetModel();
}

int RowsModel::rowOf(int item) const
{
    const auto at = std::find(m_visible.begin(), m_visible.end(), item);
    return at == m_visible.end() ? -1 : static_cast<int>(at - m_visible.begin());
}

int RowsModel::countOf(int kind) const
{
    int count = 0;
    for (int item = 0; item < itemCount(); ++item)
        count += isOf(item, kind);
    return count;
}

} // namespace liaison::ui
