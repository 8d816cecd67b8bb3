import { coolingOffUntil } from '#lib/domain/pitch-gate/history-rules.ts'
import { settingsThatHold } from '#lib/domain/pitch-gate/pitch-settings.ts'
import { PERSONAL_CHANNEL_KINDS } from '#lib/domain/stop-keys.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { pitchLimits } from './pitch-limits.ts'

/**
 * How often somebody here wrote to a person, or to an outlet, in any campaign, and until when a new first pitch waits.
 * Which campaign and which Site is never said: it may be another customer's.
 *
 * @param campaignId where a pitch is being begun for it: messages for its own Site are counted apart
 */
export async function findWrittenBefore(
  scope: WorkspaceScope,
  whom: { contactId: string } | { prospectId: string },
  campaignId?: string,
) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId, now } = scope
  const db = database()
  const where = {
    workspaceId,
    direction: 'out',
    ...('contactId' in whom
      ? await toPerson(workspaceId, whom.contactId)
      : { pitch: { prospectId: whom.prospectId } }),
  }
  const [times, last, workspace] = await Promise.all([
    db.message.count({ where }),
    db.message.findFirst({
      where,
      orderBy: { at: 'desc' },
      select: { at: true, author: { select: { name: true } } },
    }),
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { settings: true } }),
  ])
  if (!last) return null
  const campaign = campaignId
    ? await db.campaign.findFirst({ where: { workspaceId, id: campaignId }, select: { siteId: true } })
    : null
  const forThisSite = campaign
    ? await db.message.count({
        where: { AND: [where, { pitch: { campaign: { siteId: campaign.siteId } } }], workspaceId },
      })
    : null
  const until = coolingOffUntil(
    last.at,
    settingsThatHold(pitchLimits(workspace.settings).limits).coolingOffDays,
  )
  return {
    times,
    lastAt: last.at,
    lastBy: last.author.name,
    forOtherSites: forThisSite === null ? null : times - forThisSite,
    /** Of a person only: an outlet as such does not cool off. */
    coolsUntil: 'contactId' in whom && until > now ? until : null,
  }
}

export type WrittenBefore = NonNullable<Awaited<ReturnType<typeof findWrittenBefore>>>

/** Also where one of their addresses stands, or stood, under another contact. */
async function toPerson(workspaceId: string, contactId: string): Promise<Prisma.MessageWhereInput> {
  const kind = { in: [...PERSONAL_CHANNEL_KINDS] }
  const channels = await database().channel.findMany({
    where: { workspaceId, contactId, kind },
    select: { addressKey: true },
  })
  const addressKey = { in: channels.map((channel) => channel.addressKey) }
  // One step at a time, each by its index: asked as one, all messages, pitches and channels would be read.
  const places = await database().channel.findMany({
    where: { workspaceId, kind, addressKey },
    select: { id: true },
  })
  const pitches = await database().pitch.findMany({
    where: { workspaceId, channelId: { in: places.map(({ id }) => id) } },
    select: { id: true },
  })
  return { OR: [{ contactId }, { pitchId: { in: pitches.map(({ id }) => id) } }] }
}
