#include "app/commands_bundle.h"

#include "app/supportbundle.h"
#include "ui/text/bundle.h"

namespace liaison::app {

Result<void> writeDoctorBundle(Context &context, const Diagnosis &diagnosis, const QString &file, Output &out)
{
    if (!out.json()) {
        out.line(text::bundleTitle(out.language()));
        const QStringList contents = text::bundleContents(out.language());
        for (const QString &line : contents)
            out.line(QStringLiteral("  - ") + line);
        out.line(text::bundleLeavesOut(out.language()));
        out.line();
    }
    const auto looked = look(context, out, {}, {}, {});
    const auto links = context.memory().links();
    if (!links)
        return fail(links.error());
    auto runs = context.journal().runs();
    if (!runs)
        return fail(runs.error());
    BundleFacts facts;
    facts.profile = &context.profile();
    facts.diagnosis = &diagnosis;
    if (looked)
        facts.diff = &looked->diff;
    else
        facts.readError = looked.error();
    facts.requests = context.servers().requests->after(0);
    facts.links = links->size();
    facts.runs = std::move(*runs);
    facts.at = machineTime();
    return writeBundle(facts, file);
}

} // namespace liaison::app
