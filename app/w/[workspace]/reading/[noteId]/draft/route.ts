import { found, pageId } from '#lib/features/page-params.ts'
import { keepDraft } from '#lib/features/reading/reading-commands.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; noteId: string }> }

/** Keeps a note while it is typed. A route and not an action: signed out, it must not take the page and its text away. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workspace, noteId } = await params
  const scope = await requireWorkspace(workspace, 'reading.write')
  const words: unknown = await request.json().catch(() => null)
  const answer = await found(keepDraft(scope, pageId(noteId), words))
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
