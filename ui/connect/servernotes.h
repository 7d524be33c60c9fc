#pragma once

#include "ui/base/bits.h"

namespace liaison::ui {

/// What has to exist on a server before a value can be given: numbered lines, and why.
class ServerNotes : public Card
{
    Q_OBJECT

public:
    explicit ServerNotes(QWidget *parent = nullptr);

    void setNotes(const QString &title, const QStringList &steps, const QString &why = {});

private:
    QVBoxLayout *m_lines;
    Label *m_why;
    QList<QPair<Label *, Label *>> m_rows;
};

} // namespace liaison::ui
