import type { ReactNode, Ref } from 'react'
import { Notice } from './notice.tsx'

type FormMessageProps = {
  ok: boolean
  message: string
  remedy?: string
  children?: ReactNode
  ref?: Ref<HTMLDivElement>
}

/** What came of a form: thanks, or what a rule says no to and what would fix it. */
export function FormMessage({ ok, message, remedy, children, ref }: FormMessageProps) {
  return (
    <Notice tone={ok ? 'good' : 'stop'} title={message} ref={ref} role={ok ? undefined : 'alert'}>
      {remedy || children ? (
        <>
          {remedy ? <p>{remedy}</p> : null}
          {children}
        </>
      ) : null}
    </Notice>
  )
}
