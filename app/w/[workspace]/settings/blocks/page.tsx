import type { Metadata } from 'next'
import { AddBlockForm } from '#components/blocks/add-block-form.tsx'
import { BlockList, RemovedBlocks } from '#components/blocks/block-list.tsx'
import { VariableList } from '#components/blocks/variable-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { BLOCK_KINDS, type BlockKind } from '#lib/domain/pitch-desk/building-blocks.ts'
import { can } from '#lib/domain/roles.ts'
import { listBlocks } from '#lib/features/blocks/block-queries.ts'
import { BLOCKS_MAX } from '#lib/features/blocks/block-schema.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

export const metadata: Metadata = { title: 'Building blocks' }

type Props = { params: Promise<{ workspace: string }> }

const TITLES: Record<BlockKind, string> = { paragraph: 'Paragraphs', signature: 'Signatures' }

export default async function BlocksPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'pitches.read')
  const { live, removed, sites, paragraphMaxWords } = await listBlocks(scope)
  const mayWrite = can(scope.role, 'pitches.write')
  return (
    <>
      <PageHeader
        crumbs={[
          can(scope.role, 'workspace.settings')
            ? { label: 'Settings', href: `/w/${workspace}/settings` }
            : { label: 'Pitches', href: `/w/${workspace}/pitches` },
        ]}
        title="Building blocks"
        lead="Pieces of a letter that are true in many. Never a whole one: the rest is written for the person."
      />
      <div className="flex max-w-form flex-col gap-6">
        {BLOCK_KINDS.map((kind) => (
          <Panel key={kind} title={TITLES[kind]} lead={leadOf(kind, paragraphMaxWords)}>
            <BlockList
              workspace={workspace}
              blocks={live.filter((block) => block.kind === kind)}
              sites={sites}
              member={{ id: scope.memberId, mayChangeAll: can(scope.role, 'workspace.settings') }}
              mayWrite={mayWrite}
            />
          </Panel>
        ))}
        {mayWrite ? (
          <Panel title="Add one">
            {live.length < BLOCKS_MAX ? (
              <AddBlockForm workspace={workspace} sites={sites} />
            ) : (
              <p className="text-ink-soft">{BLOCKS_MAX} building blocks is as many as there can be.</p>
            )}
          </Panel>
        ) : null}
        <Panel>
          <Disclosure summary="What is filled in by itself">
            <VariableList />
          </Disclosure>
          {mayWrite ? <RemovedBlocks workspace={workspace} removed={removed} /> : null}
        </Panel>
      </div>
    </>
  )
}

function leadOf(kind: BlockKind, most: number): string {
  return kind === 'paragraph'
    ? `At most ${most} words each, without greeting or closing. They count when letters are compared.`
    : 'Put under a line at the end. It counts neither for length nor when letters are compared.'
}
