import { type AskFacts, type AskStanding, askStanding } from '#lib/domain/link-ask.ts'
import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { suppressionsAgainst, suppressionsOfAddress } from '../prospects/suppression-queries.ts'

/** Few are open at a time: each was written by a person and closes within weeks. */
const ASKS_LOOKED_THROUGH = 50

type Asked = {
  id: string
  url: string
  outcome: string
  publishedOn: Date | null
  askState: string
  askedAt: Date | null
  prospectId: string | null
  pitchId: string | null
}

/** Whether the one polite ask is open for this mention, and how it stands where it was made. */
export async function getAskStanding(scope: WorkspaceScope, mention: Asked): Promise<AskStanding> {
  authorizeToSee(scope, 'prospects.read')
  return askStanding({
    outcome: mention.outcome,
    publishedOn: mention.publishedOn && dayOf(mention.publishedOn),
    today: localDateOf(scope.now, scope.timeZone),
    askState: mention.askState as AskFacts['askState'],
    askedOn: mention.askedAt && localDateOf(mention.askedAt, scope.timeZone),
    isStopped: mention.askState === 'none' && (await isNobodyToAsk(scope, mention)),
  })
}

/** Asks whose answer is plain by now and that nobody has closed, oldest first. */
export async function listAsksToClose(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  const asked = await database().mention.findMany({
    where: { workspaceId: scope.workspaceId, askState: 'asked', deletedAt: null },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: ASKS_LOOKED_THROUGH,
    select: {
      id: true,
      url: true,
      outcome: true,
      publishedOn: true,
      askState: true,
      askedAt: true,
      prospectId: true,
      pitchId: true,
      prospect: { select: { name: true } },
    },
  })
  const standings = await Promise.all(asked.map((mention) => getAskStanding(scope, mention)))
  return asked.flatMap((mention, index) => {
    const suggests = standings[index]?.suggests
    return suggests ? [{ ...mention, suggests }] : []
  })
}

/** A date of the database: midnight, UTC. */
function dayOf(date: Date): LocalDate {
  return date.toISOString().slice(0, 10)
}

/**
 * The person we pitched, or else everybody we know there, is not to be written to; or their outlet is not. Where we know
 * nobody there, only the outlet counts.
 */
async function isNobodyToAsk(scope: WorkspaceScope, { url, pitchId, prospectId }: Asked): Promise<boolean> {
  const people = await peopleToAsk(scope, { pitchId, prospectId })
  const outlet = { contactId: '', kind: 'form', address: url, addressKey: url }
  const addresses = people.flatMap(({ channels }) => channels)
  const stops = await suppressionsAgainst(
    scope,
    [outlet, ...addresses],
    people.map(({ id }) => id),
  )
  if (suppressionsOfAddress(stops, outlet).length > 0) return true
  const isStopped = ({ id, channels }: (typeof people)[number]) =>
    stops.some(({ covers, contactId }) => covers === 'person' && contactId === id) ||
    (channels.length > 0 && channels.every((channel) => suppressionsOfAddress(stops, channel).length > 0))
  return people.length > 0 && people.every(isStopped)
}

async function peopleToAsk(
  { workspaceId }: WorkspaceScope,
  { pitchId, prospectId }: Pick<Asked, 'pitchId' | 'prospectId'>,
) {
  const select = {
    id: true,
    channels: {
      where: { deletedAt: null },
      select: { contactId: true, kind: true, address: true, addressKey: true },
    },
  } as const
  const here = { workspaceId, deletedAt: null }
  if (pitchId !== null) {
    const pitched = await database().contact.findMany({
      where: { ...here, pitches: { some: { workspaceId, id: pitchId } } },
      select,
    })
    if (pitched.length > 0) return pitched
  }
  if (prospectId === null) return []
  return database().contact.findMany({
    where: { ...here, affiliations: { some: { workspaceId, prospectId, until: null } } },
    select,
  })
}
