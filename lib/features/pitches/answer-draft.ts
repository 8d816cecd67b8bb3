import { createHash } from 'node:crypto'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { readFields } from '../workspace-action.ts'
import type { DraftAnswer, StandingText } from './draft-answer.ts'
import { changedElsewhere, saveDraft, setAside } from './draft-commands.ts'
import { listProblems } from './pitch-page-queries.ts'
import { typedDraftSchema } from './pitch-schema.ts'
import { findSavedVersion } from './revision-queries.ts'

/** One saving from the editor: stored or not, and what the gate says of the text now. */
export async function answerDraft(
  scope: WorkspaceScope,
  pitchId: string,
  request: Request,
): Promise<Response> {
  if (!isFromOurPage(request)) return new Response(null, { status: 403 })
  const formData = await request.formData().catch(() => null)
  if (!formData) return new Response(null, { status: 400 })
  const parsed = typedDraftSchema.safeParse({ ...readFields(formData), pitchId })
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? 'Please look at what you typed.'
    return answer({ ok: false, isConflict: false, message, remedy: 'What you typed is still here.' })
  }
  const { intent, shown: shownBefore, ...draft } = parsed.data
  try {
    if (intent === 'found') {
      const version = await findSavedVersion(scope, draft)
      if (!version) throw changedElsewhere()
      const savedAt = version.savedAt.toISOString()
      return answer({ ok: true, revision: version.number, savedAt, problems: null, shown: shownBefore })
    }
    const { revision, savedAt } =
      intent === 'aside'
        ? await setAside(scope, draft)
        : await saveDraft(scope, draft, {
            isAutosave: intent === 'autosave',
            isInstead: intent === 'instead',
          })
    const problems = await listProblems(scope, pitchId)
    const shown = createHash('sha256').update(JSON.stringify(problems)).digest('base64url').slice(0, 16)
    return answer({
      ok: true,
      revision,
      savedAt: savedAt.toISOString(),
      problems: shown === shownBefore ? null : problems,
      shown,
    })
  } catch (error) {
    if (error instanceof NotFound) {
      return answer({
        ok: false,
        isConflict: false,
        message: 'This pitch is not here any more.',
        remedy: 'Copy what you typed if you still need it; the pitch may be in the trash.',
      })
    }
    if (error instanceof Refusal) {
      const isConflict = error.field === 'revision'
      const standing = isConflict ? await standingText(scope, pitchId) : undefined
      return answer({ ok: false, isConflict, message: error.message, remedy: error.remedy, standing })
    }
    const id = reportBug(error, 'pitches.write')
    const message = 'Something went wrong on our side, and this was not saved.'
    return answer({
      ok: false,
      isConflict: false,
      message,
      remedy: `What you typed is still here. Error ${id}.`,
    })
  }
}

function answer(body: DraftAnswer): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}

/** Other sites' pages cannot post here: the cookie does not go along. Where the browser says who asks, it is checked too. */
function isFromOurPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site === null || site === 'same-origin'
}

async function standingText(
  { workspaceId }: WorkspaceScope,
  pitchId: string,
): Promise<StandingText | undefined> {
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId, deletedAt: null },
    select: { revision: true, subject: true, body: true, updatedAt: true },
  })
  if (!pitch) return undefined
  const { updatedAt, ...text } = pitch
  return { ...text, savedAt: updatedAt.toISOString() }
}
