import type { Failure } from './link-check/page-observation.ts'

/** Why there is no copy of a page to read: what the fetcher said, or what came instead of a post. */
export type ReadingFailure = Failure | 'cut-off' | 'bot-wall' | 'not-readable' | `http-${number}`

type FailureWords = { happened: string; inYourHands: string }

const PASTE_IT = 'If it opens in your own browser, paste the post below.'
const CHECK_ADDRESS = 'Check the address for a slip. If it opens in your own browser, paste the post below.'

/** In the words people read, after "We could not read the page.": what happened, and what is in their hands. */
const WORDS: Readonly<Record<Exclude<ReadingFailure, `http-${number}`>, FailureWords>> = {
  dns: {
    happened: 'There is no website under that name, or its name server does not answer.',
    inYourHands: CHECK_ADDRESS,
  },
  refused: { happened: 'The website did not take the connection.', inYourHands: PASTE_IT },
  reset: { happened: 'The website broke off the connection.', inYourHands: PASTE_IT },
  timeout: { happened: 'The website took too long to answer.', inYourHands: PASTE_IT },
  tls: {
    happened: 'The website’s certificate (the proof that it is who it says) is not in order.',
    inYourHands: PASTE_IT,
  },
  'too-large': {
    happened: 'The page is larger than the 5 MB we read.',
    inYourHands: 'Paste the part that matters below.',
  },
  protocol: { happened: 'The website answered something that is not a web page.', inYourHands: PASTE_IT },
  'redirect-loop': { happened: 'The page sends visitors round in a circle.', inYourHands: PASTE_IT },
  'too-many-redirects': {
    happened: 'The page sends visitors on more than ten times.',
    inYourHands: PASTE_IT,
  },
  'blocked-address': {
    happened: 'The address leads into a private network. We only read public pages.',
    inYourHands: CHECK_ADDRESS,
  },
  'blocked-port': {
    happened: 'The address names a port that web pages are not served on.',
    inYourHands: CHECK_ADDRESS,
  },
  'bad-scheme': { happened: 'The page leads to an address that is no web page.', inYourHands: PASTE_IT },
  'cut-off': { happened: 'The page broke off before its end.', inYourHands: PASTE_IT },
  'bot-wall': {
    happened: 'The website shows its pages to people only, and we are a program.',
    inYourHands: 'Open it in your own browser and paste the post below.',
  },
  'not-readable': {
    happened:
      'There are no words to read at that address: it may be a picture, a file, or a page that scripts fill in later.',
    inYourHands: PASTE_IT,
  },
}

/** Words for a stored failure; `http-404` and its like speak of the status. What nobody foresaw still gets a sentence. */
export function readingFailureWords(failure: string): FailureWords {
  const status = /^http-(\d{3})$/.exec(failure)?.[1]
  if (status) return statusWords(Number(status))
  return isKnown(failure) ? WORDS[failure] : { happened: 'The page did not come.', inYourHands: PASTE_IT }
}

function statusWords(status: number): FailureWords {
  if (status === 404)
    return { happened: 'There is no page at that address (404).', inYourHands: CHECK_ADDRESS }
  if (status === 410)
    return { happened: 'The page was taken down (410).', inYourHands: 'Read another post of theirs.' }
  if (status === 401 || status === 407)
    return {
      happened: `The page asks for a password (${status}).`,
      inYourHands: 'If you may read it, paste the post below.',
    }
  if (status === 402)
    return {
      happened: 'The page is for paying readers (402).',
      inYourHands: 'If you may read it, paste the post below.',
    }
  if (status === 403)
    return { happened: 'The website does not let programs read this page (403).', inYourHands: PASTE_IT }
  if (status === 429)
    return { happened: 'The website asks us to come less often (429).', inYourHands: PASTE_IT }
  if (status === 451)
    return {
      happened: 'The page is kept back for legal reasons (451).',
      inYourHands: 'If you may read it, paste the post below.',
    }
  if (status >= 500)
    return { happened: `The website has trouble of its own (${status}).`, inYourHands: PASTE_IT }
  return { happened: `The website answered with status ${status} instead of a page.`, inYourHands: PASTE_IT }
}

function isKnown(failure: string): failure is keyof typeof WORDS {
  return Object.hasOwn(WORDS, failure)
}
