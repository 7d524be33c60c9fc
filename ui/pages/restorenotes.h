#pragma once

#include "core/run/restorereview.h"
#include "ui/base/bits.h"

namespace liaison::ui {

/// What is to be said of one restore: mark, name, sentence and remedy of each note.
class RestoreNotes : public QWidget
{
    Q_OBJECT

public:
    explicit RestoreNotes(QWidget *parent = nullptr);

    void setNotes(const std::vector<RestoreNote> &notes, text::Language language);
    /// Puts what can be pressed here before that widget of the same window, for the Tab key.
    void leadTo(QWidget *next);

Q_SIGNALS:
    /// A command was put on the clipboard.
    void copied(const QString &command);

private:
    QVBoxLayout *m_layout;
    QWidget *m_list = nullptr;
    std::vector<QWidget *> m_copies;
};

} // namespace liaison::ui
