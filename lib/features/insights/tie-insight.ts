import { setImmediate as breathe } from 'node:timers/promises'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { citationIn, type SeenPage } from '#lib/domain/insights/citation.ts'
import { recordPage } from '#lib/domain/link-check/record-page.ts'
import { database } from '#lib/server/database.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { isOfAddress, readFacts } from '../mentions/stored-look.ts'

/** Their pages are unpacked at once. */
const MENTIONS_AT_ONCE = 10
/** A look bears the moment it began, and is written up to some minutes later. */
const WRITTEN_LATE_MS = 15 * 60 * 1000
const unpack = promisify(zstdDecompress)

/**
 * Goes through the looks at mentions of an insight's Site that were written since the last time, and ties those whose page
 * cites it: by a link, or by its words. A person's word stands. May run twice, or be killed at any point: what was not
 * gone through is gone through the next time.
 */
export async function tieInsight({ workspaceId, insightId }: Jobs['tie-insight'], now: Date) {
  const db = database()
  const insight = await db.insight.findFirst({
    where: { workspaceId, id: insightId, deletedAt: null, site: { deletedAt: null } },
  })
  if (!insight) return
  const from = insight.searchedTo ?? new Date(0)
  let place = { at: from, id: '' }
  for (;;) {
    const mentions = await mentionsFrom(workspaceId, insight.siteId, place)
    if (mentions.length === 0) break
    const found: { mentionId: string; how: string; found: string }[] = []
    for (const [mentionId, page] of await seenPages(workspaceId, mentions)) {
      const citation = citationIn(page, insight)
      if (citation) found.push({ mentionId, how: citation.how, found: storable(citation.found) })
      // Other jobs of this worker have a turn between two pages.
      await breathe()
    }
    await db.insightMention.createMany({
      data: found.map((each) => ({ workspaceId, insightId, state: 'cites', at: now, ...each })),
      skipDuplicates: true,
    })
    const last = mentions.at(-1)
    place = { at: last?.lastLookAt ?? now, id: last?.id ?? '' }
  }
  await db.insight.updateMany({
    // Where somebody changed it meanwhile, their own job goes through everything.
    where: { workspaceId, id: insightId, updatedAt: insight.updatedAt },
    data: { searchedAt: now, searchedTo: new Date(now.getTime() - WRITTEN_LATE_MS) },
  })
}

type Mention = { id: string; urlKey: string; note: string; lookCount: number; lastLookAt: Date | null }

function mentionsFrom(
  workspaceId: string,
  siteId: string,
  { at, id }: { at: Date; id: string },
): Promise<Mention[]> {
  return database().mention.findMany({
    where: {
      ...{ workspaceId, siteId, deletedAt: null },
      OR: [{ lastLookAt: { gt: at } }, { lastLookAt: at, id: { gt: id } }],
    },
    orderBy: [{ lastLookAt: 'asc' }, { id: 'asc' }],
    take: MENTIONS_AT_ONCE,
    select: { id: true, urlKey: true, note: true, lookCount: true, lastLookAt: true },
  })
}

/** What the newest look of each knows of its page. */
async function seenPages(workspaceId: string, mentions: readonly Mention[]): Promise<Map<string, SeenPage>> {
  const looks = await database().linkCheck.findMany({
    where: { workspaceId, OR: mentions.map(({ id, lookCount }) => ({ mentionId: id, number: lookCount })) },
    select: { mentionId: true, facts: true, finalUrl: true, rawPage: { select: { body: true, size: true } } },
  })
  const pages = new Map<string, SeenPage>()
  for (const { mentionId, facts: stored, finalUrl, rawPage } of looks) {
    const mention = mentions.find(({ id }) => id === mentionId)
    const facts = readFacts(stored)
    if (!mention || !isOfAddress(facts.requestedUrl, mention.urlKey)) continue
    const whole =
      rawPage && wholePage(await unpack(rawPage.body, { maxOutputLength: rawPage.size }), finalUrl)
    pages.set(mentionId, {
      links: [facts.resolvedUrl, facts.redirectTo, ...(whole?.links ?? [])],
      text: [facts.anchorText, facts.context, mention.note, whole?.text].filter(Boolean).join('\n'),
    })
  }
  return pages
}

function wholePage(body: Uint8Array, finalUrl: string | null): { links: string[]; text: string } {
  const { record } = recordPage(new TextDecoder().decode(body))
  const base = URL.parse(record.baseHref ?? '', finalUrl ?? undefined)?.href ?? finalUrl ?? undefined
  const links = record.links.flatMap(({ href }) => URL.parse(href.trim(), base)?.href ?? [])
  return { links, text: record.text }
}

function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().slice(0, 500)
}
