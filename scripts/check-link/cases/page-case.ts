import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'

/** One answer of a server. A plain string is a page of HTML in UTF-8. */
export type Served =
  | string
  | {
      status?: number
      /** Content-Type; "text/html; charset=utf-8" where it is left out, none where it is null. */
      type?: string | null
      headers?: readonly (readonly [name: string, value: string])[]
      /** In UTF-8. */
      body?: string
      /** The body with one character a byte, for what is not UTF-8. */
      bytes?: string
      coding?: 'gzip' | 'br' | 'deflate' | 'raw-deflate'
      /** Everything that goes over the wire after the request, one character a byte. */
      raw?: string
      /** What happens once that was sent: the connection stays open in silence, or breaks off. */
      after?: 'stall' | 'reset'
    }

/** What a fact must be: a value, a pattern for words, or anything but one value. */
export type Wanted<T> = T | RegExp | { not: T }

export type PageCase = {
  name: string
  /** Which standard, or which page of Google's documentation, settles the facts below. */
  source: string
  /** The address looked at; an address of its own on blog.test where it is left out. */
  url?: string
  /** What is served there; null where nothing may ever be asked for. */
  page: Served | null
  /** What is served elsewhere, by address, "HEAD " before it for that method only. Other pages are a plain 404. */
  also?: Readonly<Record<string, Served>>
  /** "host:port" that does not exist (null), that nobody listens on, or that speaks HTTP where TLS is due. */
  names?: Readonly<Record<string, null | 'closed' | 'no TLS'>>
  ask?: Partial<LinkQuestion>
  facts: { readonly [Fact in keyof LinkFacts]?: Wanted<LinkFacts[Fact]> }
  verdict?: VerdictKind
}

type More = Omit<PageCase, 'name' | 'source' | 'page' | 'facts'>

export const LINK = '<a href="http://acme.test/kit">kit</a>'
/** An ordinary post of some length that names nobody. */
export const POST = `<h1>Long walks</h1><p>${'We walked for nine days along the coast, and the weather held for most of it. '.repeat(5)}</p>`

/** A page as it stands. */
export function page(
  name: string,
  source: string,
  served: Served | null,
  facts: PageCase['facts'],
  more: More = {},
) {
  return { name, source, page: served, facts, ...more } satisfies PageCase
}

/** An ordinary post, and after it what the case is about. */
export function post(name: string, source: string, html: string, facts: PageCase['facts'], more: More = {}) {
  return page(name, source, `<!doctype html><title>Long walks</title>${POST}${html}`, facts, more)
}

/** An ordinary post with a link to us, and in its head what the case is about. */
export function head(name: string, source: string, html: string, facts: PageCase['facts'], more: More = {}) {
  const whole = `<!doctype html><html><head><title>Long walks</title>${html}</head><body>${POST}<p>Our ${LINK}.</p></body></html>`
  return page(name, source, whole, facts, more)
}

/** The address a case is served at. */
export function addressOf({ name, url }: Pick<PageCase, 'name' | 'url'>): string {
  return url ?? `http://blog.test/${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`
}
