import { hash } from 'node:crypto'
import type { ComponentProps, ReactNode } from 'react'
import { handOver } from '#lib/server/page-markup.ts'
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
  const html = markupOf(children)
  const name = handOver(html)
  return (
    <StillPart
      {...props}
      as={as}
      name={name}
      html={name ? null : html}
      mark={hash('md5', html, 'base64url')}
    />
  )
}
