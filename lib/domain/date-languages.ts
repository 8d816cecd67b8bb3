/** The ways to write dates and numbers that one can choose. Words on the screen stay English; all of these run left to right. */
export const DATE_LANGUAGES = [
  'en-GB',
  'en-US',
  'en-AU',
  'en-CA',
  'bg',
  'cs',
  'da',
  'de',
  'de-AT',
  'de-CH',
  'el',
  'es',
  'et',
  'fi',
  'fr',
  'fr-CA',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt',
  'pt-BR',
  'ro',
  'sk',
  'sl',
  'sv',
  'tr',
  'uk',
  'vi',
  'zh-Hans',
] as const
export type DateLanguage = (typeof DATE_LANGUAGES)[number]

/** Where nobody chose, and no browser asks for anything else. */
export const USUAL_DATE_LANGUAGE: DateLanguage = 'en-GB'

/** A language as it is stored; null for none, or for one that is not offered any more. */
export function dateLanguageOf(stored: string | null): DateLanguage | null {
  return DATE_LANGUAGES.find((language) => language === stored) ?? null
}

/**
 * The first language of a browser's Accept-Language that we know, the most wanted first: "de-LI, en;q=0.8" is German. A region
 * that is not offered counts as its language.
 */
export function dateLanguageAsked(header: string | null): DateLanguage {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { tag, weight: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
  for (const { tag } of asked) {
    const known = exactly(tag) ?? exactly(ALSO[tag] ?? '') ?? exactly(tag.split('-')[0] ?? '') ?? english(tag)
    if (known) return known
  }
  return USUAL_DATE_LANGUAGE
}

/** What browsers call some of them. */
const ALSO: Readonly<Record<string, DateLanguage>> = {
  no: 'nb',
  'nb-no': 'nb',
  zh: 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
}

function exactly(tag: string): DateLanguage | undefined {
  return DATE_LANGUAGES.find((language) => language.toLowerCase() === tag.toLowerCase())
}

function english(tag: string): DateLanguage | undefined {
  return tag === 'en' || tag.startsWith('en-') ? USUAL_DATE_LANGUAGE : undefined
}
