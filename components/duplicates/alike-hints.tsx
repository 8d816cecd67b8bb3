'use client'

import { ExternalLink } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { CheckboxField } from '#components/ui/choice-fields.tsx'
import { firstOf, useFormField } from '#components/ui/form-context.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'

const PAUSE_MS = 400

type Shown = { id: string; name: string; at: string; href: string; why: string[] }

type AlikeHintsProps = {
  /** Answers what is alike, as JSON. */
  source: string
  /** Shows the same as a page, for who has no scripts. */
  page: string
  /** The fields to look at; `also` goes along with them. */
  fields: readonly string[]
  also?: Readonly<Record<string, string>>
  /** The box to tick before the form is sent again, where it came back for that. */
  notAlike?: { name: string; label: string; hint: string }
}

/**
 * Says, while somebody types, what is here already and may be the same, and why. What was shown goes along with the form, so
 * that nobody is asked twice. Without scripts the form comes back once, with a link to the same list.
 */
export function AlikeHints({ source, page, fields, also, notAlike }: AlikeHintsProps) {
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown[]>([])
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let running: AbortController | undefined
    let asked = ''
    const look = async () => {
      const typed = new FormData(form)
      const query = new URLSearchParams(also)
      for (const field of fields) query.set(field, String(typed.get(field) ?? ''))
      if (String(query) === asked) return
      asked = String(query)
      running?.abort()
      running = new AbortController()
      try {
        const answer = await fetch(`${source}?${query}`, { signal: running.signal })
        if (answer.ok) setShown((await answer.json()) as Shown[])
      } catch {
        // No answer, no hint: the form asks again when it is sent.
      }
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, PAUSE_MS)
    }
    form.addEventListener('input', later)
    return () => {
      form.removeEventListener('input', later)
      clearTimeout(timer)
      running?.abort()
    }
  }, [source, fields, also])

  return (
    <div ref={place}>
      <div aria-live="polite">
        {shown.length > 0 ? (
          <Notice tone="careful" title="May be here already">
            <ul className="flex flex-col gap-2">
              {shown.map((row) => (
                <li key={row.id} className="wrap-anywhere">
                  <input type="hidden" name="alikeSeen[]" value={row.id} />
                  <a href={row.href} target="_blank" rel="noreferrer" className="ink-link font-semibold">
                    <bdi>{row.name}</bdi>
                    <span className="sr-only"> (in a new tab)</span>
                  </a>
                  {row.at ? (
                    <>
                      {', '}
                      <bdi>{row.at}</bdi>
                    </>
                  ) : null}
                  . {row.why.join(' ')}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
      {notAlike ? <CameBack page={page} fields={fields} notAlike={notAlike} /> : null}
    </div>
  )
}

function CameBack({
  page,
  fields,
  notAlike,
}: Required<Pick<AlikeHintsProps, 'page' | 'fields' | 'notAlike'>>) {
  const alike = useFormField('alike')
  const first = firstOf(useFormField(fields[0] ?? '').kept) ?? ''
  const second = firstOf(useFormField(fields[1] ?? '').kept) ?? ''
  if (!alike.errors?.length) return null
  const query = new URLSearchParams({ [fields[0] ?? '']: first, [fields[1] ?? '']: second })
  return (
    <div id={alike.id} tabIndex={-1}>
      <Notice tone="careful" title="Is it one of those?">
        <a href={`${page}&${query}`} target="_blank" rel="noreferrer" className={`${buttonClass()} my-2`}>
          See what is like it
          <Icon of={ExternalLink} />
          <span className="sr-only">(in a new tab)</span>
        </a>
        <CheckboxField {...notAlike} />
      </Notice>
    </div>
  )
}
