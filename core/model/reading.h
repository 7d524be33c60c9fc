#pragma once

#include "core/base/instant.h"
#include "core/model/codes.h"

#include <QString>
#include <utility>
#include <variant>

namespace liaison {

/// Why a reading may be believed, and how far (design 12.1).
enum class Proof {
    Counted,      ///< the size equals a count from a second source; distinct ids equal the server's total
    SecondCall,   ///< an empty list that a second call confirmed
    Uncounted,    ///< nothing to count it with: adds and promotions only
    Administered, ///< room read person by person, without being a member: extra people are not seen, adds only
};

struct UnknownBecause
{
    UnknownReason reason = UnknownReason::ReadFailed;
    QString detail; ///< an error code, or the name of the missing right
    friend bool operator==(const UnknownBecause &, const UnknownBecause &) = default;
};

/// Only what reads servers (and the tests' world builder) can hold one: the key to `Reading::complete`. That a failed
/// read is never taken for an empty list is thereby a matter of types (design rule 1).
class Witness
{
    Witness() = default;
    friend class SnapshotBuilder;
};

/// A fact that was read, or the reason why it is not known. There is no default: somebody has to say which.
template <class T> class Reading
{
public:
    struct Complete
    {
        T value;
        Instant readAt;
        Proof proof = Proof::Counted;
    };

    [[nodiscard]] static Reading complete(Witness, T value, Instant readAt, Proof proof)
    {
        return Reading(Complete{std::move(value), readAt, proof});
    }
    [[nodiscard]] static Reading unknown(UnknownReason reason, QString detail = {})
    {
        return Reading(UnknownBecause{reason, std::move(detail)});
    }

    [[nodiscard]] bool isKnown() const { return std::holds_alternative<Complete>(m_state); }
    /// Precondition: isKnown().
    [[nodiscard]] const T &value() const { return std::get<Complete>(m_state).value; }
    [[nodiscard]] Proof proof() const { return std::get<Complete>(m_state).proof; }
    [[nodiscard]] Instant readAt() const { return isKnown() ? std::get<Complete>(m_state).readAt : Instant{}; }
    /// Precondition: !isKnown().
    [[nodiscard]] const UnknownBecause &because() const { return std::get<UnknownBecause>(m_state); }

private:
    explicit Reading(std::variant<Complete, UnknownBecause> state) : m_state(std::move(state)) {}
    std::variant<Complete, UnknownBecause> m_state;
};

} // namespace liaison
