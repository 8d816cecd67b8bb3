import { hash } from 'node:crypto'
import { sealLook } from '#lib/domain/link-check/evidence-chain.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { isCannotTell, isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import { VERDICT_WORDS } from '#lib/domain/link-check/verdict-words.ts'
import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import { mentionKeyOf } from '#lib/features/mentions/mention-key.ts'
import type { StoredFacts } from '#lib/features/mentions/stored-look.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { TableRows } from './large-tables.ts'
import { LOOK_STORIES } from './look-stories.ts'
import { later, type Outlet } from './make-outlet.ts'
import type { Frame } from './open-workspace.ts'
import type { SeededChoice } from './seeded-choice.ts'

const SHARE_WAITING_FOR_REVIEW = 0.35

type Of = {
  outlet: Outlet
  from: Date
  pitch: { id: string; campaign: Frame['campaigns'][number] } | null
}

/** A page of theirs about one of our Sites, with its looks closed into a chain as the worker's are. */
export function makeMention(
  chance: SeededChoice,
  frame: Frame,
  { outlet, from, pitch }: Of,
  rows: TableRows,
) {
  const { workspaceId, today } = frame
  const campaign = pitch?.campaign ?? chance.pick(frame.campaigns)
  const site = frame.sites.find(({ id }) => id === campaign.siteId) ?? frame.sites[0]
  if (!site) throw new Error('A mention needs a Site')
  const createdAt = later(from, chance.between(2, 50), today)
  const id = chance.uuid(createdAt)
  const url = `${outlet.prospect.homepage}posts/${chance.between(10_000, 9_999_999)}`
  const { outcome, looks, forReview } = chance.weighted(LOOK_STORIES)
  const provenance = chance.weighted<MentionProvenance>([
    ['earned', 60],
    ['sample', 12],
    ['quote', 10],
    ['guest', 6],
    ['listing', 10],
    ['paid-elsewhere', 2],
  ])
  const targetUrl = pitch ? (campaign.targetUrls[0] ?? null) : null
  const of = { workspaceId, id, url, provenance, targetUrl, site }
  const first = later(createdAt, 0.2, today)
  const sealed = sealedLooks(chance, frame, of, { verdicts: looks, first })
  rows.LinkCheck.push(...sealed)
  const last = sealed.at(-1)
  const waits = forReview === true && last !== undefined && chance.chance(SHARE_WAITING_FOR_REVIEW)
  rows.Mention.push({
    id,
    workspaceId,
    siteId: site.id,
    prospectId: outlet.prospect.id,
    campaignId: pitch ? campaign.id : null,
    pitchId: pitch?.id ?? null,
    url,
    urlKey: mentionKeyOf(url),
    liveUrlKey: mentionKeyOf(url),
    targetUrl,
    provenance,
    aboutUs: outcome === 'featured-not-named',
    note: chance.chance(0.1) ? 'Seen in their newsletter first.' : '',
    outcome,
    outcomeAt: last?.at ?? null,
    everLinked: looks.some(isLinkedOutcome),
    lastLookAt: last?.at ?? null,
    seenOutcome: waits ? null : outcome,
    lookCount: sealed.length,
    headHash: last?.hash ?? null,
    lastChanges: [],
    reviewSince: waits ? last.at : null,
    failedInRow: looks.filter(isCannotTell).length,
    publishedOn: chance.chance(0.5) ? createdAt.toISOString().slice(0, 10) : null,
    foundBy: chance.chance(0.2) ? 'import' : 'person',
    recordedById: chance.pick(frame.writers).id,
    createdAt,
    updatedAt: last?.at ?? createdAt,
  } satisfies Prisma.MentionCreateManyInput)
  if (forReview && !waits && last) {
    rows.OutcomeDecision.push({
      id: chance.uuid(last.at),
      workspaceId,
      mentionId: id,
      lookNumber: last.number,
      kind: 'confirmed',
      outcome,
      reason: '',
      byId: chance.pick(frame.members.filter(({ role }) => role === 'reviewer')).id,
      at: later(last.at, 1, today),
    } satisfies Prisma.OutcomeDecisionCreateManyInput)
  }
  return { at: createdAt }
}

type LookOf = {
  workspaceId: string
  id: string
  url: string
  provenance: MentionProvenance
  targetUrl: string | null
  site: Frame['sites'][number]
}

function sealedLooks(
  chance: SeededChoice,
  { members, today }: Frame,
  of: LookOf,
  { verdicts, first }: { verdicts: readonly VerdictKind[]; first: Date },
) {
  let previous = ''
  return verdicts.map((verdict, n) => {
    const at = later(first, n * 9, today)
    const byPerson = verdict === 'featured-not-named'
    const facts = factsOf(chance, verdict, of)
    const row = {
      mentionId: of.id,
      number: n + 1,
      kind: byPerson ? 'person' : 'saved-copy',
      at,
      tookMs: byPerson ? null : chance.between(40, 900),
      verdict,
      requestedById: byPerson ? (members[0]?.id ?? null) : null,
      runId: null,
      isUnchanged: false,
      sentence: VERDICT_WORDS[verdict](facts, of).sentence,
      note: '',
      facts: facts as Prisma.InputJsonObject,
      httpStatus: facts.httpStatus,
      finalUrl: facts.finalUrl,
      hops: [],
      headers: facts.reachable && !byPerson ? { 'content-type': 'text/html; charset=utf-8' } : {},
      linkHtml: facts.linked
        ? `<p>We used <a href="${facts.matchedHref}">${facts.anchorText}</a>.</p>`
        : null,
      textHash: null,
      changes: [],
    }
    const seal = sealLook(row, previous, {
      sha256: (text) => hash('sha256', text, 'base64'),
      salt: chance.salt,
    })
    previous = seal.hash
    const id = chance.uuid(at)
    return { id, workspaceId: of.workspaceId, ...row, ...seal } satisfies Prisma.LinkCheckCreateManyInput
  })
}

function factsOf(chance: SeededChoice, verdict: VerdictKind, { url, site, targetUrl }: LookOf): StoredFacts {
  const asked = { ...NOTHING_KNOWN, requestedUrl: url }
  if (verdict === 'could-not-check')
    return { ...asked, httpStatus: 503, finalUrl: url, transient: true, failure: null }
  if (verdict === 'page-gone')
    return { ...asked, reachable: true, httpStatus: 404, finalUrl: url, gone: true }
  const read = {
    ...asked,
    reachable: true,
    httpStatus: 200,
    finalUrl: url,
    gone: false,
    scriptRendered: false,
  }
  if (verdict === 'looks-rendered-by-script') return { ...read, scriptRendered: true }
  const name = site.name
  if (!isLinkedOutcome(verdict)) {
    const isNamed = verdict === 'mentioned-unlinked' || verdict === 'lost'
    return {
      ...read,
      linked: false,
      linkCount: 0,
      mentioned: isNamed,
      ...(isNamed ? { mentionedAs: name, mentionContext: `We asked ${name} what it costs.` } : {}),
    }
  }
  const isMarked = verdict === 'linked-qualified'
  const href =
    verdict === 'linked-wrong-page'
      ? `https://${site.domains[0]}/old`
      : (targetUrl ?? `https://${site.domains[0]}/`)
  return {
    ...read,
    linked: true,
    linkedDirectly: true,
    viaRedirect: false,
    linkCount: 1,
    matchedHref: href,
    resolvedUrl: href,
    anchorText: chance.pick([name, 'these numbers', `${name}, who measured it`]),
    context: `We found the numbers with ${name}, who measured it for three winters.`,
    element: 'a',
    exactUrl: verdict !== 'linked-wrong-page',
    targetUrlLinked: verdict !== 'linked-wrong-page',
    rel: isMarked ? [chance.pick(['nofollow', 'sponsored', 'ugc'])] : [],
    crawlable: verdict !== 'linked-not-crawlable',
    followed: !isMarked,
    hidden: false,
    noindex: verdict === 'linked-not-indexable',
    pageNofollow: false,
    canonicalElsewhere: verdict === 'linked-elsewhere-canonical',
    indexable: verdict !== 'linked-not-indexable',
    mentioned: true,
    mentionedAs: name,
  }
}
