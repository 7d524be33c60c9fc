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

Q_SIGNALS:
    /// A command was put on the clipboard.
    void copied(const QString &command);

private:
    QVBoxLayout *m_layout;
    QWidget *m_list = nullptr;
};

} // namespace liaison::ui
