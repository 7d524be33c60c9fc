#include "ui/text/entry.h"

namespace liaison::text {
namespace {

constexpr Entry roomTable[] = {
    {"orphan",
     {},
     {u"Orphan", u"The room was made for a course, but no activity leads to it any more.",
      u"Look at who is in it and what it is for; then have an owner of the room keep, archive or delete it. Liaison "
      u"never deletes a room."},
     {u"Orphelin", u"Le salon a été créé pour un cours, mais plus aucune activité n’y mène.",
      u"Regardez qui s’y trouve et à quoi il sert ; un propriétaire du salon décidera de le garder, de l’archiver ou "
      u"de "
      u"le supprimer. Liaison ne supprime jamais un salon."}},
};

} // namespace

Entries rooms()
{
    return roomTable;
}

} // namespace liaison::text
