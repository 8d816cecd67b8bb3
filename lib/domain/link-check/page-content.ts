import sniffEncoding from 'html-encoding-sniffer'
import { computedMIMEType, MIMEType } from 'whatwg-mimetype'
import { headerValues, type PageObservation } from './page-observation.ts'

type ContentKind = 'html' | 'xhtml' | 'text' | 'other'
export type PageContent = {
  kind: ContentKind
  /** The type without parameters, "text/html". */
  contentType: string
  /** The Encoding Standard's name in lower case; null for what is not read as text. */
  charset: string | null
  /** Neither BOM, header nor prescan named an encoding, so a later `<meta charset>` still may. */
  charsetIsTentative: boolean
}

/** What browsers take in most languages where nothing is said (HTML standard, "determining the character encoding"). */
const DEFAULT_CHARSET = 'windows-1252'
const READ_AS_TEXT = new Set(['text/plain', 'text/markdown'])

/** What kind of thing a body is and how its bytes are to be read (MIME Sniffing, HTML and Encoding standards). */
export function contentOf({ headers, body }: Pick<PageObservation, 'headers' | 'body'>): PageContent {
  const declared = declaredType(headerValues({ headers }, 'content-type'))
  const noSniff = headerValues({ headers }, 'x-content-type-options').some((value) =>
    /^\s*nosniff\b/i.test(value),
  )
  const type = computedMIMEType(body, { contentTypeHeader: declared?.toString(), noSniff })
  const kind = kindOf(type)
  const label = declared?.parameters.get('charset')
  const charset = charsetOf(body, kind, label, DEFAULT_CHARSET)
  // Two defaults give two answers exactly when nothing but the default decided.
  const charsetIsTentative =
    kind === 'html' && charset === DEFAULT_CHARSET && charset !== charsetOf(body, kind, label, 'UTF-8')
  return { kind, contentType: type.essence, charset, charsetIsTentative }
}

/**
 * Of several Content-Type values the last valid one counts. One that names no charset takes over that of the first of its
 * type before it (Fetch standard, "extract a MIME type").
 */
function declaredType(values: string[]): MIMEType | null {
  const types = values.flatMap((value) => value.split(/,(?=[^,;"]*\/)/)).map((value) => MIMEType.parse(value))
  let last: MIMEType | null = null
  let charset: string | undefined
  for (const type of types) {
    if (type === null || type.essence === '*/*') continue
    const own = type.parameters.get('charset')
    if (type.essence !== last?.essence) charset = own
    else if (own === undefined && charset !== undefined) type.parameters.set('charset', charset)
    last = type
  }
  return last
}

function kindOf(type: MIMEType): ContentKind {
  if (type.isHTML()) return 'html'
  if (type.essence === 'application/xhtml+xml') return 'xhtml'
  return READ_AS_TEXT.has(type.essence) ? 'text' : 'other'
}

function charsetOf(
  body: Uint8Array,
  kind: ContentKind,
  label: string | undefined,
  fallback: string,
): string | null {
  if (kind === 'other') return null
  if (kind === 'xhtml')
    return sniffEncoding(body, { transportLayerEncodingLabel: label, xml: true }).toLowerCase()
  const maxPrescanBytes = kind === 'text' ? 0 : 1024
  return sniffEncoding(body, {
    transportLayerEncodingLabel: label,
    defaultEncoding: fallback,
    maxPrescanBytes,
  }).toLowerCase()
}
