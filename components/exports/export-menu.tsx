import { Download } from 'lucide'
import { useId } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { buttonClass } from '../ui/button.tsx'

type ExportMenuProps = {
  /** Of what: "prospects". */
  noun: string
  files: { label: string; href: string; hint?: string }[]
}

/**
 * The files a list can be saved as. A native popover, so it needs no script; plain links, because a file is nothing to
 * fetch ahead.
 */
export function ExportMenu({ noun, files }: ExportMenuProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={buttonClass({ tone: 'quiet' })}
        aria-label={`Export ${noun}`}
      >
        <Icon of={Download} />
        Export
      </button>
      <ul id={id} popover="auto" aria-label={`Export ${noun} as`} className="float-panel action-menu">
        {files.map(({ label, href, hint }) => (
          <li key={label}>
            <a
              href={href}
              download
              className="tap flex w-full flex-col justify-center rounded-md px-3 py-1 text-ink no-underline hover:bg-hover"
            >
              {label}
              {hint ? <span className="text-sm text-ink-soft">{hint}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
