import { Ellipsis } from 'lucide'
import { type ReactElement, useId } from 'react'
import { Link } from '#components/ui/link.tsx'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { iconButtonClass } from './icon-button.tsx'

/** A link, or a button that sends the form with that id (the form stands elsewhere in the page). */
export type ActionMenuItem =
  | { label: string; href: string; icon?: ReactElement; tone?: 'danger' }
  | { label: string; form: string; icon?: ReactElement; tone?: 'danger' }

type ActionMenuProps = {
  /** Whose actions: "More about Moss & Miles". */
  label: string
  items: ActionMenuItem[]
}

/**
 * The lesser actions on one thing, behind three dots. A native popover rather than a scripted menu: it needs no script, nothing
 * clips it, Escape closes it, and its items stay plain links and buttons.
 */
export function ActionMenu({ label, items }: ActionMenuProps) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} title={label} className={triggerClass}>
        <Icon of={Ellipsis} />
      </button>
      <ul id={id} popover="auto" aria-label={label} className="float-panel action-menu">
        {items.map((item) => (
          <li key={item.label}>
            {'href' in item ? (
              <Link href={item.href} className={itemClass(item.tone)}>
                {item.icon}
                {item.label}
              </Link>
            ) : (
              <button type="submit" form={item.form} className={itemClass(item.tone)}>
                {item.icon}
                {item.label}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

// Drawn up into the line of text it ends.
const triggerClass = `${iconButtonClass} md:-my-2`

function itemClass(tone?: 'danger'): string {
  return classNames(
    'tap flex w-full items-center gap-3 rounded-md px-3 text-left hover:bg-hover [&_svg]:size-4 [&_svg]:shrink-0',
    tone === 'danger' ? 'text-stop' : 'text-ink',
  )
}
