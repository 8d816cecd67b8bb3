import type { OtherPitch } from '#lib/domain/pitch-gate/pitch-facts.ts'
import { type PreparedText, prepareText } from '#lib/domain/pitch-gate/shingles.ts'
import type { Database, Transaction } from '#lib/server/database.ts'

/** How many other texts of the workspace a draft is compared with, newest first. */
const OTHERS_COMPARED = 500
const MOST_KEPT = 5_000

/**
 * Other pitches of the workspace, taken apart for the comparison with their own names, quotes and required lines left
 * out. Taking one apart costs more than comparing, and the editor asks after every pause, so that is done once a text.
 */
export async function listOtherTexts(
  db: Database | Transaction,
  workspaceId: string,
  pitchId: string,
): Promise<OtherPitch[]> {
  const others = await db.pitch.findMany({
    where: { workspaceId, deletedAt: null, id: { not: pitchId }, body: { not: '' } },
    select: {
      id: true,
      revision: true,
      readingNoteId: true,
      body: true,
      contact: { select: { name: true } },
      writer: { select: { name: true } },
      campaign: { select: { site: { select: { name: true } } } },
      channel: { select: { origin: { select: { page: true, words: true } } } },
      readingNote: { select: { quote: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: OTHERS_COMPARED,
  })
  return others.map((other) => ({
    id: other.id,
    label: `the one to ${other.contact.name}`,
    body: other.body,
    prepared: keptOr(`${other.id}:${other.revision}:${other.readingNoteId}`, () => prepare(other)),
  }))
}

type Other = {
  body: string
  contact: { name: string }
  writer: { name: string }
  campaign: { site: { name: string } }
  channel: { origin: { page: string; words: string } | null }
  readingNote: { quote: string } | null
}

function prepare({ body, contact, writer, campaign, channel, readingNote }: Other): PreparedText {
  return prepareText(body, {
    contactName: contact.name,
    signature: '',
    sender: { name: writer.name, company: campaign.site.name, postalAddress: null },
    origin: channel.origin ? { ...channel.origin, noUnsolicited: false, fitsRole: null } : null,
    reading: readingNote ? { pageText: '', quote: readingNote.quote, gap: null } : null,
  })
}

const kept = new Map<string, PreparedText>()

function keptOr(key: string, prepare: () => PreparedText): PreparedText {
  const known = kept.get(key)
  if (known) return known
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  const prepared = prepare()
  kept.set(key, prepared)
  return prepared
}
