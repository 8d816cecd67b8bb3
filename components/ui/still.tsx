import type { ComponentProps, ReactNode } from 'react'
import { markupOf } from './markup.ts'
import { StillPart } from './still-part.tsx'

type StillProps = {
  as?: 'div' | 'nav' | 'section'
  children: ReactNode
} & Omit<ComponentProps<'div'>, 'children' | 'dangerouslySetInnerHTML' | 'ref'>

/**
 * A part of a page that only shows something, links and ticks of a form too: nothing in it has a handler, a state or a
 * component of the browser's. It goes out as one piece of markup (markup.ts says why), and changes in place as one.
 */
export function Still({ as = 'div', children, ...props }: StillProps) {
  return <StillPart {...props} as={as} html={markupOf(children)} />
}
