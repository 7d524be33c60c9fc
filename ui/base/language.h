#pragma once

#include "ui/text/text.h"

#include <QObject>
#include <QTranslator>

class QApplication;

namespace liaison::ui {

/// The language of the window, switched while it runs. On `set` the translators are changed, so every widget gets
/// QEvent::LanguageChange and gives itself its texts again in `retranslate()`; models send their own header changes
/// from `changed`.
class Language : public QObject
{
    Q_OBJECT

public:
    explicit Language(QApplication &application, text::Language initial = text::Language::English);
    ~Language() override;

    /// What `ui/text` is asked for.
    [[nodiscard]] text::Language current() const { return m_current; }
    void set(text::Language language);
    /// "en" or "fr".
    [[nodiscard]] QString code() const;

Q_SIGNALS:
    void changed();

private:
    void install();

    QApplication &m_application;
    QTranslator m_words, m_qt;
    text::Language m_current;
};

/// "English", "Français": each in its own words.
[[nodiscard]] QString nativeName(text::Language language);

} // namespace liaison::ui
