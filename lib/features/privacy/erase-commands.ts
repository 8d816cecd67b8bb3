import { ERASED } from '#lib/domain/personal-traces.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import { hashOfAddress } from '#lib/server/suppression-hash.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { forgetMails } from '../answers/doubt-commands.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { suppressionKeyToWriteWith } from '../prospects/suppression-key.ts'
import { blankLooks, dropPagesThatName } from './erase-evidence.ts'
import { clearFilesThatNamed } from './erase-files.ts'
import { blankMailsTo, dropMailsThatNamed } from './erase-mails.ts'
import { findPerson, type Person } from './person-queries.ts'
import { redactTraces } from './trace-queries.ts'

/** Looking through every text of a large workspace takes longer than a usual change. */
const TIMEOUT_MS = 180_000
const STAND_IN = 'Erased person'

/**
 * Forgets a person: their rows go, what was written to and by them is emptied (that and when it was written is kept, for
 * the numbers), and wherever else their name or an address of theirs stands, "[erased]" stands afterwards. A hash of each
 * address stays among the stops, so that they are not written to when they come back. All of it, or nothing.
 *
 * @throws NotFound when they are not there, or not any more; Refusal while an import that names them is being written
 */
export async function erasePerson(scope: WorkspaceScope, { contactId }: { contactId: string }) {
  authorize(scope, 'people.erase')
  const { workspaceId, memberId, now } = scope
  return database().$transaction(
    async (guarded) => {
      const tx = guarded as Transaction
      await holdSending(tx, scope)
      // Writing to the row holds it: of two at once, the second finds nobody.
      const { count } = await tx.contact.updateMany({
        where: { id: contactId, workspaceId },
        data: { updatedAt: now },
      })
      if (count === 0) throw new NotFound()
      const person = await findPerson(scope, contactId, tx)
      const pages = await dropPagesThatName(tx, scope, person)
      const files = await clearFilesThatNamed(tx, scope, person)
      const rows = await removePersonRows(tx, scope, person, { stopThem: true })
      const looks = await blankLooks(tx, scope, person.traces)
      const { search } = person.traces
      const words = search ? await redactTraces(tx, scope, search) : {}
      await dropMailsThatNamed(tx, scope)
      await nameOutletsAgain(tx, scope)
      await dropTags(tx, scope)
      const counts = { ...rows, ...files, ...pages, ...looks, words }
      const { id } = await tx.erasure.create({
        data: { workspaceId, why: 'asked', counts, at: now, byId: memberId },
        select: { id: true },
      })
      const details = { why: 'asked', erasureId: id }
      await recordAudit(tx, scope, 'person.erased', { objectId: contactId, details })
      return { erasureId: id, counts }
    },
    { timeout: TIMEOUT_MS, maxWait: 20_000 },
  )
}

/**
 * The rows that are the person's own. Pitches and messages stay as empty shells under a stand-in without a name.
 *
 * @param stopThem whether their addresses are to be stopped where nobody had asked for it
 * @returns how many went, by what they are
 */
export async function removePersonRows(
  tx: Transaction,
  scope: WorkspaceScope,
  person: Person,
  { stopThem }: { stopThem: boolean },
) {
  const { workspaceId, now } = scope
  const { contactIds, channels } = person
  const ofThem = { workspaceId, contactId: { in: contactIds } }
  await keepStops(tx, scope, person, stopThem)
  const pitches = await tx.pitch.findMany({ where: ofThem, select: { id: true } })
  const ofPitches = { workspaceId, pitchId: { in: pitches.map(({ id }) => id) } }
  const messages = await tx.message.count({ where: ofThem })
  const mails = await forgetMails(tx, scope, { pitchId: ofPitches.pitchId })
  if (pitches.length + messages > 0) {
    const standIn = await makeStandIn(tx, scope)
    await blankMailsTo(tx, scope, contactIds, { contactId: standIn.contactId, name: STAND_IN })
    const open = { state: { not: 'closed' } }
    const closed = { state: 'closed', closedReason: 'stopped', closedAt: now, openProspectId: null }
    await tx.pitch.updateMany({ where: { ...ofThem, ...open }, data: closed })
    await tx.followUp.updateMany({
      where: { ...ofPitches, state: 'due' },
      data: { state: 'gone', goneBecause: 'stopped', settledAt: now },
    })
    await tx.followUp.updateMany({ where: ofPitches, data: { subject: '', body: '' } })
    await tx.pitchRevision.updateMany({ where: ofPitches, data: { subject: '', body: '' } })
    await tx.pitchRemark.deleteMany({ where: ofPitches })
    await tx.mention.updateMany({ where: ofPitches, data: { thanksDraft: '' } })
    await tx.pitch.updateMany({
      where: ofThem,
      data: { ...standIn, subject: '', body: '', overruleReason: null },
    })
    await tx.message.updateMany({
      where: { workspaceId, OR: [{ contactId: { in: contactIds } }, { pitchId: ofPitches.pitchId }] },
      // Without its ids, nothing that they send later is taken for an answer to it.
      data: { contactId: standIn.contactId, subject: '', body: '', mailIds: [] },
    })
  }
  // What programs were answered within the last day may name anybody. That their keys were used stays, or a program that
  // tries again would do its work twice.
  await tx.apiAnswer.updateMany({ where: { workspaceId }, data: { body: '', forgottenAt: now } })
  const promises = await tx.promiseMade.deleteMany({ where: ofThem })
  const touches = await tx.touch.updateMany({ where: ofThem, data: { contactId: null, note: '', url: '' } })
  await tx.sample.updateMany({
    where: { ...ofThem, state: { in: ['offered', 'accepted'] } },
    data: { state: 'taken-back', endedAt: now },
  })
  const samples = await tx.sample.updateMany({
    where: ofThem,
    data: { contactId: null, words: '', carrier: '', trackingNumber: '', overruleReason: null },
  })
  // What they asked and what was written to them is emptied; that a request was answered is kept, for the numbers.
  const requests = await tx.request.updateMany({
    where: ofThem,
    data: {
      ...{
        contactId: null,
        journalist: '',
        replyTo: '',
        text: '',
        question: '',
        conditions: [],
        subject: '',
        body: '',
      },
      ...{ searchText: '', overruleReason: null },
    },
  })
  // What was agreed with their outlet stays; that it was with them does not.
  const work = await tx.contribution.updateMany({ where: ofThem, data: { contactId: null } })
  const itemIds = [...contactIds, ...channels.map(({ id }) => id)]
  await tx.trashEntry.deleteMany({ where: { workspaceId, itemId: { in: itemIds } } })
  const merges = await tx.merge.deleteMany({
    where: {
      workspaceId,
      kind: 'contact',
      OR: [{ keptId: { in: contactIds } }, { goneId: { in: contactIds } }],
    },
  })
  await tx.notSame.deleteMany({
    where: {
      workspaceId,
      kind: 'contact',
      OR: [{ oneId: { in: contactIds } }, { otherId: { in: contactIds } }],
    },
  })
  const affiliations = await tx.affiliation.deleteMany({ where: ofThem })
  await tx.addressOrigin.deleteMany({
    where: { workspaceId, channelId: { in: channels.map(({ id }) => id) } },
  })
  await tx.channel.deleteMany({ where: ofThem })
  await tx.contact.updateMany({
    where: { workspaceId, mergedIntoId: { in: contactIds } },
    data: { mergedIntoId: null },
  })
  await tx.contact.deleteMany({ where: { workspaceId, id: { in: contactIds } } })
  return {
    contacts: contactIds.length,
    addresses: channels.length,
    affiliations: affiliations.count,
    pitches: pitches.length,
    messages,
    mails,
    touches: touches.count,
    samples: samples.count,
    requests: requests.count,
    work: work.count,
    promises: promises.count,
    merges: merges.count,
  }
}

/** Every address of theirs stays stopped, by its hash alone; a stop is made where there was none. */
async function keepStops(
  tx: Transaction,
  scope: WorkspaceScope,
  { contactIds, addressKeys }: Person,
  stopThem: boolean,
) {
  const { workspaceId, memberId, now } = scope
  const ofThem = { workspaceId, contactId: { in: contactIds } }
  const stop = await tx.suppression.findFirst({
    where: { ...ofThem, liftedAt: null, addressHash: null, domainHash: null },
    select: { reason: true, at: true, byId: true },
  })
  await tx.suppression.deleteMany({ where: { ...ofThem, addressHash: null } })
  const loose = { contactId: null, withPerson: false, words: '' }
  await tx.suppression.updateMany({ where: ofThem, data: loose })
  if (addressKeys.length === 0 || (!stop && !stopThem)) return
  const key = await suppressionKeyToWriteWith(workspaceId, tx)
  const hashes = addressKeys.map((addressKey) => hashOfAddress(key, addressKey))
  const here = { workspaceId, addressHash: { in: hashes }, liftedAt: null }
  await tx.suppression.updateMany({ where: here, data: { words: '' } })
  const kept = await tx.suppression.findMany({ where: here, select: { addressHash: true } })
  const missing = hashes.filter((hash) => kept.every(({ addressHash }) => addressHash !== hash))
  const made = stop ?? { reason: 'erased', at: now, byId: memberId }
  await tx.suppression.createMany({
    data: missing.map((addressHash) => ({ workspaceId, addressHash, ...made, words: '' })),
  })
}

/** Somebody without a name, for pitches to hang on: the numbers of a campaign count them still. */
async function makeStandIn(tx: Transaction, { workspaceId, now }: WorkspaceScope) {
  const contact = await tx.contact.create({
    data: { workspaceId, name: STAND_IN, createdAt: now, updatedAt: now, deletedAt: now },
    select: { id: true },
  })
  const channel = await tx.channel.create({
    data: {
      ...{ workspaceId, contactId: contact.id, kind: 'spoken', createdAt: now, deletedAt: now },
      ...{ address: STAND_IN, addressKey: `erased:${contact.id}` },
    },
    select: { id: true },
  })
  return { contactId: contact.id, channelId: channel.id }
}

/** A tag with their name: the rows that carried it have lost it already. */
async function dropTags(tx: Transaction, { workspaceId }: WorkspaceScope) {
  await tx.tag.deleteMany({ where: { workspaceId, name: { contains: ERASED } } })
}

/** An outlet that bore the person's name is called by its address now. */
async function nameOutletsAgain(tx: Transaction, { workspaceId }: WorkspaceScope) {
  const nameless = await tx.prospect.findMany({
    where: { workspaceId, name: ERASED },
    select: { id: true, outletKey: true },
  })
  for (const { id, outletKey } of nameless)
    await tx.prospect.updateMany({ where: { workspaceId, id }, data: { name: outletKey } })
}
