import type { LinkFacts } from './link-facts.ts'
import { isSamePage } from './target-match.ts'
import { brokenTargetOf } from './target-trouble.ts'

/** One thing that is otherwise than it was, in a short phrase: "nofollow added". */
export type LookChange = { kind: LookChangeKind; words: string }
export type LookChangeKind =
  | 'link-gone'
  | 'link-back'
  | 'page-gone'
  | 'page-back'
  | 'page-moved'
  | 'link-leads-elsewhere'
  | 'anchor-changed'
  | 'rel-added'
  | 'rel-removed'
  | 'page-nofollow-added'
  | 'page-nofollow-gone'
  | 'crawlable-lost'
  | 'crawlable-again'
  | 'link-hidden'
  | 'link-shown'
  | 'canonical-elsewhere'
  | 'canonical-back'
  | 'noindex-added'
  | 'noindex-gone'
  | 'google-blocked'
  | 'google-let-in'
  | 'name-gone'
  | 'name-back'
  | 'our-page-broken'
  | 'our-page-mended'

type Rule = (before: LinkFacts, after: LinkFacts) => LookChange[]

const ANCHOR_MAX_CHARACTERS = 80
const ADDRESS_MAX_CHARACTERS = 120
const QUALIFIERS = ['nofollow', 'sponsored', 'ugc'] as const
const NO_CHANGE: LookChange[] = []

/**
 * What changed on a page between two looks that could tell, the weightiest first. What either look could not tell is no
 * change. What only a link has is compared only where both looks saw one.
 */
export function lookChanges(before: LinkFacts, after: LinkFacts): LookChange[] {
  const ofPage = PAGE_RULES.flatMap((rule) => rule(before, after))
  const ofLink =
    before.linked === true && after.linked === true ? LINK_RULES.flatMap((rule) => rule(before, after)) : []
  const ofRules = RULES_FOR_GOOGLE.flatMap((rule) => rule(before, after))
  return [...ofPage, ...ofLink, ...ofRules]
}

const PAGE_RULES: readonly Rule[] = [
  (before, after) =>
    turned(isGone(before), isGone(after), {
      on: { kind: 'page-gone', words: 'page gone' },
      off: { kind: 'page-back', words: 'page is back' },
    }),
  (before, after) =>
    isGone(before) === true || isGone(after) === true
      ? NO_CHANGE
      : turned(before.linked, after.linked, {
          on: { kind: 'link-back', words: after.lost === false ? 'link is back' : 'link added' },
          off: { kind: 'link-gone', words: 'link gone' },
        }),
  pageMoved,
  (before, after) =>
    turned(before.mentioned, after.mentioned, {
      on: { kind: 'name-back', words: 'name on the page now' },
      off: { kind: 'name-gone', words: 'name no longer on the page' },
    }),
]

const LINK_RULES: readonly Rule[] = [
  leadsElsewhere,
  anchorChanged,
  relChanged,
  (before, after) =>
    turned(before.pageNofollow, after.pageNofollow, {
      on: { kind: 'page-nofollow-added', words: 'nofollow added for the whole page' },
      off: { kind: 'page-nofollow-gone', words: 'nofollow for the whole page removed' },
    }),
  (before, after) =>
    turned(before.crawlable, after.crawlable, {
      on: { kind: 'crawlable-again', words: 'link now built so that Google reads it' },
      off: { kind: 'crawlable-lost', words: 'link now built in a way Google does not reliably read' },
    }),
  (before, after) =>
    turned(before.hidden, after.hidden, {
      on: { kind: 'link-hidden', words: 'link now hidden from readers' },
      off: { kind: 'link-shown', words: 'link now shown to readers' },
    }),
  (before, after) =>
    turned(isOursBroken(before), isOursBroken(after), {
      on: { kind: 'our-page-broken', words: 'the page of yours it leads to is broken' },
      off: { kind: 'our-page-mended', words: 'the page of yours it leads to works again' },
    }),
]

const RULES_FOR_GOOGLE: readonly Rule[] = [
  canonicalChanged,
  (before, after) =>
    turned(before.noindex, after.noindex, {
      on: { kind: 'noindex-added', words: 'page now says noindex' },
      off: { kind: 'noindex-gone', words: 'noindex gone' },
    }),
  (before, after) =>
    turned(before.googlebotAllowed, after.googlebotAllowed, {
      on: { kind: 'google-let-in', words: 'robots.txt lets Google in again' },
      off: { kind: 'google-blocked', words: 'blocked for Google by robots.txt' },
    }),
]

/** A fact that went from certainly no to certainly yes, or back. */
function turned(
  before: boolean | null,
  after: boolean | null,
  change: { on: LookChange; off: LookChange },
): LookChange[] {
  if (before === null || after === null || before === after) return NO_CHANGE
  return [after ? change.on : change.off]
}

function isGone({ gone, soft404 }: LinkFacts): boolean | null {
  if (gone === true || soft404 === true) return true
  return gone === null ? null : false
}

function isRead({ reachable, botWall, finalUrl }: LinkFacts): boolean {
  return reachable && botWall !== true && finalUrl !== null
}

function pageMoved(before: LinkFacts, after: LinkFacts): LookChange[] {
  if (!isRead(before) || !isRead(after) || before.finalUrl === null || after.finalUrl === null)
    return NO_CHANGE
  if (isSamePage(before.finalUrl, after.finalUrl)) return NO_CHANGE
  return [{ kind: 'page-moved', words: `page moved to ${addressBeside(after.finalUrl, before.finalUrl)}` }]
}

function leadsElsewhere(before: LinkFacts, after: LinkFacts): LookChange[] {
  const [from, to] = [destination(before), destination(after)]
  if (from === null || to === null || isSamePage(from, to)) return NO_CHANGE
  return [{ kind: 'link-leads-elsewhere', words: `link now leads to ${addressBeside(to, from)}` }]
}

function destination({ redirectTo, resolvedUrl }: LinkFacts): string | null {
  return redirectTo ?? resolvedUrl
}

function anchorChanged(before: LinkFacts, after: LinkFacts): LookChange[] {
  if (before.anchorText === null || after.anchorText === null || before.anchorText === after.anchorText)
    return NO_CHANGE
  return [
    {
      kind: 'anchor-changed',
      words: `anchor changed from ${quoted(before.anchorText)} to ${quoted(after.anchorText)}`,
    },
  ]
}

function relChanged({ rel: before }: LinkFacts, { rel: after }: LinkFacts): LookChange[] {
  if (before === null || after === null) return NO_CHANGE
  return QUALIFIERS.flatMap((token) =>
    turned(before.includes(token), after.includes(token), {
      on: { kind: 'rel-added', words: `${token} added` },
      off: { kind: 'rel-removed', words: `${token} removed` },
    }),
  )
}

function isOursBroken(facts: LinkFacts): boolean | null {
  const { targetStatus } = facts
  if (brokenTargetOf(facts) !== null) return true
  return targetStatus !== null && targetStatus >= 200 && targetStatus < 300 ? false : null
}

function canonicalChanged(before: LinkFacts, after: LinkFacts): LookChange[] {
  if (before.canonicalElsewhere === true && after.canonicalElsewhere === true) {
    const [from, to] = [before.canonicalUrl, after.canonicalUrl]
    if (from === null || to === null || isSamePage(from, to)) return NO_CHANGE
    return [{ kind: 'canonical-elsewhere', words: `page now canonical at ${addressBeside(to, from)}` }]
  }
  const at = after.canonicalUrl === null ? '' : `, at ${addressBeside(after.canonicalUrl, after.finalUrl)}`
  return turned(before.canonicalElsewhere, after.canonicalElsewhere, {
    on: { kind: 'canonical-elsewhere', words: `page now canonical elsewhere${at}` },
    off: { kind: 'canonical-back', words: 'canonical points back to the page' },
  })
}

/** An address as a person would say it: only the path where the host is the one already spoken of. */
function addressBeside(address: string, known: string | null): string {
  const url = URL.parse(address)
  if (!url) return short(address, ADDRESS_MAX_CHARACTERS)
  const path = `${url.pathname}${url.search}`
  const isKnownHost = known !== null && URL.parse(known)?.host === url.host
  return short(isKnownHost ? path : `${url.host}${path === '/' ? '' : path}`, ADDRESS_MAX_CHARACTERS)
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${short(text, ANCHOR_MAX_CHARACTERS)}”`
}

function short(text: string, max: number): string {
  return text.length <= max
    ? text
    : `${text
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`
}
