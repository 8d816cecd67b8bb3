import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'
import { type LetterKind, lettersOf } from './bench-letters.ts'

const PITCHES_PER_OUTLET = 20
const CHUNK = 2_000
const DRAFTS = 40
const DAY_MS = 86_400_000
const NOW = new Date('2026-05-06T09:00:00Z')
const PAGE =
  'Packing light for the ferry. I have carried the same canvas rucksack since my first summer on the boats.'

export type BenchedWorkspace = { workspaceId: string; memberId: string; draftIds: string[]; now: Date }

/** A workspace with so many sent pitches and some drafts, made where there is none yet. Its letters are always the same. */
export async function openWorkspaceOf(kind: LetterKind, pitches: number): Promise<BenchedWorkspace> {
  const db = databaseAcrossWorkspaces()
  const slug = `bench-gate-${kind.split(' ')[0]}-${pitches}`
  const known = await db.workspace.findUnique({ where: { slug }, select: { id: true } })
  const workspaceId = known?.id ?? (await make(slug, kind, pitches))
  const drafts = await db.pitch.findMany({
    where: { workspaceId, state: 'draft' },
    select: { id: true, writerId: true },
  })
  return {
    workspaceId,
    memberId: drafts[0]?.writerId ?? '',
    draftIds: drafts.map(({ id }) => id),
    now: NOW,
  }
}

async function make(slug: string, kind: LetterKind, pitches: number): Promise<string> {
  const db = databaseAcrossWorkspaces()
  const { id: workspaceId } = await db.workspace.create({
    data: { name: slug, slug: `${slug}-${newId()}`, createdAt: NOW },
  })
  const person = { email: `${newId()}@bench.example`, name: 'Ana Silva', passwordHash: 'none' }
  const user = await db.user.create({ data: { ...person, createdAt: NOW } })
  const member = await db.member.create({
    data: { workspaceId, userId: user.id, name: user.name, role: 'owner', joinedAt: NOW },
  })
  const site = await db.site.create({
    data: {
      workspaceId,
      name: 'Sailcloth Bags',
      ownerName: 'Ana Silva',
      domains: ['sailcloth.example'],
      timeZone: 'UTC',
      createdAt: NOW,
    },
  })
  const campaign = await db.campaign.create({
    data: { workspaceId, siteId: site.id, name: 'Sails', route: 'service', story: 'Sails', createdAt: NOW },
  })
  const outlets = Array.from({ length: Math.ceil(pitches / PITCHES_PER_OUTLET) + DRAFTS }, (_, n) => ({
    ...{ n, prospectId: newId(), contactId: newId(), channelId: newId(), noteId: newId(), copyId: newId() },
  }))
  for (let at = 0; at < outlets.length; at += CHUNK)
    await makeOutlets(workspaceId, member.id, outlets.slice(at, at + CHUNK))
  const letters = lettersOf(kind)
  const rows = Array.from({ length: pitches + DRAFTS }, (_, n) => {
    const isDraft = n >= pitches
    const outlet =
      outlets[isDraft ? outlets.length - DRAFTS + (n - pitches) : Math.floor(n / PITCHES_PER_OUTLET)]
    const sentAt = isDraft ? null : new Date(NOW.getTime() - (120 + (n % 900)) * DAY_MS)
    return {
      ...{ id: newId(), workspaceId, campaignId: campaign.id, writerId: member.id },
      ...{ prospectId: outlet?.prospectId ?? '', contactId: outlet?.contactId ?? '' },
      ...{ channelId: outlet?.channelId ?? '', readingNoteId: outlet?.noteId ?? null },
      ...{ state: isDraft ? 'draft' : 'closed', closedReason: isDraft ? null : 'no-answer' },
      ...{ subject: 'A bag made from old sails for your list', body: letters() },
      ...{ sentAt, lastMessageAt: sentAt, closedAt: sentAt, sentVia: sentAt ? 'copy' : null },
      ...{ createdAt: sentAt ?? NOW, updatedAt: sentAt ?? NOW },
    }
  })
  for (let at = 0; at < rows.length; at += CHUNK)
    await db.pitch.createMany({ data: rows.slice(at, at + CHUNK) })
  // Found by its name only when it is whole.
  await db.workspace.update({ where: { id: workspaceId }, data: { slug } })
  return workspaceId
}

type Outlet = Record<'prospectId' | 'contactId' | 'channelId' | 'noteId' | 'copyId', string> & { n: number }

async function makeOutlets(workspaceId: string, memberId: string, outlets: readonly Outlet[]) {
  const db = databaseAcrossWorkspaces()
  const dates = { createdAt: NOW, updatedAt: NOW }
  const hostOf = (n: number) => `outlet${n}.example`
  await db.prospect.createMany({
    data: outlets.map(({ n, prospectId: id }) => ({
      ...{ id, workspaceId, kind: 'blogger', name: `Outlet ${n}`, homepage: `https://${hostOf(n)}/` },
      ...{ outletKey: hostOf(n), liveOutletKey: hostOf(n), guidelines: 'absent', ...dates },
    })),
  })
  await db.contact.createMany({
    data: outlets.map(({ n, contactId: id }) => ({
      id,
      workspaceId,
      name: `Maria ${n}`,
      country: 'PT',
      ...dates,
    })),
  })
  await db.channel.createMany({
    data: outlets.map(({ n, contactId, channelId: id }) => ({
      ...{ id, workspaceId, contactId, kind: 'email', createdAt: NOW },
      ...{ address: `maria@${hostOf(n)}`, addressKey: `maria@${hostOf(n)}` },
    })),
  })
  await db.addressOrigin.createMany({
    data: outlets.map(({ n, channelId }) => ({
      ...{ workspaceId, channelId, page: `https://${hostOf(n)}/contact`, words: 'Write to me', seenOn: NOW },
      ...{ noUnsolicited: false, fitsRole: true },
    })),
  })
  await db.pageCopy.createMany({
    data: outlets.map(({ n, copyId: id }) => ({
      ...{ id, workspaceId, url: `https://${hostOf(n)}/post`, status: 'fetched', requestedAt: NOW },
      ...{ text: PAGE, wholeText: PAGE },
    })),
  })
  await db.readingNote.createMany({
    data: outlets.map(({ n, prospectId, copyId: pageCopyId, noteId: id }) => ({
      ...{ id, workspaceId, prospectId, pageCopyId, url: `https://${hostOf(n)}/post`, authorId: memberId },
      ...{ quote: 'I have carried the same canvas rucksack', struck: 'Ten summers.', gap: '', ...dates },
    })),
  })
}
