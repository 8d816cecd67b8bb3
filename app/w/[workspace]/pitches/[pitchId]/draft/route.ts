import { answerDraft } from '#lib/features/pitches/answer-draft.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; pitchId: string }> }

/** Saves a draft while it is typed. A route and not an action: signed out, it must not take the page and its text away. */
export async function POST(request: Request, { params }: Context) {
  const { workspace, pitchId } = await params
  const scope = await requireWorkspace(workspace, 'pitches.write')
  return answerDraft(scope, pitchId, request)
}
