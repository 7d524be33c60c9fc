// `restores list`: asks the Moodles only; --check also reads what became of the performed ones, on both sides.
#include "app/commands.h"
#include "app/documents_restores.h"
#include "app/published.h"
#include "app/restoretext.h"

#include <QJsonArray>

namespace liaison::app {
namespace {

Result<RestoreList> listOf(Context &context, bool check, Output &out)
{
    if (const Published *published = context.published()) {
        const CampusView &view = *published->campus.view;
        return RestoreList{view.restores, published->campus.extras.restoresUnread, false, view.restoreReview,
                           view.restoresOutside};
    }
    if (!check)
        return readRestores(context.servers(), context.profile(), context.memory(), context.cancel());
    auto list =
        readRestoresWhole(context.servers(), context.profile(), context.memory(), out.progress(), context.cancel());
    out.endProgress();
    return list;
}

void print(const RestoreList &list, Output &out)
{
    const text::Language language = out.language();
    const bool french = language == text::Language::French;
    const int outside = list.outside ? list.outside->tasks : 0;
    if (list.rows.empty() && list.unread.empty())
        out.line(noRestores(outside > 0, language));
    std::vector<QStringList> lines;
    for (size_t i = 0; i < list.rows.size(); ++i)
        lines.push_back(restoreLine(list.rows[i], aboutOf(list.review.get(), list.rows[i], i), language));
    if (!lines.empty())
        out.table(restoreHead(language), lines);
    if (outside > 0)
        out.line(outsideText(*list.outside, language));
    const RestoreReview none;
    const RestoreReview &review = list.review ? *list.review : none;
    bool before = false;
    for (size_t i = 0; i < list.rows.size(); ++i) {
        const QStringList others = othersText(aboutOf(list.review.get(), list.rows[i], i), language);
        if (others.isEmpty())
            continue;
        if (!before)
            out.line();
        before = true;
        const QString line =
            (french ? QStringLiteral("%1 « %2 », déjà restauré : %3") : QStringLiteral("%1 “%2”, restored already: %3"))
                .arg(QString::number(list.rows[i].task.id), list.rows[i].task.externalName,
                     others.join(QStringLiteral("; ")));
        out.line(harmless(line));
    }
    if (!review.sites.empty() || !review.about.empty())
        out.line();
    for (const QString &note : noteLines(review, language))
        out.line(note);
    for (const RestoreSite &site : review.sites) {
        for (const QString &line : siteLines(site, language))
            out.line(harmless(line));
    }
    for (const RestoreList::Unread &site : list.unread) {
        const text::Text t = text::error(site.because, language);
        out.line(site.site + (french ? QStringLiteral("\u00a0: ") : QStringLiteral(": ")) + t.sentence + u' ' +
                 t.remedy);
    }
}

} // namespace

int runRestores(Context &context, const Arguments &arguments, Output &out)
{
    const QString format = arguments.value(QStringLiteral("--format"));
    if (arguments.positional.size() > 1 || arguments.positional.value(0, QStringLiteral("list")) != u"list" ||
        (arguments.has(QStringLiteral("--format")) && format != u"csv" && format != u"json"))
        return out.error({ErrorKind::Input,
                          QStringLiteral("bad-arguments"),
                          QStringLiteral("restores [list] [--check] [--format csv|json]"),
                          0,
                          {},
                          {}});
    const auto list = listOf(context, arguments.has(QStringLiteral("--check")), out);
    if (!list)
        return out.error(list.error());
    const text::Language language = out.language();
    if (format == u"csv") {
        out.bytes(restoresCsv(list->rows, list->review.get(), language));
    } else if (format == u"json" || out.json()) {
        QJsonArray tasks, sites;
        const bool membersRead = list->review && list->review->membersRead;
        for (size_t i = 0; i < list->rows.size(); ++i)
            tasks.append(
                restoreJson(list->rows[i], aboutOf(list->review.get(), list->rows[i], i), membersRead, language));
        if (list->review) {
            for (const RestoreSite &site : list->review->sites)
                sites.append(restoreSiteJson(site, language));
        }
        out.document(
            {{QStringLiteral("tasks"), tasks},
             {QStringLiteral("sites"), sites},
             {QStringLiteral("outside"), list->outside ? QJsonValue(list->outside->tasks) : QJsonValue()},
             {QStringLiteral("blockedFromOutside"), list->outside ? QJsonValue(list->outside->blocks) : QJsonValue()}});
    } else {
        print(*list, out);
    }
    return list->unread.empty() && !list->partly ? 0 : 5;
}

} // namespace liaison::app
