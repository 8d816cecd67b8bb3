import { takeMailedDigest } from '#lib/features/requests/take-mailed-digest.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'
import { isSameOrigin } from '#lib/server/upload.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Takes a saved mail with requests in: outside the proxy, which would hold the whole of it. A plain form is led on. */
export async function POST(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'requests.write')
  if (!isSameOrigin(request, settings().appUrl)) return new Response('Not from here.', { status: 403 })
  const answer = await takeMailedDigest(scope, request)
  const home = `/w/${workspace}/requests`
  const location = answer.ok ? `${home}/digests/${answer.digestId}` : `${home}/new?problem=${answer.problem}`
  return new Response(null, { status: 303, headers: { location } })
}
