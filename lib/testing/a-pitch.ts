import { saveDraft } from '#lib/features/pitches/draft-commands.ts'
import { startPitch } from '#lib/features/pitches/pitch-commands.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

export const QUOTE = 'I have carried the same tent up every hill in Norway'
const POST = `Ten years of packing light.\n${QUOTE}, and it still keeps the rain out.\nMy stove is older than my dog.`

let made = 0

type Odd = {
  route?: 'product' | 'service'
  timeZone?: string | null
  country?: string
  kind?: 'email' | 'form' | 'dm'
}

/** What a pitch stands on: a Site, a campaign, a prospect somebody read, and a person with an address. */
export async function aPitchGround(scope: WorkspaceScope, odd: Odd = {}) {
  const { workspaceId, memberId, now } = scope
  const db = database()
  made += 1
  const n = made
  const host = `blog${n}.example`
  const site = await db.site.create({
    data: {
      workspaceId,
      name: 'Trailhead',
      ownerName: 'Mara Lind',
      domains: ['trailhead.shop'],
      timeZone: 'Europe/Oslo',
      createdAt: now,
    },
  })
  const campaign = await db.campaign.create({
    data: {
      workspaceId,
      siteId: site.id,
      name: `Mended tents ${n}`,
      route: odd.route ?? 'product',
      story: 'We mend tents.',
      createdAt: now,
    },
  })
  const prospect = await db.prospect.create({
    data: {
      workspaceId,
      kind: 'blogger',
      name: `Blog ${n}`,
      homepage: `https://${host}/`,
      outletKey: host,
      liveOutletKey: host,
      guidelines: 'absent',
      createdAt: now,
      updatedAt: now,
    },
  })
  const reading = await aReadingNote(scope, prospect.id, `https://${host}/tents`)
  const person = await aPerson(scope, prospect.id, {
    ...odd,
    address: odd.kind === 'form' ? `https://${host}/contact` : `anna@${host}`,
  })
  return { site, campaign, prospect, reading, ...person, memberId }
}

async function aReadingNote({ workspaceId, memberId, now }: WorkspaceScope, prospectId: string, url: string) {
  const copy = await database().pageCopy.create({
    data: {
      workspaceId,
      url,
      status: 'fetched',
      text: POST,
      wholeText: POST,
      requestedAt: now,
      fetchedAt: now,
    },
  })
  return database().readingNote.create({
    data: {
      workspaceId,
      prospectId,
      pageCopyId: copy.id,
      url,
      quote: QUOTE,
      struck: 'Ten years with one tent.',
      gap: 'no word on mending torn seams',
      authorId: memberId,
      createdAt: now,
      updatedAt: now,
    },
  })
}

/** Somebody more at a prospect, with an address and where it came from. */
export async function aPerson(
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
  { timeZone = null, country, kind = 'email', address }: Odd & { address: string },
) {
  const contact = await database().contact.create({
    data: {
      workspaceId,
      name: 'Anna Berg',
      timeZone,
      country: country ?? 'NO',
      createdAt: now,
      updatedAt: now,
    },
  })
  await database().affiliation.create({ data: { workspaceId, prospectId, contactId: contact.id } })
  const channel = await database().channel.create({
    data: { workspaceId, contactId: contact.id, kind, address, addressKey: address, createdAt: now },
  })
  await database().addressOrigin.create({
    data: {
      workspaceId,
      channelId: channel.id,
      page: 'https://blog.example/about',
      seenOn: now,
      words: 'Write to me',
      fitsRole: true,
    },
  })
  return { contact, channel }
}

type Ground = Awaited<ReturnType<typeof aPitchGround>>

/** A letter the gate has nothing against; every number makes another one. */
export function aLetter(seed: string): { subject: string; body: string } {
  const own = Array.from({ length: 24 }, (_, index) => `${seed}${(index * 7) % 24}word`).join(' ')
  return {
    subject: 'Your post about carrying one tent',
    body: `Hi Anna,\n\nYou wrote "${QUOTE}", and I had to smile. ${own}.\n\nI am Mara from Trailhead; I found your address on your about page. If you would rather not hear from me, just say so and I won't write again.\n\nMara`,
  }
}

export async function aDraft(scope: WorkspaceScope, ground: Ground, letter = aLetter(nextSeed())) {
  const { pitchId } = await startPitch(scope, {
    campaignId: ground.campaign.id,
    prospectId: ground.prospect.id,
    contactId: ground.contact.id,
    channelId: ground.channel.id,
    readingNoteId: ground.reading.id,
  })
  await saveDraft(scope, { pitchId, revision: 1, ...letter })
  return pitchId
}

export async function aReadyPitch(scope: WorkspaceScope, ground?: Ground) {
  const pitchId = await aDraft(scope, ground ?? (await aPitchGround(scope)))
  await markReady(scope, { pitchId })
  return pitchId
}

export async function aSentPitch(scope: WorkspaceScope, ground?: Ground) {
  const pitchId = await aReadyPitch(scope, ground)
  await recordSent(scope, { pitchId, via: 'copy' })
  return pitchId
}

export function pitchRow({ workspaceId }: WorkspaceScope, id: string) {
  return database().pitch.findFirstOrThrow({
    where: { workspaceId, id },
    include: {
      messages: { orderBy: { at: 'asc' } },
      followUps: { orderBy: { number: 'asc' } },
      revisions: { orderBy: { number: 'asc' } },
    },
  })
}

let letters = 0

/** Letters, not digits: those are left out where two texts are compared. */
function nextSeed(): string {
  letters += 1
  return [...String(letters)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
}
