'use client'

import { Check, TextQuote } from 'lucide'
import { useCallback, useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { PLACES } from './passage-places.ts'

/** How long it is said that the words were taken. */
const SHOWN_MS = 2_000

/**
 * Takes what is selected in the post. The button in the form is for wide screens; where the form is far below the
 * post, the same button comes up under the thumb while words are selected. Without scripts one copies.
 */
export function QuotePicker({ onPick }: { onPick: (words: string) => void }) {
  const { selected, forget } = useSelectionIn(PLACES.post)
  const [picked, setPicked] = useState('')
  const isTaken = picked !== '' && picked === selected

  useEffect(() => {
    if (!isTaken) return
    const timer = setTimeout(() => {
      forget()
      setPicked('')
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isTaken, forget])

  function pick() {
    if (selected === '') return
    onPick(selected)
    setPicked(selected)
  }

  return (
    <>
      <Button onClick={pick} disabled={selected === ''} className="self-start noscript:hidden max-lg:hidden">
        <Icon of={TextQuote} />
        Use selected text
      </Button>
      {selected === '' ? null : (
        <div className="fixed inset-x-0 bottom-20 z-10 flex justify-center lg:hidden">
          <Button tone="primary" onClick={pick} className="shadow-float">
            {isTaken ? <Icon of={Check} /> : <Icon of={TextQuote} />}
            {isTaken ? 'It is in your note' : 'Use as the quote'}
          </Button>
        </div>
      )}
    </>
  )
}

/** The words selected inside one element, on one line; empty while nothing is. Kept when a click elsewhere takes the focus. */
function useSelectionIn(elementId: string) {
  const [selected, setSelected] = useState('')
  const forget = useCallback(() => setSelected(''), [])
  useEffect(() => {
    function read() {
      const selection = document.getSelection()
      const element = document.getElementById(elementId)
      const isInside =
        element !== null &&
        selection?.anchorNode != null &&
        element.contains(selection.anchorNode) &&
        element.contains(selection.focusNode)
      if (isInside) setSelected(selection.toString().replace(/\s+/g, ' ').trim())
    }
    // Somebody may have selected before the scripts came.
    read()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [elementId])
  return { selected, forget }
}
