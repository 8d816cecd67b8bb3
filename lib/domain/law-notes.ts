import { countryName } from './countries.ts'

/** Where a note was read. `weak`: from memory only; it is worded as something to look up, never as a fact. */
export type LawSource = { label: string; url: string } | { label: string; url: null; weak: true }

export type LawNote = {
  /** "Canada: CASL". */
  law: string
  /** One or two plain sentences. */
  words: string
  source: LawSource
  /** When we noted it: laws change. */
  notedOn: string
}

export type LawAdvice = {
  /** Whose rules these are: "Canada", or words for an unknown country. */
  where: string
  /** The one thing to keep in mind, in one line. */
  line: string
  notes: LawNote[]
}

export type Reader = {
  /** ISO 3166 alpha-2, of the person who would read the letter. */
  country: string | null
  /** company | self | unknown; unknown counts as self, which is protected more. */
  writesAs: string
}

/** Stands beside every note. There is no tone for "allowed": a note never is a green light. */
export const NOT_LEGAL_ADVICE = 'Notes to think with, not legal advice, and never a green light.'

const NOTED = '2026-11'
const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')
/** The three of the EEA that are not in the Union: the GDPR holds there too. */
const EEA = ['IS', 'LI', 'NO']

/** What to keep in mind before writing to somebody in that country. FACTS: collected with the sources named. */
export function lawAdvice({ country, writesAs }: Reader): LawAdvice {
  if (country === null || country === '') {
    return {
      where: 'Country not known',
      line: 'Country not known: go by the strictest rules, and note where you found the address.',
      notes: [...EVERYWHERE_UNKNOWN],
    }
  }
  const where = countryName(country)
  const isPerson = writesAs !== 'company'
  const known = BY_COUNTRY[country]?.(isPerson) ?? (isEuropean(country) ? europe(country) : null)
  if (known) return { where, ...known }
  return {
    where,
    line: `${where}: we have no note on its rules. Look them up before a first letter.`,
    notes: [],
  }
}

export function isEuropean(country: string): boolean {
  return EU.includes(country) || EEA.includes(country)
}

type Known = Omit<LawAdvice, 'where'>

const CRTC = { label: 'CRTC, guide to CASL', url: 'https://crtc.gc.ca/eng/com500/guide.htm' }
const CASL_WITHDRAWAL = { label: 'Mondaq, on CASL', url: 'http://www.mondaq.com/canada/x/301380/' }
const UEMA = {
  label: 'Unsolicited Electronic Messages Act 2007',
  url: 'http://www.legislation.govt.nz/act/public/2007/0007/latest/DLM405141.html',
}
const CAN_SPAM = { label: 'FTC guide, a copy of it', url: 'https://techtidbit.com/?p=104' }
const CAN_SPAM_FACTS = { label: 'SendX, on CAN-SPAM', url: 'https://www.sendx.io/help/can-spam-act' }
const ICO = {
  label: 'ICO, business-to-business marketing',
  url: 'https://cy.ico.org.uk/for-organisations/direct-marketing-and-privacy-and-electronic-communications/business-to-business-marketing',
}
const GDPR_14 = { label: 'GDPRhub, Article 14', url: 'https://gdprhub.eu/index.php?title=Article_14_GDPR' }
const GDPR_21 = {
  label: 'GDPRhub, Article 21',
  url: 'https://gdprhub.eu/index.php?oldid=32851&title=Article_21_GDPR',
}
const FRANCE = {
  label: 'Village de la Justice',
  url: 'https://www.village-justice.com/articles/rgpd-fete-est-finie-cookies-consentement-prospection-commerciale-nous-sommes,38013.html',
}
const FROM_MEMORY = { label: 'not checked against a source', url: null, weak: true } as const

function note(law: string, words: string, source: LawSource): LawNote {
  return { law, words, source, notedOn: NOTED }
}

const EVERYWHERE_UNKNOWN: readonly LawNote[] = [
  note(
    'Where the country is not known',
    'Several countries ask you to show that the address was published without a “no unsolicited mail” beside it, and that your letter fits the person’s work. Note the page, the day and the words.',
    CRTC,
  ),
]

/** The same test in three countries: what must be shown of a published address. */
function publishedAddress(law: string, source: LawSource, proof: string): LawNote {
  return note(
    law,
    `Consent comes first. It may follow from an address that was published without a “no unsolicited mail” beside it, where the letter has to do with the person’s role. ${proof}`,
    source,
  )
}

const BY_COUNTRY: Readonly<Record<string, (isPerson: boolean) => Known>> = {
  US: () => ({
    line: 'United States: your postal address and a way to say no belong in the letter.',
    notes: [
      note(
        'United States: CAN-SPAM',
        'It covers a single letter too, if its first purpose is commercial, and it makes no exception between companies. Honest sender and subject, your postal address, and a way to say no.',
        CAN_SPAM_FACTS,
      ),
      note(
        'United States: CAN-SPAM',
        'The way to say no has to work for 30 days, and a no has to be heeded within 10 business days. Here it counts at once.',
        CAN_SPAM,
      ),
    ],
  }),
  CA: () => ({
    line: 'Canada: be able to show where the address was published, and that nothing there asked for no mail.',
    notes: [
      publishedAddress(
        'Canada: CASL',
        CRTC,
        'It is for the sender to prove: the page, the day and the words beside the address.',
      ),
      note(
        'Canada: CASL',
        'Your name and mailing address belong in the letter. A way to say no has to work for 60 days, and a no has to be heeded within 10 business days. Here it counts at once.',
        CASL_WITHDRAWAL,
      ),
    ],
  }),
  NZ: () => ({
    line: 'New Zealand: be able to show where the address was published, and that nothing there asked for no mail.',
    notes: [
      publishedAddress(
        'New Zealand: Unsolicited Electronic Messages Act',
        UEMA,
        'It is for the sender to prove (section 9): the page, the day and the words beside the address.',
      ),
      note(
        'New Zealand: Unsolicited Electronic Messages Act',
        'Say who you are, and how to say no. A no has to be heeded within 5 working days. Here it counts at once.',
        UEMA,
      ),
    ],
  }),
  AU: () => ({
    line: 'Australia: note where the address was published; the rule is thought to be like New Zealand’s.',
    notes: [
      publishedAddress(
        'Australia: Spam Act 2003',
        FROM_MEMORY,
        'We noted this from memory: look it up before you rely on it.',
      ),
    ],
  }),
  GB: (isPerson) => ({
    line: isPerson
      ? 'United Kingdom: somebody who writes for themselves counts as a private person; their consent comes first.'
      : 'United Kingdom: a company may be written to, a named person may object at any time.',
    notes: [
      isPerson
        ? note(
            'United Kingdom: PECR',
            'Sole traders and ordinary partnerships count as individuals: mail to win them over needs their consent first. Where it is not known for whom they write, take it that it is for themselves.',
            ICO,
          )
        : note(
            'United Kingdom: PECR',
            'The rule on marketing mail does not cover companies and other corporate bodies. The person behind the address has rights all the same.',
            ICO,
          ),
      note(
        'United Kingdom: UK GDPR',
        'It covers every named person: tell them who you are and where you found them, have a good reason, and stop as soon as they object.',
        ICO,
      ),
    ],
  }),
  FR: () => {
    const { notes } = europe('FR')
    return {
      line: 'France: write only what fits their profession, say where you found them, and make it easy to say no.',
      notes: [
        note(
          'France',
          'Between professionals a first letter is allowed where it has to do with the person’s profession, with notice and a way to say no.',
          FRANCE,
        ),
        ...notes,
      ],
    }
  },
  DE: () => {
    const { notes } = europe('DE')
    return {
      line: 'Germany: consent is thought to be needed even between companies. Look it up before a first letter.',
      notes: [
        note(
          'Germany: UWG, section 7',
          'As far as we remember, mail that advertises needs consent, between companies too. Look it up before you rely on it, and think of another way to meet them.',
          FROM_MEMORY,
        ),
        ...notes,
      ],
    }
  },
}

function europe(country: string): Known {
  const where = countryName(country)
  return {
    line: `${where}: say where you found them and that they may object, in the first letter.`,
    notes: [
      note(
        'Europe: GDPR, Article 14',
        'Tell them who you are and where you have their details from: within a month, and at the latest in the first letter.',
        GDPR_14,
      ),
      note(
        'Europe: GDPR, Article 21',
        'They may object to being written to for marketing at any time, without giving a reason, and have to be told so in the first letter. An objection means stop, everywhere.',
        GDPR_21,
      ),
      note(
        'Europe: rules of each country',
        'Countries have rules of their own on mail between companies; some ask for consent. We have no certain note for each: look it up.',
        FROM_MEMORY,
      ),
    ],
  }
}
