import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import type { databaseAcrossWorkspaces } from '#lib/server/database.ts'

const DEEP_DAYS = 700

/** Rows of a large workspace to narrow its lists down to, or to open; `deep` is a moment far behind in every list. */
export type Places = Readonly<
  Record<'site' | 'campaign' | 'writer' | 'prospect' | 'contact' | 'pitch' | 'mention', string> & {
    deep: Date
  }
>

/** The owner of a large workspace, and some of its rows. */
export async function placesIn(db: ReturnType<typeof databaseAcrossWorkspaces>, slug: string, now: Date) {
  const where = { workspace: { slug } }
  const owner = await db.member.findFirstOrThrow({
    where: { ...where, role: 'owner' },
    include: { user: true },
  })
  if (!owner.user) throw new Error('The owner of this workspace has no account')
  const site = await db.site.findFirstOrThrow({ where })
  const campaign = await db.campaign.findFirstOrThrow({ where })
  const writer = await db.member.findFirstOrThrow({ where: { ...where, role: 'writer' } })
  const pitch = await db.pitch.findFirstOrThrow({ where: { ...where, state: 'answered' } })
  const mention = await db.mention.findFirstOrThrow({ where: { ...where, lookCount: { gt: 1 } } })
  const deep = new Date(now.getTime() - DEEP_DAYS * 86_400_000)
  const places: Places = {
    site: site.id,
    campaign: campaign.id,
    writer: writer.id,
    prospect: pitch.prospectId,
    contact: pitch.contactId,
    pitch: pitch.id,
    mention: mention.id,
    deep,
  }
  return { scope: await actingScope(owner.id, now), user: owner.user, places }
}
