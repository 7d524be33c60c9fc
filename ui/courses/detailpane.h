#pragma once

#include "ui/base/page.h"
#include "ui/courses/externallinks.h"
#include "ui/courses/memberstab.h"

class QAction;
class QMenu;
class QStackedWidget;

namespace liaison::ui {

class DetailHead;
class FactsList;
class HistoryTab;
class WhyPane;
class WithheldStrip;

/// One course in full, beside the table: what it is and where that is known from, its people on both sides, its link
/// and roles, its retention, its history; what can be done is at the bottom.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Members, LinkAndRoles, Retention, History };

    DetailPane(const Context &context, Opener opener, QWidget *parent = nullptr);

    /// Asks the backend for the people, also when the same course comes again with a newer view.
    void showLink(ViewPtr view, quint32 position, Instant readAt, Instant now);
    void clear();
    [[nodiscard]] const std::optional<LinkKey> &current() const { return m_key; }
    [[nodiscard]] MembersTab &members() { return *m_members; }
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] QWidget *tabContent() const;
    [[nodiscard]] Button *planButton() const { return m_plan; }
    [[nodiscard]] OpenTargets targets() const;
    /// Of the course, and of the person the keyboard is on where the members are shown.
    [[nodiscard]] QString ticket(text::Language language) const;
    void setTab(Tab tab);
    /// Why that person is or is not in this course's room, in place of the members; asks the backend.
    void showWhy(const PersonKey &person, const QString &name);
    void hideWhy();
    [[nodiscard]] WhyPane *whyPane() const { return m_why; }
    [[nodiscard]] bool showsWhy() const;
    void retranslate();
    /// Little height: the strip of what is withheld leaves, its group is in the list.
    void setCompact(bool compact);

Q_SIGNALS:
    void closeRequested();
    void planRequested(const std::vector<liaison::LinkKey> &links);
    void announced(const QString &text);
    /// historyFilter() of the course or of one of its people: for the Journal.
    void historyWanted(const QString &filter);
    /// Another room of the person whose case is shown.
    void personWanted(const liaison::LinkKey &link, const liaison::PersonKey &person, const QString &name);

private:
    void makeActions();
    void fillActions();
    void fillTab();
    void open(const std::optional<QUrl> &url);
    void copyTicket(text::Language language);
    [[nodiscard]] LinkFacts facts() const { return linkFacts(*m_view, m_position); }

    Context m_context;
    Opener m_opener;
    ViewPtr m_view;
    quint32 m_position = 0;
    std::optional<LinkKey> m_key;
    Instant m_readAt, m_now;
    bool m_compact = false;

    QVBoxLayout *m_all;
    DetailHead *m_head;
    Tabs *m_tabs;
    QStackedWidget *m_stack;
    MembersTab *m_members;
    FactsList *m_link, *m_retention;
    HistoryTab *m_history;
    WhyPane *m_why;
    WithheldStrip *m_withheld;
    Button *m_plan, *m_open, *m_ticket;
    QMenu *m_openMenu, *m_ticketMenu;
    QAction *m_openMoodle, *m_openWeb, *m_openApp, *m_ticketFrench, *m_ticketEnglish;
};

/// May something be planned for this link at all: is there a change, selected or not, withheld or not?
[[nodiscard]] bool hasChanges(const LinkFacts &facts);

} // namespace liaison::ui
