import { isConclusive } from '#lib/domain/link-check/conditional-request.ts'
import { sealLook } from '#lib/domain/link-check/evidence-chain.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { lookChanges } from '#lib/domain/link-check/look-changes.ts'
import { isCannotTell } from '#lib/domain/link-check/review-rule.ts'
import type { Mention, Prisma } from '#lib/generated/prisma/client.ts'
import type { Transaction } from '#lib/server/database.ts'
import { SEALING } from '#lib/server/evidence-hash.ts'
import { keepRawPage, type PackedPage } from './raw-page.ts'
import { standingAfter } from './standing-after-look.ts'
import {
  isOfAddress,
  type LookEvidence,
  type LookFacts,
  readFacts,
  type StoredFacts,
  storable,
  storableText,
  storedLook,
} from './stored-look.ts'

/**
 * `person`: somebody opened the page and said what they saw. `saved-copy`: a demo page, judged from our copy of it.
 * `show-notes`: the page was fetched, and what counts stands in the episode's show notes.
 */
export const LOOK_KINDS = ['fetched', 'saved-copy', 'show-notes', 'person'] as const
export type LookKind = (typeof LOOK_KINDS)[number]

export type NewLook = {
  kind: LookKind
  at: Date
  tookMs: number | null
  /** The address that was asked. */
  url: string
  facts: LookFacts
  evidence: LookEvidence
  verdict: VerdictKind
  sentence: string
  requestedById: string | null
  note: string
  runId?: string | null
  /** The server said "not modified": facts, evidence and verdict are those of the last whole look. */
  isUnchanged?: boolean
  /** What the page was marked with, for asking "has it changed since?", and what this look was asked. */
  validators?: { etag?: string; lastModified?: string }
  questionHash?: string
  /** The page as it came. */
  page?: PackedPage | null
  /** Their server asked to be left alone until then. */
  notBefore?: Date | null
}

const CANNOT_TELL: readonly VerdictKind[] = ['could-not-check', 'looks-rendered-by-script']
const VALIDATOR_MAX_CHARACTERS = 500

/**
 * Writes one look down, closes it into the mention's chain, and works out anew what the mention comes to. Looks of one
 * mention are written one after the other: the first thing done is to take the lock of the mention's row.
 */
export async function writeLook(tx: Transaction, workspaceId: string, mentionId: string, look: NewLook) {
  const mention = await tx.mention.update({
    where: { workspaceId_id: { workspaceId, id: mentionId } },
    data: { lookCount: { increment: 1 } },
  })
  const { facts, evidence } = storedLook(
    { ...look.facts, requestedUrl: look.url, ...(look.page ? { pageHash: look.page.sha256 } : {}) },
    look.evidence,
  )
  const changes = await changesBy(tx, mention, look, facts)
  const row = {
    mentionId,
    number: mention.lookCount,
    kind: look.kind,
    at: look.at,
    tookMs: look.tookMs,
    verdict: look.verdict,
    requestedById: look.requestedById,
    runId: look.runId ?? null,
    isUnchanged: look.isUnchanged ?? false,
    sentence: storableText(look.sentence),
    note: storableText(look.note),
    facts: facts as Prisma.InputJsonObject,
    ...evidence,
    changes,
  }
  const seal = sealLook(row, mention.headHash ?? '', SEALING)
  const { id } = await tx.linkCheck.create({ data: { workspaceId, ...row, ...seal }, select: { id: true } })
  if (look.page) await keepRawPage(tx, { workspaceId, linkCheckId: id, at: look.at }, look.page)
  await tx.mention.updateMany({
    where: { workspaceId, id: mentionId },
    data: {
      ...(await standingAfter(tx, mention, look)),
      ...(changes.length > 0 ? { lastChanges: changes, lastChangeAt: look.at } : {}),
      ...validatorsAfter(look),
      headHash: seal.hash,
    },
  })
}

/** What this look saw change, against the last one of the same address that could tell. */
async function changesBy(tx: Transaction, mention: Mention, look: NewLook, facts: StoredFacts) {
  if (look.isUnchanged || isCannotTell(look.verdict)) return []
  const before = await tx.linkCheck.findFirst({
    where: { workspaceId: mention.workspaceId, mentionId: mention.id, verdict: { notIn: [...CANNOT_TELL] } },
    orderBy: [{ at: 'desc' }, { number: 'desc' }],
    select: { facts: true },
  })
  if (!before) return []
  const known = readFacts(before.facts)
  return isOfAddress(known.requestedUrl, mention.urlKey) ? storable(lookChanges(known, facts)) : []
}

/** The next look may ask by what this one was given, if this one read the page whole and could tell. */
function validatorsAfter({ kind, isUnchanged, verdict, evidence, validators, questionHash }: NewLook) {
  if (kind === 'person' || isUnchanged) return {}
  const pageEtag = headerOrNull(validators?.etag)
  const pageModified = headerOrNull(validators?.lastModified)
  const isWorthIt = (pageEtag || pageModified) && isConclusive({ verdict, httpStatus: evidence.httpStatus })
  return questionHash && isWorthIt ? { pageEtag, pageModified, questionHash } : NO_VALIDATORS
}

export const NO_VALIDATORS = { pageEtag: null, pageModified: null, questionHash: null }

/** What came in a header and may go out in one: visible ASCII, of a sensible length. */
function headerOrNull(value: string | undefined): string | null {
  return value && value.length <= VALIDATOR_MAX_CHARACTERS && /^[\x20-\x7e]+$/.test(value) ? value : null
}
