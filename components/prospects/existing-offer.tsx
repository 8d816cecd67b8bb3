'use client'

import { ExternalLink } from 'lucide'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Other = { name: string; label: string; hint: string }

type ExistingOfferProps = {
  /** Where an address leads to what it belongs to; the typed one goes along as `address`. */
  finder: string
  /** "Open the one that is here". */
  openLabel: string
  /** "Is it the same outlet?" */
  question: string
  /** A list of who or what is like it, for a form that came back because of a name; `name` goes along. */
  likeHref?: string
  /** What one may say instead: boxes to tick before the form is sent again. */
  others: Other[]
}

/**
 * Stands under an address and says nothing until the form comes back because that address is here already. Then it leads
 * there, in a new tab so that nothing typed is lost.
 */
export function ExistingOffer({ finder, openLabel, question, likeHref, others }: ExistingOfferProps) {
  const existing = useFormField('existing')
  const address = firstOf(useFormField('address').kept) ?? ''
  const kind = firstOf(useFormField('channelKind').kept)
  const name = firstOf(useFormField('name').kept) ?? ''
  if (!existing.errors?.length) return null
  const query = new URLSearchParams({ address, ...(kind ? { kind } : {}) })
  return (
    <div id={existing.id} tabIndex={-1}>
      <Notice tone="careful" title={question}>
        {address.trim() === '' ? null : (
          <a href={`${finder}?${query}`} target="_blank" rel="noreferrer" className={`${buttonClass()} my-2`}>
            {openLabel}
            <Icon of={ExternalLink} />
            <span className="sr-only">(in a new tab)</span>
          </a>
        )}
        {likeHref && name ? (
          <a
            href={`${likeHref}&${new URLSearchParams({ name, ...Object.fromEntries(query) })}`}
            target="_blank"
            rel="noreferrer"
            className="ink-link my-2 block"
          >
            See who is like them<span className="sr-only"> (in a new tab)</span>
          </a>
        ) : null}
        {others.map((other) => (
          <CheckboxField key={other.name} name={other.name} label={other.label} hint={other.hint} />
        ))}
      </Notice>
    </div>
  )
}
