import { Refusal } from '#lib/domain/refusal.ts'
import { fetchEvidenceBundle, readEvidenceDays } from '#lib/features/exports/evidence-commands.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; siteId: string }> }

/** The signed evidence of a Site's mentions, ?from= and ?to= as days. */
export async function GET(request: Request, { params }: Context) {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'evidence.bundle')
  const days = readEvidenceDays(new URL(request.url).searchParams)
  try {
    const { zip, fileName } = await found(fetchEvidenceBundle(scope, { siteId: pageId(siteId), ...days }))
    return new Response(new Uint8Array(zip), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${fileName}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return new Response(`${error.message} ${error.remedy}\n`, { status: 409 })
  }
}
