import { findDisclosures } from '#lib/domain/link-check/disclosure.ts'
import type { PageEvidence } from '#lib/domain/link-check/judge-page.ts'
import { judgeSavedPage } from '#lib/domain/link-check/judge-saved-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { headerValues } from '#lib/domain/link-check/page-observation.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'
import {
  type Look,
  type LookOptions,
  lookAgainAtLink,
  lookAtLink,
} from '#lib/server/fetching/look-at-link.ts'
import { findSavedPage } from '#lib/server/saved-pages.ts'
import { packedPage, packPage } from './raw-page.ts'
import type { WholeLook } from './repeated-look.ts'
import { type LookEvidence, type LookFacts, NO_EVIDENCE } from './stored-look.ts'
import type { NewLook } from './write-look.ts'

/** What a look at a page brought back, as it is written down. */
export type Seen = Pick<
  NewLook,
  'kind' | 'facts' | 'evidence' | 'verdict' | 'sentence' | 'page' | 'validators' | 'notBefore'
>

/** The server says that the page is as it was at the last whole look. */
export type SeenUnchanged = { repeats: WholeLook; headers: Record<string, string>; notBefore: Date | null }

/** Given only by tests, the seed and a worker started in code: no setting reaches it. */
export type PageWorld = { lookAtLink?: typeof lookAtLink; lookAgainAtLink?: typeof lookAgainAtLink }

/**
 * Looks at a real page.
 *
 * @param whole the last whole look, where it is enough to be told that nothing has changed since
 */
export async function lookAtPage(
  question: LinkQuestion,
  whole: WholeLook | null,
  options: LookOptions & { now: Date },
  world: PageWorld,
): Promise<Seen | SeenUnchanged> {
  const looking = { ...options, keepBody: true }
  if (!whole) return seenBy(await (world.lookAtLink ?? lookAtLink)(question, looking), options.now)
  const again = await (world.lookAgainAtLink ?? lookAgainAtLink)(question, whole.validators, looking)
  if (!('notModified' in again)) return seenBy(again, options.now)
  return { repeats: whole, headers: joined(again.headers), notBefore: notBeforeOf(again, options.now) }
}

async function seenBy(look: Look, now: Date): Promise<Seen> {
  const { facts, verdict, evidence, observation, body } = look
  return {
    kind: 'fetched',
    facts: lookFacts(facts, evidence),
    evidence: evidenceOf(look),
    verdict: verdict.kind,
    sentence: verdict.sentence,
    page: body && (await packedPage(body, facts.contentType)),
    validators: {
      etag: headerValues(observation, 'etag')[0],
      lastModified: headerValues(observation, 'last-modified')[0],
    },
    notBefore: notBeforeOf(look, now),
  }
}

function notBeforeOf({ retryAfterMs }: Pick<Look, 'retryAfterMs'>, now: Date): Date | null {
  return retryAfterMs === null ? null : new Date(now.getTime() + retryAfterMs)
}

/** Looks at our copy of a demo page, which has no server. */
export async function lookAtSavedCopy(question: LinkQuestion, now: Date): Promise<Seen> {
  const page = await findSavedPage(question.url)
  if (!page) {
    return {
      kind: 'saved-copy',
      facts: { ...NOTHING_KNOWN, failure: 'dns', failureDetail: 'no saved copy' },
      evidence: NO_EVIDENCE,
      verdict: 'could-not-check',
      sentence:
        'Addresses that end in .example belong to the demo, and there is no saved copy of this page to look at.',
    }
  }
  const headers = page.headers as Record<string, string>
  const { facts, verdict, evidence } = judgeSavedPage(question, {
    url: page.url,
    html: page.html,
    status: page.status,
    headers,
    robotsTxt: page.robotsTxt || null,
    savedAt: now.toISOString(),
  })
  return {
    kind: 'saved-copy',
    facts: lookFacts(facts, evidence),
    evidence: { ...wordsOf(evidence), ...answerOf(facts), headers, hops: [] },
    verdict: verdict.kind,
    sentence: verdict.sentence,
    page: await packPage(new TextEncoder().encode(page.html), facts.contentType),
  }
}

function evidenceOf({ facts, evidence, headers, hops }: Look): LookEvidence {
  // Of the links that were followed, the one that led to us.
  const followed = hops.find(({ redirectTo }) => redirectTo !== null && redirectTo === facts.redirectTo)
  const end = facts.finalUrl === null ? [] : [{ url: facts.finalUrl, status: facts.httpStatus }]
  return {
    ...wordsOf(evidence),
    ...answerOf(facts),
    headers: joined(headers),
    hops: [
      ...[...facts.redirects, ...end].map((hop) => ({ ...hop, of: 'page' as const })),
      ...(followed?.steps ?? []).map((hop) => ({ ...hop, of: 'link' as const })),
    ],
  }
}

function answerOf({ httpStatus, finalUrl }: LinkFacts) {
  return { httpStatus, finalUrl }
}

/** Readers are told of a gift by words of the page. Nothing found on a page that was cut off is no answer. */
export function lookFacts(
  facts: LinkFacts,
  { visibleText, beyondGoogle2MB, title }: PageEvidence,
): LookFacts {
  const found = visibleText ? findDisclosures(visibleText) : []
  const isSure = found.length > 0 || (visibleText !== null && visibleText !== '' && !facts.truncated)
  return { ...facts, beyondGoogle2MB, disclosures: isSure ? found : null, pageTitle: title }
}

export function wordsOf({ linkHtml, visibleText }: PageEvidence) {
  return { linkHtml, textHash: visibleText ? sha256(visibleText) : null }
}

/** A header that came more than once is one list (RFC 9110, section 5.3). */
function joined(headers: readonly [name: string, value: string][]): Record<string, string> {
  const values = Map.groupBy(headers, ([name]) => name)
  return Object.fromEntries(
    [...values].map(([name, pairs]) => [name, pairs.map(([, value]) => value).join(', ')]),
  )
}
