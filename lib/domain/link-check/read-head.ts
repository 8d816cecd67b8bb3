import type { PageRecord } from './page-record.ts'

type Attribute = (name: string) => string | null

/** More of these stand on no page that people made; what a hostile one adds is not looked through. */
const KEPT = { charsets: 100, canonicals: 50 }

/** Notes what a `meta` says of robots, of the encoding, and of another address to go to. */
export function readMeta(record: PageRecord, attribute: Attribute, inHead: boolean) {
  const content = attribute('content')
  const name = attribute('name')
  const pragma = attribute('http-equiv')?.trim().toLowerCase()
  if (name !== null && content !== null) record.metas.push({ name, content, inHead })
  if (pragma === 'refresh' && content !== null) record.refreshes.push(content)
  const inPragma =
    pragma === 'content-type' ? /charset\s*=\s*["']?([^"'\s;]+)/i.exec(content ?? '')?.[1] : undefined
  const charset = attribute('charset') ?? inPragma
  if (charset && record.charsets.length < KEPT.charsets) record.charsets.push(charset)
}

/** Notes a canonical address. Google ignores one for a language, medium or type of the page. */
export function readHeadLink(record: PageRecord, attribute: Attribute) {
  const rel = (attribute('rel') ?? '').toLowerCase().split(/\s+/)
  if (!rel.includes('canonical') || record.canonicals.length >= KEPT.canonicals) return
  const href = attribute('href')
  const isForOne = ['hreflang', 'lang', 'media', 'type'].some((name) => attribute(name) !== null)
  if (href !== null && !isForOne) record.canonicals.push(href)
}
