import { countryName } from '../countries.ts'
import type { LawNote, LawSource } from '../law-notes.ts'
import { isEuropean } from '../law-notes.ts'

/** What the place a reader writes from asks of whoever gives and whoever gets a product, and words to tell readers with. */
export type GiftAdvice = {
  /** Whose rules these are: "New Zealand", or words for an unknown country. */
  where: string
  /** The one thing to keep in mind. */
  line: string
  /** How they might tell their readers: theirs to word otherwise. */
  wording: string
  notes: LawNote[]
}

const NOTED = '2026-11'

/** What to know before a product goes to somebody in that country (ISO 3166 alpha-2; null: not known). FACTS.md, section 3. */
export function giftAdvice(country: string | null): GiftAdvice {
  if (!country) {
    return {
      where: 'Country not known',
      line: 'Country not known: go by the strictest rule, which asks for the word “Ad” at the very beginning.',
      wording: 'Ad: this was a gift from …, to keep either way.',
      notes: [...UNITED_KINGDOM, ...NEW_ZEALAND, GOOGLE],
    }
  }
  const where = countryName(country)
  const known = BY_COUNTRY[country] ?? (isEuropean(country) ? EUROPE : null)
  if (known) return { where, ...known, notes: [...known.notes, GOOGLE] }
  return {
    where,
    line: `${where}: we have no note on its rules. That readers are told of a gift is right anywhere.`,
    wording: 'This was a gift from …, to keep either way.',
    notes: [GOOGLE],
  }
}

function note(law: string, words: string, source: LawSource): LawNote {
  return { law, words, source, notedOn: NOTED }
}

const FROM_MEMORY = { label: 'not checked against a source', url: null, weak: true } as const

const GOOGLE = note(
  'Search engines: Google’s spam policies',
  'Sending a product in exchange for a write-up with a link counts as link spam. A link that came with a gift is fine where it is marked sponsored or nofollow.',
  {
    label: 'Google, spam policies',
    url: 'https://developers.google.com/search/docs/essentials/spam-policies',
  },
)

const UNITED_STATES: readonly LawNote[] = [
  note(
    'United States: FTC, 16 CFR 255',
    'Readers who would not expect that the product was free have to be told, clearly and where they cannot miss it. Plain words do: who sent it, and that it was to try.',
    {
      label: 'Graydon, on the FTC’s guides',
      url: 'https://graydon.law/just-the-faqs-about-ftc-endorsement-guides/',
    },
  ),
  note(
    'United States: FTC, 16 CFR 255',
    'Whoever gives is expected to say how to tell readers, to look whether it was done, and to act where it was not. That is what the words that go with it and the looks here are for.',
    { label: 'Slides with an attorney of the FTC', url: 'https://docslib.org/doc/8210506/' },
  ),
]

const UNITED_KINGDOM: readonly LawNote[] = [
  note(
    'United Kingdom: ASA and CMA',
    'A gift is to be told like a payment: at once, and so that nobody can miss it. Under consumer law that holds even where you had no say in what they write.',
    {
      label: 'RPC, on the guidance of 2025',
      url: 'https://www.rpclegal.com/snapshots/advertising-and-marketing/winter-2025/cma-and-asa-publish-updated-influencer-guidance-on-social-media-endorsements',
    },
  ),
  note(
    'United Kingdom: CMA',
    'The safe word is “Ad”, for gifts too. “Gifted” alone is thought to be unclear.',
    {
      label: 'RPC, on the CMA’s guides',
      url: 'https://www.rpc.co.uk/snapshots/advertising-and-marketing/winter-2022/cma-issues-guidance-on-influencer-marketing-including-ad-for-gifts/',
    },
  ),
]

const NEW_ZEALAND: readonly LawNote[] = [
  note(
    'New Zealand: Advertising Standards Authority',
    'A gift makes it advertising, even where you had no say in it. “Ad”, “Advert” or “Advertisement” stands at the beginning; “gifted” may stand beside it, not instead of it.',
    {
      label: 'Hello Partner, on the ASA’s guide',
      url: 'https://hellopartner.com/2020/09/02/asa-publishes-new-guidelines-for-influencers/',
    },
  ),
  note(
    'New Zealand: Advertising Standards Authority',
    'You share the duty with them: whoever gives takes the practical steps so that it is told.',
    {
      label: 'PromoVeritas, on New Zealand',
      url: 'https://www.promoveritas.com/running-promotions-in-new-zealand-2/',
    },
  ),
]

const AUSTRALIA: readonly LawNote[] = [
  note(
    'Australia: AANA Code of Ethics, section 2.7',
    'What is advertising has to be plain as such. A free product can make it advertising, where the giver has some say in what is written; somebody who writes freely counts as editorial.',
    {
      label: 'Fashion Law, on Australia',
      url: 'https://www.fashionlaw.co.uk/asa-rulings/influencer-advertising-on-social-media/australia/',
    },
  ),
  note(
    'Australia: consumer law',
    'To hide that it was a gift can mislead readers, which consumer law forbids. As far as we remember, the regulator asks for gifts to be told; look it up before you rely on it.',
    FROM_MEMORY,
  ),
]

const UNION: readonly LawNote[] = [
  note(
    'European Union: Unfair Commercial Practices Directive',
    'It is unfair to hide that something was given for commercial reasons. Readers have to see it without searching.',
    {
      label: 'European Commission, legal hub',
      url: 'https://commission.europa.eu/live-work-travel-eu/consumer-rights-and-complaints/influencer-legal-hub_en',
    },
  ),
  note(
    'European Union: rules of each country',
    'Countries word it differently, and some want their own word for advertising at the beginning. We have no certain note for each: look it up.',
    FROM_MEMORY,
  ),
]

type Known = Omit<GiftAdvice, 'where'>

const EUROPE: Known = {
  line: 'Europe: readers have to see that it was a gift, in their own language and without searching.',
  wording: 'Advertisement, in your language: this was a gift from …, to keep either way.',
  notes: [...UNION],
}

const BY_COUNTRY: Readonly<Record<string, Known>> = {
  US: {
    line: 'United States: readers have to be told that it was free, clearly and close to where it is praised.',
    wording: '… sent me this to try, and I may keep it whatever I write.',
    notes: [...UNITED_STATES],
  },
  GB: {
    line: 'United Kingdom: the safe word is “Ad”, for a gift too, where nobody can miss it.',
    wording: 'Ad: this was a gift from …, to keep either way.',
    notes: [...UNITED_KINGDOM],
  },
  NZ: {
    line: 'New Zealand: “Ad” belongs at the very beginning, for a gift too.',
    wording: 'Ad. Gifted by …, to keep either way.',
    notes: [...NEW_ZEALAND],
  },
  AU: {
    line: 'Australia: say it plainly and at the beginning; a clear word is safer than “gifted” alone.',
    wording: 'Ad: … gave me this, to keep either way.',
    notes: [...AUSTRALIA],
  },
  DE: {
    ...EUROPE,
    line: 'Germany: readers have to see that it was a gift, in their own language and without searching.',
    wording: 'Werbung: Das war ein Geschenk von …, ich darf es so oder so behalten.',
  },
  FR: {
    ...EUROPE,
    line: 'France: readers have to see that it was a gift, in their own language and without searching.',
    wording: 'Publicité : ce produit m’a été offert par …, sans condition.',
  },
}
