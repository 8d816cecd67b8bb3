import { takeDroppedMail } from '#lib/features/answers/take-dropped-mail.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'
import { isSameOrigin } from '#lib/server/upload.ts'

type Context = { params: Promise<{ workspace: string; pitchId: string }> }

/** Takes a saved mail in: outside the proxy, which would hold the whole of it. A plain form is led back to the pitch. */
export async function POST(request: Request, { params }: Context) {
  const { workspace, pitchId } = await params
  const scope = await requireWorkspace(workspace, 'pitches.write')
  if (!isSameOrigin(request, settings().appUrl)) return new Response('Not from here.', { status: 403 })
  const answer = await found(takeDroppedMail(scope, pageId(pitchId), request))
  const mail = answer.ok ? answer.outcome : answer.problem
  return new Response(null, {
    status: 303,
    headers: { location: `/w/${workspace}/pitches/${pitchId}?mail=${mail}#mail` },
  })
}
