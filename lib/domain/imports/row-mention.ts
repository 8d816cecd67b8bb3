import { parseWebAddress } from '../web-address.ts'
import type { ImportField } from './import-fields.ts'
import { formatFacts, type ImportFormat } from './import-formats.ts'
import type { ImportedMention, ImportProvenance, MentionClaim } from './import-record.ts'
import { oneLine, readBoolean, readNumber, readProvenance, readRel, saysLost } from './import-values.ts'
import type { RowValues } from './row-values.ts'

export type MentionAnswer = { ok: true; mention: ImportedMention | null } | { ok: false; reason: string }

/** In a person's own sheet, one of these says that the page links. */
const LINK_FIELDS: readonly ImportField[] = ['mention.sourceUrl', 'mention.targetUrl', 'mention.anchor']

const REL_FLAGS = [
  ['mention.nofollow', 'nofollow'],
  ['mention.ugc', 'ugc'],
  ['mention.sponsored', 'sponsored'],
] as const satisfies readonly (readonly [ImportField, string])[]

/** The page of a row that links to us, names us, or is only named. Null where there is none; refused where it is no address. */
export function mentionOf(values: RowValues, format: ImportFormat): MentionAnswer {
  const { field, page, target: written } = pageAndTarget(values)
  if (page === '') return { ok: true, mention: null }
  const source = parseWebAddress(page)
  if (!source.ok) {
    return isNoAddress(page) && format === 'spreadsheet'
      ? { ok: true, mention: null }
      : {
          ok: false,
          reason: `"${page.slice(0, 80)}" in the column "${values.headerOf(field)}": ${source.error}`,
        }
  }
  const target = parseWebAddress(written)
  const anchor = oneLine(values.first('mention.anchor'))
  const rel = relOf(values)
  const firstSeen = values.date('mention.firstSeen')
  const provenance = provenanceOf(values)
  const mention: ImportedMention = {
    sourceUrl: source.url,
    ...(target.ok ? { targetUrl: target.url } : {}),
    ...(anchor === '' ? {} : { anchor }),
    ...(rel === null ? {} : { rel }),
    claim: claimOf(values, format),
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(provenance === null ? {} : { provenance }),
  }
  return { ok: true, mention }
}

/** "Link URL" beside the URL of a post is the page that links, or what is linked to: where the post is on another host. */
function pageAndTarget(values: RowValues) {
  const [link, post] = [values.first('mention.sourceUrl'), values.first('mention.pageUrl')]
  const target = values.first('mention.targetUrl')
  if (link === '') return { field: 'mention.pageUrl', page: post, target } as const
  const linkHost = hostOf(link)
  const isTarget = post !== '' && target === '' && linkHost !== null && hostOf(post) !== linkHost
  if (isTarget) return { field: 'mention.pageUrl', page: post, target: link } as const
  return { field: 'mention.sourceUrl', page: link, target } as const
}

function hostOf(text: string): string | null {
  const address = parseWebAddress(text)
  return address.ok && !isNoAddress(text) ? address.host.replace(/^www\./, '') : null
}

/** Said of a row that was paid for or exchanged, with or without the page where the link stands. */
export function warnOfProvenance(values: RowValues): void {
  const provenance = provenanceOf(values)
  if (provenance) values.warn({ kind: provenance === 'exchange' ? 'exchange' : 'paid' })
}

/** People write "yes", "soon" or "-" where a link is expected: that is no broken address. */
function isNoAddress(page: string): boolean {
  return !page.includes('.') && !page.includes('/')
}

function claimOf(values: RowValues, format: ImportFormat): MentionClaim | null {
  if (values.all('mention.lost').some(saysLost)) return 'lost'
  if (format === 'spreadsheet' && /^(?:link )?(?:lost|removed)$/i.test(values.first('status'))) return 'lost'
  if (values.all('mention.unlinked').some((cell) => readBoolean(cell) === true)) return 'mention'
  const saysLink = LINK_FIELDS.some((field) => values.has(field))
  if (formatFacts(format).claims || (format === 'spreadsheet' && saysLink)) return 'linked'
  return format === 'base-me' && /^confirmed$/i.test(values.first('status')) ? 'linked' : null
}

function relOf(values: RowValues): string[] | null {
  const words = values.has('mention.rel') ? readRel(values.first('mention.rel')) : null
  const flags = REL_FLAGS.flatMap(([field, rel]) => {
    const flag = readBoolean(values.first(field))
    return flag === null ? [] : [{ rel, flag }]
  })
  if (words === null && flags.length === 0) return null
  return [...new Set([...(words ?? []), ...flags.filter(({ flag }) => flag).map(({ rel }) => rel)])]
}

function provenanceOf(values: RowValues): ImportProvenance | null {
  const said =
    readProvenance(values.first('mention.provenance')) ?? readProvenance(values.first('mention.rel'))
  if (said) return said
  const cost = values.first('mention.cost')
  const isPaid = cost !== '' && ((readNumber(cost) ?? 0) > 0 || /^(?:yes|y|true|paid)$/i.test(cost))
  return isPaid ? 'paid elsewhere' : null
}
