'use client'

import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { BLOCK_KIND_TABLE, type BlockKind } from '#lib/domain/pitch-desk/building-blocks.ts'
import {
  fillVariables,
  PITCH_VARIABLES,
  textOfPieces,
  type VariableValues,
} from '#lib/domain/pitch-desk/pitch-variables.ts'
import { FilledText } from './filled-text.tsx'

export type ShelfBlock = { id: string; kind: BlockKind; name: string; text: string }

type BlockShelfProps = {
  home: string
  blocks: readonly ShelfBlock[]
  values: VariableValues
  onBlock: (block: { kind: BlockKind; text: string }) => void
  onWord: (word: string) => void
}

/**
 * What may be put into the letter: the workspace's building blocks, filled in for this person, and the words the variables stand
 * for. A block's button sends the form where no scripts put it at the cursor.
 */
export function BlockShelf({ home, blocks, values, onBlock, onWord }: BlockShelfProps) {
  return (
    <Disclosure summary="Building blocks">
      <div className="flex flex-col gap-4">
        {blocks.length === 0 ? (
          <p className="text-sm text-ink-soft">
            None yet. A paragraph about the shop and a signature are worth keeping; the rest is written for
            the person.
          </p>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {blocks.map((block) => {
              const pieces = fillVariables(block.text, values)
              return (
                <li key={block.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <bdi className="font-semibold wrap-anywhere">{block.name}</bdi>
                    <span className="text-sm text-ink-soft">{BLOCK_KIND_TABLE[block.kind].label}</span>
                  </p>
                  <p className="font-serif">
                    <FilledText pieces={pieces} />
                  </p>
                  <div>
                    <Button
                      type="submit"
                      name="block"
                      value={block.id}
                      onClick={(event) => {
                        event.preventDefault()
                        onBlock({ kind: block.kind, text: textOfPieces(pieces) })
                      }}
                    >
                      Put it in<span className="sr-only">: {block.name}</span>
                    </Button>
                  </div>
                </li>
              )
            })}
          </ul>
        )}
        <div className="noscript:hidden">
          <p className="mb-1 text-sm font-semibold text-ink-soft">Words for this person</p>
          <ul className="flex flex-wrap gap-2">
            {PITCH_VARIABLES.map((variable) => (
              <li key={variable} className="min-w-0">
                <VariableButton variable={variable} value={values[variable]} onWord={onWord} />
              </li>
            ))}
          </ul>
        </div>
        <p className="text-sm">
          <Link href={`${home}/settings/blocks`} className="ink-link">
            Look after the building blocks
          </Link>
        </p>
      </div>
    </Disclosure>
  )
}

type VariableButtonProps = { variable: string; value: string | null; onWord: (word: string) => void }

function VariableButton({ variable, value, onWord }: VariableButtonProps) {
  if (value === null) {
    return (
      <span className="tap inline-flex items-center px-2 text-sm text-ink-soft">{variable}: not known</span>
    )
  }
  return (
    <Button tone="quiet" className="max-w-full" onClick={() => onWord(value)}>
      <span className="truncate text-sm">
        <span className="font-normal text-ink-soft">{variable}: </span>
        {value}
      </span>
    </Button>
  )
}
