import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** One line of text. */
export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return (
    <input type={type} className={classNames(controlClass, 'tap read-only:bg-desk', className)} {...rest} />
  )
}

/** Several lines. It grows with what is written, where the browser can (`field-sizing`). `serif` for prose. */
export function TextArea({
  className,
  serif = false,
  rows = 4,
  ...rest
}: ComponentProps<'textarea'> & { serif?: boolean }) {
  return (
    <textarea
      rows={rows}
      className={classNames(
        controlClass,
        'read-only:bg-desk field-sizing-content max-h-[80vh] min-h-24 resize-y py-2',
        serif && 'font-serif text-read!',
        className,
      )}
      {...rest}
    />
  )
}

// 16 px on phones: below that, iOS zooms the page when a field gets the focus.
export const controlClass =
  'w-full rounded-md border border-line-strong bg-sheet px-3 text-base text-ink max-sm:text-read ' +
  'transition-colors hover:border-ink focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'disabled:cursor-not-allowed disabled:bg-desk disabled:text-ink-soft ' +
  'aria-invalid:border-stop aria-invalid:bg-stop-wash'
