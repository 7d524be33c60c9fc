#include "ui/base/languagebutton.h"

#include <QMenu>

namespace liaison::ui {

LanguageButton::LanguageButton(Language &language, QWidget *parent)
    : Button(Button::Kind::Quiet, parent), m_language(language)
{
    setIcon(Icon::Language);
    setChevron(true);
    auto *menu = new QMenu(this);
    for (const text::Language one : {text::Language::French, text::Language::English}) {
        auto *action = menu->addAction(nativeName(one));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, one] { m_language.set(one); });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, one] { action->setChecked(m_language.current() == one); });
    }
    connect(this, &QPushButton::clicked, this, [this, menu] { menu->popup(mapToGlobal(QPoint(0, height() + 2))); });
}

void LanguageButton::retranslate(bool wordless)
{
    setText(wordless ? QString() : nativeName(m_language.current()));
    setAccessibleName(tr("Language: %1").arg(nativeName(m_language.current())));
}

} // namespace liaison::ui
