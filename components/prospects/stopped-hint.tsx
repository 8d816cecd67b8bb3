'use client'

import { useEffect, useRef, useState } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { ADDRESS_STOPPED_WORDS } from './address-stopped.tsx'

const ASKED_AFTER = ['address', 'channelKind']

/**
 * Says while a form is filled in that its address is stopped. Without scripts, the page after saving says so.
 *
 * @param asker where one asks whether an address is stopped
 */
export function StoppedHint({ asker }: { asker: string }) {
  const here = useRef<HTMLDivElement>(null)
  const [isStopped, setStopped] = useState(false)

  useEffect(() => {
    const form = here.current?.closest('form')
    if (!form) return
    let turn = 0
    const ask = async ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || !ASKED_AFTER.includes(target.getAttribute('name') ?? '')) return
      turn += 1
      const mine = turn
      const typed = new FormData(form)
      const body = new URLSearchParams({
        kind: String(typed.get('channelKind') ?? ''),
        address: String(typed.get('address') ?? ''),
      })
      const answer = await fetch(asker, { method: 'POST', body })
        .then((response) => (response.ok ? response.json() : null))
        .catch(() => null)
      if (mine === turn) setStopped(answer?.stopped === true)
    }
    form.addEventListener('focusout', ask)
    return () => form.removeEventListener('focusout', ask)
  }, [asker])

  return (
    <div ref={here} role="status">
      {isStopped ? (
        <Notice tone="careful" title={ADDRESS_STOPPED_WORDS}>
          You may note them all the same. No pitch to this address can be sent.
        </Notice>
      ) : null}
    </div>
  )
}
