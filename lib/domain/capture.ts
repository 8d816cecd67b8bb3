import { parseWebAddress } from './web-address.ts'

/** Words taken along from a page. More is not one thought. */
export const CAPTURED_QUOTE_MAX_CHARACTERS = 1_500
const TITLE_MAX_CHARACTERS = 300
/** An address is looked for in so much of a shared text. */
const TEXT_MAX_CHARACTERS = 20_000
const ADDRESS = /https?:\/\/[^\s<>"“”„«»`]{3,2000}/giu
const SEPARATORS = /\s+(?:[|·•–—»]|-|::)\s+/u

export type Capture = {
  /** Empty where none came along, or what came is no address of a page. */
  url: string
  title: string
  quote: string
  /** What is wrong with the address, in words; null where there is one. */
  problem: string | null
}

type Sent = { url?: string | undefined; title?: string | undefined; text?: string | undefined }

/**
 * Reads what a bookmarklet or a phone's share menu sent. Android puts the address into the text, often behind the words and
 * with a mark for the place on the page; some apps send it as the title. Nothing of it is trusted: only http(s) addresses count.
 */
export function readCapture({ url = '', title = '', text = '' }: Sent): Capture {
  const words = plain(text.slice(0, TEXT_MAX_CHARACTERS))
  const heading = plain(title.slice(0, TEXT_MAX_CHARACTERS))
  const given = url.trim() === '' ? null : parseWebAddress(url)
  const inText = addressIn(words)
  const inTitle = addressIn(heading)
  const found = given?.ok ? given.url : (inText?.url ?? inTitle?.url ?? '')
  const wordsLeft = inText && samePlace(inText.url, found) ? inText.rest : words
  const titleLeft = inTitle && samePlace(inTitle.url, found) ? inTitle.rest : heading
  const quote = unquoted(wordsLeft)
  return {
    url: withoutPlace(found),
    title: titleLeft.slice(0, TITLE_MAX_CHARACTERS).toWellFormed().trim(),
    quote: quote === titleLeft ? '' : cutAtWord(quote, CAPTURED_QUOTE_MAX_CHARACTERS),
    problem: found
      ? null
      : given && !given.ok
        ? given.error
        : 'No address came along. Paste the address of the page.',
  }
}

/**
 * The parameters of a link that carries a capture. Where they would be longer than `atMost` letters in an address, words are
 * left away from the quote's end: servers refuse addresses that are too long.
 */
export function captureParameters(
  { url, title, quote }: Pick<Capture, 'url' | 'title' | 'quote'>,
  atMost = 6_000,
): URLSearchParams {
  const parameters = new URLSearchParams({ url, title })
  let text = quote
  while (text !== '' && parameters.toString().length + encodeURIComponent(text).length > atMost)
    text = cutAtWord(text, Math.floor(text.length * 0.9))
  if (text) parameters.set('text', text)
  return parameters
}

/** What an outlet is likely called, by the end of a page's title ("Seven packs - Packlight Diary"); else by its host. */
export function outletNameFrom({ title, url }: Pick<Capture, 'title' | 'url'>): string {
  const parts = title.split(SEPARATORS)
  const last = parts.at(-1)?.trim() ?? ''
  if (parts.length > 1 && last.length >= 2 && last.length <= 60) return last
  const parsed = parseWebAddress(url)
  return parsed.ok ? (parsed.readable.split('/')[0] ?? '') : ''
}

/** At most so many letters, ending behind a whole word where there is one near. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  if (/\s/.test(text.charAt(max))) return text.slice(0, max).trimEnd()
  const cut = text.slice(0, max)
  const space = cut.search(/\s\S*$/)
  return (space > max / 2 ? cut.slice(0, space) : cut)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()
}

/** Control characters and marks of direction are nobody's words, and could make an address look like another one. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function addressIn(text: string): { url: string; rest: string } | null {
  for (const match of text.matchAll(ADDRESS)) {
    const written = withoutSentenceEnd(match[0])
    const parsed = parseWebAddress(written)
    if (!parsed.ok) continue
    const rest = text.slice(0, match.index) + text.slice(match.index + written.length)
    return {
      url: parsed.url,
      rest: rest
        .replace(/\s+/g, ' ')
        .replace(/^[\s,.;:)\]}-]+$/, '')
        .trim(),
    }
  }
  return null
}

/** "(see https://example.com/a_(b))." ends before the marks of the sentence around it. */
function withoutSentenceEnd(address: string): string {
  let end = address.length
  for (;;) {
    const last = address.charAt(end - 1)
    if (/[.,;:!?'’*_]/.test(last)) end -= 1
    else if (last === ')' && !isOpened(address.slice(0, end))) end -= 1
    else if (last === ']' || last === '}') end -= 1
    else return address.slice(0, end)
  }
}

function isOpened(address: string): boolean {
  return address.split('(').length >= address.split(')').length
}

function samePlace(one: string, other: string): boolean {
  return withoutPlace(one) === withoutPlace(other)
}

/** "#:~:text=..." marks words on the page; it is no part of where the page stands. */
function withoutPlace(address: string): string {
  const url = URL.parse(address)
  if (!url) return ''
  url.hash = url.hash.replace(/:~:.*$/s, '').replace(/^#$/, '')
  return url.href.replace(/#$/, '')
}

const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’', "'": "'" }

function unquoted(text: string): string {
  const close = PAIRS[text.charAt(0)]
  const isWhole = close !== undefined && text.length > 2 && text.endsWith(close)
  const inside = text.slice(1, -1)
  return isWhole && !inside.includes(close) ? inside.trim() : text
}
