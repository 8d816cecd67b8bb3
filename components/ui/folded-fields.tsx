'use client'

import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import { useFormField } from './form-context.tsx'
import { Icon } from './icon.tsx'

type FoldedFieldsProps = { summary: ReactNode; children: ReactNode; open?: boolean }

/** Fields of a form that few need, folded away; unfolded when the form came back, so that no error hides there. */
export function FoldedFields({ summary, children, open = false }: FoldedFieldsProps) {
  const { cameBack } = useFormField('any')
  return (
    // It may be opened before the scripts come: then the page and React disagree about `open`, and the person is right.
    <details suppressHydrationWarning open={cameBack || open} className="group">
      <summary className="tap inline-flex items-center gap-2 rounded-md font-medium text-accent hover:text-accent-deep">
        <Icon of={ChevronRight} className="size-4 shrink-0 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="flex flex-col gap-6 pt-2 pb-2 pl-6">{children}</div>
    </details>
  )
}
