import { ASKED_WORDS, type AskedKind, GIVEN_TOUCHES, type GivingCounts } from '#lib/domain/giving.ts'
import { GIVEN_STATES } from '#lib/domain/samples/sample-states.ts'
import { TOUCH_KIND_TABLE, type TouchKind } from '#lib/domain/touch-kinds.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const SHOWN = 20

/** Something that was given or asked. `path` stands within the workspace; null where it has no page of its own. */
export type Given = {
  key: string
  side: 'gave' | 'asked'
  what: string
  words: string
  at: Date
  by: string | null
  contact: string | null
  path: string | null
}

export type Giving = GivingCounts & { newest: Given[]; total: number }

/**
 * What we gave and what we asked, of an outlet or of a person: counted, and the newest of it. Nothing of this is written
 * down apart; it is told from touches, messages, samples that went out and asks as they stand. Ten queries, however much there is.
 */
export async function getGiving(
  scope: WorkspaceScope,
  whom: { prospectId: string } | { contactId: string },
): Promise<Giving> {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId } = scope
  const db = database()
  const isOutlet = 'prospectId' in whom
  const ofPitch = isOutlet ? { pitch: { ...whom, deletedAt: null } } : { ...whom, pitch: { deletedAt: null } }
  const touch: Prisma.TouchWhereInput & { workspaceId: string } = {
    ...{ workspaceId, ...whom, deletedAt: null },
    kind: { in: [...GIVEN_TOUCHES] },
  }
  const asking: Prisma.MessageWhereInput & { workspaceId: string } = {
    ...{ workspaceId, direction: 'out', purpose: { in: ['first', 'follow-up'] } },
    ...ofPitch,
  }
  const thanking = { ...asking, purpose: 'thanks' }
  // Given is what is with them or on its way: a parcel that came back is ours again.
  const gift: Prisma.SampleWhereInput & { workspaceId: string } = {
    ...{ workspaceId, ...whom, deletedAt: null },
    ...{ state: { in: [...GIVEN_STATES] }, sentAt: { not: null } },
  }
  const link: Prisma.MentionWhereInput & { workspaceId: string } = {
    ...{ workspaceId, deletedAt: null, askedAt: { not: null } },
    ...(isOutlet ? whom : { pitch: { ...whom, deletedAt: null } }),
  }
  const counted = { _count: true, _min: { at: true } } as const
  const newest = { orderBy: { at: 'desc' }, take: SHOWN } as const
  const [touches, asks, thanks, gifts, links] = await Promise.all([
    db.touch.findMany({ where: touch, ...newest, select: TOUCH }),
    db.message.findMany({ where: asking, ...newest, select: MESSAGE }),
    db.message.findMany({ where: thanking, ...newest, select: MESSAGE }),
    db.sample.findMany({ where: gift, orderBy: { sentAt: 'desc' }, take: SHOWN, select: GIFT }),
    db.mention.findMany({ where: link, orderBy: { askedAt: 'desc' }, take: SHOWN, select: LINK }),
  ])
  const [touchCount, askCount, thankCount, giftCount, linkCount] = await Promise.all([
    db.touch.aggregate({ where: touch, ...counted }),
    db.message.aggregate({ where: asking, ...counted }),
    db.message.aggregate({ where: thanking, ...counted }),
    db.sample.aggregate({ where: gift, _count: true, _min: { sentAt: true } }),
    db.mention.aggregate({ where: link, _count: true, _min: { askedAt: true } }),
  ])
  const rows = [
    ...touches.map(touchTold),
    ...asks.map((message) => messageTold(message, 'asked')),
    ...thanks.map((message) => messageTold(message, 'gave')),
    ...gifts.flatMap(giftTold),
    ...links.flatMap(linkTold),
  ]
  const gave = touchCount._count + thankCount._count + giftCount._count
  const asked = askCount._count + linkCount._count
  return {
    gave,
    asked,
    total: gave + asked,
    since: earliest([
      ...[touchCount._min.at, askCount._min.at, thankCount._min.at],
      ...[giftCount._min.sentAt, linkCount._min.askedAt],
    ]),
    newest: rows.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, SHOWN),
  }
}

const NAMED = { select: { name: true } } as const
const TOUCH = { id: true, kind: true, note: true, at: true, author: NAMED, contact: NAMED } as const
const MESSAGE = {
  ...{ id: true, purpose: true, subject: true, at: true, pitchId: true },
  ...{ author: NAMED, contact: NAMED },
} as const
const GIFT = { id: true, sentAt: true, item: NAMED, offeredBy: NAMED, contact: NAMED } as const
const LINK = { id: true, askReason: true, askedAt: true, pitch: { select: { contact: NAMED } } } as const

function touchTold(touch: Prisma.TouchGetPayload<{ select: typeof TOUCH }>): Given {
  const { id, kind, note, at, author, contact } = touch
  const what = TOUCH_KIND_TABLE[kind as TouchKind].label
  return {
    ...{ key: `touch-${id}`, side: 'gave', what, words: note, at },
    ...{ by: author.name, contact: contact?.name ?? null, path: null },
  }
}

function messageTold(
  message: Prisma.MessageGetPayload<{ select: typeof MESSAGE }>,
  side: Given['side'],
): Given {
  const { id, purpose, subject, at, pitchId, author, contact } = message
  const kind: AskedKind = purpose === 'follow-up' ? 'follow-up' : 'pitch'
  const what = side === 'gave' ? TOUCH_KIND_TABLE.thanked.label : ASKED_WORDS[kind]
  return {
    ...{ key: `message-${id}`, side, what, words: subject, at },
    ...{ by: author.name, contact: contact.name, path: `/pitches/${pitchId}` },
  }
}

function giftTold(sample: Prisma.SampleGetPayload<{ select: typeof GIFT }>): Given[] {
  const { id, sentAt, item, offeredBy, contact } = sample
  if (sentAt === null) return []
  return [
    {
      ...{ key: `sample-${id}`, side: 'gave', what: 'Sent a sample', words: item.name, at: sentAt },
      ...{ by: offeredBy.name, contact: contact?.name ?? null, path: `/samples/${id}` },
    },
  ]
}

function linkTold(mention: Prisma.MentionGetPayload<{ select: typeof LINK }>): Given[] {
  const { id, askReason, askedAt, pitch } = mention
  if (askedAt === null) return []
  return [
    {
      ...{ key: `link-${id}`, side: 'asked', what: ASKED_WORDS.link, words: askReason, at: askedAt },
      ...{ by: null, contact: pitch?.contact.name ?? null, path: `/mentions/${id}` },
    },
  ]
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const known = moments.flatMap((moment) => moment?.getTime() ?? [])
  return known.length === 0 ? null : new Date(Math.min(...known))
}
