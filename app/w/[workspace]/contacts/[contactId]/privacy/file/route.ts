import { foundOrMoved } from '#lib/features/duplicates/merged-page.ts'
import { pageId } from '#lib/features/page-params.ts'
import { fetchPersonFile } from '#lib/features/privacy/person-file-commands.ts'
import { personFileResponse } from '#lib/features/privacy/person-file-response.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; contactId: string }> }

/** Everything held on a person, as one file; ?format=json for machines. */
export async function GET(request: Request, { params }: Context) {
  const { workspace, contactId } = await params
  const scope = await requireWorkspace(workspace, 'exports.run')
  const id = pageId(contactId)
  const format = new URL(request.url).searchParams.get('format') === 'json' ? 'json' : 'html'
  const file = await foundOrMoved(
    fetchPersonFile(scope, id, format),
    scope,
    'contact',
    id,
    `/privacy/file?format=${format}`,
  )
  return personFileResponse(file, format)
}
