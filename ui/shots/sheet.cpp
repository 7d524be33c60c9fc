#include "ui/shots/sheet.h"

#include "ui/base/button.h"
#include "ui/base/chip.h"
#include "ui/base/delegate.h"
#include "ui/base/field.h"
#include "ui/base/header.h"
#include "ui/base/statebar.h"
#include "ui/base/statepanel.h"

#include <QAbstractTableModel>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPainter>
#include <QRadioButton>
#include <QTabBar>

namespace liaison::ui {

namespace {

class Swatch : public QWidget
{
public:
    Swatch(const QColor &colour, QWidget *parent) : QWidget(parent), m_colour(colour) { QWidget::setFixedSize(28, 28); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(tokens(this).border);
        p.setBrush(m_colour);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }

private:
    QColor m_colour;
};

class Rows : public QAbstractTableModel
{
public:
    explicit Rows(const Language &language, QObject *parent) : QAbstractTableModel(parent), m_language(language) {}

    int rowCount(const QModelIndex &) const override { return 5; }
    int columnCount(const QModelIndex &) const override { return 6; }
    QVariant headerData(int section, Qt::Orientation, int role) const override
    {
        static const QStringList names{u"État"_qs,    u"Cours"_qs,       u"Intitulé"_qs,
                                       u"Membres"_qs, u"Changements"_qs, u"Lu"_qs};
        if (role == Qt::DisplayRole)
            return names.value(section);
        if (role == Qt::TextAlignmentRole)
            return int((section >= 3 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        static const LinkState states[]{LinkState::InStep, LinkState::Drift, LinkState::Drift, LinkState::Unknown,
                                        LinkState::Missing};
        static const QStringList keys{u"ALG-M1"_qs, u"ANG-L2"_qs, u"DRC-L1"_qs, u"BIO-L1"_qs, u"CIV-L2"_qs};
        static const QStringList names{u"Algorithmique avancée"_qs, u"Anglais de spécialité — L2"_qs,
                                       u"Droit constitutionnel 1"_qs, u"Biologie cellulaire"_qs,
                                       u"Droit civil des obligations"_qs};
        const LinkState state = states[index.row()];
        if (role == roles::MarkRole && index.column() == 0)
            return int(markOf(state));
        if (role == roles::FontRole && index.column() == 1)
            return int(FontRole::Strong);
        if (role == roles::NumberRole)
            return index.column() == 5;
        if (role == roles::InkRole && index.column() == 5)
            return int(Ink::Hint);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 0:
            return text::of(state, m_language.current()).name;
        case 1:
            return keys.at(index.row());
        case 2:
            return names.at(index.row());
        case 5:
            return u"4 min"_qs;
        default:
            return {};
        }
    }

private:
    const Language &m_language;
};

class RowDelegate : public TableDelegate
{
public:
    RowDelegate(TableView *view, const Language &language) : TableDelegate(view), m_language(language) {}

protected:
    void paintCell(const Cell &cell, const QModelIndex &index) const override
    {
        static const QStringList observed{u"86"_qs, u"205"_qs, u"1 116"_qs, u"?"_qs, u"—"_qs};
        static const QStringList expected{u"86"_qs, u"212"_qs, u"1 120"_qs, u"412"_qs, u"176"_qs};
        static const ChangeCounts counts[]{{}, {7, 0, 0, 0}, {7, 3, 2, 1}, {}, {}};
        if (index.column() == 3)
            drawRatio(cell, observed.at(index.row()), expected.at(index.row()), index.row() > 0);
        else if (index.column() == 4 && index.row() == 3)
            drawText(cell, u"lu 50 sur 412"_qs, FontRole::Label, Ink::Secondary, Qt::AlignRight);
        else if (index.column() == 4)
            drawChanges(cell, counts[index.row()], m_language.current());
        else
            TableDelegate::paintCell(cell, index);
    }

private:
    const Language &m_language;
};

QWidget *heading(const QString &text)
{
    return new Label(text, FontRole::Label, Ink::Secondary);
}

QWidget *marksGrid(const Language &language)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < MarkCount; ++i) {
        auto *cell = new QWidget;
        auto *row = new QHBoxLayout(cell);
        setMetrics(row, {}, 6);
        const auto mark = static_cast<Mark>(i);
        for (const int side : {28, 20, 16, 14, 12})
            row->addWidget(new MarkLabel(mark, language.current(), side));
        row->addWidget(new Label(markName(mark, language.current()), FontRole::Name, Ink::Text), 1);
        grid->addWidget(cell, i / 3, i % 3);
    }
    return box;
}

QWidget *swatches(const Tokens &t)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    const std::pair<QString, QColor> all[] = {
        {u"window"_qs, t.window}, {u"nav"_qs, t.nav},           {u"surface"_qs, t.surface},
        {u"raised"_qs, t.raised}, {u"line"_qs, t.line},         {u"border"_qs, t.border},
        {u"text"_qs, t.text},     {u"text-2"_qs, t.text2},      {u"text-3"_qs, t.text3},
        {u"accent"_qs, t.accent}, {u"fill"_qs, t.fill},         {u"selection"_qs, t.selection},
        {u"ok"_qs, t.ok},         {u"drift"_qs, t.drift},       {u"missing"_qs, t.missing},
        {u"wait"_qs, t.wait},     {u"identity"_qs, t.identity}, {u"quiet"_qs, t.quiet},
        {u"remove"_qs, t.remove}, {u"soft"_qs, t.soft}};
    int i = 0;
    for (const auto &[name, colour] : all) {
        auto *cell = new QWidget;
        auto *row = new QHBoxLayout(cell);
        setMetrics(row, {}, 6);
        row->addWidget(new Swatch(colour, cell));
        row->addWidget(new Label(name, FontRole::Label, Ink::Text), 1);
        grid->addWidget(cell, i / 5, i % 5);
        ++i;
    }
    return box;
}

QWidget *iconRow(const Tokens &)
{
    auto *box = new QWidget;
    auto *flow = new FlowLayout(box);
    setMetrics(flow, {}, 10);
    for (int i = 0; i < IconCount; ++i)
        flow->addWidget(new IconLabel(static_cast<Icon>(i), Ink::Secondary, 16));
    return box;
}

QWidget *buttons()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMetrics(row, {4, 4, 4, 4}, 10);
    auto *primary = new Button(u"Préparer le plan"_qs, Button::Kind::Primary);
    primary->setIcon(Icon::Plan);
    auto *normal = new Button(u"Exporter"_qs, Button::Kind::Normal);
    auto *combo = new Button(u"Toutes les catégories"_qs, Button::Kind::Normal);
    combo->setIcon(Icon::Category);
    combo->setChevron(true);
    auto *quiet = new Button(u"Ticket"_qs, Button::Kind::Quiet);
    quiet->setIcon(Icon::Copy);
    auto *off = new Button(u"Appliquer"_qs, Button::Kind::Primary);
    off->setEnabled(false);
    for (Button *b : {primary, normal, combo, quiet, new Button(u"Retirer 12"_qs, Button::Kind::Danger), off,
                      new Button(u"Tout voir"_qs, Button::Kind::Link)})
        row->addWidget(b);
    normal->setObjectName(u"focused"_qs);
    row->addStretch();
    return box;
}

QWidget *ticks()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMetrics(row, {}, 12);
    auto *a = new QCheckBox(u"Ajouts"_qs);
    auto *b = new QCheckBox(u"Retraits"_qs);
    b->setChecked(true);
    auto *c = new QCheckBox(u"Tout"_qs);
    c->setTristate(true);
    c->setCheckState(Qt::PartiallyChecked);
    auto *d = new QCheckBox(u"Sans droit"_qs);
    d->setEnabled(false);
    auto *e = new QRadioButton(u"Modérateur"_qs);
    e->setAutoExclusive(false);
    auto *f = new QRadioButton(u"Membre"_qs);
    f->setAutoExclusive(false);
    f->setChecked(true);
    for (QWidget *w : std::initializer_list<QWidget *>{a, b, c, d, e, f, new Pill(u"Retenu : liste vide"_qs),
                                                       new EnvironmentTag(Environment::Production),
                                                       new EnvironmentTag(Environment::Sandbox)})
        row->addWidget(w);
    row->addStretch();
    return box;
}

QWidget *fields()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMetrics(row, {}, 12);
    auto *search = new SearchField;
    search->setLabel(u"Cours, personne, salon, ou message d’erreur collé"_qs);
    auto *filter = new FilterField;
    filter->setText(u"état:orphelin"_qs);
    auto *combo = new QComboBox;
    combo->addItems({u"Français"_qs, u"English"_qs});
    row->addWidget(search, 2);
    row->addWidget(filter, 1);
    row->addWidget(combo);
    return box;
}

QWidget *meters()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    setMetrics(row, {}, 16);
    for (const auto &[value, wanted] : {std::pair{45.0, 90.0}, std::pair{120.0, 90.0}, std::pair{400.0, 90.0}}) {
        auto *meter = new Meter;
        meter->setValues(value, wanted, 200, {});
        row->addWidget(meter);
    }
    auto *none = new Meter;
    none->setValues({}, 90.0, 200, {});
    row->addWidget(none);
    return box;
}

} // namespace

QWidget *componentSheet(const Language &language)
{
    auto *sheet = new QWidget;
    setSurface(sheet, Surface::Surface);
    const Tokens &t = tokens(sheet);
    auto *all = new QVBoxLayout(sheet);
    setMetrics(all, {24, 20, 24, 20}, 10);
    all->addWidget(new Label(codeOf(t.theme), FontRole::PageTitle, Ink::Text));
    all->addWidget(swatches(t));
    all->addWidget(heading(u"Marks, 28 to 12"_qs));
    all->addWidget(marksGrid(language));
    all->addWidget(heading(u"Icons"_qs));
    all->addWidget(iconRow(t));
    all->addWidget(heading(u"Buttons"_qs));
    all->addWidget(buttons());
    all->addWidget(ticks());
    all->addWidget(fields());
    auto *chips = new ChipGroup;
    Chip *every = chips->add(ChipGroup::AllId);
    every->setText(u"Tous"_qs);
    every->setCount(3639, language.current());
    int count = 134;
    for (const LinkState state : {LinkState::Drift, LinkState::Missing, LinkState::Pending, LinkState::Unknown,
                                  LinkState::Archived, LinkState::InStep}) {
        Chip *chip = chips->add(int(state), markOf(state));
        chip->setText(text::of(state, language.current()).name);
        chip->setCount(count, language.current());
        count /= 4;
    }
    chips->setChecked({int(LinkState::Drift)});
    all->addWidget(chips);
    auto *tabs = new Tabs;
    for (const QString &name : {u"Membres"_qs, u"Lien et rôles"_qs, u"Conservation"_qs, u"Historique"_qs})
        tabs->addTab(name);
    all->addWidget(tabs);
    all->addWidget(meters());
    const std::vector<StateShare> shares{
        {0, Mark::InStep, u"En phase"_qs, 1016},  {1, Mark::Drift, u"Écarts"_qs, 134},
        {2, Mark::Missing, u"Sans salon"_qs, 17}, {3, Mark::Pending, u"En attente"_qs, 9},
        {4, Mark::Unknown, u"Inconnus"_qs, 14},   {5, Mark::Ambiguous, u"Ambigus"_qs, 5},
        {6, Mark::Archived, u"Archivés"_qs, 0}};
    auto *bar = new StateBar;
    bar->setShares(shares, language.current());
    auto *legend = new StateLegend;
    legend->setShares(shares, language.current());
    all->addWidget(bar);
    all->addWidget(legend);
    auto *table = new TableView;
    auto *model = new Rows(language, table);
    table->setModel(model);
    table->setItemDelegate(new RowDelegate(table, language));
    table->setSortingEnabled(true);
    table->sortByColumn(1, Qt::AscendingOrder);
    table->setColumn(0, 160);
    table->setColumn(1, 88);
    table->setStretched(2);
    table->setColumn(3, 110);
    table->setColumn(4, 150);
    table->setColumn(5, 70);
    table->setCurrentRow(2);
    fixHeight(table, 28 + 5 * 32);
    all->addWidget(table);
    auto *cards = new QWidget;
    auto *row = new QHBoxLayout(cards);
    setMetrics(row, {}, 12);
    auto *card = new Card;
    card->setTitle(u"Conservation des messages"_qs);
    card->action()->setText(u"Ouvrir"_qs);
    auto *kv = new KeyValueRow(u"Durée voulue"_qs, u"90 j"_qs);
    kv->setSource(u"profil, 14 nov."_qs);
    kv->setMark(Mark::Fine, language.current());
    card->body()->addWidget(kv);
    card->body()->addWidget(new KeyValueRow(u"Durée effective"_qs, u"sans limite"_qs));
    card->body()->addStretch();
    auto *banner = new StatePanel(StatePanel::Kind::Error, StatePanel::Shape::Banner);
    banner->setTexts(u"Certificat du serveur de chat expiré : 1 248 salons sont inconnus"_qs,
                     u"Lecture arrêtée à l’étape TLS. Aucun retrait possible avant la prochaine lecture complète."_qs);
    banner->addAction(u"Voir le diagnostic"_qs, Button::Kind::Primary)->setIcon(Icon::Diagnostics);
    banner->addAction(u"Réessayer"_qs)->setIcon(Icon::Refresh);
    row->addWidget(card, 1);
    row->addWidget(banner, 2);
    all->addWidget(cards);
    auto *empty = new StatePanel(StatePanel::Kind::Empty);
    empty->setTexts(
        u"Aucun cours ne correspond"_qs,
        u"Filtre « épidemio », état orphelin, catégorie Santé. Sans le filtre d’état, 2 cours correspondent, "
        u"dont Épidémiologie (ÉPI-M1)."_qs);
    empty->addAction(u"Enlever le filtre d’état"_qs, Button::Kind::Primary);
    empty->addAction(u"Tout effacer"_qs);
    all->addWidget(empty, 1);
    all->addWidget(new Label(u"24 pt SemiBold 1 016"_qs, FontRole::Headline, Ink::Text));
    all->addWidget(new Label(u"15 pt SemiBold Vue d’ensemble"_qs, FontRole::PageTitle, Ink::Text));
    all->addWidget(new Label(u"10 pt Regular 116 membres lus sur 116"_qs, FontRole::Body, Ink::Text));
    all->addWidget(new Label(u"9 pt Medium lu il y a 4 min"_qs, FontRole::Caption, Ink::Hint));
    return sheet;
}

} // namespace liaison::ui
