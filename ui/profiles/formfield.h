#pragma once

#include "ui/base/label.h"

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace liaison::ui {

/// Adds a label that breaks its lines, and is no wider than what can be read: a layout asks how high it is for the
/// width that it really gets.
void addReading(QBoxLayout *into, Label *label);

/// One line of a form: its name above, the control, a hint under it and, where something is wrong with it, what. The
/// name is the control's for a screen reader, hint and fault its description.
class FormField : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] static FormField *text(const QString &name, const QString &value, QWidget *parent);
    [[nodiscard]] static FormField *number(const QString &name, int value, int least, int most, QWidget *parent);
    [[nodiscard]] static FormField *flag(const QString &name, bool value, QWidget *parent);
    struct Choice
    {
        QString word, value;
    };
    [[nodiscard]] static FormField *choice(const QString &name, const std::vector<Choice> &choices,
                                           const QString &value, QWidget *parent);

    void setName(const QString &name);
    void setHint(const QString &hint, Ink ink = Ink::Secondary);
    void setFault(const QString &fault);
    void setReadOnly(bool readOnly);
    void setSecret(); ///< what is typed is not shown
    /// Beside the control.
    void addAside(QWidget *aside);

    [[nodiscard]] QWidget *control() const { return m_control; }
    [[nodiscard]] QLineEdit *line() const; ///< nullptr where it is none
    [[nodiscard]] QString value() const;   ///< of texts and choices
    [[nodiscard]] QString hint() const { return m_hint->text(); }
    [[nodiscard]] QString fault() const { return m_fault->text(); }

Q_SIGNALS:
    void textChanged(const QString &text); ///< of texts and choices
    void numberChanged(int number);
    void flagChanged(bool flag);
    void entered();  ///< Enter in a text
    void finished(); ///< a text was left

private:
    FormField(const QString &name, QWidget *control, QWidget *parent);
    void describe();

    Label *m_name, *m_hint, *m_fault;
    QWidget *m_control;
    class QHBoxLayout *m_row;
};

} // namespace liaison::ui
