#pragma once

#include "ui/base/delegate.h"
#include "ui/courses/linksmodel.h"

namespace liaison::ui {

/// The table of courses: several rows can be selected for one plan, columns are as wide as their words and leave when
/// room gets short, first the age, then the room (guide section 5).
class LinksTable : public TableView
{
    Q_OBJECT

public:
    explicit LinksTable(LinksModel &model, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<int> selectedRows() const;
    [[nodiscard]] std::vector<LinkKey> selectedKeys() const;
    /// Measures the words of the view and the language that are shown now.
    void fitColumns();
    void retranslate();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dropColumns();

    LinksModel &m_model;
    int m_roomWidth = 130, m_readWidth = 84; ///< logical, also while hidden
};

class LinksDelegate : public TableDelegate
{
    Q_OBJECT

public:
    LinksDelegate(LinksTable *view, const LinksModel &model);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override;
    [[nodiscard]] QColor rowTint(const QModelIndex &index, const Tokens &tokens) const override;

private:
    void paintMembers(const Cell &cell, int item) const;
    void paintChanges(const Cell &cell, int item) const;
    [[nodiscard]] bool isSelected(const QModelIndex &index) const;

    const LinksModel &m_model;
};

} // namespace liaison::ui
