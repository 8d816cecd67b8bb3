import type { LinkFacts } from './link-check/link-facts.ts'

/** What a person can say they saw on a page. */
export const OWN_LOOKS = ['linked', 'named', 'about-us', 'nothing', 'gone'] as const
export type OwnLook = (typeof OWN_LOOKS)[number]

/** In the words of the form, and as the sentence kept beside the look ("Mara Lind saw ..."). */
export const OWN_LOOK_TABLE: Readonly<Record<OwnLook, { label: string; meaning: string; sentence: string }>> =
  {
    linked: {
      label: 'It links to us',
      meaning: 'You clicked the link and landed on our site.',
      sentence: 'saw a link to us on the page.',
    },
    named: {
      label: 'It names us, without a link',
      meaning: 'Our name is there to read, and nothing to click.',
      sentence: 'saw our name on the page, and no link.',
    },
    'about-us': {
      label: 'It is about us, without our name',
      meaning: 'Our story or our words, but neither name nor link.',
      sentence: 'read the page: it is about us, with neither our link nor our name in it.',
    },
    nothing: {
      label: 'It has nothing to do with us',
      meaning: 'You read it to the end: no link, no name, not our story.',
      sentence: 'read the page and found neither a link to us nor our name.',
    },
    gone: {
      label: 'The page is gone',
      meaning: 'It says "not found", or something else stands there now.',
      sentence: 'found the page gone.',
    },
  }

/**
 * What a person saw, as facts: only what they can know by looking. How the link is marked, and what the page tells
 * search engines, cannot be seen by looking and stays null.
 */
export function factsOfOwnLook(saw: OwnLook): LinkFacts {
  const isThere = saw !== 'gone'
  const isLinked = saw === 'linked'
  return {
    ...NOTHING_KNOWN,
    reachable: isThere,
    gone: !isThere,
    scriptRendered: isThere ? false : null,
    linked: isThere ? isLinked : null,
    mentioned: isLinked || !isThere ? null : saw === 'named',
  }
}

/** The facts of a look that learned nothing. */
export const NOTHING_KNOWN: LinkFacts = {
  reachable: false,
  httpStatus: null,
  finalUrl: null,
  redirects: [],
  failure: null,
  failureDetail: null,
  transient: null,
  botWall: null,
  botWallBy: null,
  forbiddenByRobots: false,
  gone: null,
  soft404: null,
  contentType: null,
  charset: null,
  bytesRead: 0,
  truncated: false,
  scriptRendered: null,
  linked: null,
  linkedDirectly: null,
  viaRedirect: null,
  redirectTo: null,
  linkCount: null,
  matchedHref: null,
  resolvedUrl: null,
  anchorText: null,
  context: null,
  element: null,
  exactUrl: null,
  targetUrlLinked: null,
  targetStatus: null,
  rel: null,
  crawlable: null,
  followed: null,
  hidden: null,
  noindex: null,
  pageNofollow: null,
  canonicalUrl: null,
  canonicalElsewhere: null,
  googlebotAllowed: null,
  hopGooglebotAllowed: null,
  indexable: null,
  mentioned: null,
  mentionedAs: null,
  mentionContext: null,
  lost: null,
}
