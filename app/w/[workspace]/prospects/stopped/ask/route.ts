import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { addressesStopped } from '#lib/features/prospects/suppression-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

const ADDRESS_MAX_CHARACTERS = 2_000

/** Whether an address that is being typed is stopped. A POST, so that no address stands in a log of requests. */
export async function POST(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const typed = await request.formData().catch(() => new FormData())
  const kind = CHANNEL_KINDS.find((known) => known === typed.get('kind'))
  const address = String(typed.get('address') ?? '').replaceAll('\0', '')
  const isAsked = kind && address !== '' && address.length <= ADDRESS_MAX_CHARACTERS
  const stopped = isAsked ? (await addressesStopped(scope, [{ kind, address }])).size > 0 : false
  return Response.json({ stopped }, { headers: { 'cache-control': 'no-store' } })
}
