#pragma once

#include "ui/base/header.h"
#include "ui/base/page.h"
#include "ui/shell/themechoice.h"
#include "ui/shell/training.h"

#include <QVBoxLayout>

class QComboBox;
class QRadioButton;

namespace liaison::ui {

/// Theme, zoom and language; what is chosen is seen at once.
class PreferencesPage : public Page
{
    Q_OBJECT

public:
    PreferencesPage(const Context &context, ThemeChoice &choice, QWidget *parent = nullptr);

    void setView(Backend::View view) override;
    QWidget *initialFocus() override;

protected:
    void retranslate() override;

private:
    void showChosen();

    ThemeChoice &m_choice;
    PageHeader *m_header;
    Card *m_look, *m_words;
    Label *m_themeLabel, *m_zoomLabel, *m_languageLabel, *m_zoomHint;
    QList<QRadioButton *> m_themes, m_languages;
    QComboBox *m_zoom;
};

/// The campuses to learn on, the keyboard map and the marks with their words.
class HelpPage : public Page
{
    Q_OBJECT

public:
    HelpPage(const Context &context, Training &training, QWidget *parent = nullptr);

    void setView(Backend::View view) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    PageHeader *m_header;
    Button *m_openSnapshot;
    TrainingCard *m_training;
    Card *m_keys, *m_marks;
    QBoxLayout *m_cards;
    QWidget *m_keyBody = nullptr, *m_markBody = nullptr;
};

} // namespace liaison::ui
