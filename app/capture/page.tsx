import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { captureParameters, readCapture } from '#lib/domain/capture.ts'
import { can } from '#lib/domain/roles.ts'
import { searchText } from '#lib/features/page-params.ts'
import { listWorkspacesOf } from '#lib/features/workspaces/membership-queries.ts'
import { requirePerson } from '#lib/features/workspaces/require-person.ts'
import { LAST_WORKSPACE_COOKIE } from '#lib/server/page-headers.ts'

type Props = { searchParams: Promise<Record<'url' | 'title' | 'text' | 'w', string | string[] | undefined>> }

const SENT_MAX_CHARACTERS = 20_000
/** Signing in wraps the way back once more, which makes it half as long again. */
const BEFORE_SIGN_IN_MAX_CHARACTERS = 4_500

/** Where a bookmarklet or a phone's share menu leads: on to the workspace one worked in last. Nothing is stored. */
export default async function CapturePage({ searchParams }: Props) {
  const sent = await searchParams
  const capture = readCapture({
    url: searchText(sent.url, SENT_MAX_CHARACTERS),
    title: searchText(sent.title, SENT_MAX_CHARACTERS),
    text: searchText(sent.text, SENT_MAX_CHARACTERS),
  })
  const asked = searchText(sent.w)
  const wayBack = captureParameters(capture, BEFORE_SIGN_IN_MAX_CHARACTERS)
  if (asked) wayBack.set('w', asked)
  const person = await requirePerson(`/capture?${wayBack}`)
  const workspaces = (await listWorkspacesOf(person.id)).filter(({ role }) => can(role, 'prospects.write'))
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value
  const workspace =
    workspaces.find(({ slug }) => slug === asked) ??
    workspaces.find(({ slug }) => slug === last) ??
    workspaces[0]
  redirect(workspace ? `/w/${workspace.slug}/capture?${captureParameters(capture)}` : '/workspaces')
}
