'use client'

import { buttonClass } from '#components/ui/button.tsx'
import { useFormField } from '#components/ui/form-context.tsx'

/** Says nothing until the form comes back because somebody else has just started a check. Then it leads there. */
export function UnderWay({ checks }: { checks: string }) {
  const running = useFormField('running')
  if (!running.errors?.length) return null
  return (
    <div id={running.id} tabIndex={-1}>
      <a href={checks} className={buttonClass()}>
        See the check under way
      </a>
    </div>
  )
}
