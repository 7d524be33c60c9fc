#include "tests/bench/campus.h"
#include "tests/bench/parts.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/courses/linkstable.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <algorithm>

namespace liaison::bench {
namespace {

/// As little as a table can show: the same text everywhere.
class PlainModel : public QAbstractTableModel
{
public:
    explicit PlainModel(int rows) : m_rows(rows) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_rows; }
    [[nodiscard]] int columnCount(const QModelIndex &) const override { return ui::linkColumns; }
    [[nodiscard]] QVariant data(const QModelIndex &, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("Algèbre linéaire")) : QVariant();
    }

private:
    int m_rows;
};

} // namespace

void tables(const Sizes &sizes)
{
    heading(QStringLiteral("Courses: %1 rows").arg(sizes.rows));
    ui::ThemeHolder theme(*qApp);
    ui::Language language(*qApp, text::Language::French);
    const auto first = view({sizes.rows, sizes.rows * 4});
    const auto second = view({sizes.rows, sizes.rows * 4, 20, 7});

    PlainModel plainModel(sizes.rows);
    QTableView plain;
    plain.setModel(&plainModel);
    plain.verticalHeader()->setDefaultSectionSize(32);
    plain.resize(1256, 830);
    plain.show();
    ui::LinksModel model;
    ui::LinksTable table(model);
    table.resize(1256, 830);
    table.show();
    ui::LinkIndexPtr one, two;
    const double indexing = cpu([&] { one = ui::buildLinkIndex(first, QLocale::French); });
    two = ui::buildLinkIndex(second, QLocale::French);
    model.setIndex(one);
    table.fitColumns();
    QApplication::processEvents();

    const double repaint = medianCpu(sizes.repeats * 3, [&] { plain.viewport()->repaint(); });
    const double ownRepaint = medianCpu(sizes.repeats * 3, [&] { table.viewport()->repaint(); });
    // What somebody types: each letter is one measurement, from the key to the painted rows.
    std::vector<double> keys;
    for (int round = 0; round < sizes.repeats; ++round) {
        for (const char16_t *typed : {u"geneve", u"algebre lin", u"c0001", u"droit 17"}) {
            const QString text = QString::fromUtf16(typed);
            for (qsizetype n = 1; n <= text.size(); ++n) {
                keys.push_back(cpu([&] {
                    model.setFilterText(text.left(n));
                    QApplication::sendPostedEvents();
                    table.viewport()->repaint();
                }));
            }
            keys.push_back(cpu([&] {
                model.setFilterText(QString());
                QApplication::sendPostedEvents();
                table.viewport()->repaint();
            }));
        }
    }
    const double key = median(keys);
    report(QStringLiteral("keystroke to paint, median (ms)"),
           QStringLiteral("worst %1").arg(ms(*std::max_element(keys.begin(), keys.end()))), key, 16);
    report(QStringLiteral("keystroke to paint / repaint of a plain QTableView"),
           QStringLiteral("%1 / %2; own repaint %3").arg(ms(key), ms(repaint), ms(ownRepaint)), key / repaint);

    std::vector<double> merges;
    for (int i = 0; i < sizes.repeats; ++i) {
        merges.push_back(cpu([&] {
            model.setIndex(i % 2 == 0 ? two : one);
            QApplication::sendPostedEvents();
            table.viewport()->repaint();
        }));
    }
    report(QStringLiteral("a refresh comes in, on the interface's thread"), ms(median(merges)));
    report(QStringLiteral("  prepared on another thread"), ms(indexing), indexing / median(merges));
}

} // namespace liaison::bench
