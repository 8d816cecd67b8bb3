import type { Metadata } from 'next'
import { MailedDigestForm, PasteDigestForm } from '#components/requests/take-in-forms.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { searchText } from '#lib/features/page-params.ts'
import { listDigests } from '#lib/features/requests/digest-queries.ts'
import { MAILED_PROBLEMS, type MailedProblem } from '#lib/features/requests/mailed-problems.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Take in requests' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PROBLEMS: Readonly<Record<MailedProblem, string>> = {
  'no-file': 'There was no file in it. Choose the mail you saved.',
  'broke-off': 'It broke off on its way here. Nothing was kept; try again.',
  'too-large': 'That file is larger than any mail with requests. Paste the text instead.',
  unreadable: 'That is no mail we can read. Paste the text instead.',
  'no-text': 'There is no text in that mail. Paste what you see instead.',
  'too-long': 'There is more text in it than a digest has. Paste the part you need.',
}

export default async function NewRequestsPage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'requests.write')
  const asked = searchText((await searchParams).problem)
  const problem = MAILED_PROBLEMS.find((each) => each === asked)
  const digests = await listDigests(scope)
  const home = `/w/${workspace}/requests`
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Requests', href: home }]}
        title="Take in requests"
        lead="Paste it, see how it was read, and keep the ones that are yours. Rapport reads by rules and never guesses in silence."
      />
      <div className="flex max-w-form flex-col gap-6">
        {problem ? (
          <Notice tone="stop" title="That mail was not taken in" role="alert">
            {PROBLEMS[problem]}
          </Notice>
        ) : null}
        <Panel title="Paste it">
          <PasteDigestForm workspace={workspace} />
        </Panel>
        <Panel title="Or bring the mail">
          <MailedDigestForm workspace={workspace} />
        </Panel>
        {digests.length > 0 ? (
          <Panel
            title="Taken in lately"
            lead="Each is kept whole, so that you can go on where you stopped."
            flush
          >
            <ul className="divide-y divide-line">
              {digests.map(({ id, name, takenBy, createdAt, keptAt }) => (
                <li key={id} className="flex flex-wrap items-baseline gap-x-3 px-4 py-3 sm:px-6">
                  <Link href={`${home}/digests/${id}`} className="ink-link min-w-0 wrap-anywhere">
                    <bdi>{name}</bdi>
                  </Link>
                  <span className="text-sm text-ink-soft">
                    <RelativeTime then={createdAt} now={scope.now} timeZone={scope.timeZone} /> by {takenBy}
                    {keptAt ? '' : ', nothing kept of it yet'}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        ) : null}
      </div>
    </>
  )
}
