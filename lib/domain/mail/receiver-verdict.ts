/** What the receiving server found out about a mail, in its own words: "pass", "fail", "none" ...; null where it does not say. */
export type ReceiverVerdict = {
  spf: string | null
  dkim: string | null
  dmarc: string | null
  /** Domains that signed it (DKIM-Signature, d=). */
  signedBy: string[]
}

const HEADER_MAX_CHARACTERS = 100_000

/**
 * Reads Authentication-Results (RFC 8601) and DKIM-Signature of a mail that came back to its sender. Only the topmost
 * Authentication-Results counts: those below may be the sender's own. Unfolds and reads in linear time.
 */
export function receiverVerdict(headers: string): ReceiverVerdict {
  const fields = unfolded(headers.slice(0, HEADER_MAX_CHARACTERS))
  const results = fields.find(({ name }) => name === 'authentication-results')?.value ?? ''
  const methods = withoutComments(results)
    .split(';')
    .slice(1)
    .map((part) => /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part))
  const answersOf = (method: string) =>
    methods.flatMap((match) =>
      match?.[1]?.toLowerCase() === method && match[2] ? [match[2].toLowerCase()] : [],
    )
  const best = (method: string) => {
    const answers = answersOf(method)
    return answers.includes('pass') ? 'pass' : (answers[0] ?? null)
  }
  const signedBy = fields
    .filter(({ name }) => name === 'dkim-signature')
    .flatMap(({ value }) => value.split(';').map((tag) => /^\s*d\s*=\s*([a-z0-9._-]+)\s*$/i.exec(tag)?.[1]))
    .filter((domain) => domain !== undefined)
    .map((domain) => domain.toLowerCase())
  return { spf: best('spf'), dkim: best('dkim'), dmarc: best('dmarc'), signedBy: [...new Set(signedBy)] }
}

function unfolded(headers: string): { name: string; value: string }[] {
  const fields: { name: string; value: string }[] = []
  for (const row of headers.split(/\r?\n/)) {
    if (row === '') break
    const last = fields.at(-1)
    if ((row.startsWith(' ') || row.startsWith('\t')) && last) last.value += row
    else {
      const colon = row.indexOf(':')
      if (colon > 0)
        fields.push({ name: row.slice(0, colon).trim().toLowerCase(), value: row.slice(colon + 1) })
    }
  }
  return fields
}

function withoutComments(text: string): string {
  let depth = 0
  let rest = ''
  for (const letter of text) {
    if (letter === '(') depth += 1
    else if (letter === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) rest += letter
  }
  return rest
}
