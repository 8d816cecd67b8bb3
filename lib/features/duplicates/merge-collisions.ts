import type { MergeKind } from '#lib/domain/duplicates/merge-fields.ts'
import type { Transaction } from '#lib/server/database.ts'
import { type ChangedRow, type ChildTable, tableOf } from './merge-children.ts'

type Pair = { workspaceId: string; keptId: string; goneId: string }

/** What cannot move because the kept one has its like: it stays behind, and what it says more goes into the like. */
export type Collisions = {
  staying: Partial<Record<ChildTable, string[]>>
  changes: ChangedRow[]
}

export function findCollisions(tx: Transaction, kind: MergeKind, pair: Pair): Promise<Collisions> {
  return kind === 'prospect' ? prospectCollisions(tx, pair) : contactCollisions(tx, pair)
}

/** Writes what the likes become. @returns the changes, as the merge keeps them */
export async function applyChanges(tx: Transaction, workspaceId: string, changes: readonly ChangedRow[]) {
  for (const { table, id, after } of changes) {
    await tableOf(tx, table).updateMany({ where: { workspaceId, id }, data: after })
  }
}

async function prospectCollisions(tx: Transaction, pair: Pair): Promise<Collisions> {
  const { workspaceId, keptId, goneId } = pair
  const of = { workspaceId, prospectId: { in: [keptId, goneId] } }
  const [ties, vettings, looks, feeds] = [
    await tx.affiliation.findMany({ where: of }),
    await tx.vetting.findMany({ where: of }),
    await tx.outletLook.findMany({ where: of }),
    await tx.feed.findMany({ where: of }),
  ]
  const split = <Row extends { prospectId: string }>(rows: Row[], key: (row: Row) => string) =>
    likes(rows, (row) => row.prospectId === keptId, key)
  const sameFeeds = split(feeds, (row) => row.urlKey).map(({ gone }) => gone.id)
  const posts = await tx.feedPost.findMany({
    where: { workspaceId, feedId: { in: sameFeeds } },
    select: { id: true },
  })
  const sameTies = split(ties, (row) => row.contactId)
  const sameQuestions = split(vettings, (row) => row.question)
  return {
    staying: {
      affiliation: sameTies.map(({ gone }) => gone.id),
      vetting: sameQuestions.map(({ gone }) => gone.id),
      outletLook: split(looks, () => 'one').map(({ gone }) => gone.id),
      feed: sameFeeds,
      feedPost: posts.map(({ id }) => id),
    },
    changes: [
      ...sameTies.flatMap(({ kept, gone }) => changed('affiliation', kept, tieOfBoth(kept, gone))),
      // Of two answers to one question the later one holds.
      ...sameQuestions.flatMap(({ kept, gone }) => {
        const { answer, evidence, evidenceUrl, byId, at } = gone
        return gone.at > kept.at ? changed('vetting', kept, { answer, evidence, evidenceUrl, byId, at }) : []
      }),
    ],
  }
}

async function contactCollisions(tx: Transaction, pair: Pair): Promise<Collisions> {
  const { workspaceId, keptId, goneId } = pair
  const of = { workspaceId, contactId: { in: [keptId, goneId] } }
  const isKept = (row: { contactId: string }) => row.contactId === keptId
  const ties = await tx.affiliation.findMany({ where: of })
  const channels = await tx.channel.findMany({ where: { ...of, deletedAt: null }, include: { origin: true } })
  const sameTies = likes(ties, isKept, (row) => row.prospectId)
  const sameChannels = likes(channels, isKept, (row) => `${row.kind} ${row.addressKey}`)
  const doubles = new Map(sameChannels.map(({ kept, gone }) => [gone.id, kept.id]))
  const pitches = await tx.pitch.findMany({
    where: { workspaceId, channelId: { in: [...doubles.keys()] } },
    select: { id: true, channelId: true },
  })
  return {
    staying: { affiliation: sameTies.map(({ gone }) => gone.id), channel: [...doubles.keys()] },
    changes: [
      ...sameTies.flatMap(({ kept, gone }) => changed('affiliation', kept, tieOfBoth(kept, gone))),
      ...pitches.flatMap((pitch) => changed('pitch', pitch, { channelId: doubles.get(pitch.channelId) })),
      ...sameChannels.flatMap(({ kept, gone }) => channelOfBoth(kept, gone)),
    ],
  }
}

/** They are there as long as either says so, and since the earlier day. */
function tieOfBoth(kept: Tie, gone: Tie): Record<string, unknown> {
  const since = [kept.since, gone.since].filter((day) => day !== null).sort((a, b) => +a - +b)[0] ?? null
  const [, until] = kept.until && gone.until ? [kept.until, gone.until].sort((a, b) => +a - +b) : []
  return { since, until: until ?? null, role: kept.role || gone.role }
}

type Tie = { since: Date | null; until: Date | null; role: string }
type Origin = { id: string; noUnsolicited: boolean; channelId: string } | null
type Way = { id: string; bouncedAt: Date | null; bounceNote: string; origin: Origin }

/** A bounce and a "no unsolicited mail" hold whichever of the two rows had them. */
function channelOfBoth(kept: Way, gone: Way): ChangedRow[] {
  const bounce =
    gone.bouncedAt && !kept.bouncedAt ? { bouncedAt: gone.bouncedAt, bounceNote: gone.bounceNote } : {}
  const origin =
    gone.origin && !kept.origin
      ? changed('addressOrigin', gone.origin, { channelId: kept.id })
      : gone.origin?.noUnsolicited && kept.origin
        ? changed('addressOrigin', kept.origin, { noUnsolicited: true })
        : []
  return [...changed('channel', kept, bounce), ...origin]
}

/** Pairs of rows with the same key, one of either side. */
function likes<Row>(rows: readonly Row[], isKept: (row: Row) => boolean, key: (row: Row) => string) {
  const kept = new Map(rows.filter(isKept).map((row) => [key(row), row]))
  return rows.flatMap((gone) => {
    const like = isKept(gone) ? undefined : kept.get(key(gone))
    return like ? [{ kept: like, gone }] : []
  })
}

function changed(
  table: ChangedRow['table'],
  row: { id: string },
  next: Record<string, unknown>,
): ChangedRow[] {
  const now = row as Record<string, unknown>
  const columns = Object.keys(next).filter((column) => String(now[column]) !== String(next[column]))
  if (columns.length === 0) return []
  const of = (from: Record<string, unknown>) =>
    Object.fromEntries(columns.map((column) => [column, from[column]]))
  return [{ table, id: row.id, before: of(now), after: of(next) }]
}
