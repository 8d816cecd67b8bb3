/** One property of a contact card: `item1.URL;TYPE=work:https://example.com` */
export type VcardProperty = {
  group: string
  /** In capitals. */
  name: string
  /** In lower case: "type" has every TYPE, also those that vCard 2.1 writes bare. */
  params: ReadonlyMap<string, readonly string[]>
  /** As written, with its escapes; quoted-printable is decoded. */
  value: string
}

const BARE_ENCODINGS = new Set(['quoted-printable', 'base64', '8bit', '7bit'])

/** Reads an unfolded line of a vCard (2.1, RFC 2426, RFC 6350). Null when it is none, or carries binary data. */
export function readVcardLine(line: string): VcardProperty | null {
  const colon = endOfHead(line)
  if (colon === -1) return null
  const [first = '', ...rest] = dividedOutsideQuotes(line.slice(0, colon), ';')
  const dot = first.indexOf('.')
  const params = paramsOf(rest)
  const encoding = params.get('encoding')?.[0]?.toLowerCase()
  if (encoding === 'b' || encoding === 'base64') return null
  const raw = line.slice(colon + 1)
  return {
    group: first.slice(0, Math.max(dot, 0)).trim().toLowerCase(),
    name: first
      .slice(dot + 1)
      .trim()
      .toUpperCase(),
    params,
    value: encoding === 'quoted-printable' ? fromQuotedPrintable(raw, params.get('charset')?.[0]) : raw,
  }
}

/** Says of an unfinished line whether its end "=" is a soft line break. */
export function isQuotedPrintable(line: string): boolean {
  const colon = endOfHead(line)
  return colon !== -1 && /[;=]quoted-printable(?:;|$)/i.test(line.slice(0, Math.min(colon, 1_000)))
}

/** Parts of a value between unescaped dividers, with their escapes taken out. */
export function vcardParts(value: string, divider: ';' | ',', version: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1
    else if (value[at] === divider) {
      parts.push(vcardText(value.slice(from, at), version))
      from = at + 1
    }
  }
  return [...parts, vcardText(value.slice(from), version)]
}

/** A value without its escapes. Cards also escape where they should not ("https\://"). vCard 2.1 has no "\n". */
export function vcardText(value: string, version: string): string {
  const unescaped = value.replace(/\\([\\,;:nN])/g, (written, character: string) => {
    if (character !== 'n' && character !== 'N') return character
    return version === '2.1' ? written : '\n'
  })
  return unescaped.trim()
}

/** The colon that ends name and parameters; one between quotes belongs to a parameter. */
function endOfHead(line: string): number {
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]
    if (character === '"') isQuoted = !isQuoted
    else if (character === ':' && !isQuoted) return at
  }
  return isQuoted ? line.indexOf(':') : -1
}

function dividedOutsideQuotes(text: string, divider: string): string[] {
  const parts: string[] = []
  let part = ''
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === divider && !isQuoted) {
      parts.push(part)
      part = ''
      continue
    }
    part += character
  }
  return [...parts, part]
}

function paramsOf(parts: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const part of parts) {
    const equals = part.indexOf('=')
    const bare = part.trim()
    const isEncoding = BARE_ENCODINGS.has(bare.toLowerCase())
    const name =
      equals === -1 ? (isEncoding ? 'encoding' : 'type') : part.slice(0, equals).trim().toLowerCase()
    const values =
      equals === -1
        ? [bare]
        : part
            .slice(equals + 1)
            .replaceAll('"', '')
            .split(',')
    params.set(name, [...(params.get(name) ?? []), ...values.map((value) => value.trim())])
  }
  return params
}

function fromQuotedPrintable(text: string, charset = 'utf-8'): string {
  const plain = new TextEncoder().encode(text)
  const bytes = new Uint8Array(plain.length)
  let length = 0
  for (let at = 0; at < plain.length; at += 1) {
    const hex = plain[at] === 0x3d ? String.fromCharCode(plain[at + 1] ?? 0, plain[at + 2] ?? 0) : ''
    const isByte = /^[0-9a-f]{2}$/i.test(hex)
    bytes[length] = isByte ? Number.parseInt(hex, 16) : (plain[at] ?? 0)
    length += 1
    if (isByte) at += 2
  }
  return decoded(bytes.subarray(0, length), charset).replace(/\r\n?/g, '\n')
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    // An unknown name, or bytes that are not what the card says: old phones wrote their own Windows letters.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
