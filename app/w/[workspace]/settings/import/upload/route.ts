import { Refusal } from '#lib/domain/refusal.ts'
import { bringInWorkspace } from '#lib/features/exports/workspace-import-commands.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { isFromElsewhere, uploadedFile } from '#lib/server/uploaded-file.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Takes the ZIP of a whole workspace. It stands outside the proxy, which would cut it at 10 MB. */
export async function POST(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'workspace.import')
  if (isFromElsewhere(request)) return new Response('This form was not sent from here.', { status: 403 })
  const page = `/w/${workspace}/settings/import`
  try {
    const file = await uploadedFile(request)
    if (!file) return goTo(`${page}?wrong=none`)
    await bringInWorkspace(scope, file)
    return goTo(page)
  } catch (error) {
    if (error instanceof Refusal) return goTo(`${page}?wrong=refused`)
    reportBug(error, 'upload of a workspace')
    return goTo(`${page}?wrong=broken`)
  }
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
