'use client'

import { Button } from '#components/ui/button.tsx'
import { fillVariables, textOfPieces, type VariableValues } from '#lib/domain/pitch-desk/pitch-variables.ts'

type FillOpenProps = { body: string; values: VariableValues; onFill: (filled: string) => void }

/** Where somebody typed a variable that is known: one press fills it in. */
export function FillOpen({ body, values, onFill }: FillOpenProps) {
  const pieces = fillVariables(body, values)
  const known = [...new Set(pieces.filter(({ kind }) => kind === 'filled').map(({ variable }) => variable))]
  if (known.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-soft noscript:hidden">
      <span>{known.map((variable) => `{${variable}}`).join(', ')} can be filled in.</span>
      <Button onClick={() => onFill(textOfPieces(pieces))}>Fill it in</Button>
    </p>
  )
}
