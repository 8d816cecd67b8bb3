import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { TrashEntryKind } from './trash-kinds.ts'
import { restoreLiveKeys } from './trash-queries.ts'
import { groundOfWork } from './trash-work.ts'

/** Everything that went with this entry comes back; unique keys are set again, which fails when one is taken. */
export async function putBack(tx: Transaction, scope: WorkspaceScope, trashId: string) {
  const { workspaceId } = scope
  const where = { workspaceId, trashId }
  const back = { deletedAt: null, trashId: null }
  await restoreLiveKeys(tx, workspaceId, trashId)
  await tx.site.updateMany({ where, data: back })
  await tx.campaign.updateMany({ where, data: back })
  await tx.contact.updateMany({ where: { ...where, mergedIntoId: null }, data: back })
  // What was merged into them stays merged: only the trash lets go of it.
  await tx.prospect.updateMany({ where, data: { trashId: null } })
  await tx.contact.updateMany({ where, data: { trashId: null } })
  await tx.channel.updateMany({ where, data: back })
  await tx.readingNote.updateMany({ where, data: back })
  await tx.pitch.updateMany({ where, data: back })
  await tx.touch.updateMany({ where, data: back })
  await tx.sampleItem.updateMany({ where, data: back })
  await tx.sample.updateMany({ where, data: back })
  await tx.contribution.updateMany({ where, data: back })
  await tx.promiseMade.updateMany({ where, data: back })
  await tx.customerReport.updateMany({ where, data: back })
}

/** Where the restored thing is; refuses to restore what stands on something that is still in the trash. */
export async function pathOf(
  tx: Transaction,
  scope: WorkspaceScope,
  kind: TrashEntryKind,
  id: string,
): Promise<string> {
  const { workspaceId } = scope
  const where = { workspaceId, id }
  const alive = (parent: { deletedAt: Date | null } | null | undefined, what: string) => {
    if (parent?.deletedAt)
      throw new Refusal(`The ${what} it belongs to is in the trash too.`, `Restore the ${what} first.`)
  }
  switch (kind) {
    case 'site':
      return `/sites/${id}`
    case 'campaign': {
      const row = await tx.campaign.findFirst({ where, select: { site: { select: { deletedAt: true } } } })
      alive(row?.site, 'site')
      return `/campaigns/${id}`
    }
    case 'prospect':
      return `/prospects/${id}`
    case 'prospects':
      return '/prospects'
    case 'contact':
      return `/contacts/${id}`
    case 'reading': {
      const row = await tx.readingNote.findFirst({
        where,
        select: { prospect: { select: { deletedAt: true } } },
      })
      alive(row?.prospect, 'prospect')
      return `/reading/${id}`
    }
    case 'pitch': {
      const row = await tx.pitch.findFirst({
        where,
        select: {
          prospect: { select: { deletedAt: true } },
          contact: { select: { deletedAt: true } },
          campaign: { select: { deletedAt: true } },
        },
      })
      alive(row?.prospect, 'prospect')
      alive(row?.contact, 'contact')
      alive(row?.campaign, 'campaign')
      return `/pitches/${id}`
    }
    case 'touch': {
      const row = await tx.touch.findFirst({
        where,
        select: { prospectId: true, prospect: { select: { deletedAt: true } } },
      })
      alive(row?.prospect, 'prospect')
      return `/prospects/${row?.prospectId}`
    }
    case 'sample': {
      const row = await tx.sample.findFirst({ where, select: { prospect: { select: { deletedAt: true } } } })
      alive(row?.prospect, 'prospect')
      return `/samples/${id}`
    }
    case 'sample-item': {
      const row = await tx.sampleItem.findFirst({ where, select: { site: { select: { deletedAt: true } } } })
      alive(row?.site, 'site')
      return '/samples/items'
    }
    case 'promise': {
      const row = await tx.promiseMade.findFirst({
        where,
        select: {
          prospectId: true,
          prospect: { select: { deletedAt: true } },
          contact: { select: { deletedAt: true } },
        },
      })
      alive(row?.prospect, 'prospect')
      alive(row?.contact, 'contact')
      return `/prospects/${row?.prospectId}#promises`
    }
    case 'mention': {
      const row = await tx.mention.findFirst({ where, select: { site: { select: { deletedAt: true } } } })
      alive(row?.site, 'site')
      return `/mentions/${id}`
    }
    case 'request':
      return `/requests/${id}`
    case 'contribution':
    case 'insight':
    case 'customer-report': {
      const row = await groundOfWork(tx, kind, where)
      alive(row?.prospect, 'prospect')
      alive(row?.site, 'site')
      return `/${kind}s/${id}`
    }
  }
}
