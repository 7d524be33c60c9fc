#include "ui/courses/detailhead.h"

#include "ui/courses/coursewords.h"
#include "ui/text/format.h"

#include <QHBoxLayout>

namespace liaison::ui {

DetailHead::DetailHead(text::Language language, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    setMetrics(column, {16, 12, 8, 8}, 4);

    auto *first = new QHBoxLayout;
    setMetrics(first, {0, 0, 0, 0}, 8);
    m_mark = new MarkLabel(Mark::Unknown, language);
    m_title = new Label(FontRole::PaneTitle, Ink::Text);
    m_title->setElided(true);
    m_close = new Button(Button::Kind::Quiet);
    m_close->setIcon(Icon::Close);
    first->addWidget(m_mark);
    first->addWidget(m_title, 1);
    first->addWidget(m_close);
    column->addLayout(first);

    m_subtitle = new Label(FontRole::Caption, Ink::Secondary);
    m_subtitle->setElided(true);
    auto *second = new QHBoxLayout;
    setMetrics(second, {24, 0, 8, 0}, 0);
    second->addWidget(m_subtitle, 1);
    column->addLayout(second);

    auto *third = new QHBoxLayout;
    setMetrics(third, {0, 4, 8, 0}, 8);
    third->addWidget(new IconLabel(Icon::Rooms));
    m_room = new Label(FontRole::Name, Ink::Text);
    m_room->setElided(true);
    m_source = new Pill;
    m_age = new Label(FontRole::Caption, Ink::Hint);
    third->addWidget(m_room, 0);
    third->addWidget(m_source);
    third->addWidget(m_age);
    third->addStretch(1);
    column->addLayout(third);
    connect(m_close, &QAbstractButton::clicked, this, &DetailHead::closeRequested);
}

void DetailHead::fill(const LinkFacts &f, Instant readAt, Instant now, text::Language language)
{
    m_mark->setMark(markOf(f.row.state), language);
    const QString title = f.course.fullName.isEmpty() ? f.course.shortName : f.course.fullName;
    m_title->setText(title.isEmpty() ? QString(emDash) : title.simplified());
    QStringList parts{f.course.shortName.simplified()};
    const QString category = f.view.categories.value(f.site.id.value).value(f.course.category.value);
    parts << category.simplified() << tr("course %1").arg(f.course.id.value);
    if (f.site.id.value != QLatin1String("main"))
        parts << tr("site %1").arg(f.site.id.value);
    parts.removeAll(QString());
    m_subtitle->setText(parts.join(QStringLiteral(" \u00b7 ")));
    const QString room = f.room ? f.room->name.simplified() : f.roomId();
    m_room->setText(room.isEmpty() ? QString(emDash) : room);
    m_source->setText(tr("link: %1").arg(text::of(f.link.source, language).name));
    m_age->setText(readAt.isKnown() ? tr("read %1").arg(text::age(language, now.ms - readAt.ms)) : tr("not read"));
}

void DetailHead::retranslate()
{
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
}

} // namespace liaison::ui
