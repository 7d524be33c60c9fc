#include "ui/connect/entry.h"

#include <QEvent>
#include <QVBoxLayout>

namespace liaison::ui {

Entry::Entry(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_label(new Label(FontRole::Name, Ink::Text, this))
    , m_hint(new Label(FontRole::Caption, Ink::Secondary, this))
    , m_edit(new QLineEdit(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 4);
    auto *row = new QHBoxLayout;
    setMetrics(row, {}, 8);
    row->addWidget(m_edit, 1);
    all->addWidget(m_label);
    all->addLayout(row);
    all->addWidget(m_hint);
    m_label->setBuddy(m_edit);
    m_hint->setWordWrap(true);
    m_hint->hide();
    setFontRole(m_edit, FontRole::Body);
    fixHeight(m_edit, 32);
    m_edit->setTextMargins(6, 0, 6, 0);
    setFocusProxy(m_edit);
    if (kind == Kind::Secret) {
        m_edit->setEchoMode(QLineEdit::Password);
        m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                    Qt::ImhNoAutoUppercase);
        m_show = new Button(Button::Kind::Quiet, this);
        m_show->setIcon(Icon::Show);
        m_show->setCheckable(true);
        row->addWidget(m_show);
        connect(m_show, &QPushButton::toggled, this, [this](bool shown) {
            m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
            retranslate();
        });
        retranslate();
    }
}

void Entry::setLabel(const QString &label)
{
    m_label->setText(label);
    m_edit->setAccessibleName(label);
    retranslate();
}

void Entry::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_edit->setAccessibleDescription(hint);
}

QString Entry::take()
{
    QString text = m_edit->text();
    m_edit->setText(QString()); // not clear(), which can be undone
    if (m_show)
        m_show->setChecked(false);
    return text;
}

void Entry::retranslate()
{
    if (!m_show)
        return;
    m_show->setText(m_show->isChecked() ? tr("Hide") : tr("Show"));
    //: %1: "Show" or "Hide", %2: label of the field
    m_show->setAccessibleName(tr("%1: %2").arg(m_show->text(), m_label->text()));
}

void Entry::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace liaison::ui
