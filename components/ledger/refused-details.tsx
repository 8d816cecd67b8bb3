'use client'

import type { ReactNode } from 'react'
import { useFormField } from '#components/ui/form-context.tsx'

type RefusedDetailsProps = { summary: ReactNode; children: ReactNode; name?: string; className?: string }

/** The browser's own details inside a form: open when the form came back, so that no error is folded away. */
export function RefusedDetails({ summary, children, name, className }: RefusedDetailsProps) {
  const { cameBack } = useFormField('kind')
  return (
    // It may be opened before the scripts come: then the page and React disagree about `open`, and the person is right.
    <details suppressHydrationWarning open={cameBack} name={name} className={className}>
      {summary}
      {children}
    </details>
  )
}
