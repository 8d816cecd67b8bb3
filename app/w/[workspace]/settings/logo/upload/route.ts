import { uploadLogo } from '#lib/features/customer-reports/logo.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'
import { isSameOrigin } from '#lib/server/upload.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Takes the agency's logo in, and leads back to its page. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.settings')
  if (!isSameOrigin(request, settings().appUrl)) return new Response('Not from here.', { status: 403 })
  const problem = await uploadLogo(scope, request)
  const location = `/w/${workspace}/settings/logo?${problem ? `problem=${problem}` : 'saved=1'}`
  return new Response(null, { status: 303, headers: { location } })
}
