import { reasonWords } from '#lib/domain/duplicates/duplicate-reasons.ts'
import { searchText } from '#lib/features/page-params.ts'
import { alikeProspects } from '#lib/features/prospects/alike-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Context = { params: Promise<{ workspace: string }> }

/** For the form of a new prospect: those that may be the same as what is being typed, and why. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.read')
  const query = new URL(request.url).searchParams
  const alike = await alikeProspects(scope, {
    address: query.get('address')?.replaceAll('\0', '').slice(0, 2_000) ?? '',
    name: searchText(query.get('name') ?? ''),
  })
  return Response.json(
    alike.map(({ reasons, ...row }) => ({
      ...row,
      href: `/w/${workspace}/prospects/${row.id}`,
      why: reasons.map(reasonWords),
    })),
  )
}
