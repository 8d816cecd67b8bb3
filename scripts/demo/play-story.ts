import { randomUUID } from 'node:crypto'
import { addBlock } from '#lib/features/blocks/block-commands.ts'
import { addCampaign } from '#lib/features/campaigns/campaign-commands.ts'
import { campaignSchema } from '#lib/features/campaigns/campaign-schema.ts'
import { addCustomField } from '#lib/features/prospects/custom-field-commands.ts'
import { customFieldSchema } from '#lib/features/prospects/custom-field-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { readWriterFirst } from '#lib/features/workspaces/read-first-commands.ts'
import { slugOf } from '#lib/features/workspaces/workspace-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { DemoBlock, DemoPerson, DemoStory } from './demo-story.ts'
import { playCheckRun } from './play-check-run.ts'
import { playDoubt } from './play-doubt.ts'
import { playFeed } from './play-feed.ts'
import { playFile } from './play-file.ts'
import { playPress } from './play-giving.ts'
import { playMailbox } from './play-mailbox.ts'
import { playOwnPages } from './play-own-pages.ts'
import { playProspect } from './play-prospect.ts'
import { playReport } from './play-report.ts'
import { playRequests } from './play-requests.ts'
import { playItem } from './play-sample.ts'
import { playWebhook } from './play-webhook.ts'
import { playInsight, playWork } from './play-work.ts'

const OLDEST_DAY = 130
const DAY_MS = 24 * 60 * 60 * 1000

/** Where a story is being told: who acts, and how to act as them on a day in the past. */
export type Stage = {
  siteIds: string[]
  campaignIds: string[]
  campaignSites: string[]
  itemIds: string[]
  /** A member's scope, at ten in the morning (UTC) so many days ago, so many minutes in. */
  as(member: number, daysAgo: number, minutes?: number): WorkspaceScope
}

/**
 * Tells a demo story through the real commands, each at its day.
 *
 * Accounts get a password nobody knows: they are entered with one click in local mode, or by a reset link.
 */
export async function playStory(story: DemoStory, now: Date) {
  const { scopes } = await open(story, now)
  const as: Stage['as'] = (member, daysAgo, minutes = 0) => {
    const scope = scopes[member]
    if (!scope) throw new Error(`The story has no member ${member}`)
    const day = new Date(now.getTime() - daysAgo * DAY_MS)
    day.setUTCHours(10, minutes, 0, 0)
    return { ...scope, now: day > now && daysAgo >= 0 ? now : day }
  }
  const stage: Stage = { siteIds: [], campaignIds: [], campaignSites: [], itemIds: [], as }
  for (const { press: _, ...site } of story.sites) {
    const { siteId } = await addSite(as(0, OLDEST_DAY), siteSchema.parse(site))
    stage.siteIds.push(siteId)
  }
  for (const { site, ...campaign } of story.campaigns) {
    const siteId = stage.siteIds[site] ?? ''
    const { campaignId } = await addCampaign(as(0, OLDEST_DAY), campaignSchema.parse({ ...campaign, siteId }))
    stage.campaignIds.push(campaignId)
    stage.campaignSites.push(siteId)
  }
  await letViewersLook(story.people, scopes, stage.siteIds)
  for (const field of story.fields ?? [])
    await addCustomField(as(0, OLDEST_DAY), customFieldSchema.parse(field))
  for (const block of story.blocks ?? []) await playBlock(stage, block)
  for (const item of story.items ?? []) stage.itemIds.push(await playItem(stage, item, OLDEST_DAY))
  for (const prospect of story.prospects) await playProspect(stage, prospect)
  for (const [at, { press }] of story.sites.entries())
    if (press) await playPress(stage, stage.siteIds[at] ?? '', press)
  if (story.readFirst) {
    const { day, by, writer } = story.readFirst
    const memberId = scopes[writer]?.memberId ?? ''
    await readWriterFirst(as(by, day, 50), { memberId, isReadFirst: true })
  }
  for (const work of story.works ?? []) await playWork(stage, work)
  for (const feed of story.feeds ?? []) await playFeed(stage, feed)
  await playRequests(stage, story)
  for (const insight of story.insights ?? []) await playInsight(stage, insight)
  await playOwnPages(stage, story.ownPages ?? [])
  if (story.checkRun) await playCheckRun(stage, story.checkRun)
  for (const report of story.reports ?? []) await playReport(stage, report)
  if (story.file) await playFile(stage, story.file)
  const person = story.mailbox ? story.people[story.mailbox.by] : undefined
  if (story.mailbox && person) await playMailbox(as(story.mailbox.by, story.mailbox.day), person)
  if (story.webhook) await playWebhook(as(story.webhook.by, story.webhook.day), story.webhook)
  for (const [number, doubt] of (story.doubts ?? []).entries()) await playDoubt(stage, doubt, number + 1)
}

function playBlock(stage: Stage, { kind, name, text, day, by = 0, site, isOwn }: DemoBlock) {
  return addBlock(stage.as(by, day), {
    ...{ kind, name, text, whose: isOwn ? 'mine' : 'everybody' },
    siteId: site === undefined ? null : (stage.siteIds[site] ?? null),
  })
}

/** The workspace and its people, who were invited long ago. */
async function open(story: DemoStory, now: Date) {
  const db = databaseAcrossWorkspaces()
  const createdAt = new Date(now.getTime() - OLDEST_DAY * DAY_MS)
  const workspace = await db.workspace.create({
    data: {
      name: story.workspace,
      slug: slugOf(story.workspace),
      postalAddress: story.postalAddress,
      isDemo: true,
      createdAt,
    },
  })
  const passwordHash = await hashPassword(randomUUID())
  const scopes: WorkspaceScope[] = []
  for (const { name, email, role, timeZone, demoRole } of story.people) {
    const user = await db.user.create({ data: { name, email, timeZone, demoRole, passwordHash, createdAt } })
    const member = await db.member.create({
      data: { workspaceId: workspace.id, userId: user.id, name, role, joinedAt: createdAt },
    })
    scopes.push(await actingScope(member.id, now))
  }
  return { scopes }
}

async function letViewersLook(people: DemoPerson[], scopes: WorkspaceScope[], siteIds: string[]) {
  for (const [i, person] of people.entries()) {
    const scope = scopes[i]
    if (!scope || !person.sees) continue
    await databaseAcrossWorkspaces().memberSite.createMany({
      data: person.sees.map((site) => ({
        workspaceId: scope.workspaceId,
        memberId: scope.memberId,
        siteId: siteIds[site] ?? '',
      })),
    })
  }
}
