'use client'

import { ExternalLink } from 'lucide-react'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Other = { name: string; label: string; hint: string }

type ExistingOfferProps = {
  /** Where an address leads to what it belongs to; the typed one goes along as `address`. */
  finder: string
  /** "Open the one that is here". */
  openLabel: string
  /** "Is it the same outlet?" */
  question: string
  /** What one may say instead: boxes to tick before the form is sent again. */
  others: Other[]
}

/**
 * Stands under an address and says nothing until the form comes back because that address is here already. Then it leads
 * there, in a new tab so that nothing typed is lost.
 */
export function ExistingOffer({ finder, openLabel, question, others }: ExistingOfferProps) {
  const existing = useFormField('existing')
  const address = firstOf(useFormField('address').kept) ?? ''
  const kind = firstOf(useFormField('channelKind').kept)
  if (!existing.errors?.length) return null
  const query = new URLSearchParams({ address, ...(kind ? { kind } : {}) })
  return (
    <div id={existing.id} tabIndex={-1}>
      <Notice tone="careful" title={question}>
        {address.trim() === '' ? null : (
          <a href={`${finder}?${query}`} target="_blank" rel="noreferrer" className={`${buttonClass()} my-2`}>
            {openLabel}
            <ExternalLink aria-hidden />
            <span className="sr-only">(in a new tab)</span>
          </a>
        )}
        {others.map((other) => (
          <CheckboxField key={other.name} name={other.name} label={other.label} hint={other.hint} />
        ))}
      </Notice>
    </div>
  )
}
