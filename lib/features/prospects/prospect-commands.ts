import { reasonWords } from '#lib/domain/duplicates/duplicate-reasons.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { narrowerOutletKey } from '#lib/domain/narrower-outlet-key.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { addressKeyOf, parseWebAddress } from '#lib/domain/web-address.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { onlyNamed } from '../only-named.ts'
import { alikeProspects } from './alike-queries.ts'
import { customValuesAfter } from './custom-values.ts'
import { keepTags } from './keep-tags.ts'
import { prospectIdsByKeys } from './outlet-alias-queries.ts'
import { outletsOfSites } from './outlets-of-sites.ts'
import { type GuidelinesInput, NOTE_MAX_CHARACTERS, type ProspectInput } from './prospect-schema.ts'

type Outlet = Omit<ProspectInput, 'lookForAlike' | 'notAlike' | 'alikeSeen'>

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
  const { lookForAlike, notAlike, alikeSeen, ...said } = input
  const fields = outletFields(said)
  await refuseAlias(scope, fields.outletKey)
  if (lookForAlike && !notAlike && !said.anotherOutlet) await refuseAlike(scope, said.name, alikeSeen ?? [])
  const { id } = await offeringExisting(scope, fields.outletKey, () =>
    inTransaction(async (tx) =>
      tx.prospect.create({
        data: {
          workspaceId: scope.workspaceId,
          ...fields,
          ...(await ownWords(tx, scope, input, {})),
          ownerId: scope.memberId,
          createdAt: scope.now,
          updatedAt: scope.now,
        },
        select: { id: true },
      }),
    ),
  )
  return { prospectId: id }
}

/**
 * @param named the fields that were sent, where it was not a whole form: the others stay as they are
 * @throws NotFound; Refusal as for a new one, or when the owner is nobody who may write here
 */
export async function changeProspect(
  scope: WorkspaceScope,
  { prospectId, ownerId, ...input }: Outlet & { prospectId: string; ownerId: string | null },
  named?: ReadonlySet<string>,
) {
  authorize(scope, 'prospects.write')
  const it = { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null }
  const current = await database().prospect.findFirst({
    where: it,
    select: { outletKey: true, homepage: true, ownerId: true },
  })
  if (!current) throw new NotFound()
  if (ownerId && ownerId !== current.ownerId) await refuseStranger(scope, ownerId)
  const address = named && !named.has('address') ? current.homepage : input.address
  const fields = outletFields({ ...input, address }, current)
  if (fields.outletKey !== current.outletKey) await refuseAlias(scope, fields.outletKey, prospectId)
  await offeringExisting(scope, fields.outletKey, () =>
    inTransaction(async (tx) => {
      // Holds the row: what two people write into different own fields at once is all kept.
      const [held] = await tx.prospect.updateManyAndReturn({
        where: it,
        data: { updatedAt: scope.now },
        select: { custom: true },
      })
      if (!held) throw new NotFound()
      const data = { ...fields, ...(await ownWords(tx, scope, input, held.custom)), ownerId }
      const columns = { address: ['homepage', 'outletKey', 'liveOutletKey'] as const }
      await tx.prospect.updateMany({ where: it, data: onlyNamed(data, named, columns) })
    }),
  )
}

/**
 * Adds words to what is worth remembering of a prospect, under the day and the name of who adds them. The same words twice
 * on one day are a double click.
 *
 * @throws NotFound, Refusal when there is no more room
 */
export async function addNoteToProspect(
  scope: WorkspaceScope,
  { prospectId, words }: { prospectId: string; words: string },
) {
  authorize(scope, 'prospects.write')
  const it = { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null }
  const entry = `${localDateOf(scope.now, scope.timeZone)}, ${scope.actorName}: ${words}`
  await inTransaction(async (tx) => {
    // Holds the row: two people who note something at once both keep their words.
    const [held] = await tx.prospect.updateManyAndReturn({
      where: it,
      data: { updatedAt: scope.now },
      select: { note: true },
    })
    if (!held) throw new NotFound()
    if (held.note === entry || held.note.startsWith(`${entry}\n`)) return
    const note = held.note ? `${entry}\n\n${held.note}` : entry
    if (note.length > NOTE_MAX_CHARACTERS) {
      throw new Refusal(
        'There is no more room in the notes about this prospect.',
        'Shorten what is there first: press "Change".',
        'words',
      )
    }
    await tx.prospect.updateMany({ where: it, data: { note } })
  })
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

/** Language, note, tags and own fields; those that were not asked for are left as they are. */
async function ownWords(
  tx: Transaction,
  scope: WorkspaceScope,
  { language, note, tags, custom }: ProspectInput,
  before: unknown,
) {
  return {
    ...(language === undefined ? {} : { language }),
    ...(note === undefined ? {} : { note }),
    ...(tags ? { tags: await keepTags(tx, scope, tags) } : {}),
    ...(custom ? { custom: await customValuesAfter({ scope, noun: 'prospect' }, custom, before) } : {}),
  }
}

function outletFields(
  { address, anotherOutlet, kind, name, whyCare, country }: Outlet,
  current?: { outletKey: string; homepage: string },
) {
  const input = { kind, name, whyCare, country }
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
  throw await alreadyHere(scope, outletKey, { liveOutletKey: outletKey })
}

/** The key of an outlet that was merged into another one, or that leads to it, is that one's. */
async function refuseAlias(scope: WorkspaceScope, outletKey: string, exceptId?: string) {
  const id = (await prospectIdsByKeys(scope, [outletKey])).get(outletKey)
  if (id && id !== exceptId) throw await alreadyHere(scope, outletKey, { id })
}

/** Names nearly the same that nobody has shown them yet; seen or said to be another, it is added. */
async function refuseAlike(scope: WorkspaceScope, name: string, seen: readonly string[]) {
  const alike = (await alikeProspects(scope, { address: '', name })).filter(({ id }) => !seen.includes(id))
  const [first] = alike
  if (!first) return
  throw new Refusal(
    `There is ${first.name} (${first.at}) already. ${first.reasons.map(reasonWords).join(' ')}`,
    'Look whether it is the same. If not, say that it is another outlet.',
    'alike',
  )
}

async function alreadyHere(
  scope: WorkspaceScope,
  outletKey: string,
  it: { id: string } | { liveOutletKey: string },
): Promise<Refusal> {
  const existing = await database().prospect.findFirst({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, ...it },
      // What a visit for some Sites may not see has no name for it.
      ...(scope.siteIds === null ? {} : { AND: [outletsOfSites(scope.siteIds)] }),
    },
    select: { name: true, notForUsAt: true },
  })
  return new Refusal(
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
