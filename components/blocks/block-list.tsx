import { FormDisclosure } from '#components/prospects/form-disclosure.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import {
  bringBackBlockAction,
  changeBlockAction,
  removeBlockAction,
} from '#lib/features/blocks/block-actions.ts'
import type { BlockSeen } from '#lib/features/blocks/block-queries.ts'
import { BlockFields } from './block-fields.tsx'

type BlockListProps = {
  workspace: string
  blocks: readonly BlockSeen[]
  sites: readonly { id: string; name: string }[]
  /** Who looks, and whether what others keep for themselves is theirs to change too. */
  member: { id: string; mayChangeAll: boolean }
  mayWrite: boolean
}

/** Building blocks of one kind, each with its words, and a way to change and to remove it. */
export function BlockList({ workspace, blocks, sites, member, mayWrite }: BlockListProps) {
  if (blocks.length === 0) return <p className="text-ink-soft">None yet.</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {blocks.map((block) => {
        const isTheirs = block.member !== null && block.member.id !== member.id
        return (
          <li key={block.id} className="flex flex-col gap-1 py-3">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <bdi className="font-semibold wrap-anywhere">{block.name}</bdi>
              <span className="text-sm text-ink-soft wrap-anywhere">{forWhom(block, member.id)}</span>
            </p>
            <div dir="auto" className="wrap-anywhere">
              <WrittenText>{block.text}</WrittenText>
            </div>
            {mayWrite && (!isTheirs || member.mayChangeAll) ? (
              <ChangeBlock
                workspace={workspace}
                block={block}
                sites={sites}
                owner={isTheirs ? `Only ${block.member?.name}` : undefined}
              />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

function forWhom({ site, member }: BlockSeen, me: string): string {
  const whose = member ? (member.id === me ? 'yours alone' : `${member.name}’s own`) : 'everybody’s'
  return site ? `${whose}, for ${site.name}` : whose
}

type ChangeBlockProps = Pick<BlockListProps, 'workspace' | 'sites'> & { block: BlockSeen; owner?: string }

function ChangeBlock({ workspace, block, sites, owner }: ChangeBlockProps) {
  const hidden = { workspace, blockId: block.id }
  return (
    <>
      <ActionForm
        id={`block-${block.id}`}
        action={changeBlockAction}
        hidden={hidden}
        label={`Change ${block.name}`}
        className="gap-3!"
      >
        <FormDisclosure
          summary={
            <span className="text-sm">
              Change<span className="sr-only"> {block.name}</span>
            </span>
          }
        >
          <BlockFields sites={sites} block={block} owner={owner} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pendingLabel="Saving">Save</SubmitButton>
            <SubmitButton tone="danger" form={`remove-${block.id}`}>
              Remove it
            </SubmitButton>
          </div>
        </FormDisclosure>
      </ActionForm>
      <ActionForm
        id={`remove-${block.id}`}
        action={removeBlockAction}
        hidden={hidden}
        label={`Remove ${block.name}`}
      />
    </>
  )
}

/** Blocks that were taken away in the last 30 days: they may come back. */
export function RemovedBlocks({ workspace, removed }: { workspace: string; removed: readonly BlockSeen[] }) {
  if (removed.length === 0) return null
  return (
    <Disclosure summary={removed.length === 1 ? '1 removed lately' : `${removed.length} removed lately`}>
      <ul className="flex flex-col gap-2">
        {removed.map(({ id, name }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
            <ActionForm
              action={bringBackBlockAction}
              hidden={{ workspace, blockId: id }}
              label={`Bring back ${name}`}
            >
              <SubmitButton tone="secondary">Bring it back</SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
