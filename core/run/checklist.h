#pragma once

#include "core/model/check.h"

namespace liaison {

/// Checks in the order in which they are written down. `step` and `found`: codes of docs/codes.md.
class CheckList
{
protected:
    using Result_ = CheckResult;

    [[nodiscard]] static QString word(const char *code) { return QString::fromLatin1(code); }
    Check &add(const QString &step, Result_ result, const char *found, const QStringList &args = {})
    {
        m_checks.push_back({step, result, word(found), args, {}, {}});
        return m_checks.back();
    }
    void failed(const QString &step, const Error &error, Result_ result = Result_::Blocking)
    {
        m_checks.push_back({step, result, {}, {}, {}, error});
    }
    void notTried(const QString &step) { add(step, Result_::NotTried, "not-tried"); }

    std::vector<Check> m_checks;
};

} // namespace liaison
