'use client'

import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { putOffAction, takeUpAction } from '#lib/features/today/put-off-actions.ts'
import { type LaterDays, LaterForms } from './later-forms.tsx'
import { DONE_FORM, LATER_FORM, TAKE_UP_FORM } from './put-off-forms.ts'
import { WhenDone } from './when-done.tsx'

type PutOffDeskProps = { workspace: string; days: LaterDays; children: ReactNode }
/** `next`: the row that one is on once this one is away. */
type Chosen = { thing: string; who: string; next: HTMLElement | null }

/**
 * Around the lists of Today. "Later" opens its choices here instead of on a page of their own; whoever puts a row away finds
 * the focus on the next one, and whoever takes it up again, on that row. Without scripts the links and buttons inside do the
 * same.
 */
export function PutOffDesk({ workspace, days, children }: PutOffDeskProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [said, setSaid] = useState('')
  const takenUp = useRef('')
  const goesTo = useRef<HTMLElement | null>(null)

  function act(event: MouseEvent) {
    if (!(event.target instanceof Element)) return
    const button = event.target.closest('button')
    setSaid('')
    if (button?.getAttribute('form') === DONE_FORM) linkBeside(button.closest('[data-row]'))?.focus()
    if (button?.getAttribute('form') === TAKE_UP_FORM) takenUp.current = button.value
    const later = event.target.closest<HTMLElement>('a[data-later]')
    if (!later || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { later: thing = '', who = '' } = later.dataset
    goesTo.current = null
    setChosen({ thing, who, next: linkBeside(later.closest('[data-row]')) })
  }

  function closeDone() {
    goesTo.current = chosen?.next ?? null
    setChosen(null)
  }

  function welcomeBack() {
    setSaid('Back on your list.')
    document
      .querySelector<HTMLElement>(`[data-row="${CSS.escape(takenUp.current)}"] [data-row-link]`)
      ?.focus()
  }

  return (
    <div onClickCapture={act}>
      <div className="[&_[role=alert]]:mb-6">
        <ActionForm
          action={putOffAction}
          id={DONE_FORM}
          hidden={{ workspace, choice: 'done' }}
          label="Done for today"
        />
        <ActionForm action={takeUpAction} id={TAKE_UP_FORM} hidden={{ workspace }} label="Take up again">
          <WhenDone call={welcomeBack} />
        </ActionForm>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
      <div className="flex flex-col gap-6">{children}</div>
      <Dialog
        open={chosen !== null}
        onOpenChange={() => setChosen(null)}
        focusFirst={() => document.querySelector<HTMLElement>(`#${LATER_FORM} button[type="submit"]`)}
        focusAfter={() => goesTo.current ?? true}
        title="Put it off"
        lead={chosen ? `${chosen.who} comes back that morning, or as soon as something happens.` : undefined}
      >
        {chosen ? (
          <LaterForms workspace={workspace} thing={chosen.thing} days={days} onDone={closeDone} />
        ) : null}
      </Dialog>
    </div>
  )
}

/** The link of the next row, of whichever list; behind the last one, that of the row before; of the only one, the page. */
function linkBeside(row: Element | null): HTMLElement | null {
  const rows = [...document.querySelectorAll('[data-row]')]
  const at = row ? rows.indexOf(row) : -1
  const beside = rows[at + 1] ?? rows[at - 1]
  return (
    (at < 0 ? undefined : beside)?.querySelector<HTMLElement>('[data-row-link]') ??
    document.querySelector<HTMLElement>('#content')
  )
}
