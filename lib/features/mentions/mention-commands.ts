import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { onlyNamed } from '../only-named.ts'
import { mentionKeyOf } from './mention-key.ts'
import { originOf, requireCampaign, type SiteOfMention } from './mention-origin.ts'
import { isDemoAddress, targetsOf } from './mention-question.ts'
import type { ChangeMentionInput, RecordMentionInput } from './mention-schema.ts'
import { NO_VALIDATORS } from './write-look.ts'

/**
 * Writes down a page that names us or should. Nothing is looked at yet: that is `lookNow`, or the clock.
 *
 * @throws Refusal when this page is there already for this Site (field `existing`), or something it hangs on is not
 */
export async function recordMention(
  scope: WorkspaceScope,
  input: RecordMentionInput,
  foundBy: 'person' | 'capture' = 'person',
): Promise<{ mentionId: string }> {
  authorize(scope, 'mentions.write')
  const { url, targetUrl, note, siteId } = input
  const provenance = input.sampleId ? 'sample' : input.provenance
  const urlKey = mentionKeyOf(url)
  return onceEach(() =>
    inTransaction(async (tx) => {
      const site = await tx.site.findFirst({
        where: { workspaceId: scope.workspaceId, id: siteId, deletedAt: null },
      })
      if (!site) throw new Refusal('That site is not here any more.', 'Choose another one.', 'siteId')
      refuseForeignTarget(site, targetUrl)
      const origin = await originOf(tx, scope, site, input)
      const { id } = await tx.mention.create({
        data: {
          workspaceId: scope.workspaceId,
          siteId,
          ...origin,
          url,
          urlKey,
          liveUrlKey: urlKey,
          targetUrl,
          provenance,
          note,
          outcome: 'not-looked',
          nextLookAt: isDemoAddress(url) ? null : scope.now,
          foundBy,
          recordedById: scope.memberId,
          createdAt: scope.now,
          updatedAt: scope.now,
        },
        select: { id: true },
      })
      return { mentionId: id }
    }),
  )
}

/**
 * Corrects a mention. With the address of another page it begins anew: what was seen at the old address says nothing
 * about the new one, so it stays in the history and counts no more.
 *
 * @param named the fields that were sent, where it was not a whole form: the others stay as they are
 *
 * @throws NotFound
 * @throws Refusal when that page is there already for this Site
 */
export async function changeMention(
  scope: WorkspaceScope,
  input: ChangeMentionInput,
  named?: ReadonlySet<string>,
) {
  authorize(scope, 'mentions.write')
  const { mentionId, url, provenance, targetUrl, note, campaignId, aboutUs } = input
  const isNamed = (field: keyof ChangeMentionInput) => named?.has(field) ?? true
  const { workspaceId } = scope
  const known = await database().mention.findFirst({
    where: { workspaceId, id: mentionId, deletedAt: null },
    include: { site: true },
  })
  if (!known) throw new NotFound()
  if (isNamed('targetUrl')) refuseForeignTarget(known.site, targetUrl)
  const urlKey = mentionKeyOf(url)
  const isOtherPage = isNamed('url') && urlKey !== known.urlKey
  const written = { url, urlKey, liveUrlKey: urlKey, provenance, targetUrl, note, campaignId, aboutUs }
  const columns = { url: ['url', 'urlKey', 'liveUrlKey'] as const }
  const fields = { ...onlyNamed(written, named, columns), updatedAt: scope.now }
  const anew = {
    addressSince: scope.now,
    outcome: 'not-looked',
    outcomeAt: null,
    everLinked: false,
    lastLookAt: null,
    seenOutcome: null,
    lookState: 'idle',
    failedInRow: 0,
    reviewSince: null,
    lastChanges: [],
    lastChangeAt: null,
    publishedOn: null,
    ...NO_VALIDATORS,
  }
  await onceEach(() =>
    inTransaction(async (tx) => {
      if (isNamed('campaignId')) await requireCampaign(tx, scope, known.site, campaignId, known.campaignId)
      const { count } = await tx.mention.updateMany({
        where: { workspaceId, id: mentionId, deletedAt: null },
        data: isOtherPage
          ? { ...fields, ...anew, nextLookAt: isDemoAddress(url) ? null : scope.now }
          : fields,
      })
      if (count === 0) throw new NotFound()
      if (!isOtherPage && isNamed('aboutUs')) await followWhatWasSaid(tx, scope, mentionId, aboutUs)
    }),
  )
}

/** Whether a page without our name is about us was said by a person, so taking it back changes that outcome and no other. */
async function followWhatWasSaid(tx: Transaction, scope: WorkspaceScope, id: string, aboutUs: boolean) {
  const [from, to] = aboutUs
    ? ['not-mentioned', 'featured-not-named']
    : ['featured-not-named', 'not-mentioned']
  await tx.mention.updateMany({
    where: { workspaceId: scope.workspaceId, id, outcome: from },
    data: { outcome: to, outcomeAt: scope.now },
  })
}

function refuseForeignTarget(site: SiteOfMention, targetUrl: string | null) {
  if (targetUrl === null || targetMatcher(targetsOf(site))(new URL(targetUrl))) return
  throw new Refusal(
    `That page is not on ${site.name}: its domains are ${site.domains.join(', ')}.`,
    'Give the page of yours you hoped they would link to, or leave this empty.',
    'targetUrl',
  )
}

/** The unique key decides, so that two people recording one page at the same moment make one mention. */
async function onceEach<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Refusal(
      'You already have this page for this site.',
      'Open the one you have, or give the address of another page.',
      'existing',
    )
  }
}
