import { uploadImport } from '#lib/features/imports/upload-import.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'
import { isSameOrigin } from '#lib/server/upload.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Takes a file in: outside the proxy, which would hold the whole of it. A script asks for JSON; a plain form is led on. */
export async function POST(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'imports.run')
  if (!isSameOrigin(request, settings().appUrl)) return new Response('Not from here.', { status: 403 })
  const answer = await uploadImport(scope, request)
  if (request.headers.get('accept') === 'application/json') {
    return Response.json(answer, {
      status: 'goTo' in answer ? 200 : 422,
      headers: { 'cache-control': 'no-store' },
    })
  }
  const back = 'goTo' in answer ? answer.goTo : `/w/${workspace}/imports?problem=${answer.problem}`
  return new Response(null, { status: 303, headers: { location: back } })
}
