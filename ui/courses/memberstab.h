#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/base/statepanel.h"
#include "ui/courses/peoplemodel.h"

#include <QListView>
#include <array>

class QStackedWidget;

namespace liaison::ui {

/// The aligned view of one room's people with its counts above and, below, what is to be known about the line that the
/// keyboard is on. People arrive later than the link they belong to.
class MembersTab : public QWidget
{
    Q_OBJECT

public:
    explicit MembersTab(QWidget *parent = nullptr);

    void setLanguage(text::Language language);
    /// Counts at once; the list says that it is being read until `setPeople`. Where the same link comes again with
    /// newer facts, the list stays until its people arrive.
    void setLink(ViewPtr view, quint32 position, bool sameLink);
    void setPeople(std::vector<PersonRow> people);
    [[nodiscard]] PeopleModel &model() { return *m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// The person the keyboard is on; null where none.
    [[nodiscard]] const PersonRow *currentPerson() const;
    [[nodiscard]] bool showsPeople() const;
    [[nodiscard]] Button *whyButton() const { return m_why; }

Q_SIGNALS:
    /// Enter, a double click, the button or the menu of a line: why is this person in the room, or not?
    void whyWanted(const liaison::PersonRow &person);
    /// The menu of a line: what runs did with this person, everywhere.
    void historyWanted(const liaison::PersonRow &person);

private:
    void retranslate();
    void askWhy();
    void explain();
    void showCounts();
    void settle();

    struct Count
    {
        MarkLabel *mark;
        Label *number, *word;
        QWidget *box;
    };

    text::Language m_language = text::Language::English;
    ViewPtr m_view;
    quint32 m_position = 0;
    bool m_waiting = false;
    PeopleModel *m_model;
    std::array<Count, 4> m_counts;
    Label *m_noChange, *m_left, *m_right;
    Button *m_toggle;
    QWidget *m_heads;
    QListView *m_list;
    QStackedWidget *m_stack;
    StatePanel *m_panel;
    Label *m_note;
    QWidget *m_noteBox;
    Button *m_why;
};

} // namespace liaison::ui
