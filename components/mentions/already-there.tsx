'use client'

import { ExternalLink } from 'lucide'
import { buttonClass } from '#components/ui/button.tsx'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'

/**
 * Says nothing until the form comes back because this page is there already for this Site. Then it leads there, in a new tab
 * so that nothing typed is lost.
 */
export function AlreadyThere({ list, siteId }: { list: string; siteId?: string }) {
  const existing = useFormField('existing')
  const address = firstOf(useFormField('url').kept) ?? ''
  const site = firstOf(useFormField('siteId').kept) ?? siteId ?? ''
  if (!existing.errors?.length) return null
  return (
    <div id={existing.id} tabIndex={-1}>
      <a
        href={`${list}?${new URLSearchParams({ site, q: address.slice(0, 200) })}`}
        target="_blank"
        rel="noreferrer"
        className={buttonClass()}
      >
        Show the one that is here
        <Icon of={ExternalLink} />
        <span className="sr-only">(in a new tab)</span>
      </a>
    </div>
  )
}
