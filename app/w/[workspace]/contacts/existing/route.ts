import { redirect } from 'next/navigation'
import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { findContactByAddress } from '#lib/features/prospects/contact-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** Leads from an address to the contact who has it; to the prospects when nobody does. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = new URL(request.url).searchParams
  const kind = CHANNEL_KINDS.find((known) => known === query.get('kind'))
  const contact = kind ? await findContactByAddress(scope, kind, query.get('address') ?? '') : null
  redirect(`/w/${workspace}${contact ? `/contacts/${contact.id}` : '/prospects'}`)
}
