import type { ComponentProps } from 'react'
import { Link } from '#components/ui/link.tsx'
import { classNames } from './class-names.ts'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'

type ButtonLook = { tone?: ButtonTone; wide?: boolean }

/** A button that does something in the page. To send a form, use SubmitButton. */
export function Button({
  tone,
  wide,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={classNames(buttonClass({ tone, wide }), className)} {...rest} />
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ tone, wide, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={classNames(buttonClass({ tone, wide }), className)} {...rest} />
}

/** The classes of a button, for parts that must draw another element. */
export function buttonClass({ tone = 'secondary', wide = false }: ButtonLook = {}): string {
  return classNames(base, tones[tone], wide && 'w-full')
}

const base =
  'tap inline-flex items-center justify-center gap-2 rounded-md border px-4 py-1.5 text-base font-semibold ' +
  'no-underline transition-colors select-none [&_svg]:size-4 [&_svg]:shrink-0 ' +
  'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60'

const tones: Record<ButtonTone, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:border-accent-deep hover:bg-accent-deep',
  secondary: 'border-line-strong bg-sheet text-ink hover:border-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-hover hover:text-accent-deep',
  danger: 'border-stop bg-sheet text-stop hover:bg-stop-wash',
}
