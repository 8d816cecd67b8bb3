import { headerOf, type MailFacts, type PitchTrace } from './mail-facts.ts'

const LONGEST_HEADER = 200_000
const LONGEST_TEXT = 1_000_000
const BETWEEN_IDS = /[\s<>()"',;[\]]+/

/** Which pitch each Message-ID of ours belongs to. An id that two pitches claim belongs to the first of them. */
export function indexMessageIds(pitches: readonly PitchTrace[]): Map<string, PitchTrace> {
  const index = new Map<string, PitchTrace>()
  for (const pitch of pitches) {
    for (const id of pitch.messageIds) {
      const bare = bareId(id)
      if (bare !== '' && !index.has(bare)) index.set(bare, pitch)
    }
  }
  return index
}

/** The pitch whose mail this one answers, by In-Reply-To and then by the latest of References, whoever sends it. */
export function pitchOfThread(facts: MailFacts, index: ReadonlyMap<string, PitchTrace>): PitchTrace | null {
  const answered = headerOf(facts, 'in-reply-to')
  const before = headerOf(facts, 'references')
  return (
    pitchNamedIn(answered, index) ??
    lastOf(idsIn(before), index) ??
    // Some programs break an id in two when they fold the line.
    pitchNamedIn(answered.replace(/\s+/g, ''), index) ??
    pitchNamedIn(before.slice(0, LONGEST_HEADER).replace(/\s+/g, ''), index)
  )
}

/** The pitch of the first of our ids that stands anywhere in a text. */
export function pitchNamedIn(text: string, index: ReadonlyMap<string, PitchTrace>): PitchTrace | null {
  if (index.size === 0) return null
  for (const id of text.slice(0, LONGEST_TEXT).split(BETWEEN_IDS)) {
    const pitch = id.includes('@') ? index.get(bareId(id)) : undefined
    if (pitch) return pitch
  }
  return null
}

function idsIn(header: string): string[] {
  return header.slice(-LONGEST_HEADER).split(BETWEEN_IDS)
}

function lastOf(ids: readonly string[], index: ReadonlyMap<string, PitchTrace>): PitchTrace | null {
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const pitch = index.get(bareId(ids[at] ?? ''))
    if (pitch) return pitch
  }
  return null
}

function bareId(id: string): string {
  return id.trim().replace(/^<|>$/g, '').trim().toLowerCase()
}
