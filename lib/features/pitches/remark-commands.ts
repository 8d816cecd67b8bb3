import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { foldText } from '#lib/domain/text/fold-text.ts'
import type { TextRange } from '#lib/domain/text/quote-search.ts'
import { anchorAt, findWords } from '#lib/domain/word-anchor.ts'
import { database, isTaken } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { change } from './pitch-change.ts'
import type { AnswerRemarkInput, RemarkInput } from './remark-schema.ts'

/** Who has more to say than this about one letter had better talk to its writer. */
const REMARKS_MOST = 200
const BEFORE_IT_GOES = ['draft', 'in-review', 'ready']

/**
 * Says something about words of a letter that has not gone yet. The words are looked for in the text as it stands now,
 * which may be a newer one than was read. Sent twice, it is one remark.
 *
 * @throws NotFound; Refusal (field "quote") when the words do not stand there, or in more than one place
 */
export async function addRemark(scope: WorkspaceScope, input: RemarkInput) {
  authorize(scope, 'remarks.write')
  const { workspaceId, memberId, now } = scope
  const { pitchId, once } = input
  try {
    await change(scope, pitchId, async (tx, pitch) => {
      const of = { workspaceId, pitchId }
      if (await tx.pitchRemark.findFirst({ where: { ...of, onceKey: once }, select: { id: true } })) return
      if (!BEFORE_IT_GOES.includes(pitch.state)) {
        throw new Refusal('This letter is on its way or put away, so there is nothing left to change in it.')
      }
      const { part, ...range } = placeOf(pitch, input)
      const anchor = anchorAt(pitch[part], range)
      if ((await tx.pitchRemark.count({ where: of })) >= REMARKS_MOST) {
        throw new Refusal('That is a great many remarks for one letter.', 'Talk to its writer instead.')
      }
      await tx.pitchRemark.create({
        data: {
          ...of,
          ...anchor,
          part,
          revision: pitch.revision,
          text: input.text,
          byId: memberId,
          at: now,
          state: 'open',
          onceKey: once,
        },
      })
    })
  } catch (error) {
    if (!isTaken(error)) throw error
  }
}

/**
 * The writer's word on a remark, and with `settle` the end of it. Nobody has to give an answer to settle one: changing the
 * text is one too. Once settled, by two people or by pressing twice, it stays so until it is opened again.
 *
 * @throws NotFound; Refusal when an answer is empty, or this person may neither write letters nor made the remark
 */
export async function answerRemark(scope: WorkspaceScope, { remarkId, answer, intent }: AnswerRemarkInput) {
  authorize(scope, 'remarks.write')
  const { workspaceId, memberId, now } = scope
  const remark = await remarkFor(scope, remarkId)
  if (remark.byId !== memberId && !can(scope.role, 'pitches.write')) {
    throw new Refusal('This is somebody else’s remark.', 'Its writer settles it, or whoever made it.')
  }
  if (intent === 'answer' && answer === '') {
    throw new Refusal('Please write an answer.', 'Or settle it without one.', 'answer')
  }
  const said = answer === '' ? {} : { answer, answeredById: memberId, answeredAt: now }
  const settled = intent === 'settle' ? { state: 'settled', settledById: memberId, settledAt: now } : {}
  await database().pitchRemark.updateMany({
    where: { id: remarkId, workspaceId, state: 'open' },
    data: { ...said, ...settled },
  })
}

/** A settled remark is open again, for whoever is not content with what became of it. @throws NotFound */
export async function reopenRemark(scope: WorkspaceScope, { remarkId }: { remarkId: string }) {
  authorize(scope, 'remarks.write')
  const { workspaceId } = scope
  await remarkFor(scope, remarkId)
  await database().pitchRemark.updateMany({
    where: { id: remarkId, workspaceId, state: 'settled' },
    data: { state: 'open', settledById: null, settledAt: null },
  })
}

async function remarkFor({ workspaceId }: WorkspaceScope, remarkId: string) {
  const remark = await database().pitchRemark.findFirst({
    where: { id: remarkId, workspaceId, pitch: { deletedAt: null } },
    select: { byId: true },
  })
  if (!remark) throw new NotFound()
  return remark
}

type Letter = { subject: string; body: string }

/** Where the words stand: where they were selected, or else the one place that has them. @throws Refusal */
function placeOf(letter: Letter, { quote, part, position }: RemarkInput): TextRange & { part: keyof Letter } {
  if (position !== null) {
    const end = position + quote.length
    if (foldText(letter[part].slice(position, end)) === foldText(quote)) return { part, start: position, end }
  }
  const places = (['body', 'subject'] as const).flatMap((each) =>
    findWords(letter[each], quote).map((range) => ({ part: each, ...range })),
  )
  const [first] = places
  if (first && places.length === 1) return first
  if (first) {
    throw new Refusal(
      `These words stand there ${places.length === 2 ? 'twice' : `${places.length} times`}.`,
      'Add a few more of those beside them.',
      'quote',
    )
  }
  throw new Refusal(
    'These words are not in the letter as it stands now.',
    'Take them from the text, word for word.',
    'quote',
  )
}
