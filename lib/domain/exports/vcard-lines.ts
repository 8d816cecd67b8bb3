/** A person as a contact card carries them. */
export type VcardPerson = {
  uid: string
  name: string
  organisation: string | null
  title: string
  emails: readonly string[]
  links: readonly { url: string; label?: string | null }[]
  /** Profiles and handles that are no web addresses. */
  handles: readonly string[]
  tags: readonly string[]
  note: string
  timeZone: string | null
  /** ISO 8601, UTC. */
  changedAt: string
}

const LINE_OCTETS = 75

/**
 * A contact card (vCard 4.0, RFC 6350), with its line ends. A link with a label stands in a group, as address books write
 * it: `item1.URL` and `item1.X-ABLabel`.
 */
export function vcardOf(person: VcardPerson): string {
  const labelled = person.links.filter(({ label }) => label)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:${uri(person.uid)}`,
    `FN:${escaped(person.name)}`,
    ...filled('ORG', person.organisation ?? ''),
    ...filled('TITLE', person.title),
    ...person.emails.map((email, at) => `EMAIL;PREF=${Math.min(at + 1, 100)}:${escaped(email)}`),
    ...labelled.flatMap(({ url, label }, at) => [
      `item${at + 1}.URL:${uri(url)}`,
      `item${at + 1}.X-ABLabel:${escaped(label ?? '')}`,
    ]),
    ...person.links.filter(({ label }) => !label).map(({ url }) => `URL:${uri(url)}`),
    ...person.handles.map((handle) => `X-RAPPORT-HANDLE:${escaped(handle)}`),
    ...(person.tags.length > 0 ? [`CATEGORIES:${person.tags.map(escaped).join(',')}`] : []),
    ...filled('NOTE', person.note),
    ...filled('TZ', person.timeZone ?? ''),
    `REV:${person.changedAt.replace(/[-:]|\.\d+/g, '')}`,
    'END:VCARD',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/** Parts a line so that none is longer than 75 octets, and no letter is cut in two (RFC 6350, section 3.2). */
export function foldLine(line: string): string {
  if (line.length * 3 <= LINE_OCTETS) return line
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const width = octetsOf(letter.codePointAt(0) ?? 0)
    if (octets + width > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += width
  }
  return folded
}

function filled(name: string, text: string): string[] {
  return text === '' ? [] : [`${name}:${escaped(text)}`]
}

/** Line ends become "\n"; other control characters have no place in a card. */
function escaped(text: string): string {
  return (
    text
      .replace(/[\\,;]/g, '\\$&')
      .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f]/g, '')
  )
}

/** An address is not escaped, so it must not be able to end its line. */
function uri(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0020\u007f]/g, '')
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
