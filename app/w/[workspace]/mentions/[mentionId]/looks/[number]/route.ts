import { notFound } from 'next/navigation'
import { getRawPage } from '#lib/features/mentions/raw-page-queries.ts'
import { rawPageResponse } from '#lib/features/mentions/raw-page-response.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; mentionId: string; number: string }> }

/** The page of a look as it came, as a file to save: somebody else's page never opens under our address. */
export async function GET(_request: Request, { params }: Context) {
  const { workspace, mentionId, number } = await params
  const scope = await requireWorkspace(workspace, 'evidence.read')
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound()
  return rawPageResponse(await found(getRawPage(scope, pageId(mentionId), Number(number))))
}
