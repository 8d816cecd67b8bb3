import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { targetsOf } from '../mentions/mention-question.ts'
import type { AddInsightInput, ChangeInsightInput, CitationInput } from './insight-schema.ts'

/**
 * Writes down something we published that others may cite. The mentions there are are gone through for it at once.
 *
 * @throws Refusal when that page is an insight of this Site already, or is not on the Site
 */
export async function addInsight(
  scope: WorkspaceScope,
  input: AddInsightInput,
): Promise<{ insightId: string }> {
  authorize(scope, 'insights.write')
  const { workspaceId, memberId: recordedById, now } = scope
  return onceEach(() =>
    inTransaction(async (tx) => {
      const fields = await checkedFields(tx, scope, input)
      const { id: insightId } = await tx.insight.create({
        data: { workspaceId, ...fields, recordedById, createdAt: now, updatedAt: now },
        select: { id: true },
      })
      await enqueue(tx, 'tie-insight', { workspaceId, insightId })
      return { insightId }
    }),
  )
}

/** What was found for its old address or words stays; the mentions are gone through again. @throws NotFound, Refusal */
export async function changeInsight(scope: WorkspaceScope, { insightId: id, ...input }: ChangeInsightInput) {
  authorize(scope, 'insights.write')
  const { workspaceId, now } = scope
  await onceEach(() =>
    inTransaction(async (tx) => {
      const fields = await checkedFields(tx, scope, input)
      const { count } = await tx.insight.updateMany({
        where: { workspaceId, id, deletedAt: null },
        data: { ...fields, searchedTo: null, updatedAt: now },
      })
      if (count === 0) throw new NotFound()
      await enqueue(tx, 'tie-insight', { workspaceId, insightId: id })
    }),
  )
}

/** A person says that this page cites it. @throws NotFound; Refusal where they belong to different Sites */
export async function tieMention(scope: WorkspaceScope, input: CitationInput) {
  await say(scope, input, 'cites')
}

/** A person says that it does not: whatever the looks find later, it is not tied again. @throws NotFound */
export async function untieMention(scope: WorkspaceScope, input: CitationInput) {
  await say(scope, input, 'not')
}

async function say(scope: WorkspaceScope, { insightId, mentionId }: CitationInput, state: 'cites' | 'not') {
  authorize(scope, 'insights.write')
  const { workspaceId, memberId: byId, now: at } = scope
  const live = { workspaceId, deletedAt: null }
  await inTransaction(async (tx) => {
    const [insight] = await tx.insight.updateManyAndReturn({
      where: { ...live, id: insightId },
      data: { updatedAt: at },
      select: { siteId: true },
    })
    const mention = await tx.mention.findFirst({
      where: { ...live, id: mentionId },
      select: { siteId: true },
    })
    if (!insight || !mention) throw new NotFound()
    if (insight.siteId !== mention.siteId)
      throw new Refusal(
        'That page is about another site.',
        'Choose a mention of the site the insight stands on.',
      )
    const here = { workspaceId, insightId, mentionId }
    const known = await tx.insightMention.findFirst({ where: here, select: { state: true } })
    if (known?.state === state) return
    const said = { state, how: 'person', found: '', byId, at }
    if (known) await tx.insightMention.updateMany({ where: here, data: said })
    else await tx.insightMention.create({ data: { ...here, ...said } })
  })
}

async function checkedFields(tx: Transaction, { workspaceId }: WorkspaceScope, input: AddInsightInput) {
  const { publishedOn, ...fields } = input
  const site = await tx.site.findFirst({ where: { workspaceId, id: input.siteId, deletedAt: null } })
  if (!site) throw new Refusal('That site is not here any more.', 'Choose another one.', 'siteId')
  if (!targetMatcher(targetsOf(site))(new URL(input.url))) {
    throw new Refusal(
      `That page is not on ${site.name}: its domains are ${site.domains.join(', ')}.`,
      'An insight stands on a site of yours, so that a link to it is one to you.',
      'url',
    )
  }
  const urlKey = mentionKeyOf(input.url)
  return {
    ...fields,
    ...{ urlKey, liveUrlKey: urlKey },
    publishedOn: publishedOn === null ? null : new Date(`${publishedOn}T00:00:00Z`),
  }
}

/** The unique key decides, so that a double click makes one. */
async function onceEach<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal('You have this page already.', 'Open the one you have, under Insights.', 'url')
  }
}
