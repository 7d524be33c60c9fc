#pragma once

#include "ui/backend.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"

#include <QList>
#include <QWidget>

class QLineEdit;

namespace liaison::ui {

/// What every page is made with; the three outlive it.
struct Context
{
    Backend &backend;
    ThemeHolder &theme;
    Language &language;
};

/// Keys of the pages, as in `openPage`.
namespace pages {
inline constexpr QLatin1String Overview("overview");
inline constexpr QLatin1String Courses("courses");
inline constexpr QLatin1String Rooms("rooms");
inline constexpr QLatin1String Roles("roles");
inline constexpr QLatin1String Retention("retention");
inline constexpr QLatin1String Restores("restores");
inline constexpr QLatin1String Journal("journal");
inline constexpr QLatin1String Diagnostics("diagnostics");
inline constexpr QLatin1String Help("help");
inline constexpr QLatin1String Preferences("preferences");
inline constexpr QLatin1String Plan("plan"); ///< not in the navigation: opened by planRequested
} // namespace pages

/// One page of the window. The shell makes it once, calls setView with each new view (never null), setLoading while a
/// read runs (rows stay on screen), setError when a read failed (the last view stays, marked as old). A page shows
/// StatePanel's loading before its first view.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(const Context &context, QWidget *parent = nullptr);

    virtual void setView(Backend::View view) = 0;
    virtual void setLoading(const Progress &progress);
    virtual void setError(const Error &error);
    /// Filter text, as asked by openPage ("état:orphelin", a state code); empty shows all.
    virtual void setFilter(const QString &filter);
    /// Shows this course; only the Courses page does anything.
    virtual void showCourse(const LinkKey &link);
    /// Why this person is or is not in that course's room; shows the course where a page knows no more.
    virtual void showPerson(const LinkKey &link, const PersonKey &person, const QString &name);
    /// Makes a plan over these links (all when empty) and keeps them for making it again; the Plan page does more than
    /// asking the backend.
    virtual void preparePlan(const std::vector<LinkKey> &links);
    /// The same for the plan that takes a run back.
    virtual void prepareUndo(const QString &run);
    /// Goes on with a run; its steps as the journal has them.
    virtual void resumeRun(const QString &run, const std::vector<store::RunStep> &steps);

    /// Where the keyboard goes when the page opens; nullptr: the page itself.
    virtual QWidget *initialFocus();
    /// For Ctrl+F; nullptr: the page has no filter.
    virtual QLineEdit *filterField();
    /// Stops of F6 inside the page in order: chips, filter, table, pane tabs, pane list, pane actions.
    virtual QList<QWidget *> zones();

    [[nodiscard]] const Context &context() const { return m_context; }
    [[nodiscard]] text::Language language() const { return m_context.language.current(); }

Q_SIGNALS:
    void openCourse(const liaison::LinkKey &link);
    void openPage(const QString &page, const QString &filter);
    /// Prepare a plan over these links (all when empty) and show it.
    void planRequested(const std::vector<liaison::LinkKey> &links);
    void undoRequested(const QString &run);
    void resumeRequested(const QString &run, const std::vector<liaison::store::RunStep> &steps);
    void refreshRequested();
    /// One short line for the status bar and screen readers: what was copied, saved.
    void announced(const QString &text);

protected:
    /// Every text of the page, again. Called on a language change; call it at the end of your constructor.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    Context m_context;
};

} // namespace liaison::ui
