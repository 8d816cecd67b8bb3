type Words = { happened: string; inYourHands: string }

const BY_ITSELF = 'Nothing to do: we try again by ourselves.'

const WORDS: Readonly<Record<string, Words>> = {
  robots: {
    happened: 'Their robots.txt asks programs to stay away from it, and we do.',
    inYourHands: 'Read them in your browser; the button there brings a page here.',
  },
  'robots-unavailable': {
    happened: 'Their server would not say whether programs are welcome.',
    inYourHands: BY_ITSELF,
  },
  'not-a-feed': {
    happened: 'What stands there is no feed we can read.',
    inYourHands: 'Look for “RSS” on their site and paste that address.',
  },
  'http-404': {
    happened: 'There is nothing at that address any more (404).',
    inYourHands: 'Look for “RSS” on their site and paste the new address.',
  },
  'http-410': {
    happened: 'They took the feed down for good (410).',
    inYourHands: 'If they have moved, paste the new address.',
  },
  'http-429': { happened: 'Their server asks us to come less often (429).', inYourHands: BY_ITSELF },
  dns: {
    happened: 'There is no website under that name, or its name server does not answer.',
    inYourHands: 'Check the address for a slip.',
  },
  timeout: { happened: 'Their server took too long to answer.', inYourHands: BY_ITSELF },
  tls: { happened: 'Their certificate (the proof that it is them) is not in order.', inYourHands: BY_ITSELF },
  'blocked-address': {
    happened: 'The address leads into a private network. We only read public pages.',
    inYourHands: 'Check the address for a slip.',
  },
}

/** Why a feed did not come, in words, and what is in one's hands. What nobody foresaw still gets a sentence. */
export function feedFailureWords(failure: string): Words {
  const known = WORDS[failure]
  if (known) return known
  const status = /^http-(\d{3})$/.exec(failure)?.[1]
  if (status?.startsWith('5'))
    return { happened: `Their server has trouble of its own (${status}).`, inYourHands: BY_ITSELF }
  if (status) return { happened: `Their server answered with status ${status}.`, inYourHands: BY_ITSELF }
  return { happened: 'It did not come.', inYourHands: BY_ITSELF }
}

/** How the search of a prospect's site for a feed ended, where it found none. */
export function feedSearchWords(search: string): string {
  if (search === 'none') return 'No feed was found on their site.'
  if (search === 'robots') return 'Their robots.txt asks programs to stay away from their site, and we do.'
  return `Their site could not be searched for a feed. ${feedFailureWords(search).happened}`
}
