'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { type ButtonTone, buttonClass } from './button.tsx'
import { sheetClass, veilClass } from './dialog.tsx'
import { SubmitButton } from './submit-button.tsx'

type ConfirmSubmitProps = {
  children: ReactNode
  /** The question: "Move this prospect to the trash?" */
  title: string
  /** What will happen, and whether it can be undone. */
  lead: ReactNode
  /** The button that goes on: "Move to trash". */
  confirmLabel: string
  tone?: ButtonTone
  /** The id of the form, where the button stands outside it. */
  form?: string
  name?: string
  value?: string
}

/** A submit button that asks first. Without scripts it submits at once, so use it where the step can be undone. */
export function ConfirmSubmit({
  children,
  title,
  lead,
  confirmLabel,
  tone = 'danger',
  ...rest
}: ConfirmSubmitProps) {
  const [open, setOpen] = useState(false)
  const buttonRef = useRef<HTMLButtonElement>(null)

  function ask(event: MouseEvent) {
    event.preventDefault()
    setOpen(true)
  }

  function goOn() {
    setOpen(false)
    buttonRef.current?.form?.requestSubmit(rest.name ? buttonRef.current : null)
  }

  return (
    <>
      <SubmitButton ref={buttonRef} tone={tone} onClick={ask} {...rest}>
        {children}
      </SubmitButton>
      <AlertDialog.Root open={open} onOpenChange={setOpen}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className={veilClass} />
          <AlertDialog.Popup className={sheetClass} finalFocus={buttonRef}>
            <AlertDialog.Title className="font-serif text-xl font-medium">{title}</AlertDialog.Title>
            <AlertDialog.Description className="mt-2 text-ink-soft">{lead}</AlertDialog.Description>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <AlertDialog.Close className={buttonClass()}>Not now</AlertDialog.Close>
              <button type="button" onClick={goOn} className={buttonClass({ tone })}>
                {confirmLabel}
              </button>
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </>
  )
}
