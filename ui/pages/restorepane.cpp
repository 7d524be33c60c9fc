#include "ui/pages/restorepane.h"

#include "ui/pages/restoresmodel.h"
#include "ui/pages/words.h"

#include <QScrollArea>

namespace liaison::ui {
namespace {

Label *reading(QWidget *parent)
{
    auto *label = new Label(FontRole::Body, Ink::Text, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

RestorePane::RestorePane(QWidget *parent) : QWidget(parent)
{
    setSurface(this, Surface::Surface);
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    all->addWidget(scroll);
    m_body = new QWidget(scroll);
    setSurface(m_body, Surface::Surface);
    scroll->setWidget(m_body);
    auto *body = new QVBoxLayout(m_body);
    setMetrics(body, {16, 16, 16, 16}, 4);

    m_mark = new MarkLabel(Mark::Unknown, text::Language::English, 16, m_body);
    m_title = new Label(FontRole::PaneTitle, Ink::Text, m_body);
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    setMetrics(head, {}, 8);
    head->addWidget(m_mark, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    body->addLayout(head);
    m_course = new Label(FontRole::Body, Ink::Secondary, m_body);
    m_course->setWordWrap(true);
    body->addWidget(m_course);
    addGap(body, 8);
    m_sentence = reading(m_body);
    body->addWidget(m_sentence);
    m_causeHead = new Label(FontRole::LabelStrong, Ink::Secondary, m_body);
    m_cause = reading(m_body);
    m_remedyHead = new Label(FontRole::LabelStrong, Ink::Secondary, m_body);
    m_remedy = reading(m_body);
    addGap(body, 8);
    body->addWidget(m_causeHead);
    body->addWidget(m_cause);
    addGap(body, 8);
    body->addWidget(m_remedyHead);
    body->addWidget(m_remedy);
    addGap(body, 8);
    body->addWidget(new Hairline(Qt::Horizontal, m_body));
    addGap(body, 8);
    for (KeyValueRow **row :
         {&m_requester, &m_created, &m_changed, &m_source, &m_target, &m_newCourse, &m_users, &m_enrolments}) {
        *row = new KeyValueRow(m_body);
        (*row)->setKeyWidth(132);
        body->addWidget(*row);
    }
    body->addStretch(1);
    clear();
}

void RestorePane::clear()
{
    m_body->hide();
}

void RestorePane::showItem(const RestoresModel &model, int item, text::Language language)
{
    const RestoreRow &row = model.row(item);
    const moodle::RestoreTask &task = row.task;
    const text::Text words = text::of(text::Group::Restore, codeOf(row.state), language);
    m_mark->setMark(markOf(row.state), language);
    m_title->setText(words.name);
    m_course->setText(task.externalName);
    m_sentence->setText(words.sentence);

    const bool cause = !row.cause.isEmpty();
    m_causeHead->setVisible(cause);
    m_cause->setVisible(cause);
    QString remedy = words.remedy;
    if (cause) {
        const text::Text why = text::of(text::Group::Restore, row.cause, language);
        m_causeHead->setText(tr("Likely cause"));
        m_cause->setText(why.sentence);
        remedy = remedy % u' ' % why.remedy;
    }
    m_remedyHead->setText(tr("Remedy"));
    m_remedy->setText(remedy.trimmed());
    m_remedyHead->setVisible(!remedy.trimmed().isEmpty());
    m_remedy->setVisible(!remedy.trimmed().isEmpty());

    const auto date = [&](Instant at) { return at.isKnown() ? text::dateTime(language, at) : words::none(); };
    m_requester->setKey(tr("Requested by"));
    m_requester->setValue(model.requester(item));
    m_created->setKey(tr("Requested"));
    m_created->setValue(date(task.created));
    m_changed->setKey(tr("Last change"));
    m_changed->setValue(date(std::max(task.processed, task.modified)));
    m_source->setKey(tr("Source"));
    m_source->setValue(tr("%1, course %2").arg(words::host(task.externalUrl)).arg(task.externalCourse));
    m_target->setKey(tr("Target category"));
    m_target->setValue(model.category(item));
    m_newCourse->setKey(tr("New course"));
    QString course = words::none();
    if (task.course) {
        course = tr("course %1").arg(*task.course);
        if (task.courseExists && !*task.courseExists)
            course = tr("course %1, deleted since").arg(*task.course);
    }
    m_newCourse->setValue(course);
    m_users->setKey(tr("User data"));
    m_users->setValue(task.withUserData ? tr("with") : tr("without"));
    m_enrolments->setKey(tr("Enrolments"));
    m_enrolments->setValue(task.enrolmentMode == 0   ? tr("never restored")
                           : task.enrolmentMode == 1 ? tr("only with user data")
                           : task.enrolmentMode == 2 ? tr("always restored")
                                                     : words::unknown());
    m_body->show();
}

} // namespace liaison::ui
