import { narrowerOutletKey } from '#lib/domain/narrower-outlet-key.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { addressKeyOf, parseWebAddress } from '#lib/domain/web-address.ts'
import { database, isTaken } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type { GuidelinesInput, ProspectInput } from './prospect-schema.ts'

/**
 * Adds an outlet, looked after by whoever adds it.
 *
 * @throws Refusal on field `existing` when the workspace has this outlet already
 */
export async function addProspect(
  scope: WorkspaceScope,
  input: ProspectInput,
): Promise<{ prospectId: string }> {
  authorize(scope, 'prospects.write')
  const fields = outletFields(input)
  const { id } = await offeringExisting(scope, fields.outletKey, () =>
    database().prospect.create({
      data: {
        workspaceId: scope.workspaceId,
        ...fields,
        ownerId: scope.memberId,
        createdAt: scope.now,
        updatedAt: scope.now,
      },
      select: { id: true },
    }),
  )
  return { prospectId: id }
}

/** @throws NotFound; Refusal as for a new one, or when the owner is nobody who may write here */
export async function changeProspect(
  scope: WorkspaceScope,
  { prospectId, ownerId, ...input }: ProspectInput & { prospectId: string; ownerId: string | null },
) {
  authorize(scope, 'prospects.write')
  const current = await database().prospect.findFirst({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    select: { outletKey: true, homepage: true, ownerId: true },
  })
  if (!current) throw new NotFound()
  if (ownerId && ownerId !== current.ownerId) await refuseStranger(scope, ownerId)
  const fields = outletFields(input, current)
  const { count } = await offeringExisting(scope, fields.outletKey, () =>
    database().prospect.updateMany({
      where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
      data: { ...fields, ownerId, updatedAt: scope.now },
    }),
  )
  if (count === 0) throw new NotFound()
}

/** What they say about being pitched: seen at an address, looked for and absent, or nobody looked yet (null). */
export async function setGuidelines(scope: WorkspaceScope, { prospectId, ...guidelines }: GuidelinesInput) {
  authorize(scope, 'prospects.write')
  const { count } = await database().prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { ...guidelines, updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/** Sets a prospect aside. The first reason stays when it is done twice. */
export async function markNotForUs(scope: WorkspaceScope, input: { prospectId: string; reason: string }) {
  authorize(scope, 'prospects.write')
  const it = { id: input.prospectId, workspaceId: scope.workspaceId, deletedAt: null }
  const { count } = await database().prospect.updateMany({
    where: { ...it, notForUsAt: null },
    data: { notForUsAt: scope.now, notForUsReason: input.reason, updatedAt: scope.now },
  })
  if (count === 0 && (await database().prospect.count({ where: it })) === 0) throw new NotFound()
}

/** Takes "not for us" back. */
export async function takeUpAgain(scope: WorkspaceScope, { prospectId }: { prospectId: string }) {
  authorize(scope, 'prospects.write')
  const { count } = await database().prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { notForUsAt: null, notForUsReason: '', updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

function outletFields(
  { address, anotherOutlet, ...input }: ProspectInput,
  current?: { outletKey: string; homepage: string },
) {
  // The address as it stands keeps its key, also one that was told apart from its neighbours by hand.
  if (current && addressKeyOf(address) === addressKeyOf(current.homepage)) {
    return {
      ...input,
      homepage: current.homepage,
      outletKey: current.outletKey,
      liveOutletKey: current.outletKey,
    }
  }
  const outlet = outletKeyOf(address)
  if (!outlet.ok) throw new Refusal(outlet.error, '', 'address')
  const outletKey = anotherOutlet ? narrowerOutletKey(address) : outlet.key
  if (!outletKey) {
    throw new Refusal(
      'That address says no more than the one already here.',
      'Paste the address of this outlet’s own pages, like example.com/its-name.',
      'address',
    )
  }
  return { ...input, homepage: homepageOf(address, outletKey), outletKey, liveOutletKey: outletKey }
}

/** Where the outlet begins: the host as it was typed, or its path where the path is the outlet. */
function homepageOf(address: string, outletKey: string): string {
  const parsed = parseWebAddress(address)
  if (!parsed.ok || outletKey.includes('/')) return `https://${outletKey}`
  return parsed.host.endsWith(outletKey) ? new URL(parsed.url).origin : `https://${outletKey}`
}

/** The unique key decides, so that two people who add an outlet at the same moment do not make two. */
async function offeringExisting<T>(
  scope: WorkspaceScope,
  outletKey: string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isTaken(error)) throw error
  }
  const existing = await database().prospect.findFirst({
    where: { workspaceId: scope.workspaceId, liveOutletKey: outletKey },
    select: { name: true, notForUsAt: true },
  })
  throw new Refusal(
    `This outlet is already here: ${existing?.name ?? outletKey}.`,
    existing?.notForUsAt
      ? 'It was set aside as not for us. Open it to see why.'
      : 'Open it to carry on there. What you typed stays here meanwhile.',
    'existing',
  )
}

async function refuseStranger(scope: WorkspaceScope, ownerId: string) {
  const member = await database().member.findFirst({
    where: {
      id: ownerId,
      workspaceId: scope.workspaceId,
      leftAt: null,
      role: { in: ['owner', 'manager', 'writer'] },
    },
    select: { id: true },
  })
  if (!member)
    throw new Refusal('That person is not in the list any more.', 'Choose somebody else.', 'ownerId')
}
