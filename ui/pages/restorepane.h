#pragma once

#include "ui/base/bits.h"

namespace liaison::ui {

class RestoresModel;

/// One restore in full: conclusion, cause, remedy, then the facts.
class RestorePane : public QWidget
{
    Q_OBJECT

public:
    explicit RestorePane(QWidget *parent = nullptr);

    void showItem(const RestoresModel &model, int item, text::Language language);
    void clear();

private:
    MarkLabel *m_mark;
    Label *m_title, *m_course, *m_sentence, *m_causeHead, *m_cause, *m_remedyHead, *m_remedy;
    KeyValueRow *m_requester, *m_created, *m_changed, *m_source, *m_target, *m_newCourse, *m_users, *m_enrolments;
    QWidget *m_body;
};

} // namespace liaison::ui
