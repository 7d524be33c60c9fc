#include "ui/base/language.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>

namespace liaison::ui {

Language::Language(QApplication &application, text::Language initial) : m_application(application), m_current(initial)
{
    install();
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qt);
}

QString Language::code() const
{
    return m_current == text::Language::French ? QStringLiteral("fr") : QStringLiteral("en");
}

void Language::install()
{
    QLocale::setDefault(m_current == text::Language::French ? QLocale(QLocale::French, QLocale::France)
                                                            : QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_application.setApplicationDisplayName(QStringLiteral("Liaison"));
    // English has a file too: its plurals.
    if (m_words.load(QStringLiteral(":/i18n/liaison_%1.qm").arg(code())))
        QCoreApplication::installTranslator(&m_words);
    if (m_current == text::Language::French && m_qt.load(QStringLiteral(":/i18n/qtbase_fr.qm")))
        QCoreApplication::installTranslator(&m_qt);
}

void Language::set(text::Language language)
{
    if (language == m_current)
        return;
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qt);
    m_current = language;
    install();
    // Qt queues them: whoever hears `changed` finds the new texts already there.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    Q_EMIT changed();
}

QString nativeName(text::Language language)
{
    return language == text::Language::French ? QStringLiteral("Français") : QStringLiteral("English");
}

} // namespace liaison::ui
