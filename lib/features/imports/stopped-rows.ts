import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { suppressionsAgainst, suppressionsOfAddress } from '../prospects/suppression-queries.ts'
import type { RowPlan } from './import-plan.ts'
import type { WantedRow } from './wanted-things.ts'

type Row = { number: number; wanted: WantedRow | null; plan: RowPlan }
type Address = { contactId: string; kind: string; address: string; addressKey: string }

/** The numbers of rows that name a person, an address or a domain never to be written to. Not who. */
export async function stoppedRows(rows: readonly Row[], scope: WorkspaceScope): Promise<Set<number>> {
  const any = await database().suppression.findFirst({
    where: { workspaceId: scope.workspaceId, liftedAt: null },
    select: { id: true },
  })
  if (!any) return new Set()
  const named = rows.map(({ number, wanted, plan }) => ({ number, addresses: addressesOf(wanted, plan) }))
  const against = await suppressionsAgainst(
    scope,
    named.flatMap(({ addresses }) => addresses),
  )
  if (against.length === 0) return new Set()
  const isStopped = (address: Address) => suppressionsOfAddress(against, address).length > 0
  return new Set(named.filter(({ addresses }) => addresses.some(isStopped)).map(({ number }) => number))
}

function addressesOf(wanted: WantedRow | null, { contact }: RowPlan): Address[] {
  const contactId = contact?.id ?? ''
  const outlet = wanted?.prospect?.outletKey?.split('/')[0]
  return [
    ...(wanted?.contact?.addresses ?? []).map(({ kind, address, addressKey }) => ({
      contactId,
      kind,
      address,
      addressKey,
    })),
    // Somebody known without an address counts by who they are; an outlet by its domain.
    ...(contact ? [{ contactId, kind: 'spoken', address: '', addressKey: '' }] : []),
    ...(outlet ? [{ contactId: '', kind: 'form', address: `https://${outlet}/`, addressKey: '' }] : []),
  ]
}
