export const MENTION_PROVENANCES = [
  'earned',
  'sample',
  'quote',
  'guest',
  'listing',
  'paid-elsewhere',
] as const
export type MentionProvenance = (typeof MENTION_PROVENANCES)[number]

/** What a link that came about this way should carry: any marking is fine, or it should be marked as sponsored. */
export type ExpectedRel = 'any' | 'sponsored-or-nofollow'

/** How a mention came about decides what its `rel` should be. DESIGN.md, rule 4; FACTS.md, sections 1 and 3. */
export const MENTION_PROVENANCE_TABLE: Readonly<
  Record<MentionProvenance, { label: string; expectedRel: ExpectedRel; explanation: string }>
> = {
  earned: {
    label: 'Earned',
    expectedRel: 'any',
    explanation: 'They wrote about us because it helps their readers. How they mark the link is up to them.',
  },
  sample: {
    label: 'Sample',
    expectedRel: 'sponsored-or-nofollow',
    explanation:
      'We sent a product. A link marked sponsored or nofollow is right, with a word to readers about the gift.',
  },
  quote: {
    label: 'Quote',
    expectedRel: 'any',
    explanation: 'They quoted one of our people. A name without a link is common and fine.',
  },
  guest: {
    label: 'Guest piece',
    expectedRel: 'any',
    explanation: 'We wrote or spoke there as a guest. The outlet decides what its links carry.',
  },
  listing: {
    label: 'Listing',
    expectedRel: 'any',
    explanation: 'An entry in a list readers use. Many lists mark all their links nofollow.',
  },
  'paid-elsewhere': {
    label: 'Paid elsewhere',
    expectedRel: 'sponsored-or-nofollow',
    explanation:
      'Paid for outside Rapport and kept for the record. The link has to be marked sponsored or nofollow.',
  },
}
