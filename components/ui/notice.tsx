import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { type NoticeTone, toneIcons, toneSurface } from './tone.tsx'

type NoticeProps = {
  tone: NoticeTone
  title: ReactNode
  children?: ReactNode
  /** Links or forms that go with it. */
  actions?: ReactNode
  ref?: Ref<HTMLDivElement>
  role?: 'alert'
}

/** A block that says how something stands, in a tone. */
export function Notice({ tone, title, children, actions, ref, role }: NoticeProps) {
  const icon = toneIcons[tone]
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={ref ? -1 : undefined}
      className={classNames(
        'flex flex-wrap items-start gap-3 rounded-md border px-4 py-3',
        toneSurface[tone],
      )}
    >
      <Icon of={icon} className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-0.5 max-w-measure text-ink">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  )
}
