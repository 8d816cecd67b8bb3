'use client'

import { LoaderCircle } from 'lucide'
import type { ComponentProps, MouseEvent } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonTone, buttonClass } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'

type SubmitButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  tone?: ButtonTone
  wide?: boolean
  /** Shown while the form is under way; without it the label stays. */
  pendingLabel?: string
}

/** Sends the form it stands in (or the one named by `form`). A second press while it is under way does nothing. */
export function SubmitButton({
  tone = 'primary',
  wide,
  pendingLabel,
  className,
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const { pending } = useFormStatus()

  // aria-disabled instead of disabled: the button keeps the focus, so a keyboard user is not thrown to the top.
  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault()
    else onClick?.(event)
  }

  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      className={classNames(buttonClass({ tone, wide }), className)}
      onClick={handleClick}
      {...rest}
    >
      {pending ? <Icon of={LoaderCircle} className="animate-spin" /> : null}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  )
}
