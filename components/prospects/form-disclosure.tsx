'use client'

import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { useFormField } from '#components/ui/form-context.tsx'

/**
 * The fields of a form that one opens first. Stands inside an ActionForm and is open again when the form comes back
 * refused, so that no error hides in it, with scripts or without.
 */
export function FormDisclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { key, cameBack } = useFormField('disclosure')
  return (
    <Disclosure key={key} summary={summary} open={cameBack}>
      <div className="flex max-w-form flex-col gap-6 pt-2">{children}</div>
    </Disclosure>
  )
}
