import { redirect } from 'next/navigation'
import { findProspectByAddress } from '#lib/features/prospects/prospect-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Leads from an address to the prospect it belongs to; to the list when there is none. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const address = new URL(request.url).searchParams.get('address') ?? ''
  const prospect = await findProspectByAddress(scope, address)
  redirect(`/w/${workspace}/prospects${prospect ? `/${prospect.id}` : ''}`)
}
