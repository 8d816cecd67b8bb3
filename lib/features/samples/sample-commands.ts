import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { areWordsOpen, type SampleState } from '#lib/domain/samples/sample-states.ts'
import { isRefused, reviewSampleWords } from '#lib/domain/samples/sample-words.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { recordAudit } from '../audit/audit-log.ts'
import { authorize } from '../authorize.ts'
import { findEarlierOffer } from './offered-before.ts'
import type { ChangeSampleInput, OfferSampleInput } from './sample-schema.ts'

type Offer = Omit<OfferSampleInput, 'again'>

/** The same offer twice within this time is a double click. */
const SAME_OFFER_MS = 60_000

/**
 * Notes that somebody was offered a thing, with the words that went with the offer. Nothing is sent by this.
 *
 * @throws NotFound, Refusal where the words tie it to something, or the person asked to be left alone, or had it before
 */
export async function offerSample(
  scope: WorkspaceScope,
  { again, ...input }: OfferSampleInput,
): Promise<{ sampleId: string }> {
  authorize(scope, 'samples.write')
  const { workspaceId, memberId, now } = scope
  const words = passWords(scope, input)
  return inTransaction(async (tx) => {
    await holdProspect(tx, scope, input.prospectId)
    await requireAll(tx, scope, input)
    const { itemId, prospectId, contactId, campaignId, pitchId } = input
    const same = await tx.sample.findFirst({
      where: {
        ...{ workspaceId, itemId, prospectId, contactId, offeredById: memberId, deletedAt: null },
        offeredAt: { gt: new Date(now.getTime() - SAME_OFFER_MS), lte: now },
      },
      select: { id: true },
    })
    if (same) return { sampleId: same.id }
    if (!again) await refuseSecondOffer(tx, scope, input)
    const { id } = await tx.sample.create({
      data: {
        ...{ workspaceId, itemId, prospectId, contactId, campaignId, pitchId },
        ...words,
        ...{ state: 'offered', offeredAt: now, offeredById: memberId, updatedAt: now },
      },
      select: { id: true },
    })
    await recordOverrule(tx, scope, id, words)
    return { sampleId: id }
  })
}

/** Other words, as long as it has not gone out. @throws NotFound, Refusal */
export async function changeSample(scope: WorkspaceScope, input: ChangeSampleInput) {
  authorize(scope, 'samples.write')
  const words = passWords(scope, input)
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const where = { id: input.sampleId, workspaceId, deletedAt: null }
    const sample = await tx.sample.findFirst({ where, select: { state: true } })
    if (!sample) throw new NotFound()
    const open = { ...where, state: { in: ['offered', 'accepted'] } }
    const { count } = areWordsOpen(sample.state as SampleState)
      ? await tx.sample.updateMany({ where: open, data: { ...words, updatedAt: now } })
      : { count: 0 }
    if (count === 0)
      throw new Refusal('These words have gone out with it.', 'They are kept as they were.', 'words')
    await recordOverrule(tx, scope, input.sampleId, words)
  })
}

async function recordOverrule(
  tx: Transaction,
  scope: WorkspaceScope,
  objectId: string,
  { overruleReason }: { overruleReason: string | null },
) {
  if (overruleReason === null) return
  await recordAudit(tx, scope, 'sample-words.overruled', { objectId, details: {} })
}

/** What is kept of words that may go out. The editor shows the same review while they are typed. @throws Refusal */
function passWords(
  scope: WorkspaceScope,
  {
    words,
    saidOtherwise,
    overruleReason,
  }: Pick<OfferSampleInput, 'words' | 'saidOtherwise' | 'overruleReason'>,
) {
  const problems = reviewSampleWords(words)
  const refused = problems.find(isRefused)
  const mayOverrule = can(scope.role, 'pitches.overrule') && overruleReason !== ''
  if (refused && !mayOverrule) throw new Refusal(refused.message, refused.remedy, 'words')
  const missing = problems.find((problem) => !isRefused(problem))
  if (missing && !saidOtherwise) {
    throw new Refusal(
      missing.message,
      `${missing.remedy} If it says so in other words, tick the box below.`,
      'words',
    )
  }
  return {
    words,
    saidOtherwise: missing !== undefined,
    overruleReason: refused && mayOverrule ? overruleReason : null,
  }
}

/** Locks the prospect's row, so that a double click meets its own first half. */
async function holdProspect(tx: Transaction, { workspaceId, now }: WorkspaceScope, prospectId: string) {
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId, deletedAt: null },
    data: { updatedAt: now },
  })
  if (count === 0) throw new NotFound()
}

async function requireAll(tx: Transaction, { workspaceId }: WorkspaceScope, input: Offer) {
  const { itemId, prospectId, contactId, campaignId, pitchId } = input
  const here = { workspaceId, deletedAt: null }
  const item = await tx.sampleItem.findFirst({ where: { ...here, id: itemId }, select: { id: true } })
  if (!item) throw new Refusal('That item is not here any more.', 'Choose another one.', 'itemId')
  const affiliation = await tx.affiliation.findFirst({
    where: { workspaceId, prospectId, contactId, contact: { deletedAt: null } },
    select: { id: true },
  })
  if (!affiliation)
    throw new Refusal('That person is not with this prospect.', 'Choose somebody from the list.', 'contactId')
  const stop = await tx.suppression.findFirst({
    where: { workspaceId, contactId, liftedAt: null, addressHash: null, domainHash: null },
    select: { id: true },
  })
  if (stop)
    throw new Refusal(
      'They asked to be left alone.',
      'That holds for gifts too. Think of somebody else.',
      'contactId',
    )
  if (campaignId) {
    const campaign = await tx.campaign.findFirst({ where: { ...here, id: campaignId }, select: { id: true } })
    if (!campaign)
      throw new Refusal('That campaign is not here any more.', 'Choose another one, or none.', 'campaignId')
  }
  if (pitchId) {
    const pitch = await tx.pitch.findFirst({
      where: { ...here, id: pitchId, contactId },
      select: { id: true },
    })
    if (!pitch) throw new Refusal('That letter is not one to this person.', 'Offer it without the letter.')
  }
}

async function refuseSecondOffer(tx: Transaction, scope: WorkspaceScope, { itemId, contactId }: Offer) {
  const earlier = await findEarlierOffer(tx, scope, { contactId, itemIds: [itemId] })
  if (!earlier) return
  throw new Refusal(
    `They were offered this before: ${earlier.words}.`,
    'Offer something else, or tick that it is meant to be offered again.',
    'again',
  )
}
