const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const INITIAL_BIAS = 72
const INITIAL_N = 128
const LABEL_MAX_CHARACTERS = 63

/**
 * A host as a reader would write it: "xn--bcher-kva.de" is "bücher.de". A label that mixes Latin, Greek and Cyrillic
 * letters stays as it is, because such a name is made to look like another one.
 */
export function readableHost(asciiHost: string): string {
  return asciiHost.split('.').map(readableLabel).join('.')
}

function readableLabel(label: string): string {
  if (!label.startsWith('xn--') || label.length > LABEL_MAX_CHARACTERS) return label
  const decoded = decodePunycode(label.slice(4))
  return decoded === null || mixesScripts(decoded) ? label : decoded
}

function mixesScripts(text: string): boolean {
  return (
    [/\p{sc=Latin}/u, /\p{sc=Greek}/u, /\p{sc=Cyrillic}/u].filter((script) => script.test(text)).length > 1
  )
}

/** RFC 3492, section 6.2. Null for what is no valid encoding. */
function decodePunycode(encoded: string): string | null {
  const lastHyphen = encoded.lastIndexOf('-')
  const output = lastHyphen > 0 ? encoded.slice(0, lastHyphen).split('') : []
  let n = INITIAL_N
  let i = 0
  let bias = INITIAL_BIAS
  let at = lastHyphen > 0 ? lastHyphen + 1 : 0
  while (at < encoded.length) {
    const before = i
    let weight = 1
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(encoded.charCodeAt(at))
      if (digit === null) return null
      at += 1
      i += digit * weight
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX)
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    bias = adapt(i - before, output.length + 1, before === 0)
    n += Math.floor(i / (output.length + 1))
    i %= output.length + 1
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null
    output.splice(i, 0, String.fromCodePoint(n))
    i += 1
  }
  return output.join('')
}

function digitOf(code: number): number | null {
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26
  if (code >= 0x61 && code <= 0x7a) return code - 0x61
  return null
}

function adapt(delta: number, points: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? DAMP : 2))
  rest += Math.floor(rest / points)
  let k = 0
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN))
    k += BASE
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}
