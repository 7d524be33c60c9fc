#pragma once

#include "core/base/result.h"

#include <QStringList>
#include <map>
#include <optional>

namespace liaison::app {

/// A command line taken apart: `liaisonctl [global options] COMMAND [options and arguments]` (design section 8).
struct Arguments
{
    QString command;
    QStringList positional;
    std::map<QString, QStringList> options; ///< "--classes" -> values; a flag has one empty value

    QString config, profile;
    std::optional<QString> demo; ///< scale; "" = small
    QString lang;
    QString requestLog; ///< file for the requests of this command; empty = none
    bool json = false, readOnly = false, help = false, version = false;

    [[nodiscard]] bool has(const QString &option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const
    {
        const auto it = options.find(option);
        return it == options.end() || it->second.isEmpty() ? QString() : it->second.back();
    }
    [[nodiscard]] QStringList values(const QString &option) const
    {
        const auto it = options.find(option);
        return it == options.end() ? QStringList() : it->second;
    }
};

/// Error: Input "bad-arguments" with what is wrong in `where`.
[[nodiscard]] Result<Arguments> parseArguments(QStringList arguments);

} // namespace liaison::app
