import type { ProspectHistory } from '#lib/domain/prospect-timeline.ts'
import type { HistoryBeyondLetters } from '#lib/domain/prospect-timeline-beyond.ts'
import type { TimelineKind } from '#lib/domain/prospect-timeline-event.ts'
import type { SampleState } from '#lib/domain/samples/sample-states.ts'
import type { TouchKind } from '#lib/domain/touch-kinds.ts'
import type { Database } from '#lib/server/database.ts'

const NAMED = { select: { name: true } } as const

/**
 * The rows that a page of a prospect's story tells of, and no others: one query for each table that has any. Part of a query
 * that has asked who may. Null when the prospect is not there.
 */
export async function timelineRows(
  db: Database,
  { workspaceId }: { workspaceId: string },
  prospectId: string,
  places: readonly { kind: TimelineKind; id: string }[],
): Promise<ProspectHistory | null> {
  const rows: RowsOf = (kinds, find) => {
    const ids = places.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
    return ids.length > 0 ? find({ workspaceId, id: { in: ids } }) : Promise.resolve([])
  }
  const by = { author: NAMED, contact: NAMED }
  const [prospect, contacts, left, readings, touches, pitches, messages, mentions] = await Promise.all([
    db.prospect.findFirst({
      where: { workspaceId, id: prospectId },
      select: { id: true, createdAt: true, notForUsAt: true, notForUsReason: true },
    }),
    rows(['contact'], (where) =>
      db.contact.findMany({ where, select: { id: true, name: true, createdAt: true } }),
    ),
    rows(['left'], (where) =>
      db.affiliation.findMany({
        where,
        select: { id: true, until: true, contact: { select: { id: true, name: true } } },
      }),
    ),
    rows(['read'], (where) =>
      db.readingNote.findMany({
        where,
        select: {
          ...{ id: true, createdAt: true, url: true, struck: true },
          author: NAMED,
          pageCopy: { select: { title: true } },
        },
      }),
    ),
    rows(['touch'], (where) =>
      db.touch.findMany({ where, select: { id: true, at: true, kind: true, note: true, ...by } }),
    ),
    rows(['drafted', 'closed'], (where) =>
      db.pitch.findMany({
        where,
        select: {
          ...{ id: true, subject: true, createdAt: true, sentAt: true, closedAt: true, closedReason: true },
          ...{ contact: NAMED, writer: NAMED },
        },
      }),
    ),
    rows(['out', 'in'], (where) =>
      db.message.findMany({
        where,
        select: {
          ...{
            id: true,
            pitchId: true,
            at: true,
            direction: true,
            purpose: true,
            subject: true,
            body: true,
          },
          ...by,
        },
      }),
    ),
    rows(['mention'], (where) =>
      db.mention.findMany({ where, select: { id: true, createdAt: true, url: true, site: NAMED } }),
    ),
  ])
  if (!prospect) return null
  const [beyond, vettings, earlier, looks, nudges, merges, parts] = await Promise.all([
    rowsBeyondLetters(db, rows),
    rows(['vetted'], (where) =>
      db.vetting.findMany({
        where,
        select: { id: true, at: true, question: true, answer: true, evidence: true, by: NAMED },
      }),
    ),
    rows(['vetted'], (where) =>
      db.earlierVetting.findMany({
        where,
        select: {
          ...{ id: true, at: true, question: true, answer: true, evidence: true, ending: true },
          by: NAMED,
        },
      }),
    ),
    rows(['look'], (where) =>
      db.linkCheck.findMany({
        where,
        select: { id: true, at: true, changes: true, mention: { select: { id: true, url: true } } },
      }),
    ),
    rows(['nudge'], (where) =>
      db.followUp.findMany({
        where,
        select: {
          ...{ id: true, pitchId: true, dueOn: true, settledAt: true, state: true, goneBecause: true },
          pitch: { select: { contact: NAMED } },
        },
      }),
    ),
    rows(['merged'], (where) =>
      db.merge.findMany({ where, select: { id: true, at: true, goneName: true, by: NAMED } }),
    ),
    rows(['parted'], (where) =>
      db.merge.findMany({ where, select: { id: true, undoneAt: true, goneName: true, undoneBy: NAMED } }),
    ),
  ])
  return {
    ...{ prospect, contacts, readings, pitches, messages, mentions, merges },
    ...beyond,
    vettings: [...vettings, ...earlier],
    touches: touches.map((touch) => ({ ...touch, kind: touch.kind as TouchKind })),
    left: left.flatMap((row) => (row.until ? [{ ...row, until: row.until }] : [])),
    looks: looks.map(({ changes, ...look }) => ({ ...look, words: wordsOf(changes) })),
    nudges: nudges.map(({ dueOn, settledAt, state, pitch, ...nudge }) => ({
      ...{ ...nudge, contact: pitch.contact, isDue: state === 'due' },
      at: settledAt ?? dueOn,
    })),
    parts: parts.flatMap(({ undoneAt, undoneBy, ...merge }) =>
      undoneAt ? [{ ...merge, at: undoneAt, by: undoneBy }] : [],
    ),
  }
}

type RowsOf = <Row>(kinds: readonly TimelineKind[], find: (where: Where) => Promise<Row[]>) => Promise<Row[]>

async function rowsBeyondLetters(db: Database, rows: RowsOf): Promise<HistoryBeyondLetters> {
  const [samples, requests, work, promises] = await Promise.all([
    rows(['gift'], (where) =>
      db.sample.findMany({
        where,
        select: {
          ...{ id: true, offeredAt: true, state: true, words: true },
          ...{ item: NAMED, contact: NAMED, offeredBy: NAMED },
        },
      }),
    ),
    rows(['request', 'replied'], (where) =>
      db.request.findMany({
        where,
        select: {
          ...{ id: true, createdAt: true, topic: true, question: true, state: true, closedReason: true },
          ...{ body: true, sentAt: true, sentBy: NAMED },
        },
      }),
    ),
    rows(['work', 'published'], (where) =>
      db.contribution.findMany({
        where,
        select: {
          ...{ id: true, createdAt: true, kind: true, state: true, title: true, note: true },
          ...{ publishedOn: true, publishedUrl: true, owner: NAMED },
        },
      }),
    ),
    rows(['promised', 'settled'], (where) =>
      db.promiseMade.findMany({
        where,
        select: {
          ...{ id: true, madeAt: true, whose: true, words: true, state: true, settledAt: true },
          ...{ settledWhy: true, contact: NAMED, madeBy: NAMED, settledBy: NAMED },
        },
      }),
    ),
  ])
  const given = samples.map((sample) => ({ ...sample, state: sample.state as SampleState }))
  return { samples: given, requests, work, promises }
}

type Where = { workspaceId: string; id: { in: string[] } }

function wordsOf(changes: unknown): string {
  const words = Array.isArray(changes) ? changes.map((change) => (change as { words?: unknown }).words) : []
  return words.filter((each) => typeof each === 'string').join(', ')
}
