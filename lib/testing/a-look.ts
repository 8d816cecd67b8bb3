import { isCannotTell, isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { NO_EVIDENCE, type StoredFacts } from '#lib/features/mentions/stored-look.ts'
import { type NewLook, writeLook } from '#lib/features/mentions/write-look.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { type BrokenChain, type Counts, verifyChains } from '#scripts/verify-evidence/verify-chains.ts'

let made = 0

/** A mention on a page of its own, that nobody has looked at. */
export async function aMention(scope: WorkspaceScope, url?: string) {
  made += 1
  const { siteId } = await addSite(scope, {
    name: `Site ${made}`,
    ownerName: 'Mara Lind',
    domains: ['fernway.shop'],
    brandNames: ['Fernway'],
    peopleNames: [],
    timeZone: 'UTC',
  })
  const { mentionId } = await recordMention(
    scope,
    recordMentionSchema.parse({
      siteId,
      url: url ?? `http://looked-at-${made}.test/post`,
      provenance: 'earned',
    }),
  )
  return mentionId
}

/** What is special about a look. */
export type LookParts = Omit<Partial<NewLook>, 'facts'> & { facts?: Partial<StoredFacts> }

/** A look as it comes from the fetcher; `more` says what is special about it. */
export function aLook(scope: WorkspaceScope, url: string, more: LookParts = {}): NewLook {
  const verdict = more.verdict ?? 'linked'
  const told = !isCannotTell(verdict)
  const linked = told ? isLinkedOutcome(verdict) : null
  const answer = { httpStatus: told ? 200 : 503, finalUrl: url }
  return {
    kind: 'fetched',
    at: scope.now,
    tookMs: 12,
    url,
    evidence: { ...NO_EVIDENCE, ...answer, headers: { 'content-type': 'text/html' } },
    verdict,
    sentence: `It comes to ${verdict}.`,
    requestedById: null,
    note: '',
    ...more,
    facts: {
      ...NOTHING_KNOWN,
      ...answer,
      reachable: told,
      transient: !told,
      linked,
      ...(linked ? { rel: [], anchorText: 'Fernway', resolvedUrl: 'https://fernway.shop/' } : {}),
      mentioned: verdict === 'mentioned-unlinked' ? true : null,
      ...more.facts,
    },
  }
}

/** Writes a look down as the worker does, and answers the mention with its looks, oldest first. */
export async function writeALook(scope: WorkspaceScope, mentionId: string, more: LookParts = {}) {
  const { workspaceId } = scope
  const { url } = await database().mention.findFirstOrThrow({ where: { workspaceId, id: mentionId } })
  await inTransaction((tx) => writeLook(tx, workspaceId, mentionId, aLook(scope, url, more)))
  return mentionWithLooks(scope, mentionId)
}

export async function mentionWithLooks({ workspaceId }: WorkspaceScope, mentionId: string) {
  const { linkChecks, ...mention } = await database().mention.findFirstOrThrow({
    where: { workspaceId, id: mentionId },
    include: { linkChecks: { orderBy: { number: 'asc' }, include: { rawPage: true } } },
  })
  return { mention, looks: linkChecks }
}

/** What the verifier says of one mention's chain. */
export async function verified(mentionId: string): Promise<Counts & { chains: BrokenChain[] }> {
  const chains: BrokenChain[] = []
  const counts = await verifyChains({ mentionId }, (chain) => chains.push(chain))
  return { ...counts, chains }
}
