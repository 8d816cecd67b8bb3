import { useLayoutEffect, useState } from 'react'

/**
 * Keeps what was typed into a text area before the scripts came. React writes the server's words over it while it takes the
 * page over; the typed ones are read before that, while rendering, and put back after.
 */
export function useTypedBefore(id: string): void {
  const [typed] = useState(() => standingTextArea(id)?.value)
  useLayoutEffect(() => {
    const field = standingTextArea(id)
    if (field && typed !== undefined && field.value !== typed) field.value = typed
  }, [id, typed])
}

function standingTextArea(id: string): HTMLTextAreaElement | undefined {
  if (typeof document === 'undefined') return undefined
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement ? field : undefined
}
