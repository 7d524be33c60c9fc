#pragma once

#include "ui/base/button.h"
#include "ui/base/label.h"

#include <QLineEdit>

namespace liaison::ui {

/// One value to type: its label above, the field, and under it what becomes of it. A secret is hidden until its button
/// is pressed, leaves no way to undo it, and is taken out of the field with `take`.
class Entry : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Plain, Secret };

    explicit Entry(Kind kind, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setHint(const QString &hint);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString text() const { return m_edit->text(); }
    void setText(const QString &text) { m_edit->setText(text); }
    /// The text; the field is empty and hidden again.
    QString take();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Label *m_label, *m_hint;
    QLineEdit *m_edit;
    Button *m_show = nullptr;
};

} // namespace liaison::ui
