import { type PreparedText, prepareText } from '#lib/domain/pitch-gate/shingles.ts'
import { foldText } from '#lib/domain/text/fold-text.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'

/** What a pitch's text is compared by: the text, and all that is left out of a comparison. */
export const PITCH_TEXT = {
  id: true,
  subject: true,
  body: true,
  contact: { select: { name: true } },
  writer: { select: { name: true } },
  campaign: { select: { site: { select: { name: true, ownerName: true, brandNames: true } } } },
  channel: { select: { origin: { select: { page: true, words: true } } } },
  readingNote: { select: { quote: true } },
  workspace: { select: { postalAddress: true } },
} satisfies Prisma.PitchSelect

export type PitchText = Prisma.PitchGetPayload<{ select: typeof PITCH_TEXT }>

/** A pitch's text with its own names, quote and required lines left out. */
export function preparePitchText(pitch: PitchText): PreparedText {
  const { body, contact, writer, campaign, channel, readingNote, workspace } = pitch
  return prepareText(body, {
    contactName: contact.name,
    signature: '',
    sender: {
      name: writer.name,
      company: companyIn(body, campaign.site),
      postalAddress: workspace.postalAddress || null,
    },
    origin: channel.origin ? { ...channel.origin, noUnsolicited: false, fitsRole: null } : null,
    reading: readingNote ? { pageText: '', quote: readingNote.quote, gap: null } : null,
  })
}

type Site = { name: string; ownerName: string; brandNames: string[] }

/** The name we go by in this letter: any of the Site's own says who we are. */
export function companyIn(body: string, { name, ownerName, brandNames }: Site): string {
  const folded = foldText(body)
  return [name, ownerName, ...brandNames].find((each) => each && folded.includes(foldText(each))) ?? name
}
