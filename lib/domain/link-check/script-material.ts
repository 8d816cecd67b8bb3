/** Longer scripts are libraries; what they write cannot be told by reading them. */
const FOLDED_MAX_CHARACTERS = 50_000
const DECODED_MAX_CHARACTERS = 500_000
const CONSTANTS_MAX = 200

/**
 * Code and data as text in which an address or a name can be looked for: as it stands, and as it would read once
 * escapes, percent-encoding and base64 are undone and strings put together. Nothing is run.
 */
export function readableMaterial(code: readonly string[], data: readonly string[]): string {
  const plain = [...code, ...data]
  const folded = code.filter((text) => text.length <= FOLDED_MAX_CHARACTERS).flatMap(foldStrings)
  const open = [...plain, ...folded]
  const unescaped = open.flatMap(withoutEscapes)
  return [...open, ...unescaped, ...decodedBase64([...open, ...unescaped])].join('\n')
}

/** Strings put together from parts and constants: "ac" + "me.test", `https://${host}`, ["acme", "test"].join("."). */
function foldStrings(code: string): string[] {
  const results: string[] = []
  if (/["'`]|\$\{/.test(code) && /\+|\$\{|\.concat\s*\(|\.join\s*\(/.test(code))
    results.push(joinParts(withConstants(code)))
  if (code.includes('fromCharCode')) results.push(...fromCharCodes(code))
  if (code.includes('.reverse(')) results.push([...code].reverse().join(''))
  return results
}

function withConstants(code: string): string {
  const constants = new Map<string, string>()
  for (const match of code.matchAll(
    /([A-Za-z_$][\w$]*)\s{0,9}[=:]\s{0,9}(["'`])((?:(?!\2)[^\\\n$]){0,200})\2/g,
  )) {
    if (match[1] !== undefined && constants.size < CONSTANTS_MAX) constants.set(match[1], match[3] ?? '')
  }
  if (constants.size === 0) return code
  return code
    .replace(/\$\{\s{0,9}([A-Za-z_$][\w$]*)\s{0,9}\}/g, (whole, name: string) => constants.get(name) ?? whole)
    .replace(
      /(?<=\+\s{0,9}(?:[A-Za-z_$][\w$]{0,30}\.)?)[A-Za-z_$][\w$]*|[A-Za-z_$][\w$]*(?=\s{0,9}\+)/g,
      (name) => (constants.has(name) ? `"${constants.get(name)}"` : name),
    )
    .replace(/\b[A-Za-z_$][\w$]{0,30}\."/g, '"')
}

function joinParts(code: string): string {
  const joint = /\.join\s*\(\s*(["'`])([^"'`]{0,3})\1\s*\)/.exec(code)?.[2]
  const joined = joint === undefined ? code : code.replace(/["'`]\s{0,9},\s{0,9}["'`]/g, joint)
  return joined.replace(/["'`]\s{0,9}(?:\+|\.\s{0,9}concat\s{0,9}\()\s{0,9}["'`]/g, '')
}

function fromCharCodes(code: string): string[] {
  return [...code.matchAll(/fromCharCode\s*\(([\dxa-f,\s]{1,2000})\)/gi)].map(([, list = '']) =>
    String.fromCharCode(...list.split(',').map((number) => Number(number.trim()) & 0xffff)),
  )
}

/** "\x61", "\u0061", "\/", "%61" and "&#97;" undone, each where it stands. */
function withoutEscapes(text: string): string[] {
  if (!/[\\%]|&#/.test(text)) return []
  const plain = text
    .slice(0, DECODED_MAX_CHARACTERS)
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|(\/))/gi, (_, x, u, wide, slash) =>
      slash ? '/' : characterOf(Number.parseInt(x ?? u ?? wide, 16)),
    )
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex, decimal) =>
      characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/(?:%[\da-f]{2})+/gi, unpercent)
  return plain === text ? [] : [plain]
}

function unpercent(run: string): string {
  try {
    // Twice, for an address inside the query of another.
    return unpercentOnce(unpercentOnce(run))
  } catch {
    return run.replace(/%([\da-f]{2})/gi, (_, hex) => characterOf(Number.parseInt(hex, 16)))
  }
}

function unpercentOnce(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function decodedBase64(texts: string[]): string[] {
  const decoded: string[] = []
  let left = DECODED_MAX_CHARACTERS
  for (const text of texts) {
    for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{10,}={0,2}/g)) {
      left -= run.length
      if (left < 0) return decoded
      const plain = fromBase64(run)
      if (plain !== null) decoded.push(plain)
    }
  }
  return decoded
}

/** What a run says in base64; null where it says nothing a person would read. */
function fromBase64(run: string): string | null {
  const length = run.replace(/=+$/, '').length
  // Words of one case and impossible lengths are no base64; asking costs.
  if (length % 4 === 1 || !/[a-z]/.test(run) || !/[A-Z]/.test(run)) return null
  try {
    const plain = atob(run.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, ''))
    return /^[\t\n\r -~\u0080-\u00ff]*$/.test(plain) && /[a-z]{2}/i.test(plain) ? plain : null
  } catch {
    return null
  }
}
