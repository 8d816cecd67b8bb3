import { Refusal } from '#lib/domain/refusal.ts'
import { bringInWorkspace, LARGEST_FILE_BYTES } from '#lib/features/exports/workspace-import-commands.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { isSameOrigin, takeUpload, UploadProblem } from '#lib/server/upload.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Takes the ZIP of a whole workspace. It stands outside the proxy, which would cut it at 10 MB. */
export async function POST(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.import')
  if (!isSameOrigin(request, settings().appUrl))
    return new Response('This form was not sent from here.', { status: 403 })
  const page = `/w/${workspace}/settings/import`
  try {
    await takeUpload(request, { maxBytes: LARGEST_FILE_BYTES }, (file) => bringInWorkspace(scope, file))
    return goTo(page)
  } catch (error) {
    if (error instanceof UploadProblem) return goTo(`${page}?wrong=${error.problem}`)
    if (error instanceof Refusal) return goTo(`${page}?wrong=refused`)
    reportBug(error, 'upload of a workspace')
    return goTo(`${page}?wrong=broken`)
  }
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
