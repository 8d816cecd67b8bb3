import { asDay, dayText } from '#lib/domain/calendar-day.ts'
import { nextOnOf } from '#lib/domain/contributions/next-date.ts'
import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { targetsOf } from '../mentions/mention-question.ts'
import type { AddContributionInput, ChangeContributionInput, WorkInput } from './contribution-schema.ts'

/** The same work begun twice within this time is a double click. */
const SAME_WORK_MS = 60_000

/**
 * Writes down a piece of work with an outlet: hoped for, asked for or agreed. A double click begins one.
 *
 * @throws Refusal where something it hangs on is not there (any more), or does not fit
 */
export async function addContribution(scope: WorkspaceScope, input: AddContributionInput) {
  authorize(scope, 'contributions.write')
  const { workspaceId, memberId: ownerId, now } = scope
  const { kind, prospectId, state, ...work } = input
  return inTransaction(async (tx) => {
    await holdProspect(tx, scope, prospectId, kind)
    const same = await tx.contribution.findFirst({
      where: {
        ...{ workspaceId, prospectId, kind, ownerId, title: work.title, deletedAt: null },
        createdAt: { gt: new Date(now.getTime() - SAME_WORK_MS), lte: now },
      },
      select: { id: true },
    })
    if (same) return { contributionId: same.id }
    const fields = await checkedFields(tx, scope, prospectId, work, null)
    const { id } = await tx.contribution.create({
      data: {
        ...{ workspaceId, kind, state, prospectId, ownerId, createdAt: now, updatedAt: now },
        ...fields,
        nextOn: nextDay({ ...fields, state }),
      },
      select: { id: true },
    })
    return { contributionId: id }
  })
}

/** Changes what is known of it; kind and outlet stay, and how far it is has its own command. @throws NotFound, Refusal */
export async function changeContribution(
  scope: WorkspaceScope,
  { contributionId: id, ...work }: ChangeContributionInput,
) {
  authorize(scope, 'contributions.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const known = await holdContribution(tx, scope, id)
    const fields = await checkedFields(tx, scope, known.prospectId, work, known)
    const data = { ...fields, nextOn: nextDay({ ...fields, state: known.state }), updatedAt: now }
    await tx.contribution.updateMany({ where: { workspaceId, id }, data })
  })
}

/** Locks the row, so that two changes come one after the other. @throws NotFound */
export async function holdContribution(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string) {
  const [held] = await tx.contribution.updateManyAndReturn({
    where: { workspaceId, id, deletedAt: null },
    data: { updatedAt: now },
  })
  if (!held) throw new NotFound()
  return held
}

type Days = {
  state: string
  dueOn: Date | null
  recordingAt: Date | null
  recordingZone: string | null
  airsOn: Date | null
}

/** What the list is sorted by, as the database keeps a day. */
export function nextDay({ dueOn, airsOn, ...rest }: Days): Date {
  return asDay(nextOnOf({ ...rest, dueOn: dayText(dueOn), airsOn: dayText(airsOn) }))
}

async function holdProspect(tx: Transaction, { workspaceId, now }: WorkspaceScope, id: string, kind: string) {
  const [prospect] = await tx.prospect.updateManyAndReturn({
    where: { workspaceId, id, deletedAt: null },
    data: { updatedAt: now },
    select: { kind: true },
  })
  if (!prospect) throw new Refusal('That prospect is not here any more.', 'Choose another one.', 'prospectId')
  if (kind === 'directory' && prospect.kind !== 'directory') {
    throw new Refusal(
      'That prospect is not noted as a directory.',
      'Change what kind of outlet it is first: directories are asked one question more.',
      'prospectId',
    )
  }
}

type Known = { contactId: string | null; campaignId: string | null; pitchId: string | null; siteId: string }

/** What was chosen must be there and belong together; what was chosen before may lie in the trash and is kept. */
async function checkedFields(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  prospectId: string,
  { recording, dueOn, airsOn, ...work }: WorkInput,
  known: Known | null,
) {
  const live = { workspaceId, deletedAt: null }
  const site = await tx.site.findFirst({ where: { ...live, id: work.siteId } })
  if (!site) throw new Refusal('That site is not here any more.', 'Choose another one.', 'siteId')
  if (work.contactId && work.contactId !== known?.contactId) {
    const there = { workspaceId, prospectId, contactId: work.contactId, contact: { deletedAt: null } }
    if ((await tx.affiliation.count({ where: there })) === 0)
      throw new Refusal(
        'That person is not with this prospect.',
        'Choose somebody from the list.',
        'contactId',
      )
  }
  if (work.campaignId && (work.campaignId !== known?.campaignId || work.siteId !== known.siteId)) {
    const fitting = { ...live, id: work.campaignId, siteId: work.siteId }
    if ((await tx.campaign.count({ where: fitting })) === 0)
      throw new Refusal(
        'That campaign is for another site.',
        'Choose one of this site, or none.',
        'campaignId',
      )
  }
  if (work.pitchId && work.pitchId !== known?.pitchId) {
    const theirs = { ...live, id: work.pitchId, prospectId }
    if ((await tx.pitch.count({ where: theirs })) === 0)
      throw new Refusal('That pitch is to somebody else.', 'Choose one to this prospect, or none.', 'pitchId')
  }
  const isOurs = targetMatcher(targetsOf(site))
  for (const [field, urls] of [
    ['bylineUrls', work.bylineUrls] as const,
    ['wishUrl', [work.wishUrl]] as const,
  ]) {
    const foreign = urls.find((url) => url !== null && !isOurs(new URL(url)))
    if (foreign)
      throw new Refusal(
        `${foreign} is not on ${site.name}: its domains are ${site.domains.join(', ')}.`,
        'Give pages of this site.',
        field,
      )
  }
  return {
    ...work,
    dueOn: dueOn === null ? null : asDay(dueOn),
    airsOn: airsOn === null ? null : asDay(airsOn),
    recordingAt: recording?.at ?? null,
    recordingZone: recording?.zone ?? null,
  }
}
