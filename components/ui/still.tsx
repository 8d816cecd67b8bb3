import type { ComponentProps, ReactNode } from 'react'
import { markupOf } from './markup.ts'

type StillProps = {
  as?: 'div' | 'nav' | 'section'
  children: ReactNode
} & Omit<ComponentProps<'div'>, 'children' | 'dangerouslySetInnerHTML'>

/**
 * A part of a page that only shows something, links and fields of a form too: nothing in it has a handler, a state or a
 * component of the browser's. It goes out as one piece of markup (markup.ts says why), and changes in place as one.
 */
export function Still({ as: Tag = 'div', children, ...props }: StillProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: elements written by markupOf, which escapes every text and value
  return <Tag {...props} dangerouslySetInnerHTML={{ __html: markupOf(children) }} />
}
