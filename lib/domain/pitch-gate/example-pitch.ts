import { NO_HISTORY, type PitchFacts } from './pitch-facts.ts'

/** For tests: a pitch with nothing wrong, to be changed in one place at a time. */
export function examplePitch(change: Partial<PitchFacts> = {}): PitchFacts {
  return { ...EXAMPLE, ...change }
}

export const EXAMPLE_PAGE = `Packing light for the ferry

Ten years of island hopping taught me one thing: the bag decides how the day goes.
I have carried the same canvas rucksack since my first summer on the boats, and it still smells of salt.

What I would buy today
- A roll-top in waxed cotton
- Two packing cubes

There are cheap options and there are heavy ones. Anything that keeps spray out will do.`

const EXAMPLE: PitchFacts = {
  now: new Date('2026-03-10T09:00:00Z'),
  route: 'product',
  purpose: 'first',
  subject: 'A bag made from old sails for your ferry list',
  body: `Hi Maria,

I read your piece on packing light for the ferry, and the line about the rucksack that smells of salt stayed with me.

We cut bags from retired sails in a small workshop by the harbour. They keep spray out and can be mended for ever, and I thought of your list because nothing on it is recycled.

Would you like one to try on a crossing? No strings, keep it either way.

If you would rather not hear from me, tell me and I won't write again.`,
  signature: 'Ana Silva\nSailcloth Bags, Napier',
  contact: { name: 'Maria López', country: 'PT', address: 'maria@ferrynotes.example' },
  origin: {
    page: 'https://ferrynotes.example/contact',
    words: 'Write to me at maria@ferrynotes.example',
    noUnsolicited: false,
    fitsRole: true,
  },
  guidelines: 'absent',
  reading: {
    pageText: EXAMPLE_PAGE,
    quote: 'I have carried the same canvas rucksack since my first summer on the boats',
    gap: 'no recycled sailcloth',
  },
  others: [],
  history: NO_HISTORY,
  sender: {
    name: 'Ana Silva',
    company: 'Sailcloth Bags Ltd',
    postalAddress: '12 Quay Street, Napier 4110, New Zealand',
  },
  settings: {},
}
