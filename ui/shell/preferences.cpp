#include "ui/shell/preferences.h"

#include "ui/snapshot/opensnapshotpage.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>

namespace liaison::ui {

namespace {

constexpr int asSystem = 100; ///< beside the values of Theme
constexpr int zooms[] = {80, 90, 100, 110, 125, 150, 175, 200};

QHBoxLayout *choiceRow(QLabel *label, QBoxLayout *into)
{
    auto *row = new QHBoxLayout;
    setMetrics(row, {0, 4, 0, 4}, 16);
    minWidth(label, 112);
    row->addWidget(label);
    into->addLayout(row);
    return row;
}

} // namespace

PreferencesPage::PreferencesPage(const Context &context, ThemeChoice &choice, QWidget *parent)
    : Page(context, parent)
    , m_choice(choice)
    , m_header(new PageHeader(this))
    , m_look(new Card(this))
    , m_words(new Card(this))
    , m_themeLabel(new Label(FontRole::Body, Ink::Secondary, this))
    , m_zoomLabel(new Label(FontRole::Body, Ink::Secondary, this))
    , m_languageLabel(new Label(FontRole::Body, Ink::Secondary, this))
    , m_zoomHint(new Label(FontRole::Caption, Ink::Hint, this))
    , m_zoom(new QComboBox(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    auto *cards = new QVBoxLayout;
    setMetrics(cards, {16, 4, 16, 16}, 12);
    cards->addWidget(m_look);
    cards->addWidget(m_words);
    cards->addStretch(1);
    all->addLayout(cards, 1);
    maxWidth(m_look, 720);
    maxWidth(m_words, 720);

    QHBoxLayout *row = choiceRow(m_themeLabel, m_look->body());
    auto *group = new QButtonGroup(this);
    for (const int id : {int(Theme::Light), int(Theme::Dark), int(Theme::HighContrast), asSystem}) {
        auto *one = new QRadioButton(this);
        group->addButton(one, id);
        m_themes << one;
    }
    row->addWidget(m_themes.last());
    for (int i = 0; i < 3; ++i)
        row->addWidget(m_themes.at(i));
    row->addStretch(1);
    m_themes.last()->setVisible(m_choice.knowsSystem());
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        if (id == asSystem)
            m_choice.followSystem();
        else
            m_choice.choose(static_cast<Theme>(id));
        showChosen();
    });

    row = choiceRow(m_zoomLabel, m_look->body());
    for (const int zoom : zooms)
        m_zoom->addItem(QString(), zoom);
    row->addWidget(m_zoom);
    row->addWidget(m_zoomHint);
    row->addStretch(1);
    connect(m_zoom, &QComboBox::activated, this,
            [this](int index) { this->context().theme.setZoom(m_zoom->itemData(index).toInt() / 100.0); });

    row = choiceRow(m_languageLabel, m_words->body());
    auto *languages = new QButtonGroup(this);
    for (const text::Language one : {text::Language::French, text::Language::English}) {
        auto *named = new QRadioButton(nativeName(one), this);
        languages->addButton(named, int(one));
        m_languages << named;
        row->addWidget(named);
    }
    row->addStretch(1);
    connect(languages, &QButtonGroup::idClicked, this,
            [this](int id) { this->context().language.set(static_cast<text::Language>(id)); });
    connect(&context.theme, &ThemeHolder::changed, this, &PreferencesPage::showChosen);
    retranslate();
}

void PreferencesPage::setView(Backend::View) {}

QWidget *PreferencesPage::initialFocus()
{
    for (QRadioButton *choice : std::as_const(m_themes)) {
        if (choice->isChecked())
            return choice;
    }
    return m_themes.first();
}

void PreferencesPage::showChosen()
{
    (m_choice.followsSystem() ? m_themes.last() : m_themes.at(int(context().theme.theme())))->setChecked(true);
    m_languages.at(language() == text::Language::French ? 0 : 1)->setChecked(true);
    const int now = qRound(context().theme.zoom() * 100);
    const QSignalBlocker quiet(m_zoom);
    int nearest = 0;
    for (int i = 0; i < m_zoom->count(); ++i) {
        if (qAbs(m_zoom->itemData(i).toInt() - now) < qAbs(m_zoom->itemData(nearest).toInt() - now))
            nearest = i;
    }
    m_zoom->setCurrentIndex(nearest);
}

void PreferencesPage::retranslate()
{
    m_header->setTitle(tr("Preferences"));
    m_look->setTitle(tr("Appearance"));
    m_words->setTitle(tr("Language"));
    m_themeLabel->setText(tr("Theme"));
    m_zoomLabel->setText(tr("Zoom"));
    m_languageLabel->setText(tr("Language of the window"));
    m_zoomHint->setText(tr("Also with Ctrl + and Ctrl −, Ctrl 0 for 100%"));
    m_themes.at(0)->setText(tr("Light"));
    m_themes.at(1)->setText(tr("Dark"));
    m_themes.at(2)->setText(tr("High contrast"));
    m_themes.at(3)->setText(tr("Like the system"));
    m_zoom->setAccessibleName(tr("Zoom"));
    for (int i = 0; i < m_zoom->count(); ++i)
        m_zoom->setItemText(i, tr("%1%").arg(m_zoom->itemData(i).toInt()));
    showChosen();
}

HelpPage::HelpPage(const Context &context, Training &training, QWidget *parent)
    : Page(context, parent)
    , m_header(new PageHeader(this))
    , m_openSnapshot(new Button(Button::Kind::Normal, this))
    , m_training(new TrainingCard(training, this))
    , m_keys(new Card(this))
    , m_marks(new Card(this))
{
    auto *all = new QVBoxLayout(this);
    setMetrics(all, {}, 0);
    all->addWidget(m_header);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::StrongFocus);
    auto *inside = new QWidget;
    setSurface(inside, Surface::Window);
    auto *column = new QVBoxLayout(inside);
    setMetrics(column, {16, 4, 16, 16}, 12);
    column->addWidget(m_training);
    m_cards = new QHBoxLayout;
    column->addLayout(m_cards);
    column->addStretch(1);
    QBoxLayout *cards = m_cards;
    setMetrics(cards, {}, 12);
    cards->addWidget(m_keys, 1, Qt::AlignTop);
    cards->addWidget(m_marks, 1, Qt::AlignTop);
    area->setWidget(inside);
    all->addWidget(area, 1);
    m_header->addAction(m_openSnapshot);
    connect(m_openSnapshot, &QPushButton::clicked, this, [this] { Q_EMIT openPage(pages::OpenSnapshot, QString()); });
    retranslate();
}

void HelpPage::setView(Backend::View) {}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_cards->setDirection(width() < tokens(this).px(narrowPage) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void HelpPage::retranslate()
{
    m_openSnapshot->setText(tr("Open a published snapshot…"));
    m_header->setTitle(tr("Help"));
    m_training->retranslate();
    m_keys->setTitle(tr("Keyboard"));
    m_marks->setTitle(tr("Marks"));

    delete m_keyBody;
    m_keyBody = new QWidget(m_keys);
    auto *keys = new QVBoxLayout(m_keyBody);
    setMetrics(keys, {}, 2);
    const auto key = [&](const QKeySequence &sequence, const QString &what) {
        auto *row = new KeyValueRow(sequence.toString(QKeySequence::NativeText), what, m_keyBody);
        row->setKeyWidth(128);
        row->value()->setRole(FontRole::Body);
        keys->addWidget(row);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_K), tr("search anything: course, room, person, pasted message"));
    key(QKeySequence(Qt::CTRL | Qt::Key_F), tr("filter the list"));
    key(QKeySequence(Qt::Key_F5), tr("read the servers again"));
    key(QKeySequence(Qt::Key_F6), tr("next part of the window, with Shift the one before"));
    key(QKeySequence(Qt::CTRL | Qt::Key_1), tr("first page, and so on to 8"));
    key(QKeySequence(Qt::Key_Return), tr("open the details of the row"));
    key(QKeySequence(Qt::Key_Escape), tr("close them, empty the filter"));
    key(QKeySequence(Qt::Key_Space), tr("tick or untick a step"));
    key(QKeySequence(Qt::CTRL | Qt::Key_C), tr("copy the row as text"));
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), tr("copy the text for a ticket"));
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), tr("apply the plan that is shown, after its number was typed"));
    key(QKeySequence(Qt::CTRL | Qt::Key_Plus), tr("larger; Ctrl − smaller, Ctrl 0 as it was"));
    m_keys->body()->addWidget(m_keyBody);

    delete m_markBody;
    m_markBody = new QWidget(m_marks);
    auto *marks = new QVBoxLayout(m_markBody);
    setMetrics(marks, {}, 4);
    for (const auto &[state, code] : Codes<LinkState>::all) {
        auto *row = new QWidget(m_markBody);
        auto *line = new QHBoxLayout(row);
        setMetrics(line, {0, 2, 0, 2}, 10);
        line->addWidget(new MarkLabel(markOf(state), language(), 16, row), 0, Qt::AlignTop);
        auto *name = new Label(text::of(state, language()).name, FontRole::Name, Ink::Text, row);
        minWidth(name, 128);
        line->addWidget(name, 0, Qt::AlignTop);
        auto *sentence = new Label(text::of(state, language()).sentence, FontRole::Body, Ink::Secondary, row);
        sentence->setReading(true);
        line->addWidget(sentence, 1, Qt::AlignTop);
        marks->addWidget(row);
    }
    m_marks->body()->addWidget(m_markBody);
}

} // namespace liaison::ui
