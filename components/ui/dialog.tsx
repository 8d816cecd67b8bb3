'use client'

import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { iconButtonClass } from './icon-button.tsx'

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  lead?: ReactNode
  /** What has the focus when it opens; nothing: the first thing in it. */
  focusFirst?: () => HTMLElement | null
  /** What has the focus once it is closed; true, or nothing: whatever had it before. */
  focusAfter?: () => HTMLElement | true
  children: ReactNode
}

/** A sheet above the page, opened by its parent. */
export function Dialog({ open, onOpenChange, title, lead, focusFirst, focusAfter, children }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <DialogSheet title={title} lead={lead} focusFirst={focusFirst} focusAfter={focusAfter}>
        {children}
      </DialogSheet>
    </BaseDialog.Root>
  )
}

type DialogSheetProps = Pick<DialogProps, 'title' | 'lead' | 'focusFirst' | 'focusAfter' | 'children'>

function DialogSheet({ title, lead, focusFirst, focusAfter, children }: DialogSheetProps) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={veilClass} />
      <BaseDialog.Popup className={sheetClass} initialFocus={focusFirst} finalFocus={focusAfter}>
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">
            <BaseDialog.Title className="font-serif text-xl font-medium">{title}</BaseDialog.Title>
            {lead ? (
              <BaseDialog.Description className="mt-1 text-ink-soft">{lead}</BaseDialog.Description>
            ) : null}
          </div>
          <BaseDialog.Close aria-label="Close" className={`${iconButtonClass} -mt-1 -mr-2`}>
            <Icon of={X} />
          </BaseDialog.Close>
        </div>
        <div className="mt-5">{children}</div>
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  )
}

export const veilClass =
  'fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

export const sheetClass =
  'float-motion fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-lg max-w-[calc(100vw-2rem)] -translate-1/2 ' +
  'overflow-y-auto rounded-lg border border-line bg-float p-6 text-ink shadow-float outline-none'
