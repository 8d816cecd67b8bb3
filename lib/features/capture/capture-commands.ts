import { outletNameFrom } from '#lib/domain/capture.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { logTouch } from '../ledger/touch-commands.ts'
import { lookNow } from '../mentions/look-commands.ts'
import { recordMention } from '../mentions/mention-commands.ts'
import { findMentionOfPage } from '../mentions/mention-queries.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { findProspectByAddress } from '../prospects/prospect-queries.ts'
import { startReading } from '../reading/reading-commands.ts'
import { listSites } from '../sites/site-queries.ts'
import type { CaptureInput } from './capture-schema.ts'

/**
 * Makes of a page what somebody said. The outlet is recognised by its key, and added where it is new; a second click finds what
 * the first one made.
 *
 * @returns where that is now, as a path inside the workspace
 * @throws Refusal where a mention does not say of which site
 */
export async function capturePage(scope: WorkspaceScope, input: CaptureInput): Promise<{ path: string }> {
  authorize(scope, 'prospects.write')
  if (input.make === 'mention') return { path: `/mentions/${await keepMention(scope, input)}` }
  const prospectId = await knownOrNew(scope, input)
  if (input.make === 'reading') {
    const { noteId } = await startReading(scope, { prospectId, url: input.url, quote: input.quote })
    return { path: `/reading/${noteId}` }
  }
  if (input.make === 'touch') {
    const { url, touchKind: kind } = input
    await logTouch(scope, { prospectId, contactId: null, kind, note: wordsOf(input).slice(0, 2_000), url })
  }
  return { path: `/prospects/${prospectId}` }
}

/** Two people who capture two pages of one new outlet at the same moment make one prospect. */
async function knownOrNew(scope: WorkspaceScope, input: CaptureInput): Promise<string> {
  const known = await findProspectByAddress(scope, input.url)
  if (known) return known.id
  const { url: address, kind } = input
  const name = input.name || outletNameFrom(input)
  try {
    const fields = { kind, address, name, whyCare: '', country: null, anotherOutlet: false }
    return (await addProspect(scope, fields)).prospectId
  } catch (error) {
    const isThereNow = error instanceof Refusal && error.field === 'existing'
    const other = isThereNow ? await findProspectByAddress(scope, input.url) : null
    if (!other) throw error
    return other.id
  }
}

async function keepMention(scope: WorkspaceScope, input: CaptureInput): Promise<string> {
  const siteId = input.siteId ?? (await onlySite(scope))
  const known = await findMentionOfPage(scope, siteId, input.url)
  if (known) return known.id
  const page = {
    url: input.url,
    provenance: 'earned' as const,
    targetUrl: null,
    campaignId: null,
    prospectId: null,
    pitchId: null,
  }
  const { mentionId } = await recordMention(scope, { ...page, siteId, note: wordsOf(input) }, 'capture')
  await lookNow(scope, mentionId)
  return mentionId
}

async function onlySite(scope: WorkspaceScope): Promise<string> {
  const sites = await listSites(scope)
  const [site] = sites
  if (site && sites.length === 1) return site.id
  throw new Refusal(
    site ? 'Which of your sites is this page about?' : 'There is no site yet that a page could be about.',
    site ? 'Choose one, then record the mention.' : 'Add a site first.',
    'siteId',
  )
}

function wordsOf({ title, quote }: CaptureInput): string {
  return [title, quote && `“${quote}”`].filter(Boolean).join('\n\n')
}
