import { namesThing } from '#lib/domain/samples/names-thing.ts'
import { SAMPLE_STATE_TABLE, type SampleState } from '#lib/domain/samples/sample-states.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

type Reader = Database | Transaction

const MOST_READ = 100

/** An offer that was taken back was none. */
const STANDS = { not: 'taken-back' }

/** The newest offer of one of these things to this person, in words: "Anchor bag, on 3 March 2026, declined". */
export async function findEarlierOffer(
  db: Reader,
  { workspaceId }: Pick<WorkspaceScope, 'workspaceId'>,
  { contactId, itemIds }: { contactId: string; itemIds: readonly string[] },
) {
  const sample = await db.sample.findFirst({
    where: { workspaceId, contactId, deletedAt: null, state: STANDS, itemId: { in: [...itemIds] } },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    select: { id: true, state: true, offeredAt: true, item: { select: { name: true } } },
  })
  return sample && { ...sample, words: inWords(sample) }
}

/**
 * Whether a letter offers its reader a thing they were offered before: one that is noted as offered in this letter, or one
 * that the letter calls by its name. Null where it does not.
 */
export async function findOfferTwice(
  db: Reader,
  { workspaceId }: Pick<WorkspaceScope, 'workspaceId'>,
  letter: { pitchId: string; contactId: string; text: string },
): Promise<string | null> {
  const samples = await db.sample.findMany({
    where: { workspaceId, contactId: letter.contactId, deletedAt: null, state: STANDS },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    take: MOST_READ,
    select: {
      ...{ pitchId: true, itemId: true, state: true, offeredAt: true },
      item: { select: { name: true } },
    },
  })
  const here = new Set(
    samples.filter(({ pitchId }) => pitchId === letter.pitchId).map(({ itemId }) => itemId),
  )
  const before = samples.find(
    ({ pitchId, itemId, item }) =>
      pitchId !== letter.pitchId && (here.has(itemId) || namesThing(letter.text, item.name)),
  )
  return before ? inWords(before) : null
}

function inWords({ state, offeredAt, item }: { state: string; offeredAt: Date; item: { name: string } }) {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(offeredAt)
  const label = SAMPLE_STATE_TABLE[state as SampleState].label.toLowerCase()
  return `${item.name}, on ${day}${state === 'offered' ? '' : `, ${label}`}`
}
