import { Refusal } from '#lib/domain/refusal.ts'
import type { Action } from '#lib/domain/roles.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { TrashEntryKind, TrashKind } from './trash-kinds.ts'
import { mergedInto } from './trash-queries.ts'
import { takeWork } from './trash-work.ts'

/** Which right each kind asks for. */
export const TRASH_WRITES: Record<TrashEntryKind, Action> = {
  site: 'sites.write',
  campaign: 'campaigns.write',
  prospect: 'prospects.write',
  prospects: 'prospects.write',
  contact: 'contacts.write',
  reading: 'reading.write',
  pitch: 'pitches.write',
  touch: 'touches.write',
  sample: 'samples.write',
  'sample-item': 'samples.write',
  promise: 'promises.write',
  mention: 'mentions.write',
  request: 'requests.write',
  contribution: 'contributions.write',
  insight: 'insights.write',
  'customer-report': 'customer-reports.write',
}

type Taken = { label: string; withIt: string }

/** Marks the thing and its children; null when it is not there, or somebody else has just moved it. */
export async function takeAway(
  tx: Transaction,
  scope: WorkspaceScope,
  kind: TrashKind,
  id: string,
  trashId: string,
): Promise<Taken | null> {
  const { workspaceId } = scope
  const gone = { deletedAt: scope.now, trashId }
  const it = { id, workspaceId, deletedAt: null }
  const live = { workspaceId, deletedAt: null }

  switch (kind) {
    case 'site': {
      const site = await tx.site.findFirst({ where: it, select: { name: true } })
      if (!site) return null
      if ((await tx.site.updateMany({ where: it, data: gone })).count === 0) return null
      const campaigns = await tx.campaign.findMany({ where: { ...live, siteId: id }, select: { id: true } })
      const campaignIds = campaigns.map((campaign) => campaign.id)
      await refuseOpenPitches(tx, { workspaceId, campaignId: { in: campaignIds } }, 'this site')
      await tx.campaign.updateMany({ where: { ...live, siteId: id }, data: gone })
      const pitches = await tx.pitch.updateMany({
        where: { ...live, campaignId: { in: campaignIds } },
        data: gone,
      })
      const mentions = await tx.mention.updateMany({
        where: { ...live, siteId: id },
        data: { ...gone, liveUrlKey: null },
      })
      const samples = await tx.sample.updateMany({ where: { ...live, item: { siteId: id } }, data: gone })
      await tx.sampleItem.updateMany({ where: { ...live, siteId: id }, data: gone })
      const work = await tx.contribution.updateMany({ where: { ...live, siteId: id }, data: gone })
      const insights = await tx.insight.updateMany({
        where: { ...live, siteId: id },
        data: { ...gone, liveUrlKey: null },
      })
      const reports = await tx.customerReport.updateMany({ where: { ...live, siteId: id }, data: gone })
      return taken(site.name, {
        ...{ campaign: campaigns.length, pitch: pitches.count, mention: mentions.count },
        ...{ sample: samples.count, 'piece of work': work.count, insight: insights.count },
        report: reports.count,
      })
    }
    case 'campaign': {
      const campaign = await tx.campaign.findFirst({ where: it, select: { name: true } })
      if (!campaign) return null
      await refuseOpenPitches(tx, { workspaceId, campaignId: id }, 'this campaign')
      if ((await tx.campaign.updateMany({ where: it, data: gone })).count === 0) return null
      const pitches = await tx.pitch.updateMany({ where: { ...live, campaignId: id }, data: gone })
      return taken(campaign.name, { pitch: pitches.count })
    }
    case 'prospect': {
      const prospect = await tx.prospect.findFirst({ where: it, select: { name: true } })
      if (!prospect) return null
      await refuseOpenPitches(tx, { workspaceId, prospectId: id }, 'this prospect')
      const data = { ...gone, liveOutletKey: null }
      if ((await tx.prospect.updateMany({ where: it, data })).count === 0) return null
      const merged = await mergedInto(tx, workspaceId, 'prospect', [id])
      await tx.prospect.updateMany({ where: { workspaceId, id: { in: merged } }, data: { trashId } })
      const prospectId = { in: [id, ...merged] }
      const contactsOnlyHere = await tx.contact.findMany({
        where: { ...live, affiliations: { some: { prospectId }, every: { prospectId } } },
        select: { id: true },
      })
      const contactId = { in: contactsOnlyHere.map((contact) => contact.id) }
      await takeMergedContacts(tx, workspaceId, contactId.in, trashId)
      await tx.contact.updateMany({ where: { ...live, id: contactId }, data: gone })
      await tx.channel.updateMany({ where: { ...live, contactId }, data: gone })
      const reading = await tx.readingNote.updateMany({ where: { ...live, prospectId: id }, data: gone })
      const pitches = await tx.pitch.updateMany({ where: { ...live, prospectId: id }, data: gone })
      const touches = await tx.touch.updateMany({ where: { ...live, prospectId: id }, data: gone })
      const samples = await tx.sample.updateMany({ where: { ...live, prospectId: id }, data: gone })
      const work = await tx.contribution.updateMany({ where: { ...live, prospectId: id }, data: gone })
      const promises = await tx.promiseMade.updateMany({ where: { ...live, prospectId: id }, data: gone })
      return taken(prospect.name, {
        contact: contactsOnlyHere.length,
        'reading note': reading.count,
        pitch: pitches.count,
        touch: touches.count,
        sample: samples.count,
        'piece of work': work.count,
        promise: promises.count,
      })
    }
    case 'contact': {
      const contact = await tx.contact.findFirst({ where: it, select: { name: true } })
      if (!contact) return null
      await refuseOpenPitches(tx, { workspaceId, contactId: id }, 'this contact')
      if ((await tx.contact.updateMany({ where: it, data: gone })).count === 0) return null
      await takeMergedContacts(tx, workspaceId, [id], trashId)
      await tx.channel.updateMany({ where: { ...live, contactId: id }, data: gone })
      const pitches = await tx.pitch.updateMany({ where: { ...live, contactId: id }, data: gone })
      const promises = await tx.promiseMade.updateMany({ where: { ...live, contactId: id }, data: gone })
      return taken(contact.name, { pitch: pitches.count, promise: promises.count })
    }
    case 'reading': {
      const note = await tx.readingNote.findFirst({
        where: it,
        include: { pageCopy: { select: { title: true } } },
      })
      if (!note) return null
      if ((await tx.readingNote.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(note.pageCopy.title || note.url, {})
    }
    case 'pitch': {
      const pitch = await tx.pitch.findFirst({ where: it, include: { contact: { select: { name: true } } } })
      if (!pitch) return null
      await refuseOpenPitches(tx, { workspaceId, id }, 'this pitch')
      if ((await tx.pitch.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(pitch.subject || `Pitch to ${pitch.contact.name}`, {})
    }
    case 'touch': {
      const touch = await tx.touch.findFirst({ where: it, include: { prospect: { select: { name: true } } } })
      if (!touch) return null
      if ((await tx.touch.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(`A touch with ${touch.prospect.name}`, {})
    }
    case 'sample': {
      const sample = await tx.sample.findFirst({
        where: it,
        select: { item: { select: { name: true } }, prospect: { select: { name: true } } },
      })
      if (!sample) return null
      if ((await tx.sample.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(`${sample.item.name} for ${sample.prospect.name}`, {})
    }
    case 'sample-item': {
      const item = await tx.sampleItem.findFirst({ where: it, select: { name: true } })
      if (!item) return null
      if ((await tx.sampleItem.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(item.name, {})
    }
    case 'promise': {
      const promise = await tx.promiseMade.findFirst({ where: it, select: { words: true } })
      if (!promise) return null
      if ((await tx.promiseMade.updateMany({ where: it, data: gone })).count === 0) return null
      return taken(promise.words, {})
    }
    case 'mention': {
      const mention = await tx.mention.findFirst({ where: it, select: { url: true } })
      if (!mention) return null
      const data = { ...gone, liveUrlKey: null, lookState: 'idle' }
      if ((await tx.mention.updateMany({ where: it, data })).count === 0) return null
      return taken(mention.url, {})
    }
    case 'request': {
      const request = await tx.request.findFirst({ where: it, select: { topic: true } })
      if (!request) return null
      const data = { ...gone, liveTextKey: null }
      if ((await tx.request.updateMany({ where: it, data })).count === 0) return null
      return taken(request.topic, {})
    }
    case 'contribution':
    case 'insight':
    case 'customer-report': {
      const title = await takeWork(tx, kind, it, gone)
      return title === null ? null : taken(title, {})
    }
  }
}

async function takeMergedContacts(tx: Transaction, workspaceId: string, ids: string[], trashId: string) {
  const merged = await mergedInto(tx, workspaceId, 'contact', ids)
  if (merged.length === 0) return
  await tx.contact.updateMany({ where: { workspaceId, id: { in: merged } }, data: { trashId } })
}

/** A conversation that is under way cannot be thrown away: somebody may answer. */
async function refuseOpenPitches(
  tx: Transaction,
  where: { workspaceId: string; [field: string]: unknown },
  what: string,
) {
  const open = await tx.pitch.count({
    where: { ...where, deletedAt: null, state: { in: ['sent', 'answered'] } },
  })
  if (open === 0) return
  throw new Refusal(
    `A conversation under way stands on ${what}.`,
    'Close the open pitch first (they answered, they said no, or withdraw it), then try again.',
  )
}

function taken(label: string, counts: Record<string, number>): Taken {
  const withIt = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([noun, count]) => `${count} ${count === 1 ? noun : plural(noun)}`)
    .join(', ')
  return { label: label.slice(0, 300), withIt }
}

function plural(noun: string): string {
  const [what = '', ...of] = noun.split(' of ')
  if (of.length > 0) return [plural(what), ...of].join(' of ')
  return noun.endsWith('tch') || noun.endsWith('ch') ? `${noun}es` : `${noun}s`
}
