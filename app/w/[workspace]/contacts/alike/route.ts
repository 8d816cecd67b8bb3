import { CHANNEL_KINDS } from '#lib/domain/channel-kinds.ts'
import { reasonWords } from '#lib/domain/duplicates/duplicate-reasons.ts'
import { pageId, searchText } from '#lib/features/page-params.ts'
import { alikeContacts } from '#lib/features/prospects/alike-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** For the form of a new contact: people who may be the same as who is being typed, and why. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = new URL(request.url).searchParams
  const alike = await alikeContacts(scope, {
    prospectId: pageId(query.get('prospectId') ?? ''),
    kind: CHANNEL_KINDS.find((known) => known === query.get('channelKind')) ?? 'email',
    address: query.get('address')?.replaceAll('\0', '').slice(0, 2_000) ?? '',
    name: searchText(query.get('name') ?? ''),
  })
  return Response.json(
    alike.map(({ reasons, ...row }) => ({
      ...row,
      href: `/w/${workspace}/contacts/${row.id}`,
      why: reasons.map(reasonWords),
    })),
  )
}
