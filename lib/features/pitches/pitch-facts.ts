import { localDateOf } from '#lib/domain/local-date.ts'
import { maskOf } from '#lib/domain/pitch-gate/near-copy-rule.ts'
import { NO_HISTORY, type PitchFacts } from '#lib/domain/pitch-gate/pitch-facts.ts'
import { prepareText } from '#lib/domain/pitch-gate/shingles.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { findOverduePromise } from '../ledger/overdue-promise-queries.ts'
import { outcomesOf } from '../mentions/outcome-groups.ts'
import { suppressionsAgainst, suppressionsOfAddress } from '../prospects/suppression-queries.ts'
import { findOfferTwice } from '../samples/offered-before.ts'
import { listOtherTexts } from './other-texts.ts'
import { pitchLimits } from './pitch-limits.ts'
import { companyIn } from './pitch-text.ts'
import { whyUnread } from './second-eyes-queries.ts'

/** A page that was looked at, and links to the Site or names it today. */
const NAMES_US = [...outcomesOf('links'), ...outcomesOf('unlinked')]
const TWO_DAYS_MS = 48 * 60 * 60 * 1000

type Reader = Database | Transaction

/**
 * Everything the gate asks about one pitch, in a fixed number of queries. The editor and the commands call this and
 * then the same `reviewPitch`.
 *
 * @param followUp the text of a follow-up on this pitch; without it the pitch's own text is meant
 * @throws NotFound
 */
export async function gatherPitchFacts(
  db: Reader,
  scope: WorkspaceScope,
  pitchId: string,
  followUp?: { subject: string; body: string },
) {
  const { workspaceId } = scope
  const pitch = await findPitch(db, workspaceId, pitchId)
  const { contact, channel, campaign, prospect, readingNote, workspace } = pitch
  const { limits, cadence } = pitchLimits(workspace.settings)
  const text = followUp ?? pitch
  const origin = channel.origin
  const reading = readingNote && !readingNote.deletedAt ? readingNote : null

  const alone: PitchFacts = {
    now: scope.now,
    route: campaign.route === 'service' ? 'service' : 'product',
    purpose: followUp ? 'follow-up' : 'first',
    subject: text.subject,
    body: text.body,
    signature: '',
    contact: {
      name: contact.name,
      country: contact.country ?? prospect.country,
      address: channel.address,
    },
    origin: origin
      ? {
          page: origin.page,
          words: origin.words,
          noUnsolicited: origin.noUnsolicited,
          fitsRole: origin.fitsRole,
        }
      : null,
    guidelines:
      prospect.guidelines === 'seen' || prospect.guidelines === 'absent' ? prospect.guidelines : null,
    reading: reading
      ? { pageText: reading.pageCopy.wholeText, quote: reading.quote, gap: reading.gap || null }
      : null,
    others: [],
    history: NO_HISTORY,
    sender: {
      name: pitch.writer.name,
      company: companyIn(text.body, campaign.site),
      postalAddress: workspace.postalAddress || null,
    },
    settings: limits,
  }
  const own = prepareText(alone.body, maskOf(alone))
  const findOthers = () => listOtherTexts(db, workspaceId, pitchId, own)
  const findHistory = () => historyOf(db, scope, pitch, followUp !== undefined)
  // The search takes about as long as all the rest. Inside a transaction there is one connection: one after the other.
  const [others, history] =
    db === database()
      ? await Promise.all([findOthers(), findHistory()])
      : [await findOthers(), await findHistory()]
  const facts = { ...alone, others, history }
  return { facts, pitch, cadence, timeZone: contact.timeZone ?? campaign.site.timeZone }
}

/** What happened before with this person, this outlet and this pitch; one query after the other. */
async function historyOf(
  db: Reader,
  scope: WorkspaceScope,
  pitch: Awaited<ReturnType<typeof findPitch>>,
  isFollowUp: boolean,
): Promise<PitchFacts['history']> {
  const { workspaceId } = scope
  const { id: pitchId, channel, campaign, prospect } = pitch
  const suppressed = await isSuppressed(db, scope, pitch)
  const bounced = await hasBounced(db, workspaceId, channel)
  const lastMessage = await lastMessageTo(db, workspaceId, pitch)
  const openPitch = await otherOpenPitch(db, workspaceId, pitch)
  const followUpsSent = await db.message.count({
    where: { workspaceId, pitchId, purpose: 'follow-up', direction: 'out' },
  })
  const sentToday = await countFirstPitchesToday(db, scope)
  const mention = await db.mention.findFirst({
    where: {
      workspaceId,
      deletedAt: null,
      prospectId: prospect.id,
      siteId: campaign.siteId,
      outcome: { in: NAMES_US },
    },
    select: { url: true },
    orderBy: { createdAt: 'desc' },
  })
  const { contactId, subject, body } = pitch
  const offer = { pitchId, contactId, text: `${subject}\n${body}` }
  // A follow-up may name again what its letter offered.
  const offeredBefore = isFollowUp ? null : await findOfferTwice(db, scope, offer)
  return {
    suppressed,
    hardBounce: bounced,
    lastMessageAt: lastMessage?.at ?? null,
    answeredAt: pitch.answeredAt,
    openPitchWithProspect: openPitch ? `to ${openPitch.contact.name}` : false,
    followUpsSent,
    sentToday,
    alreadyLinks: mention?.url ?? false,
    sampleOfferedBefore: offeredBefore ?? false,
    promiseOverdue: (await findOverduePromise(scope, pitch, db)) ?? false,
    unread: isFollowUp ? null : await whyUnread(db, pitch),
  }
}

async function findPitch(db: Reader, workspaceId: string, pitchId: string) {
  const pitch = await db.pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    include: {
      contact: true,
      channel: { include: { origin: true } },
      campaign: { include: { site: true } },
      prospect: true,
      writer: { select: { id: true, name: true } },
      readingNote: { include: { pageCopy: { select: { wholeText: true } } } },
      workspace: { select: { settings: true, postalAddress: true } },
    },
  })
  if (!pitch) throw new NotFound()
  return pitch
}

type Recipient = {
  id: string
  contactId: string
  prospectId: string
  channel: { kind: string; address: string; addressKey: string }
}

/** The person, this address, or its domain. */
async function isSuppressed(db: Reader, scope: WorkspaceScope, { contactId, channel }: Recipient) {
  const address = { ...channel, contactId }
  const [stop] = suppressionsOfAddress(await suppressionsAgainst(scope, [address], [], db), address)
  return stop ? stop.words || true : false
}

async function hasBounced(
  db: Reader,
  workspaceId: string,
  channel: Recipient['channel'] & { bouncedAt: Date | null; bounceNote: string },
) {
  if (channel.bouncedAt) return channel.bounceNote || true
  if (channel.kind !== 'email') return false
  const same = await db.channel.findFirst({
    where: { workspaceId, kind: 'email', addressKey: channel.addressKey, bouncedAt: { not: null } },
    select: { id: true },
  })
  return same !== null
}

/** Our last message to this person, in any campaign, also where the same address stands under another contact. */
async function lastMessageTo(db: Reader, workspaceId: string, { contactId, channel }: Recipient) {
  // One step at a time, each by its index: asked as one, all messages, pitches and channels would be read.
  const places = await db.channel.findMany({
    where: { workspaceId, kind: channel.kind, addressKey: channel.addressKey },
    select: { id: true },
  })
  const pitches = await db.pitch.findMany({
    where: { workspaceId, channelId: { in: places.map(({ id }) => id) } },
    select: { id: true },
  })
  return db.message.findFirst({
    where: {
      workspaceId,
      direction: 'out',
      OR: [{ contactId }, { pitchId: { in: pitches.map(({ id }) => id) } }],
    },
    select: { at: true },
    orderBy: { at: 'desc' },
  })
}

function otherOpenPitch(db: Reader, workspaceId: string, { id, prospectId }: Recipient) {
  return db.pitch.findFirst({
    where: { workspaceId, prospectId, id: { not: id }, deletedAt: null, state: { in: ['sent', 'answered'] } },
    select: { id: true, subject: true, contact: { select: { name: true } } },
  })
}

/** First pitches this member sent on today's date in their own time zone, however long that day is. */
async function countFirstPitchesToday(db: Reader, { workspaceId, memberId, now, timeZone }: WorkspaceScope) {
  const recent = await db.message.findMany({
    where: {
      workspaceId,
      authorId: memberId,
      direction: 'out',
      purpose: 'first',
      at: { gt: new Date(now.getTime() - TWO_DAYS_MS), lte: now },
    },
    select: { at: true },
  })
  const today = localDateOf(now, timeZone)
  return recent.filter((message) => localDateOf(message.at, timeZone) === today).length
}
