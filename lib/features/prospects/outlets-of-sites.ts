import type { Prisma } from '#lib/generated/prisma/client.ts'

/**
 * Outlets that may be told to whoever sees some Sites only. An outlet has no Site of its own: it is for those for which it
 * was pitched or which it wrote about, and for everybody where nothing of any other Site hangs on it.
 */
export function outletsOfSites(siteIds: readonly string[]): Prisma.ProspectWhereInput {
  const another = { notIn: [...siteIds] }
  return {
    OR: [
      { siteIds: { hasSome: [...siteIds] } },
      {
        siteIds: { isEmpty: true },
        // What is kept in that column is pitches and mentions that are not in the trash.
        pitches: { none: { campaign: { siteId: another } } },
        mentions: { none: { siteId: another } },
        samples: { none: { item: { siteId: another } } },
        contributions: { none: { siteId: another } },
        requests: { none: { siteId: another } },
      },
    ],
  }
}

/** People of such outlets, and those who are with none. */
export function peopleOfSites(siteIds: readonly string[]): Prisma.ContactWhereInput {
  const another = { notIn: [...siteIds] }
  return {
    OR: [
      { affiliations: { some: { prospect: { deletedAt: null, ...outletsOfSites(siteIds) } } } },
      {
        affiliations: { none: {} },
        pitches: { none: { campaign: { siteId: another } } },
        samples: { none: { item: { siteId: another } } },
        requests: { none: { siteId: another } },
      },
    ],
  }
}
