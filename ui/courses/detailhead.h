#pragma once

#include "ui/base/bits.h"
#include "ui/base/button.h"
#include "ui/courses/linkfacts.h"

namespace liaison::ui {

/// What the pane is about: the course, its room, where the link is known from and how old that is.
class DetailHead : public QWidget
{
    Q_OBJECT

public:
    explicit DetailHead(text::Language language, QWidget *parent = nullptr);

    void fill(const LinkFacts &f, Instant readAt, Instant now, text::Language language);
    void retranslate();

Q_SIGNALS:
    void closeRequested();

private:
    MarkLabel *m_mark;
    Label *m_title, *m_subtitle, *m_room, *m_age;
    Pill *m_source;
    Button *m_close;
};

} // namespace liaison::ui
