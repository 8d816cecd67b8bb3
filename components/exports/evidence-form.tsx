import { Download } from 'lucide'
import { useId } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** Asks for the signed evidence of a Site, for some days or all. A plain form: what comes back is a file. */
export function EvidenceForm({ action }: { action: string }) {
  return (
    <form action={action} method="get" className="flex flex-wrap items-end gap-3">
      <DayField name="from" label="From (optional)" />
      <DayField name="to" label="Until (optional)" />
      <button type="submit" className={buttonClass({ tone: 'secondary' })}>
        <Icon of={Download} />
        Take the evidence
      </button>
    </form>
  )
}

function DayField({ name, label }: { name: string; label: string }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium text-ink-soft">
        {label}
      </label>
      <TextInput id={id} type="date" name={name} />
    </div>
  )
}
