'use client'

import { startTransition, useEffect } from 'react'
import { type FormAction, untouchedForm } from '#lib/features/form-state.ts'

type MarkOnOpenProps = { action: FormAction; workspace: string; postId: string; isRead: boolean }

/** Draws nothing. Who opens a post has read it; without scripts the button beside it says so. */
export function MarkOnOpen({ action, workspace, postId, isRead }: MarkOnOpenProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it is opened; who puts it back means it
  useEffect(() => {
    if (isRead) return
    const form = new FormData()
    form.set('workspace', workspace)
    form.set('postId', postId)
    // A mark that does not come through is no loss: the post stays on the list.
    startTransition(() => void action(untouchedForm, form).catch(() => {}))
  }, [postId])
  return null
}
