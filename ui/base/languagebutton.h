#pragma once

#include "ui/base/button.h"
#include "ui/base/language.h"

namespace liaison::ui {

/// Opens the list of languages and changes to the one that is chosen.
class LanguageButton : public Button
{
    Q_OBJECT

public:
    explicit LanguageButton(Language &language, QWidget *parent = nullptr);

    /// `wordless`: there is room for the icon only.
    void retranslate(bool wordless = false);

private:
    Language &m_language;
};

} // namespace liaison::ui
