#pragma once

#include "ui/base/page.h"
#include "ui/courses/detailpane.h"
#include "ui/courses/linkstable.h"

#include <QTimer>

class QMenu;
class QStackedWidget;

namespace liaison::ui {

class ChipGroup;
class FilterField;
class PageHeader;
class PaneSplitter;
class SelectionPanel;
class ReadingStrip;
class SummaryBar;

/// The table of courses and, beside it, one of them in full (design section 9, *Courses*).
class CoursesPage : public Page
{
    Q_OBJECT

public:
    explicit CoursesPage(const Context &context, Opener opener = desktopOpener(), QWidget *parent = nullptr);

    void setView(Backend::View view) override;
    void setLoading(const Progress &progress) override;
    void setError(const Error &error) override;
    void setFilter(const QString &filter) override;
    void showCourse(const LinkKey &link) override;
    void showPerson(const LinkKey &link, const PersonKey &person, const QString &name) override;
    QWidget *initialFocus() override;
    QLineEdit *filterField() override;
    QList<QWidget *> zones() override;

    [[nodiscard]] LinksModel &model() { return *m_model; }
    [[nodiscard]] LinksTable *table() const { return m_table; }
    [[nodiscard]] DetailPane *pane() const { return m_pane; }
    [[nodiscard]] bool isPaneOpen() const { return m_open; }
    /// This machine's time; a test gives its own.
    void setClock(LinksModel::Clock clock);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeHeader();
    void makeBody();
    void merged();
    void filtered();
    void currentRow(int row);
    void openPane();
    void closePane();
    void showInPane();
    void showSelection();
    void showHeader();
    void showChips();
    void showCategory();
    void fillCategoryMenu();
    void showEmpty();
    void showServerTrouble();
    void arrange();
    void settleHeader();
    void chipsChanged();
    void pick(const LinkKey &link);
    void copyTicket();
    [[nodiscard]] QString filterInWords() const;
    [[nodiscard]] QString categoryName() const;

    LinksModel *m_model;
    PageHeader *m_header;
    Button *m_category;
    QMenu *m_categoryMenu;
    FilterField *m_filter;
    ChipGroup *m_chips;
    QWidget *m_headerLine;
    QStackedWidget *m_body; ///< m_whole, or the work area
    StatePanel *m_whole;
    QWidget *m_work;
    ReadingStrip *m_reading;
    StatePanel *m_trouble;
    PaneSplitter *m_splitter;
    QStackedWidget *m_tableSide; ///< the table, or m_empty
    StatePanel *m_empty;
    LinksTable *m_table;
    QStackedWidget *m_paneSide; ///< m_pane, or m_selection
    DetailPane *m_pane;
    SelectionPanel *m_selection;
    SummaryBar *m_summary;
    QTimer m_follow, m_minute;

    Backend::View m_view;
    std::optional<Error> m_error;
    std::optional<LinkKey> m_current; ///< shown in the pane, also while the filter hides its row
    std::optional<LinkKey> m_wanted;  ///< to be shown when its view has been prepared
    std::optional<std::pair<PersonKey, QString>> m_wantedPerson; ///< of that course, with the name
    bool m_open = false, m_narrow = false, m_changing = false, m_loading = false;
};

} // namespace liaison::ui
