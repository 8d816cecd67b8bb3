import { type MentionFile, MOST_MENTIONS } from '#lib/domain/evidence-bundle/bundle-format.ts'
import { addDays, startOfLocalDate } from '#lib/domain/local-date.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { visibleMentions } from '../mentions/mention-filter.ts'

const MENTIONS_AT_ONCE = 20
/** Looks of twenty mentions are some megabytes; a mention that was looked at daily for years is taken in parts. */
const LOOKS_AT_ONCE = 500

export type EvidencePeriod = { siteId: string; from: string; to: string }

/**
 * The mentions of a Site that belong to some days, both included: those whose page came out then, or that were recorded then
 * where that day is not known. Days are those of the Site.
 *
 * @throws NotFound; Refusal where they are more than a bundle holds
 */
export async function mentionsOfPeriod(scope: WorkspaceScope, { siteId, from, to }: EvidencePeriod) {
  authorizeToSee(scope, 'evidence.bundle')
  const { workspaceId } = scope
  const site = await database().site.findFirst({
    where: {
      ...{ workspaceId, deletedAt: null, AND: [{ id: siteId }] },
      ...(scope.siteIds ? { id: { in: [...scope.siteIds] } } : {}),
    },
    select: { name: true, timeZone: true },
  })
  if (!site) throw new NotFound()
  const cameOut = {
    ...(from ? { gte: new Date(`${from}T00:00:00Z`) } : {}),
    ...(to ? { lte: new Date(`${to}T00:00:00Z`) } : {}),
  }
  const recorded = {
    ...(from ? { gte: startOfLocalDate(from, site.timeZone) } : {}),
    ...(to ? { lt: startOfLocalDate(addDays(to, 1), site.timeZone) } : {}),
  }
  const when: Prisma.MentionWhereInput =
    from || to ? { OR: [{ publishedOn: cameOut }, { publishedOn: null, createdAt: recorded }] } : {}
  const rows = await database().mention.findMany({
    where: { ...visibleMentions({ siteId, ...when }, scope), workspaceId },
    orderBy: { id: 'asc' },
    take: MOST_MENTIONS + 1,
    select: { id: true },
  })
  if (rows.length > MOST_MENTIONS)
    throw new Refusal(
      `There are more than ${MOST_MENTIONS.toLocaleString('en-GB')} mentions in this period.`,
      'Choose a shorter one.',
    )
  return { siteName: site.name, mentionIds: rows.map(({ id }) => id) }
}

/** What a bundle holds of these mentions, in the order of their ids: nothing of whom we asked, or why. */
export async function* evidenceOf(
  scope: WorkspaceScope,
  mentionIds: readonly string[],
): AsyncGenerator<MentionFile> {
  authorizeToSee(scope, 'evidence.bundle')
  const ids = [...new Set(mentionIds)].sort()
  for await (const { mention } of readEvidence(scope, ids, visibleMentions({}, scope))) yield mention
}

/** `pages`: when each look's page as it came goes, by the look's number. Those that went already are not in it. */
export type ReadEvidence = { mention: MentionFile; pages: ReadonlyMap<number, Date> }

/** The same of those that `within` finds, in the order of the ids given. Who asks has been let in already. */
export async function* readEvidence(
  { workspaceId }: { workspaceId: string },
  ids: readonly string[],
  within: Prisma.MentionWhereInput,
): AsyncGenerator<ReadEvidence> {
  for (let at = 0; at < ids.length; at += MENTIONS_AT_ONCE) {
    const some = ids.slice(at, at + MENTIONS_AT_ONCE)
    const rows = await database().mention.findMany({
      where: { workspaceId, AND: [{ id: { in: some } }, within] },
      select: MENTION,
    })
    const found = new Map(rows.map((row) => [row.id, row]))
    const looks = await looksOf({ workspaceId }, [...found.keys()])
    for (const id of some) {
      const mention = found.get(id)
      if (mention) yield readOf(mention, looks.get(id) ?? [])
    }
  }
}

const MENTION = {
  ...{ id: true, url: true, pressTitle: true, provenance: true, outcome: true, outcomeAt: true },
  ...{ publishedOn: true, createdAt: true, lookCount: true, headHash: true },
  decisions: {
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { kind: true, outcome: true, at: true, lookNumber: true },
  },
} as const satisfies Prisma.MentionSelect

const LOOK = {
  ...{ mentionId: true, number: true, kind: true, at: true, tookMs: true, verdict: true, isUnchanged: true },
  ...{ requestedById: true, runId: true, httpStatus: true, facts: true, sentence: true, note: true },
  ...{
    finalUrl: true,
    hops: true,
    headers: true,
    linkHtml: true,
    textHash: true,
    changes: true,
    blanked: true,
  },
  ...{ fieldSalts: true, fieldHashes: true, previousHash: true, hash: true, sealedIds: true },
  rawPage: { select: { keptUntil: true } },
} as const satisfies Prisma.LinkCheckSelect

type Look = Prisma.LinkCheckGetPayload<{ select: typeof LOOK }>
type Mention = Prisma.MentionGetPayload<{ select: typeof MENTION }>

async function looksOf({ workspaceId }: { workspaceId: string }, mentionIds: string[]) {
  const looks = new Map<string, Look[]>()
  for (let last: Look | undefined; ; ) {
    const beyond: Prisma.LinkCheckWhereInput = last
      ? {
          OR: [
            { mentionId: { gt: last.mentionId } },
            { mentionId: last.mentionId, number: { gt: last.number } },
          ],
        }
      : {}
    const rows: Look[] = await database().linkCheck.findMany({
      where: { workspaceId, mentionId: { in: mentionIds }, ...beyond },
      orderBy: [{ mentionId: 'asc' }, { number: 'asc' }],
      take: LOOKS_AT_ONCE,
      select: LOOK,
    })
    for (const look of rows) {
      const before = looks.get(look.mentionId)
      if (before) before.push(look)
      else looks.set(look.mentionId, [look])
    }
    if (rows.length < LOOKS_AT_ONCE) return looks
    last = rows.at(-1)
  }
}

function readOf(mention: Mention, looks: Look[]): ReadEvidence {
  const kept = looks.flatMap(({ number, rawPage }): [number, Date][] =>
    rawPage ? [[number, rawPage.keptUntil]] : [],
  )
  return { mention: fileOf(mention, looks), pages: new Map(kept) }
}

function fileOf(
  { pressTitle, publishedOn, createdAt, outcomeAt, decisions, ...mention }: Mention,
  looks: Look[],
) {
  return {
    ...mention,
    title: pressTitle,
    outcomeAt: outcomeAt?.toISOString() ?? null,
    publishedOn: publishedOn?.toISOString().slice(0, 10) ?? null,
    recordedAt: createdAt.toISOString(),
    decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: at.toISOString() })),
    // A look that came in after the mention was read is not part of this bundle.
    looks: looks
      .filter(({ number }) => number <= mention.lookCount)
      .map(({ at, rawPage: _, ...look }) => ({ ...look, at: at.toISOString() })),
  } as MentionFile
}
