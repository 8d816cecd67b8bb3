import { composeLinks } from '#lib/domain/compose-links.ts'
import { isFollowUpDue, silenceClosesAt } from '#lib/domain/follow-up-cadence.ts'
import { reviewPromises } from '#lib/domain/pitch-gate/history-rules.ts'
import { isReady, problemsInTheWay, reviewPitch } from '#lib/domain/pitch-gate/review-pitch.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { gatherPitchFacts } from './pitch-facts.ts'
import { secondEyesOn } from './second-eyes-queries.ts'
import { doubtOf, findSilence } from './silence-queries.ts'

/** One pitch with all its page shows: what the gate says of it now, what was said, and what is due. @throws NotFound */
export async function getPitch(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const { facts, pitch, cadence, timeZone } = await gatherPitchFacts(database(), scope, pitchId)
  const [messages, followUps, mentions] = await Promise.all([
    database().message.findMany({
      where: { workspaceId, pitchId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      include: {
        author: { select: { name: true } },
        mailbox: { select: { name: true, address: true, aliases: true } },
      },
    }),
    database().followUp.findMany({ where: { workspaceId, pitchId }, orderBy: { number: 'asc' } }),
    database().mention.findMany({
      where: { workspaceId, pitchId, deletedAt: null },
      select: { id: true, url: true, outcome: true },
      orderBy: { createdAt: 'asc' },
    }),
  ])
  /** Of a pitch that was sent nothing is asked any more. */
  const problems = pitch.sentAt ? [] : reviewPitch(facts)
  const inTheWay = problemsInTheWay(problems, pitch.overruledRules)
  const maySend = pitch.state === 'ready' && inTheWay.length === 0
  const waiting = followUps.find((followUp) => followUp.state === 'due') ?? null
  const eyes = pitch.state === 'draft' ? await secondEyesOn(database(), scope, pitch) : null
  const silence = await findSilence(database(), scope, [pitchId])
  return {
    ...pitch,
    problems,
    /** Of a letter that was found ready: what keeps it from going now. */
    inTheWay,
    /** Somebody else has to say that this draft may go. */
    isReadFirst: eyes !== null && eyes.why !== null && !eyes.mayPass,
    messages,
    mentions,
    followUps,
    waiting: waiting && pitch.state === 'sent' ? await withReview(scope, pitchId, waiting, timeZone) : null,
    /** What keeps one from saying that they are silent: a mail that may be theirs, or a mailbox not read since. */
    doubt: pitch.state === 'sent' ? doubtOf(silence.get(pitchId), waiting?.dueOn ?? null, timeZone) : null,
    isStopped: Boolean(facts.history.suppressed),
    closesAt:
      pitch.state === 'sent' && pitch.lastMessageAt ? silenceClosesAt(pitch.lastMessageAt, cadence) : null,
    timeZone,
    limits: { maxWords: facts.settings.maxWords ?? null, warnWords: facts.settings.warnWords ?? null },
    /** None while it may not go: a letter nobody has read does not leave by a link either. */
    links: maySend
      ? composeLinks({ to: facts.contact.address ?? '', subject: pitch.subject, body: pitch.body })
      : [],
  }
}

type Waiting = { id: string; subject: string; body: string; dueOn: Date; number: number }

async function withReview(scope: WorkspaceScope, pitchId: string, followUp: Waiting, timeZone: string) {
  const { facts } = await gatherPitchFacts(database(), scope, pitchId, followUp)
  const problems = [...reviewPromises(facts.history), ...reviewPitch(facts)]
  return {
    ...followUp,
    isDue: isFollowUpDue(followUp.dueOn.toISOString().slice(0, 10), scope.now, timeZone),
    problems,
    maySend: followUp.body !== '' && isReady(problems),
    links: composeLinks({ to: facts.contact.address ?? '', subject: followUp.subject, body: followUp.body }),
  }
}

/** What the gate says of the text as it stands, for the editor after each saving. @throws NotFound */
export async function listProblems(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { facts } = await gatherPitchFacts(database(), scope, pitchId)
  return reviewPitch(facts)
}

const MAIL_WAYS = ['mailto', 'gmail', 'outlook-work', 'outlook-home', 'draft-file', 'copy']

/** Which way this member's last mail went: most people keep to one. */
export async function findLastMailWay({ workspaceId, memberId }: WorkspaceScope): Promise<string> {
  const message = await database().message.findFirst({
    where: { workspaceId, authorId: memberId, direction: 'out', via: { in: MAIL_WAYS } },
    select: { via: true },
    orderBy: { at: 'desc' },
  })
  return message?.via ?? 'mailto'
}
