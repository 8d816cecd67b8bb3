import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does, in words: read aloud. Wrap the button in a Tooltip to show them. */
  label: string
  icon: ReactNode
}

/** A button with a picture only; its words are there for those who cannot see it. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} aria-label={label} className={classNames(iconButtonClass, className)} {...rest}>
      {icon}
    </button>
  )
}

/** The classes of an icon button, for parts that must draw another element. */
export const iconButtonClass =
  'tap-square inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors ' +
  'hover:bg-hover hover:text-ink [&_svg]:size-5'
