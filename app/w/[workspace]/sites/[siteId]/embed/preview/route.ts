import { embedHtml } from '#lib/domain/press/press-embed.ts'
import { getPressEmbed } from '#lib/features/mentions/press-embed-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string; siteId: string }> }

/** The list as other pages show it, or would. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { workspace, siteId } = await params
  const scope = await requireWorkspace(workspace, 'mentions.write')
  const { facts } = await found(getPressEmbed(scope, pageId(siteId)))
  return new Response(embedHtml(facts), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
