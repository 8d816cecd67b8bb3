import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { searchProspects } from '../prospects/prospect-queries.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { requireRequest } from './request-commands.ts'

const OFFERED = 6
const PEOPLE_OFFERED = 50

type Tie = { requestId: string; prospectId: string | null; contactId: string | null }

/** Says which outlet of ours it is, and which person there; or that it is none. @throws NotFound, Refusal */
export async function tieOutlet(scope: WorkspaceScope, { requestId, prospectId, contactId }: Tie) {
  authorize(scope, 'requests.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    await requireRequest(tx, scope, requestId)
    if (prospectId) {
      const prospect = await tx.prospect.findFirst({
        where: { workspaceId, id: prospectId, deletedAt: null },
      })
      if (!prospect) throw new NotFound()
    }
    if (contactId) {
      const contact = await tx.contact.findFirst({
        where: {
          workspaceId,
          id: contactId,
          deletedAt: null,
          affiliations: { some: { prospectId: prospectId ?? '' } },
        },
      })
      if (!contact)
        throw new Refusal('They are not with this outlet.', 'Choose somebody who is.', 'contactId')
    }
    await tx.request.updateMany({
      where: { workspaceId, id: requestId, deletedAt: null },
      data: { prospectId, contactId, updatedAt: now },
    })
  })
}

/** Makes a prospect of the outlet, because a person says so. @throws NotFound; Refusal as for any new prospect */
export async function addOutletOfRequest(
  scope: WorkspaceScope,
  { requestId, name, address }: { requestId: string; name: string; address: string },
): Promise<{ prospectId: string }> {
  authorize(scope, 'prospects.write')
  await inTransaction((tx) => requireRequest(tx, scope, requestId))
  const read = prospectSchema.safeParse({ kind: 'journalist', name, address, whyCare: '', country: '' })
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Refusal(
      issue?.message ?? 'That is no address of a site.',
      '',
      String(issue?.path[0] ?? 'address'),
    )
  }
  const { prospectId } = await addProspect(scope, read.data)
  await tieOutlet(scope, { requestId, prospectId, contactId: null })
  return { prospectId }
}

/** Outlets of ours that may be the one that asks, and the people of the one that was chosen. Nothing is tied by it. */
export async function offerOutlets(
  scope: WorkspaceScope,
  { outlet, prospectId }: { outlet: string; prospectId: string | null },
) {
  authorize(scope, 'requests.write')
  const [prospects, people] = await Promise.all([
    outlet.trim().length > 1 && prospectId === null ? searchProspects(scope, outlet, OFFERED) : [],
    prospectId === null
      ? []
      : database().contact.findMany({
          where: { workspaceId: scope.workspaceId, deletedAt: null, affiliations: { some: { prospectId } } },
          orderBy: { name: 'asc' },
          take: PEOPLE_OFFERED,
          select: { id: true, name: true },
        }),
  ])
  return { prospects, people }
}
