/** What others found, to hold one's own figures against: never a goal. */
export type BaseRate = {
  /** A whole sentence. */
  words: string
  /** Who says so. */
  source: string
  url: string
}

/** Of mails sent to people one does not know, how many are answered. */
export const BASE_RATE_OF_ANSWERS: readonly BaseRate[] = [
  {
    words: 'Of 12 million outreach mails, 8.5 % were answered (2019).',
    source: 'Backlinko and Pitchbox, as told by Ladders',
    url: 'https://www.theladders.com/career-advice/this-is-exactly-how-long-your-subject-line-should-be-if-you-want-to-get-a-response',
  },
]

/** How soon journalists answer, of those who do. */
export const BASE_RATE_OF_TIME: readonly BaseRate[] = [
  {
    words: 'Of journalists who answered, 83 % did within a day and 9 % on the second.',
    source: 'copus',
    url: 'https://copus.dk/da/blog/following-up-with-journalists-how-long-should-you-wait',
  },
]

/** How long links last elsewhere. */
export const BASE_RATE_OF_LOSS: readonly BaseRate[] = [
  {
    words:
      'Of links that Linkody watched, 8 % were gone after three months and about 44 % after seven years.',
    source: 'Linkody, as told by The Indexer',
    url: 'https://theindexer.co.uk/2022/10/08/linkody-link-rot-study-link-building-statistics/',
  },
]

/** How links from coverage are marked, elsewhere. */
export const BASE_RATE_OF_MARKS: readonly BaseRate[] = [
  {
    words:
      'Of links that 500 campaigns earned, 82 % were followed, and about 10 % stood on a copy that points elsewhere.',
    source: 'Digitaloft',
    url: 'https://digitaloft.co.uk/digital-pr-success-study/',
  },
]
