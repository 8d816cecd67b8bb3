import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { mentionOutcome, type PastLook } from '#lib/domain/link-check/mention-outcome.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import { mentionKeyOf } from './mention-key.ts'
import { isDemoAddress } from './mention-question.ts'

/** `person`: somebody opened the page and said what they saw. `saved-copy`: a demo page, judged from our copy of it. */
export const LOOK_KINDS = ['fetched', 'saved-copy', 'person'] as const
export type LookKind = (typeof LOOK_KINDS)[number]

/** The facts of a look as they are kept, with the address that was asked: a mention's address may be corrected later. */
export type StoredFacts = LinkFacts & { requestedUrl?: string }

type Look = {
  kind: LookKind
  at: Date
  tookMs: number | null
  url: string
  facts: LinkFacts
  verdict: VerdictKind
  sentence: string
  requestedById: string | null
  note: string
}

/**
 * Writes one look down and works out anew what the mention comes to, from all its looks. The caller's transaction has
 * updated the mention's row before, so that looks of one mention are written one after the other.
 */
export async function writeLook(tx: Transaction, workspaceId: string, mentionId: string, look: Look) {
  const { url, facts, ...row } = look
  const kept: StoredFacts = { ...facts, requestedUrl: url }
  await tx.linkCheck.create({
    data: {
      ...row,
      workspaceId,
      mentionId,
      facts: storable(kept) as Prisma.InputJsonObject,
      sentence: storableText(look.sentence),
    },
  })
  const mention = await tx.mention.findFirstOrThrow({
    where: { workspaceId, id: mentionId },
    include: { linkChecks: { select: { at: true, verdict: true, facts: true } } },
  })
  const looks = mention.linkChecks.filter((each) => isOfAddress(each.facts, mention.urlKey)).map(pastLook)
  const outcome = mentionOutcome({ looks, addedAt: mention.createdAt, now: look.at, jitter: Math.random() })
  await tx.mention.updateMany({
    where: { workspaceId, id: mentionId },
    data: {
      outcome: outcome.kind,
      outcomeAt: outcome.since,
      everLinked: looks.some(({ linked }) => linked === true),
      lastLookAt: outcome.lastLookAt,
      nextLookAt: isDemoAddress(mention.url) ? null : outcome.lookAgainAt,
    },
  })
}

function pastLook({ at, verdict, facts }: { at: Date; verdict: string; facts: unknown }): PastLook {
  const { linked, transient } = facts as StoredFacts
  return { at, kind: verdict as VerdictKind, linked, transient }
}

/** A look at an address the mention had before it was corrected tells nothing about the page it has now. */
export function isOfAddress(facts: unknown, urlKey: string): boolean {
  const { requestedUrl } = facts as StoredFacts
  return requestedUrl === undefined || mentionKeyOf(requestedUrl) === urlKey
}

const KEPT_CHARACTERS = 4_000

/** Other people's pages hold what PostgreSQL cannot: NUL, halves of characters, and texts without end. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(storable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, storable(inner)]))
}

function storableText(text: string): string {
  return text.slice(0, KEPT_CHARACTERS).replaceAll('\0', '\ufffd').toWellFormed()
}
