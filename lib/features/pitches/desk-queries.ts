import { z } from 'zod'
import { firstNameOf, type VariableValues } from '#lib/domain/pitch-desk/pitch-variables.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listBlocksForLetter } from '../blocks/block-queries.ts'
import { findOutletLook } from '../prospects/outlet-look-queries.ts'

/**
 * What lies beside a letter while it is written: the post and our notes, who they are, how they like to be written to; and
 * what may be put into it. @throws NotFound
 */
export async function getDesk(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    select: deskFields,
  })
  if (!pitch) throw new NotFound()
  const { prospect, campaign, writerId, readingNote } = pitch
  const [look, otherNotes, affiliation, blocks] = await Promise.all([
    findOutletLook(scope, prospect.id),
    database().readingNote.findMany({
      where: { workspaceId, prospectId: prospect.id, deletedAt: null, id: { not: readingNote?.id } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: OTHER_NOTES_SHOWN,
      select: { id: true, url: true, quote: true, struck: true, pageCopy: { select: { title: true } } },
    }),
    database().affiliation.findFirst({
      where: { workspaceId, prospectId: prospect.id, contactId: pitch.contact.id },
      select: { role: true, since: true, until: true },
    }),
    listBlocksForLetter(scope, { siteId: campaign.siteId, memberId: writerId }),
  ])
  return {
    ...pitch,
    readingNote: readingNote?.deletedAt ? null : readingNote,
    look,
    otherNotes,
    affiliation,
    blocks,
    contactLinks: contactLinksSchema.parse(pitch.contact.links),
    values: valuesOf(pitch),
  }
}

export type Desk = Awaited<ReturnType<typeof getDesk>>

const OTHER_NOTES_SHOWN = 5

/** As cards and imports bring them; anything else is left out. */
const contactLinksSchema = z.array(z.object({ url: z.string(), label: z.string().catch('') })).catch([])

const deskFields = {
  id: true,
  writerId: true,
  writer: { select: { name: true } },
  workspace: { select: { postalAddress: true } },
  campaign: {
    select: {
      siteId: true,
      story: true,
      targetUrls: true,
      site: { select: { name: true, ownerName: true } },
    },
  },
  contact: {
    select: {
      id: true,
      name: true,
      role: true,
      note: true,
      country: true,
      timeZone: true,
      writesAs: true,
      links: true,
    },
  },
  channel: {
    select: {
      address: true,
      origin: { select: { page: true, words: true, seenOn: true, noUnsolicited: true, fitsRole: true } },
    },
  },
  prospect: {
    select: {
      id: true,
      name: true,
      homepage: true,
      whyCare: true,
      note: true,
      language: true,
      country: true,
      guidelines: true,
      guidelinesUrl: true,
      guidelinesNote: true,
    },
  },
  readingNote: {
    select: {
      id: true,
      url: true,
      quote: true,
      struck: true,
      gap: true,
      deletedAt: true,
      author: { select: { name: true } },
      pageCopy: {
        select: { title: true, text: true, finalUrl: true, status: true, fetchedAt: true },
      },
    },
  },
} satisfies Prisma.PitchSelect

type DeskRow = Prisma.PitchGetPayload<{ select: typeof deskFields }>

function valuesOf({ contact, prospect, writer, campaign, readingNote, workspace }: DeskRow): VariableValues {
  const title = readingNote && !readingNote.deletedAt ? readingNote.pageCopy.title : ''
  return {
    'first name': firstNameOf(contact.name),
    'full name': said(contact.name),
    'their site': said(prospect.name),
    'post title': said(title),
    'my name': said(writer.name),
    'site name': said(campaign.site.name),
    'site owner': said(campaign.site.ownerName),
    'postal address': said(workspace.postalAddress),
  }
}

function said(words: string): string | null {
  return words.trim() === '' ? null : words.trim()
}
