'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { findAnchor, type WordAnchor } from '#lib/domain/word-anchor.ts'
import type { LetterPart } from './letter-places.ts'

/** Selects a remark's words in the letter that is being written, as it stands at this moment. For who has scripts. */
export function ShowWords({ anchor, part }: { anchor: WordAnchor; part: LetterPart }) {
  const [isGone, setGone] = useState(false)

  function show() {
    const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(
      `form[data-pitch] [name="${part}"]`,
    )
    const place = field ? findAnchor(field.value, anchor) : null
    setGone(!place)
    if (!field || !place) return
    field.focus()
    field.setSelectionRange(place.start, place.end)
    field.scrollIntoView({ block: 'center' })
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2 noscript:hidden">
      <Button tone="quiet" onClick={show}>
        Show me these words
      </Button>
      <span role="status" className="text-sm text-ink-soft">
        {isGone ? 'The words are gone from what is typed now.' : ''}
      </span>
    </span>
  )
}
