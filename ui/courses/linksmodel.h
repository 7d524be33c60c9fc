#pragma once

#include "ui/courses/linkquery.h"
#include "ui/text/text.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <functional>

namespace liaison::ui {

/// The links of the view that are in scope, one row each, filtered and sorted by itself: a proxy model costs 38 times
/// as much (platform facts section 7). Rows are known by their LinkKey; a new view is merged into the table, so that
/// what people selected, filtered and scrolled to stays as it is. The model is never reset.
class LinksModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< liaison::LinkKey
        ItemRole                    ///< number in `index()`
    };
    using Clock = std::function<Instant()>;

    explicit LinksModel(QObject *parent = nullptr);
    ~LinksModel() override;

    void setLanguage(text::Language language);
    [[nodiscard]] text::Language language() const { return m_language; }
    /// This machine's time, for ages; a test gives its own.
    void setClock(Clock clock);
    [[nodiscard]] Instant now() const { return m_clock(); }

    /// Prepares that view on the pool; `merged` follows. A newer view replaces one that is being prepared.
    void setView(ViewPtr view);
    /// The same at once, for a view that was prepared already.
    void setIndex(LinkIndexPtr index);
    [[nodiscard]] const LinkIndexPtr &linkIndex() const { return m_index; }

    void setFilterText(const QString &typed);
    [[nodiscard]] QString filterText() const { return m_typed; }
    void setStates(StateMask states);
    void setCategory(std::optional<CategoryKey> category);
    [[nodiscard]] const LinkFilter &filter() const { return m_filter; }
    /// Rows per state under the words and the category, whatever the chips say.
    [[nodiscard]] const std::array<int, linkStates> &counts() const { return m_counts; }
    [[nodiscard]] int total() const { return m_index ? m_index->size() : 0; }
    /// The first row that the words and the category let through, whatever its state; -1 where there is none.
    [[nodiscard]] int firstItemWithoutStates() const;
    /// How many rows another filter would show.
    [[nodiscard]] int countWith(LinkFilter filter) const;

    [[nodiscard]] LinkColumn sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    [[nodiscard]] int itemAt(int row) const { return static_cast<int>(m_rows[static_cast<size_t>(row)]); }
    [[nodiscard]] LinkKey keyAt(int row) const;
    /// -1 where the filter hides it or the view has no such link.
    [[nodiscard]] int rowOf(const LinkKey &key) const;
    /// The row as people copy it: cells with tabs between them.
    [[nodiscard]] QString rowText(int row) const;
    /// The row as a sentence, for screen readers.
    [[nodiscard]] QString rowSentence(int item) const;
    /// The short reason that stands in the changes column of a row that has no counts; empty for others.
    [[nodiscard]] QString reasonText(int item) const;
    /// "4 min"; "?" where the room could not be read.
    [[nodiscard]] QString ageText(int item) const;
    [[nodiscard]] QString membersText(int item) const;
    [[nodiscard]] QString roomText(int item) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    /// Rows are about to come and go; `filtered` ends it.
    void changing();
    /// Rows or counts are others than before.
    void filtered();
    /// A view has arrived in the table.
    void merged();

private:
    void refilter();
    void collect(const LinkIndex &index, std::vector<quint32> &rows);
    void show(LinkIndexPtr next, std::vector<quint32> &rows);
    void showByLayout(LinkIndexPtr next, std::vector<quint32> &rows, const std::vector<int> &nextItemOf);
    void renumber();
    void announceChanges(const LinkIndex &before, const std::vector<int> &formerItemOf);
    [[nodiscard]] QString cellText(int item, LinkColumn column) const;

    text::Language m_language = text::Language::English;
    Clock m_clock;
    LinkIndexPtr m_index;
    QFutureWatcher<LinkIndexPtr> m_preparing;
    LinkFilter m_filter;
    QString m_typed;
    LinkColumn m_sortColumn = LinkColumn::Course;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::vector<quint32> m_rows;  ///< row -> item
    std::vector<int> m_rowOf;     ///< item -> row, -1 hidden
    std::vector<quint32> m_spare; ///< these three keep their memory between keystrokes
    std::vector<int> m_nextRowOf;
    std::vector<char> m_kept;
    std::array<int, linkStates> m_counts{};
};

} // namespace liaison::ui
