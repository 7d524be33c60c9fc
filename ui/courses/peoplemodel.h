#pragma once

#include "ui/base/marks.h"
#include "ui/courses/linkfacts.h"

#include <QAbstractListModel>

namespace liaison::ui {

/// One side of the aligned view: somebody who is there, or a slot that says why nobody is.
struct DiffSide
{
    bool present = false;
    QString name;   ///< present
    QString detail; ///< present: roles and login
    QString slot;   ///< absent: the cause, the finding, or that nobody is expected
};

/// One line of the aligned view.
struct DiffLine
{
    enum class Kind {
        Heading,  ///< of a group of lines
        Change,   ///< a step that a plan would hold
        Withheld, ///< a change that a rule holds back
        Finding,  ///< something that is so and that no plan repairs
        Same      ///< expected and observed agree, or the policy leaves the person as they are
    };
    Kind kind = Kind::Same;
    Mark mark = Mark::InStep;
    QString heading;
    DiffSide moodle, chat;
    int person = -1; ///< position in `people()`
};

/// The people of one room, Moodle on the left and chat on the right, the same person on the same line. Changes first,
/// in plan order, then what is held back, then findings, then (when asked) everybody else.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PeopleModel(QObject *parent = nullptr);

    void setLanguage(text::Language language);
    /// `position` in the view's links. The view is kept while its people are shown.
    void setPeople(ViewPtr view, quint32 position, std::vector<PersonRow> people);
    void clear();
    void setDifferencesOnly(bool only);
    [[nodiscard]] bool differencesOnly() const { return m_differencesOnly; }

    [[nodiscard]] const DiffLine &line(int row) const { return m_lines[static_cast<size_t>(row)]; }
    [[nodiscard]] const PersonRow *personAt(int row) const;
    [[nodiscard]] const std::vector<PersonRow> &people() const { return m_people; }
    /// Row of that person, by ids; -1 where not shown.
    [[nodiscard]] int rowOf(const PersonKey &person) const;
    /// Cause with its certainty, then the rule or finding with what to do: what stands under the list for one person.
    [[nodiscard]] QString explanation(int row) const;
    [[nodiscard]] int withheld() const { return m_withheld; }
    [[nodiscard]] int differences() const { return m_differences; } ///< changes, withheld and findings

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void rebuild();
    [[nodiscard]] DiffLine lineFor(int person, const QHash<qint64, QString> &roles) const;
    [[nodiscard]] QHash<qint64, QString> moodleRoles() const;
    [[nodiscard]] QString sentence(const DiffLine &line) const;

    text::Language m_language = text::Language::English;
    ViewPtr m_view;
    quint32 m_position = 0;
    std::vector<PersonRow> m_people;
    std::vector<DiffLine> m_lines;
    bool m_differencesOnly = true;
    int m_withheld = 0, m_differences = 0;
};

} // namespace liaison::ui
