'use client'

import { TextQuote } from 'lucide'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LETTER_PLACES, type LetterPart } from './letter-places.ts'

export type PickedWords = { part: LetterPart; position: number; quote: string }

/**
 * Takes what is selected in the letter. On a narrow screen, where the form is below the letter, the same button comes up
 * under the thumb while words are selected. Without scripts one types the words.
 */
export function WordsPicker({ onPick }: { onPick: (words: PickedWords) => void }) {
  const words = useSelectedWords()
  const pick = () => words && onPick(words)
  return (
    <>
      <Button onClick={pick} disabled={!words} className="self-start noscript:hidden max-lg:hidden">
        <Icon of={TextQuote} />
        Use selected words
      </Button>
      {words ? (
        <div className="fixed inset-x-0 bottom-20 z-10 flex justify-center lg:hidden">
          <Button tone="primary" onClick={pick} className="shadow-float">
            <Icon of={TextQuote} />
            Say something about this
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** The words selected in the letter, and where they begin in it. Kept when a click elsewhere takes the focus. */
function useSelectedWords(): PickedWords | null {
  const [words, setWords] = useState<PickedWords | null>(null)
  useEffect(() => {
    function read() {
      const selection = document.getSelection()
      if (!selection || selection.rangeCount === 0) return
      const found = wordsIn(selection.getRangeAt(0))
      if (found) setWords(found)
    }
    // Somebody may have selected before the scripts came.
    read()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [])
  return words
}

function wordsIn(range: Range): PickedWords | null {
  for (const [part, id] of Object.entries(LETTER_PLACES) as [LetterPart, string][]) {
    const element = document.getElementById(id)
    if (!element?.contains(range.startContainer) || !element.contains(range.endContainer)) continue
    const start = lengthUpTo(element, range.startContainer, range.startOffset)
    const chosen = range.toString()
    const quote = chosen.trim()
    if (quote === '') return null
    return { part, position: start + chosen.indexOf(quote), quote }
  }
  return null
}

/** Nothing but the letter's own text stands in the element, so that lengths there are lengths in the text. */
function lengthUpTo(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
