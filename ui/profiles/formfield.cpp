#include "ui/profiles/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace liaison::ui {
namespace {

/// A wheel that turns over a page must not change what it passes.
template <class Control> class Calm : public Control
{
public:
    using Control::Control;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

void addReading(QBoxLayout *into, Label *label)
{
    label->setReading(true);
    auto *row = new QHBoxLayout;
    setMetrics(row, {}, 0);
    row->addWidget(label, 1);
    row->addStretch(0);
    into->addLayout(row);
}

FormField::FormField(const QString &name, QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_name(new Label(FontRole::Label, Ink::Secondary, this))
    , m_hint(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_fault(new Label(FontRole::Caption, Ink::Missing, this))
    , m_control(control)
    , m_row(new QHBoxLayout)
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {0, 0, 0, 6}, 4);
    const bool box = qobject_cast<QCheckBox *>(control);
    control->setParent(this);
    setFontRole(control, FontRole::Body);
    m_name->setText(name);
    m_name->setVisible(!box);
    m_name->setBuddy(control);
    control->setAccessibleName(name);
    if (!box)
        fixHeight(control, 32);
    all->addWidget(m_name);
    setMetrics(m_row, {}, 8);
    m_row->addWidget(control, qobject_cast<QLineEdit *>(control) ? 1 : 0);
    m_row->addStretch(qobject_cast<QLineEdit *>(control) ? 0 : 1); // begins at the left, also where it is at its widest
    all->addLayout(m_row);
    addReading(all, m_fault);
    addReading(all, m_hint);
    m_hint->hide();
    m_fault->hide();
    setFocusProxy(control);
}

FormField *FormField::text(const QString &name, const QString &value, QWidget *parent)
{
    auto *line = new QLineEdit(value);
    auto *field = new FormField(name, line, parent);
    line->setCursorPosition(0);
    maxWidth(line, 560);
    line->setTextMargins(4, 0, 4, 0);
    connect(line, &QLineEdit::textChanged, field, &FormField::textChanged);
    connect(line, &QLineEdit::returnPressed, field, &FormField::entered);
    connect(line, &QLineEdit::editingFinished, field, &FormField::finished);
    return field;
}

FormField *FormField::number(const QString &name, int value, int least, int most, QWidget *parent)
{
    auto *spin = new Calm<QSpinBox>;
    auto *field = new FormField(name, spin, parent);
    spin->setRange(least, most);
    spin->setValue(value);
    spin->setFocusPolicy(Qt::StrongFocus);
    minWidth(spin, 112);
    if (auto *inside = spin->findChild<QLineEdit *>()) // it has the keyboard
        inside->setAccessibleName(name);
    connect(spin, &QSpinBox::valueChanged, field, &FormField::numberChanged);
    return field;
}

FormField *FormField::flag(const QString &name, bool value, QWidget *parent)
{
    auto *box = new QCheckBox(name);
    auto *field = new FormField(name, box, parent);
    box->setChecked(value);
    connect(box, &QCheckBox::toggled, field, &FormField::flagChanged);
    return field;
}

FormField *FormField::choice(const QString &name, const std::vector<Choice> &choices, const QString &value,
                             QWidget *parent)
{
    auto *box = new Calm<QComboBox>;
    auto *field = new FormField(name, box, parent);
    for (const Choice &one : choices)
        box->addItem(one.word, one.value);
    box->setCurrentIndex(qMax(0, box->findData(value)));
    box->setFocusPolicy(Qt::StrongFocus);
    connect(box, &QComboBox::currentIndexChanged, field, [field] { Q_EMIT field->textChanged(field->value()); });
    return field;
}

QLineEdit *FormField::line() const
{
    return qobject_cast<QLineEdit *>(m_control);
}

QString FormField::value() const
{
    if (const auto *box = qobject_cast<QComboBox *>(m_control))
        return box->currentData().toString();
    return line() ? line()->text() : QString();
}

void FormField::setSecret()
{
    if (line())
        line()->setEchoMode(QLineEdit::Password);
}

void FormField::addAside(QWidget *aside)
{
    m_row->insertWidget(1, aside);
}

void FormField::setName(const QString &name)
{
    m_name->setText(name);
    m_control->setAccessibleName(name);
    if (auto *box = qobject_cast<QCheckBox *>(m_control))
        box->setText(name);
}

void FormField::setHint(const QString &hint, Ink ink)
{
    m_hint->setText(hint);
    m_hint->setInk(ink);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void FormField::setFault(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    describe();
}

void FormField::setReadOnly(bool readOnly)
{
    if (line()) // can still be read, selected and copied
        line()->setReadOnly(readOnly);
    else
        m_control->setEnabled(!readOnly);
}

void FormField::describe()
{
    QStringList parts;
    for (const QString &part : {m_fault->text(), m_hint->text()}) {
        if (!part.isEmpty())
            parts << part;
    }
    m_control->setAccessibleDescription(parts.join(u' '));
}

} // namespace liaison::ui
