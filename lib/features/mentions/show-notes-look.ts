import { judgeSavedPage } from '#lib/domain/link-check/judge-saved-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { verdictOf } from '#lib/domain/link-check/link-verdict.ts'
import { database } from '#lib/server/database.ts'
import { lookFacts, type Seen, wordsOf } from './page-look.ts'
import { packPage } from './raw-page.ts'

/** The show notes of the episode a mention is about, as their feed carries them; null where there are none. */
export async function findShowNotes({ workspaceId, id: mentionId }: { workspaceId: string; id: string }) {
  const post = await database().feedPost.findFirst({
    where: { workspaceId, mentionId, notes: { not: '' }, feed: { deletedAt: null } },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    select: { notes: true, title: true, feed: { select: { url: true } } },
  })
  return post && { html: post.notes, title: post.title, feedUrl: post.feed.url }
}

type ShowNotes = NonNullable<Awaited<ReturnType<typeof findShowNotes>>>

/**
 * An episode's page is often only a player: where it was there and showed no link, the show notes of the feed are read too.
 * What they say counts where they say more than the page. What search engines make of notes nobody knows, so these facts
 * stay open. docs/decisions/2026-11-25-show-notes-count-as-a-place-to-look.md
 */
export async function withShowNotes(
  page: Seen,
  question: LinkQuestion,
  notes: ShowNotes,
  now: Date,
): Promise<Seen> {
  const { facts } = page
  const isThere =
    facts.reachable === true && facts.gone !== true && facts.soft404 !== true && facts.botWall !== true
  if (!(isThere || isSound(facts)) || facts.linked === true) return page
  const html = `<!doctype html><html><body>${notes.html}</body></html>`
  const saved = { url: facts.finalUrl ?? question.url, html, savedAt: now.toISOString() }
  const judged = judgeSavedPage(question, saved)
  const found = { ...judged.facts, ...ofThePage(facts), ...NOBODY_KNOWS }
  const saysMore = found.linked === true || (found.mentioned === true && facts.mentioned !== true)
  if (!saysMore) return page
  const verdict = verdictOf(found, question)
  return {
    kind: 'show-notes',
    facts: lookFacts(found, judged.evidence),
    evidence: { ...page.evidence, ...wordsOf(judged.evidence) },
    verdict: verdict.kind,
    sentence: sentenceFor(found, notes.feedUrl),
    page: await packPage(new TextEncoder().encode(html), 'text/html; charset=utf-8'),
    notBefore: page.notBefore,
  }
}

/** Some feeds give no page of an episode, only its sound: then the notes are all there is to read. */
function isSound({ contentType, gone, httpStatus }: LinkFacts): boolean {
  return /^(?:audio|video)\//i.test(contentType ?? '') && gone !== true && httpStatus === 200
}

function sentenceFor({ linked, resolvedUrl }: LinkFacts, feedUrl: string): string {
  const where = `The show notes in their feed (${feedUrl})`
  return linked === true
    ? `${where} link to ${resolvedUrl ?? 'you'}. Their page itself showed no link.`
    : `${where} name you, without a link. Their page itself does not.`
}

/** What was asked for and what answered; that what is judged came whole is true of the notes. */
function ofThePage({ httpStatus, finalUrl, redirects }: LinkFacts) {
  return { httpStatus, finalUrl, redirects, reachable: true, failure: null, failureDetail: null }
}

const NOBODY_KNOWS = {
  followed: null,
  crawlable: null,
  indexable: null,
  noindex: null,
  pageNofollow: null,
  canonicalUrl: null,
  canonicalElsewhere: null,
  googlebotAllowed: null,
} satisfies Partial<LinkFacts>
