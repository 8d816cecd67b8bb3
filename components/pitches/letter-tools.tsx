'use client'

import type { RefObject } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { insertionOf } from '#lib/domain/pitch-desk/building-blocks.ts'
import { markVariables, type VariableValues } from '#lib/domain/pitch-desk/pitch-variables.ts'
import { BlockShelf, type ShelfBlock } from './block-shelf.tsx'
import { FillOpen } from './fill-open.tsx'
import { FilledText } from './filled-text.tsx'
import { putIntoField } from './put-into-field.ts'

type LetterToolsProps = {
  home: string
  body: string
  blocks: readonly ShelfBlock[]
  values: VariableValues
  letterRef: RefObject<HTMLTextAreaElement | null>
  /** Whether the cursor was ever put anywhere. */
  wasInLetter: RefObject<boolean>
}

/** What helps with the letter above it: blocks and words to put in, what is still open, and how it will read. */
export function LetterTools({ home, body, blocks, values, letterRef, wasInLetter }: LetterToolsProps) {
  function put(
    insertion: (field: HTMLTextAreaElement, cursor: number | null) => Parameters<typeof putIntoField>[1],
  ) {
    const field = letterRef.current
    if (field) putIntoField(field, insertion(field, wasInLetter.current ? field.selectionStart : null))
  }
  return (
    <div>
      <FillOpen
        body={body}
        values={values}
        onFill={(text) => put((field) => ({ start: 0, end: field.value.length, text }))}
      />
      <BlockShelf
        home={home}
        blocks={blocks}
        values={values}
        onBlock={(block) => put((field, cursor) => insertionOf(field.value, block, cursor))}
        onWord={(text) =>
          put(({ value, selectionEnd }, cursor) => ({
            start: cursor ?? value.length,
            end: cursor === null ? value.length : selectionEnd,
            text,
          }))
        }
      />
      <Disclosure summary="As they will read it">
        <p className="mb-2 text-sm text-ink-soft">
          Marked is what stands here for this person and this site. See that each is right.
        </p>
        <div className="reading">
          <FilledText pieces={markVariables(body, values)} />
        </div>
      </Disclosure>
    </div>
  )
}
