import { ArrowLeftRight } from 'lucide'
import type { Metadata } from 'next'
import { ChooseOther } from '#components/duplicates/choose-other.tsx'
import { MergeForm } from '#components/duplicates/merge-form.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { MERGE_KINDS } from '#lib/domain/duplicates/merge-fields.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { getMergePreview } from '#lib/features/duplicates/merge-preview-queries.ts'
import { found, pageId, searchText } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Merge two' }

type Props = {
  params: Promise<{ workspace: string }>
  searchParams: Promise<Record<'kind' | 'keep' | 'gone' | 'q', string | string[] | undefined>>
}

export default async function MergePage({ params, searchParams }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'prospects.write')
  const query = await searchParams
  const kind = MERGE_KINDS.find((known) => known === searchText(query.kind)) ?? 'prospect'
  const home = `/w/${workspace}`
  const base = `${home}/duplicates`
  const crumbs = [{ label: 'Duplicates', href: base }]
  const keptId = searchText(query.keep)
  const goneId = searchText(query.gone)
  if (!keptId || !goneId) {
    return (
      <>
        <PageHeader
          crumbs={crumbs}
          title="Merge two"
          lead="Find the one that is the same. You see both side by side before anything happens."
        />
        <ChooseOther {...{ scope, kind }} keptId={keptId ? pageId(keptId) : ''} q={searchText(query.q)} />
      </>
    )
  }
  const ids = { keptId: pageId(keptId), goneId: pageId(goneId) }
  const preview = await found(getMergePreview(scope, { kind, ...ids }))
  const { kept, gone, openTwice } = preview
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title="Merge two"
        lead="Nothing happens until you press the button, and it can be undone."
        actions={
          <ButtonLink href={`${base}/merge?kind=${kind}&keep=${gone.id}&gone=${kept.id}`}>
            <Icon of={ArrowLeftRight} />
            Keep the other one
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-6">
        <div className="grid gap-6 sm:grid-cols-2">
          <Panel title="Stays">
            <Row href={`${home}/${kind}s/${kept.id}`} row={kept} />
          </Panel>
          <Panel title="Is merged into it">
            <Row href={`${home}/${kind}s/${gone.id}`} row={gone} />
            {'outletKey' in gone ? (
              <p className="mt-2 text-sm text-ink-soft">Its address leads to the other one from then on.</p>
            ) : null}
          </Panel>
        </div>
        {openTwice.length > 0 ? (
          <Notice tone="careful" title="A conversation is open with each of them">
            <p>One outlet has one conversation at a time. Close one of these two first, then merge.</p>
            <ul className="mt-2 list-disc pl-5">
              {openTwice.map((pitch) => (
                <li key={pitch.id}>
                  <Link href={`${home}/pitches/${pitch.id}`} className="ink-link wrap-anywhere">
                    <bdi>{pitch.subject || `Pitch to ${pitch.contact.name}`}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <Panel title="What moves">
          <p className="wrap-anywhere">
            {preview.moves.length > 0
              ? `${preview.moves.join(', ')}.`
              : 'Nothing hangs on the one that goes.'}{' '}
            All history stays.
          </p>
          {preview.alike.length > 0 ? (
            <p className="mt-2 text-ink-soft">
              Both have these, so they stand once: {preview.alike.join(', ')}. What the other says more is
              kept.
            </p>
          ) : null}
          {preview.tags.length > 0 ? (
            <p className="mt-2 text-ink-soft wrap-anywhere">
              Tags of both: <bdi>{preview.tags.join(', ')}</bdi>.
            </p>
          ) : null}
          <p className="mt-2 text-ink-soft">A stop on either holds for the one that stays.</p>
        </Panel>
        <MergeForm {...{ workspace, preview }} back={base} />
      </div>
    </>
  )
}

function Row({
  href,
  row,
}: {
  href: string
  row: { name: string } & ({ outletKey: string } | { role: string })
}) {
  return (
    <>
      <Link href={href} className="ink-link font-semibold wrap-anywhere">
        <bdi>{row.name}</bdi>
      </Link>
      <p className="text-sm text-ink-soft wrap-anywhere">
        <bdi>{'outletKey' in row ? readableAddress(row.outletKey) : row.role}</bdi>
      </p>
    </>
  )
}
