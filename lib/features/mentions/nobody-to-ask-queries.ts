import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { suppressionsAgainst, suppressionsOfAddress } from '../prospects/suppression-queries.ts'

type PageOfTheirs = { id: string; url: string; prospectId: string | null; pitchId: string | null }

/**
 * Which of these mentions have nobody to ask: the person we pitched, or else everybody we know there, is not to be written
 * to; or their outlet is not. Where we know nobody there, only the outlet counts. A few queries, however many mentions.
 *
 * @returns their ids
 */
export async function mentionsWithNobodyToAsk(
  scope: WorkspaceScope,
  mentions: readonly PageOfTheirs[],
): Promise<Set<string>> {
  authorizeToSee(scope, 'prospects.read')
  if (mentions.length === 0) return new Set()
  const peopleOf = await peopleToAsk(scope, mentions)
  const people = [
    ...new Map(mentions.flatMap((mention) => peopleOf(mention)).map((one) => [one.id, one])).values(),
  ]
  const stops = await suppressionsAgainst(
    scope,
    [...mentions.map(outletOf), ...people.flatMap(({ channels }) => channels)],
    people.map(({ id }) => id),
  )
  const isStopped = ({ id, channels }: Person) =>
    stops.some(({ covers, contactId }) => covers === 'person' && contactId === id) ||
    (channels.length > 0 && channels.every((channel) => suppressionsOfAddress(stops, channel).length > 0))
  const hasNobody = (mention: PageOfTheirs) => {
    if (suppressionsOfAddress(stops, outletOf(mention)).length > 0) return true
    const known = peopleOf(mention)
    return known.length > 0 && known.every(isStopped)
  }
  return new Set(mentions.filter(hasNobody).map(({ id }) => id))
}

function outletOf({ url }: PageOfTheirs) {
  return { contactId: '', kind: 'form' as const, address: url, addressKey: url }
}

type Person = Awaited<ReturnType<typeof peopleByIds>>[number]

/** Whom one would ask about each of them. */
async function peopleToAsk(scope: WorkspaceScope, mentions: readonly PageOfTheirs[]) {
  const { workspaceId } = scope
  const db = database()
  const [pitches, places] = await Promise.all([
    db.pitch.findMany({
      where: { workspaceId, id: { in: mentions.flatMap(({ pitchId }) => pitchId ?? []) } },
      select: { id: true, contactId: true },
    }),
    db.affiliation.findMany({
      where: {
        workspaceId,
        prospectId: { in: mentions.flatMap(({ prospectId }) => prospectId ?? []) },
        until: null,
      },
      select: { prospectId: true, contactId: true },
    }),
  ])
  const people = await peopleByIds(
    scope,
    [...pitches, ...places].map(({ contactId }) => contactId),
  )
  const pitched = new Map(
    pitches.map(({ id, contactId }) => [id, people.filter((one) => one.id === contactId)]),
  )
  const there = (prospectId: string) => {
    const ids = places.filter((place) => place.prospectId === prospectId).map(({ contactId }) => contactId)
    return people.filter(({ id }) => ids.includes(id))
  }
  return ({ pitchId, prospectId }: PageOfTheirs): Person[] => {
    const one = pitchId === null ? [] : (pitched.get(pitchId) ?? [])
    if (one.length > 0) return one
    return prospectId === null ? [] : there(prospectId)
  }
}

async function peopleByIds({ workspaceId }: WorkspaceScope, ids: readonly string[]) {
  return database().contact.findMany({
    where: { workspaceId, deletedAt: null, id: { in: [...new Set(ids)] } },
    select: {
      id: true,
      channels: {
        where: { deletedAt: null },
        select: { contactId: true, kind: true, address: true, addressKey: true },
      },
    },
  })
}
