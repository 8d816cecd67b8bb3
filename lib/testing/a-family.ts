import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { NOON } from './two-workspaces.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const QUESTIONS = ['real-audience', 'on-topic', 'sells-links']

/** The same numbers for the same seed, each below `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

/**
 * Two prospects and two contacts with a random family of everything that hangs on them: some of it on one side only, some
 * alike on both. At most one conversation with the two prospects is open.
 */
export async function aFamily({ workspaceId, memberId }: WorkspaceScope, seed: number) {
  const db = databaseAcrossWorkspaces()
  const roll = dice(seed)
  const mark = `f${seed}-${workspaceId.slice(-6)}`
  const day = () => new Date(NOON.getTime() - roll(900) * DAY_MS)
  const maybe = <T>(value: T): T | null => (roll(2) ? value : null)
  const some = (most: number) => Array.from({ length: roll(most + 1) }, (_, index) => index)
  const site = await db.site.create({ data: { workspaceId, name: mark, ownerName: mark, createdAt: NOON } })
  const campaign = await db.campaign.create({
    data: { workspaceId, siteId: site.id, name: mark, route: 'service', story: '', createdAt: NOON },
  })
  const prospects = await Promise.all(
    ['a', 'b'].map((side) => {
      const key = `${side}-${mark}.test`
      return db.prospect.create({
        data: {
          ...{ workspaceId, kind: roll(2) ? 'blogger' : 'podcast', name: `Outlet ${side} ${roll(100)}` },
          ...{ homepage: `https://${key}/`, outletKey: key, liveOutletKey: key },
          ...{ whyCare: 'why '.repeat(roll(5)).trim(), note: roll(2) ? `note of ${side}` : '' },
          ...{ language: maybe('en'), country: maybe(side === 'a' ? 'NO' : 'SE'), ownerId: maybe(memberId) },
          ...{ guidelines: maybe('seen'), guidelinesUrl: maybe(`https://${key}/pitch`) },
          ...{
            tags: ['gear', 'walks', 'slow'].slice(roll(3)),
            custom: roll(2) ? { size: roll(9), [side]: 1 } : {},
          },
          ...{ lastTouchAt: maybe(day()), followedAt: maybe(day()), createdAt: day(), updatedAt: NOON },
        },
      })
    }),
  )
  const contacts = await Promise.all(
    ['a', 'b'].map((side) =>
      db.contact.create({
        data: {
          ...{ workspaceId, name: `Person ${side} ${roll(100)}`, role: roll(2) ? 'editor' : '' },
          ...{ country: maybe('NO'), timeZone: maybe('Europe/Oslo'), writesAs: roll(2) ? 'self' : 'unknown' },
          ...{ note: roll(2) ? `note of ${side}` : '', tags: ['gear', 'walks'].slice(roll(2)) },
          ...{
            custom: roll(2) ? { size: roll(9) } : {},
            links: [{ url: `https://${side}.test`, label: '' }],
          },
          ...{ cardUid: maybe(`${mark}-${side}`), createdAt: day(), updatedAt: NOON },
        },
      }),
    ),
  )
  const ids = {
    prospectIds: prospects.map((row) => row.id),
    contactIds: contacts.map((row) => row.id),
  }
  let open = roll(2) === 0
  for (const [side, prospect] of prospects.entries()) {
    const prospectId = prospect.id
    const contactId = ids.contactIds[side] ?? ''
    const of = { workspaceId, prospectId }
    await db.affiliation.create({
      data: { ...of, contactId, role: roll(2) ? 'writes' : '', since: maybe(day()), until: maybe(day()) },
    })
    if (roll(2)) await db.affiliation.create({ data: { ...of, contactId: ids.contactIds[1 - side] ?? '' } })
    const channels = []
    for (const n of [0, ...some(2)].map((_, index) => index)) {
      const address = n === 0 && roll(2) ? `same@${mark}.test` : `p${side}${n}@${mark}.test`
      const channel = await db.channel.create({
        data: {
          ...{ workspaceId, contactId, kind: 'email', address, addressKey: address, createdAt: NOON },
          ...{ bouncedAt: maybe(day()), bounceNote: 'full', deletedAt: n > 1 ? NOON : null },
        },
      })
      channels.push(channel)
      if (roll(2)) {
        const origin = { page: `https://${address}`, noUnsolicited: roll(2) === 1, seenOn: day() }
        await db.addressOrigin.create({ data: { workspaceId, channelId: channel.id, ...origin } })
      }
    }
    const channelId = channels[0]?.id ?? ''
    for (const n of some(2)) {
      const url = `https://${prospect.outletKey}/${n}`
      const copy = await db.pageCopy.create({
        data: { workspaceId, url, status: 'fetched', requestedAt: NOON },
      })
      const gone = { deletedAt: maybe(NOON) }
      await db.readingNote.create({
        data: {
          ...of,
          url,
          pageCopyId: copy.id,
          authorId: memberId,
          createdAt: day(),
          updatedAt: NOON,
          ...gone,
        },
      })
    }
    for (const n of some(2)) {
      const opens = open && n === 0
      if (opens) open = false
      const pitch = await db.pitch.create({
        data: {
          ...{ ...of, contactId, channelId, campaignId: campaign.id, writerId: memberId },
          ...{ state: opens ? 'sent' : 'draft', openProspectId: opens ? prospectId : null },
          ...{ sentAt: opens ? day() : null, createdAt: day(), updatedAt: NOON },
        },
      })
      const message = { direction: 'out', purpose: 'first', via: 'copy', body: 'Hello', at: day() }
      await db.message.create({
        data: {
          ...{ workspaceId, pitchId: pitch.id, contactId, authorId: memberId, ...message },
          onceKey: `${mark}-${side}-${n}`,
        },
      })
    }
    for (const _ of some(3)) {
      await db.touch.create({
        data: { ...of, contactId: maybe(contactId), kind: 'met', at: day(), authorId: memberId },
      })
    }
    for (const n of some(2)) {
      const item = { siteId: site.id, name: `Bag ${n}`, currency: 'EUR', createdAt: NOON, updatedAt: NOON }
      const { id: itemId } = await db.sampleItem.create({ data: { workspaceId, ...item } })
      await db.sample.create({
        data: {
          ...{ ...of, contactId: maybe(contactId), itemId, state: 'offered', words: '' },
          ...{ offeredAt: day(), offeredById: memberId, updatedAt: NOON },
        },
      })
    }
    for (const n of some(2)) {
      const urlKey = `${prospect.outletKey}/m${n}`
      const row = { url: `https://${urlKey}`, urlKey, liveUrlKey: urlKey, provenance: 'earned' }
      await db.mention.create({
        data: {
          ...{ ...of, siteId: site.id, ...row, outcome: 'not-looked', recordedById: memberId },
          ...{ createdAt: day(), updatedAt: NOON },
        },
      })
    }
    if (roll(2)) {
      const key = `old-${prospect.outletKey}`
      await db.outletAlias.create({ data: { ...of, key, why: 'by-hand', createdAt: NOON } })
    }
    for (const question of QUESTIONS.slice(roll(3))) {
      const answer = roll(2) ? 'yes' : 'no'
      await db.vetting.create({ data: { ...of, question, answer, byId: memberId, at: day() } })
      const ended = { byId: memberId, at: day(), endedAt: NOON, ending: 'changed' }
      if (roll(2)) await db.earlierVetting.create({ data: { ...of, question, answer: 'unsure', ...ended } })
    }
    if (roll(2)) await db.outletLook.create({ data: { ...of, state: 'done', requestedAt: day() } })
    for (const urlKey of [`${mark}.test/feed`, `${prospect.outletKey}/feed`].slice(roll(3))) {
      const row = { url: `https://${urlKey}`, urlKey, kind: 'rss', state: 'idle', createdAt: NOON }
      const feed = await db.feed.create({ data: { ...of, ...row } })
      const post = { guidKey: 'one', url: `https://${urlKey}/1`, seenAt: day() }
      await db.feedPost.create({ data: { ...of, feedId: feed.id, ...post } })
    }
    if (roll(2)) {
      const stop = { reason: 'asked-to-stop', at: day(), byId: memberId }
      await db.suppression.create({ data: { workspaceId, contactId, ...stop } })
    }
  }
  return ids
}

/** Everything about the book that a merge could touch, without the times of last changes. */
export async function bookOf({ workspaceId }: WorkspaceScope) {
  const db = databaseAcrossWorkspaces()
  const where = { workspaceId }
  const orderBy = { id: 'asc' } as const
  const rows = {
    prospects: await db.prospect.findMany({ where, orderBy }),
    contacts: await db.contact.findMany({ where, orderBy }),
    affiliations: await db.affiliation.findMany({ where, orderBy }),
    channels: await db.channel.findMany({ where, orderBy }),
    origins: await db.addressOrigin.findMany({ where, orderBy }),
    readings: await db.readingNote.findMany({ where, orderBy }),
    pitches: await db.pitch.findMany({ where, orderBy }),
    messages: await db.message.findMany({ where, orderBy }),
    touches: await db.touch.findMany({ where, orderBy }),
    samples: await db.sample.findMany({ where, orderBy }),
    mentions: await db.mention.findMany({ where, orderBy }),
    suppressions: await db.suppression.findMany({ where, orderBy }),
    aliases: await db.outletAlias.findMany({ where, orderBy }),
    vettings: await db.vetting.findMany({ where, orderBy }),
    earlierVettings: await db.earlierVetting.findMany({ where, orderBy }),
    looks: await db.outletLook.findMany({ where, orderBy }),
    feeds: await db.feed.findMany({ where, orderBy }),
    posts: await db.feedPost.findMany({ where, orderBy }),
  }
  const timeless = ({ updatedAt: _, ...row }: Record<string, unknown>) => row
  return Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.map(timeless)]))
}
