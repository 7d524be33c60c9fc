#pragma once

#include "ui/base/button.h"
#include "ui/base/field.h"
#include "ui/base/languagebutton.h"
#include "ui/base/page.h"
#include "ui/profiles/profiles.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pageframe.h"
#include "ui/shell/searchindex.h"
#include "ui/shell/searchpopup.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/themechoice.h"
#include "ui/shell/training.h"

#include <QFutureWatcher>
#include <QMainWindow>
#include <QStackedWidget>
#include <functional>
#include <map>
#include <memory>
#include <optional>

class QSettings;

namespace liaison::ui {

/// The window: environment stripe, navigation, search, the pages, status line. Pages are made on their first showing;
/// the window passes them views, progress and errors, and carries out what they ask for.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    using PageFactory = std::function<Page *(const Context &)>;

    explicit MainWindow(const Context &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A page whose key is in the navigation shows there; others (the plan) are opened by what pages ask for.
    void addPage(const QString &key, PageFactory factory);
    /// Makes it if need be. Unknown keys are ignored.
    void showPage(const QString &key, const QString &filter = {});
    void showCourse(const LinkKey &link);
    /// The page if it was made.
    [[nodiscard]] Page *page(const QString &key) const;
    [[nodiscard]] QString currentKey() const { return m_current; }
    [[nodiscard]] Navigation *navigation() const { return m_navigation; }
    [[nodiscard]] StatusStrip *status() const { return m_status; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] SearchPopup *searchPopup() const { return m_popup; }

    /// The campuses to learn on, for whoever can open them.
    [[nodiscard]] Training &training() { return m_training; }

    /// The profiles of this computer, for whoever can open them: their page, their place in the search box and in the
    /// status line, and the question for the passphrase of the sealed file. They outlive the window; before `restore`.
    void setProfiles(Profiles &profiles);

    /// What the desktop looks like; before `restore`. Without it the window follows nothing.
    void setSystemTheme(Theme theme) { m_choice.setSystem(theme); }
    /// Theme, zoom, language, size, page and panes; `restore` before the first show.
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

Q_SIGNALS:
    /// Servers are to be connected: the assistant makes a new profile.
    void connectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Slot
    {
        PageFactory factory;
        Page *page = nullptr;
        PageFrame *frame = nullptr;
        bool stale = true; ///< has not seen the view that is shown
    };
    class Stripe;

    [[nodiscard]] Context context() const { return {m_backend, m_theme, m_language}; }
    void build();
    void connectBackend();
    void connectPage(Page *page);
    void addShortcuts();
    void retranslate();
    void adapt();
    void endProgress();
    void updateBadges();
    void setView(const Backend::View &view);
    void failed(const Error &error);
    void progressed(const Progress &progress);
    void requestPlan(const std::vector<LinkKey> &links);
    void refresh();
    void index(const Backend::View &view);
    void indexed();
    void find();
    void chosen(const Hit &hit);
    void cycleZone(int step);
    void setZoomStep(int step);
    void recallPanes(const Page *page) const;
    void askPassphrase(bool beforeApply);
    [[nodiscard]] std::vector<Hit> profileHits(const QString &typed) const;

    Backend &m_backend;
    ThemeHolder &m_theme;
    Language &m_language;
    ThemeChoice m_choice;
    Training m_training;
    Profiles *m_profiles = nullptr;
    QString m_behind;           ///< the page that the question for the passphrase stands in front of
    QMap<QString, int> m_panes; ///< sizes remembered, also of pages not made yet
    Backend::View m_view;
    std::optional<Progress> m_progress;
    std::optional<Error> m_error;
    std::shared_ptr<const SearchIndex> m_index; ///< of m_view; null while it is being made
    QFutureWatcher<std::shared_ptr<const SearchIndex>> m_indexing;
    bool m_findLater = false;
    std::map<QString, Slot> m_pages;
    QString m_current;

    Stripe *m_stripe;
    Navigation *m_navigation;
    SearchField *m_search;
    SearchPopup *m_popup = nullptr;
    Button *m_refresh;
    LanguageButton *m_languageButton;
    QStackedWidget *m_stack;
    StatusStrip *m_status;
};

} // namespace liaison::ui
