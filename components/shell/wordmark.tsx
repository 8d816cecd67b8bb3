import { classNames } from '../ui/class-names.ts'

/** The name, with its mark. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-2 font-serif text-xl font-semibold tracking-tight',
        className,
      )}
    >
      <Mark className="size-6" />
      Rapport
    </span>
  )
}

/** Two quotation marks that turn towards each other and make a link: what one says, what the other says. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="1.5 1.5 21 21" aria-hidden="true" className={className}>
      <path d={comma} className="fill-accent" />
      <path d={comma} transform="rotate(180 12 12)" className="fill-ink" />
    </svg>
  )
}

const comma =
  'M7 2.5a4.75 4.75 0 0 1 4.75 4.75c0 4.6-2.3 8.2-6.6 9.9l-.75-1.5c2.1-1.1 3.3-2.5 3.5-3.7A4.75 4.75 0 1 1 7 2.5Z'
