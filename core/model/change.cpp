#include "core/model/change.h"

namespace liaison {

const PersonKey *personOf(const Change &c)
{
    return std::visit(
        [](const auto &what) -> const PersonKey * {
            if constexpr (requires { what.person; })
                return &what.person;
            else
                return nullptr;
        },
        c.what);
}

} // namespace liaison
